"""Decisions about what codes and themes mean: the old wording, the reason, and another look."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.quotation_marks import quoted
from qualtool.core.theme_words import FIELDS
from qualtool.i18n import gettext as _
from qualtool.operations import memos
from qualtool.operations.finding import many, one
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Coding, LookAgain, Theme
from qualtool.store.selecting import listed

STATES: Final = ("waiting", "kept", "changed")
_DEFINED: Final[dict[str, type[Code] | type[Theme]]] = {"code": Code, "theme": Theme}


def note(
    session: Session,
    target: str,
    target_id: int,
    was: Mapping[str, str],
    *,
    reason: str = "",
    coding_ids: Iterable[int] = (),
    coder_id: int | None = None,
) -> int:
    """Note that a code or theme is defined anew, as a memo of decision; its id.

    `was` are the old wordings by field; `coding_ids` wait for another look from then on. One that
    waits already waits because of this decision now. Raises ValueError for another target,
    QualtoolError "gone".
    """
    if target not in _DEFINED:
        raise ValueError(f"nothing that is defined: {target}")
    name = one(session, _DEFINED[target], target_id).name
    codings = many(session, Coding, coding_ids)
    tell(session, **{target: name}, codings=len(codings), kind="decision")
    before = [
        _("{field} before: {words}").format(field=_(FIELDS[field]), words=quoted(words))
        for field, words in was.items()
        if words
    ]
    memo_id = memos.add(
        session,
        text="\n\n".join(part for part in (reason, *before) if part),
        title=_("{name}: defined anew").format(name=name),
        kind="decision",
        target=target,
        target_id=target_id,
        coder_id=coder_id,
    )
    ids = [coding.id for coding in codings]
    waiting = session.scalars(
        select(LookAgain).where(LookAgain.coding_id.in_(listed(ids)), LookAgain.state == "waiting")
    ).all()
    for row in waiting:
        row.memo_id = memo_id
    there = {row.coding_id for row in waiting}
    session.add_all(
        LookAgain(coding_id=coding_id, memo_id=memo_id)
        for coding_id in ids
        if coding_id not in there
    )
    session.flush()
    return memo_id


def settle(session: Session, look_again_ids: Iterable[int], state: str) -> None:
    """Say of codings that waited that they were `kept` or `changed`, or let them wait again.

    Raises ValueError for another state, QualtoolError "gone".
    """
    if state not in STATES:
        raise ValueError(f"no such state: {state}")
    rows = many(session, LookAgain, look_again_ids)
    if rows:
        first = one(session, Coding, rows[0].coding_id)
        tell(session, code=one(session, Code, first.code_id).name)
    tell(session, count=len(rows), state=state)
    for row in rows:
        row.state = state
