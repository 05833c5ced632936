"""Where the pages of a whole report lie, one below the other, each as wide as there is room for."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QRectF, QSizeF

from qualtool.ui.report.setting import A4, Sheaf

GAP: Final = 24.0  # between pages, and above the first
SIDE: Final = 40.0  # beside a page at the least
SMALLEST: Final = 0.3


@dataclass(slots=True)
class Part:
    """What a block of the report fills; no sheaves where it has not been set yet."""

    key: int
    sheaves: list[Sheaf] = field(default_factory=list)

    @property
    def in_print(self) -> int:
        """How many pages it will be, about; one where that is not known yet."""
        return max(1, sum(sheaf.in_print for sheaf in self.sheaves))


@dataclass(frozen=True, slots=True)
class Leaf:
    """One page of a part: of which sheaf (None: not set yet), and where on the ground it lies.

    `number` is the page of the whole report it will be, None where that is not known.
    """

    part: Part
    sheaf: Sheaf | None
    page: int
    box: QRectF
    scale: float
    number: int | None


class Leaves:
    """The pages in order; coordinates are pixels of the ground, before it is scrolled."""

    def __init__(self) -> None:
        self.all: list[Leaf] = []
        self._tops: list[float] = []
        self.height = self.width = 0.0

    def lay_out(self, parts: Sequence[Part], room: float, zoom: float) -> None:
        """Lay the pages of these parts where there is so much room across.

        They are as wide as fits, `zoom` times that; the ground may be wider than the room then.
        """
        self.all.clear()
        width = max([room, *(_across(part, room, zoom) + 2 * GAP for part in parts)])
        self.width = width
        top, number, known = GAP, 1, True
        for part in parts:
            first = number
            for sheaf in part.sheaves or (None,):
                size = sheaf.size if sheaf is not None else A4
                scale = _scale(size, room, zoom)
                shown = QSizeF(size * scale)
                left = max(GAP, (width - shown.width()) / 2)
                for page in range(sheaf.pages if sheaf is not None else 1):
                    box = QRectF(left, top, shown.width(), shown.height())
                    self.all.append(Leaf(part, sheaf, page, box, scale, number if known else None))
                    top += shown.height() + GAP
                    number += 1
            number = first + part.in_print
            known = known and bool(part.sheaves)
        self._tops = [leaf.box.top() for leaf in self.all]
        self.height = top

    def at(self, y: float) -> int:
        """The index of the page at this height, or of the one above the gap there."""
        return max(0, bisect_right(self._tops, y) - 1)

    def of(self, key: int) -> list[Leaf]:
        """The pages of a part."""
        return [leaf for leaf in self.all if leaf.part.key == key]


def _scale(size: QSizeF, room: float, zoom: float) -> float:
    return zoom * max(SMALLEST, min(1.0, (room - 2 * SIDE) / size.width()))


def _across(part: Part, room: float, zoom: float) -> float:
    """How wide the widest page of a part is."""
    sizes = [sheaf.size for sheaf in part.sheaves] or [A4]
    return max(size.width() * _scale(size, room, zoom) for size in sizes)
