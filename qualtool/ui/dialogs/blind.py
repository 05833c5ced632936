"""Asked before somebody who codes blind sees what others have coded."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel

from qualtool.i18n import gettext as _
from qualtool.ui.panels.sheet import Sheet


class EndBlind(Sheet):
    """Asks; `confirmed` where the work of others is to be seen from now on."""

    confirmed = Signal()

    def __init__(self) -> None:
        super().__init__(_("See what others have coded?"), width=440)
        words = QLabel(
            _(
                "You are coding blind. What has been seen cannot be unseen: what you code from now "
                "on is no longer independent of the others."
            )
        )
        words.setWordWrap(True)
        self.body.addWidget(words)
        self.keep = self.add_button(_("Stay blind"), role="primary")
        self.keep.clicked.connect(self.closed)
        self.show_them = self.add_button(_("See their codings"))
        self.show_them.clicked.connect(self.confirmed)
        self.setFocusProxy(self.keep)
