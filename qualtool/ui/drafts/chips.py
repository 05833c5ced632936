"""How many there are of each kind; pressing a count shows only these."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from qualtool.ui import fonts, theme

PAD, GAP, BETWEEN, LINE = 8, 5, 4, 28


@dataclass(frozen=True, slots=True)
class Kind:
    """What is counted: its key, what follows the number, the number's colour, and a sentence."""

    key: str
    words: Callable[[int], str]
    role: str
    about: str


class Chip(QAbstractButton):
    """A number and what it counts; the number in the colour of its kind."""

    def __init__(self, kind: Kind) -> None:
        super().__init__()
        self.kind = kind
        self._count = 0
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_count(self, count: int) -> None:
        """Count so many."""
        self._count = count
        self.setAccessibleName(f"{count} {self.kind.words(count)}")
        self.setToolTip(self.kind.about)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        bold, plain = self._measures()
        words = self.kind.words(self._count)
        wide = bold.horizontalAdvance(str(self._count)) + GAP + plain.horizontalAdvance(words)
        return QSize(round(wide) + 2 * PAD + 1, LINE)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours, box = theme.current(), QRectF(self.rect()).adjusted(0.5, 2.5, -0.5, -2.5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lit, focus = self.isChecked(), self.hasFocus()
        if lit or focus or self.underMouse():
            edge = colours.colour("focus" if focus else "accent")
            painter.setPen(QPen(edge, 1) if lit or focus else Qt.PenStyle.NoPen)
            painter.setBrush(colours.colour("selection" if lit else "hover"))
            painter.drawRoundedRect(box, 6, 6)
        bold, _plain = self._measures()
        base = (self.height() + bold.ascent() - bold.descent()) / 2
        painter.setPen(colours.colour(self.kind.role if self._count else "muted"))
        painter.setFont(fonts.interface(13, bold=True))
        painter.drawText(QPointF(PAD, base), str(self._count))
        painter.setFont(fonts.interface(13))
        painter.setPen(colours.colour("ink" if self._count else "muted"))
        left = PAD + bold.horizontalAdvance(str(self._count)) + GAP
        painter.drawText(QPointF(left, base), self.kind.words(self._count))

    @staticmethod
    def _measures() -> tuple[QFontMetricsF, QFontMetricsF]:
        return (
            QFontMetricsF(fonts.interface(13, bold=True)),
            QFontMetricsF(fonts.interface(13)),
        )


class Chips(QWidget):
    """The kinds that there are, on as many lines as they need."""

    pressed = Signal(str)  # the key of a kind, empty for all

    def __init__(self, kinds: Sequence[Kind]) -> None:
        super().__init__()
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.chips: Final = {kind.key: Chip(kind) for kind in kinds}
        for key, chip in self.chips.items():
            chip.setParent(self)
            chip.clicked.connect(lambda on, key=key: self.pressed.emit(key if on else ""))

    def show_counts(self, counts: Mapping[str, int], chosen: str) -> None:
        """Show how many there are of each, and which are shown."""
        for key, chip in self.chips.items():
            chip.show_count(counts.get(key, 0))
            chip.setChecked(key == chosen)
            chip.setVisible(counts.get(key, 0) > 0 or key == chosen)
        self._lay_out(self.width())
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lay_out(width, move=False)

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(120, self.width())))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._lay_out(event.size().width())

    def _lay_out(self, width: int, *, move: bool = True) -> int:
        """Place the chips line by line; how high they are together."""
        left = top = 0
        for chip in self.chips.values():
            if chip.isHidden():
                continue
            wide = chip.sizeHint().width()
            if left and left + wide > width:
                left, top = 0, top + LINE
            if move:
                chip.setGeometry(left, top, min(wide, width), LINE)
            left += wide + BETWEEN
        return top + LINE
