"""The phases of the method, and the log of when each was worked in. Phases come again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.phase_log import PhaseEntry, phase_log, phase_now
from qualtool.core.errors import QualtoolError
from qualtool.core.profile import MethodPhase, Profile
from qualtool.core.template import said as worded
from qualtool.i18n import gettext as _
from qualtool.i18n import language
from qualtool.operations import profiles, work_phases
from qualtool.reports import phase_log as table
from qualtool.reports.options import Options
from qualtool.store.journal import Changes
from qualtool.store.project import Project, Session
from qualtool.ui import icons
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.panels.panes_beside import beside, pane
from qualtool.ui.work.page_head import PageHead, replace_page
from qualtool.ui.work.writing_out import told, write_out


class PhasesPage(QWidget):
    """The log at the left; the phases of the profile at the right, each with a button to enter."""

    refused = Signal(object)  # QualtoolError
    said = Signal(str)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self._project = project
        self.fields: dict[tuple[int, str], LineField] = {}
        self.enter: dict[str, QPushButton] = {}
        self._shown: list[tuple[str, int, str]] | None = None
        self._offered: tuple[str, str] | None = None
        self.export = QPushButton(_("Export …"))
        self.export.clicked.connect(lambda: self.write())
        self._log, self._phases = _scrolling(), _scrolling()
        self._lay_out()
        self.refresh()

    def refresh(self) -> None:
        """Look again at the log and at the profile."""
        with self._project.read() as session:
            profile, log = profiles.chosen(session), phase_log(session)
            now = phase_now(session)
        self._show_phases(profile, now)
        self._show_log(profile, log)
        self.export.setEnabled(bool(log))

    def on_changes(self, changes: Changes) -> None:
        """Look again at what a step touched."""
        if changes.touches("work_phase", "study"):
            self.refresh()

    def aside(self) -> None:
        """Keep what is half written."""
        for field in tuple(self.fields.values()):
            field.tell()

    def write(self, path: Path | None = None) -> None:
        """Write the log to a file; asks where, unless it is said."""
        told(
            lambda: write_out(
                self, self._project, _("Phase log"), lambda s: table.build(s, Options()), path
            ),
            self.said.emit,
            self.refused.emit,
        )

    def _show_phases(self, profile: Profile, now: str) -> None:
        if (profile.id, now) == self._offered:
            return
        self._offered, self.enter = (profile.id, now), {}
        column = _emptied(self._phases)
        column.addWidget(_label(worded(profile.title, language()), "strong"))
        column.addWidget(
            _label(_("Phases are recursive: enter one as often as you return."), "quiet")
        )
        column.addSpacing(12)
        for number, phase in enumerate(profile.phases, 1):
            column.addWidget(self._card(number, phase, here=phase.key == now))
        column.addStretch(1)

    def _card(self, number: int, phase: MethodPhase, *, here: bool) -> QWidget:
        card = QFrame()
        card.setProperty("role", "memo-row")
        title = worded(phase.title, language())
        column = QVBoxLayout(card)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        now = f" · {_('now')}" if here else ""
        column.addWidget(_label(f"{number}  {title}{now}", "strong"))
        column.addWidget(_label(worded(phase.about, language()), "quiet"))
        button = QPushButton(_("Enter again today") if here else _("Enter today"))
        button.setProperty("role", "link")
        button.setAccessibleName(_("Enter the phase {phase} today").format(phase=title))
        button.setEnabled(not self._project.read_only)
        button.clicked.connect(lambda: self._enter(phase.key))
        column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.enter[phase.key] = button
        return card

    def _show_log(self, profile: Profile, log: list[PhaseEntry]) -> None:
        shown = [(profile.id, entry.id, entry.key) for entry in log]
        if shown == self._shown:
            # What is being written in must not go away under the hand.
            for entry in log:
                for field, kept in _kept(entry).items():
                    self.fields[entry.id, field].show_text(kept)
            return
        self._shown, self.fields = shown, {}
        column = _emptied(self._log)
        if not log:
            words = _("Nothing is logged yet. Enter a phase at the right when you begin with it.")
            column.addWidget(_label(words, "quiet"))
            column.addStretch(1)
            return
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(8)
        for place, head in enumerate((_("Phase"), _("From"), _("To"), _("Note"))):
            grid.addWidget(_label(head, "small"), 0, place)
        for row, entry in enumerate(log, 1):
            phase = profile.phase(entry.key)
            title = worded(phase.title, language()) if phase is not None else entry.key
            grid.addWidget(_label(title, "strong"), row, 0)
            self._add_fields(grid, row, entry, title)
        for place, stretch in enumerate((3, 0, 0, 6)):
            grid.setColumnStretch(place, stretch)
        column.addLayout(grid)
        column.addStretch(1)

    def _add_fields(self, grid: QGridLayout, row: int, entry: PhaseEntry, title: str) -> None:
        for place, (field, name, kept, blank) in enumerate(
            (
                ("date_from", _("From"), entry.first, ""),
                ("date_to", _("To"), entry.last, _("goes on")),
                ("note", _("Note"), entry.note, _("What was this time about?")),
            ),
            1,
        ):
            line = LineField(f"{title}: {name}")
            line.show_text(kept)
            line.setPlaceholderText(blank)
            line.setReadOnly(self._project.read_only)
            if field != "note":
                line.setFixedWidth(line.fontMetrics().horizontalAdvance("2024-03-25") + 36)
            line.written.connect(lambda words, field=field: self._change(entry.id, field, words))
            grid.addWidget(line, row, place)
            self.fields[entry.id, field] = line
        away = QToolButton()
        away.setIcon(icons.icon("close"))
        away.setIconSize(QSize(14, 14))
        away.setToolTip(_("Take this out of the log"))
        away.setAccessibleName(_("Take {phase} out of the log").format(phase=title))
        away.setEnabled(not self._project.read_only)
        away.clicked.connect(lambda: self._remove(entry.id))
        grid.addWidget(away, row, 4)

    def _enter(self, key: str) -> None:
        made = self._do("enter_method_phase", lambda session: work_phases.enter(session, key))
        note = self.fields.get((made, "note")) if isinstance(made, int) else None
        if note is not None:
            QTimer.singleShot(0, note, note.setFocus)  # once it can be seen

    def _change(self, entry_id: int, field: str, words: str) -> None:
        self._do(
            "change_method_phase",
            lambda session: work_phases.change_entry(session, entry_id, **{field: words}),
        )

    def _remove(self, entry_id: int) -> None:
        self._do("remove_method_phases", lambda session: work_phases.remove(session, [entry_id]))

    def _do(self, action: str, act: Callable[[Session], object]) -> object:
        try:
            with self._project.edit(action) as session:
                made = act(session)
        except QualtoolError as error:
            self.refused.emit(error)
            self.refresh()
            return None
        return made

    def _lay_out(self) -> None:
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        words = _("When you worked with what. The log keeps days, not an order.")
        column.addWidget(PageHead(words, [self.export]))
        column.addWidget(self._log, 1)
        across = beside(left, pane(self._phases))
        across.setSizes([860, 400])
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(across)


def _kept(entry: PhaseEntry) -> dict[str, str]:
    return {"date_from": entry.first, "date_to": entry.last, "note": entry.note}


def _scrolling() -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def _emptied(area: QScrollArea) -> QVBoxLayout:
    page = QWidget()
    column = QVBoxLayout(page)
    column.setContentsMargins(20, 8, 16, 16)
    column.setSpacing(8)
    replace_page(area, page)
    return column


def _label(words: str, role: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", role)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
