"""What a theme rests on, in its pane: chosen quotations, who speaks, how it is read, and hints."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from qualtool.analysis.expectations import Expectation, Held
from qualtool.analysis.theme_facts import Portion, ThemeFacts
from qualtool.analysis.theme_hints import Hint
from qualtool.core.expectation import STANDS
from qualtool.core.names import excerpted
from qualtool.core.quotation_marks import quoted
from qualtool.core.theme_words import FIT
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import ExcerptRow
from qualtool.ui.panels.meaning_field import INSET
from qualtool.ui.panels.portion_row import PortionRow
from qualtool.ui.panels.quotation_button import QuotationButton

MOST_QUOTATIONS, MOST_CASES, LONGEST = 3, 8, 240
_SIGNS = (("-", "barrier"), ("±", "faint"), ("+", "opportunity"))


class ThemeFactsView(QWidget):
    """Made anew whenever there is something else to show; every number opens its excerpts."""

    portion_chosen = Signal(object)  # Portion
    place_wished = Signal(int, int, int)
    dismissed = Signal(str)  # the name of a hint
    filled = Signal()
    expectations_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._shown: object = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(INSET, 0, INSET, 0)
        self._column.setSpacing(0)

    def show_facts(
        self,
        facts: ThemeFacts,
        quotations: Sequence[ExcerptRow],
        fits: Mapping[int, str],
        hints: Sequence[Hint],
        expected: Sequence[tuple[Expectation, Held]] = (),
        *,
        expectations: bool = False,
    ) -> None:
        """Show what a theme rests on, with some starred excerpts and what was expected of it.

        `expectations` says whether there are any that could be held against it.
        """
        shown = (facts, tuple(quotations), tuple(fits.items()), tuple(hints), tuple(expected),
                 expectations)  # fmt: skip
        if shown != self._shown:
            self._shown = shown
            self._fill(facts, quotations, fits, hints, expected)
            if expectations:
                link = QPushButton(_("Hold expectations against it …"))
                link.setProperty("role", "link")
                link.clicked.connect(self.expectations_wished)
                self._column.addSpacing(8)
                self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
                link.show()
            self.filled.emit()

    def _fill(
        self,
        facts: ThemeFacts,
        quotations: Sequence[ExcerptRow],
        fits: Mapping[int, str],
        hints: Sequence[Hint],
        expected: Sequence[tuple[Expectation, Held]],
    ) -> None:
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        if quotations:
            self._head(_("Quotations in the report"))
            for row in quotations:
                self._column.addWidget(self._quotation(row, fits.get(row.id)))
            if more := len(facts.starred) - len(quotations):
                words = ngettext("{count} more", "{count} more", more).format(count=more)
                portion = Portion(0, _("Starred"), frozenset(facts.starred))
                self._link(words, portion)
        for hint in hints:
            self._column.addWidget(self._hint(hint))
        if facts.cases:
            of = _("{count} of {all}").format(count=len(facts.cases), all=facts.cases_in_all)
            self._head(_("Cases"), of)
            most = max(len(each.excerpts) for each in facts.cases)
            shown = facts.cases[:MOST_CASES]
            for portion in shown:
                self._row(portion, most)
            if left := len(facts.cases) - len(shown):
                words = ngettext("{count} more case", "{count} more cases", left)
                self._more = QPushButton(words.format(count=left))
                self._more.setProperty("role", "link")
                self._more.clicked.connect(partial(self._show_cases, facts, most))
                self._column.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        if facts.valences:
            self._head(_("How it is read"))
            for sign, role in _SIGNS:
                if sign in facts.valences:
                    self._row(facts.valences[sign], facts.excerpts, role)
        if facts.overlaps:
            self._head(_("Shares excerpts with"))
            for portion in facts.overlaps:
                self._row(portion, facts.excerpts)
        if facts.cases:
            self._column.addSpacing(8)
            self._column.addWidget(_small(_("As context: a number proves no theme.")))
        if expected:
            self._head(_("What was expected"))
        for each, held in expected:
            said = [_(STANDS[held.stands]) if held.stands else "", held.note]
            about = " · ".join(part for part in said if part)
            button = QuotationButton(excerpted(each.text, LONGEST), about)
            button.clicked.connect(self.expectations_wished)
            self._column.addWidget(button)
        for place in range(self._column.count()):
            item = self._column.itemAt(place)
            if item is not None and (made := item.widget()) is not None:
                made.show()  # or they have no height yet when the page asks for it

    def _show_cases(self, facts: ThemeFacts, most: int) -> None:
        """Show the rest of the cases where the first of them stand."""
        at = self._column.indexOf(self._more)
        self._more.hide()
        for place, portion in enumerate(facts.cases[MOST_CASES:], start=at):
            self._row(portion, most, at=place)

    def _head(self, title: str, count: str = "") -> None:
        head = QWidget()
        row = QHBoxLayout(head)
        row.setContentsMargins(0, 18, 4, 4)
        words = QLabel(title.upper())
        words.setProperty("role", "section")
        words.setAccessibleName(title)
        row.addWidget(words, 1)
        if count:
            number = QLabel(count)
            number.setProperty("role", "count")
            row.addWidget(number)
        self._column.addWidget(head)

    def _row(
        self, portion: Portion, most: int, role: str = "faint", *, at: int | None = None
    ) -> None:
        row = PortionRow(portion, most, role=role)
        row.clicked.connect(lambda: self.portion_chosen.emit(portion))
        self._column.insertWidget(self._column.count() if at is None else at, row)

    def _link(self, words: str, portion: Portion) -> None:
        link = QPushButton(words)
        link.setProperty("role", "link")
        link.clicked.connect(lambda: self.portion_chosen.emit(portion))
        self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _quotation(self, row: ExcerptRow, fit: str | None) -> QWidget:
        said = " ".join((row.display_text or row.text).split())
        parts = [row.case or row.document, row.place]
        if fit:
            parts.append(_(FIT[fit]))
        cut = excerpted(said, LONGEST)
        button = QuotationButton(f"★ {quoted(cut)}", " · ".join(parts))
        span = (row.document_id, row.start, row.end)
        button.clicked.connect(lambda: self.place_wished.emit(*span))
        return button

    def _hint(self, hint: Hint) -> QWidget:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 12, 0, 0)
        row.setSpacing(4)
        words = QLabel(hint.words)
        words.setProperty("role", "quiet-text")
        words.setWordWrap(True)
        words.setTextFormat(Qt.TextFormat.PlainText)
        away = QToolButton()
        away.setText("×")
        away.setProperty("role", "flat")
        away.setAccessibleName(_("Put this hint away: {hint}").format(hint=hint.words))
        away.setToolTip(_("Put this hint away"))
        away.clicked.connect(lambda: self.dismissed.emit(hint.name))
        row.addWidget(words, 1)
        row.addWidget(away, 0, Qt.AlignmentFlag.AlignTop)
        return holder


def _small(words: str) -> QLabel:
    label = QLabel(words)
    label.setProperty("role", "small")
    label.setWordWrap(True)
    return label
