"""Words on the board: broken into lines once, and painted many times."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from qualtool.ui import fonts

_KEPT: Final = 6000
_MOST_LINES: Final = 6


@dataclass(frozen=True, slots=True)
class Face:
    """How something is written: size in pixels of the drawings, heavier or not, as said or not."""

    size: float
    bold: bool = False
    said: bool = False


NAME: Final = Face(13)
SMALL: Final = Face(11)
HEAD: Final = Face(14, bold=True)
SUB_HEAD: Final = Face(12, bold=True)
CAPS: Final = Face(11, bold=True)
QUOTE: Final = Face(13, said=True)


@dataclass(frozen=True, slots=True)
class Lettering:
    """Words in lines no wider than asked for."""

    layout: QTextLayout
    width: float  # of the longest line
    height: int


def lettering(words: str, face: Face, width: float) -> Lettering:
    """The words in lines of at most `width` pixels, six of them at most."""
    return _made(words, face, round(width), fonts.points(1.0))


@lru_cache(maxsize=_KEPT)
def _made(words: str, face: Face, width: int, _scale: float) -> Lettering:
    font = font_of(face)
    layout = QTextLayout(words, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    top, widest = 0.0, 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(width, 16))
        if layout.lineCount() > _MOST_LINES:
            break
        line.setPosition(QPointF(0, top))
        top += line.height()
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    if layout.lineCount() > _MOST_LINES:
        cut = layout.lineAt(_MOST_LINES - 1).textStart()
        return _made(f"{words[: cut + 8].rstrip()} …", face, width, _scale)
    return Lettering(layout, widest, round(top + 0.49))


def font_of(face: Face) -> QFont:
    """The font of a face."""
    if face.said:
        return fonts.reading(face.size, bold=face.bold)
    return fonts.interface(face.size, bold=face.bold)


@lru_cache(maxsize=64)
def _line(face: Face, _scale: float) -> int:
    return round(QFontMetricsF(font_of(face)).height() + 0.49)


def line_height(face: Face) -> int:
    """How tall one line is, in pixels."""
    return _line(face, fonts.points(1.0))
