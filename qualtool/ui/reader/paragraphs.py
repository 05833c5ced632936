"""One piece of text laid out in lines: where each character stands, and what stands where."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextLine, QTextOption

from qualtool.core.offsets import Offsets, offsets_of
from qualtool.ui.reader.characters import inside_flags
from qualtool.ui.reader.directions import Cell, cells_of, covered, is_mixed, is_plain, place_of

_BY_CHARACTER: Final = QTextLayout.CursorMode.SkipCharacters
TAB_STOP: Final = 4  # average characters


@dataclass(frozen=True, slots=True)
class Laid:
    """A piece in lines of equal height. Offsets are code points from the piece's beginning."""

    text: str
    layout: QTextLayout
    offsets: Offsets
    starts: list[int]  # where each line begins, in UTF-16 units
    edges: list[tuple[float, float]]  # the left and the right of what is written in each line
    line: int  # its height
    mixed: bool  # holds text that runs from right to left
    right_to_left: bool = False  # runs so as a whole
    plain: bool = True  # each character is one code point, from the left
    goes_on: bool = False  # the next piece is of the same paragraph
    inside_flags: frozenset[int] = frozenset()  # offsets, where Qt may let the caret stand
    _cells: dict[int, list[Cell]] = field(default_factory=dict)  # of a line, as asked for
    _places: dict[int, float] = field(default_factory=dict)  # of UTF-16 units, as asked for

    @property
    def height(self) -> int:
        """How tall the lines are together."""
        return self.line * len(self.starts)

    def line_at(self, offset: int) -> int:
        """The line an offset stands in; where a line is wrapped, the later one."""
        unit = offset if self.plain else self.offsets.to_utf16(offset)
        return max(0, bisect_right(self.starts, unit) - 1)

    def line_span(self, number: int) -> tuple[int, int]:
        """The stretch that stands in a line, its end included in the next line where wrapped."""
        start = self.offsets.to_code_points(self.starts[number])
        if number + 1 < len(self.starts):
            return start, self.offsets.to_code_points(self.starts[number + 1])
        return start, self.offsets.length

    def last_of_line(self, number: int) -> int:
        """The last place in a line where the caret still stands in that line."""
        first, end = self.line_span(number)
        if number + 1 == len(self.starts) and not self.goes_on:
            return end
        return max(self.before(end), first)

    def x_of(self, offset: int, *, line: int | None = None) -> float:
        """How far from the left the caret stands before an offset."""
        number = self.line_at(offset) if line is None else line
        return place_of(self.layout.lineAt(number), self.offsets.to_utf16(offset))

    def offset_at(self, x: float, y: float) -> int:
        """The place for the caret that is nearest to a point."""
        number = min(max(int(y // self.line), 0), len(self.starts) - 1)
        if not self.plain and (cell := self._cell_at(number, x)):
            unit = cell.side(x)
        else:
            unit = self.layout.lineAt(number).xToCursor(x)
        found = self.offsets.to_code_points(unit)
        if self.start_of(found) != found:
            # Between the parts of a character that is made of several.
            sides = (self.before(found), self.after(found))
            found = min(sides, key=lambda side: abs(self.x_of(side, line=number) - x))
        return min(found, self.last_of_line(number))

    def character_at(self, x: float, y: float) -> int:
        """Where the character begins that stands at a point, or nearest to it in its line."""
        number = min(max(int(y // self.line), 0), len(self.starts) - 1)
        first, end = self.line_span(number)
        if not self.plain and (cell := self._cell_at(number, x)):
            unit = cell.start
        else:
            place = QTextLine.CursorPosition.CursorOnCharacter
            unit = self.layout.lineAt(number).xToCursor(x, place)
        found = self.start_of(self.offsets.to_code_points(unit))
        if found >= end > first:  # right of all that is written
            return self.before(end)
        return max(found, first)

    def before(self, offset: int, by: QTextLayout.CursorMode = _BY_CHARACTER) -> int:
        """The place for the caret before another; never inside a character made of several."""
        unit = self.layout.previousCursorPosition(self.offsets.to_utf16(offset), by)
        found = self.offsets.to_code_points(unit)
        return found - 1 if found in self.inside_flags else found

    def after(self, offset: int, by: QTextLayout.CursorMode = _BY_CHARACTER) -> int:
        """The place for the caret after another."""
        unit = self.layout.nextCursorPosition(self.offsets.to_utf16(offset), by)
        found = self.offsets.to_code_points(unit)
        return found + 1 if found in self.inside_flags else found

    def start_of(self, offset: int) -> int:
        """The offset itself, or where the character made of several begins that it lies in."""
        return offset if self._stands(self.offsets.to_utf16(offset)) else self.before(offset)

    def covers(self, x: float, y: float) -> bool:
        """Whether a point lies on the text itself and not beside it."""
        number = int(y // self.line)
        if not 0 <= number < len(self.starts):
            return False
        left, right = self.edges[number]
        return left <= x <= right

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """The boxes that cover a stretch, line by line, each as tall as its line."""
        line = self.line
        return [
            QRectF(left, number * line, width, line)
            for number, left, width in self.strips(start, end)
        ]

    def strips(self, start: int, end: int) -> list[tuple[int, float, float]]:
        """What a stretch covers of each line: the line's number, the left and the width."""
        if start >= end:
            return []
        one, other = start, end
        if not self.plain:
            one, other = self.offsets.to_utf16(start), self.offsets.to_utf16(end)
        starts, last = self.starts, len(self.starts) - 1
        found: list[tuple[int, float, float]] = []
        number = max(0, bisect_right(starts, one) - 1)
        while number <= last and starts[number] < other:
            if self.mixed:
                for left, right in covered(self._cells_of(number), one, other):
                    found.append((number, left, right - left))
            else:
                # A line's edges are known; only where a stretch begins or ends inside one is asked.
                left, right = self.edges[number]
                if one > starts[number]:
                    left = self._place(number, one)
                if number == last or starts[number + 1] > other:
                    # A blank at which a line is wrapped hangs out into the margin.
                    right = min(right, self._place(number, other))
                if right > left:
                    found.append((number, left, right - left))
            number += 1
        return found

    def _place(self, number: int, unit: int) -> float:
        # Two tints that meet, and the lines under them, begin and end at the same few places.
        found = self._places.get(unit)
        if found is None:
            found = self._places[unit] = place_of(self.layout.lineAt(number), unit)
        return found

    def _stands(self, unit: int) -> bool:
        if not self.layout.isValidCursorPosition(unit):
            return False
        return self.offsets.to_code_points(unit) not in self.inside_flags

    def _cell_at(self, number: int, x: float) -> Cell | None:
        cells = self._cells_of(number)
        return next((each for each in cells if x < each.right), cells[-1]) if cells else None

    def _cells_of(self, number: int) -> list[Cell]:
        found = self._cells.get(number)
        if found is None:
            last = number + 1 == len(self.starts)
            end = self.offsets.to_utf16(self.offsets.length)
            stops = range(self.starts[number], end + 1 if last else self.starts[number + 1] + 1)
            valid = [stop for stop in stops if self._stands(stop)]
            found = cells_of(
                self.layout.lineAt(number),
                valid,
                [self.text[self.offsets.to_code_points(stop)] for stop in valid[:-1]],
                self.edges[number],
                backwards=self.right_to_left if self.mixed else None,
            )
            self._cells[number] = found
        return found


def lay_out(
    text: str,
    font: QFont,
    *,
    width: int,
    line: int,
    baseline: float,
    tab: float,
    right_to_left: bool = False,
    goes_on: bool = False,
) -> Laid:
    """Lay out a text in lines of one height, each with its writing at the same height.

    `right_to_left` is how its paragraph runs; `goes_on` says that the paragraph does not end here.
    """
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    direction = Qt.LayoutDirection
    option.setTextDirection(direction.RightToLeft if right_to_left else direction.LeftToRight)
    option.setTabStopDistance(tab)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    starts: list[int] = []
    edges: list[tuple[float, float]] = []
    layout.beginLayout()
    while (piece := layout.createLine()).isValid():
        piece.setLineWidth(width)
        piece.setPosition(QPointF(0, len(starts) * line + baseline - piece.ascent()))
        starts.append(piece.textStart())
        written = piece.naturalTextRect()
        edges.append((written.left(), written.right()))
    layout.endLayout()
    plain = is_plain(text)
    return Laid(
        text,
        layout,
        offsets_of(text),
        starts or [0],
        edges or [(0.0, 0.0)],
        line,
        right_to_left or (not plain and is_mixed(text)),
        right_to_left,
        plain,
        goes_on,
        frozenset() if plain else inside_flags(text),
    )
