"""A study in which a correction has taken the words of an excerpt away."""

from __future__ import annotations

from sqlalchemy.orm import Session

from qualtool.core.correction import Edit
from qualtool.operations import codes, coding, correction, memos
from tests.operations.rich import Rich


def lose_words(session: Session, r: Rich) -> None:
    """Take "Regn" out of the notes, where it is coded twice, and put it in once more behind."""
    coding.set_star(session, [r.direct], True)
    coding.set_display_text(session, r.direct, "Regn …")
    (row,) = coding.apply(session, r.notes, 0, 4, [r.forms], coder_id=r.bo, comment="mye regn")
    memos.add(session, text="om stedet", target="excerpt", target_id=r.direct)
    memos.add(session, text="om kodinga", target="coding", target_id=row)
    codes.recolour(session, [r.time], "plum")
    correction.correct(
        session, r.notes, [Edit(0, 5, ""), Edit(15, 16, ", dag med sol. Igjen Regn.")]
    )
