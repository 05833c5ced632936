"""What stands behind a cell of the matrix: how strong it is, and the excerpts it sums up."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.matrix import Behind, Cell
from qualtool.i18n import gettext as _
from qualtool.reports.framework import STATES
from qualtool.ui.matrix import wording
from qualtool.ui.matrix.across import AcrossPane, RatingField, side_by_side
from qualtool.ui.matrix.excerpt_ticks import ExcerptTicks
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.panels.section import SectionHead

WIDE: Final = 320


class BehindPane(QWidget):
    """Tells of the cell that has the keys, and changes what is beside its words."""

    state_wished = Signal(str)
    evidence_written = Signal(str)
    rating_written = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "quiet-pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(240)
        self._theme = QLabel()
        self._theme.setProperty("role", "strong")
        self._case = QLabel()
        self._case.setProperty("role", "quiet")
        self._length = QLabel()
        for label in (self._theme, self._case, self._length):
            label.setWordWrap(True)
        self.rating = RatingField(_("How the case stands"), _("How does it stand?"))
        self.rating.written.connect(self.rating_written)
        self.across = AcrossPane()
        self.evidence = LineField(_("How strong the evidence is"))
        self.evidence.setPlaceholderText(_("How strong is it?"))
        self.evidence.written.connect(self.evidence_written)
        self.excerpts = ExcerptTicks()
        self.states: dict[str, QPushButton] = {}
        self._head = SectionHead(_("Excerpts behind the cell"))
        self._none = QLabel(_("Nothing of this case is coded under the theme."))
        self._none.setProperty("role", "hint")
        self._none.setWordWrap(True)
        self._lay_out()

    def show_cell(
        self, case: str, theme: str, cell: Cell, found: Sequence[Behind], *, writable: bool
    ) -> None:
        """Show what stands behind a cell."""
        self._case.setText(case)
        self._theme.setText(theme)
        words, long = wording.length(cell.text)
        self._length.setText(words)
        self._length.setVisible(bool(cell.text))
        self._length.setProperty("role", "caution" if long else "small")
        self._length.style().unpolish(self._length)
        self._length.style().polish(self._length)
        for key, button in self.states.items():
            button.setChecked(cell.state == key)
            button.setEnabled(writable and not cell.text)
        self.evidence.show_text(cell.evidence)
        self.evidence.setPlaceholderText(_("How strong is it?"))
        self.evidence.setReadOnly(not writable)
        self.rating.show_text(cell.rating)
        self.rating.setReadOnly(not writable)
        self._head.set_count(len(found) or None)
        self.excerpts.show_excerpts(found, writable=writable)
        self.excerpts.setVisible(bool(found))
        self._none.setVisible(not found)

    def _lay_out(self) -> None:
        states = QGridLayout()
        states.setSpacing(4)
        group = QButtonGroup(self)
        group.setExclusive(False)
        for number, (key, words) in enumerate(STATES.items(), 1):
            button = self.states[key] = QPushButton(_(words))
            button.setCheckable(True)
            button.setProperty("role", "choice")
            button.setToolTip(f"Alt+{number}")
            button.clicked.connect(lambda _on, state=key: self.state_wished.emit(state))
            group.addButton(button)
            states.addWidget(button, (number - 1) // 2, (number - 1) % 2)
        head = QVBoxLayout()
        head.setContentsMargins(16, 16, 16, 0)
        head.setSpacing(8)
        names = QVBoxLayout()
        names.setSpacing(2)
        names.addWidget(self._theme)
        names.addWidget(self._case)
        head.addLayout(names)
        head.addWidget(self._length)
        head.addLayout(states)
        head.addLayout(side_by_side(self.rating, self.evidence))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._head)
        column.addWidget(self._none)
        column.addWidget(self.excerpts, 1)
        column.addStretch(0)
        column.addWidget(self.across)
