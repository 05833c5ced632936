"""A theme as it is defined: the idea that carries it, what belongs to it and what does not."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qualtool.analysis.theme_meaning import ThemeMeaning
from qualtool.core.theme_words import FIELDS
from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.ui.panels.meaning_field import INSET, MeaningField

_HINTS: Mapping[str, str] = {
    "concept": mark("The idea it rests on …"),
    "definition": mark("What the theme says …"),
    "question_relation": mark("What it answers, and what it leaves open …"),
    "report_title": mark("As its name"),
    "label": mark("As its name"),
    "decision_rules": mark("When in doubt …"),
    "note": mark("What is to be thought of …"),
}
_SMALL = ("in_scope", "out_of_scope", "report_title", "label")
# The fields from top to bottom: those of one line stand beside each other.
_ABOVE = (("concept",), ("definition",), ("in_scope", "out_of_scope"), ("question_relation",))
_BELOW = (("report_title", "label"), ("decision_rules",), ("note",))


class ThemeForm(QScrollArea):
    """Each field says what was written when it is left, or after a pause.

    `facts` is where what the theme rests on is laid in, between what it means and how it is
    written about.
    """

    described = Signal(int, str, str)  # theme, field, words
    renamed = Signal(int, str)
    reworded = Signal(int, str, str)  # theme, field, the words before
    sat = Signal()  # a field was left

    def __init__(self, facts: QWidget) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Definition"))
        self._theme = 0
        self.fields: dict[str, MeaningField] = {}
        self._page = QWidget()
        column = self._column = QVBoxLayout(self._page)
        column.setContentsMargins(16 - INSET, 4, 16 - INSET, 24)
        column.setSpacing(0)
        for line in _ABOVE:
            column.addLayout(self._line(line))
        column.addWidget(facts)
        for line in _BELOW:
            column.addLayout(self._line(line))
        column.addStretch(1)
        self.setWidget(self._page)

    def show_theme(self, row: ThemeMeaning) -> None:
        """Show a theme as it is now; what is being written stays."""
        if row.theme_id != self._theme:
            self.keep_written()
            self._theme = row.theme_id
            self.verticalScrollBar().setValue(0)
        for key, field in self.fields.items():
            field.show_text(row.fields[key])

    def keep_written(self) -> None:
        """Keep what is half written."""
        for field in self.fields.values():
            field.tell()

    def fit_page(self) -> None:
        """Let the page be as high as what it holds now: a scrolled page notices late."""
        self._column.invalidate()
        self._column.activate()
        QApplication.postEvent(self._page, QEvent(QEvent.Type.LayoutRequest))

    def _line(self, keys: tuple[str, ...]) -> QHBoxLayout:
        line = QHBoxLayout()
        line.setSpacing(16 - 2 * INSET)
        line.setContentsMargins(0, 12, 0, 0)
        for key in keys:
            line.addLayout(self._cell(key), 1)
        return line

    def _cell(self, key: str) -> QVBoxLayout:
        title = _(FIELDS[key])
        hint = _HINTS.get(key)
        field = self.fields[key] = MeaningField(title, _(hint) if hint else "…")
        if key in _SMALL:
            field.setProperty("role", "small-meaning")
        field.written.connect(lambda text: self.described.emit(self._theme, key, text))
        field.reworded.connect(lambda before, _now: self.reworded.emit(self._theme, key, before))
        field.sat.connect(self.sat)
        head = QLabel(title.upper())
        head.setProperty("role", "section")
        head.setAccessibleName(title)
        head.setBuddy(field)
        head.setWordWrap(True)
        head.setContentsMargins(INSET, 0, INSET, 0)
        cell = QVBoxLayout()
        cell.setSpacing(2)
        cell.addWidget(head)
        cell.addWidget(field)
        cell.addStretch(1)
        return cell
