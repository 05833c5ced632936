"""One piece of text laid out in lines: where each character stands, and what stands where."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from qualtool.core.offsets import Offsets, offsets_of

_RIGHT_TO_LEFT: Final = re.compile(
    "[\u0590-\u08ff\u200f\u202b\u202e\u2067\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff"
    "\U0001e800-\U0001efff]"
)
TAB_STOP: Final = 4  # average characters


@dataclass(frozen=True, slots=True)
class Laid:
    """A piece in lines of equal height. Offsets are code points from the piece's beginning."""

    layout: QTextLayout
    offsets: Offsets
    starts: list[int]  # where each line begins, in UTF-16 units
    edges: list[tuple[float, float]]  # the left and the right of what is written in each line
    line: int  # its height
    mixed: bool  # holds text that runs from right to left

    @property
    def height(self) -> int:
        """How tall the lines are together."""
        return self.line * len(self.starts)

    def line_at(self, offset: int) -> int:
        """The line an offset stands in; where a line is wrapped, the later one."""
        unit = self.offsets.to_utf16(offset)
        return max(0, bisect_right(self.starts, unit) - 1)

    def line_span(self, number: int) -> tuple[int, int]:
        """The stretch that stands in a line, its end included in the next line where wrapped."""
        start = self.offsets.to_code_points(self.starts[number])
        if number + 1 < len(self.starts):
            return start, self.offsets.to_code_points(self.starts[number + 1])
        return start, self.offsets.length

    def last_of_line(self, number: int) -> int:
        """The last place in a line where the caret still stands in that line."""
        if number + 1 == len(self.starts):
            return self.offsets.length
        unit = self.layout.previousCursorPosition(self.starts[number + 1])
        return self.offsets.to_code_points(max(unit, self.starts[number]))

    def x_of(self, offset: int, *, line: int | None = None) -> float:
        """How far from the left the caret stands before an offset."""
        number = self.line_at(offset) if line is None else line
        return _x(self.layout, number, self.offsets.to_utf16(offset))

    def offset_at(self, x: float, y: float) -> int:
        """The place for the caret that is nearest to a point."""
        number = min(max(int(y // self.line), 0), len(self.starts) - 1)
        unit = self.layout.lineAt(number).xToCursor(x)
        if not self.layout.isValidCursorPosition(unit):
            # Between the glyphs of a character that the font can only draw as several.
            unit = self.layout.previousCursorPosition(unit)
        return min(self.offsets.to_code_points(unit), self.last_of_line(number))

    def covers(self, x: float, y: float) -> bool:
        """Whether a point lies on the text itself and not beside it."""
        number = int(y // self.line)
        if not 0 <= number < len(self.starts):
            return False
        left, right = self.edges[number]
        return left <= x <= right

    def boxes(self, start: int, end: int) -> list[QRectF]:
        """The boxes that cover a stretch, line by line, each as tall as its line."""
        if start >= end:
            return []
        one = self.offsets.to_utf16(start)
        other = self.offsets.to_utf16(end)
        starts = self.starts
        found: list[QRectF] = []
        number = max(0, bisect_right(starts, one) - 1)
        while number < len(starts) and starts[number] < other:
            whole = number + 1 < len(starts) and starts[number + 1] <= other
            if self.mixed:
                until = starts[number + 1] if whole else other
                found += self._runs(number, max(one, starts[number]), until)
            else:
                # A line's edges are known; only where a stretch begins or ends inside one is asked.
                left, right = self.edges[number]
                if one > starts[number]:
                    left = _x(self.layout, number, one)
                if not whole:
                    # A blank at which a line is wrapped hangs out into the margin.
                    right = min(right, _x(self.layout, number, other))
                if right > left:
                    found.append(QRectF(left, number * self.line, right - left, self.line))
            number += 1
        return found

    def _runs(self, number: int, start: int, end: int) -> list[QRectF]:
        # In mixed directions a stretch is not one box: ask where its glyphs really stand.
        edges = sorted(
            (box.left(), box.right())
            for run in self.layout.lineAt(number).glyphRuns(start, end - start)
            if (box := run.boundingRect()).width() > 0
        )
        joined: list[tuple[float, float]] = []
        for left, right in edges:
            if joined and left <= joined[-1][1] + 1:
                joined[-1] = (joined[-1][0], max(right, joined[-1][1]))
            else:
                joined.append((left, right))
        return [QRectF(left, number * self.line, right - left, self.line) for left, right in joined]


def lay_out(text: str, font: QFont, *, width: int, line: int, baseline: float, tab: float) -> Laid:
    """Lay out a text in lines of one height, each with its writing at the same height."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
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
    mixed = not text.isascii() and _RIGHT_TO_LEFT.search(text) is not None
    return Laid(layout, offsets_of(text), starts or [0], edges or [(0.0, 0.0)], line, mixed)


def _x(layout: QTextLayout, number: int, unit: int) -> float:
    # Typed as a number, but it answers with the number and the unit it found.
    answer: object = layout.lineAt(number).cursorToX(unit)
    return float(answer[0] if isinstance(answer, tuple) else answer)  # type: ignore[arg-type]
