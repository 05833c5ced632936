"""The phase log: which phase of the method was worked in when, and in which one is now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.store.schema import WorkPhase


@dataclass(frozen=True, slots=True)
class PhaseEntry:
    """A time in a phase; days are ISO, `last` is empty while it goes on."""

    id: int
    key: str
    first: str
    last: str
    note: str


def phase_log(session: Session) -> list[PhaseEntry]:
    """All entries in the order of their first days."""
    rows = session.scalars(
        select(WorkPhase).order_by(WorkPhase.date_from, WorkPhase.position, WorkPhase.id)
    )
    return [
        PhaseEntry(row.id, row.key, row.date_from or "", row.date_to or "", row.note)
        for row in rows
    ]


def phase_now(session: Session) -> str:
    """The key of the phase entered last that has begun and not ended; empty where there is none."""
    today = datetime.now(UTC).astimezone().date().isoformat()
    going = [
        entry
        for entry in phase_log(session)
        if entry.first <= today and (not entry.last or entry.last >= today)
    ]
    return going[-1].key if going else ""
