"""All memos, newest first, narrowed by what one looks for; the chosen one open beside them."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListView,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis import memos
from qualtool.analysis.memo_filter import MemoFilter, fitting, searched
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.rows import MemoRow
from qualtool.ui.models.memos import MemosModel, Role
from qualtool.ui.panels.empty import EmptyPane
from qualtool.ui.panels.memo_cards import MemoDelegate
from qualtool.ui.panels.memo_editor import MemoEditor
from qualtool.ui.panels.memo_filters import MemoFilters

WIDEST, WIDEST_LEFT, NARROWEST_LEFT, ROOMY = 720, 400, 280, 900  # pixels
WATCHED = ("memo_link", "excerpt", "coding", "code", "theme", "case", "document", "activity",
           "coder", "study")  # fmt: skip


class MemoView(QListView):
    """The list itself: Enter opens, Ctrl+Enter goes to the place, Delete removes, T ties."""

    opened = Signal()
    door_pressed = Signal()
    removal_wished = Signal()
    tie_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setItemDelegate(MemoDelegate(self))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Memos"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                (self.door_pressed if control else self.opened).emit()
            case Qt.Key.Key_Delete:
                self.removal_wished.emit()
            case Qt.Key.Key_T if not control:
                self.tie_wished.emit()
            case _:
                super().keyPressEvent(event)


class MemoList(QWidget):
    """A sheet; what is wished for goes out as signals, with the rows that are meant."""

    page_of_work = True
    closed = Signal()
    door_pressed = Signal(object)  # MemoRow
    removal_wished = Signal(list)  # memo ids
    tie_wished = Signal(list)  # memo ids
    new_wished = Signal()
    export_wished = Signal(object)  # MemoFilter
    refused = Signal(object)  # QualtoolError
    left = Signal(object)  # the list is going; the memo that was open, or None
    unkept = Signal(object, object)  # MemoRow, Written: what could not be kept when it was left

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._rows: list[MemoRow] = []
        self._said: dict[int, str] = {}
        self.setAccessibleName(_("Memos"))
        self.filters = MemoFilters()
        self.model = MemosModel()
        self.view = MemoView()
        self.view.setModel(self.model)
        self.editor = MemoEditor(project)
        self.editor.setMaximumWidth(WIDEST)
        self.private = QCheckBox(_("Private ones too"))
        self.private.setToolTip(_("Private memos are left out of an export unless you ask."))
        self._count = QLabel()
        self._count.setProperty("role", "quiet")
        self._lay_out()
        self._connect()
        self.refresh()
        self.setFocusProxy(self.filters.words)
        self.view.setCurrentIndex(self.model.index(0))

    def refresh(self) -> None:
        """Look again at all memos."""
        with self._project.read() as session:
            self._rows = memos.memos(session)[::-1]
        self._said = {row.id: searched(row) for row in self._rows}
        self.filters.offer(self._rows)
        self._narrow()

    def on_changes(self, changes: Changes) -> None:
        """Look again at what a step touched."""
        self.editor.on_changes(changes)
        if changes.touches(*WATCHED):
            self.refresh()
        elif changes.touches("memo"):
            self._look_again_at(changes.ids("memo"))

    def choose(self, memo_id: int) -> None:
        """Make a memo the chosen one; what hides it is asked for no longer."""
        if self.model.place_of(memo_id) < 0:
            self.filters.clear()
        index = self.model.index(max(0, self.model.place_of(memo_id)))
        self.view.setCurrentIndex(index)
        self.view.scrollTo(index)

    def write(self, row: MemoRow) -> None:
        """Write a new memo in the place of the chosen one."""
        if self.editor.show_memo(row):
            self.view.clearSelection()
            self.view.selectionModel().setCurrentIndex(
                self.model.index(-1), QItemSelectionModel.SelectionFlag.NoUpdate
            )
            self._stack.setCurrentIndex(0)
            self.editor.text.setFocus()

    def chosen(self) -> list[MemoRow]:
        """The memos that are chosen, from the top."""
        found = [index.data(Role.MEMO) for index in sorted(self.view.selectedIndexes())]
        return [row for row in found if isinstance(row, MemoRow)]

    def wanted(self) -> MemoFilter:
        """Which memos are shown."""
        return self.filters.wanted()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous():  # the whole window is, and the list is still there behind it
            return
        self.left.emit(self.editor.memo_id())
        if not self.editor.leave() and self.editor.row is not None:
            self.unkept.emit(self.editor.row, self.editor.written())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._left.setFixedWidth(min(WIDEST_LEFT, max(NARROWEST_LEFT, width * 2 // 5)))
        side = 40 if width >= ROOMY else 20
        self._middle.setContentsMargins(side, 24, side, 12)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        typed = self.filters.words
        focus: QWidget | None = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            if typed.hasFocus() and typed.text():
                typed.clear()
            elif focus is not None and self.editor.isAncestorOf(focus):
                self.view.setFocus()
            else:
                self._close()
        elif event.key() == Qt.Key.Key_Down and typed.hasFocus():
            self.view.setCurrentIndex(self.model.index(max(0, self.view.currentIndex().row())))
            self.view.setFocus()
        else:
            super().keyPressEvent(event)

    def _look_again_at(self, ids: frozenset[int]) -> None:
        with self._project.read() as session:
            now = {row.id: row for row in memos.memos(session, memo_ids=ids)}
        self._said.update((row.id, searched(row)) for row in now.values())
        kept = [now.pop(row.id, row) for row in self._rows if row.id in now or row.id not in ids]
        self._rows = sorted([*kept, *now.values()], key=lambda row: (row.date, row.id))[::-1]
        self.filters.offer(self._rows)
        self._narrow()

    def _find(self) -> None:
        """Show what is looked for, and open the first where the open one is not among it."""
        self._narrow()
        now = self.editor.memo_id()
        writing_new = self.editor.row is not None and now is None
        if not writing_new and (now is None or self.model.place_of(now) < 0):
            self.view.setCurrentIndex(self.model.index(0))

    def _narrow(self) -> None:
        shown = fitting(self._rows, self.wanted(), self._said)
        now = self.editor.memo_id()
        self.model.show(shown)
        if now is not None and (place := self.model.place_of(now)) >= 0:
            selection = self.view.selectionModel()
            if selection.currentIndex().row() != place:
                selection.blockSignals(True)
                selection.setCurrentIndex(
                    self.model.index(place), QItemSelectionModel.SelectionFlag.ClearAndSelect
                )
                selection.blockSignals(False)
        words = ngettext("{count} memo", "{count} memos", len(self._rows))
        said = words.format(count=len(self._rows))
        if len(shown) != len(self._rows):
            said = _("{count} of {all}").format(count=len(shown), all=len(self._rows))
        self._count.setText(said)
        self._nothing.setVisible(not shown)
        self._nothing.setText(
            _("No memo fits. Ask for less above.")
            if self._rows
            else _("No memos yet. Ctrl+M writes one on whatever is chosen.")
        )
        self.view.setVisible(bool(shown))
        self._export.setEnabled(bool(shown))
        hidden = self.editor.row is None
        self._stack.setCurrentIndex(1 if hidden else 0)

    def _show_chosen(self) -> None:
        row = self.view.currentIndex().data(Role.MEMO)
        if isinstance(row, MemoRow) and row.id != self.editor.memo_id():
            self.editor.show_memo(row)
            self._stack.setCurrentIndex(0)

    def _close(self) -> None:
        if self.editor.leave():
            self.closed.emit()

    def _press_door(self) -> None:
        if rows := self.chosen():
            self.door_pressed.emit(rows[0])

    def _wish_removal(self) -> None:
        if (rows := self.chosen()) and self.editor.leave():
            self.removal_wished.emit([row.id for row in rows])

    def _wish_tie(self) -> None:
        if (rows := self.chosen()) and self.editor.leave():
            self.tie_wished.emit([row.id for row in rows])

    def _on_emptied(self) -> None:
        self._stack.setCurrentIndex(1)
        self.view.setFocus()

    def _wish_export(self) -> None:
        if self.editor.leave():
            self.export_wished.emit(replace(self.wanted(), private=self.private.isChecked()))

    def _connect(self) -> None:
        self.filters.changed.connect(self._find)
        self.view.selectionModel().currentChanged.connect(lambda _now, _was: self._show_chosen())
        self.view.opened.connect(self.editor.text.write_on)
        self.view.door_pressed.connect(self._press_door)
        self.view.removal_wished.connect(self._wish_removal)
        self.view.tie_wished.connect(self._wish_tie)
        self.editor.door_pressed.connect(self.door_pressed)
        self.editor.tie_wished.connect(lambda memo_id: self.tie_wished.emit([memo_id]))
        self.editor.refused.connect(self.refused)
        self.editor.emptied.connect(self._on_emptied)

    def _lay_out(self) -> None:
        title = QLabel(_("Memos"))
        title.setProperty("role", "title")
        head = QHBoxLayout()
        head.setContentsMargins(16, 16, 16, 12)
        head.setSpacing(12)
        head.addWidget(title)
        head.addWidget(self._count)
        head.addStretch(1)
        self._nothing = QLabel()
        self._nothing.setProperty("role", "hint")
        self._nothing.setWordWrap(True)
        left = self._left = QFrame()
        left.setProperty("role", "memo-pane")
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.filters)
        column.addWidget(self._nothing)
        column.addWidget(self.view, 1)
        column.addStretch(0)
        self._stack = QStackedWidget()
        page = QWidget()
        middle = self._middle = QHBoxLayout(page)
        middle.addWidget(self.editor, 1)
        self._stack.addWidget(page)
        self._stack.addWidget(
            EmptyPane(_("Memos"), _("Choose a memo to read it and write on, or search for one."))
        )
        across = QHBoxLayout()
        across.setSpacing(0)
        across.addWidget(left)
        across.addWidget(self._stack, 1)
        line = QFrame()
        line.setProperty("role", "line")
        line.setFixedHeight(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(across, 1)
        whole.addWidget(line)
        whole.addLayout(self._foot())

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setContentsMargins(16, 12, 16, 12)
        foot.setSpacing(8)
        new = QPushButton(_("New memo"))
        new.clicked.connect(self.new_wished)
        new.setEnabled(not self._project.read_only)
        self._export = QPushButton(_("Export what is shown …"))
        self._export.clicked.connect(self._wish_export)
        close = QPushButton(_("Close"))
        close.setProperty("role", "plain")
        close.clicked.connect(self._close)
        foot.addWidget(new)
        foot.addStretch(1)
        foot.addWidget(self.private)
        foot.addWidget(self._export)
        foot.addWidget(close)
        return foot
