"""A quotation with where it was said, which opens that place when it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from qualtool.ui import fonts, theme

GAP, BELOW, INDENT = 2, 10, 0


class QuotationButton(QAbstractButton):
    """As high as its words need."""

    def __init__(self, words: str, about: str) -> None:
        super().__init__()
        self._words = words
        self._about = about
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{about}: {words}")

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        _layout, height = self._laid_out(width)
        return round(height + GAP + QFontMetricsF(fonts.interface(11)).height() + BELOW)

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(260))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus() or self.underMouse():
            painter.setPen(
                QPen(colours.colour("focus"), 1) if self.hasFocus() else Qt.PenStyle.NoPen
            )
            painter.setBrush(colours.colour("hover"))
            box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -BELOW / 2)
            painter.drawRoundedRect(box, 4, 4)
        layout, height = self._laid_out(self.width())
        painter.setPen(colours.colour("ink"))
        layout.draw(painter, QPointF(INDENT, 2))
        small = fonts.interface(11)
        measure = QFontMetricsF(small)
        painter.setFont(small)
        painter.setPen(colours.colour("muted"))
        cut = measure.elidedText(self._about, Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(QPointF(INDENT, 2 + height + GAP + measure.ascent()), cut)

    def _laid_out(self, width: int) -> tuple[QTextLayout, float]:
        layout = QTextLayout(self._words, fonts.reading(15))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        height = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(40, width - INDENT))
            line.setPosition(QPointF(0, height))
            height += line.height() * 1.08
        layout.endLayout()
        return layout, height
