"""The study's phases, and which documents and activities fall into each."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.dates import read
from qualtool.core.errors import QualtoolError
from qualtool.core.phases import Bounds, Place, places
from qualtool.i18n import gettext as _
from qualtool.store.describing_rows import (
    FallenRow,
    Lane,
    LaneItem,
    PhaseRow,
    SchemeRow,
    Swimlanes,
)
from qualtool.store.schema import Activity, Document, Phase, PhaseMember, PhaseScheme

Target = Literal["document", "activity"]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A document or an activity, with the days it covers."""

    target: Target
    id: int
    name: str
    kind: str
    date: str
    first: str | None
    last: str | None


@dataclass(frozen=True, slots=True)
class _Placed:
    entry: _Entry
    places: tuple[Place, ...]
    by_hand: bool


def schemes(session: Session) -> list[SchemeRow]:
    """All schemes in order with their phases, and how much falls into each."""
    entries = _entries(session)
    hand = _by_hand(session)
    rows = session.scalars(select(PhaseScheme).order_by(PhaseScheme.position, PhaseScheme.id))
    phases = _phases(session)
    return [_scheme(row, phases[row.id], _place(entries, phases[row.id], hand)) for row in rows]


def swimlanes(session: Session, scheme_id: int) -> Swimlanes:
    """The phases of a scheme as lanes, with what lies between them and what has no date.

    What is put into a phase of the scheme by hand is where the hand put it; all else falls into
    every phase that holds a day of its date. Raises QualtoolError "gone".
    """
    row = session.get(PhaseScheme, scheme_id)
    if row is None:
        raise QualtoolError("gone", _("This phase scheme is no longer in the project."))
    phases = _phases(session)[scheme_id]
    placed = _place(_entries(session), phases, _by_hand(session))
    scheme = _scheme(row, phases, placed)
    lanes = tuple(Lane(phase, tuple(_items(placed, phase.id))) for phase in scheme.phases)
    loose = sorted((each for each in placed if not each.places), key=_by_date)
    dated = [each.entry for each in placed if each.entry.first is not None]
    days = [
        *(each.first for each in dated),
        *(each.last for each in dated),
        *(phase.date_from for phase in phases),
        *(phase.date_to for phase in phases),
    ]
    known = [day for day in days if day is not None]
    return Swimlanes(
        scheme=scheme,
        lanes=lanes,
        between=tuple(_item(each) for each in loose if each.entry.first is not None),
        undated=tuple(_item(each) for each in loose if each.entry.first is None),
        first=min(known, default=None),
        last=max(known, default=None),
    )


def dated(session: Session) -> list[LaneItem]:
    """All documents and activities with their dates, whatever phases there are; in date order."""
    placed = [_Placed(entry, (), False) for entry in _entries(session)]
    return [_item(each) for each in sorted(placed, key=_by_date)]


def phases_of_documents(session: Session, scheme_id: int) -> dict[int, tuple[int, ...]]:
    """The phases of a scheme that each document falls into, in the order of the phases."""
    placed = _place(_entries(session), _phases(session)[scheme_id], _by_hand(session))
    return {
        each.entry.id: tuple(place.phase_id for place in each.places)
        for each in placed
        if each.entry.target == "document"
    }


def phases_of_activities(session: Session) -> dict[int, tuple[FallenRow, ...]]:
    """The phases that each activity falls into, scheme by scheme."""
    entries = [each for each in _entries(session) if each.target == "activity"]
    found: dict[int, list[FallenRow]] = {each.id: [] for each in entries}
    hand, phases = _by_hand(session), _phases(session)
    for scheme in schemes(session):
        for placed in _place(entries, phases[scheme.id], hand):
            ids = tuple(place.phase_id for place in placed.places)
            found[placed.entry.id].append(FallenRow(scheme, ids, placed.by_hand))
    return {activity_id: tuple(rows) for activity_id, rows in found.items()}


def _entries(session: Session) -> list[_Entry]:
    documents = session.scalars(select(Document).order_by(Document.position, Document.id))
    activities = session.scalars(select(Activity).order_by(Activity.position, Activity.id))
    return [
        *(
            _Entry("document", row.id, row.name, row.kind, row.date, row.date_from, row.date_to)
            for row in documents
        ),
        *(
            _Entry("activity", row.id, row.name, "", row.date, row.date_from, row.date_to)
            for row in activities
        ),
    ]


def _phases(session: Session) -> Mapping[int, Sequence[Phase]]:
    """The phases of each scheme, in order."""
    found: dict[int, list[Phase]] = defaultdict(list)
    for row in session.scalars(select(Phase).order_by(Phase.position, Phase.id)):
        found[row.scheme_id].append(row)
    return found


def _by_hand(session: Session) -> Mapping[tuple[Target, int], frozenset[int]]:
    """The phases that each document or activity was put into."""
    found: dict[tuple[Target, int], set[int]] = defaultdict(set)
    for row in session.scalars(select(PhaseMember)):
        if row.document_id is not None:
            found["document", row.document_id].add(row.phase_id)
        elif row.activity_id is not None:
            found["activity", row.activity_id].add(row.phase_id)
    return {key: frozenset(ids) for key, ids in found.items()}


def _place(
    entries: Iterable[_Entry],
    phases: Sequence[Phase],
    hand: Mapping[tuple[Target, int], frozenset[int]],
) -> list[_Placed]:
    bounds = [Bounds(phase.id, phase.date_from, phase.date_to) for phase in phases]
    found: list[_Placed] = []
    for entry in entries:
        put = hand.get((entry.target, entry.id), frozenset())
        chosen = tuple(Place(phase.id, False) for phase in phases if phase.id in put)
        by_date = places(entry.first, entry.last, bounds)
        found.append(_Placed(entry, chosen or by_date, bool(chosen)))
    return found


def _scheme(row: PhaseScheme, phases: Sequence[Phase], placed: Sequence[_Placed]) -> SchemeRow:
    counts: dict[tuple[int, Target], int] = defaultdict(int)
    for each in placed:
        for place in each.places:
            counts[place.phase_id, each.entry.target] += 1
    return SchemeRow(
        id=row.id,
        name=row.name,
        position=row.position,
        phases=tuple(
            PhaseRow(
                id=phase.id,
                scheme_id=row.id,
                name=phase.name,
                date_from=phase.date_from,
                date_to=phase.date_to,
                colour=phase.colour,
                position=phase.position,
                documents=counts[phase.id, "document"],
                activities=counts[phase.id, "activity"],
            )
            for phase in phases
        ),
    )


def _items(placed: Iterable[_Placed], phase_id: int) -> Iterable[LaneItem]:
    here = [each for each in placed if any(place.phase_id == phase_id for place in each.places)]
    for each in sorted(here, key=_by_date):
        (place,) = (place for place in each.places if place.phase_id == phase_id)
        yield _item(each, straddles=place.straddles)


def _by_date(each: _Placed) -> tuple[str, str]:
    return (each.entry.first or "~", each.entry.last or "~")


def _item(each: _Placed, *, straddles: bool = False) -> LaneItem:
    entry = each.entry
    return LaneItem(
        target=entry.target,
        id=entry.id,
        name=entry.name,
        kind=entry.kind,
        date=entry.date,
        date_from=entry.first,
        date_to=entry.last,
        straddles=straddles,
        about=read(entry.date).state == "about",
        by_hand=each.by_hand,
    )
