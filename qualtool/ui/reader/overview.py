"""The slim map beside the text: where in the document codings lie, and which part is seen.

It is the scroll bar too: it can be dragged and clicked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import groupby, pairwise
from typing import Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui import theme
from qualtool.ui.reader.coded import Coded
from qualtool.ui.reader.marked import Marked, tone
from qualtool.ui.reader.page import TOP, Page

WIDTH: Final = 12
_SHORTEST_MARK: Final = 3
_SHORTEST_THUMB: Final = 28
_MANY: Final = 5  # ticks are fainter where more than one pixel of so many has one


class Overview(QWidget):
    """Shows marks beside a scroll bar's range, and moves the scroll bar."""

    def __init__(self, bar: QScrollBar, parent: QWidget) -> None:
        super().__init__(parent)
        self._bar = bar
        self._page: Page | None = None
        self._coded = Coded()
        self._marked = Marked()
        self._marks: QImage | None = None
        self._signs: list[tuple[QRectF, QColor]] | None = None
        self._edges: list[int] | None = None  # the offset of the text at each pixel
        self._grip: float | None = None
        self.setFixedWidth(WIDTH)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("Map of the document"))
        bar.valueChanged.connect(self.update)
        bar.rangeChanged.connect(self.update)

    def show_coded(self, page: Page | None, coded: Coded) -> None:
        """Mark these codings where the page has them, from the next `forget` on."""
        if page is not self._page:
            self._signs = self._edges = None
        self._page, self._coded = page, coded
        count = len(coded.codings)
        words = ngettext("{count} coding", "{count} codings", count).format(count=count)
        self.setAccessibleDescription(words)

    def show_marked(self, marked: Marked) -> None:
        """Show where on the page these stand."""
        self._marked = marked
        self._signs = None
        self.update()

    def forget(self) -> None:
        """Draw the marks anew: the page has changed, or the colours."""
        self._marks = self._signs = self._edges = None
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
        if self._signs is None:
            self._signs = self._signs_drawn()
        painter.drawImage(0, 0, self._marks)
        for box, colour in self._signs:
            painter.fillRect(box, colour)
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

    def _edges_of(self, page: Page) -> list[int]:
        """The offset of the text at each pixel of the map, and at its end."""
        height = max(1, self.height())
        if self._edges is None or len(self._edges) != height + 1:
            tops = page.heights.tops()
            scale = max(page.height, height) / height
            self._edges = [_offset_at(page, tops, y * scale) for y in range(height + 1)]
        return self._edges

    def _signs_drawn(self) -> list[tuple[QRectF, QColor]]:
        marked = self._marked
        if self._page is None or not (marked.hits or marked.uncoded.starts):
            return []
        return _signs(self._edges_of(self._page), marked, self.width())

    def _drawn(self) -> QImage:
        ratio = self.devicePixelRatioF()
        height = max(1, self.height())
        marks = QImage(
            QSize(self.width(), height) * ratio, QImage.Format.Format_ARGB32_Premultiplied
        )
        marks.setDevicePixelRatio(ratio)
        marks.fill(Qt.GlobalColor.transparent)
        if self._page is None or not self._coded.codings:
            return marks
        painter = QPainter(marks)
        for top, bottom, colour in _marked(self._edges_of(self._page), self._coded):
            mark = theme.current().code_colour(colour).mark
            painter.fillRect(QRectF(3, top, self.width() - 5, bottom - top), mark)
        painter.end()
        return marks


def _marked(edges: Sequence[int], coded: Coded) -> list[tuple[int, int, str]]:
    """Marks as top, bottom and colour.

    Each pixel of the map is looked up in the text, and not each coding on the map: there may be
    twenty thousand of them, but never more than a screen of pixels.
    """
    height = len(edges) - 1
    colours: list[str] = []
    begun = -_SHORTEST_MARK
    for y in range(height):
        begins = coded.first_from(edges[y], edges[y + 1])
        if begins is not None:
            begun = y
        here = begins or next(iter(coded.between(edges[y], edges[y] + 1)), None)
        if here is not None:
            colours.append(here.colour)
        else:
            colours.append(colours[-1] if y < begun + _SHORTEST_MARK else "")
    found = []
    y = 0
    for colour, run in groupby(colours):
        until = y + len(list(run))
        if colour:
            found.append((y, until, colour))
        y = until
    return found


def _signs(edges: Sequence[int], marked: Marked, width: int) -> list[tuple[QRectF, QColor]]:
    """What is not coded as a line along the left edge, found places as ticks across the map."""
    signs: list[tuple[QRectF, QColor]] = []
    if marked.uncoded.starts:
        for y, (one, other) in enumerate(pairwise(edges)):
            if marked.uncoded.any_between(one, max(other, one + 1)):
                signs.append((QRectF(1, y, 2, 1), tone()))
    if marked.hits:
        before = [marked.hits.from_place(edge) for edge in edges]
        rows = [y for y, (one, other) in enumerate(pairwise(before)) if other > one]
        ink = QColor(theme.current().colour("ink"))
        if len(rows) * _MANY > len(edges):
            ink.setAlphaF(0.35)  # a common word would hide all codings
        signs += [(QRectF(2, y, width - 3, 2), ink) for y in rows]
    return signs


def _offset_at(page: Page, tops: Sequence[int], y: float) -> int:
    pieces = page.pieces
    number = max(0, bisect_right(tops, y - TOP) - 1)
    share = (y - TOP - tops[number]) / max(1, page.heights[number] - page.face.gap)
    length = pieces.ends[number] - pieces.starts[number] + 1
    return pieces.starts[number] + round(min(max(share, 0.0), 1.0) * length)
