"""Shown while files are held over the window: that they can be let go here, and what happens."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from qualtool.i18n import gettext as _
from qualtool.ui import fonts, icons, theme

VEIL = 0.86  # of the ground, over what lies beneath


class DropHint(QWidget):
    """Lies over another widget, as large as that."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(over.rect())
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        look = theme.current()
        veil = QColor(look.colour("ground"))
        veil.setAlphaF(VEIL)
        painter.fillRect(self.rect(), veil)
        painter.setPen(QPen(look.colour("accent"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(20, 20, -20, -20), 12, 12)
        middle = QRectF(self.rect()).center()
        box = QRectF(middle.x() - 18, middle.y() - 44, 36, 36)
        icons.paint(painter, "drop", box, look.colour("accent"))
        painter.setFont(fonts.interface(15, bold=True))
        painter.setPen(look.colour("ink"))
        line = QRectF(0, middle.y() + 6, self.width(), 28)
        painter.drawText(line, Qt.AlignmentFlag.AlignCenter, _("Let go to import"))
        painter.setFont(fonts.interface(13))
        painter.setPen(look.colour("muted"))
        line.translate(0, 28)
        painter.drawText(
            line, Qt.AlignmentFlag.AlignCenter, _("You see what is in the files before they enter.")
        )
