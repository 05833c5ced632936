"""The files on their way in, one row for each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from qualtool.i18n import gettext as _
from qualtool.ui import fonts, theme
from qualtool.ui.incoming_words import state_words
from qualtool.ui.models.incoming import Entry, State, wanted
from qualtool.ui.models.incoming_table import COLUMNS, FILE, STATE, IncomingTable, Role

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 38
# The share of the width for each column, as drawn; the state gets what is left.
_SHARES = {"file": 0.24, "kind": 0.115, "speakers": 0.16, "words": 0.055, "language": 0.07,
           "date": 0.095}  # fmt: skip
_STATE_COLOURS = {
    State.READY: "good",
    State.ASKS: "caution",
    State.THERE: "muted",
    State.REFUSED: "trouble",
}


class ImportTable(QTableView):
    """Space lets the chosen files in or leaves them out, F2 renames; Enter and Escape are told."""

    rows_chosen = Signal(list)
    import_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = IncomingTable()
        self.setModel(self.table)
        self.setItemDelegate(_Delegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setSectionResizeMode(STATE, QHeaderView.ResizeMode.Stretch)
        self.setAccessibleName(_("Files to import"))
        self.selectionModel().selectionChanged.connect(lambda _on, _off: self._tell_chosen())

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show these files and choose the first."""
        self.table.show(entries)
        if entries:
            self.setCurrentIndex(self.table.index(0, 0))
            self.selectRow(0)

    def chosen_rows(self) -> list[int]:
        """The rows that are chosen, from the top."""
        return sorted({index.row() for index in self.selectionModel().selectedRows()})

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.chosen_rows()
        if event.key() == Qt.Key.Key_Space and rows:
            on = not all(self.table.entries[row].chosen.wanted for row in rows)
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


class _Delegate(QStyledItemDelegate):
    """Paints the name with its file behind it, and the state in its colour."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.column() == FILE:
            self._paint_file(painter, option, index)
        elif index.column() == STATE:
            self._paint_state(painter, option, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        if index.column() in (FILE, STATE):
            option.text = ""

    def _paint_file(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(Role.ENTRY)
        assert isinstance(entry, Entry)
        path, name = entry.found.path, entry.chosen.name
        behind = path.suffix if name == path.stem else f"  {path.name}"
        box = QRectF(option.rect).adjusted(48, 0, -8, 0)
        here = "ink" if entry.source is not None else "muted"
        _paint_words(painter, box, (name, here), (behind, "muted"))

    def _paint_state(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(Role.ENTRY)
        assert isinstance(entry, Entry)
        state, besides = state_words(entry)
        box = QRectF(option.rect).adjusted(8, 0, -20, 0)
        besides = f" · {besides}" if state and besides else besides
        colour = _STATE_COLOURS[entry.state]
        _paint_words(painter, box, (state, colour), (besides, "muted"))


def _paint_words(painter: QPainter, box: QRectF, *parts: tuple[str, str]) -> None:
    """Words one after the other, each in the colour of a role, cut where they do not fit."""
    font = fonts.interface(13)
    measure = QFontMetricsF(font)
    painter.save()
    painter.setFont(font)
    for words, role in parts:
        shown = measure.elidedText(words, Qt.TextElideMode.ElideRight, box.width())
        painter.setPen(theme.current().colour(role))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, shown)
        box = box.adjusted(measure.horizontalAdvance(shown), 0, 0, 0)
    painter.restore()
