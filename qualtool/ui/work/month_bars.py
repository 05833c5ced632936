"""How much a code was used month by month, as a row of small bars."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from qualtool.i18n import gettext as _
from qualtool.ui import fonts, theme
from qualtool.ui.document_words import worded_month

HEIGHT, WIDEST, GAP = 56, 28, 4


class MonthBars(QWidget):
    """The first and the last month are written; each bar says its own in its tip."""

    def __init__(self, months: Sequence[tuple[str, int]]) -> None:
        super().__init__()
        self._months = months
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        said = ", ".join(f"{worded_month(month)}: {count}" for month, count in months)
        self.setAccessibleName(_("Codings by month: {months}").format(months=said))
        self.setToolTip(said)

    def sizeHint(self) -> QSize:
        return QSize(240, HEIGHT + 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._months:
            return
        colours = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        most = max(count for _month, count in self._months)
        step = min(WIDEST + GAP, self.width() / len(self._months))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.colour("accent"))
        for place, (_month, count) in enumerate(self._months):
            high = round(HEIGHT * count / most) if count else 1
            bar = QRectF(place * step, HEIGHT - high, max(2.0, step - GAP), high)
            painter.drawRect(bar)
        font = fonts.interface(11)
        measure = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(colours.colour("muted"))
        first, last = worded_month(self._months[0][0]), worded_month(self._months[-1][0])
        line = HEIGHT + 4 + measure.ascent()
        painter.drawText(0, round(line), first)
        end = max(step * len(self._months) - measure.horizontalAdvance(last),
                  measure.horizontalAdvance(first) + 16)  # fmt: skip
        if len(self._months) > 1:
            painter.drawText(round(end), round(line), last)
        painter.end()
