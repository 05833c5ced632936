"""Words on as many lines as they need, where even a word wider than the pane is divided."""

from __future__ import annotations

import re
from typing import Final

from PySide6.QtWidgets import QLabel, QWidget

LONG: Final = 20  # letters of a word that no narrow pane has room for
_OPENING: Final = "\u200b"  # where a line may end, nothing to see
_WORD: Final = re.compile(rf"\S{{{LONG},}}")


class WrappedLabel(QLabel):
    """A label that wraps anywhere if it must: no word gives its pane a minimum width."""

    def __init__(self, text: str = "", parent: QWidget | None = None, *, role: str = "") -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        if role:
            self.setProperty("role", role)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show these words."""
        super().setText(opened(text))
        self.setAccessibleName(text)

    def text(self) -> str:
        """The words, as they were given."""
        return super().text().replace(_OPENING, "")


def opened(text: str) -> str:
    """The same words, the long ones with places to end a line that nobody sees."""
    return _WORD.sub(_opened, text)


def _opened(word: re.Match[str]) -> str:
    return _OPENING.join(word.group())
