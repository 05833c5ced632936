"""The three panes of coding, and the text alone for whoever only reads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from qualtool.ui.panels.reader_head import ReaderHead
from qualtool.ui.reader.reader import Reader

LEFT, RIGHT = 280, 314


class CodingPanes(QSplitter):
    """Lists at the left, the text with its head and bars, what is chosen at the right."""

    def __init__(
        self,
        lists: Sequence[QWidget],
        head: ReaderHead,
        bars: Sequence[QWidget],
        reader: Reader,
        inspector: QWidget,
    ) -> None:
        super().__init__()
        self._head, self._reader = head, reader
        left = QSplitter(Qt.Orientation.Vertical)
        left.setProperty("role", "pane")
        for each in lists:
            left.addWidget(each)
        left.setSizes([220, 560])
        left.setChildrenCollapsible(False)
        centre = QWidget()
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (head, *bars):
            column.addWidget(each)
        column.addWidget(reader, 1)
        self._centre = QStackedWidget()
        self._centre.addWidget(centre)
        inspector.setProperty("role", "pane")
        inspector.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._beside = (left, inspector)
        self.setHandleWidth(1)
        for pane in (left, self._centre, inspector):
            self.addWidget(pane)
        self.setStretchFactor(1, 1)
        self.setSizes([LEFT, 800, RIGHT])
        left.setMinimumWidth(200)
        inspector.setMinimumWidth(220)
        self.setChildrenCollapsible(False)
        head.reading_mode_chosen.connect(self._read)

    def set_empty(self, page: QWidget) -> None:
        """What stands instead of the text where there is none."""
        self._centre.addWidget(page)

    def show_text(self, on: bool) -> None:
        """Show the text, or what stands instead of it."""
        self._centre.setCurrentIndex(0 if on else 1)

    def reading(self) -> bool:
        """Whether the text is shown alone, without codes."""
        return self._head.reading.isChecked()

    def toggle_reading(self) -> None:
        """Show the text alone, or all of it again."""
        self._head.reading.toggle()

    def leave_reading(self) -> None:
        """Show codes and panes again: something in them is asked for."""
        self._head.reading.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape, where the text has nothing to let go of, leads out of reading."""
        if event.key() == Qt.Key.Key_Escape and self.reading():
            self.leave_reading()
        else:
            super().keyPressEvent(event)

    def _read(self, on: bool) -> None:
        for pane in self._beside:
            pane.setVisible(not on)
        self._reader.set_reading_mode(on)
        self._reader.setFocus()
