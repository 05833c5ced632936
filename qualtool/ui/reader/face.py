"""The faces and sizes a document is set in."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import Final, Literal

from PySide6.QtGui import QFont, QFontMetricsF, QGuiApplication

from qualtool.ui import fonts

FaceName = Literal["serif", "sans"]
Spacing = Literal["close", "ordinary", "wide"]

SIZE: Final = {"serif": 16.5, "sans": 15.5}  # pixels
LINE: Final = 26
GAPS: Final[dict[Spacing, int]] = {"close": 7, "ordinary": 15, "wide": 26}  # between paragraphs
MEASURE: Final = 522  # 60 to 75 characters
SMALL: Final = 11.0
SMALLEST_ZOOM, LARGEST_ZOOM = 0.8, 2.0
_SAMPLE: Final = (
    "det tok jo litt tid før vi skjønte at vi snakket om hver vår ting, men så gikk det"
)


@dataclass(frozen=True, slots=True)
class Face:
    """How text is set at one zoom: fonts, and measures in pixels."""

    text: QFont
    heading: QFont
    line: int
    gap: int
    measure: int
    advance: float  # of an average character
    baseline: float  # from the top of a line
    underline: float  # from the top of a line to where the first underline begins
    thickness: float  # of an underline
    lowest: int  # a turn is at least this tall, so that speaker and number find room beside it
    row: int  # of the names in the margin
    small_ascent: float
    small: QFont
    small_bold: QFont
    key: str  # of the small font: what is laid out in it stays right as long as this is the same
    zoom: float


def face_of(name: FaceName, zoom: float, spacing: Spacing = "ordinary") -> Face:
    """The face `serif` (what people said is set in it) or `sans`, at a zoom from 0.8 to 2."""
    zoom = min(max(zoom, SMALLEST_ZOOM), LARGEST_ZOOM)
    size = SIZE[name] * zoom
    text = fonts.reading(size) if name == "serif" else fonts.interface(size)
    heading = QFont(text)
    heading.setWeight(QFont.Weight.DemiBold)
    metrics = QFontMetricsF(text)
    scale = zoom * _system_scale()
    line = max(round(LINE * scale), round(metrics.ascent() + metrics.descent()))
    baseline = (line - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
    # What stands beside the text grows with it, but never so much that it crowds it out.
    small = SMALL * min(max(zoom, 0.95), 1.35)
    row = QFontMetricsF(fonts.interface(small)).height() + 3.3
    return Face(
        text=text,
        heading=heading,
        line=line,
        gap=round(GAPS[spacing] * scale),
        measure=round(MEASURE * scale),
        advance=metrics.horizontalAdvance(_SAMPLE) / len(_SAMPLE),
        baseline=baseline,
        underline=baseline + 4 * scale,
        thickness=max(1.5, 2 * scale),
        lowest=round(2 * row + 5 * scale),
        row=ceil(row),
        small_ascent=QFontMetricsF(fonts.interface(small, bold=True)).ascent(),
        small=fonts.interface(small),
        small_bold=fonts.interface(small, bold=True),
        key=fonts.interface(small).key(),
        zoom=scale,
    )


def _system_scale() -> float:
    # The fonts follow the size of text that the system is set to; so must what is between lines.
    screen = QGuiApplication.primaryScreen()
    return fonts.points(1.0) * screen.logicalDotsPerInch() / 72
