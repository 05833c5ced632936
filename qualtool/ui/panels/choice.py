"""A field to choose from a few things."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy

from qualtool.i18n import gettext as _


class Choice(QComboBox):
    """Shows a key by its word; choosing another is told by its key."""

    chosen = Signal(str)

    def __init__(self, words: Mapping[str, str], name: str) -> None:
        super().__init__()
        for key, word in words.items():
            self.addItem(_(word), key)
        self.setAccessibleName(name)
        self.setPlaceholderText(_("Several"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMinimumContentsLength(6)
        self.activated.connect(self._tell)
        self._kept: str | None = None

    def show_key(self, key: str | None) -> None:
        """Show what is kept now; None where several things are kept."""
        self._kept = key
        self.setCurrentIndex(-1 if key is None else self.findData(key))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the pane never changes what a field says."""
        event.ignore()

    def _tell(self, index: int) -> None:
        key = self.itemData(index)
        if key != self._kept:
            self._kept = key
            self.chosen.emit(key)
