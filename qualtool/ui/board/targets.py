"""Where something that is carried over the board would come to lie."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from PySide6.QtCore import QPoint, QRect

from qualtool.ui.board.contents import LOOSE, Contents
from qualtool.ui.board.layout import BETWEEN, COLUMN, GAP, Laid, Lane, Stretch

BELOW: Final = 24  # pixels under a column that still belong to it
_THICK: Final = 2


@dataclass(frozen=True, slots=True)
class Target:
    """What a drop would mean.

    `into` a place before the card at `index`; on the `ground`: a new theme; as a `theme` under
    `place` (0: at the top) before the theme `before` (None: last); or `aside`. `box` is lit, and
    `line` shows between what it would come.
    """

    kind: Literal["into", "ground", "theme", "aside"]
    place: int = LOOSE
    index: int = 0
    before: int | None = None
    box: QRect | None = None
    line: QRect | None = None


def in_trays(laid: Laid, at: QPoint) -> Target | None:
    """Where cards would lie among the trays."""
    lane = laid.lanes[0]
    for stretch in lane.stretches:
        if at.y() < stretch.bottom or stretch is lane.stretches[-1]:
            return Target("into", stretch.place, len(stretch.cards), box=_whole(lane, stretch))
    return None


def on_board(laid: Laid, at: QPoint) -> Target:
    """Where cards would lie on the board: in a theme, or in a new one."""
    lane = _lane_at(laid, at)
    if lane is None or at.y() > lane.box.bottom() + BELOW:
        return Target("ground", box=_new_box(laid, at))
    stretch = _stretch_at(lane, at)
    index = sum(box.center().y() < at.y() for box in stretch.cards)
    if stretch.cards:
        last = index == len(stretch.cards)
        near = stretch.cards[-1] if last else stretch.cards[index]
        top = near.bottom() + BETWEEN // 2 if last else near.top() - BETWEEN // 2 - 1
        line = QRect(near.left(), top, near.width(), _THICK)
    else:
        line = None
    box = None if stretch.cards else _whole(lane, stretch)
    return Target("into", stretch.place, index, box=box, line=line)


def of_theme(laid: Laid, contents: Contents, theme_id: int, at: QPoint) -> Target | None:
    """Where a theme would stand: between the columns, or under the theme of one."""
    columns = [lane for lane in laid.lanes if lane.theme_id is not None]
    lane = _lane_at(laid, at)
    if not columns:
        return Target("theme", 0, box=_new_box(laid, at))
    if lane is None or at.y() > lane.box.bottom() + BELOW:
        number = sum(each.box.center().x() < at.x() for each in columns)
        return _between(columns, number)
    number = columns.index(lane)
    sections = contents.columns[number]
    sub = any(each.place == theme_id for column in contents.columns for each in column[1:])
    head = lane.stretches[0].cards[0].top() if lane.stretches[0].cards else lane.box.top() + 80
    if (not sub and at.y() < head) or lane.theme_id == theme_id:
        return _between(columns, number + (at.x() > lane.box.center().x()))
    subs = [each for each in sections[1:] if each.depth == 1]
    before = next(
        (each.place for each in subs if _top(lane, each.place) + 12 > at.y()),
        None,
    )
    top = _top(lane, before) if before is not None else lane.box.bottom() - BETWEEN // 2
    line = QRect(lane.box.left(), top, COLUMN, _THICK)
    box = lane.box.adjusted(-4, -4, 4, 4)
    return Target("theme", sections[0].place, before=before, box=box, line=line)


def _between(columns: list[Lane], number: int) -> Target:
    before = columns[number].theme_id if number < len(columns) else None
    near = columns[min(number, len(columns) - 1)].box
    left = near.left() - GAP // 2 - 1 if before is not None else near.right() + GAP // 2
    line = QRect(left, near.top(), _THICK, max(near.height(), 200))
    return Target("theme", 0, before=before, line=line)


def _lane_at(laid: Laid, at: QPoint) -> Lane | None:
    for lane in laid.lanes:
        near = lane.box.left() - GAP // 2 <= at.x() < lane.box.right() + GAP // 2
        if near and lane.theme_id is not None:
            return lane
    return None


def _stretch_at(lane: Lane, at: QPoint) -> Stretch:
    return next((each for each in lane.stretches if at.y() < each.bottom), lane.stretches[-1])


def _top(lane: Lane, place: int) -> int:
    return next(each.top for each in lane.stretches if each.place == place)


def _whole(lane: Lane, stretch: Stretch) -> QRect:
    return QRect(lane.box.left(), stretch.top, lane.box.width(), stretch.bottom - stretch.top)


def _new_box(laid: Laid, at: QPoint) -> QRect:
    """The place of the theme that would be made: that of the button, where a column would come."""
    return laid.lanes[-1].box.adjusted(-2, -2, 2, 2)
