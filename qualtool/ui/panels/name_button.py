"""A name that can be pressed, cut to the room there is."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolButton

NARROWEST = 60


class NameButton(QToolButton):
    """Shows as much of the name as there is room for; the whole is its accessible name and tip."""

    def __init__(self, name: str, tip: str = "") -> None:
        super().__init__()
        self._name = name
        self.setText(name)
        self.setAccessibleName(name)
        self.setToolTip(f"{name}\n{tip}" if tip else name)
        self.setProperty("role", "link-name")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        # A short name is no wider than it is, so that all names begin at the same place.
        return QSize(min(NARROWEST, self.sizeHint().width()), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        width = QFontMetrics(self.font()).horizontalAdvance(self._name) + 12
        return QSize(width, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = event.size().width() - 8
        measure = QFontMetrics(self.font())
        self.setText(measure.elidedText(self._name, Qt.TextElideMode.ElideRight, room))
