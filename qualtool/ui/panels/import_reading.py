"""How the chosen file is read: as what, in which encoding, with its times and repairs how."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFormLayout, QVBoxLayout, QWidget

from qualtool import plugins
from qualtool.core.cleaning import KINDS, title_of
from qualtool.core.exchange import Choices
from qualtool.core.timing import stamps_at
from qualtool.i18n import gettext as _
from qualtool.i18n import mark
from qualtool.ui.incoming_words import ENCODINGS, encoding_of
from qualtool.ui.models.incoming import Entry
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.form_rows import SIDE, field_words, form_rows
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.panels.section import SectionHead
from qualtool.ui.panels.tick_list import Tick, TickList

_STAMPS = {"start": mark("At the beginning"), "end": mark("At the end")}
_SHIFT = re.compile(r"(?P<sign>[+\-−–]?)\s*(?:(?:(\d{1,3}):)?(\d{1,3}):)?(\d{1,5})")
_ALWAYS = frozenset(kind.key for kind in KINDS if kind.fixed)


class ImportReading(QWidget):
    """Whatever is chosen here lets the file be read again, with nothing stored in between."""

    wished = Signal(str, object)  # the reader's name, Choices

    def __init__(self) -> None:
        super().__init__()
        self._reader = ""
        self._choices = Choices()
        self.head = SectionHead(_("Reading"))
        self.reader = Choice({each.name: each.title for each in plugins.readers()}, _("Read as"))
        self.reader.setPlaceholderText(_("Not recognised"))
        self.encoding = Choice(ENCODINGS, _("Encoding"))
        self.stamps = Choice(_STAMPS, _("Where the times stand"))
        self.shift = LineField(_("Move the times by"))
        self.shift.setToolTip(_("Minutes and seconds, such as 1:30 or -0:05"))
        self._words = {
            "encoding": field_words(_("Encoding"), self.encoding),
            "stamps": field_words(_("Times"), self.stamps),
            "shift": field_words(_("Moved by"), self.shift),
        }
        self.repairs_head = SectionHead(_("Cleaning"))
        self.repairs = TickList()
        self._lay_out()
        self.reader.chosen.connect(lambda name: self.wished.emit(name, Choices()))
        self.encoding.chosen.connect(lambda key: self._wish(lambda c: replace(c, encoding=key)))
        self.stamps.chosen.connect(
            lambda key: self._wish(
                lambda c: replace(c, stamps_at="end" if key == "end" else "start")
            )
        )
        self.shift.written.connect(self._wish_shift)
        self.repairs.switched.connect(self._wish_repair)

    def in_order(self) -> list[QWidget]:
        """The fields in the order of Tab."""
        return [*self.repairs.boxes, self.reader, self.encoding, self.stamps, self.shift]

    def show_entry(self, entry: Entry) -> None:
        """Show how a file was read."""
        found = entry.found
        self._reader, self._choices = found.reader, found.choices
        self.reader.show_key(found.reader)
        source = found.source
        encoding = encoding_of(entry)
        self.encoding.show_key(encoding)
        self._show_row("encoding", self.encoding, bool(encoding))
        place = stamps_at(source) if source is not None else ""
        self.stamps.show_key(place)
        self._show_row("stamps", self.stamps, bool(place))
        self.shift.show_text(shift_words(found.choices.shift_ms))
        timed = source is not None and bool(source.anchors)
        self._show_row("shift", self.shift, timed)
        ticks = _ticks(entry)
        self.repairs.show_ticks(ticks)
        for widget in (self.repairs, self.repairs_head):
            widget.setVisible(bool(ticks))

    def _show_row(self, key: str, field: QWidget, on: bool) -> None:
        field.setVisible(on)
        self._words[key].setVisible(on)

    def _wish(self, choose: Callable[[Choices], Choices]) -> None:
        self.wished.emit(self._reader, choose(self._choices))

    def _wish_shift(self, written: str) -> None:
        ms = shift_of(written)
        if ms is None:
            self.shift.show_text(shift_words(self._choices.shift_ms))
        else:
            self._wish(lambda choices: replace(choices, shift_ms=ms))

    def _wish_repair(self, kind: str, on: bool) -> None:
        left = self._choices.left_alone
        left = left - {kind} if on else left | {kind}
        self._wish(lambda choices: replace(choices, left_alone=left))

    def _lay_out(self) -> None:
        form: QFormLayout = form_rows(
            (
                (_("Read as"), self.reader),
                (self._words["encoding"], self.encoding),
                (self._words["stamps"], self.stamps),
                (self._words["shift"], self.shift),
            )
        )
        inside = QVBoxLayout()
        inside.setContentsMargins(SIDE, 0, SIDE, 0)
        inside.addWidget(self.repairs)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.repairs_head)
        column.addLayout(inside)
        column.addWidget(self.head)
        column.addLayout(form)


def shift_of(written: str) -> int | None:
    """A time to move by in milliseconds: "1:30", "-5"; None where it cannot be read."""
    match = _SHIFT.fullmatch(written.strip() or "0")
    if match is None:
        return None
    hours, minutes, seconds = (int(part or 0) for part in match.groups()[1:])
    ms = ((hours * 60 + minutes) * 60 + seconds) * 1000
    return -ms if match["sign"] in ("-", "−", "–") and match["sign"] else ms


def shift_words(ms: int) -> str:
    """A time to move by as it is written: "+1:30", "−0:05"; nothing for none."""
    if not ms:
        return ""
    minutes, seconds = divmod(abs(ms) // 1000, 60)
    return f"{'−' if ms < 0 else '+'}{minutes}:{seconds:02d}"


def _ticks(entry: Entry) -> list[Tick]:
    """The kinds of repair that were done to a file, or were left undone."""
    source, left = entry.found.source, entry.found.choices.left_alone
    if source is None:
        return []
    count = Counter(each.kind for each in source.repairs)
    order = [kind.key for kind in KINDS]
    kinds = [*order, *sorted(set(count) - set(order))]
    return [
        Tick(kind, _(title_of(kind)), kind not in left, count[kind])
        for kind in kinds
        if (count[kind] or kind in left) and kind not in _ALWAYS
    ]
