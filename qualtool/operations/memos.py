"""Memos: dated and signed notes, tied to anything or to the project as a whole."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from qualtool.core.memo_kind import KINDS
from qualtool.operations import excerpts
from qualtool.operations.finding import change, many, one
from qualtool.store.journal import tell
from qualtool.store.schema import (
    Activity,
    Case,
    Code,
    Coding,
    Document,
    Excerpt,
    Memo,
    MemoLink,
    Row,
    Theme,
)
from qualtool.store.selecting import listed

FIELDS: Final = ("kind", "interpretation", "title", "text", "private", "date")
TARGETS: Final[dict[str, type[Row]]] = {
    "document": Document,
    "excerpt": Excerpt,
    "coding": Coding,
    "code": Code,
    "theme": Theme,
    "case": Case,
    "activity": Activity,
}


def add(
    session: Session,
    *,
    text: str,
    title: str = "",
    kind: str = "analytic",
    target: str | None = None,
    target_id: int | None = None,
    interpretation: str = "",
    coder_id: int | None = None,
    private: bool | None = None,
    date: str = "",
) -> int:
    """Write a memo; its id.

    `target` is a key of `TARGETS` with a `target_id`, or None for the project as a whole. A
    reflexive memo is private unless said otherwise; `date` is today unless given. Raises
    QualtoolError "gone" where the target is not there, ValueError for an unknown kind.
    """
    _check_kind(kind)
    memo = Memo(
        kind=kind,
        interpretation=interpretation,
        title=title,
        text=text,
        coder_id=coder_id,
        private=kind == "reflexive" if private is None else private,
        date=date or datetime.now(UTC).astimezone().date().isoformat(),
    )
    session.add(memo)
    session.flush()
    _tie(session, memo.id, target, target_id)
    tell(session, memo=title, kind=kind, about=_about(session, memo.id))
    return memo.id


def add_on_passage(
    session: Session, document_id: int, start: int, end: int, *, text: str, **fields: Any
) -> int:
    """Write a memo on a passage, which becomes an excerpt where it is none yet; the memo's id.

    `fields` as in `add`. Raises QualtoolError "range" for what is no passage of the document.
    """
    excerpts.check_span(session, document_id, start, end)
    excerpt_id = excerpts.at(session, document_id, start, end)
    return add(session, text=text, target="excerpt", target_id=excerpt_id, **fields)


def edit(session: Session, memo_id: int, **fields: object) -> None:
    """Change what a memo says: any of `FIELDS`.

    One that becomes reflexive becomes private, unless it is said whether it is.
    """
    memo = one(session, Memo, memo_id)
    if "kind" in fields:
        _check_kind(str(fields["kind"]))
        if fields["kind"] == "reflexive" != memo.kind:
            fields.setdefault("private", True)
    change(memo, FIELDS, fields)
    tell(session, memo=memo.title, kind=memo.kind, about=_about(session, memo.id))


def remove(session: Session, memo_ids: Iterable[int]) -> None:
    """Take memos away, and excerpts that hold nothing after that."""
    memos = many(session, Memo, memo_ids)
    if memos:
        tell(session, memo=memos[0].title, count=len(memos), kind=memos[0].kind)
    going = [memo.id for memo in memos]
    tied = _excerpts_under(session, going)
    session.execute(delete(Memo).where(Memo.id.in_(listed(going))))
    session.expire_all()
    excerpts.sweep(session, tied)


def tie(
    session: Session, memo_ids: Iterable[int], target: str | None, target_id: int | None = None
) -> None:
    """Tie memos to something else, and to that alone; without a target to the study as a whole.

    Excerpts that hold nothing after that go. Raises QualtoolError "gone" where the target is not
    there.
    """
    memos = many(session, Memo, memo_ids)
    if memos:
        tell(session, memo=memos[0].title, count=len(memos))
    moving = [memo.id for memo in memos]
    tied = _excerpts_under(session, moving)
    session.execute(delete(MemoLink).where(MemoLink.memo_id.in_(listed(moving))))
    session.expire_all()
    for memo_id in moving:
        _tie(session, memo_id, target, target_id)
    if moving:
        tell(session, about=_about(session, moving[0]))
    excerpts.sweep(session, tied)


def _tie(session: Session, memo_id: int, target: str | None, target_id: int | None) -> None:
    if target and target_id is not None:
        one(session, TARGETS[target], target_id)
        session.add(MemoLink(memo_id=memo_id, **{f"{target}_id": target_id}))
        session.flush()


def _about(session: Session, memo_id: int) -> str:
    """The name of what a memo is tied to, for the history; for a passage its document's."""
    link = session.scalar(select(MemoLink).where(MemoLink.memo_id == memo_id).limit(1))
    if link is None:
        return ""
    excerpt_id = link.excerpt_id
    if link.coding_id is not None:
        excerpt_id = session.get_one(Coding, link.coding_id).excerpt_id
    if excerpt_id is not None:
        document_id = session.get_one(Excerpt, excerpt_id).document_id
        return session.get_one(Document, document_id).name
    for number, name, row_id in (
        (Code.id, Code.name, link.code_id),
        (Theme.id, Theme.name, link.theme_id),
        (Case.id, Case.name, link.case_id),
        (Document.id, Document.name, link.document_id),
        (Activity.id, Activity.name, link.activity_id),
    ):
        if row_id is not None:
            return session.scalar(select(name).where(number == row_id)) or ""
    return ""


def _excerpts_under(session: Session, memo_ids: Iterable[int]) -> set[int]:
    tied = session.scalars(
        select(MemoLink.excerpt_id).where(
            MemoLink.memo_id.in_(listed(memo_ids)), MemoLink.excerpt_id.is_not(None)
        )
    )
    return {excerpt_id for excerpt_id in tied if excerpt_id is not None}


def _check_kind(kind: str) -> None:
    if kind not in KINDS:
        raise ValueError(f"no such kind of memo: {kind}")
