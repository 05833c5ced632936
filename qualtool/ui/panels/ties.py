"""What something is tied to, each with a button to untie it, and a field to tie one more."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from qualtool.i18n import gettext as _
from qualtool.ui import icons
from qualtool.ui.panels.case_picker import CasePicker


class Ties(QWidget):
    """A short list of names."""

    untied = Signal(int)
    named = Signal(str)

    def __init__(self, name: str, hint: str) -> None:
        super().__init__()
        self._shown: tuple[tuple[int, str], ...] = ()
        self._rows: list[QWidget] = []
        self.picker = CasePicker(name, hint)
        self.picker.named.connect(self._tell)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self._column.addWidget(self.picker)

    def show_ties(self, ties: Sequence[tuple[int, str]], others: Sequence[str]) -> None:
        """Show these ids and names, and the names that can be tied besides."""
        self.picker.show_case("", others)
        if tuple(ties) == self._shown:
            return
        self._shown = tuple(ties)
        for row in self._rows:
            row.hide()
            row.deleteLater()
        self._rows = [self._row(row_id, name) for row_id, name in ties]
        for place, row in enumerate(self._rows):
            self._column.insertWidget(place, row)

    def in_order(self) -> list[QWidget]:
        """Buttons and field in the order of Tab."""
        return [*(button for row in self._rows for button in row.findChildren(QToolButton)),
                self.picker]  # fmt: skip

    def _row(self, row_id: int, name: str) -> QWidget:
        row = QWidget()
        across = QHBoxLayout(row)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(4)
        label = QLabel(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setToolTip(name)
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        away = QToolButton()
        away.setIcon(icons.icon("close"))
        away.setIconSize(QSize(14, 14))
        away.setToolTip(_("Untie"))
        away.setAccessibleName(_("Untie {name}").format(name=name))
        away.clicked.connect(lambda: self.untied.emit(row_id))
        across.addWidget(label, 1)
        across.addWidget(away)
        return row

    def _tell(self, name: str) -> None:
        if name:
            self.named.emit(name)
