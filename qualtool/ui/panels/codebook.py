"""The codebook pane: themes and codes in a tree, filtered as you type."""

from __future__ import annotations

from PySide6.QtCore import (
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractItemView, QLabel, QLineEdit, QTreeView, QVBoxLayout, QWidget

from qualtool.analysis import codebook
from qualtool.i18n import gettext as _
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.models.codebook import CodebookModel, Node, Role
from qualtool.ui.panels.section import SectionHead
from qualtool.ui.panels.tree_rows import CodebookDelegate

WATCHED = ("code", "theme", "theme_code", "coding", "excerpt", "speaker", "document_case")


class CodebookTree(QTreeView):
    """The tree itself: Enter applies, Delete removes, F2 renames, a right click offers more."""

    applied = Signal(object)  # Node
    removal_wished = Signal(list)  # Nodes
    menu_wished = Signal(object, QPoint)  # Node or None, where on the screen

    def __init__(self) -> None:
        super().__init__()
        self.setHeaderHidden(True)
        self.setItemDelegate(CodebookDelegate(self))
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

    def nodes(self) -> list[Node]:
        """The rows that are chosen, from the top."""
        return [index.data(Role.NODE) for index in sorted(self.selectedIndexes())]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if self.state() == QTreeView.State.EditingState:
            # The field for a name lets Return through to here; it codes nothing then.
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self._apply(self.currentIndex())
        elif key == Qt.Key.Key_Delete and self.nodes():
            self.removal_wished.emit(self.nodes())
        elif key == Qt.Key.Key_Menu:
            self._ask_for_menu(self.visualRect(self.currentIndex()).center())
        else:
            super().keyPressEvent(event)

    def drawBranches(
        self, painter: QPainter, rect: QRect, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The rows paint their own."""

    def _apply(self, index: QModelIndex) -> None:
        self.applied.emit(index.data(Role.NODE))

    def _ask_for_menu(self, place: QPoint) -> None:
        index = self.indexAt(place)
        node = index.data(Role.NODE) if index.isValid() else None
        self.menu_wished.emit(node, self.viewport().mapToGlobal(place))


class CodebookPanel(QWidget):
    """The codebook with its filter; what is wished for goes out as signals."""

    chosen = Signal(object)  # Node or None

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self.model = CodebookModel(self)
        self._fitting = QSortFilterProxyModel(self)
        self._fitting.setSourceModel(self.model)
        self._fitting.setRecursiveFilteringEnabled(True)
        self._fitting.setAutoAcceptChildRows(True)
        self._fitting.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.tree = CodebookTree()
        self.tree.setModel(self._fitting)
        self.head = SectionHead(_("Codebook"))
        self.filter = QLineEdit()
        self.filter.setPlaceholderText(_("Filter codes …"))
        self.filter.setAccessibleName(_("Filter codes"))
        self.filter.setClearButtonEnabled(True)
        self.filter.textChanged.connect(self._narrow)
        self._hint = QLabel(_("No codes yet. Select a passage and type a word for it."))
        self._hint.setWordWrap(True)
        self._hint.setProperty("role", "hint")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        row = QVBoxLayout()
        row.setContentsMargins(12, 0, 12, 8)
        row.addWidget(self.filter)
        layout.addLayout(row)
        layout.addWidget(self._hint)
        layout.addWidget(self.tree, 1)
        self.tree.selectionModel().currentChanged.connect(self._tell_chosen)
        self._closed: set[tuple[int, int]] = set()
        self.tree.collapsed.connect(lambda index: self._closed.add(index.data(Role.NODE).key))
        self.tree.expanded.connect(lambda index: self._closed.discard(index.data(Role.NODE).key))
        self.refresh()

    def refresh(self) -> None:
        """Show the codebook as it is now, with the same rows open and the same one chosen."""
        current = self.tree.currentIndex()
        kept = current.data(Role.NODE).key if current.isValid() else None
        bar = self.tree.verticalScrollBar().value()
        with self._project.read() as session:
            themes = codebook.themes(session)
            codes = codebook.codes(session)
        closed = set(self._closed)
        self.tree.selectionModel().blockSignals(True)
        self.model.show(themes, codes)
        self.tree.expandAll()
        for node in self.model.nodes():
            index = self._fitting.mapFromSource(self.model.index_of(node))
            if node.key in closed and node.children:
                self.tree.collapse(index)
            if node.key == kept:
                self.tree.setCurrentIndex(index)
        self.tree.selectionModel().blockSignals(False)
        self.tree.viewport().update()
        self.tree.verticalScrollBar().setValue(bar)
        self.head.set_count(len(codes))
        self._hint.setVisible(not codes)

    def on_changes(self, changes: Changes) -> None:
        """Look again where a step touched what is shown here."""
        if changes.touches(*WATCHED):
            self.refresh()

    def choose_code(self, code_id: int) -> None:
        """Make a code the chosen one, and open what it lies under."""
        self._choose(lambda node: node.code is not None and node.code.id == code_id)

    def choose_theme(self, theme_id: int) -> None:
        """Make a theme the chosen one."""
        self._choose(lambda node: node.theme is not None and node.theme.id == theme_id)

    def start_renaming(self) -> None:
        """Let the chosen row's name be typed over."""
        self.tree.setFocus()
        self.tree.edit(self.tree.currentIndex())

    def _choose(self, fits: object) -> None:
        assert callable(fits)
        for node in self.model.nodes():
            if fits(node):
                index = self._fitting.mapFromSource(self.model.index_of(node))
                if not index.isValid():
                    self.filter.clear()
                    index = self._fitting.mapFromSource(self.model.index_of(node))
                self.tree.setCurrentIndex(index)
                self.tree.scrollTo(index)
                return

    def _narrow(self, words: str) -> None:
        self._fitting.setFilterFixedString(words.strip())
        self.tree.expandAll()

    def _tell_chosen(self, index: QModelIndex) -> None:
        self.chosen.emit(index.data(Role.NODE) if index.isValid() else None)
