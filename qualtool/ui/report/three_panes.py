"""The three panes side by side; in a small window both sides give way to the pages."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QWidget

LEFT: Final = 264
RIGHT: Final = 322
# Of the width of a small window.
LEFT_PART, RIGHT_PART = 0.24, 0.36


class ThreePanes(QSplitter):
    """Once a line between them has been moved, they stay as the researcher has them."""

    def __init__(self, left: QWidget, middle: QWidget, right: QWidget) -> None:
        super().__init__()
        self.setHandleWidth(1)
        for part in (left, middle, right):
            self.addWidget(part)
        self.setStretchFactor(1, 1)
        self.setChildrenCollapsible(False)
        self._moved = False
        self.splitterMoved.connect(self._keep)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if not self._moved:
            wide = event.size().width()
            left, right = min(LEFT, round(wide * LEFT_PART)), min(RIGHT, round(wide * RIGHT_PART))
            self.setSizes([left, wide - left - right, right])

    def _keep(self) -> None:
        self._moved = True
