"""Asks, under what was reworded, why, and whether what was coded before needs another look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from qualtool.core.theme_words import FIELDS
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.panels.reason_line import ReasonLine


@dataclass(frozen=True, slots=True)
class Decision:
    """That a code or theme is defined anew: the wordings before, why, and whether to look again."""

    target: str  # code or theme
    id: int
    was: Mapping[str, str] = field(default_factory=dict)
    reason: str = ""
    again: bool = False


def waiting_in_words(count: int) -> str:
    """How many codings wait for another look."""
    return ngettext("{count} to look at again", "{count} to look at again", count).format(
        count=count
    )


class DecisionStrip(QWidget):
    """Hidden until something is reworded; whoever pays it no heed loses nothing."""

    decided = Signal(object)  # Decision

    def __init__(self, target: str) -> None:
        super().__init__()
        self._target = target
        self._id = 0
        self._was: dict[str, str] = {}
        self.line = ReasonLine()
        self.again = QCheckBox()
        self.line.add(self.again)
        self.line.answered.connect(self._decide)
        self.line.dropped.connect(self._drop)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.addWidget(self.line)
        self.hide()

    def ask(self, row_id: int, key: str, before: str, codings: int) -> None:
        """Ask why a field was reworded; what was reworded before it in one go is asked with it."""
        if row_id != self._id:
            self._was.clear()
        self._id = row_id
        self._was.setdefault(key, before)
        names = ", ".join(_(FIELDS[each]) for each in self._was)
        self.again.setText(
            ngettext(
                "Look again at {count} coding", "Look again at {count} codings", codings
            ).format(count=codings)
        )
        self.again.setVisible(codings > 0)
        if self.line.isHidden():
            self.again.setChecked(codings > 0)
            self.line.ask("", _("Note it"), leave=_("Not now"), take_keys=False)
        self.line.words.setText(
            _("Reworded: {fields}. The old words are kept.").format(fields=names)
        )
        self.line.words.show()
        self.show()

    def let_be(self, row_id: int) -> None:
        """Ask no longer where something else than this is shown now."""
        if row_id != self._id:
            self.line.drop()

    def _drop(self) -> None:
        self._was.clear()
        self.hide()

    def _decide(self, reason: str) -> None:
        again = self.again.isChecked() and not self.again.isHidden()
        was, row_id = dict(self._was), self._id
        self._was.clear()
        self.hide()
        self.decided.emit(Decision(self._target, row_id, was, reason, again))
