"""The journal: a pane over the right of any workspace, to write in and to read what was written."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSplitter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis import memos
from qualtool.analysis.memo_filter import MemoFilter, fitting, searched
from qualtool.analysis.phase_log import phase_now
from qualtool.core.memo_kind import KINDS
from qualtool.core.template import said
from qualtool.i18n import gettext as _
from qualtool.i18n import language
from qualtool.operations import profiles
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.rows import MemoRow
from qualtool.ui import icons
from qualtool.ui.actions import worded_keys
from qualtool.ui.panels.journal_entries import JournalEntries
from qualtool.ui.panels.memo_editor import MemoEditor
from qualtool.ui.panels.method_prompts import MethodPrompts
from qualtool.ui.panels.sliding import Sliding

WIDTH, NARROW = 520, 400
WATCHED = ("memo_link", "code", "theme", "case", "document", "coder", "work_phase", "study")


class JournalDrawer(QFrame):
    """Writing above, the entries below; Escape keeps everything and goes away."""

    new_wished = Signal()
    list_wished = Signal()
    export_wished = Signal(str, object)  # ending, MemoFilter
    closed = Signal()

    def __init__(self, window: QWidget, beside: QWidget, project: Project) -> None:
        super().__init__(window)
        self._project = project
        self._rows: list[MemoRow] = []
        self._texts: dict[int, str] = {}
        self.setProperty("role", "drawer")
        self.setAccessibleName(_("Journal"))
        self._sliding = Sliding(self, beside, widest=WIDTH, narrowest=NARROW)
        self.editor = MemoEditor(project)
        self.prompts = MethodPrompts()
        self.words = QLineEdit()
        self.kind = QComboBox()
        self.entries = JournalEntries()
        self._lay_out()
        self.editor.emptied.connect(self.new_wished)
        self.editor.made.connect(lambda _memo: self._show_entries())
        self.prompts.chosen.connect(self.editor.ask)
        self._later = QTimer(self, singleShot=True, interval=120)
        self._later.timeout.connect(self._show_entries)
        self.words.textChanged.connect(lambda _text: self._later.start())
        self.kind.activated.connect(lambda _index: self._show_entries())
        self.entries.opened.connect(self._open)
        self.entries.left.connect(self.words.setFocus)
        self.refresh()

    def open(self, row: MemoRow) -> None:
        """Show an entry, ready to be written in; the one before is kept."""
        if self.editor.show_memo(row):
            self._show_entries()
            self._sliding.show()
            self.editor.text.write_on()

    def close_up(self) -> bool:
        """Keep what is written and go away; False where it could not be kept."""
        if self.isHidden():
            return True
        if not self.editor.show_memo(None):
            return False
        self._sliding.hide()
        self.closed.emit()
        return True

    def refresh(self) -> None:
        """Look again at all entries, and at the phase that is worked in."""
        with self._project.read() as session:
            self._rows = memos.memos(session)[::-1]
            profile, now = profiles.chosen(session), phase_now(session)
        self._texts = {row.id: searched(row) for row in self._rows}
        phase = profile.phase(now) or next(iter(profile.phases), None)
        if phase is not None and not self._project.read_only:
            prompts = [said(each, language()) for each in phase.prompts]
            self.prompts.show_questions(said(phase.title, language()), prompts)
        else:
            self.prompts.show_questions("", ())
        self._show_entries()

    def on_changes(self, changes: Changes) -> None:
        """Look again at what a step touched."""
        self.editor.on_changes(changes)
        if changes.touches(*WATCHED):
            self.refresh()
        elif changes.touches("memo"):
            self._look_again_at(changes.ids("memo"))

    def wanted(self) -> MemoFilter:
        """Which entries are shown."""
        kind = self.kind.currentData()
        kinds = frozenset({str(kind)}) if kind else frozenset[str]()
        return MemoFilter(kinds=kinds, words=self.words.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape and self.words.hasFocus() and self.words.text():
            self.words.clear()
        elif event.key() == Qt.Key.Key_Escape or (control and entered):
            self.close_up()
        elif event.key() == Qt.Key.Key_Down and self.words.hasFocus() and self.entries.entries:
            self.entries.entries[0].setFocus()
        # Other keys mean nothing to the workspace underneath while one is writing.

    def _look_again_at(self, ids: frozenset[int]) -> None:
        """Read only what was written, however much there is besides."""
        with self._project.read() as session:
            now = {row.id: row for row in memos.memos(session, memo_ids=ids)}
        self._texts.update((row.id, searched(row)) for row in now.values())
        kept = [row for row in self._rows if row.id not in ids]
        self._rows = sorted([*kept, *now.values()], key=lambda row: (row.date, row.id))[::-1]
        self._show_entries()

    def _show_entries(self) -> None:
        now = self.editor.memo_id()
        rest = [row for row in self._rows if row.id != now]
        shown = fitting(rest, self.wanted(), self._texts)
        nothing = _("No entry fits.") if rest else ""
        if not self._rows:
            nothing = _("Nothing is written yet. Everything is kept as you write it.")
        self.entries.show_entries(shown, nothing)
        for part in (self.words, self.kind, self.export):
            part.setVisible(bool(self._rows))

    def _open(self, memo_id: int) -> None:
        row = next((each for each in self._rows if each.id == memo_id), None)
        if row is not None:
            self.open(row)

    def _wish_export(self, ending: str, *, private: bool) -> None:
        if self.editor.keep():
            self.export_wished.emit(ending, replace(self.wanted(), private=private))

    def _lay_out(self) -> None:
        self.editor.text.setMinimumHeight(96)
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 8, 0, 0)
        below.setSpacing(8)
        below.addLayout(self._search_row())
        below.addWidget(self.entries, 1)
        upper = QWidget()
        above = QVBoxLayout(upper)
        above.setContentsMargins(0, 0, 8, 8)
        above.setSpacing(4)
        above.addWidget(self.editor, 1)
        above.addWidget(self.prompts)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(upper)
        split.addWidget(lower)
        split.setSizes([420, 380])
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(self._head())
        column.addWidget(split, 1)

    def _head(self) -> QHBoxLayout:
        title = QLabel(_("Journal").upper())
        title.setProperty("role", "section")
        self.new = _link(_("New entry"), worded_keys("Ctrl+J"), self.new_wished.emit)
        self.export = _link(_("Export …"), _("Export the entries that are shown"), self._offer)
        close = QToolButton()
        close.setIcon(icons.icon("close"))
        close.setIconSize(QSize(16, 16))
        close.setToolTip(_("Close; everything is kept") + " (Esc)")
        close.setAccessibleName(_("Close"))
        close.clicked.connect(self.close_up)
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(title, 1)
        for button in (self.new, self.export, close):
            head.addWidget(button)
        self.new.setEnabled(not self._project.read_only)
        return head

    def _search_row(self) -> QHBoxLayout:
        self.words.setPlaceholderText(_("Search in the journal …"))
        self.words.setAccessibleName(_("Search in the journal"))
        self.words.setClearButtonEnabled(True)
        self.kind.setAccessibleName(_("Kind"))
        self.kind.addItem(_("Every kind"), "")
        for key, words in KINDS.items():
            self.kind.addItem(_(words), key)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 8, 0)
        row.setSpacing(8)
        row.addWidget(self.words, 1)
        row.addWidget(self.kind)
        return row

    def _offer(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        held = sum(row.private for row in fitting(self._rows, self.wanted(), self._texts))
        for private in (False, True) if held else (False,):
            for name, ending in (("Word", "docx"), ("Markdown", "md")):
                words = _("{format}, with private entries …") if private else _("{format} …")
                action = menu.addAction(words.format(format=name))
                action.triggered.connect(
                    lambda _on, e=ending, p=private: self._wish_export(e, private=p)
                )
            if held and not private:
                menu.addSeparator()
        menu.popup(self.export.mapToGlobal(self.export.rect().bottomLeft()))


def _link(words: str, tip: str, act: object) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setToolTip(tip)
    button.setProperty("role", "link")
    assert callable(act)
    button.clicked.connect(lambda _on: act())
    return button
