"""How few participants are too few to hide among: what fits no more than so many is told."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QWidget

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.report.flow import Flow
from qualtool.ui.report.value_choice import ValueChoice

LARGEST: Final = 5


class GroupSize(QWidget):
    """A line with the number in it; another one is told when it is chosen."""

    chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        words = QLabel(_("Combinations that fit"))
        words.setProperty("role", "small")
        said = ngettext("{count} participant at most", "{count} participants at most", 1)
        values = [(said.format(count=1), 1)]
        for count in range(2, LARGEST + 1):
            said = ngettext("{count} participant at most", "{count} participants at most", count)
            values.append((said.format(count=count), count))
        self.choice = ValueChoice(_("Combinations that fit"), values, 1)
        self.choice.chosen.connect(self._tell)
        across = Flow()  # the number goes below its words rather than being cut
        across.addWidget(words)
        across.addWidget(self.choice)
        self.setLayout(across)
        self.setFocusProxy(self.choice)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_size(self, count: int, *, writable: bool) -> None:
        """Show the number that the study has now."""
        self.choice.show_value(min(count, LARGEST))
        self.choice.setEnabled(writable)

    def _tell(self, value: object) -> None:
        if isinstance(value, int):
            self.chosen.emit(value)
