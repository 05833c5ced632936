"""A spreadsheet on its way in: what each column is taken as, and what its rows come to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qualtool.core.table_mapping import FIELDS, ColumnUse, Rows, TableMapping
from qualtool.core.table_plan import Plan
from qualtool.i18n import gettext as _
from qualtool.i18n import mark, ngettext
from qualtool.ui.material_words import counted, private_said
from qualtool.ui.models.planned import NAME, ROW, WHAT, PlannedTable
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.row_table import RowTable
from qualtool.ui.panels.section import SectionHead

_SAMPLES = 3  # values shown of each column
_COLUMNS_WIDTH = 430


class TableSheet(QWidget):
    """Shows a plan; another use of a column is a wish for a new one.

    `known_names` counts the names in the table that the project has pseudonyms for; they are
    replaced unless the researcher says otherwise.
    """

    closed = Signal()
    mapping_chosen = Signal(object)  # TableMapping
    import_wished = Signal()

    def __init__(
        self, name: str, table: Rows, mapping: TableMapping, *, known_names: int = 0
    ) -> None:
        super().__init__()
        self._mapping = mapping
        self.setAccessibleName(_("From a spreadsheet"))
        self.uses: list[Choice] = []
        self.table = PlannedTable()
        self.rows = RowTable()
        self.rows.setModel(self.table)
        self.rows.setAccessibleName(_("Rows of the spreadsheet"))
        self.private = QLabel()
        self.private.setProperty("role", "quiet-text")
        self.private.setWordWrap(True)
        self.private.setTextFormat(Qt.TextFormat.PlainText)
        self.private.setContentsMargins(20, 0, 16, 12)
        self._tell_private()
        words = ngettext(
            "Replace {count} name by its pseudonym",
            "Replace {count} names by their pseudonyms",
            known_names,
        )
        self.replaces = QCheckBox(words.format(count=counted(known_names)), self)
        self.replaces.setToolTip(_("Names that this project has pseudonyms for"))
        self.replaces.setChecked(known_names > 0)
        self.replaces.setVisible(known_names > 0)
        self.counts = QLabel()
        self.counts.setProperty("role", "quiet")
        self.take_in = QPushButton(_("Import"))
        self.take_in.setProperty("role", "primary")
        self.take_in.clicked.connect(self.import_wished)
        cancel = QPushButton(_("Cancel"))
        cancel.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setContentsMargins(24, 18, 24, 14)
        head.setSpacing(14)
        title = QLabel(_("From a spreadsheet"))
        title.setProperty("role", "title")
        head.addWidget(title)
        head.addWidget(ElidedLabel(name, role="quiet"))
        head.addStretch(1)
        head.addWidget(self.replaces)
        foot = QHBoxLayout()
        foot.setContentsMargins(24, 12, 24, 12)
        foot.setSpacing(8)
        foot.addWidget(self.counts, 1)
        foot.addWidget(cancel)
        foot.addWidget(self.take_in)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self._columns(table))
        middle.addWidget(_line(upright=True))
        middle.addWidget(self._planned(), 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(_line())
        column.addLayout(middle, 1)
        column.addWidget(_line())
        column.addLayout(foot)
        if self.uses:
            self.setFocusProxy(self.uses[0])

    def show_plan(self, plan: Plan) -> None:
        """Show what the rows come to as the columns are taken now."""
        self.table.show(plan)
        added, changed, left = (plan.count(each) for each in ("add", "update", "refuse"))
        said = [
            ngettext("{count} new", "{count} new", added).format(count=added),
            ngettext("{count} changed", "{count} changed", changed).format(count=changed),
        ]
        if left:
            said.append(ngettext("{count} left out", "{count} left out", left).format(count=left))
        self.counts.setText(" · ".join(said))
        self.take_in.setEnabled(bool(added or changed))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _columns(self, table: Rows) -> QWidget:
        page = QWidget()
        grid = QGridLayout()
        grid.setContentsMargins(20, 0, 16, 16)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(8)
        grid.setColumnStretch(0, 1)
        words = {"": mark("Leave out")} | dict(FIELDS[self._mapping.target])
        if self._mapping.target == "cases":
            words["attribute"] = mark("An attribute")
        for place, use in enumerate(self._mapping.columns):
            said = QVBoxLayout()
            said.setSpacing(0)
            head = use.head or _("Column {number}").format(number=use.at + 1)
            samples = ElidedLabel(_samples(table, self._mapping, use), role="small")
            for label in (ElidedLabel(head), samples):
                label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
                said.addWidget(label)
            choice = Choice(words, use.head)
            choice.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            choice.setFixedWidth(190)
            choice.show_key(use.field)
            choice.chosen.connect(lambda key, place=place: self._use(place, key))
            self.uses.append(choice)
            grid.addLayout(said, place, 0)
            grid.addWidget(choice, place, 1)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(SectionHead(_("What each column is")))
        column.addWidget(self.private)
        column.addLayout(grid)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidget(page)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFixedWidth(_COLUMNS_WIDTH)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        return area

    def _planned(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionHead(_("What its rows come to")))
        column.addWidget(self.rows, 1)
        head = self.rows.horizontalHeader()
        head.setStretchLastSection(True)
        for section, width in ((ROW, 70), (NAME, 220), (WHAT, 110)):
            self.rows.setColumnWidth(section, width)
            head.setSectionResizeMode(section, QHeaderView.ResizeMode.Interactive)
        return page

    def _use(self, place: int, field: str) -> None:
        """Take a column as something; what was taken so before is left out, but for attributes."""
        columns = list(self._mapping.columns)
        for other, use in enumerate(columns):
            if field and field != "attribute" and use.field == field and other != place:
                columns[other] = replace(use, field="")
                self.uses[other].show_key("")
        one = columns[place]
        named = one.head or _("Column {number}").format(number=one.at + 1)
        columns[place] = replace(
            one, field=field, attribute=named if field == "attribute" else "", kind="text"
        )
        self._mapping = replace(self._mapping, columns=tuple(columns))
        self._tell_private()
        self.mapping_chosen.emit(self._mapping)

    def _tell_private(self) -> None:
        """Say which columns are left out, or are not, though they may tell who somebody is."""
        private = [(use.head, bool(use.field)) for use in self._mapping.columns if use.private]
        self.private.setText(private_said(private))
        self.private.setVisible(bool(private))


def _samples(table: Rows, mapping: TableMapping, use: ColumnUse) -> str:
    """The first values of a column, so that it is known by what stands in it."""
    below: Sequence[Sequence[str]] = table[mapping.head_row + 1 :]
    found = (row[use.at].strip() for row in below if use.at < len(row))
    return ", ".join(list(dict.fromkeys(value for value in found if value))[:_SAMPLES])


def _line(*, upright: bool = False) -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    if upright:
        line.setFixedWidth(1)
    else:
        line.setFixedHeight(1)
    return line
