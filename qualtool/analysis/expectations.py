"""What was expected, and how it stands against each theme it has been held against."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.analysis.codebook import theme_colours
from qualtool.core import expectation
from qualtool.store.schema import Coder, Coding, Memo, MemoLink, Theme


@dataclass(frozen=True, slots=True)
class Held:
    """A theme that an expectation is held against; `stands` is a key of `expectation.STANDS`."""

    theme_id: int
    theme: str
    colour: str
    stands: str
    note: str


@dataclass(frozen=True, slots=True)
class Expectation:
    """What was expected; `before_coding` where it was noted before anything was coded."""

    memo_id: int
    text: str
    date: str
    coder: str
    before_coding: bool
    held: tuple[Held, ...]


def expectations(session: Session) -> list[Expectation]:
    """All expectations, the first noted first, each with the themes in order of their names."""
    colours = theme_colours(session)
    first = session.scalar(select(func.min(Coding.created_ms)))
    held: dict[int, list[Held]] = defaultdict(list)
    for memo_id, theme_id, name, stands in session.execute(
        select(MemoLink.memo_id, Theme.id, Theme.name, MemoLink.stands)
        .join(Theme, Theme.id == MemoLink.theme_id)
        .join(Memo, Memo.id == MemoLink.memo_id)
        .where(Memo.kind == "expectation", Theme.state != "merged")
        .order_by(Theme.name, MemoLink.id)
    ):
        # Where two themes were merged, an expectation may be tied to the one that is left twice.
        if all(each.theme_id != theme_id for each in held[memo_id]):
            stood = expectation.read(stands)
            held[memo_id].append(Held(theme_id, name, colours[theme_id], *stood))
    rows = session.execute(
        select(Memo.id, Memo.text, Memo.date, Coder.name, Memo.created_ms)
        .outerjoin(Coder, Coder.id == Memo.coder_id)
        .where(Memo.kind == "expectation")
        .order_by(Memo.date, Memo.id)
    )
    return [
        Expectation(
            memo_id=memo_id,
            text=text,
            date=date,
            coder=coder or "",
            before_coding=first is None or created < first,
            held=tuple(held[memo_id]),
        )
        for memo_id, text, date, coder, created in rows
    ]


def against(session: Session, theme_id: int) -> list[tuple[Expectation, Held]]:
    """The expectations that are held against a theme, each with how it stands there."""
    return [
        (each, held)
        for each in expectations(session)
        for held in each.held
        if held.theme_id == theme_id
    ]
