"""A code as it is defined: what it means, when it is used, and where it comes from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from qualtool.analysis.biography import MEANING
from qualtool.analysis.definitions import Definition
from qualtool.core.codebook_lines import PROVENANCE
from qualtool.core.colours import PALETTE
from qualtool.core.names import excerpted
from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.store.rows import ExcerptRow
from qualtool.ui.colour_words import colour_name
from qualtool.ui.document_words import worded_date
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.meaning_field import INSET, MeaningField
from qualtool.ui.panels.short_label import ShortLabel

_FIELDS = (
    ("description", mark("Description"), mark("What the code means …")),
    ("use_when", mark("Used when"), mark("When it is to be used …")),
    ("use_not", mark("Not when"), mark("When another code fits better …")),
    ("decision_rules", mark("Decision rules"), mark("When in doubt …")),
    ("source", mark("Source of the definition"), mark("Where it is taken from …")),
    ("departure", mark("How the project departs from it"), mark("What is meant otherwise here …")),
)
_SHOWN = 90  # code points of an excerpt in the choice of a typical one


class CodeForm(QScrollArea):
    """Each field says what was written when it is left, or after a pause."""

    described = Signal(int, str, object)  # code, field, what is said
    recoloured = Signal(int, str)
    pinned = Signal(int, object)  # code, key or None
    reworded = Signal(int, str, str)  # code, field, the words before

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(_("Definition"))
        self._code = 0
        self.fields: dict[str, MeaningField] = {}
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(16 - INSET, 12, 12 - INSET, 24)
        self._column.setSpacing(4)
        self.name = ShortLabel()
        self.name.setProperty("role", "strong")
        self.name.setContentsMargins(INSET, 0, INSET, 0)
        self._column.addWidget(self.name)
        for key, title, hint in _FIELDS[:4]:
            self._add_field(key, title, hint)
        self.example = Choice({}, _("Typical excerpt"))
        self.example.chosen.connect(self._choose_example)
        self._add(_("Typical excerpt"), self.example)
        self.provenance = Choice(PROVENANCE, _("Where it comes from"))
        self.provenance.chosen.connect(
            lambda key: self.described.emit(self._code, "provenance", key)
        )
        self._add(_("Where it comes from"), self.provenance)
        self.made = QLabel()
        self.made.setProperty("role", "small")
        self.made.setTextFormat(Qt.TextFormat.PlainText)
        self.made.setWordWrap(True)
        self.made.setContentsMargins(INSET, 0, INSET, 0)
        self._column.addWidget(self.made)
        for key, title, hint in _FIELDS[4:]:
            self._add_field(key, title, hint)
        self.colour = Choice({}, _("Colour"))
        self.colour.addItem(_("The colour of its theme"), "")
        for key in PALETTE:
            self.colour.addItem(colour_name(key), key)
        self.colour.chosen.connect(lambda key: self.recoloured.emit(self._code, key))
        self._add(_("Colour"), self.colour)
        self.pin = Choice({}, _("Number key"))
        self.pin.addItem(_("None"), "")
        for number in range(1, 10):
            self.pin.addItem(str(number), str(number))
        self.pin.chosen.connect(lambda key: self.pinned.emit(self._code, int(key) if key else None))
        self._add(_("Number key"), self.pin)
        self._column.addStretch(1)
        self.setWidget(page)

    def show_code(self, row: Definition, excerpts: Sequence[ExcerptRow]) -> None:
        """Show a code as it is now, with its excerpts to choose the typical one from."""
        if row.code_id != self._code:
            self.keep_written()
        self._code = row.code_id
        self.name.show_words(row.name)
        for key, field in self.fields.items():
            field.show_text(getattr(row, key))
        self.example.clear()
        self.example.addItem(_("None"), "")
        for excerpt in excerpts:
            words = excerpted(" ".join(excerpt.text.split()), _SHOWN)
            self.example.addItem(f"{excerpt.case or excerpt.document}: {words}", str(excerpt.id))
        typical = "" if row.example_excerpt_id is None else str(row.example_excerpt_id)
        self.example.show_key(typical)
        self.example.setToolTip(self.example.currentText())
        self.provenance.show_key(row.provenance)
        self.made.setText(_story(row))
        self.colour.show_key(row.colour)
        self.pin.show_key("" if row.pin is None else str(row.pin))

    def keep_written(self) -> None:
        """Keep what is half written."""
        for field in self.fields.values():
            field.tell()

    def _choose_example(self, key: str) -> None:
        self.described.emit(self._code, "example_excerpt_id", int(key) if key else None)

    def _add_field(self, key: str, title: str, hint: str) -> None:
        field = MeaningField(_(title), _(hint))
        field.written.connect(lambda text: self.described.emit(self._code, key, text))
        if key in MEANING:
            field.reworded.connect(lambda was, _now: self.reworded.emit(self._code, key, was))
        self.fields[key] = field
        self._add(_(title), field)

    def _add(self, title: str, field: QWidget) -> None:
        head = QLabel(title.upper())
        head.setProperty("role", "section")
        head.setAccessibleName(title)
        head.setBuddy(field)
        head.setContentsMargins(INSET, 0, INSET, 0)
        head.setWordWrap(True)  # the pane can be narrower than the longest of these
        self._column.addSpacing(12)
        self._column.addWidget(head)
        self._column.addWidget(field)


def _story(row: Definition) -> str:
    """When a code was made and by whom, what it was split off, and what became part of it."""
    day = worded_date(row.made)
    parts = [
        _("Made {date} by {coder}").format(date=day, coder=row.coder)
        if row.coder
        else _("Made {date}").format(date=day)
    ]
    if row.split_off:
        parts.append(_("Split off “{code}”").format(code=row.split_off))
    if row.merged:
        parts.append(_("Merged into it: {codes}").format(codes=", ".join(row.merged)))
    return "\n".join(parts)
