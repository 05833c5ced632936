"""Which participants are left out of their table: a fold with a tick for each that stays."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qualtool.i18n import gettext as _
from qualtool.reports.choices import Choice
from qualtool.ui import icons

_ON: Final = Qt.CheckState.Checked
_OFF: Final = Qt.CheckState.Unchecked
_ROWS: Final = 8  # in view at once


class LeftOut(QWidget):
    """Space or a click takes one out or lets one in; `changed` tells those that are out."""

    changed = Signal(object)  # frozenset

    def __init__(self) -> None:
        super().__init__()
        self._values: Sequence[tuple[str, object]] = ()
        self.fold = QPushButton()
        self.fold.setProperty("role", "fold")
        self.fold.setCheckable(True)
        self.fold.toggled.connect(self._unfold)
        self.list = QListWidget()
        self.list.setProperty("role", "columns")
        self.list.setAccessibleName(_("Participants"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.list.itemChanged.connect(self._tell)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.list)
        self._unfold(False)

    def show_choice(self, choice: Choice | None, out: frozenset[object]) -> None:
        """Show who there is, and who of them is left out; hidden where there is no choice."""
        self.setVisible(choice is not None)
        values = choice.values if choice is not None else ()
        heard = self.list.blockSignals(True)
        if tuple(values) != tuple(self._values):
            self._values = values
            self.list.clear()
            self.list.addItems([words for words, _value in values])
        for row, (_words, value) in enumerate(values):
            item = self.list.item(row)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(_OFF if value in out else _ON)
        self.list.blockSignals(heard)
        if values:
            high = self.list.sizeHintForRow(0)
            self.list.setFixedHeight(min(len(values), _ROWS) * high + 6)
        words = _("Participants shown: {shown} of {all}")
        shown = sum(value not in out for _words, value in values)
        self.fold.setText(words.format(shown=shown, all=len(values)))

    def fold_away(self) -> None:
        """Fold the list, as another table is looked at."""
        self.fold.setChecked(False)

    def _unfold(self, open_: bool) -> None:
        self.fold.setIcon(icons.icon("down" if open_ else "right"))
        self.list.setVisible(open_)

    def _tell(self, item: QListWidgetItem) -> None:
        rows = range(self.list.count())
        out = [row for row in rows if self.list.item(row).checkState() == _OFF]
        if len(out) == len(self._values):  # a table without a row is none
            heard = self.list.blockSignals(True)
            item.setCheckState(_ON)
            self.list.blockSignals(heard)
            return
        self.changed.emit(frozenset(self._values[row][1] for row in out))
