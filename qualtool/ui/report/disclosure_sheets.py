"""What is asked before something is shown otherwise, so that it tells nobody apart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit

from qualtool.core.quotation_marks import quoted
from qualtool.i18n import gettext as _
from qualtool.reports.disclosed import Disclosed
from qualtool.store.describing_rows import AttributeRow
from qualtool.ui.dialogs.form import Rows
from qualtool.ui.panels.sheet import Sheet
from qualtool.ui.panels.wrapped import WrappedLabel
from qualtool.ui.report.value_choice import ValueChoice

_HIGH = 140
_FORMS = 4  # inflected words that are named


class DisplayTextSheet(Sheet):
    """The words that an excerpt is shown in; `kept` tells them and why."""

    kept = Signal(str, str)

    def __init__(self, found: Disclosed, shown: str) -> None:
        super().__init__(_("Change the display text"), about=found.document, width=620)
        self.body.addWidget(_told(found))
        self.text = QPlainTextEdit(shown)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_HIGH)
        self.reason = QLineEdit()
        rows = Rows()
        rows.ask(
            _("Shown as"),
            self.text,
            hint=_("The transcript stays as it is. Put what you add or change in [ ]."),
        )
        rows.ask(_("Reason"), self.reason)
        self.body.addLayout(rows)
        self.add_close(_("Cancel"))
        self.done = self.add_button(_("Keep"), role="primary")
        self.done.clicked.connect(
            lambda: self.kept.emit(self.text.toPlainText().strip(), self.reason.text().strip())
        )
        self.text.textChanged.connect(
            lambda: self.done.setEnabled(bool(self.text.toPlainText().strip()))
        )
        self.setFocusProxy(self.text)


class WiderWordSheet(Sheet):
    """A wider word in place of the words in an excerpt; `kept` tells it and why."""

    kept = Signal(str, str)

    def __init__(self, words: Sequence[str], why: str, about: str) -> None:
        super().__init__(_("Generalise"), about=about, width=520)
        self.body.addWidget(WrappedLabel(why))
        many = len(set(words)) > 1
        if many:
            self.body.addWidget(WrappedLabel(_listed(words), role="strong"))
        self.instead = QLineEdit()
        self.instead.setPlaceholderText(_("such as a town, a colleague, in the spring"))
        self.reason = QLineEdit()
        rows = Rows()
        rows.ask(
            _("In place of these words")
            if many
            else _("In place of {words}").format(words=_listed(words)),
            self.instead,
            hint=_("It is shown in square brackets. Empty, the words are left out as […]."),
        )
        rows.ask(_("Reason"), self.reason)
        self.body.addLayout(rows)
        self.add_close(_("Cancel"))
        self.done = self.add_button(_("Generalise"), role="primary")
        self.done.clicked.connect(
            lambda: self.kept.emit(self.instead.text().strip(), self.reason.text().strip())
        )
        self.setFocusProxy(self.instead)


class GroupingSheet(Sheet):
    """The groups that an attribute is shown in; `kept` tells which, the groups, and why."""

    kept = Signal(int, str, str)

    def __init__(self, found: Disclosed, attributes: Sequence[AttributeRow]) -> None:
        super().__init__(_("Generalise"), width=560)
        self.body.addWidget(_told(found))
        self._attributes = {row.id: row for row in attributes}
        values = [(row.name, row.id) for row in attributes]
        self.which = ValueChoice(_("Attribute"), values, values[0][1])
        self.which.chosen.connect(lambda _value: self._show())
        self.grouping = QLineEdit()
        self.reason = QLineEdit()
        rows = Rows()
        rows.ask(_("Attribute"), self.which)
        rows.ask(
            _("Groups"),
            self.grouping,
            hint=_(
                "Numbers: a width as 10, or bounds as 20, 40, 60. Dates: year or decade. "
                "Words: health = nurse, doctor; school = teacher"
            ),
        )
        rows.ask(_("Reason"), self.reason)
        self.body.addLayout(rows)
        self.add_close(_("Cancel"))
        self.done = self.add_button(_("Show in groups"), role="primary")
        self.done.clicked.connect(self._tell)
        self._show()
        self.setFocusProxy(self.grouping)

    def _show(self) -> None:
        row = self._attributes[self._chosen()]
        self.grouping.setText(row.grouping)

    def _chosen(self) -> int:
        value = self.which.value()
        assert isinstance(value, int)
        return value

    def _tell(self) -> None:
        grouping, reason = self.grouping.text().strip(), self.reason.text().strip()
        self.kept.emit(self._chosen(), grouping, reason)


def _listed(words: Sequence[str]) -> str:
    """Words in quotation marks, of many the first few and "…"."""
    said = [quoted(each) for each in dict.fromkeys(words)]
    return ", ".join([*said[:_FORMS], *(["…"] if len(said) > _FORMS else [])])


def _told(found: Disclosed) -> QLabel:
    label = QLabel(f"{quoted(found.words)}: {found.why}")
    label.setWordWrap(True)
    return label
