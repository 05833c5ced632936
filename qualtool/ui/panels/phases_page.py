"""The phases of the study: a scheme of them as swimlanes, and the phases to be named and dated."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.core.colours import PALETTE
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.describing_rows import PhaseRow, SchemeRow, Swimlanes
from qualtool.ui.colour_words import NAMES
from qualtool.ui.material_words import short_date
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.empty import EmptyPane
from qualtool.ui.panels.form_rows import field_words
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.panels.panes_beside import beside, pane
from qualtool.ui.panels.section import SectionHead
from qualtool.ui.panels.swimlanes import SwimlanesPicture


class PhaseFields(QWidget):
    """One phase: its name, when it begins and ends, its colour."""

    renamed = Signal(int, str)
    dated = Signal(int, str, str)
    coloured = Signal(int, str)
    moved = Signal(int, int)  # phase, steps down
    removed = Signal(int)

    def __init__(self, phase: PhaseRow) -> None:
        super().__init__()
        self.phase = phase
        self.name = LineField(_("Name of the phase"))
        self.first = LineField(_("Begins"))
        self.last = LineField(_("Ends"))
        self.colour = Choice({key: NAMES[key] for key in PALETTE}, _("Colour"))
        grid = QGridLayout(self)
        grid.setContentsMargins(16, 4, 16, 12)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.name, 0, 0, 1, 2)
        for row, (words, field) in enumerate(
            ((_("Begins"), self.first), (_("Ends"), self.last), (_("Colour"), self.colour)), start=1
        ):
            grid.addWidget(field_words(words, field), row, 0)
            grid.addWidget(field, row, 1)
        keys = QHBoxLayout()
        for sign, words, act in (
            ("↑", _("Move up"), lambda: self.moved.emit(phase.id, -1)),
            ("↓", _("Move down"), lambda: self.moved.emit(phase.id, 1)),
            ("×", _("Remove the phase"), lambda: self.removed.emit(phase.id)),
        ):
            button = QToolButton()
            button.setText(sign)
            button.setToolTip(words)
            button.setAccessibleName(f"{words}: {phase.name}")
            button.clicked.connect(act)
            keys.addWidget(button)
        keys.insertStretch(0, 1)
        self.counts = QLabel()
        self.counts.setProperty("role", "small")
        keys.insertWidget(0, self.counts)
        grid.addLayout(keys, 4, 0, 1, 2)
        self.show_phase(phase)
        self.name.written.connect(self._rename)
        for field in (self.first, self.last):
            field.written.connect(
                lambda _text: self.dated.emit(phase.id, self.first.text(), self.last.text())
            )
        self.colour.chosen.connect(lambda key: self.coloured.emit(phase.id, key))

    def show_phase(self, phase: PhaseRow) -> None:
        """Show the phase as it is now."""
        self.phase = phase
        self.name.show_text(phase.name)
        self.first.show_text(short_date(phase.date_from or ""))
        self.last.show_text(short_date(phase.date_to or ""))
        self.colour.show_key(phase.colour or None)
        self.counts.setText(counted_said(phase))

    def keep(self) -> None:
        """Keep what is half written."""
        for field in (self.name, self.first, self.last):
            field.tell()

    def _rename(self, name: str) -> None:
        if name:
            self.renamed.emit(self.phase.id, name)


class PhasesPage(QWidget):
    """The picture at the left, the phases of the scheme at the right."""

    scheme_chosen = Signal(int)
    scheme_wished = Signal()
    scheme_renamed = Signal(int, str)
    scheme_removed = Signal(int)
    phase_wished = Signal(int)  # scheme
    renamed = Signal(int, str)  # these five of a phase
    dated = Signal(int, str, str)
    coloured = Signal(int, str)
    moved = Signal(int, int)
    removed = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._schemes: Sequence[SchemeRow] = ()
        self.picture = SwimlanesPicture()
        self.schemes = QComboBox()
        self.schemes.setAccessibleName(_("Phase scheme"))
        self.schemes.activated.connect(lambda at: self.scheme_chosen.emit(self._schemes[at].id))
        self.name = LineField(_("Name of the scheme"))
        self.name.written.connect(self._rename_scheme)
        self.fields: list[PhaseFields] = []
        self._column = QVBoxLayout()
        self._column.setSpacing(0)
        area = QScrollArea()
        area.setWidget(self.picture)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        left = QWidget()
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(self._bar())
        column.addWidget(area, 1)
        empty = EmptyPane(
            _("No phases yet"),
            _(
                "Phases divide the study’s time: before, during and after, or whatever the process "
                "had. Documents and activities fall into them by their dates. Several schemes may "
                "stand side by side."
            ),
            _("New phase scheme"),
        )
        empty.pressed.connect(self.scheme_wished)
        self._pages = QStackedWidget()
        self._pages.addWidget(beside(left, pane(self._form())))
        self._pages.addWidget(empty)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._pages)

    def show_schemes(self, schemes: Sequence[SchemeRow], shown: Swimlanes | None) -> None:
        """Show these schemes to choose from, and one of them."""
        self._schemes = schemes
        self._pages.setCurrentIndex(0 if shown is not None else 1)
        self.picture.show_lanes(shown)
        if shown is None:
            return
        self.schemes.clear()
        self.schemes.addItems([each.name for each in schemes])
        at = next(n for n, each in enumerate(schemes) if each.id == shown.scheme.id)
        self.schemes.setCurrentIndex(at)
        self.name.show_text(shown.scheme.name)
        self._show_phases(shown.scheme.phases)

    def keep(self) -> None:
        """Keep what is half written."""
        self.name.tell()
        for each in self.fields:
            each.keep()

    def _now(self) -> int:
        """The scheme that is shown: fields and buttons for it are seen only where one is."""
        return self._schemes[self.schemes.currentIndex()].id

    def _rename_scheme(self, name: str) -> None:
        if name and self._schemes:
            self.scheme_renamed.emit(self._now(), name)

    def _show_phases(self, phases: Sequence[PhaseRow]) -> None:
        if [each.phase.id for each in self.fields] != [phase.id for phase in phases]:
            for each in self.fields:
                each.hide()
                each.deleteLater()
            self.fields = [PhaseFields(phase) for phase in phases]
            for place, each in enumerate(self.fields):
                each.renamed.connect(self.renamed)
                each.dated.connect(self.dated)
                each.coloured.connect(self.coloured)
                each.moved.connect(self.moved)
                each.removed.connect(self.removed)
                self._column.insertWidget(place, each)
            return
        for each, phase in zip(self.fields, phases, strict=True):
            each.show_phase(phase)

    def _bar(self) -> QHBoxLayout:
        bar = QHBoxLayout()
        bar.setContentsMargins(20, 10, 16, 10)
        bar.setSpacing(12)
        bar.addWidget(self.schemes)
        bar.addStretch(1)
        more = QPushButton(_("New phase scheme"))
        more.clicked.connect(self.scheme_wished)
        bar.addWidget(more)
        return bar

    def _form(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        column.addWidget(SectionHead(_("Phase scheme")))
        scheme = QHBoxLayout()
        scheme.setContentsMargins(16, 0, 16, 8)
        scheme.addWidget(self.name, 1)
        gone = QToolButton()
        gone.setText("×")
        gone.setToolTip(_("Remove the scheme"))
        gone.setAccessibleName(_("Remove the scheme"))
        gone.clicked.connect(lambda: self.scheme_removed.emit(self._now()))
        scheme.addWidget(gone)
        column.addLayout(scheme)
        column.addWidget(SectionHead(_("Phases")))
        column.addLayout(self._column)
        more = QPushButton(_("New phase"))
        more.clicked.connect(lambda: self.phase_wished.emit(self._now()))
        below = QHBoxLayout()
        below.setContentsMargins(16, 8, 16, 0)
        below.addWidget(more)
        below.addStretch(1)
        column.addLayout(below)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        return area


def counted_said(phase: PhaseRow) -> str:
    """How much falls into a phase."""
    documents = ngettext("{count} document", "{count} documents", phase.documents)
    activities = ngettext("{count} activity", "{count} activities", phase.activities)
    return (
        f"{documents.format(count=phase.documents)} · {activities.format(count=phase.activities)}"
    )
