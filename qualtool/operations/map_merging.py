"""What becomes of a place on the map when what stands there is merged into another."""

from __future__ import annotations

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from qualtool.store.schema import MapItem, MapLink


def bring_code(session: Session, code_id: int, target_id: int) -> None:
    """The lines drawn to a code lead to another; where that has no place it gets this one."""
    for item in session.scalars(select(MapItem).where(MapItem.code_id == code_id)).all():
        twin = session.scalars(
            select(MapItem).where(MapItem.code_id == target_id, MapItem.frame_id == item.frame_id)
        ).first()
        if twin is None:
            item.code_id = target_id
        else:
            bring_lines(session, item.id, twin.id)
            session.flush()
            session.delete(item)
    session.flush()


def bring_lines(session: Session, item_id: int, twin_id: int) -> None:
    """The lines to one thing on the map lead to another, none of them twice or to itself."""
    rows = session.scalars(
        select(MapLink)
        .where(
            or_(
                MapLink.from_item_id.in_((item_id, twin_id)),
                MapLink.to_item_id.in_((item_id, twin_id)),
            )
        )
        .order_by(MapLink.id)
    ).all()
    drawn = {
        frozenset((row.from_item_id, row.to_item_id))
        for row in rows
        if item_id not in (row.from_item_id, row.to_item_id)
    }
    for row in rows:
        if item_id not in (row.from_item_id, row.to_item_id):
            continue
        ends = tuple(
            twin_id if end == item_id else end for end in (row.from_item_id, row.to_item_id)
        )
        if ends[0] == ends[1] or (frozenset(ends) in drawn and not row.text):
            continue  # it goes with the place it was drawn to
        drawn.add(frozenset(ends))
        row.from_item_id, row.to_item_id = ends
