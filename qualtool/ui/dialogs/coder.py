"""Who is coding: one of the project's coders, or somebody new."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.store.rows import CoderRow
from qualtool.ui.panels.sheet import Sheet


class ChooseCoder(Sheet):
    """Asks; `coder_chosen` carries a name."""

    coder_chosen = Signal(str)

    def __init__(
        self,
        coders: Sequence[CoderRow],
        now: int | None,
        *,
        may_add: bool,
        counted: Collection[int] | None = None,
        suggested: str = "",
    ) -> None:
        """`counted` are the coders whose codings may be counted, None for all; `suggested` is a
        name that is offered as somebody new.
        """
        super().__init__(_("Who is coding?"), about=_("Stands by every coding"), width=440)
        for row in coders:
            words = ngettext("{count} coding", "{count} codings", row.codings)
            known = counted is None or row.id in counted
            much = f"   ·   {words.format(count=row.codings)}" if known else ""
            button = QPushButton(f"{row.name}{much}".replace("&", "&&"))
            button.setAccessibleName(row.name)
            button.setProperty("role", "choice-row")
            button.setCheckable(True)
            button.setChecked(row.id == now)
            button.clicked.connect(lambda _on=False, name=row.name: self.coder_chosen.emit(name))
            self.body.addWidget(button)
            if row.id == now or self.focusProxy() is None:
                self.setFocusProxy(button)
        self.name = QLineEdit()
        self.name.setPlaceholderText(_("Somebody else’s name"))
        self.name.setAccessibleName(_("Somebody else’s name"))
        self.body.addWidget(self.name)
        self.name.setVisible(may_add)
        self.add_close(_("Cancel"))
        self.begin = self.add_button(_("Begin"), role="primary")
        self.begin.setEnabled(False)
        self.begin.setVisible(may_add)
        self.begin.clicked.connect(lambda: self.coder_chosen.emit(self.name.text().strip()))
        self.name.textChanged.connect(lambda text: self.begin.setEnabled(bool(text.strip())))
        if may_add:
            self.name.setText(suggested)
        if not coders or suggested:
            self.setFocusProxy(self.name)
