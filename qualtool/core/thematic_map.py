"""A thematic map before it is drawn: what stands on it, where, and which lines go between."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

Kind = Literal["theme", "subtheme", "code", "box"]
LinkKind = Literal["line", "arrow", "both_ways"]
LINK_KINDS: Final[tuple[LinkKind, ...]] = ("line", "arrow", "both_ways")


@dataclass(frozen=True, slots=True)
class Key:
    """What tells a thing on the map from all others: its table (theme, code or box) and number."""

    table: str
    number: int


@dataclass(frozen=True, slots=True)
class Thing:
    """A theme, a sub-theme, a code, or a box of the researcher's own words.

    `label` is a theme's short label where it differs from its name, `note` the words under a
    theme or code. `place` is its middle in pixels of the map at 100 %, None where nobody has put
    it anywhere; a width or height of 0 is as large as the words. `parents` are what it belongs
    to, the one it is drawn beside first. `item_id` is the number of its row on the map, if any.
    """

    key: Key
    kind: Kind
    words: str
    label: str = ""
    note: str = ""
    colour: str = ""
    excerpts: int = 0
    parents: tuple[Key, ...] = ()
    place: tuple[int, int] | None = None
    width: int = 0
    height: int = 0
    item_id: int | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A line the researcher has drawn, with words or none."""

    id: int
    start: Key
    end: Key
    words: str = ""
    kind: LinkKind = "line"


@dataclass(frozen=True, slots=True)
class ThematicMap:
    """What stands on the map of a frame, each thing after what it belongs to, and the links.

    `off` are the themes and codes that were taken off it.
    """

    frame_id: int
    frame: str
    things: tuple[Thing, ...] = ()
    links: tuple[Link, ...] = ()
    off: tuple[Key, ...] = ()
