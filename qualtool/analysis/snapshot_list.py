"""The snapshots of a project, and the moment that each kept."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.codebook_moment import Moment, unpacked
from qualtool.store.schema import Snapshot


@dataclass(frozen=True, slots=True)
class SnapshotRow:
    """A snapshot: when it was taken, what for, and how many codes and themes there were."""

    id: int
    name: str
    note: str
    created_ms: int
    codes: int
    themes: int


def snapshots(session: Session) -> list[SnapshotRow]:
    """All of them, the newest first."""
    found = []
    for row in session.scalars(select(Snapshot).order_by(Snapshot.created_ms.desc(), Snapshot.id)):
        moment = unpacked(row.content)
        codes = sum(label.kind == "code" for label in moment.labels)
        themes = len(moment.labels) - codes
        found.append(SnapshotRow(row.id, row.name, moment.note, row.created_ms, codes, themes))
    return found


def kept_moment(session: Session, snapshot_id: int) -> Moment | None:
    """Codebook and themes as a snapshot kept them; None where it is gone."""
    row = session.get(Snapshot, snapshot_id)
    return unpacked(row.content) if row is not None else None
