"""The map of a frame: where themes, codes and boxes of one's own stand, and the lines between."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.operations.finding import many, one
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Frame, MapItem, MapLink, Theme

KINDS: Final = ("line", "arrow", "both_ways")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where the middle of a theme or a code stands on a map, in pixels of the map at 100 %."""

    x: int
    y: int
    theme_id: int | None = None
    code_id: int | None = None


def lay_out(session: Session, frame_id: int, spots: Iterable[Spot]) -> list[int]:
    """Put themes and codes where a layout has them, made or moved; the numbers of their items.

    What stands on the map besides stays where it is. Raises ValueError for a spot of neither.
    """
    frame = one(session, Frame, frame_id)
    rows = session.scalars(select(MapItem).where(MapItem.frame_id == frame_id))
    there = {(row.theme_id, row.code_id): row for row in rows if row.theme_id or row.code_id}
    items: list[MapItem] = []
    for spot in spots:
        if (spot.theme_id is None) == (spot.code_id is None):
            raise ValueError("a spot is of a theme or of a code")
        item = there.get((spot.theme_id, spot.code_id))
        if item is None:
            kind, row_id = (Theme, spot.theme_id) if spot.theme_id else (Code, spot.code_id)
            one(session, kind, row_id or 0)
            item = MapItem(frame_id=frame_id, theme_id=spot.theme_id, code_id=spot.code_id)
            session.add(item)
        item.x, item.y, item.hidden = spot.x, spot.y, False
        items.append(item)
    tell(session, frame=frame.name, count=len(items))
    session.flush()
    return [item.id for item in items]


def add_box(session: Session, frame_id: int, text: str, x: int, y: int) -> int:
    """A box of the researcher's own words; its number."""
    one(session, Frame, frame_id)
    item = MapItem(frame_id=frame_id, text=text, x=x, y=y)
    session.add(item)
    session.flush()
    tell(session, text=text)
    return item.id


def write(session: Session, item_id: int, text: str) -> None:
    """Change the words of a box, or those under a theme or code."""
    item = one(session, MapItem, item_id)
    tell(session, text=text)
    item.text = text


def move(session: Session, item_ids: Iterable[int], dx: int, dy: int) -> None:
    """Move things on a map by so many pixels."""
    items = many(session, MapItem, item_ids)
    tell(session, count=len(items))
    for item in items:
        item.x, item.y = item.x + dx, item.y + dy


def resize(session: Session, item_id: int, width: int, height: int) -> None:
    """Make something on a map larger or smaller; 0 is as large as its words."""
    item = one(session, MapItem, item_id)
    tell(session, count=1)
    item.width, item.height = max(0, width), max(0, height)


def take_off(session: Session, item_ids: Iterable[int]) -> None:
    """Take things off a map with the lines to them; themes and codes are only hidden there."""
    items = many(session, MapItem, item_ids)
    tell(session, count=len(items))
    numbers = [item.id for item in items]
    ends = or_(MapLink.from_item_id.in_(numbers), MapLink.to_item_id.in_(numbers))
    session.execute(delete(MapLink).where(ends))
    session.expire_all()
    for item in items:
        if item.theme_id is None and item.code_id is None:
            session.delete(item)
        else:
            item.hidden = True
    session.flush()


def link(
    session: Session, from_item_id: int, to_item_id: int, *, text: str = "", kind: str = "line"
) -> int:
    """Draw a line between two things on a map, or change the one there is; its number.

    Raises QualtoolError "link_to_itself"; ValueError for what is none of `KINDS`.
    """
    if kind not in KINDS:
        raise ValueError(f"no such line: {kind}")
    ends = many(session, MapItem, (from_item_id, to_item_id))
    if len(ends) < 2 or ends[0].frame_id != ends[1].frame_id:
        raise QualtoolError("link_to_itself", _("A line goes between two things on one map."))
    tell(session, text=text)
    row = session.scalars(
        select(MapLink).where(
            MapLink.from_item_id == from_item_id, MapLink.to_item_id == to_item_id
        )
    ).first()
    if row is None:
        row = MapLink(from_item_id=from_item_id, to_item_id=to_item_id)
        session.add(row)
    row.text, row.kind = text, kind
    session.flush()
    return row.id


def unlink(session: Session, link_ids: Iterable[int]) -> None:
    """Take lines away."""
    rows = many(session, MapLink, link_ids)
    tell(session, count=len(rows))
    for row in rows:
        session.delete(row)
    session.flush()
