"""How the cases stand on a theme as a whole: the judgement, why, and how strong the evidence is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QGridLayout, QLabel, QVBoxLayout, QWidget

from qualtool.analysis.comparing import Judgement
from qualtool.i18n import gettext as _
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.panels.section import SectionHead


class RatingField(LineField):
    """A judgement in a word; those that were used before are offered as it is written."""

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__(name)
        self.setPlaceholderText(placeholder)
        self._known = QStringListModel(self)
        offered = QCompleter(self._known, self)
        offered.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompleter(offered)

    def offer(self, words: Sequence[str]) -> None:
        """Offer these from now on."""
        if list(words) != self._known.stringList():
            self._known.setStringList(list(words))


def side_by_side(rating: QWidget, evidence: QWidget) -> QGridLayout:
    """A judgement and how strong its evidence is, each under its name."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(2)
    for column, (words, field) in enumerate(((_("Judgement"), rating), (_("Evidence"), evidence))):
        label = QLabel(words)
        label.setProperty("role", "small")
        label.setBuddy(field)
        grid.addWidget(label, 0, column)
        grid.addWidget(field, 1, column)
        grid.setColumnStretch(column, 1)
    return grid


class AcrossPane(QWidget):
    """`judged` tells the theme, a field of a comparison, and what was written in it."""

    judged = Signal(int, str, str)

    def __init__(self) -> None:
        super().__init__()
        self._theme = 0
        self._leaving = False
        self._name = QLabel()
        self._name.setProperty("role", "quiet")
        self._name.setWordWrap(True)
        self.rating = RatingField(_("Judgement of all cases"), _("How do the cases stand?"))
        self.explanation = CommentField("", _("Explanation"), placeholder=_("Why?"))
        self.evidence = LineField(_("How strong the evidence is across the cases"))
        self.evidence.setPlaceholderText(_("How strong is it?"))
        self.rating.written.connect(lambda words: self._tell("rating", words))
        self.explanation.written.connect(lambda words: self._tell("explanation", words))
        self.evidence.written.connect(lambda words: self._tell("evidence", words))
        inner = QVBoxLayout()
        inner.setContentsMargins(16, 0, 16, 16)
        inner.setSpacing(8)
        inner.addWidget(self._name)
        inner.addLayout(side_by_side(self.rating, self.evidence))
        inner.addWidget(self.explanation)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(SectionHead(_("Across the cases")))
        column.addLayout(inner)

    def show_theme(
        self, theme_id: int, name: str, held: Judgement, known: Sequence[str], *, writable: bool
    ) -> None:
        """Show how the cases stand on a theme; what is half written of another is told first."""
        if self._leaving:
            return  # the step that keeps what was half written shows everything anew
        if theme_id != self._theme:
            self._leave()
            self._theme = theme_id
        self._name.setText(name)
        self.rating.offer(known)
        self.rating.show_text(held.rating)
        self.explanation.show_text(held.explanation)
        self.evidence.show_text(held.evidence)
        for field in (self.rating, self.evidence, self.explanation):
            field.setReadOnly(not writable)

    def tell(self) -> None:
        """Say what is half written."""
        for field in (self.rating, self.explanation, self.evidence):
            field.tell()

    def _leave(self) -> None:
        """Keep what is half written of the theme, and let the fields be free for another."""
        self._leaving = True
        self.explanation.clearFocus()
        self.tell()
        self.explanation.show_text(self.explanation.toPlainText().strip())
        self._leaving = False

    def _tell(self, field: str, words: str) -> None:
        if self._theme:
            self.judged.emit(self._theme, field, words)
