"""The rows of the codebook, worked on by key and by mouse."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QTreeView
from shiboken6 import isValid

from qualtool.i18n import gettext as _
from qualtool.store.rows import CodeRow
from qualtool.ui.models.codebook import CodebookModel, Node, Role
from qualtool.ui.panels.tree_rows import CodebookDelegate

_WAYS = {
    Qt.Key.Key_Up: "up",
    Qt.Key.Key_Down: "down",
    Qt.Key.Key_Right: "in",
    Qt.Key.Key_Left: "out",
}

_LATE_MS = 30  # less than anybody sees


class CodebookTree(QTreeView):
    """Enter applies, Delete removes, Ctrl and Delete retires, Ctrl and L merges, F2 renames,
    Alt and an arrow moves, a right click offers more.
    """

    applied = Signal(object)  # Node
    removal_wished = Signal(list)  # Nodes
    retirement_wished = Signal()
    merge_wished = Signal()
    menu_wished = Signal(object, QPoint)  # Node or None, where on the screen
    move_wished = Signal(str)  # up, down, in, out

    _waits = False  # to be laid out when it is shown

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.delegate = CodebookDelegate(self)
        self.setItemDelegate(self.delegate)
        self.setIndentation(16)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.customContextMenuRequested.connect(self._ask_for_menu)
        self.doubleClicked.connect(self._apply)
        self.setExpandsOnDoubleClick(False)
        self.setAccessibleName(_("Codebook"))
        self._later = QTimer(self, singleShot=True, interval=_LATE_MS)
        self._later.timeout.connect(self._catch_up)
        self._followed: frozenset[int] = frozenset()  # codes to be brought into view

    def event(self, event: QEvent) -> bool:
        """A style that comes before the tree is shown lays out thousands of rows only then."""
        self._waits = event.type() == QEvent.Type.StyleChange and not self.isVisible()
        try:
            return super().event(event)
        finally:
            self._waits = False

    def doItemsLayout(self) -> None:
        """Lay out the rows, or let them wait."""
        if self._waits:
            self.scheduleDelayedItemsLayout()
        else:
            super().doItemsLayout()

    def nodes(self) -> list[Node]:
        """The rows that are chosen, from the top."""
        chosen = sorted(self.selectedIndexes(), key=lambda index: self.visualRect(index).top())
        return [index.data(Role.NODE) for index in chosen]

    def current_code(self) -> CodeRow | None:
        """The code at the cursor, if the cursor is at one."""
        index = self.currentIndex()
        return index.data(Role.NODE).code if index.isValid() else None

    def set_aside(self, on: bool) -> None:
        """Whether something else has been chosen since: then no row stands out as chosen."""
        if on != self.delegate.aside:
            self.delegate.aside = on
            self._paint_rows(self.selectedIndexes())

    def light(self, codes: frozenset[int], *, follow: bool) -> None:
        """Mark the rows of codes that the text tells of; `follow` brings the first into view."""
        if codes == self.delegate.lit:
            return
        others, self.delegate.lit = codes ^ self.delegate.lit, codes
        model = self.model()
        if not isinstance(model, CodebookModel):
            return
        if self.viewport().updatesEnabled():  # or all rows are painted in a moment, and laid out
            self._paint_rows(model.rows_of(others))
        if follow and codes:
            self._followed = codes
            if self._comes_first():
                self._catch_up()
            elif not self._later.isActive():
                self._later.start()

    def let_text_go_first(self) -> None:
        """All rows are about to be others: they are painted in a moment, and no key waits."""
        if self.isVisible() and not self._comes_first() and not self._later.isActive():
            self.viewport().setUpdatesEnabled(False)
            self._later.start()

    def _comes_first(self) -> bool:
        """Whether one works in the tree itself, which is then what one looks at."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self or self.isAncestorOf(focused))

    def _catch_up(self) -> None:
        """Bring what the text tells of into view, and paint what was to wait."""
        model, codes = self.model(), self._followed
        self._followed = frozenset()
        if isinstance(model, CodebookModel):
            rows = [(self.visualRect(index), index) for index in model.rows_of(codes)]
            shown = [(box.top(), at) for at, (box, _index) in enumerate(rows) if not box.isEmpty()]
            if shown:
                self.scrollTo(rows[min(shown)[1]][1])
        if not self.viewport().updatesEnabled():
            self.viewport().setUpdatesEnabled(True)

    def finish_naming(self) -> None:
        """Take what is being typed as the name; where it cannot be one, the old one stays."""
        field = self.delegate.field
        if field is not None and isValid(field) and field.isVisible():
            index = self.currentIndex()
            node = index.data(Role.NODE)
            if node is not None and not self.delegate.refusing(field.text(), node):
                self.commitData(field)
            self.closeEditor(field, QAbstractItemDelegate.EndEditHint.NoHint)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.state() == QTreeView.State.EditingState:
            # The field for a name lets Return through to here; it codes nothing then.
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._apply(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.DeleteEndOfWord) or (
            key == Qt.Key.Key_Delete and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            self.retirement_wished.emit()
        elif key == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.merge_wished.emit()
        elif key == Qt.Key.Key_Delete and self.nodes():
            self.removal_wished.emit(self.nodes())
        elif key == Qt.Key.Key_Menu:
            self._ask_for_menu(self.visualRect(self.currentIndex()).center())
        elif event.modifiers() & Qt.KeyboardModifier.AltModifier and key in _WAYS:
            self.move_wished.emit(_WAYS[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The rows paint their own."""

    def _paint_rows(self, rows: Iterable[QModelIndex]) -> None:
        """Paint these rows anew; all of them would take as long as the text beside."""
        for index in rows:
            row = self.visualRect(index)
            self.viewport().update(0, row.top(), self.viewport().width(), row.height())

    def _apply(self, index: QModelIndex) -> None:
        self.applied.emit(index.data(Role.NODE))

    def _ask_for_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        node = index.data(Role.NODE) if index.isValid() else None
        self.menu_wished.emit(node, self.viewport().mapToGlobal(place))
