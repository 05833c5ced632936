"""Words found in all documents and wherever else they stand, and replaced in one step."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualtool.core.word_finding import Wanted, worded
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.correcting_rows import FoundWords
from qualtool.ui.panels.empty import EmptyPane
from qualtool.ui.panels.found_tree import FoundTree

MOST = 2000  # places in texts that are shown and replaced at a time
SHORTEST = 2
WAIT_MS = 250


class ReplaceSheet(QWidget):
    """Asks for what to look for with `search_wished`; `replace_wished` means what is ticked."""

    closed = Signal()
    search_wished = Signal(object, object)  # Wanted, document id or None
    replace_wished = Signal()
    removal_wished = Signal()  # of the kept files that still hold the words

    def __init__(self, documents: Sequence[tuple[int, str]], words: str) -> None:
        super().__init__()
        self.setAccessibleName(_("Find and replace"))
        title = QLabel(_("Find and replace"))
        title.setProperty("role", "title")
        title.setContentsMargins(24, 20, 24, 12)
        self.words = QLineEdit(words)
        self.words.setPlaceholderText(_("Words to find"))
        self.words.setAccessibleName(_("Words to find"))
        self.replacement = QLineEdit()
        self.replacement.setPlaceholderText(_("Replace with"))
        self.replacement.setAccessibleName(_("Replace with"))
        self.where = QComboBox()
        self.where.setAccessibleName(_("Where to look"))
        self.where.addItem(_("Everywhere"), None)
        for document_id, name in documents:
            self.where.addItem(name, document_id)
        self.where.setMaximumWidth(240)
        self.whole = QCheckBox(_("Whole words"))
        self.case = QCheckBox(_("Match capitals"))
        self.endings = QCheckBox(_("With genitive endings"))
        self.whole.setChecked(True)
        self.endings.setChecked(True)
        fields = QHBoxLayout()
        fields.setContentsMargins(24, 0, 24, 8)
        fields.setSpacing(8)
        for field in (self.words, self.replacement):
            fields.addWidget(field, 1)
        fields.addWidget(self.where)
        ticks = QHBoxLayout()
        ticks.setContentsMargins(24, 0, 24, 12)
        ticks.setSpacing(20)
        for box in (self.whole, self.case, self.endings):
            ticks.addWidget(box)
        ticks.addStretch(1)
        self.tree = FoundTree()
        self._empty = QStackedWidget()
        self._asking = EmptyPane(
            _("Which words?"), _("Write a name or other words above, at least two letters.")
        )
        self._nothing = EmptyPane(_("Nothing found"), _("These words stand nowhere here."))
        for page in (self._asking, self._nothing, self.tree):
            self._empty.addWidget(page)
        self.note = QLabel()
        self.note.setProperty("role", "quiet-text")
        self.note.setWordWrap(True)
        self.remove = QPushButton(_("Remove the original files"))
        self.remove.clicked.connect(self.removal_wished)
        self.remove.hide()
        close = QPushButton(_("Close"))
        close.setProperty("role", "plain")
        close.clicked.connect(self.closed)
        self.replace = QPushButton()
        self.replace.setProperty("role", "primary")
        self.replace.clicked.connect(self._on_replace)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(8)
        foot.addWidget(self.note, 1)
        for button in (self.remove, close, self.replace):
            foot.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(title)
        column.addLayout(fields)
        column.addLayout(ticks)
        column.addWidget(self._empty, 1)
        column.addLayout(foot)
        self._late = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._late.timeout.connect(self.search)
        self.words.textChanged.connect(self._on_words)
        self.replacement.textChanged.connect(self._show_becoming)
        self.replacement.textChanged.connect(self._count)
        self.where.activated.connect(self.search)
        for box in (self.whole, self.case, self.endings):
            box.clicked.connect(self.search)
        self.tree.ticked.connect(self._count)
        self._count()

    def wanted(self) -> Wanted:
        """What is looked for."""
        return Wanted(
            self.words.text().strip(),
            whole_words=self.whole.isChecked() or self.endings.isChecked(),
            match_case=self.case.isChecked(),
            endings=self.endings.isChecked(),
        )

    def search(self) -> None:
        """Look again."""
        self._late.stop()
        if len(self.words.text().strip()) < SHORTEST:
            self.tree.show_found(FoundWords())
            self._empty.setCurrentWidget(self._asking)
        else:
            self.search_wished.emit(self.wanted(), self.where.currentData())

    def show_found(self, found: FoundWords) -> None:
        """Show what was found."""
        self.tree.show_found(found)
        self._show_becoming()
        something = bool(found.texts or found.fields)
        self._empty.setCurrentWidget(self.tree if something else self._nothing)
        if len(found.texts) >= MOST:
            self.note.setText(
                _("The first {count} places. Replace these, and look again.").format(count=MOST)
            )

    def say(self, words: str, *, offers_removal: bool) -> None:
        """Say what was done, and whether kept files still hold the words."""
        self.note.setText(words)
        self.remove.setVisible(offers_removal)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._on_replace()
            elif self._late.isActive():
                self.search()
        else:
            super().keyPressEvent(event)

    def _on_words(self) -> None:
        self.note.clear()
        self.remove.hide()
        self.replace.setEnabled(False)
        self._late.start()

    def _show_becoming(self) -> None:
        wanted, new = self.wanted(), self.replacement.text().strip()
        self.tree.show_becoming(lambda words: worded(words, wanted, new) if new else words)

    def _on_replace(self) -> None:
        if self.replace.isEnabled() and not self._late.isActive():
            self.replace_wished.emit()

    def _count(self) -> None:
        texts, fields = self.tree.texts(), self.tree.fields()
        count = len(texts) + len(fields)
        if self.replacement.text().strip():
            words = ngettext("Replace {count}", "Replace {count}", count)
        else:
            words = ngettext("Take out {count}", "Take out {count}", count)
        self.replace.setText(words.format(count=count) if count else _("Replace"))
        self.replace.setEnabled(bool(count))
        if texts:
            self.replace.setToolTip(
                _("“{old}” becomes “{new}”").format(
                    old=texts[0].words,
                    new=worded(texts[0].words, self.wanted(), self.replacement.text()),
                )
            )
