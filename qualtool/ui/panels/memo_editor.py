"""Where a memo is written: what it is on, its kind, a title if one likes, and room for the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis import memos
from qualtool.core.errors import QualtoolError
from qualtool.core.memo_kind import KINDS, ORDERS
from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.store.rows import MemoRow
from qualtool.ui import icons
from qualtool.ui.memo_words import facts
from qualtool.ui.memo_writing import Writing, Written, written_in
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.formatted import Formatted
from qualtool.ui.panels.memo_head import MemoHead
from qualtool.ui.panels.prose_field import ProseField

PAUSE_MS = 1500
NARROWEST = 84  # of a field to choose from


class MemoEditor(QWidget):
    """Keeps what is written after a pause and when it is left; all of it is one step."""

    door_pressed = Signal(object)  # MemoRow
    refused = Signal(object)  # QualtoolError
    tie_wished = Signal(int)
    untie_wished = Signal(int)
    made = Signal(int)  # a memo that was not there before
    emptied = Signal()  # the memo that was shown is gone

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self.row: MemoRow | None = None
        self._writing: Writing | None = None
        self._keeping = False
        self.head = MemoHead()
        self.kind = _choice(KINDS, _("Kind"))
        self.order = _choice({"": mark("No order"), **ORDERS}, _("Order of interpretation"))
        self.private = QToolButton()
        self.title = QLineEdit()
        self.text = ProseField(_("Memo"), _("Write …"))
        self.formatted = Formatted(self.text)
        self.facts = ElidedLabel(role="small")
        self.tie = _link(_("Tie to …"), _("Tie the memo to something else"))
        self.away = _link(_("Remove"), _("Remove the memo"))
        self._dress()
        self._lay_out()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self.keep)
        self.head.pressed.connect(self._press_door)
        self.head.untied.connect(self._untie)
        self.kind.activated.connect(self._on_kind)
        self.order.activated.connect(lambda _index: self.keep())
        self.private.clicked.connect(lambda _on: self.keep())
        self.title.textEdited.connect(lambda _text: self._pause.start())
        self.title.returnPressed.connect(self.text.setFocus)
        self.text.textChanged.connect(self._pause.start)
        self.text.left.connect(self.keep)
        self.tie.clicked.connect(self._wish_tie)
        self.away.clicked.connect(self.remove)

    def show_memo(self, row: MemoRow | None) -> bool:
        """Show a memo, or one that is to be written; False where the one before is not safe."""
        if not self.leave():
            return False
        self.row = row
        self._writing = Writing(self._project, row) if row is not None else None
        if row is not None:
            self._fill(row)
        return True

    def written(self) -> Written:
        """What stands in the fields now."""
        return Written(
            kind=str(self.kind.currentData()),
            interpretation=str(self.order.currentData() or ""),
            title=self.title.text().strip(),
            text=self.text.toPlainText().strip("\n"),
            private=self.private.isChecked(),
        )

    def take(self, row: MemoRow, written: Written) -> None:
        """Show a memo as it was being written elsewhere, where it could not be kept."""
        if self.show_memo(row):
            self.kind.setCurrentIndex(max(0, self.kind.findData(written.kind)))
            self.order.setCurrentIndex(max(0, self.order.findData(written.interpretation)))
            self.private.setChecked(written.private)
            self.title.setText(written.title)
            self.text.show_text(written.text)

    def memo_id(self) -> int | None:
        """The memo that is shown, None where there is none yet."""
        return self._writing.memo_id if self._writing is not None else None

    def keep(self) -> bool:
        """Keep what is written so far; False where that was refused."""
        return self._keep(done=False)

    def leave(self) -> bool:
        """Keep what is written; a memo without words goes. False where that was refused."""
        return self._keep(done=True)

    def remove(self) -> None:
        """Take the memo away."""
        self.title.clear()
        self.text.show_text("")
        if self.leave():
            self.row = self._writing = None
            self.emptied.emit()

    def ask(self, question: str) -> None:
        """Put a question into the text, set apart, to be answered below it."""
        apart = "\n\n" if self.text.toPlainText().strip() else ""
        self.text.write_on()
        self.text.insertPlainText(f"{apart}> {question}\n\n")
        self.text.write_on()

    def on_changes(self, changes: Changes) -> None:
        """Show what has become of the memo; what is being written stays."""
        if self._keeping or self._writing is None or self.row is None:
            return
        if not changes.touches(
            "memo", "memo_link", "excerpt", "coding", "code", "theme", "case", "document"
        ):
            return
        memo_id = self._writing.memo_id
        if memo_id is None:
            return
        with self._project.read() as session:
            row = memos.memo(session, memo_id)
        unwritten = self.written() == self._writing.kept
        if row is not None:
            self.row = row
            self.head.show_memo(row)
            if unwritten and written_in(row) != self._writing.kept:
                self._writing = Writing(self._project, row)
                self._fill(row)
        elif unwritten:
            self.row = self._writing = None
            self.emptied.emit()
        else:
            self._writing.forget()

    def _keep(self, *, done: bool) -> bool:
        self._pause.stop()
        writing = self._writing
        if writing is None or self._keeping or self._project.read_only:
            return True
        self._keeping = True
        try:
            writing.keep(self.written(), done=done)
        except QualtoolError as error:
            self.refused.emit(error)
            return False
        finally:
            self._keeping = False
        self._look_again()
        return True

    def _look_again(self) -> None:
        memo_id = self.memo_id()
        if memo_id is not None and self.row is not None and self.row.id != memo_id:
            with self._project.read() as session:
                self.row = memos.memo(session, memo_id) or self.row
            self.head.show_memo(self.row)
            self.made.emit(memo_id)
        self._show_ways()

    def _fill(self, row: MemoRow) -> None:
        self.head.show_memo(row)
        self.kind.setCurrentIndex(max(0, self.kind.findData(row.kind)))
        self.order.setCurrentIndex(max(0, self.order.findData(row.interpretation)))
        self.private.setChecked(row.private)
        self.title.setText(row.title)
        self.title.setCursorPosition(0)
        self.text.show_text(row.text)
        self.facts.setText(facts(row).partition(" · ")[2])
        self._pause.stop()
        fixed = self._project.read_only
        for field in (self.title, self.text):
            field.setReadOnly(fixed)
        for part in (self.kind, self.order, self.private, self.head.loose):
            part.setEnabled(not fixed)
        self._show_ways()

    def _show_ways(self) -> None:
        there = self.memo_id() is not None and not self._project.read_only
        self.tie.setVisible(there)
        self.away.setVisible(there)

    def _on_kind(self) -> None:
        was = self._writing.kept.kind if self._writing is not None else ""
        now = self.kind.currentData()
        if "reflexive" in (was, now) and was != now:
            self.private.setChecked(now == "reflexive")
        self.keep()

    def _press_door(self) -> None:
        if self.row is not None:
            self.door_pressed.emit(self.row)

    def _untie(self) -> None:
        """Let what is written, or is to be, be on the study as a whole."""
        if self.row is None or self._writing is None:
            return
        if self._writing.memo_id is not None:
            if self.keep():
                self.untie_wished.emit(self._writing.memo_id)
            return
        written = self.written()
        self.row = replace(
            self.row, target="", target_id=None, span=None, about="", words="", colour="", codes=()
        )
        self._writing = Writing(self._project, self.row)
        self.head.show_memo(self.row)
        self.text.setFocus()
        if not written.empty:
            self._pause.start()

    def _wish_tie(self) -> None:
        if self.keep() and (memo_id := self.memo_id()) is not None:
            self.tie_wished.emit(memo_id)

    def _dress(self) -> None:
        self.private.setText(_("Private"))
        self.private.setIcon(icons.icon("lock", active="accent"))
        self.private.setIconSize(QSize(13, 13))
        self.private.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.private.setCheckable(True)
        self.private.setProperty("role", "flat")
        self.private.setToolTip(_("Left out of what is exported, unless it is asked for"))
        self.private.setAccessibleName(_("Private: left out of what is exported"))
        self.title.setProperty("role", "title-field")
        self.title.setPlaceholderText(_("Title"))
        self.title.setAccessibleName(_("Title"))

    def _lay_out(self) -> None:
        sorts = QHBoxLayout()
        sorts.setSpacing(4)
        sorts.addWidget(self.kind)
        sorts.addWidget(self.order)
        sorts.addWidget(self.private)
        sorts.addStretch(1)
        foot = QHBoxLayout()
        foot.setSpacing(4)
        foot.addWidget(self.facts)
        foot.addStretch(1)
        foot.addWidget(self.tie)
        foot.addWidget(self.away)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.head)
        column.addLayout(sorts)
        column.addWidget(self.title)
        column.addWidget(self.text, 1)
        column.addLayout(foot)


def _choice(words: Mapping[str, str], name: str) -> Choice:
    made = Choice(words, name)
    made.setProperty("role", "quiet")
    made.setMinimumWidth(NARROWEST)  # and as wide as its words where there is room
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    made.setSizePolicy(made.sizePolicy().Policy.Maximum, made.sizePolicy().Policy.Fixed)
    return made


def _link(words: str, tip: str) -> QToolButton:
    button = QToolButton()
    button.setText(words)
    button.setProperty("role", "link")
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    return button
