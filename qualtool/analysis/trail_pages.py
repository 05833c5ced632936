"""The trail a page at a time, the newest first, narrowed to what one looks for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from sqlalchemy import ColumnElement, Select, and_, false, func, or_, select
from sqlalchemy.orm import Session, aliased

from qualtool.analysis import history_areas
from qualtool.analysis.history import step_row, worded
from qualtool.store.rows import StepRow
from qualtool.store.schema import Coder, Step
from qualtool.store.selecting import listed
from qualtool.store.whose import read_in

CHUNK: Final = 300  # steps looked at in one go


@dataclass(frozen=True, slots=True)
class StepFilter:
    """What is asked for; nothing asked is everything.

    Days are ISO; `words` must all be in the sentence, the reason or the coder's name. With
    `standing` neither what was taken back nor the taking back is shown; `with_reason` shows only
    steps that say why.
    """

    areas: frozenset[str] = frozenset()
    actions: frozenset[str] = frozenset()
    coders: frozenset[str] = frozenset()
    since: str = ""
    until: str = ""
    words: str = ""
    standing: bool = False
    with_reason: bool = False


@dataclass(frozen=True, slots=True)
class StepPage:
    """Some steps, and the number to ask on below; None where the trail ends."""

    steps: tuple[StepRow, ...]
    below: int | None


def page(
    session: Session, wanted: StepFilter, below: int | None = None, *, most: int = CHUNK
) -> StepPage:
    """The next steps that fit, of at most `most` that were looked at, below a number.

    The page may be empty although there is more: `below` says so.
    """
    undone = taken_back(session)
    asked = _asked(session, wanted, undone)
    if below is not None:
        asked = asked.where(Step.id < below)
    rows = session.execute(asked.limit(most)).all()
    meant = _meant(session, (step for step, _coder in rows))
    words = wanted.words.casefold().split()
    found = []
    for step, coder in rows:
        row = step_row(step, coder or "", step.id in undone, meant)
        if not words or _says(row, words):
            found.append(row)
    return StepPage(tuple(found), rows[-1][0].id if len(rows) == most else None)


def every(session: Session, wanted: StepFilter) -> list[StepRow]:
    """All steps that fit, the oldest first, for a table."""
    found: list[StepRow] = []
    below: int | None = None
    while True:
        part = page(session, wanted, below, most=5000)
        found += part.steps
        if part.below is None:
            return found[::-1]
        below = part.below


def coders(session: Session) -> list[str]:
    """Who has done steps, by name."""
    rows = session.scalars(
        select(Coder.name).where(Coder.id.in_(select(Step.coder_id).distinct())).order_by(Coder.id)
    )
    return list(rows)


def count(session: Session) -> int:
    """How many steps there are."""
    return session.scalar(select(func.count(Step.id))) or 0


def _says(row: StepRow, words: Iterable[str]) -> bool:
    said = f"{worded(row)}\n{row.reason}\n{row.coder}".casefold()
    return all(word in said for word in words)


def _asked(session: Session, wanted: StepFilter, undone: frozenset[int]) -> Select[Step, str]:
    asked = select(Step, Coder.name).outerjoin(Coder, Coder.id == Step.coder_id)
    keys = wanted.actions
    if wanted.areas:
        keys = frozenset(history_areas.actions(wanted.areas)) & (keys or _all())
    if wanted.areas or wanted.actions:
        asked = asked.where(_of_actions(keys))
    if wanted.coders:
        asked = asked.where(Coder.name.in_(sorted(wanted.coders)))
    if wanted.since:
        asked = asked.where(Step.created_ms >= _moment(wanted.since))
    if wanted.until:
        asked = asked.where(Step.created_ms < _moment(wanted.until, days=1))
    if wanted.with_reason:
        asked = asked.where(Step.reason != "")
    if wanted.standing:
        asked = asked.where(
            Step.action.not_in(sorted(history_areas.BACK)), Step.id.not_in(listed(undone))
        )
    only = read_in(session)
    if only is not None:
        # Whoever codes blind is not told what others have coded or written.
        told = history_areas.actions(frozenset({"coding", "notes"}))
        own = or_(Step.coder_id.in_(listed(only)), Step.coder_id.is_(None))
        asked = asked.where(or_(own, ~_of_actions(frozenset(told))))
    return asked.order_by(Step.id.desc())


def _all() -> frozenset[str]:
    return frozenset(history_areas.actions(frozenset(history_areas.AREAS)))


def _of_actions(keys: frozenset[str]) -> ColumnElement[bool]:
    """Steps with these keys, and those that took such a step back or did it again."""
    if not keys:
        return false()
    undone, again = aliased(Step), aliased(Step)
    meant = (
        select(undone.id)
        .outerjoin(again, and_(again.id == undone.undoes_id, undone.action == "undo"))
        .where(or_(undone.action.in_(sorted(keys)), again.action.in_(sorted(keys))))
    )
    back = and_(Step.action.in_(sorted(history_areas.BACK)), Step.undoes_id.in_(meant))
    return or_(Step.action.in_(sorted(keys)), back)


def taken_back(session: Session) -> frozenset[int]:
    """The steps that are taken back as things stand."""
    rows = session.execute(
        select(Step.id, Step.action, Step.undoes_id)
        .where(Step.action.in_(sorted(history_areas.BACK)))
        .order_by(Step.id)
    ).all()
    undoes = {step_id: meant for step_id, action, meant in rows if action == "undo"}
    found: set[int] = set()
    for _id, action, meant in rows:
        if action == "undo" and meant is not None:
            found.add(meant)
        elif action == "redo":
            found.discard(undoes.get(meant or 0) or 0)
    return frozenset(found)


def _meant(session: Session, steps: Iterable[Step]) -> Mapping[int, Step]:
    """The steps that these took back or did again, and what those took back in their turn."""
    wanted = {step.undoes_id for step in steps if step.undoes_id is not None}
    found: dict[int, Step] = {}
    for _time in range(2):
        rows = session.scalars(select(Step).where(Step.id.in_(listed(wanted - set(found))))).all()
        found.update((row.id, row) for row in rows)
        wanted = {row.undoes_id for row in rows if row.undoes_id is not None}
    return found


def _moment(day: str, *, days: int = 0) -> int:
    begins = datetime.combine(date.fromisoformat(day) + timedelta(days=days), time())
    return int(begins.astimezone(UTC).timestamp() * 1000)
