"""Barrier, opportunity, both: the valences side by side, one of them chosen or none."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from qualtool.i18n import gettext as _
from qualtool.store.rows import ValenceRow


class ValenceButtons(QWidget):
    """A button for each valence; pressing the chosen one again takes it away."""

    valence_chosen = Signal(object)  # key or None

    def __init__(self, valences: Sequence[ValenceRow], chosen: str | None) -> None:
        super().__init__()
        self._buttons: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.setAccessibleName(_("Valence"))
        for valence in valences:
            button = QToolButton()
            button.setText(f"{valence.sign.replace('-', '−')} {valence.name}".strip())
            button.setAccessibleName(valence.name)
            button.setCheckable(True)
            button.setChecked(valence.key == chosen)
            button.setProperty("role", "segment")
            button.clicked.connect(
                lambda checked, key=valence.key: self.valence_chosen.emit(key if checked else None)
            )
            self._buttons[valence.key] = button
            row.addWidget(button)
        row.addStretch(1)

    def name_for(self, owner: str) -> None:
        """Name the buttons after what they belong to, so that they can be found again."""
        for key, button in self._buttons.items():
            button.setObjectName(f"{owner}-{key}")
