"""A pane of the board: paints what is laid out on it, scrolls, and says what is at a point."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QHelpEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QToolTip

from qualtool.ui import theme
from qualtool.ui.board.contents import Key
from qualtool.ui.board.layout import BAR, EDGE, HEADING, LINE, Laid, Spot
from qualtool.ui.board.painting import State, paint
from qualtool.ui.board.telling import tip


class Listener(Protocol):
    """Who hears what the mouse does on a pane."""

    def press(self, surface: Surface, event: QMouseEvent) -> None:
        """A button goes down."""

    def move(self, surface: Surface, event: QMouseEvent) -> None:
        """The mouse moves with a button down."""

    def release(self, surface: Surface, event: QMouseEvent) -> None:
        """A button comes up."""

    def press_twice(self, surface: Surface, event: QMouseEvent) -> None:
        """A second press soon after the first."""

    def carry_over(self, surface: Surface, event: QDragMoveEvent) -> None:
        """Something from elsewhere is carried over."""

    def let_go(self, surface: Surface, event: QDropEvent) -> None:
        """Something from elsewhere is let go."""

    def carry_away(self) -> None:
        """It is carried away again."""

    def ask(self, surface: Surface, place: QPoint) -> None:
        """What can be done is asked for, at a place of the pane."""


class Surface(QAbstractScrollArea):
    """Shows a `Laid`. `look` says how each spot is to stand."""

    def __init__(self, role: str, look: Callable[[Spot], State]) -> None:
        super().__init__()
        self._look = look
        self.laid: Laid | None = None
        self.listener: Listener | None = None
        self._lit: QRect | None = None
        self._line: QRect | None = None
        self._band: QRect | None = None
        self._ground = role
        self.setProperty("role", "quiet-pane" if role == "quiet" else role)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setAutoFillBackground(False)
        self.viewport().setAcceptDrops(True)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        for bar in (self.horizontalScrollBar(), self.verticalScrollBar()):
            bar.setSingleStep(20)

    def show_laid(self, laid: Laid) -> None:
        """Show this; where it was scrolled to is kept."""
        self.laid = laid
        self._fit()
        self.viewport().update()

    def offset(self) -> QPoint:
        """How far it is scrolled."""
        return QPoint(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def spot_at(self, place: QPoint) -> Spot | None:
        """What can be gone to at a point of the viewport."""
        at = place + self.offset()
        if self.laid is None:
            return None
        for held in self._held_heads():
            if held.box.contains(at):
                return held
        return next(
            (s for s in self.laid.spots() if s.key is not None and s.box.contains(at)), None
        )

    def box_of(self, key: Key) -> QRect | None:
        """Where something stands in the viewport; None where it is not on this pane."""
        spot = self.laid.spot(key) if self.laid is not None else None
        return spot.box.translated(-self.offset()) if spot is not None else None

    def reveal(self, box: QRect, margin: int = 12) -> None:
        """Scroll as little as is needed to show a box of what is laid out."""
        seen = self.viewport().rect().translated(self.offset())
        heads = max((head.box.height() + BAR for head in self._heads()), default=0)
        wanted = box.adjusted(-margin, -margin - heads, margin, margin)
        for bar, low, high, first, last in (
            (self.horizontalScrollBar(), wanted.left(), wanted.right(), seen.left(), seen.right()),
            (self.verticalScrollBar(), wanted.top(), wanted.bottom(), seen.top(), seen.bottom()),
        ):
            if low < first or high - low > last - first:
                bar.setValue(low)
            elif high > last:
                bar.setValue(bar.value() + high - last)

    def light(self, box: QRect | None, line: QRect | None) -> None:
        """Show where something would be dropped: in this box, before or after at this line."""
        if (box, line) == (self._lit, self._line):
            return
        for old in (self._lit, self._line, box, line):
            if old is not None:
                self._update(old.adjusted(-4, -4, 4, 4))
        self._lit, self._line = box, line

    def band(self, box: QRect | None) -> None:
        """Show the box that is drawn round cards to choose them."""
        for old in (self._band, box):
            if old is not None:
                self._update(old.adjusted(-2, -2, 2, 2))
        self._band = box

    def update_key(self, key: Key | None) -> None:
        """Paint one thing anew."""
        spot = self.laid.spot(key) if self.laid is not None and key is not None else None
        if spot is not None:
            self._update(spot.box.adjusted(-2, -2, 2, 2))
        for held in self._held_heads():
            if held.key == key:
                self._update(held.box.adjusted(-2, -2, 2, 2))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self.viewport())
        painter.fillRect(event.rect(), colours.colour(self._ground))
        if self.laid is None:
            return
        offset = self.offset()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(-offset)
        seen = event.rect().translated(offset)
        if self._lit is not None:
            painter.setPen(QPen(colours.colour("accent"), 1))
            painter.setBrush(colours.colour("selection"))
            painter.drawRoundedRect(QRectF(self._lit).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        for lane in self.laid.lanes:
            if lane.box.right() < seen.left() or lane.box.left() > seen.right():
                continue
            for spot in lane.spots:
                if spot.box.intersects(seen):
                    paint(painter, spot, self._look(spot))
        self._paint_held_heads(painter, seen)
        if self._line is not None:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("accent"))
            painter.drawRoundedRect(self._line, 1, 1)
        if self._band is not None:
            painter.setPen(QPen(colours.colour("accent"), 1))
            shade = colours.colour("accent")
            shade.setAlpha(28)
            painter.setBrush(shade)
            painter.drawRect(QRectF(self._band).adjusted(0.5, 0.5, -0.5, -0.5))

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.viewport().scroll(dx, dy)
        if dy and self.laid is not None:
            # The heads that stay at the top have been carried along with the rest.
            deepest = max((h.box.height() for h in self._heads()), default=0)
            strip = deepest + EDGE + abs(dy)
            self.viewport().update(0, 0, self.viewport().width(), strip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.listener is not None:
            self.listener.press(self, event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self.listener is not None:
            self.listener.move(self, event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.listener is not None:
            self.listener.release(self, event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.listener is not None:
            self.listener.press_twice(self, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.listener is not None and event.reason() == QContextMenuEvent.Reason.Mouse:
            self.listener.ask(self, event.pos())
        else:
            event.ignore()  # from the keyboard it is the board's

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            spot = self.spot_at(event.pos())
            words = tip(spot) if spot is not None else ""
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.ignore()
        if self.listener is not None:
            self.listener.carry_over(self, event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        if self.listener is not None:
            self.listener.carry_away()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.listener is not None:
            self.listener.let_go(self, event)

    def _heads(self) -> list[Spot]:
        """The heading of each column."""
        found = (
            next((spot for spot in lane.spots if spot.what == HEADING), None)
            for lane in (self.laid.lanes if self.laid is not None else ())
        )
        return [spot for spot in found if spot is not None]

    def _held_heads(self) -> list[Spot]:
        """The headings that would be out of sight, where they stay: at the top of the pane."""
        top = self.offset().y() + BAR + 3
        return [
            replace(spot, box=QRect(spot.box.topLeft(), spot.box.size()).translated(
                0, top - spot.box.top()
            ))
            for spot in self._heads()
            if spot.box.top() < top
        ]  # fmt: skip

    def _paint_held_heads(self, painter: QPainter, seen: QRect) -> None:
        for spot in self._held_heads():
            top = spot.box.top() - BAR - 3
            strip = QRect(spot.box.left() - 4, top, spot.box.width() + 8, spot.box.height() + 10)
            if strip.intersects(seen):
                painter.fillRect(strip, theme.current().colour(self._ground))
                bar = QRect(spot.box.left(), top, spot.box.width(), BAR)
                paint(painter, replace(spot, what=LINE, box=bar), State())
                paint(painter, spot, self._look(spot))

    def _update(self, box: QRect) -> None:
        self.viewport().update(box.translated(-self.offset()))

    def _fit(self) -> None:
        if self.laid is None:
            return
        seen = self.viewport().size()
        for bar, whole, part in (
            (self.horizontalScrollBar(), self.laid.size.width(), seen.width()),
            (self.verticalScrollBar(), self.laid.size.height(), seen.height()),
        ):
            bar.setRange(0, max(0, whole - part))
            bar.setPageStep(part)
