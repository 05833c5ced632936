"""How evenly the documents were worked with: excerpts, what is uncoded, and how often read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.document_care import CareRow, care, document_ids
from qualtool.analysis.step_detail import Touched
from qualtool.analysis.texts import readings
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.operations import reading_through
from qualtool.reports import coverage as table
from qualtool.reports.options import Options
from qualtool.store.journal import Changes
from qualtool.store.project import Project, Session
from qualtool.ui.material_words import counted
from qualtool.ui.models.documents_table import Role
from qualtool.ui.models.words_table import Line, WordsTable
from qualtool.ui.panels.name_button import NameButton
from qualtool.ui.panels.panes_beside import beside, pane
from qualtool.ui.panels.row_table import RowTable
from qualtool.ui.work.page_head import PageHead, replace_page
from qualtool.ui.work.writing_out import told, write_out

AT_ONCE = 6  # documents counted before the window is let draw again
MOST_PLACES = 40
WATCHED = ("document", "document_text", "coding", "excerpt", "read_through", "speaker")


class CoverageView(RowTable):
    """Enter opens the document; R, L and C note a reading."""

    opened = Signal()
    reading_wished = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.table = WordsTable(frozenset(range(1, 8)))
        self.setModel(self.table)
        self.setAccessibleName(_("Coverage"))
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        kinds = {Qt.Key.Key_R: "read", Qt.Key.Key_L: "listened", Qt.Key.Key_C: "checked"}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif event.key() in kinds and not control:
            self.reading_wished.emit(kinds[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)


class CoveragePage(QWidget):
    """The documents at the left; places without a code in the chosen one at the right."""

    door_pressed = Signal(object)  # Touched
    refused = Signal(object)  # QualtoolError
    said = Signal(str)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self._rows: list[CareRow] = []
        self._left: list[int] = []
        self.view = CoverageView()
        self.export = QPushButton(_("Export …"))
        self.notes = {
            "read": QPushButton(_("Read through")),
            "listened": QPushButton(_("Listened to")),
            "checked": QPushButton(_("Checked")),
        }
        self.doors: list[NameButton] = []
        self._places = QScrollArea()
        self._counting = QTimer(self, interval=0)
        self._counting.timeout.connect(self._count_on)
        self._lay_out()
        self.view.opened.connect(self._open)
        self.view.reading_wished.connect(self.note)
        self.view.selectionModel().currentRowChanged.connect(lambda _now, _was: self._show_places())
        for kind, button in self.notes.items():
            button.clicked.connect(lambda _on, kind=kind: self.note(kind))
        self.export.clicked.connect(lambda: self.write())
        self.setFocusProxy(self.view)
        self.refresh()

    def refresh(self) -> None:
        """Count all documents anew, a few at a time."""
        with self._project.read() as session:
            self._left = document_ids(session)
        self._rows = []
        self._counting.start()
        self._count_on()

    def on_changes(self, changes: Changes) -> None:
        """Look again at what a step touched."""
        if changes.touches(*WATCHED):
            self.refresh()

    def note(self, kind: str) -> None:
        """Note that the chosen documents were read, listened to or checked once more."""
        chosen = self._chosen()
        if not chosen:
            return

        def act(session: Session) -> None:
            for row in chosen:
                reading_through.note(
                    session, row.document_id, kind=kind, coder_id=self._project.coder_id
                )

        self._do("read_through", act)

    def write(self, path: Path | None = None) -> None:
        """Write the table to a file; asks where, unless it is said."""
        told(
            lambda: write_out(
                self, self._project, _("Coverage"), lambda s: table.build(s, Options()), path
            ),
            self.said.emit,
            self.refused.emit,
        )

    def _count_on(self) -> None:
        some, self._left = self._left[:AT_ONCE], self._left[AT_ONCE:]
        with self._project.read() as session:
            self._rows += care(session, some)
        if not self._left:
            self._counting.stop()
            self._show()

    def _show(self) -> None:
        for part in (*self.notes.values(), self.export):
            part.setVisible(bool(self._rows))
        titles = (
            *(_("Document"), _("Words"), _("Excerpts"), _("Per 1,000 words"), _("Coded, %")),
            *(_("Read"), _("Listened to"), _("Checked")),
        )
        self.view.table.show(titles, [_line(row) for row in self._rows])
        head, mode = self.view.horizontalHeader(), QHeaderView.ResizeMode
        for section in range(len(titles)):
            head.setSectionResizeMode(section, mode.ResizeToContents if section else mode.Stretch)
        if self._rows and not self.view.currentIndex().isValid():
            self.view.selectRow(0)
        self._show_places()

    def _show_places(self) -> None:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(4)
        row = self.view.currentIndex().data(Role.ROW)
        self.doors = []
        if isinstance(row, CareRow):
            self._fill(column, row)
        elif not self._rows:
            column.addWidget(_label(_("There are no documents yet."), "quiet"))
        column.addStretch(1)
        replace_page(self._places, page)

    def _fill(self, column: QVBoxLayout, row: CareRow) -> None:
        count = len(row.places)
        words = ngettext("{count} place without a code", "{count} places without a code", count)
        column.addWidget(_label(row.name, "strong"))
        column.addWidget(_label(words.format(count=count), "small"))
        if not count:
            return
        with self._project.read() as session:
            text = readings(session, [row.document_id])[row.document_id].text
        meant = _("A place is what is left of one turn, five words or more.")
        if count > MOST_PLACES:
            longest_of = _("The {count} longest are listed.").format(count=MOST_PLACES)
            meant = f"{meant} {longest_of}"
        column.addWidget(_label(meant, "small"))
        longest = sorted(row.places, key=lambda each: each[0] - each[1])[:MOST_PLACES]
        for start, end in sorted(longest):
            said = " ".join(text[start : min(end, start + 90)].split())
            size = ngettext("{count} word", "{count} words", len(text[start:end].split()))
            door = NameButton(said, size.format(count=len(text[start:end].split())))
            door.setProperty("role", "memo-name")
            thing = Touched("excerpt", row.document_id, said, (row.document_id, start, end))
            door.clicked.connect(lambda _on, thing=thing: self.door_pressed.emit(thing))
            self.doors.append(door)
            column.addWidget(door, 0, Qt.AlignmentFlag.AlignLeft)

    def _chosen(self) -> list[CareRow]:
        lines = [self.view.table.line(each) for each in self.view.chosen_rows()]
        return [line.value for line in lines if line is not None]

    def _open(self) -> None:
        if chosen := self._chosen():
            row = chosen[0]
            self.door_pressed.emit(Touched("document", row.document_id, row.name))

    def _do(self, action: str, act: Callable[[Session], None]) -> None:
        try:
            with self._project.edit(action) as session:
                act(session)
        except QualtoolError as error:
            self.refused.emit(error)

    def _lay_out(self) -> None:
        tips = {
            "read": _("Note that the document was read from beginning to end (R)"),
            "listened": _("Note that the recording was listened to from beginning to end (L)"),
            "checked": _("Note that the text was checked against the recording (C)"),
        }
        for kind, button in self.notes.items():
            button.setToolTip(tips[kind])
            button.setEnabled(not self._project.read_only)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = _("A reading counts when you note it: nobody else knows that you have read.")
        column.addWidget(PageHead(words, [*self.notes.values(), self.export]))
        column.addWidget(self.view, 1)
        area = self._places
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        across = beside(left, pane(area))
        across.setSizes([920, 340])
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(across)


def _line(row: CareRow) -> Line:
    counts = (row.words, row.excerpts, round(row.density), row.percent,
              row.read, row.listened, row.checked)  # fmt: skip
    return Line((row.name, *(counted(each) for each in counts)), row)


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setWordWrap(True)
    return label
