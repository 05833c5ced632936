"""The pane that slides over the right of any workspace to write a memo beside what it is on."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis import memos
from qualtool.i18n import gettext as _
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.rows import MemoRow
from qualtool.ui import icons
from qualtool.ui.actions import worded_keys
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.memo_editor import MemoEditor
from qualtool.ui.panels.memo_rows import MemoRows
from qualtool.ui.panels.sliding import Sliding

WIDTH, NARROW = 440, 360


class MemoDrawer(QFrame):
    """Lies over the right of a widget until it is closed; the rest stays to be worked with."""

    list_wished = Signal()
    memo_chosen = Signal(int)
    closed = Signal()

    def __init__(self, window: QWidget, beside: QWidget, project: Project) -> None:
        super().__init__(window)
        self._project = project
        self.setProperty("role", "drawer")
        self.setAccessibleName(_("Memo"))
        self.editor = MemoEditor(project)
        self._others_head = QLabel(_("Also on this").upper())
        self._others_head.setProperty("role", "section")
        self.others = MemoRows()
        self.others.memo_chosen.connect(self.memo_chosen)
        self._lay_out()
        self.editor.emptied.connect(self.close_up)
        self._sliding = Sliding(self, beside, widest=WIDTH, narrowest=NARROW)

    def open(self, row: MemoRow) -> None:
        """Show a memo, ready to be written in; the one before is kept."""
        if not self.editor.show_memo(row):
            return
        self._show_others()
        self._sliding.show()
        self.editor.text.write_on()

    def target(self) -> Target:
        """What the memo that is open is on."""
        row = self.editor.row
        if row is None:
            return Target()
        return Target(row.target, row.target_id, row.span if row.target_id is None else None)

    def close_up(self) -> bool:
        """Keep what is written and go away; False where it could not be kept."""
        if self.isHidden():
            return True
        if not self.editor.show_memo(None):
            return False
        self._sliding.hide()
        self.closed.emit()
        return True

    def on_changes(self, changes: Changes) -> None:
        """Look again at the memo and the others on the same."""
        self.editor.on_changes(changes)
        if self.isVisible() and changes.touches("memo", "memo_link"):
            self._show_others()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (control and entered):
            self.close_up()
        # Other keys mean nothing to the workspace underneath while a memo is being written.

    def _show_others(self) -> None:
        row = self.editor.row
        if row is None:
            return
        found: list[MemoRow] = []
        if row.target_id is not None:
            target = "excerpt" if row.target == "coding" and row.span is None else row.target
            with self._project.read() as session:
                found = memos.memos(session, target=target, target_id=row.target_id)
        found = [each for each in reversed(found) if each.id != self.editor.memo_id()]
        self.others.show_memos(found)
        self._others_head.setVisible(bool(found))
        self.others.setVisible(bool(found))

    def _lay_out(self) -> None:
        title = QLabel(_("Memo").upper())
        title.setProperty("role", "section")
        everything = QToolButton()
        everything.setText(_("All memos"))
        everything.setToolTip(worded_keys("Ctrl+Shift+M"))
        everything.setProperty("role", "link")
        everything.clicked.connect(self.list_wished)
        close = QToolButton()
        close.setIcon(icons.icon("close"))
        close.setIconSize(QSize(16, 16))
        close.setToolTip(_("Close; everything is kept") + " (Esc)")
        close.setAccessibleName(_("Close"))
        close.clicked.connect(self.close_up)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(title, 1)
        head.addWidget(everything)
        head.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.editor, 1)
        column.addWidget(self._others_head)
        column.addWidget(self.others)
