"""The files on their way in, one row for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem

from qualtool.i18n import gettext as _
from qualtool.ui import fonts
from qualtool.ui.incoming_words import state_words
from qualtool.ui.models.incoming import Entry, State, wanted
from qualtool.ui.models.incoming_table import COLUMNS, FILE, STATE, IncomingTable, Role
from qualtool.ui.panels.row_table import RowDelegate, RowTable, paint_words

Index = QModelIndex | QPersistentModelIndex
NAME_LEFT = 48  # where the name of a file begins, right of its tick
# The share of the width for each column, as drawn; the state gets what is left.
_SHARES = {"file": 0.225, "kind": 0.11, "speakers": 0.155, "words": 0.06, "language": 0.07,
           "date": 0.085}  # fmt: skip
_STATE_COLOURS = {
    State.READY: "good",
    State.ASKS: "caution",
    State.THERE: "muted",
    State.REFUSED: "trouble",
}


class ImportTable(RowTable):
    """Space lets the chosen files in or leaves them out, F2 renames; Enter and Escape are told."""

    rows_chosen = Signal(list)
    import_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = IncomingTable()
        self.setModel(self.table)
        self.setItemDelegate(_Delegate(self))
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setProperty("role", "ticked")
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(_("Files to import"))
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self._tell_chosen())

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these files and choose the first."""
        self.table.show(entries)
        if entries:
            self.choose_rows([0])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self.being_written():
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Space:
            entries = self.table.entries
            rows = [row for row in self.chosen_rows() if entries[row].source is not None]
            on = not all(entries[row].chosen.wanted for row in rows)
            self.table.change(rows, lambda entry: wanted(entry, on))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.import_wished.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = self.viewport().width()
        for section, column in enumerate(COLUMNS):
            if column.key in _SHARES:
                self.setColumnWidth(section, max(48, round(width * _SHARES[column.key])))

    def _tell_chosen(self) -> None:
        self.rows_chosen.emit(self.chosen_rows())


class _Delegate(RowDelegate):
    """Paints the name with its file behind it, and the state in its colour."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        entry = index.data(Role.ENTRY)
        assert isinstance(entry, Entry)
        box = QRectF(option.rect)
        if index.column() == FILE:
            path, name = entry.found.path, entry.chosen.name
            behind = path.suffix if name == path.stem else f"  {path.name}"
            here = "ink" if entry.source is not None else "muted"
            inner = box.adjusted(NAME_LEFT, 0, -8, 0)
            ending = behind if name == path.stem else ""
            name = _with_both_ends(name, ending, inner.width())
            paint_words(painter, inner, (name, here), (behind, "muted"))
        elif index.column() == STATE:
            state, besides = state_words(entry)
            besides = f" · {besides}" if state and besides else besides
            colour = _STATE_COLOURS[entry.state]
            words = ((state, colour), (besides, "muted"))
            paint_words(painter, box.adjusted(8, 0, -20, 0), *words)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() in (FILE, STATE):
            option.text = ""

    def _left(self, index: Index) -> int:
        return NAME_LEFT if index.column() == FILE else super()._left(index)


def _with_both_ends(name: str, ending: str, width: float) -> str:
    """A long name cut in its middle: files are told apart by how they begin and end."""
    measure = QFontMetricsF(fonts.interface(13))
    room = width - measure.horizontalAdvance(ending)
    return measure.elidedText(name, Qt.TextElideMode.ElideMiddle, room)
