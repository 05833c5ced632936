"""Where on the page the gutter, the text and the margin stand, in a window of some width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil
from typing import Final

from PySide6.QtGui import QFontMetricsF

from qualtool.ui.reader.face import Face

GUTTER: Final = 108  # speaker, number and time, with the gap before the text
WIDEST_GUTTER: Final = 150
MARGIN: Final = 160  # stripes and names, with the gap after the text
NARROW_GUTTER: Final = 82
NARROW_MARGIN: Final = 118
WIDEST_MARGIN: Final = 280
GAP: Final = 16
EDGE: Final = 14
SHORTEST: Final = 26  # average characters in a line, however narrow the window
TEXT_LEAST: Final = 360  # pixels for the text, where the panes beside it can give way


@dataclass(frozen=True, slots=True)
class Measure:
    """The columns of the page, in pixels from the left of the view."""

    gutter_left: int
    gutter_right: int
    text_left: int
    text_width: int
    margin_left: int
    margin_right: int

    @property
    def text_right(self) -> int:
        """Where the text ends."""
        return self.text_left + self.text_width


def room_for(face: Face, speakers: Iterable[str] = ()) -> int:
    """How wide the view must be for the text to have `TEXT_LEAST` pixels, in pixels."""
    grown = _grown(face)
    gutter = min(max(round(NARROW_GUTTER * grown), _needed(face, speakers)), _widest(grown))
    return gutter + max(TEXT_LEAST, round(SHORTEST * face.advance)) + round(NARROW_MARGIN * grown)


def measure_for(width: int, face: Face, speakers: Iterable[str] = ()) -> Measure:
    """Share out a width: to the text its measure, then to the margin, the rest to both sides.

    The gutter is as wide as the names of the `speakers` need, within reason.
    """
    grown, needed = _grown(face), _needed(face, speakers)
    gutter, margin = round(GUTTER * grown), round(MARGIN * grown)
    if width - gutter - margin < face.measure * 0.8:
        gutter = min(max(round(NARROW_GUTTER * grown), needed), _widest(grown))
        # The text is a little narrower, before the names beside it are cut to a few letters.
        left_over = width - gutter - round(face.measure * 0.8)
        margin = min(max(left_over, round(NARROW_MARGIN * grown)), margin)
    gutter = min(max(gutter, needed), _widest(grown))
    shortest = round(SHORTEST * face.advance)
    text = max(min(face.measure, width - gutter - margin), shortest)
    spare = max(0, width - gutter - text - margin)
    wider = min(spare, WIDEST_MARGIN - margin) if margin < WIDEST_MARGIN else 0
    left = (spare - wider) // 2
    text_left = left + gutter
    return Measure(
        gutter_left=left + EDGE,
        gutter_right=text_left - GAP - 2,
        text_left=text_left,
        text_width=text,
        margin_left=text_left + text + GAP,
        margin_right=left + gutter + text + margin + wider - 6,
    )


def _grown(face: Face) -> float:
    """How much larger what stands beside the text is than ordinarily."""
    return min(max(face.zoom, 0.95), 1.35)


def _needed(face: Face, speakers: Iterable[str]) -> int:
    """How wide the gutter must be for the names of who speaks."""
    metrics = QFontMetricsF(face.small_bold)
    named = max((metrics.horizontalAdvance(speaker) for speaker in speakers), default=0.0)
    return ceil(named) + EDGE + GAP + 3


def _widest(grown: float) -> int:
    return round(WIDEST_GUTTER * grown)
