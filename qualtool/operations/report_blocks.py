"""The blocks of a report: put in, ordered, chosen about, and frozen as they are."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from qualtool.operations.finding import arrange, many, number, one
from qualtool.store.journal import tell
from qualtool.store.schema import Report, ReportBlock, ReportFreeze


def add(
    session: Session,
    report_id: int,
    name: str,
    *,
    position: int | None = None,
    options: str = "",
) -> int:
    """Put a block in before the one now at `position` (None: last); its id.

    `name` is which block, `options` what is chosen about it, as `reports.saved_options` writes it.
    """
    report = one(session, Report, report_id)
    block = ReportBlock(report_id=report_id, name=name, options=options)
    siblings = in_order(session, report_id)
    session.add(block)
    session.flush()
    arrange(siblings, [block], position)
    session.flush()
    tell(session, report=report.title)
    return block.id


def describe(
    session: Session, block_id: int, *, title: str | None = None, opening: str | None = None
) -> None:
    """Give a block a heading and an opening of the researcher's own; empty is the block's own.

    What is None stays as it is. The opening has a line for each paragraph.
    """
    block = _one(session, block_id)
    if title is not None:
        block.title = " ".join(title.split())
    if opening is not None:
        block.opening = opening.strip()


def set_options(session: Session, block_id: int, options: str) -> None:
    """Choose anew about a block, as `reports.saved_options` writes it."""
    _one(session, block_id).options = options


def move(session: Session, block_ids: Iterable[int], position: int | None) -> None:
    """Put blocks before the one now at `position` in their report (None: last).

    Those of another report than the first one's stay where they are.
    """
    blocks = many(session, ReportBlock, block_ids)
    if not blocks:
        return
    _tell(session, blocks)
    siblings = in_order(session, blocks[0].report_id)
    arrange(siblings, [block for block in blocks if block in siblings], position)


def remove(session: Session, block_ids: Iterable[int]) -> None:
    """Take blocks out of their reports; what they told of stays."""
    blocks = many(session, ReportBlock, block_ids)
    if not blocks:
        return
    _tell(session, blocks)
    left = {block.report_id for block in blocks}
    for block in blocks:
        session.delete(block)
    session.flush()
    session.expire_all()
    for report_id in left:
        number(in_order(session, report_id))


def freeze(session: Session, block_id: int, content: str) -> None:
    """Keep a block as it is now, as `core.report_json` writes it, whatever is coded later."""
    block = _one(session, block_id)
    _let_go(session, block)
    session.add(ReportFreeze(block_id=block.id, content=content))
    session.flush()


def thaw(session: Session, block_id: int) -> None:
    """Let a block follow the project again."""
    _let_go(session, _one(session, block_id))


def in_order(session: Session, report_id: int) -> list[ReportBlock]:
    """The blocks of a report, in their order."""
    rows = select(ReportBlock).where(ReportBlock.report_id == report_id)
    return list(session.scalars(rows.order_by(ReportBlock.position, ReportBlock.id)))


def _one(session: Session, block_id: int) -> ReportBlock:
    block = one(session, ReportBlock, block_id)
    _tell(session, [block])
    return block


def _tell(session: Session, blocks: list[ReportBlock]) -> None:
    report = one(session, Report, blocks[0].report_id)
    tell(session, report=report.title, blocks=len(blocks), title=blocks[0].title)


def _let_go(session: Session, block: ReportBlock) -> None:
    session.execute(delete(ReportFreeze).where(ReportFreeze.block_id == block.id))
    session.expire_all()
