"""The two faces of the window: Inter for the interface, Source Serif 4 for what people said.

Both come with the program. Sizes are the pixels of the drawings, at the ordinary scale of the
screen; they follow the size of text that the system is set to.
"""

from __future__ import annotations

import sys
from functools import lru_cache
from importlib import resources
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QFontMetricsF
from PySide6.QtWidgets import QApplication

INTERFACE: Final = "Inter"
READING: Final = "Source Serif 4"
MEDIUM: Final = QFont.Weight.Medium
_FILES: Final = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "Inter-Bold.ttf",
    "SourceSerif4-Regular.otf",
    "SourceSerif4-Semibold.otf",
    "SourceSerif4-It.otf",
)
_ORDINARY: Final = {"darwin": 13.0, "win32": 9.0}  # the points a system's own text has by default
_POINTS_A_PIXEL: Final = 1.0 if sys.platform == "darwin" else 0.75
_scale = 1.0
_loaded = False


def load() -> None:
    """Make the faces known to Qt, and the interface's the face of every control."""
    global _loaded, _scale
    if not _loaded:
        folder = resources.files("qualtool.resources") / "fonts"
        for name in _FILES:
            QFontDatabase.addApplicationFontFromData((folder / name).read_bytes())
        _scale = _system_scale()
        _loaded = True
    QApplication.setFont(interface(13))


def interface(size: float, *, bold: bool = False, weight: QFont.Weight | None = None) -> QFont:
    """The face of the interface; `bold` is semi-bold, as headings are drawn."""
    font = QFont(INTERFACE)
    font.setPointSizeF(points(size))
    # Fitted to the dots of the screen, the dot of a bold i runs into its stem at these sizes.
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    font.setWeight(weight or (QFont.Weight.DemiBold if bold else QFont.Weight.Normal))
    return font


def painted(size: float, *, bold: bool = False) -> QFont:
    """The face of the interface for what paints many rows: made once, and not to be changed.

    Qt looks a face that is made anew up again at each word.
    """
    return _kept(size, bold, _scale)


@lru_cache(maxsize=64)
def _kept(size: float, bold: bool, _at_scale: float) -> QFont:
    return interface(size, bold=bold)


def elided(words: str, width: float, size: float, *, bold: bool = False) -> str:
    """Words as far as there is room for them, in the face that `painted` gives."""
    return _fitted(words, width, size, bold, _scale)


@lru_cache(maxsize=4096)
def _fitted(words: str, width: float, size: float, bold: bool, _at_scale: float) -> str:
    metrics = QFontMetricsF(painted(size, bold=bold))
    return metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)


def reading(size: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """The face of what people said."""
    font = QFont(READING)
    font.setPointSizeF(points(size))
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    font.setItalic(italic)
    return font


def points(size: float) -> float:
    """Pixels of the drawings as points of this system."""
    return size * _POINTS_A_PIXEL * _scale


def _system_scale() -> float:
    """How much larger than usual the system's own text is set; never smaller."""
    usual = _ORDINARY.get(sys.platform)
    if usual is None:
        return 1.0  # elsewhere a larger text comes as a larger number of dots per inch
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    return min(2.0, max(1.0, QFontInfo(font).pointSizeF() / usual))
