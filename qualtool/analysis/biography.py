"""A code's life: made, renamed, redefined, moved, split, merged into and out of, and used."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final, Literal

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.analysis.trail_pages import taken_back
from qualtool.store.schema import (
    Change,
    Code,
    Coder,
    Coding,
    Document,
    Excerpt,
    Step,
    ThemeCode,
)
from qualtool.store.selecting import listed

Happening = Literal[
    "made", "split_off", "renamed", "redefined", "moved", "merged_in", "split", "merged", "retired",
    "revived", "themes", "first_use", "last_use",
]  # fmt: skip
MEANING: Final = ("description", "use_when", "use_not", "decision_rules")


@dataclass(frozen=True, slots=True)
class Event:
    """Something in the life of a code. Days are ISO; `step_id` None for what is only counted.

    `before` and `after` are old and new name, meaning, or what it stood under; for `merged_in` and
    `split_off` `before` is the other code; `document` is where it was first or last used.
    """

    what: Happening
    day: str
    moment_ms: int
    coder: str = ""
    reason: str = ""
    step_id: int | None = None
    before: str = ""
    after: str = ""
    document: str = ""
    excerpt: tuple[int, int, int] | None = None


@dataclass(frozen=True, slots=True)
class Biography:
    """A code's name now, its events in order, and how many codings were made each month."""

    code_id: int
    name: str
    events: tuple[Event, ...]
    months: tuple[tuple[str, int], ...]
    excerpts: int
    documents: int


def biography(session: Session, code_id: int) -> Biography | None:
    """The life of a code; None where it is not there. Codings are those that may be read."""
    code = session.get(Code, code_id)
    if code is None:
        return None
    events = [*_own_steps(session, code), *_merges(session, code), *_uses(session, code_id)]
    events.sort(key=lambda each: (each.moment_ms, each.step_id or 0))
    months, total = _months(session, code_id)
    documents = session.scalar(
        select(func.count(Excerpt.document_id.distinct()))
        .join(Coding, Coding.excerpt_id == Excerpt.id)
        .where(Coding.code_id == code_id)
    )
    return Biography(code.id, code.name, tuple(events), months, total, documents or 0)


def _own_steps(session: Session, code: Code) -> Iterator[Event]:
    """What the notes on the code's own row tell."""
    notes, undone = _notes(session, "code", [code.id]), taken_back(session)
    for place, (step, coder, _row_id, before) in enumerate(notes):
        later = (noted for _s, _c, _id, noted in notes[place + 1 :] if noted is not None)
        after = next(later, None) or _as_it_is(code)
        if step.action in ("undo", "redo") or step.id in undone:
            continue
        if before is None:
            old = str(json.loads(step.about).get("old") or "")
            split = step.action == "split_code" and old
            yield _event("split_off" if split else "made", step, coder, before=old if split else "",
                         after=str(after["name"]))  # fmt: skip
            continue
        yield from _differences(session, step, coder, before, after)
    for step, coder, _row_id, before in _notes_of_ties(session, code.id):
        yield _event("themes", step, coder, after=_about(step, "theme"),
                     before="" if before is None else "out")  # fmt: skip


def _differences(
    session: Session, step: Step, coder: str, before: dict[str, Any], after: dict[str, Any]
) -> Iterator[Event]:
    if before["name"] != after["name"]:
        yield _event("renamed", step, coder, before=before["name"], after=after["name"])
    meant, means = _meaning(before), _meaning(after)
    if meant != means:
        yield _event("redefined", step, coder, before=meant, after=means)
    if before["parent_id"] != after["parent_id"]:
        above = _name(session, before["parent_id"]), _name(session, after["parent_id"])
        yield _event("moved", step, coder, before=above[0], after=above[1])
    if before["state"] != after["state"]:
        match after["state"]:
            case "merged":
                into = _name(session, after["merged_into_id"])
                yield _event("merged", step, coder, after=into)
            case "retired":
                yield _event("retired", step, coder)
            case "in_use" if before["state"] == "retired":
                yield _event("revived", step, coder)


