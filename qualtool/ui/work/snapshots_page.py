"""Snapshots of codebook and board: taken with a name and a note, and held against one another."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.snapshot_list import SnapshotRow, kept_moment, snapshots
from qualtool.core.codebook_moment import Difference, compared
from qualtool.core.day_words import clock_of, day_in_words, day_of
from qualtool.core.errors import QualtoolError
from qualtool.core.report import Report
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext
from qualtool.operations import snapshots as taking
from qualtool.reports import snapshot_changes
from qualtool.reports.options import Options
from qualtool.reports.plain_table import language_of
from qualtool.store.journal import Changes
from qualtool.store.project import Project, Session
from qualtool.ui.work.changes_table import ChangesTable
from qualtool.ui.work.page_head import PageHead
from qualtool.ui.work.writing_out import told, write_out

NOW = 0  # stands for the codebook as it is
WATCHED = ("snapshot", "code", "theme", "theme_code", "coding")


class SnapshotList(QListWidget):
    """F2 renames, Delete takes away."""

    removal_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "plain-list")
        self.setAccessibleName(_("Snapshots"))
        self.setWordWrap(True)
        self.setEditTriggers(QListWidget.EditTrigger.EditKeyPressed)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.removal_wished.emit()
        else:
            super().keyPressEvent(event)


class SnapshotsPage(QWidget):
    """The snapshots at the left, two of them compared at the right."""

    refused = Signal(object)  # QualtoolError
    said = Signal(str)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._rows: list[SnapshotRow] = []
        self._changes: tuple[Difference, ...] = ()
        self.name, self.note = QLineEdit(), QLineEdit()
        self.take = QPushButton(_("Take a snapshot"))
        self.list = SnapshotList()
        self.first, self.second = QComboBox(), QComboBox()
        self.table = ChangesTable()
        self.export = QPushButton(_("Export …"))
        self._summary, self._arrow = QLabel(), QLabel("→")
        self._about = QLabel()
        self._lay_out()
        self.take.clicked.connect(self._take)
        for field in (self.name, self.note):
            field.returnPressed.connect(self._take)
        self.list.removal_wished.connect(self._remove)
        self.list.itemChanged.connect(self._rename)
        self.list.currentItemChanged.connect(lambda _now, _was: self._choose())
        for box in (self.first, self.second):
            box.activated.connect(lambda _index: self._compare())
        self.export.clicked.connect(lambda: self.write())
        self.setFocusProxy(self.name)
        self.refresh()

    def refresh(self) -> None:
        """Look again at all snapshots."""
        with self._project.read() as session:
            self._rows = snapshots(session)
        chosen = self._chosen()
        self.list.blockSignals(True)
        self.list.clear()
        for row in self._rows:
            item = QListWidgetItem(row.name)
            item.setData(Qt.ItemDataRole.UserRole, row.id)
            item.setToolTip(_facts(row))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
            self.list.addItem(item)
            if row.id == chosen:
                self.list.setCurrentItem(item)
        self.list.blockSignals(False)
        if self.list.currentRow() < 0 and self._rows:
            self.list.setCurrentRow(0)
        fixed = self._project.read_only
        for part in (self.name, self.note, self.take):
            part.setEnabled(not fixed)
        self._offer()
        self._compare()

    def on_changes(self, changes: Changes) -> None:
        """Look again at what a step touched."""
        if changes.touches(*WATCHED):
            self.refresh()

    def changes(self) -> tuple[Difference, ...]:
        """What is otherwise between the two moments that are compared."""
        return self._changes

    def write(self, path: Path | None = None) -> None:
        """Write the comparison to a file; asks where, unless it is said."""
        before, after = self.first.currentText(), self.second.currentText()

        def build(session: Session) -> Report:
            return snapshot_changes.build(
                self._changes,
                before,
                after,
                language=language_of(session, Options()),
                options=Options(),
            )

        told(
            lambda: write_out(self, self._project, _("Changes of the codebook"), build, path),
            self.said.emit,
            self.refused.emit,
        )

    def _offer(self) -> None:
        for box, wanted in ((self.first, self._chosen()), (self.second, NOW)):
            kept = box.currentData()
            box.clear()
            if box is self.second:
                box.addItem(_("Now"), NOW)
            for row in self._rows:
                box.addItem(row.name, row.id)
            place = box.findData(kept if kept is not None else wanted)
            box.setCurrentIndex(max(0, place))

    def _choose(self) -> None:
        chosen = self._chosen()
        place = self.first.findData(chosen)
        if place >= 0:
            self.first.setCurrentIndex(place)
        self._compare()

    def _compare(self) -> None:
        first, second = self.first.currentData(), self.second.currentData()
        row = next((each for each in self._rows if each.id == self._chosen()), None)
        self._about.setText(_facts(row) if row is not None else "")
        for part in (self.first, self._arrow, self.second, self.table, self.export):
            part.setVisible(bool(self._rows))
        if first is None:
            self._changes = ()
            words = _("A snapshot keeps codebook and board as they are, to be held against later.")
            self._summary.setText(words)
            return
        with self._project.read() as session:
            before = kept_moment(session, first)
            after = taking.moment(session) if second == NOW else kept_moment(session, second)
        self._changes = compared(before, after) if before and after else ()
        self.table.show_changes(self._changes, self.first.currentText(), self.second.currentText())
        self.table.setVisible(bool(self._changes))
        count = len(self._changes)
        words = ngettext("{count} change", "{count} changes", count).format(count=count)
        self._summary.setText(words if count else _("Nothing has changed between the two."))

    def _chosen(self) -> int | None:
        row = self.list.currentRow()
        return int(self.list.item(row).data(Qt.ItemDataRole.UserRole)) if row >= 0 else None

    def _take(self) -> None:
        name, note = self.name.text().strip(), self.note.text()
        if not name:
            name = day_in_words(datetime.now(UTC).astimezone().date(), language())

        def act(session: Session) -> None:
            taking.take(session, name, note=note)

        if self._do("take_snapshot", act):
            self.name.clear()
            self.note.clear()
            self.list.setCurrentRow(0)

    def _rename(self, item: QListWidgetItem) -> None:
        snapshot_id = item.data(Qt.ItemDataRole.UserRole)
        if not self._do("rename_snapshot", lambda s: taking.rename(s, snapshot_id, item.text())):
            self.refresh()

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen is not None:
            self._do("remove_snapshots", lambda session: taking.remove(session, [chosen]))

    def _do(self, action: str, act: Callable[[Session], None]) -> bool:
        try:
            with self._project.edit(action) as session:
                act(session)
        except QualtoolError as error:
            self.refused.emit(error)
            return False
        return True

    def _lay_out(self) -> None:
        self.name.setPlaceholderText(_("Name of the snapshot"))
        self.name.setAccessibleName(_("Name of the snapshot"))
        self.note.setPlaceholderText(_("Note"))
        self.note.setAccessibleName(_("Note on the snapshot"))
        self.take.setProperty("role", "primary")
        self._about.setProperty("role", "small")
        self._about.setWordWrap(True)
        self._about.setContentsMargins(16, 8, 16, 12)
        left = QFrame()
        left.setProperty("role", "pane")
        fields = QVBoxLayout()
        fields.setContentsMargins(16, 16, 16, 12)
        fields.setSpacing(8)
        for part in (self.name, self.note, self.take):
            fields.addWidget(part)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(fields)
        column.addWidget(self.list, 1)
        column.addWidget(self._about)
        self.first.setAccessibleName(_("Compare this snapshot"))
        self.second.setAccessibleName(_("Compare with"))
        right = QWidget()
        across = QHBoxLayout()
        across.setContentsMargins(20, 0, 16, 12)
        across.setSpacing(8)
        self._arrow.setProperty("role", "quiet")
        across.addWidget(self.first, 1)
        across.addWidget(self._arrow)
        across.addWidget(self.second, 1)
        beside = QVBoxLayout(right)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(0)
        head = PageHead("", [self.export])
        self._summary = head.words
        beside.addWidget(head)
        beside.addLayout(across)
        beside.addWidget(self.table, 1)
        beside.addStretch(0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        split = QSplitter()
        split.setHandleWidth(1)
        split.setChildrenCollapsible(False)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(1, 1)
        split.setSizes([280, 1000])
        whole.addWidget(split)


def _facts(row: SnapshotRow) -> str:
    when = f"{day_in_words(day_of(row.created_ms), language())} {clock_of(row.created_ms)}"
    codes = ngettext("{count} code", "{count} codes", row.codes).format(count=row.codes)
    themes = ngettext("{count} theme", "{count} themes", row.themes).format(count=row.themes)
    facts = f"{when} · {codes} · {themes}"
    return f"{row.note}\n{facts}" if row.note else facts
