"""The speakers of a document: what each is called, their part, the case behind them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.store.rows import SpeakerRow
from qualtool.ui.material_words import ROLES
from qualtool.ui.panels.case_picker import CasePicker
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.form_rows import field_words
from qualtool.ui.panels.line_field import LineField


class SpeakerRowFields(QWidget):
    """One speaker."""

    labelled = Signal(int, str)
    role_chosen = Signal(int, str)
    case_named = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self._id = 0
        self.label = LineField(_("Speaker"))
        self.role = Choice(ROLES, _("Part in the conversation"))
        self.case = CasePicker(_("Case"), _("No case"))
        self._case_words = field_words(_("Case"), self.case)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.label, 0, 0, 1, 2)
        grid.addWidget(field_words(_("Part"), self.role), 1, 0)
        grid.addWidget(self.role, 1, 1)
        grid.addWidget(self._case_words, 2, 0)
        grid.addWidget(self.case, 2, 1)
        self.label.written.connect(lambda text: self.labelled.emit(self._id, text))
        self.role.chosen.connect(lambda key: self.role_chosen.emit(self._id, key))
        self.case.named.connect(lambda name: self.case_named.emit(self._id, name))

    def show_speaker(self, row: SpeakerRow, cases: Sequence[str]) -> None:
        """Show a speaker as it is now, with the cases there are to choose from."""
        self._id = row.id
        self.label.show_text(row.label)
        self.role.show_key(row.role)
        self.case.show_case(row.case, cases)
        for widget in (self._case_words, self.case):
            widget.setVisible(row.role != "interviewer")
        self.role.setAccessibleName(_("The part of {speaker}").format(speaker=row.label))
        self.case.set_name(_("The case of {speaker}").format(speaker=row.label))


class SpeakersForm(QWidget):
    """All speakers, in the order in which they first speak."""

    labelled = Signal(int, str)
    role_chosen = Signal(int, str)
    case_named = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[SpeakerRowFields] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def in_order(self) -> list[QWidget]:
        """The fields in the order of Tab."""
        return [field for each in self.rows for field in (each.label, each.role, each.case)]

    def show_speakers(self, speakers: Sequence[SpeakerRow], cases: Sequence[str]) -> None:
        """Show these speakers; a field that is being written in stays."""
        while len(self.rows) > len(speakers):
            gone = self.rows.pop()
            gone.hide()
            gone.deleteLater()
        while len(self.rows) < len(speakers):
            fields = SpeakerRowFields()
            fields.labelled.connect(self.labelled)
            fields.role_chosen.connect(self.role_chosen)
            fields.case_named.connect(self.case_named)
            self._column.addWidget(fields)
            self.rows.append(fields)
        for fields, speaker in zip(self.rows, speakers, strict=True):
            fields.show_speaker(speaker, cases)
