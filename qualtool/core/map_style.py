"""How the things of a thematic map differ in form and weight, so that no colour is needed.

A theme has a thick border and much rounded corners, a code a thin border and hardly rounded
ones, a box of the researcher's own a dashed one and square corners.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from qualtool.core.map_boxes import Role
from qualtool.core.map_drawing import EdgeKind
from qualtool.core.thematic_map import Kind


@dataclass(frozen=True, slots=True)
class Style:
    """A form: the radius of its corners, its border in pixels, its dashes, whether it is tinted."""

    radius: float
    border: float
    dash: tuple[float, ...] = ()
    tinted: bool = False


STYLES: Final[Mapping[Kind, Style]] = {
    "theme": Style(14, 2.5, tinted=True),
    "subtheme": Style(9, 1.25, tinted=True),
    "code": Style(4, 1.0),
    "box": Style(0, 1.25, dash=(5, 4)),
}
DASHES: Final[Mapping[EdgeKind, tuple[float, ...]]] = {
    "tree": (),
    "second": (2, 4),
    "link": (),
}


def ink(kind: Kind, role: Role) -> str:
    """What a line of words is written in: a role of the look, or `own` for the thing's colour."""
    if role != "name":
        return "muted"
    return "own" if kind == "theme" else "ink"
