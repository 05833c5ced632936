"""What can be chosen about a table, beside its preview."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QWidget

from qualtool.analysis.memo_filter import MemoFilter
from qualtool.i18n import LANGUAGES
from qualtool.i18n import gettext as _
from qualtool.reports.options import Options

Choice = tuple[str, object]


def language_name(code: str) -> str:
    """A language of the report in the program's language."""
    return {"nb": _("Bokmål"), "nn": _("Nynorsk"), "en": _("English")}[code]


# Tables that quote nobody.
_OF_THE_WORK = ("codebook-history", "phase-log", "coverage", "self-review", "summary")

_BY_THEMES = ("excerpts", "themes", "summary", "findings", "framework", "condensation")


class ReportOptions(QWidget):
    """A row for each choice that the table has; a change tells the new `Options` at once."""

    options_chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._options = Options()
        self.frames: Sequence[Choice] = ()  # the sets of themes a table can be made of
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    def show_for(self, table: str, options: Options) -> None:
        """Show the choices of a table (`excerpts`, `themes`, `codebook`, `memos`) as they stand."""
        self._options = options
        while (item := self._grid.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        if len(self.frames) > 1 and table in _BY_THEMES:
            self._add("frame_id", _("Set of themes"), self.frames)
        if table == "summary":
            self._add("valences", _("Columns"), [
                (_("summary alone"), False), (_("with valences"), True),
            ])  # fmt: skip
        if table == "excerpts":
            self._add_excerpt_choices()
        if table == "themes":
            self._add("stacked", _("Rows"), [
                (_("per sub-theme"), False),
                (_("per theme"), True),
            ])  # fmt: skip
            self._add("starred", _("Excerpts"), [
                (_("starred"), None),
                (_("all"), False),
            ])  # fmt: skip
        if table == "memos":
            self._add("memos", _("Private"), [
                (_("left out"), MemoFilter(private=False)), (_("shown too"), MemoFilter()),
            ])  # fmt: skip
            self._add("headed", _("Headings"), [(_("none"), False), (_("for each kind"), True)])
        if table not in ("codebook", *_OF_THE_WORK):
            self._add("attribution", _("Attribution"), [
                (_("project setting"), None),
                (_("none"), "none"),
                (_("pseudonym"), "pseudonym"),
                (_("pseudonym and place"), "place"),
            ])  # fmt: skip
        if table not in ("framework", *_OF_THE_WORK):
            in_blocks = table == "findings"  # a quotation that is set apart needs no marks
            self._add("marks", _("Quotation marks"), [
                (_("none") if in_blocks else _("by language"), None), ("« »", "«»"), ("“ ”", "“”"),
            ])  # fmt: skip
        if table != "findings":  # which is text
            self._add("caption_above", _("Caption"), [(_("above"), True), (_("below"), False)])
            self._add("landscape", _("Page"), [
                (_("automatic"), None), (_("upright"), False), (_("landscape"), True),
            ])  # fmt: skip
        languages: list[Choice] = [(language_name(code), code) for code in LANGUAGES]
        self._add("language", _("Language"), languages)

    def _add_excerpt_choices(self) -> None:
        self._add("by", _("Sorted by"), [
            (_("theme"), "theme"), (_("code"), "code"), (_("informant"), "case"),
        ])  # fmt: skip
        self._add("row_per", _("A row for each"), [
            (_("excerpt"), "excerpt"), (_("coding"), "coding"),
        ])  # fmt: skip
        self._add("starred", _("Excerpts"), [(_("all"), None), (_("starred"), True)])
        self._add("depth", _("Depth"), [
            (_("left out"), False), (_("a column of its own"), True),
        ])  # fmt: skip
        self._add("headed", _("Headings"), [(_("none"), False), (_("for each group"), True)])
        self._add("context", _("Context"), [
            (_("none"), 0), (_("a sentence or so"), 120), (_("more"), 300),
        ])  # fmt: skip

    def _add(self, field: str, title: str, choices: Sequence[Choice]) -> None:
        row = self._grid.rowCount()
        label = QLabel(title)
        box = QComboBox()
        box.setAccessibleName(title)
        for words, value in choices:
            box.addItem(words, value)
        current = getattr(self._options, field)
        box.setCurrentIndex(
            next((i for i, (_words, value) in enumerate(choices) if value == current), 0)
        )
        box.activated.connect(lambda index: self._choose(field, choices[index][1]))
        label.setBuddy(box)
        self._grid.addWidget(label, row, 0)
        self._grid.addWidget(box, row, 1)

    def _choose(self, field: str, value: Any) -> None:
        self._options = replace(self._options, **{field: value})
        self.options_chosen.emit(self._options)
