"""What is carried under the mouse: the card, or a few of many with their number."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from qualtool.ui import fonts, theme
from qualtool.ui.board.contents import Card
from qualtool.ui.board.layout import COLUMN, card_height
from qualtool.ui.board.lettering import HEAD, NAME, lettering
from qualtool.ui.board.painting import State, paint_card
from qualtool.ui.reader.shadow import REACH, paint_floating

_SHOWN: Final = 3
_STEP: Final = 6
_BADGE: Final = 20


class Ghost(QWidget):
    """Lies over the board and follows the mouse; a plus says that it will be copied."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._picture = QPixmap()
        self._copies = False
        self.hide()

    def carry_cards(self, cards: Sequence[Card]) -> None:
        """Carry these cards."""
        boxes = [QRect(0, 0, COLUMN, card_height(card, COLUMN)) for card in cards[:_SHOWN]]
        deeper = _STEP * (len(boxes) - 1)
        size = QSize(COLUMN + deeper, max(box.height() for box in boxes) + deeper)
        painter = self._begin(size)
        for number in reversed(range(len(boxes))):
            box = boxes[number].translated(number * _STEP, number * _STEP)
            paint_floating(painter, QRectF(box))
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_card(painter, cards[number], box, State(chosen=number == 0))
        if len(cards) > 1:
            _paint_badge(painter, str(len(cards)), QPointF(COLUMN - 6, 2))
        painter.end()

    def carry_words(self, words: str) -> None:
        """Carry a theme, or what comes from elsewhere, by its name."""
        shown = lettering(words, HEAD, COLUMN - 24)
        box = QRect(0, 0, COLUMN, shown.height + 20)
        painter = self._begin(box.size())
        paint_floating(painter, QRectF(box))
        painter.setPen(theme.current().colour("ink"))
        shown.layout.draw(painter, QPointF(12, 10))
        painter.end()

    def follow(self, place: QPoint, *, copies: bool) -> None:
        """Stand beside the mouse, at a point of the board."""
        if copies != self._copies:
            self._copies = copies
            self.update()
        self.move(place - QPoint(REACH + 12, REACH + 12))
        if not self.isVisible():
            self.show()
            self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        if self._copies:
            _paint_badge(painter, "+", QPointF(REACH + 4, REACH + 4))

    def _begin(self, size: QSize) -> QPainter:
        whole = size + QSize(2 * REACH, 2 * REACH)
        ratio = self.devicePixelRatioF()
        self._picture = QPixmap(whole * ratio)
        self._picture.setDevicePixelRatio(ratio)
        self._picture.fill(Qt.GlobalColor.transparent)
        self.resize(whole)
        painter = QPainter(self._picture)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(REACH, REACH)
        return painter


def _paint_badge(painter: QPainter, words: str, centre: QPointF) -> None:
    colours = theme.current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(colours.colour("surface"), 2))
    painter.setBrush(colours.colour("accent"))
    shown = lettering(words, NAME, 200)
    width = max(_BADGE, shown.width + 12)
    box = QRectF(centre.x() - width / 2, centre.y() - _BADGE / 2, width, _BADGE)
    painter.drawRoundedRect(box, _BADGE / 2, _BADGE / 2)
    painter.setPen(colours.colour("on_accent"))
    painter.setFont(fonts.interface(11, bold=True))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
