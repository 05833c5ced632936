"""The slim map beside the text: where in the document codings lie, and which part is seen.

It is the scroll bar too: it can be dragged and clicked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from qualtool.store.rows import CodingRow
from qualtool.ui import theme
from qualtool.ui.reader.page import TOP, Page

WIDTH: Final = 12
_SHORTEST_MARK: Final = 3
_SHORTEST_THUMB: Final = 28


class Overview(QWidget):
    """Shows marks beside a scroll bar's range, and moves the scroll bar."""

    def __init__(self, bar: QScrollBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = bar
        self._page: Page | None = None
        self._codings: Sequence[CodingRow] = ()
        self._marks: QImage | None = None
        self._grip: float | None = None
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        bar.valueChanged.connect(self.update)
        bar.rangeChanged.connect(self.update)

    def show_codings(self, page: Page | None, codings: Sequence[CodingRow]) -> None:
        """Mark these codings, in order of the text, where the page has them now."""
        self._page, self._codings = page, codings
        self.forget()

    def forget(self) -> None:
        """Draw the marks anew: the page has changed, or the colours."""
        self._marks = None
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(WIDTH, 100)

    def thumb(self) -> QRectF:
        """Where the part that is seen lies on the map."""
        whole = self._bar.maximum() + self._bar.pageStep()
        if self._bar.maximum() <= 0:
            return QRectF()
        height = max(_SHORTEST_THUMB, self.height() * self._bar.pageStep() / whole)
        top = (self.height() - height) * self._bar.value() / self._bar.maximum()
        return QRectF(0, top, self.width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), colours.colour("quiet"))
        seen = QColor(colours.colour("muted"))
        seen.setAlphaF(0.30 if self._grip is not None or self.underMouse() else 0.18)
        painter.fillRect(self.thumb(), seen)
        if self._marks is None:
            self._marks = self._drawn()
        painter.drawImage(0, 0, self._marks)
        painter.fillRect(QRectF(0, 0, 1, self.height()), colours.colour("line"))
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            event.ignore()
            return
        thumb, y = self.thumb(), event.position().y()
        self._grip = y - thumb.top() if thumb.contains(1, y) else thumb.height() / 2
        self._follow(y)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is not None:
            self._follow(event.position().y())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._grip = None
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the text beside it scrolls

    def _follow(self, y: float) -> None:
        room = self.height() - self.thumb().height()
        if self._grip is not None and room > 0:
            share = min(max((y - self._grip) / room, 0.0), 1.0)
            self._bar.setValue(round(share * self._bar.maximum()))
        self.update()

    def _drawn(self) -> QImage:
        ratio = self.devicePixelRatioF()
        height = max(1, self.height())
        marks = QImage(
            QSize(self.width(), height) * ratio, QImage.Format.Format_ARGB32_Premultiplied
        )
        marks.setDevicePixelRatio(ratio)
        marks.fill(Qt.GlobalColor.transparent)
        if self._page is None or not self._codings:
            return marks
        painter = QPainter(marks)
        for top, bottom, colour in _merged(self._page, self._codings, height):
            mark = theme.current().code_colour(colour).mark
            painter.fillRect(QRectF(3, top, self.width() - 5, bottom - top), mark)
        painter.end()
        return marks


def _merged(page: Page, codings: Sequence[CodingRow], height: int) -> list[tuple[int, int, str]]:
    """Each pixel of the map has one colour, so at most so many marks need be painted."""
    starts, ends = page.pieces.starts, page.pieces.ends
    tops = page.heights.tops()
    scale = height / max(page.height, height)
    colours: list[str] = [""] * (height + 1)
    for coding in codings:
        piece = bisect_right(starts, coding.start) - 1
        length = ends[piece] - starts[piece] or 1
        tall = page.heights[piece]
        share = (coding.start - starts[piece]) / length
        top = int((TOP + tops[piece] + tall * share) * scale)
        bottom = top + _SHORTEST_MARK
        if coding.end > ends[piece]:
            piece = bisect_right(starts, coding.end - 1) - 1
            bottom = max(bottom, int((TOP + tops[piece] + page.heights[piece]) * scale))
        else:
            bottom = max(bottom, top + int(tall * (coding.end - coding.start) / length * scale))
        bottom = min(bottom, height)
        if colours[bottom - 1] != coding.colour or colours[min(top, height)] != coding.colour:
            colours[top:bottom] = [coding.colour] * (bottom - top)
    found = []
    at = 0
    while at < height:
        until = at + 1
        while until < height and colours[until] == colours[at]:
            until += 1
        if colours[at]:
            found.append((at, until, colours[at]))
        at = until
    return found
