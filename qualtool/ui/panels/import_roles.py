"""The parts of speakers who go by the same label in several chosen files."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from qualtool.core.source import Role
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.material_words import ROLES, counted
from qualtool.ui.models.incoming import Entry, with_role
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.form_rows import shared

_ROLE_WIDTH = 120
MOST = 8  # labels that are shown, the commonest first


class ImportRoles(QWidget):
    """One row for each label that at least two of the files have."""

    role_chosen = Signal(str, str)  # the label in the files, the role

    def __init__(self) -> None:
        super().__init__()
        self.labels: list[str] = []
        self.roles: list[Choice] = []
        self._names: list[ElidedLabel] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(6)
        self._grid.setColumnStretch(0, 1)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """Show what the speakers of these files have in common."""
        count = Counter(label for entry in entries for label in dict.fromkeys(_labels(entry)))
        self.labels = [label for label, files in count.most_common(MOST) if files > 1]
        while len(self.roles) < len(self.labels):
            self._add(len(self.roles))
        for number, choice in enumerate(self.roles):
            there = number < len(self.labels)
            choice.setVisible(there)
            self._names[number].setVisible(there)
            if there:
                label = self.labels[number]
                self._names[number].setText(f"{label} · {counted(count[label])}")
                files = ngettext("{count} file", "{count} files", count[label])
                said = f"{label}, {files.format(count=counted(count[label]))}"
                choice.setAccessibleName(_("The part of {speaker}").format(speaker=said))
                choice.show_key(shared(_roles(entries, label)))

    def _add(self, number: int) -> None:
        name = ElidedLabel()
        name.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        role = Choice(ROLES, "")
        role.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        role.setFixedWidth(_ROLE_WIDTH)
        role.chosen.connect(partial(self._tell, number))
        self._grid.addWidget(name, number, 0)
        self._grid.addWidget(role, number, 1)
        self._names.append(name)
        self.roles.append(role)

    def _tell(self, number: int, role: str) -> None:
        self.role_chosen.emit(self.labels[number], role)


def with_role_of(entry: Entry, label: str, role: Role) -> Entry:
    """Say what the part of whoever goes by a label is; a file without it stays as it is."""
    for number, each in enumerate(_labels(entry)):
        if each == label:
            entry = with_role(entry, number, role)
    return entry


def _labels(entry: Entry) -> list[str]:
    source = entry.found.source
    if source is None or entry.found.survey is not None:  # all who answer take part
        return []
    return [each.label for each in source.speakers]


def _roles(entries: Sequence[Entry], label: str) -> list[str]:
    return [
        entry.source.speakers[number].role
        for entry in entries
        if entry.source is not None
        for number, each in enumerate(_labels(entry))
        if each == label
    ]
