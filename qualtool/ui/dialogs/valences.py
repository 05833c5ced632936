"""What the valences of the project are called: which way a coding points, in its own words."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QLineEdit

from qualtool.i18n import gettext as _
from qualtool.ui.dialogs.form import Rows
from qualtool.ui.panels.sheet import Sheet


class NameValences(Sheet):
    """A field for each sign; `named` carries what is written in them, by sign."""

    named = Signal(dict)

    def __init__(self, names: Mapping[str, str]) -> None:
        super().__init__(_("Valences of the project"), width=520)
        about = QLabel(
            _(
                "A coding can say which way a passage points. Name the ways as your study does; "
                "one without a name is not offered. The keys −, + and = give them to a coding."
            )
        )
        about.setProperty("role", "quiet-text")
        about.setWordWrap(True)
        self.body.addWidget(about)
        rows = Rows()
        self.fields: dict[str, QLineEdit] = {}
        for sign, shown, example in (
            ("-", "−", _("Barrier, for example")),
            ("+", "+", _("Opportunity, for example")),
            ("±", "±", _("Both, for example")),
        ):
            field = self.fields[sign] = QLineEdit(names.get(sign, ""))
            field.setPlaceholderText(example)
            field.setAccessibleName(_("Name of the valence {sign}").format(sign=shown))
            rows.ask(shown, field)
        self.body.addLayout(rows)
        self.refusal = QLabel()
        self.refusal.setProperty("role", "trouble")
        self.refusal.setWordWrap(True)
        self.refusal.hide()
        self.body.addWidget(self.refusal)
        self.add_close(_("Cancel"))
        self.done = self.add_button(_("Keep"), role="primary")
        self.done.clicked.connect(self._say)
        self.setFocusProxy(self.fields["-"])

    def refuse(self, words: str) -> None:
        """Say why the names cannot be kept; they stay in their fields."""
        self.refusal.setText(words)
        self.refusal.show()

    def _say(self) -> None:
        self.named.emit({sign: field.text() for sign, field in self.fields.items()})
