"""The colours a new code can be given in the code palette, side by side."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from qualtool.core.colours import PALETTE
from qualtool.i18n import gettext as _
from qualtool.ui import theme
from qualtool.ui.colour_words import colour_name

_COLOURS: Final = ("", *PALETTE)  # the first is that of the theme or the code above
_DOT: Final = 14
_STEP: Final = 26
_EDGE: Final = 14


class Swatches(QWidget):
    """A dot for each colour, one of them chosen; the first leaves it to the code's place."""

    colour_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.colour = ""
        self.setFixedHeight(32)
        self.show_colour("")
        self.hide()

    def show_colour(self, colour: str) -> None:
        """Show this one as chosen."""
        self.colour = colour
        self.setAccessibleName(_("Colour: {colour}").format(colour=self.words()))
        self.update()

    def words(self) -> str:
        """The chosen colour in words."""
        return colour_name(self.colour) if self.colour else _("as where it stands")

    def step(self, step: int) -> None:
        """Choose the next colour (1) or the one before (-1), round and round."""
        at = (_COLOURS.index(self.colour) + step) % len(_COLOURS)
        self.show_colour(_COLOURS[at])
        self.colour_chosen.emit(self.colour)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        for colour, box in zip(_COLOURS, self._boxes(), strict=True):
            if box.adjusted(-5, -5, 5, 5).contains(event.position()):
                self.show_colour(colour)
                self.colour_chosen.emit(colour)
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        for colour, box in zip(_COLOURS, self._boxes(), strict=True):
            if colour:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colours.code_colour(colour).mark)
                painter.drawRoundedRect(box, 4, 4)
            else:
                pen = QPen(colours.colour("muted"), 1)
                pen.setDashPattern([2, 2])
                painter.setPen(pen)
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
            if colour == self.colour:
                painter.setPen(QPen(colours.colour("ink"), 1.5))
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.drawRoundedRect(box.adjusted(-3, -3, 3, 3), 6, 6)
        painter.end()

    def _boxes(self) -> list[QRectF]:
        top = (self.height() - _DOT) / 2
        step = min(_STEP, (self.width() - 2 * _EDGE - _DOT) / (len(_COLOURS) - 1))
        corners = (QPointF(_EDGE + number * step, top) for number in range(len(_COLOURS)))
        return [QRectF(corner.x(), corner.y(), _DOT, _DOT) for corner in corners]
