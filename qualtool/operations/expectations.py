"""What was expected before coding, held against the themes that came of it."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core import expectation
from qualtool.core.names import excerpted
from qualtool.operations import memos
from qualtool.operations.finding import one
from qualtool.store.journal import tell
from qualtool.store.schema import Memo, MemoLink, Theme

_NAMED = 40  # code points of an expectation that name it in the history


def note(session: Session, text: str, *, coder_id: int | None = None, date: str = "") -> int:
    """Write an expectation down, as a memo of its own kind; its id."""
    tell(session, expectation=_name(text))
    return memos.add(session, text=text, kind="expectation", coder_id=coder_id, date=date)


def write(session: Session, memo_id: int, text: str) -> None:
    """Change the words of an expectation. Raises QualtoolError "gone"."""
    tell(session, expectation=_name(text))
    memos.edit(session, memo_id, text=text)


def remove(session: Session, memo_id: int) -> None:
    """Take an expectation away, and what it was held against."""
    tell(session, expectation=_name(one(session, Memo, memo_id).text))
    memos.remove(session, [memo_id])


def hold(session: Session, memo_id: int, theme_id: int, stands: str | None, note: str = "") -> None:
    """Say how an expectation stands against a theme: a key of `core.expectation.STANDS`.

    None lets it be held against the theme no longer. Raises ValueError for another key,
    QualtoolError "gone".
    """
    memo, theme = one(session, Memo, memo_id), one(session, Theme, theme_id)
    tell(session, expectation=_name(memo.text), theme=theme.name, stands=stands)
    links = session.scalars(
        select(MemoLink).where(MemoLink.memo_id == memo_id, MemoLink.theme_id == theme_id)
    ).all()
    if stands is None:
        for link in links:
            session.delete(link)
        session.flush()
        return
    said = expectation.written(stands, note)
    if links:
        links[0].stands = said
    else:
        session.add(MemoLink(memo_id=memo_id, theme_id=theme_id, stands=said))
    session.flush()


def _name(text: str) -> str:
    return excerpted(" ".join(text.split()), _NAMED)
