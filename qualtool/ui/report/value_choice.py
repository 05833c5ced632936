"""A choice among a few values, shown by its word on a quiet button as wide as the word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

ROOM = 50  # beside the word: its margins, and the arrow


class ValueChoice(QComboBox):
    """Shows a value by its word; choosing another is told by the value itself."""

    chosen = Signal(object)

    def __init__(self, name: str, values: Sequence[tuple[str, object]], now: object) -> None:
        super().__init__()
        self.setProperty("role", "value")
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._values = values
        for words, _value in values:
            self.addItem(words)
        self.show_value(now)
        self.view().setMinimumWidth(self._widest() + ROOM)
        self.currentIndexChanged.connect(lambda _index: self.updateGeometry())
        self.activated.connect(lambda index: self.chosen.emit(self._values[index][1]))

    def show_value(self, now: object) -> None:
        """Show what is kept now; the first where it is none of the values."""
        places = (place for place, (_w, value) in enumerate(self._values) if value == now)
        self.setCurrentIndex(next(places, 0))

    def value(self) -> object:
        """The value that is shown."""
        return self._values[max(0, self.currentIndex())][1]

    def sizeHint(self) -> QSize:
        wide = QFontMetrics(self.font()).horizontalAdvance(self.currentText()) + ROOM
        return QSize(wide, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(64, super().minimumSizeHint().height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the pane never changes what is chosen."""
        event.ignore()

    def _widest(self) -> int:
        measure = QFontMetrics(self.font())
        return max((measure.horizontalAdvance(words) for words, _value in self._values), default=0)
