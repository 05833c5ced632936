"""What each column of a survey is: the case's name, an answer, an attribute, a date, or nothing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qualtool.core.survey import USES, Column
from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.ui.material_words import private_said
from qualtool.ui.models.incoming import Entry
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.form_rows import SIDE
from qualtool.ui.panels.section import SectionHead

_ONCE = ("case", "date")  # what one column is at most
_MADE = {
    "one": mark("One document with all answers"),
    "case": mark("A document for each case"),
}
_USE_WIDTH = 212


class ImportColumns(QWidget):
    """One row for each column: its head, the first that stands in it, and what it is taken for."""

    columns_chosen = Signal(list)  # pairs of a head and one of `USES`
    per_case_chosen = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._columns: Sequence[Column] = ()
        self._rows: list[_Row] = []
        self._below = QVBoxLayout()
        self.made = Choice(_MADE, _("What becomes of the answers"))
        self.made.chosen.connect(lambda key: self.per_case_chosen.emit(key == "case"))
        self.private = QLabel()
        self.private.setProperty("role", "quiet-text")
        self.private.setWordWrap(True)
        self.private.setTextFormat(Qt.TextFormat.PlainText)
        self._lay_out()
        self.setAccessibleName(_("What each column is"))

    @property
    def uses(self) -> list[Choice]:
        """What each column is taken for, in the order of the table."""
        return [row.use for row in self._rows[: len(self._columns)]]

    def in_order(self) -> list[QWidget]:
        """The fields in the order of Tab."""
        return [self.made, *self.uses]

    def show_entry(self, entry: Entry) -> None:
        """Show what the columns of a survey are taken for."""
        survey = entry.found.survey
        self._columns = survey.columns if survey is not None else ()
        while len(self._rows) < len(self._columns):
            self._add_row(len(self._rows))
        for place, row in enumerate(self._rows):
            row.setVisible(place < len(self._columns))
            if place < len(self._columns):
                row.show_column(self._columns[place])
        self.made.show_key("case" if entry.chosen.per_case else "one")
        private = [(one.head, one.use != "leave") for one in self._columns if one.private]
        kept_out = _("The file is not kept.") if any(not on for _head, on in private) else ""
        self.private.setText(f"{private_said(private)} {kept_out}".strip())
        self.private.setVisible(bool(self.private.text()))

    def _use(self, place: int, key: str) -> None:
        """Take a column for something; of what there is but one, the other is left out."""
        pairs = []
        for at, column in enumerate(self._columns):
            use = "leave" if key in _ONCE and column.use == key else column.use
            pairs.append((column.head, key if at == place else use))
        self.columns_chosen.emit(pairs)

    def _add_row(self, place: int) -> None:
        row = _Row()
        row.use.chosen.connect(lambda key: self._use(place, key))
        self._rows.append(row)
        self._below.insertWidget(place, row)

    def _lay_out(self) -> None:
        page = QWidget()
        self._below.setContentsMargins(SIDE, 0, SIDE, 16)
        self._below.setSpacing(8)
        above = QVBoxLayout()
        above.setContentsMargins(SIDE, 0, SIDE, 12)
        above.setSpacing(8)
        above.addWidget(self.made)
        above.addWidget(self.private)
        inside = QVBoxLayout(page)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(0)
        inside.addLayout(above)
        inside.addLayout(self._below)
        inside.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column = QVBoxLayout(self)
        column.setContentsMargins(4, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionHead(_("What each column is")))
        column.addWidget(area, 1)


class _Row(QWidget):
    """A column: its head above the first that stands in it, and what it is taken for."""

    def __init__(self) -> None:
        super().__init__()
        self._head, self._example = ElidedLabel(), ElidedLabel(role="small")
        self.use = Choice(USES, "")
        self.use.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.use.setFixedWidth(_USE_WIDTH)
        said = QVBoxLayout()
        said.setSpacing(0)
        for label in (self._head, self._example):
            label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
            said.addWidget(label)
        across = QHBoxLayout(self)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(12)
        across.addLayout(said, 1)
        across.addWidget(self.use, 0, Qt.AlignmentFlag.AlignTop)

    def show_column(self, column: Column) -> None:
        """Show a column of the table."""
        self._head.setText(column.head)
        self._example.setText(column.example or _("empty"))
        self.use.setAccessibleName(_("What “{head}” is").format(head=column.head))
        self.use.show_key(column.use)
