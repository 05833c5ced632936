"""Where it is said why something is done: it stands with the step in the trail."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit

from qualtool.i18n import gettext as _


class Because(QLineEdit):
    """May be left empty; the reason can be written in the trail later."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Why, for the trail"))
        self.setPlaceholderText(_("because … (stands in the trail)"))

    def words(self) -> str:
        """The reason, or nothing."""
        return " ".join(self.text().split())
