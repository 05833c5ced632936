"""Dragging cases in their grid: by the name, between two others or onto one."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import QApplication, QTableView

from qualtool.store.rows import CaseRow
from qualtool.ui import theme
from qualtool.ui.dragging import CASES, ids_from, mime_of_cases
from qualtool.ui.models.case_moves import Move, Place, dropped
from qualtool.ui.models.cases import NAME, CasesTable, CellRole
from qualtool.ui.models.documents_table import Role
from qualtool.ui.panels.grid_cells import STEP
from qualtool.ui.panels.row_table import PADDING

_EDGE = 0.3  # the share of a row, above and below, that means beside it


class CaseDragging(QObject):
    """Watches the grid's viewport; a drop is told as where it moves the cases."""

    moved = Signal(object)  # Move

    def __init__(self, view: QTableView, table: CasesTable) -> None:
        super().__init__(view)
        self._view, self._table = view, table
        self._pressed: QPoint | None = None
        self._line: QRect | None = None  # where a drop would go
        view.setAcceptDrops(True)
        view.viewport().setAcceptDrops(True)
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if isinstance(event, QDropEvent) and kind == QEvent.Type.Drop:
            self._drop(event)
            return event.mimeData().hasFormat(CASES)
        if isinstance(event, QDragEnterEvent) and event.mimeData().hasFormat(CASES):
            event.acceptProposedAction()  # it begins over the dragged case itself
            return True
        if isinstance(event, QDragMoveEvent) and event.mimeData().hasFormat(CASES):
            self._hover(event)
            return True
        if kind == QEvent.Type.DragLeave:
            self._show_line(None)
        elif isinstance(event, QMouseEvent):
            return self._watch(event)
        return False

    def paint(self) -> None:
        """Draw where a drop would go: a line between two rows, a frame around one."""
        if self._line is None:
            return
        painter = QPainter(self._view.viewport())
        painter.setPen(QPen(theme.current().colour("accent"), 2))
        if self._line.height() <= 2:
            painter.drawLine(self._line.topLeft(), self._line.topRight())
        else:
            painter.drawRect(self._line.adjusted(1, 1, -1, -2))

    def _watch(self, event: QMouseEvent) -> bool:
        """Begin a drag where a name is pressed and drawn away."""
        at = event.position().toPoint()
        match event.type():
            case QEvent.Type.MouseButtonPress:
                plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
                by_name = self._view.indexAt(at).column() == NAME
                left = event.button() == Qt.MouseButton.LeftButton
                self._pressed = at if plain and by_name and left else None
                # Pressing one of several chosen cases keeps them, so that all of them can go.
                chosen = self._view.selectionModel().isSelected(self._view.indexAt(at))
                kept = self._pressed is not None and chosen and len(self._chosen()) > 1
                if kept:
                    self._view.setFocus()
                return kept
            case QEvent.Type.MouseMove if self._pressed is not None:
                if (at - self._pressed).manhattanLength() >= QApplication.startDragDistance():
                    self._pressed = None
                    self.start()
                return True
            case QEvent.Type.MouseButtonRelease if self._pressed is not None:
                self._pressed = None
                if len(self._chosen()) > 1:
                    self._view.setCurrentIndex(self._view.indexAt(at))
        return False

    def start(self) -> None:
        """Drag the chosen cases."""
        ids = self._chosen()
        if ids:
            drag = QDrag(self._view)
            drag.setMimeData(mime_of_cases(ids))
            drag.exec(Qt.DropAction.MoveAction)
            self._show_line(None)

    def _chosen(self) -> list[int]:
        found: dict[int, None] = {}
        for index in self._view.selectionModel().selectedIndexes():
            row = index.data(Role.ROW)
            if isinstance(row, CaseRow):
                found[row.id] = None
        return list(found)

    def _hover(self, event: QDragMoveEvent) -> None:
        index, place = self._place(event.position().toPoint())
        if self._move(event, index, place) is None:
            self._show_line(None)
            event.ignore()
            return
        self._show_line(self._shape(index, place))
        event.setDropAction(Qt.DropAction.MoveAction)
        event.accept()

    def _drop(self, event: QDropEvent) -> None:
        self._show_line(None)
        index, place = self._place(event.position().toPoint())
        move = self._move(event, index, place)
        if move is not None:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.moved.emit(move)

    def _move(self, event: QDropEvent, index: QModelIndex, place: Place) -> Move | None:
        row = index.data(Role.ROW) if index.isValid() else None
        ids = ids_from(event.mimeData(), CASES)
        return dropped(self._table.grid_rows, ids, row.id if row else None, place)

    def _place(self, at: QPoint) -> tuple[QModelIndex, Place]:
        """The case that a point is over, and whether above, on or below it."""
        row = self._view.rowAt(at.y())
        index = self._view.model().index(row, NAME)
        box = self._view.visualRect(index)
        if not index.isValid() or self._view.horizontalHeader().sortIndicatorSection() >= 0:
            return index, Place.UNDER  # sorted by a column there is no before and after
        share = (at.y() - box.top()) / max(1, box.height())
        if share < _EDGE:
            return index, Place.BEFORE
        return index, Place.AFTER if share > 1 - _EDGE else Place.UNDER

    def _shape(self, index: QModelIndex, place: Place) -> QRect:
        box = self._view.visualRect(index)
        width = self._view.viewport().width()
        if not index.isValid():
            last = self._view.visualRect(
                self._view.model().index(self._view.model().rowCount() - 1, NAME)
            )
            return QRect(PADDING, last.bottom(), width - PADDING, 2)
        left = PADDING + STEP * int(index.data(CellRole.DEPTH) or 0)
        match place:
            case Place.BEFORE:
                return QRect(left, box.top(), width - left, 2)
            case Place.AFTER:
                return QRect(left, box.bottom(), width - left, 2)
        return QRect(0, box.top(), width, box.height())

    def _show_line(self, line: QRect | None) -> None:
        if line != self._line:
            self._line = line
            self._view.viewport().update()
