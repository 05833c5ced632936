"""What is written of a sub-group: its condensate, its analytic text and its gold quotation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPoint, Qt, Signal, SignalInstance
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QVBoxLayout, QWidget

from qualtool.analysis.condensing import Group, Unit
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.reports.wording import quoted_words
from qualtool.store.rows import ThemeRow
from qualtool.ui.findings.part import OwnWords, about
from qualtool.ui.panels.quotation_button import QuotationButton
from qualtool.ui.panels.section import SectionHead

WIDE: Final = 360
_CUT: Final = 60  # characters of a quotation in a menu


class GroupPane(QWidget):
    """Tells of one theme, by its number in every signal; what is half written goes with it."""

    condensate_written = Signal(int, str)
    analysis_written = Signal(int, str)
    gold_chosen = Signal(int, object)  # theme; excerpt or None
    place_wished = Signal(int, int, int)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "quiet-pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setMinimumWidth(260)
        self.theme_id: int | None = None
        self._units: Sequence[Unit] = ()
        self._gold_id: int | None = None
        self._shown = Group()
        self._name = QLabel()
        self._name.setProperty("role", "title")
        self._name.setWordWrap(True)
        self._count = QLabel()
        self._count.setProperty("role", "quiet")
        self.condensate = OwnWords("", _("Condensate, in the first person"), _("I …"))
        self.analysis = OwnWords("", _("Analytic text, in the third person"), _("Write …"))
        self.condensate.written.connect(self._tell_condensate)
        self.analysis.written.connect(self._tell_analysis)
        self.choose = QPushButton(_("Choose the gold quotation …"))
        self.choose.clicked.connect(self._press)
        self._gold: QuotationButton | None = None
        self._gold_place = QVBoxLayout()
        self._lay_out()

    def show_group(
        self, theme: ThemeRow | None, group: Group, units: Sequence[Unit], *, writable: bool
    ) -> None:
        """Show what is written of a theme; what was being written of another is kept first."""
        before, half_written = self.theme_id, self._half_written()
        self._shown, self.theme_id = group, theme.id if theme is not None else None
        another = self.theme_id != before
        self._units, self._gold_id = units, group.gold.id if group.gold is not None else None
        self._name.setText(theme.name if theme is not None else _("No theme chosen"))
        words = ngettext("{count} unit", "{count} units", len(units)).format(count=len(units))
        self._count.setText(words)
        self._count.setVisible(theme is not None)
        for field, text in ((self.condensate, group.text), (self.analysis, group.analytic_text)):
            if another:
                field.blockSignals(True)
                field.clearFocus()
                field.setPlainText(text)
            field.show_text(text)
            field.blockSignals(False)
            field.setReadOnly(theme is None or not writable)
        self.choose.setEnabled(writable and bool(units or group.gold))
        self._show_gold(group)
        if another and before is not None:
            for signal, words in half_written:
                signal.emit(before, words)

    def tell(self) -> None:
        """Keep what is half written."""
        self.condensate.tell()
        self.analysis.tell()

    def menu_of_quotations(self) -> QMenu:
        """The units of the theme, one of which may be the gold quotation."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered: list[tuple[str, int | None]] = [(_("None"), None)]
        for unit in self._units:
            words = quoted_words(unit.excerpt)
            cut = words if len(words) <= _CUT else f"{words[:_CUT].rstrip()} …"
            offered.append((cut, unit.excerpt.id))
        for words, excerpt_id in offered:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(excerpt_id == self._gold_id)
            action.triggered.connect(
                lambda _on, chosen=excerpt_id: self.gold_chosen.emit(self.theme_id, chosen)
            )
        return menu

    def _press(self) -> None:
        below = self.choose.mapToGlobal(QPoint(0, self.choose.height() + 4))
        self.menu_of_quotations().popup(below)

    def _tell_condensate(self, words: str) -> None:
        if self.theme_id is not None:
            self.condensate_written.emit(self.theme_id, words)

    def _tell_analysis(self, words: str) -> None:
        if self.theme_id is not None:
            self.analysis_written.emit(self.theme_id, words)

    def _half_written(self) -> list[tuple[SignalInstance, str]]:
        fields = (
            (self.condensate, self._shown.text, self.condensate_written),
            (self.analysis, self._shown.analytic_text, self.analysis_written),
        )
        said = ((signal, field.toPlainText().strip(), kept) for field, kept, signal in fields)
        return [(signal, words) for signal, words, kept in said if words != kept]

    def _show_gold(self, group: Group) -> None:
        if self._gold is not None:
            self._gold_place.removeWidget(self._gold)
            self._gold.hide()
            self._gold.deleteLater()
            self._gold = None
        if (row := group.gold) is not None:
            self._gold = QuotationButton(quoted_words(row), about(row))
            span = (row.document_id, row.start, row.end)
            self._gold.clicked.connect(lambda: self.place_wished.emit(*span))
            self._gold_place.addWidget(self._gold)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 16)
        column.setSpacing(0)
        head = QVBoxLayout()
        head.setContentsMargins(16, 16, 16, 0)
        head.setSpacing(2)
        head.addWidget(self._name)
        head.addWidget(self._count)
        column.addLayout(head)
        for title, field in (
            (_("Condensate, in the first person"), self.condensate),
            (_("Analytic text"), self.analysis),
        ):
            column.addWidget(SectionHead(title))
            column.addLayout(_inset(field))
        column.addWidget(SectionHead(_("Gold quotation")))
        self._gold_place.setContentsMargins(16, 0, 16, 4)
        column.addLayout(self._gold_place)
        foot = _inset(self.choose)
        foot.setAlignment(self.choose, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(foot)
        column.addStretch(1)


def _inset(widget: QWidget) -> QVBoxLayout:
    inner = QVBoxLayout()
    inner.setContentsMargins(12, 0, 12, 0)
    inner.addWidget(widget)
    return inner
