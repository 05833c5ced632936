"""All codings that wait for another look, under the decisions that let them wait."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QTreeWidget, QTreeWidgetItem

from qualtool.analysis.look_again import Look
from qualtool.core.names import excerpted
from qualtool.core.quotation_marks import quoted
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.actions import worded_keys
from qualtool.ui.document_words import worded_lately
from qualtool.ui.panels.sheet import Sheet

_ID = Qt.ItemDataRole.UserRole
_SHOWN = 120  # code points of an excerpt


class LookAgainSheet(Sheet):
    """Enter opens a coding in its document; F8 keeps what is chosen, Shift+F8 has it changed."""

    shows_steps = True
    place_wished = Signal(int)  # look again
    settled = Signal(list, str)  # look agains, kept or changed

    def __init__(self) -> None:
        super().__init__(_("Look again"), width=760)
        self._about = QLabel()
        self._about.setProperty("role", "quiet-text")
        self._about.setWordWrap(True)
        self.body.addWidget(self._about)
        self.tree = QTreeWidget()
        self.tree.setHeaderHidden(True)
        self.tree.setProperty("role", "roomy")
        self.tree.setRootIsDecorated(False)
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.tree.setAccessibleName(_("Codings that wait for another look"))
        self.tree.setMinimumHeight(360)
        self.tree.itemActivated.connect(lambda item, _column: self._open(item))
        self.tree.itemSelectionChanged.connect(self._enable)
        self.tree.installEventFilter(self)
        self.body.addWidget(self.tree)
        self.add_close()
        self.changed = self.add_button(_("Changed"))
        self.changed.setToolTip(worded_keys("Shift+F8"))
        self.changed.clicked.connect(lambda: self.settle("changed"))
        self.kept = self.add_button(_("Keep as they are"))
        self.kept.setToolTip(worded_keys("F8"))
        self.kept.clicked.connect(lambda: self.settle("kept"))
        self.go = self.add_button(_("Open in the text"), role="primary")
        self.go.clicked.connect(self._open_chosen)
        self.setFocusProxy(self.tree)

    def show_rows(self, rows: Sequence[Look], words: Mapping[int, str]) -> None:
        """Show these; `words` are what was said, by excerpt."""
        self.tree.clear()
        groups: dict[int | None, QTreeWidgetItem] = {}
        for row in rows:
            if row.memo_id not in groups:
                count = sum(each.memo_id == row.memo_id for each in rows)
                groups[row.memo_id] = self._group(row, count)
            item = QTreeWidgetItem(groups[row.memo_id])
            said = quoted(excerpted(" ".join(words.get(row.excerpt_id, "").split()), _SHOWN))
            item.setText(0, f"{row.code} · {row.document}: {said}")
            item.setToolTip(0, item.text(0))
            item.setData(0, _ID, row.id)
        self.tree.expandAll()
        self._about.setText(
            _("Their code or theme was defined anew after they were made.")
            if rows
            else _("Nothing waits for another look.")
        )
        for part in (self.tree, self.go, self.kept, self.changed):
            part.setVisible(bool(rows))
        first = self.tree.topLevelItem(0)
        if first is not None and (child := first.child(0)) is not None:
            self.tree.setCurrentItem(child)
        self._enable()

    def settle(self, state: str) -> None:
        """Say what came of another look at what is chosen."""
        if ids := self._chosen():
            self.settled.emit(ids, state)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        # The window's own keys for these act on the coding that is open in the text.
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_F8:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                shift = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                self.settle("changed" if shift else "kept")
                return True
        return False

    def _group(self, row: Look, count: int) -> QTreeWidgetItem:
        group = QTreeWidgetItem(self.tree)
        title = row.decision or row.code
        waits = ngettext("{count} waits", "{count} wait", count).format(count=count)
        group.setText(0, " · ".join(p for p in (title, worded_lately(row.date), waits) if p))
        font = group.font(0)
        font.setBold(True)
        group.setFont(0, font)
        group.setToolTip(0, row.reason)
        return group

    def _chosen(self) -> list[int]:
        """The codings that are chosen; those of a decision where that is."""
        found: dict[int, None] = {}
        for item in self.tree.selectedItems():
            under = [item.child(at) for at in range(item.childCount())] or [item]
            found.update((int(each.data(0, _ID)), None) for each in under if each is not None)
        return list(found)

    def _enable(self) -> None:
        chosen = bool(self._chosen())
        for button in (self.go, self.kept, self.changed):
            button.setEnabled(chosen)

    def _open_chosen(self) -> None:
        if chosen := self._chosen():
            self.place_wished.emit(chosen[0])

    def _open(self, item: QTreeWidgetItem) -> None:
        if item.data(0, _ID) is not None:
            self.place_wished.emit(int(item.data(0, _ID)))
