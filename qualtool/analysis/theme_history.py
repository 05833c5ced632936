"""All that happened to a theme: each step in words, with the wordings it put others in place of."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis import history
from qualtool.analysis.theme_meaning import FIELDS, day
from qualtool.analysis.trail_pages import taken_back
from qualtool.i18n import ngettext
from qualtool.store.rows import StepRow
from qualtool.store.schema import (
    Base,
    Change,
    Coder,
    FindingPart,
    MemoLink,
    Step,
    Theme,
    ThemeCode,
    ThemeExcerpt,
)
from qualtool.store.selecting import listed

_HANGING: Final = (ThemeCode, ThemeExcerpt, FindingPart, MemoLink)
_QUIET: Final = frozenset({"collapse_theme", "move_themes", "undo", "redo"})
_RUNS: Final = frozenset({"set_fit", "set_star"})  # told once where many come after each other
_FEWEST: Final = 3


@dataclass(frozen=True, slots=True)
class ThemeEvent:
    """A step that touched a theme: in words, on a day (ISO), by whom and why.

    `before` are the wordings it put others in place of, by field; `decided` where a decision was
    noted after it. `step_id` is its number, and None where several steps are told as one.
    """

    step_id: int | None
    day: str
    words: str
    coder: str
    reason: str
    before: tuple[tuple[str, str], ...] = ()
    decided: bool = False


def events(session: Session, theme_id: int) -> list[ThemeEvent]:
    """What happened to a theme that still holds, the newest first."""
    notes = _notes(session)
    before = _old_wordings(session, theme_id, notes["theme"])
    ids = {step_id for step_id, row_id, _before in notes["theme"] if row_id == theme_id}
    for table in _HANGING:
        ids |= _steps_of(session, table, theme_id, notes[str(table.__tablename__)])
    undone = taken_back(session)
    rows = session.execute(
        select(Step, Coder.name)
        .outerjoin(Coder, Coder.id == Step.coder_id)
        .where(Step.id.in_(listed(ids - undone)), Step.action.not_in(sorted(_QUIET)))
        .order_by(Step.id.desc())
    ).all()
    steps = [history.step_row(step, coder or "", False, {}) for step, coder in rows]
    return list(_told(steps, before))


def _told(
    steps: Sequence[StepRow], before: Mapping[int, tuple[tuple[str, str], ...]]
) -> Iterable[ThemeEvent]:
    at, decided = 0, False
    while at < len(steps):
        step = steps[at]
        run = at + 1
        decided = decided or step.action == "note_decision"
        if step.action in _RUNS:
            while run < len(steps) and _goes_on(step, steps[run]):
                run += 1
        if run - at >= _FEWEST:
            count = sum(_count(each) for each in steps[at:run])
            words = ngettext(
                "Marked how {count} excerpt fits", "Marked how {count} excerpts fit", count
            )
            if step.action == "set_star":
                words = ngettext("Starred {count} excerpt", "Starred {count} excerpts", count)
            yield ThemeEvent(
                None, day(step.created_ms), words.format(count=count), step.coder, step.reason
            )
            at = run
            continue
        yield ThemeEvent(
            step.id,
            day(step.created_ms),
            history.worded(step),
            step.coder,
            step.reason,
            before.get(step.id, ()),
            decided,
        )
        at += 1


def _goes_on(one: StepRow, other: StepRow) -> bool:
    return (one.action, one.coder, one.reason, day(one.created_ms)) == (
        other.action,
        other.coder,
        other.reason,
        day(other.created_ms),
    )


def _count(step: StepRow) -> int:
    count = step.about.get("count", 1)
    return count if isinstance(count, int) else 1


Noted = tuple[int, int, Mapping[str, Any] | None]  # step, row, what it was


def _notes(session: Session) -> dict[str, list[Noted]]:
    """What is noted of themes and what hangs on them, read in one go: the notes may be many."""
    tables = ["theme", *(str(table.__tablename__) for table in _HANGING)]
    rows = session.execute(
        select(Change.table_name, Change.step_id, Change.row_id, Change.before)
        .where(Change.table_name.in_(tables))
        .order_by(Change.id)
    )
    found: dict[str, list[Noted]] = {table: [] for table in tables}
    for table, step_id, row_id, before in rows:
        found[table].append((step_id, row_id, None if before is None else json.loads(before)))
    return found


def _old_wordings(
    session: Session, theme_id: int, noted: Sequence[Noted]
) -> dict[int, tuple[tuple[str, str], ...]]:
    """By step the fields that it reworded, each with the words before; first words are none."""
    columns = Theme.__table__.c
    now = session.execute(select(*columns).where(columns["id"] == theme_id)).mappings().first()
    after: Mapping[str, Any] = dict(now) if now is not None else {}
    found: dict[int, tuple[tuple[str, str], ...]] = {}
    for step_id, row_id, before in sorted(noted, key=lambda note: note[0], reverse=True):
        if row_id == theme_id and before is not None:
            said = [
                (field, str(before.get(field) or ""))
                for field in FIELDS
                if before.get(field) and before.get(field) != after.get(field)
            ]
            if said:
                found[step_id] = tuple(said)
            after = before
    return found


def _steps_of(
    session: Session, table: type[Base], theme_id: int, noted: Sequence[Noted]
) -> set[int]:
    """The steps that tied something to the theme, untied it or changed the tie."""
    columns = table.__table__.c
    rows = set(session.scalars(select(columns["id"]).where(columns["theme_id"] == theme_id)))
    rows |= {row for _step, row, before in noted if before and before["theme_id"] == theme_id}
    return {step_id for step_id, row_id, _before in noted if row_id in rows}
