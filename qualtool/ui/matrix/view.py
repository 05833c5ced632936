"""The framework matrix as it is seen: cells under the names of themes, beside those of cases."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame

from qualtool.analysis.matrix import Place
from qualtool.i18n import gettext as _
from qualtool.reports.framework import STATES
from qualtool.ui.matrix import wording
from qualtool.ui.matrix.painting import HEAD, NAMES, CellDelegate, NamesHeader
from qualtool.ui.matrix.table import Index, MatrixTable
from qualtool.ui.panels.written_table import WrittenTable

_STATES: Final = dict(zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), STATES, strict=True))


class MatrixView(WrittenTable):
    """Alt+1, Alt+2 and Alt+3 say why a cell is empty."""

    state_wished = Signal(str)

    def __init__(self, table: MatrixTable) -> None:
        super().__init__(self._keeper)
        self.table = table
        self.setHorizontalHeader(NamesHeader(Qt.Orientation.Horizontal, self))
        self.setVerticalHeader(NamesHeader(Qt.Orientation.Vertical, self))
        self._corner = QFrame(self)
        self._corner.setProperty("role", "quiet-pane")
        self._corner.setGeometry(self.frameWidth(), self.frameWidth(), NAMES, HEAD)
        self.setModel(table)
        self.setItemDelegate(CellDelegate(self))
        self.setAccessibleName(_("Matrix of cases and themes"))
        self.count_words(wording.length)

    def place(self) -> Place | None:
        """The case and the theme that have the keys."""
        return self.table.place(self.currentIndex())

    def go_to(self, place: Place | None) -> None:
        """Go to a cell; to the first where it is not shown."""
        index = self.table.index_of(place) if place is not None else self.table.index(0, 0)
        if not index.isValid():
            index = self.table.index(0, 0)
        self.setCurrentIndex(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        state = _STATES.get(Qt.Key(event.key()))
        if state is not None and event.modifiers() == Qt.KeyboardModifier.AltModifier:
            self.state_wished.emit(state)
        else:
            super().keyPressEvent(event)

    def _keeper(self, index: Index) -> Callable[[str], None] | None:
        place = self.table.place(index)
        if place is None or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return None
        return partial(self.table.written.emit, place)
