"""All documents in a table, to look over, sort, filter and name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import DocumentRow
from qualtool.ui.material_words import counted
from qualtool.ui.models.documents_table import (
    CHECKED,
    KEYS,
    NAME,
    ArrangedDocuments,
    DocumentsTable,
    Role,
)
from qualtool.ui.panels.memo_mark import ROOM, paint_memo_mark, pressed
from qualtool.ui.panels.row_table import CELL, RowDelegate, RowTable

Index = QModelIndex | QPersistentModelIndex
_WIDTHS = {"kind": 112, "date": 100, "language": 88, "format": 84, "words": 72, "length": 76,
           "excerpts": 84, "cases": 140, "checked": 84}  # fmt: skip
NAME_ROOM = 200
# What is left out first where the window is narrow; all of it stands in the form at the right.
_DISPENSABLE = ("format", "language", "length", "kind")


class _NameDelegate(RowDelegate):
    """Paints a name, and at its right the sign that there are memos on the document."""

    memos_pressed = Signal(int)  # document

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.data(Role.MEMOS):
            box = QRectF(option.rect)
            paint_memo_mark(painter, box.right() - CELL, box.center().y() - 0.5)

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        box = QRectF(option.rect)
        if index.data(Role.MEMOS) and pressed(event, box.right() - CELL, box.center().y()):
            self.memos_pressed.emit(index.data(Role.ROW).id)
            return True
        return super().editorEvent(event, model, option, index)

    def _right(self, index: Index) -> int:
        return CELL + ROOM + 2 if index.data(Role.MEMOS) else super()._right(index)


class DocumentsView(RowTable):
    """Enter or a double click opens, F2 renames, Delete removes, Space says it is checked."""

    opened = Signal(int)
    remove_wished = Signal(list)
    checked_wished = Signal(list, bool)
    menu_wished = Signal(QPoint)
    memos_pressed = Signal(int)  # document

    def __init__(self) -> None:
        super().__init__()
        self.table = DocumentsTable()
        self.arranged = ArrangedDocuments(self.table)
        self.setModel(self.arranged)
        self.setSortingEnabled(True)
        self.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(_("Documents"))
        head = self.horizontalHeader()
        head.setSortIndicatorClearable(True)
        names = _NameDelegate(self)
        names.memos_pressed.connect(self.memos_pressed)
        self.setItemDelegateForColumn(NAME, names)
        head.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        for section, key in enumerate(KEYS):
            if key in _WIDTHS:
                self.setColumnWidth(section, _WIDTHS[key])
        self.table.checked_wished.connect(self._wish_checked)
        self.customContextMenuRequested.connect(self.menu_wished)

    def chosen(self) -> list[DocumentRow]:
        """The chosen documents, from the top."""
        return [self.arranged.index(row, NAME).data(Role.ROW) for row in self.chosen_rows()]

    def choose(self, document_ids: Sequence[int]) -> None:
        """Choose documents and go to the first."""
        found = (
            self.arranged.mapFromSource(self.table.index(self.table.row_of(document_id), NAME))
            for document_id in document_ids
        )
        self.choose_rows([index.row() for index in found if index.isValid()])

    def rename_chosen(self) -> None:
        """Write in the name of the document that the keys are at."""
        if self.currentIndex().isValid():
            self.edit(self.currentIndex().siblingAtColumn(NAME))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows = self.chosen()
        match event.key():
            case _ if self.being_written():
                super().keyPressEvent(event)
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if len(rows) == 1:
                self.opened.emit(rows[0].id)
            case Qt.Key.Key_Delete | Qt.Key.Key_Backspace if rows:
                self.remove_wished.emit([row.id for row in rows])
            case Qt.Key.Key_Space if rows:
                on = not all(row.checked for row in rows)
                self.checked_wished.emit([row.id for row in rows], on)
            case Qt.Key.Key_F2:
                self.rename_chosen()
            case _:
                super().keyPressEvent(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() != CHECKED:
            self.opened.emit(index.siblingAtColumn(NAME).data(Role.ROW).id)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width() - NAME_ROOM
        wanted = dict(_WIDTHS)
        for key in _DISPENSABLE:
            if sum(wanted.values()) > room:
                del wanted[key]
        for section, key in enumerate(KEYS):
            self.setColumnHidden(section, key != "name" and key not in wanted)

    def _wish_checked(self, document_id: int, on: bool) -> None:
        """A tick among several chosen documents is for all of them."""
        chosen = [row.id for row in self.chosen()]
        self.checked_wished.emit(chosen if document_id in chosen else [document_id], on)


class DocumentsTablePanel(QWidget):
    """The table with a field to filter it."""

    def __init__(self) -> None:
        super().__init__()
        self.view = DocumentsView()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Filter documents …"))
        self.filter.setAccessibleName(_("Filter documents"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setMaximumWidth(260)
        self.filter.textChanged.connect(self._filter)
        self.count = QLabel()
        self.count.setProperty("role", "quiet")
        self.bar = QHBoxLayout()
        self.bar.setContentsMargins(20, 10, 16, 10)
        self.bar.setSpacing(12)
        self.bar.addWidget(self.filter, 1)
        self.bar.addWidget(self.count)
        self.bar.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self.bar)
        column.addWidget(self.view, 1)

    def show_rows(
        self, rows: Sequence[DocumentRow], noted: Mapping[int, int] = MappingProxyType({})
    ) -> None:
        """Show these documents, and on which there are memos; what was chosen stays so."""
        chosen = [row.id for row in self.view.chosen()]
        self.view.table.show(rows, noted)
        if [row.id for row in self.view.chosen()] != chosen:
            self.view.choose(chosen)
        self._show_count()

    def _filter(self, words: str) -> None:
        self.view.arranged.filter_by(words)
        self._show_count()

    def _show_count(self) -> None:
        shown, held = self.view.arranged.rowCount(), self.view.table.rowCount()
        rows = (self.view.table.index(row, NAME).data(Role.ROW) for row in range(held))
        words = ngettext("{count} word", "{count} words", total := sum(r.words for r in rows))
        self.count.setText(
            words.format(count=counted(total))
            if shown == held
            else _("{shown} of {count}").format(shown=counted(shown), count=counted(held))
        )
