"""Who speaks in a file on its way in: what each is called, their part, the case behind them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.material_words import ROLES, counted
from qualtool.ui.models.incoming import Entry
from qualtool.ui.panels.case_picker import CasePicker
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.form_rows import field_words
from qualtool.ui.panels.line_field import LineField


class SpeakerFields(QWidget):
    """One speaker: the label in the file, and what becomes of it."""

    labelled = Signal(int, str)
    role_chosen = Signal(int, str)
    case_named = Signal(int, str)

    def __init__(self, number: int) -> None:
        super().__init__()
        self.found = QLabel()
        self.found.setProperty("role", "strong")
        self.found.setTextFormat(Qt.TextFormat.PlainText)
        self.found.setWordWrap(True)
        self.turns = QLabel()
        self.turns.setProperty("role", "quiet")
        self.label = LineField(_("Called"))
        self.role = Choice(ROLES, _("Part in the conversation"))
        self.case = CasePicker(_("Case"), _("No case"))
        self.label.written.connect(lambda text: self.labelled.emit(number, text))
        self.role.chosen.connect(lambda key: self.role_chosen.emit(number, key))
        self.case.named.connect(lambda name: self.case_named.emit(number, name))
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.found, 0, 0)
        grid.addWidget(self.turns, 0, 1, Qt.AlignmentFlag.AlignRight)
        grid.addWidget(self.role, 1, 0)
        grid.addWidget(self.label, 1, 1)
        self.case_word = field_words(_("Case"), self.case)
        grid.addWidget(self.case_word, 2, 0)
        grid.addWidget(self.case, 2, 1)

    def show_speaker(self, entry: Entry, number: int, turns: int, cases: Sequence[str]) -> None:
        """Show what has been chosen for this speaker."""
        assert entry.source is not None
        assert entry.found.source is not None
        now = entry.source.speakers[number]
        found = entry.found.source.speakers[number].label
        self.found.setText(found)
        words = ngettext("{count} turn", "{count} turns", turns)
        self.turns.setText(words.format(count=counted(turns)))
        self.label.show_text(now.label)
        self.role.show_key(now.role)
        self.case.show_case(entry.chosen.cases[number] or "", cases)
        for widget in (self.case_word, self.case):
            widget.setVisible(now.role == "participant")
        self.label.setAccessibleName(_("What {speaker} is called").format(speaker=found))
        self.role.setAccessibleName(_("The part of {speaker}").format(speaker=found))
        self.case.set_name(_("The case of {speaker}").format(speaker=found))


class ImportSpeakers(QWidget):
    """All speakers of the chosen file."""

    labelled = Signal(int, str)
    role_chosen = Signal(int, str)
    case_named = Signal(int, str)

    def __init__(self) -> None:
        super().__init__()
        self.fields: list[SpeakerFields] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.kept = QLabel()
        self.kept.setProperty("role", "quiet-text")
        self.kept.setWordWrap(True)
        self.kept.setTextFormat(Qt.TextFormat.PlainText)
        self._column.addWidget(self.kept)

    def in_order(self) -> list[QWidget]:
        """The fields in the order of Tab."""
        return [field for each in self.fields for field in (each.role, each.label, each.case)]

    def show_entry(self, entry: Entry, cases: Sequence[str]) -> None:
        """Show the speakers of a file, with the cases there are to choose from."""
        source = entry.source
        speakers = source.speakers if source else ()
        while len(self.fields) > len(speakers):
            self.fields.pop().deleteLater()
        while len(self.fields) < len(speakers):
            fields = SpeakerFields(len(self.fields))
            fields.labelled.connect(self.labelled)
            fields.role_chosen.connect(self.role_chosen)
            fields.case_named.connect(self.case_named)
            self._column.insertWidget(len(self.fields), fields)
            self.fields.append(fields)
        turns = Counter(turn.speaker for turn in source.turns) if source else Counter()
        for number, fields in enumerate(self.fields):
            fields.show_speaker(entry, number, turns[number], cases)
        self.kept.setText("" if entry.namings else _kept_said(entry))


def _kept_said(entry: Entry) -> str:
    """What the project keeps of the labels in the file."""
    if entry.source is None or entry.found.source is None or not entry.source.speakers:
        return ""
    kept = {each.label for each in entry.source.speakers}
    text = entry.source.text
    left = 0
    changed = False
    for speaker in entry.found.source.speakers:
        if speaker.label not in kept:
            changed = True
            left += sum(text.count(w) for w in speaker.label.split() if len(w) > 2 and w.istitle())
    if left:
        words = ngettext(
            "A changed name still stands in the text, {count} time.",
            "Changed names still stand in the text, {count} times.",
            left,
        )
        return words.format(count=counted(left))
    if changed:
        return _("The project keeps the names as written here, not those in the file.")
    return _("The project keeps these names. Write pseudonyms if it should hold no others.")
