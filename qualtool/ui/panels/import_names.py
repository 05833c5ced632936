"""The names in the chosen file that are replaced, and what is kept of who is who."""

from __future__ import annotations

from collections import Counter

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QVBoxLayout, QWidget

from qualtool.core.pseudonyms import Naming, Place
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui.identifying_words import numbers_said
from qualtool.ui.material_words import counted
from qualtool.ui.models.identifying import counts, may_be_names
from qualtool.ui.models.incoming import Entry
from qualtool.ui.models.naming import is_replaced, places_in, unclear
from qualtool.ui.panels.form_rows import SIDE
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.panels.tick_list import Tick, TickList

SHOWN = 6  # words that may be names, in one line
MOST = 12  # forms of names that are listed; the rest are in the text, marked


class ImportNames(QWidget):
    """Each form of a name once, with its pseudonym; a tick replaces it or lets it stand."""

    switched = Signal(list, bool)  # of Place
    other_named = Signal(object)  # Naming
    forget_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._forms: dict[str, list[Place]] = {}
        self._unclear = ""
        self._count = 0, 0
        self.note = _quiet()
        self.list = TickList()
        self.more = _quiet()
        self.other = LineField(_("Another name to replace"))
        self.other.setPlaceholderText(_("Another name = pseudonym"))
        self.may_be = _quiet()
        self.numbers = QCheckBox(_("Also telephone, e-mail, birth numbers"))
        self.numbers.setToolTip(_("Replaced by “[telephone]” and the like"))
        self.numbers.setChecked(True)
        self.found_numbers = _quiet()
        self.originals = QCheckBox(_("Keep the files, with the names"))
        self.remembers = QCheckBox(_("Remember who is who"))
        self.remembers.setChecked(True)
        self.kept = _quiet()
        self.forget = QPushButton(_("Forget the names"))
        self.forget.setProperty("role", "link")
        self.list.switched.connect(lambda form, on: self.switched.emit(self._forms[form], on))
        self.other.written.connect(self._add_other)
        self.forget.clicked.connect(self.forget_wished)
        self.originals.toggled.connect(lambda _on: self._tell_replaced())
        self.remembers.toggled.connect(lambda _on: self._tell_kept())
        column = QVBoxLayout(self)
        column.setContentsMargins(SIDE, 0, SIDE, 0)
        column.setSpacing(6)
        for widget in (self.note, self.list, self.more, self.other, self.may_be, self.numbers,
                       self.found_numbers, self.originals, self.remembers, self.kept,
                       self.forget):  # fmt: skip
            column.addWidget(widget)
        self._remembered = 0
        self.show_remembered(0)

    def in_order(self) -> list[QWidget]:
        """The fields in the order of Tab."""
        rest = (self.other, self.numbers, self.originals, self.remembers, self.forget)
        return [*self.list.boxes, *rest]

    def show_remembered(self, count: int) -> None:
        """Show how many names are remembered from before."""
        self._remembered = count
        self._tell_kept()

    def show_entry(self, entry: Entry) -> None:
        """Show the forms of names in the text of a file."""
        assert entry.source is not None
        text = entry.source.text
        forms: dict[str, list[Place]] = {}
        for place in places_in(entry):
            forms.setdefault(text[place.start : place.end], []).append(place)
        self._forms = dict(sorted(forms.items(), key=lambda each: (not each[1][0].sure, each[0])))
        self._unclear = unclear(entry)
        ticks = [_tick(entry, form, each) for form, each in self._forms.items()]
        self.list.show_ticks(ticks[:MOST])
        self.list.setVisible(bool(ticks))
        rest = len(ticks) - MOST
        words = ngettext("{count} more is marked", "{count} more are marked", rest)
        self.more.setText(words.format(count=counted(rest)))
        self.more.setVisible(rest > 0)
        count = Counter(is_replaced(entry, p) for each in forms.values() for p in each)
        self._count = count[True], count[False]
        self._tell_replaced()
        self._tell_others(entry)

    def _tell_others(self, entry: Entry) -> None:
        """Say what else in the text may tell who somebody is."""
        names = may_be_names(entry)
        told = ", ".join(names[:SHOWN]) + (" …" if len(names) > SHOWN else "")
        self.may_be.setText(_("May be names, too: {names}").format(names=told) if names else "")
        self.may_be.setVisible(bool(names))
        numbers = numbers_said(counts(entry))
        self.found_numbers.setText(numbers)
        self.found_numbers.setVisible(bool(numbers))

    def _add_other(self, written: str) -> None:
        name, _equals, pseudonym = (part.strip() for part in written.partition("="))
        if name:
            self.other.show_text("")
            self.other.setPlaceholderText(_("Another name = pseudonym"))
            self.other_named.emit(Naming(name, pseudonym or self._unclear))

    def _tell_replaced(self) -> None:
        self.note.setText(_said(*self._count, files_kept=self.originals.isChecked()))

    def _tell_kept(self) -> None:
        count = self._remembered
        if count:
            words = ngettext("{count} name is remembered.", "{count} names are remembered.", count)
        elif self.remembers.isChecked():
            words = _("On this computer, apart from the project. It can be forgotten.")
        else:
            words = _("The pseudonyms are forgotten after this import.")
        self.kept.setText(words.format(count=counted(count)))
        self.forget.setVisible(count > 0)


def _tick(entry: Entry, form: str, places: list[Place]) -> Tick:
    on = {is_replaced(entry, place) for place in places}
    words = f"{form} → {places[0].words}"
    return Tick(form, words, on.pop() if len(on) == 1 else None, len(places))


def _said(replaced: int, left: int, *, files_kept: bool) -> str:
    """What becomes of the names, and nothing that the researcher could be wrong to trust."""
    words: list[str] = []
    if not left and not files_kept:
        words.append(_("These names are not stored in the project."))
    if replaced:
        said = ngettext(
            "Replaced in the text {count} time.", "Replaced in the text {count} times.", replaced
        )
        words.append(said.format(count=counted(replaced)))
    if left:
        said = ngettext(
            "{count} place may hold a name and stays.",
            "{count} places may hold a name and stay.",
            left,
        )
        words.append(said.format(count=counted(left)))
    words.append(_("Those who do not speak have to be named below."))
    return " ".join(words)


def _quiet() -> QLabel:
    label = QLabel()
    label.setProperty("role", "quiet-text")
    label.setWordWrap(True)
    return label
