"""Semantic or latent: how deep a coding goes, one of them chosen or neither."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from qualtool.core.depth import DEPTHS, MEANT, SIGNS, WORDS
from qualtool.i18n import gettext as _


class DepthButtons(QWidget):
    """A button for each depth; pressing the chosen one again takes it away."""

    depth_chosen = Signal(object)  # semantic, latent or None

    def __init__(self, chosen: str | None, owner: str) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.setAccessibleName(_("Depth"))
        for depth in DEPTHS:
            button = QToolButton()
            button.setText(f"{SIGNS[depth]} {_(WORDS[depth])}")
            button.setAccessibleName(_(WORDS[depth]))
            button.setToolTip(_(MEANT[depth]))
            button.setCheckable(True)
            button.setChecked(depth == chosen)
            button.setProperty("role", "segment")
            button.setObjectName(f"{owner}-{depth}")
            button.clicked.connect(
                lambda on, depth=depth: self.depth_chosen.emit(depth if on else None)
            )
            row.addWidget(button)
        row.addStretch(1)
