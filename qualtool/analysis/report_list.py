"""The reports of a project, and the blocks that each is made of."""

from __future__ import annotations

import json
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.store.reporting_rows import ReportBlockRow, ReportRow
from qualtool.store.schema import Change, Report, ReportBlock, ReportFreeze
from qualtool.store.selecting import listed


def reports(session: Session) -> list[ReportRow]:
    """All reports, in their order."""
    rows = session.scalars(select(Report).order_by(Report.position, Report.id))
    return [_report(row) for row in rows]


def report(session: Session, report_id: int) -> ReportRow | None:
    """One report, or None where it is gone."""
    row = session.get(Report, report_id)
    return _report(row) if row is not None else None


def blocks(session: Session, report_id: int) -> list[ReportBlockRow]:
    """The blocks of a report, in their order."""
    rows = select(ReportBlock).where(ReportBlock.report_id == report_id)
    found = session.scalars(rows.order_by(ReportBlock.position, ReportBlock.id)).all()
    when = _frozen(session, [row.id for row in found])
    return [_block(row, when.get(row.id)) for row in found]


def block(session: Session, block_id: int) -> ReportBlockRow | None:
    """One block, or None where it is gone."""
    row = session.get(ReportBlock, block_id)
    return _block(row, _frozen(session, [block_id]).get(block_id)) if row is not None else None


def guids(session: Session, report_id: int) -> dict[int, str]:
    """What the blocks of a report are known by outside the project, by their numbers."""
    rows = select(ReportBlock.id, ReportBlock.guid).where(ReportBlock.report_id == report_id)
    return {row.id: row.guid for row in session.execute(rows)}


def gone_guids(session: Session) -> dict[str, tuple[str, ...]]:
    """What blocks that are gone were known by, by which block they were, the last gone first."""
    rows = select(Change.before).where(
        Change.table_name == ReportBlock.__tablename__, Change.before.is_not(None)
    )
    there = set(session.scalars(select(ReportBlock.guid)))
    found: dict[str, dict[str, None]] = {}
    for before in session.scalars(rows.order_by(Change.id.desc())):
        row = json.loads(before or "{}")
        if row["guid"] not in there:
            found.setdefault(row["name"], {})[row["guid"]] = None
    return {name: tuple(guids) for name, guids in found.items()}


def frozen(session: Session, block_id: int) -> str:
    """A block as it was frozen, as `core.report_json` writes it; empty where it is not."""
    kept = select(ReportFreeze.content).where(ReportFreeze.block_id == block_id)
    return session.scalars(kept).first() or ""


def _frozen(session: Session, block_ids: Sequence[int]) -> dict[int, int]:
    """When each of these blocks was frozen, those that are."""
    rows = select(ReportFreeze.block_id, ReportFreeze.created_ms)
    rows = rows.where(ReportFreeze.block_id.in_(listed(block_ids)))
    return {row.block_id: row.created_ms for row in session.execute(rows)}


def _report(row: Report) -> ReportRow:
    return ReportRow(row.id, row.title, row.language, row.contents, row.position)


def _block(row: ReportBlock, frozen_ms: int | None) -> ReportBlockRow:
    return ReportBlockRow(
        row.id,
        row.report_id,
        row.name,
        row.title,
        row.opening,
        row.options,
        row.position,
        frozen_ms,
    )
