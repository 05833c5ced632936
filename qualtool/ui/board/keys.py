"""What the keys mean on the board."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from PySide6.QtCore import Qt

# What is wished for by a single letter; the names are those of `BoardActs`.
LETTERS: Final[Mapping[str, str]] = {
    "t": "to_theme",
    "T": "also_in",
    "n": "new_theme",
    "u": "new_sub_theme",
    "x": "fits_none",
    "a": "set_aside",
    "m": "merge",
    "s": "split",
    "p": "turn",
    "k": "keep",
    "f": "fold",
    "c": "recolour",
    "/": "find",
}
KEYS: Final[Mapping[Qt.Key, str]] = {
    Qt.Key.Key_Delete: "take_out",
    Qt.Key.Key_Backspace: "take_out",
    Qt.Key.Key_F2: "rename",
}
ARROWS: Final[Mapping[Qt.Key, tuple[int, int]]] = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
ENDS: Final[Mapping[Qt.Key, int]] = {
    Qt.Key.Key_Home: -10_000,
    Qt.Key.Key_End: 10_000,
    Qt.Key.Key_PageUp: -6,
    Qt.Key.Key_PageDown: 6,
}
ENTER: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
