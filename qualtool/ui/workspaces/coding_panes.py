"""The three panes of coding, and the text alone for whoever only reads."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from qualtool.ui.panels.reader_head import ReaderHead
from qualtool.ui.reader.reader import Reader

LEFT, RIGHT = 280, 314
LEFT_LEAST, RIGHT_LEAST = 184, 284  # narrower only by hand: what is in them would be cut
CENTRE = 573  # with the gutter and the margin; leaves the text some 360 pixels


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
        left.setMinimumWidth(LEFT_LEAST)
        inspector.setMinimumWidth(220)
        self._wished = (LEFT, RIGHT)
        self.splitterMoved.connect(self._on_moved)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room the inspector gives way first, then the lists."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width() and not self.reading():
            self._share_out()

    def _share_out(self) -> None:
        room = self.width() - 2 * self.handleWidth()
        left, right = self._wished
        right = max(min(right, room - left - CENTRE), min(right, RIGHT_LEAST))
        left = max(min(left, room - right - CENTRE), min(left, LEFT_LEAST))
        self.setSizes([left, room - left - right, right])

    def _on_moved(self, _place: int, _handle: int) -> None:
        left, _centre, right = self.sizes()
        self._wished = (left, right)

    def _read(self, on: bool) -> None:
        for pane in self._beside:
            pane.setVisible(not on)
        if not on:
            self._share_out()
        self._reader.set_reading_mode(on)
        self._reader.setFocus()
