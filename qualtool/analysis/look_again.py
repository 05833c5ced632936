"""The codings that wait for another look, because their code or theme was defined anew."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from qualtool.analysis.belonging import codes_of
from qualtool.analysis.codebook import code_colours
from qualtool.store.schema import Code, Coder, Coding, Document, Excerpt, LookAgain, Memo
from qualtool.store.selecting import listed


@dataclass(frozen=True, slots=True)
class Look:
    """A coding that waits; `decision` is the title of the memo that says why, `reason` its text."""

    id: int
    coding_id: int
    excerpt_id: int
    document_id: int
    document: str
    start: int
    end: int
    code_id: int
    code: str
    colour: str
    coder: str
    memo_id: int | None
    decision: str
    reason: str
    date: str


def waiting(session: Session) -> list[Look]:
    """What waits, decision after decision from the newest on, and in each in order of the text."""
    colours = code_colours(session)
    rows = session.execute(
        select(
            LookAgain.id,
            Coding.id,
            Excerpt.id,
            Excerpt.document_id,
            Document.name,
            Excerpt.start,
            Excerpt.end,
            Code.id,
            Code.name,
            Coder.name,
            Memo.id,
            Memo.title,
            Memo.text,
            Memo.date,
        )
        .join(Coding, Coding.id == LookAgain.coding_id)
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .join(Document, Document.id == Excerpt.document_id)
        .join(Code, Code.id == Coding.code_id)
        .outerjoin(Coder, Coder.id == Coding.coder_id)
        .outerjoin(Memo, Memo.id == LookAgain.memo_id)
        .where(LookAgain.state == "waiting", Excerpt.lost.is_(False))
        .order_by(
            LookAgain.memo_id.desc(), Document.position, Document.id, Excerpt.start, LookAgain.id
        )
    )
    return [
        Look(
            *row[:8],
            code=row[8],
            colour=colours[row[7]],
            coder=row[9] or "",
            memo_id=row[10],
            decision=row[11] or "",
            reason=row[12] or "",
            date=row[13] or "",
        )
        for row in rows
    ]


def count(session: Session) -> int:
    """How many codings wait."""
    return session.scalar(_waiting()) or 0


def _waiting() -> Select[int]:
    return (
        select(func.count(LookAgain.id))
        .join(Coding, Coding.id == LookAgain.coding_id)
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .where(LookAgain.state == "waiting", Excerpt.lost.is_(False))
    )


def count_with(session: Session, target: str, target_id: int) -> int:
    """How many codings wait that a code has, or any code that belongs to a theme."""
    codes: Iterable[int] = [target_id] if target == "code" else codes_of(session, [target_id])
    return session.scalar(_waiting().where(Coding.code_id.in_(listed(codes)))) or 0


def codings_with(session: Session, target: str, target_id: int) -> list[int]:
    """The codings with a code, or with any code that belongs to a theme."""
    codes: Iterable[int] = [target_id] if target == "code" else codes_of(session, [target_id])
    wanted = (
        select(Coding.id)
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .where(Coding.code_id.in_(listed(codes)), Excerpt.lost.is_(False))
        .order_by(Coding.id)
    )
    return list(session.scalars(wanted))
