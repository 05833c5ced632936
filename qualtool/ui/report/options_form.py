"""What can be chosen about a block of the report, one row for each choice."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from qualtool.core.report import Report, tables
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.reports import choices
from qualtool.reports.choices import Choice
from qualtool.reports.options import Options
from qualtool.ui import icons
from qualtool.ui.report.columns_list import ColumnsList
from qualtool.ui.report.left_out import LeftOut
from qualtool.ui.report.value_choice import ValueChoice

_OF_THE_REPORT = "language"  # chosen for all blocks at once
_LEFT_OUT = "without"  # chosen by ticks
# What is chosen most often; the rest lies folded.
_FIRST: Final = frozenset(
    {
        "frame_id", "by", "stacked", "form", "transposed", "starred", "attribution", "marks",
        "caption_above",
    }
)  # fmt: skip
_FEW: Final = 3  # as many more are not worth a fold


class OptionsForm(QWidget):
    """A row for each choice of a block; what is chosen is told by the field and the value."""

    chosen = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[object, ...] = ()
        self._options = Options()
        self._name = ""
        self.fields: dict[str, ValueChoice] = {}
        self.columns = ColumnsList()
        self.columns.changed.connect(self._tell_columns)
        self.columns.hide()
        self.fold = QPushButton()
        self.fold.setProperty("role", "fold")
        self.fold.setCheckable(True)
        self.fold.setIcon(icons.icon("right"))
        self.fold.toggled.connect(self._unfold)
        self.left_out = LeftOut()
        self._titles: Sequence[tuple[str, str]] = ()
        self._rows = QVBoxLayout()
        self._rows.setSpacing(6)
        self.more = QPushButton()
        self.more.setProperty("role", "fold")
        self.more.setCheckable(True)
        self.more.toggled.connect(lambda _open: self._show_rest())
        self._rest = QWidget()
        self._folded: list[str] = []
        rest = QVBoxLayout(self._rest)
        rest.setContentsMargins(0, 0, 0, 0)
        rest.setSpacing(6)
        self._rest_rows = rest
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(self._rows)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._rest)
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.columns)
        column.addWidget(self.left_out)
        self.left_out.changed.connect(lambda out: self.chosen.emit(_LEFT_OUT, out))
        self.left_out.hide()

    def show_for(
        self, name: str, options: Options, of_project: Sequence[Choice], *, writable: bool
    ) -> None:
        """Show the choices of a block, and those among what the project holds."""
        asked = (*of_project, *choices.choices(name))
        wanted = tuple(
            choice for choice in asked if choice.field != _OF_THE_REPORT and not choice.many
        )
        rows = next((choice for choice in asked if choice.field == _LEFT_OUT), None)
        self._options = options
        if (name, wanted) != self._shown:
            self._shown = (name, wanted)
            self._fill(wanted)
        for field, box in self.fields.items():
            box.show_value(getattr(options, field))
            box.setEnabled(writable)
        if name != self._name:
            self._name = name
            self.fold.setChecked(False)
            self.left_out.fold_away()
            self._titles = ()
        if titles := choices.columns(name):
            self._titles = [(key, _(title)) for key, title in titles]
        self._show_columns()
        self._show_rest()
        self.columns.setEnabled(writable)
        self.left_out.show_choice(rows, frozenset(options.without))
        self.left_out.list.setEnabled(writable)

    def show_built(self, report: Report) -> None:
        """Take the columns of a table that only its building knows."""
        table = next(tables(report), None)
        if choices.columns(self._name) or table is None or self._options.columns:
            return
        self._titles = [(column.key, column.title) for column in table.columns]
        self._show_columns()

    def _fill(self, wanted: Sequence[Choice]) -> None:
        for rows in (self._rows, self._rest_rows):
            while (item := rows.takeAt(0)) is not None:
                if widget := item.widget():
                    widget.hide()
                    widget.deleteLater()
        self.fields.clear()
        rare = [choice.field for choice in wanted if choice.field not in _FIRST]
        self._folded = rare if len(rare) > _FEW else []
        wanted = sorted(wanted, key=lambda choice: choice.field in self._folded)
        before: QWidget | None = None
        for choice in wanted:
            title = _(choice.title)
            values = [(_said(words, value, choice), value) for words, value in choice.values]
            box = ValueChoice(title, values, getattr(self._options, choice.field))
            box.chosen.connect(lambda value, field=choice.field: self.chosen.emit(field, value))
            label = QLabel(title)
            label.setBuddy(box)
            row = QWidget()
            across = QHBoxLayout(row)
            across.setContentsMargins(0, 0, 0, 0)
            across.setSpacing(8)
            across.addWidget(label)
            across.addStretch(1)
            across.addWidget(box)
            (self._rest_rows if choice.field in self._folded else self._rows).addWidget(row)
            row.show()  # at once: it may be given the keys
            self.fields[choice.field] = box
            if before is not None:
                QWidget.setTabOrder(before, box)
            before = box
        if before is not None:
            QWidget.setTabOrder(before, self.fold)
            QWidget.setTabOrder(self.fold, self.columns)
            QWidget.setTabOrder(self.columns, self.left_out.fold)
            QWidget.setTabOrder(self.left_out.fold, self.left_out.list)

    def _show_rest(self) -> None:
        """Show or fold what is chosen seldom; the fold says whether any of it was."""
        usual = Options()
        changed = sum(getattr(self._options, name) != getattr(usual, name) for name in self._folded)
        words = _("More choices")
        if changed:
            words = ngettext(
                "More choices: {count} made", "More choices: {count} made", changed
            ).format(count=changed)
        self.more.setText(words)
        self.more.setIcon(icons.icon("down" if self.more.isChecked() else "right"))
        self.more.setVisible(bool(self._folded))
        self._rest.setVisible(bool(self._folded) and self.more.isChecked())

    def _show_columns(self) -> None:
        there = len(self._titles) > 1
        self.fold.setVisible(there)
        self.columns.setVisible(there and self.fold.isChecked())
        if not there:
            return
        known = [key for key, _title in self._titles]
        usual = choices.usual(self._name) or tuple(known)
        shown = [key for key in (self._options.columns or usual) if key in known]
        self.columns.show_columns(self._titles, shown)
        words = _("Columns: {shown} of {all}").format(shown=len(shown), all=len(known))
        self.fold.setText(words)

    def _unfold(self, open_: bool) -> None:
        self.fold.setIcon(icons.icon("down" if open_ else "right"))
        self.columns.setVisible(open_)

    def _tell_columns(self, keys: tuple[str, ...]) -> None:
        if not keys:
            self._show_columns_anew()  # a table without a column is none
            return
        usual = choices.usual(self._name) or tuple(key for key, _title in self._titles)
        self.chosen.emit("columns", () if keys == tuple(usual) else keys)

    def _show_columns_anew(self) -> None:
        self.columns.show_columns((), ())
        self._show_columns()


def _said(words: str, value: object, choice: Choice) -> str:
    """A value in words; what chooses nothing in particular says so."""
    if choice.named and value is None and not words.strip("– "):
        return _("all")
    if choice.named and value == 0 and not words.strip("– "):
        return _("none")
    return words if choice.named or not words else _(words)