def _merges(session: Session, code: Code) -> Iterator[Event]:
    """The codes that went into this one, and those that were split off it."""
    rows = session.execute(
        select(Code.id, Code.name).where(Code.merged_into_id == code.id, Code.state == "merged")
    ).all()
    names = {row.id: row.name for row in rows}
    undone = taken_back(session)
    merged: dict[int, Event] = {}
    for step, coder, row_id, before in _notes(session, "code", names):
        done = step.action not in ("undo", "redo") and step.id not in undone
        if done and before and before["state"] != "merged":
            merged[row_id] = _event("merged_in", step, coder, before=names[row_id])
    yield from merged.values()
    steps = session.execute(
        select(Step, Coder.name)
        .outerjoin(Coder, Coder.id == Step.coder_id)
        .where(Step.action == "split_code")
    )
    for step, name in steps:
        if step.id not in undone and _about(step, "old") == code.name:
            yield _event("split", step, name or "", after=_about(step, "code"))


def _uses(session: Session, code_id: int) -> Iterator[Event]:
    """The first and the last coding that there is."""
    asked = (
        select(Coding, Excerpt, Document.name, Coder.name)
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .join(Document, Document.id == Excerpt.document_id)
        .outerjoin(Coder, Coder.id == Coding.coder_id)
        .where(Coding.code_id == code_id, Excerpt.lost.is_(False))
        .limit(1)
    )
    first = session.execute(asked.order_by(Coding.created_ms, Coding.id)).first()
    last = session.execute(asked.order_by(Coding.created_ms.desc(), Coding.id.desc())).first()
    ends: list[tuple[Happening, Any]] = [("first_use", first), ("last_use", last)]
    for what, found in ends:
        if found is None or (what == "last_use" and first is not None and found[0] == first[0]):
            continue
        coding, excerpt, document, coder = found
        yield Event(
            what,
            _day(coding.created_ms),
            coding.created_ms,
            coder or "",
            document=document,
            excerpt=(excerpt.document_id, excerpt.start, excerpt.end),
        )


def _months(session: Session, code_id: int) -> tuple[tuple[tuple[str, int], ...], int]:
    """How many codings were made in each month from the first to the last, and excerpts in all."""
    rows = session.execute(
        select(Coding.created_ms, Coding.excerpt_id)
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .where(Coding.code_id == code_id, Excerpt.lost.is_(False))
    ).all()
    counts: dict[str, int] = {}
    for made, _excerpt in rows:
        month = _day(made)[:7]
        counts[month] = counts.get(month, 0) + 1
    if not counts:
        return (), 0
    first, last = (date.fromisoformat(f"{each}-01") for each in (min(counts), max(counts)))
    found = []
    while first <= last:
        key = first.isoformat()[:7]
        found.append((key, counts.get(key, 0)))
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return tuple(found), len({excerpt for _made, excerpt in rows})


Note = tuple[Step, str, int, dict[str, Any] | None]


def _notes(session: Session, table: str, ids: Iterable[int]) -> list[Note]:
    rows = session.execute(
        select(Step, Coder.name, Change.row_id, Change.before)
        .join(Change, Change.step_id == Step.id)
        .outerjoin(Coder, Coder.id == Step.coder_id)
        .where(Change.table_name == table, Change.row_id.in_(listed(ids)))
        .order_by(Step.id, Change.id)
    )
    return [
        (step, coder or "", row_id, None if before is None else json.loads(before))
        for step, coder, row_id, before in rows
    ]


def _notes_of_ties(session: Session, code_id: int) -> list[Note]:
    """The steps that put the code under a theme, alone or with others, while it stands there."""
    ties = session.scalars(select(ThemeCode.id).where(ThemeCode.code_id == code_id)).all()
    notes = _notes(session, "theme_code", ties)
    kinds = ("place_codes", "move_codes_between_themes")
    return [note for note in notes if note[0].action in kinds and note[3] is None]


def _event(what: Happening, step: Step, coder: str, *, before: str = "", after: str = "") -> Event:
    return Event(
        what, _day(step.created_ms), step.created_ms, coder, step.reason, step.id, before, after
    )


def _as_it_is(code: Code) -> dict[str, Any]:
    return {column.name: getattr(code, column.name) for column in Code.__table__.columns}


def _meaning(row: dict[str, Any]) -> str:
    return "\n".join(str(row.get(field) or "") for field in MEANING).strip()


def _name(session: Session, code_id: int | None) -> str:
    if code_id is None:
        return ""
    return session.scalar(select(Code.name).where(Code.id == code_id)) or ""


def _about(step: Step, field: str) -> str:
    return str(json.loads(step.about).get(field) or "")


def _day(moment_ms: int) -> str:
    return datetime.fromtimestamp(moment_ms / 1000, UTC).astimezone().date().isoformat()
