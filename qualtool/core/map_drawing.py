"""A thematic map as it is drawn: boxes with their lines of words, and the lines between them.

The window paints this, and the same goes into a picture; both have one idea of where things are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from qualtool.core import map_layout
from qualtool.core.map_boxes import Measure, Shape, wrapped
from qualtool.core.thematic_map import Key, Kind, Link, LinkKind, ThematicMap, Thing

Point = tuple[float, float]
EdgeKind = Literal["tree", "second", "link"]

WORDS_SIZE: Final = 12  # of the words on a line, in pixels
WORDS_LEADING: Final = 15
_WORDS_ROOM: Final = 130
_PARTS: Final = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)  # where on a line its words may stand
_HEAD: Final = 11  # how long the head of an arrow is
_SIDEWAYS: Final = 16  # with so much room between them, two boxes are joined side to side
_EMPTY: Final = (0.0, 0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Box:
    """A thing in its place: the left, top, width and height of its box, in pixels."""

    thing: Thing
    left: float
    top: float
    shape: Shape

    @property
    def kind(self) -> Kind:
        """What it is."""
        return self.thing.kind

    @property
    def middle(self) -> Point:
        """The middle of the box."""
        return self.left + self.shape.width / 2, self.top + self.shape.height / 2

    @property
    def edges(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom."""
        return (
            self.left,
            self.top,
            self.left + self.shape.width,
            self.top + self.shape.height,
        )


@dataclass(frozen=True, slots=True)
class Edge:
    """A line from one box to another: a curve of Bézier with its two handles.

    `tree` goes from a theme to what is drawn beside it, `second` to a code that is drawn beside
    another theme, `link` is the researcher's own, with the row's number in `link_id`. It `joins`
    the things at its start and at its end. `words` are its lines, near the middle where no box
    is; `plate` is what they stand on.
    """

    kind: EdgeKind
    start: Point
    first: Point
    second: Point
    end: Point
    colour: str = ""
    weight: float = 1.0
    arrows: LinkKind = "line"
    words: tuple[str, ...] = ()
    plate: tuple[float, float, float, float] = _EMPTY
    link_id: int | None = None
    joins: tuple[Key, Key] | None = None

    @property
    def middle(self) -> Point:
        """Halfway along the curve."""
        return self.at(0.5)

    def at(self, part: float) -> Point:
        """The point at a part of the way, from 0 to 1."""
        rest = 1 - part
        by = (rest**3, 3 * rest * rest * part, 3 * rest * part * part, part**3)
        four = (self.start, self.first, self.second, self.end)
        x = sum(share * point[0] for share, point in zip(by, four, strict=True))
        y = sum(share * point[1] for share, point in zip(by, four, strict=True))
        return x, y

    def heads(self) -> Iterator[tuple[Point, Point, Point]]:
        """The heads of its arrows, each three corners, the tip first."""
        if self.arrows != "line":
            yield _head(self.end, self.second)
        if self.arrows == "both_ways":
            yield _head(self.start, self.first)


@dataclass(frozen=True, slots=True)
class Drawing:
    """All that is drawn, lines first, and the left, top, right and bottom of the whole."""

    boxes: tuple[Box, ...]
    edges: tuple[Edge, ...]
    bounds: tuple[float, float, float, float]


def drawn(
    map_: ThematicMap,
    sizes: Mapping[Key, Shape],
    places: Mapping[Key, tuple[int, int]],
    measure: Measure,
) -> Drawing:
    """A map as it is drawn, where everything has its size and its place."""
    boxes = {
        thing.key: _box(thing, places[thing.key], sizes[thing.key])
        for thing in map_.things
        if thing.key in places
    }
    edges = lines(boxes.values(), map_.links, boxes, measure)
    return Drawing(tuple(boxes.values()), edges, _bounds(boxes.values(), edges))


def lines(
    below: Iterable[Box], links: Iterable[Link], boxes: Mapping[Key, Box], measure: Measure
) -> tuple[Edge, ...]:
    """The lines from some boxes to what they belong to, and the links, between these boxes."""
    return (*_belonging(below, boxes), *_links(links, boxes, measure))


def shifted(box: Box, right: float, down: float) -> Box:
    """A box moved by so much."""
    return Box(box.thing, box.left + right, box.top + down, box.shape)


def arranged(map_: ThematicMap, sizes: Mapping[Key, Shape]) -> dict[Key, tuple[int, int]]:
    """Where each thing is: where it was put, else where a layout has it."""
    put = {thing.key: thing.place for thing in map_.things if thing.place is not None}
    if any(key.table != "box" for key in put):
        return put | map_layout.beside(map_, sizes)
    return map_layout.laid_out(map_, sizes) | put


def _box(thing: Thing, at: tuple[int, int], shape: Shape) -> Box:
    return Box(thing, at[0] - shape.width / 2, at[1] - shape.height / 2, shape)


def _belonging(below: Iterable[Box], boxes: Mapping[Key, Box]) -> Iterator[Edge]:
    for box in below:
        shown = [boxes[each] for each in box.thing.parents if each in boxes]
        for number, parent in enumerate(shown):
            start, first, second, end = _curve(parent, box)
            yield Edge(
                "second" if number else "tree",
                start,
                first,
                second,
                end,
                colour=parent.thing.colour,
                weight=2.0 if box.kind == "subtheme" else 1.25,
                joins=(parent.thing.key, box.thing.key),
            )


def _links(links: Iterable[Link], boxes: Mapping[Key, Box], measure: Measure) -> Iterator[Edge]:
    def wide(words: str) -> float:
        return measure(words, WORDS_SIZE, False)

    for link in links:
        if link.start not in boxes or link.end not in boxes:
            continue
        start, end = boxes[link.start], boxes[link.end]
        head = 0.0 if link.kind == "line" else 2.0
        tail = 2.0 if link.kind == "both_ways" else 0.0
        a = _border(start, end.middle, tail)
        b = _border(end, start.middle, head)
        words = tuple(wrapped(link.words, _WORDS_ROOM, wide)) if link.words.strip() else ()
        width = max(map(wide, words), default=0) + 12
        height = len(words) * WORDS_LEADING + 4
        plates = [_plate(_between(a, b, part), width, height) for part in _PARTS]
        clear = (each for each in plates if not any(_covers(each, box) for box in boxes.values()))
        yield Edge(
            "link",
            a,
            _between(a, b, 1 / 3),
            _between(a, b, 2 / 3),
            b,
            weight=1.75,
            arrows=link.kind,
            words=words,
            plate=next(clear, plates[0]) if words else _EMPTY,
            link_id=link.id,
            joins=(link.start, link.end),
        )


def _curve(parent: Box, child: Box) -> tuple[Point, Point, Point, Point]:
    """From the side of one box to the side of the other that looks at it."""
    (px, py), (cx, cy) = parent.middle, child.middle
    aside = abs(cx - px) - (parent.shape.width + child.shape.width) / 2
    apart = abs(cy - py) - (parent.shape.height + child.shape.height) / 2
    if aside >= _SIDEWAYS or aside >= apart:
        sign = 1 if cx >= px else -1
        start = px + sign * parent.shape.width / 2, py
        end = cx - sign * child.shape.width / 2, cy
        reach = sign * max(12.0, aside / 2)
        return start, (start[0] + reach, py), (end[0] - reach, cy), end
    sign = 1 if cy >= py else -1
    start = px, py + sign * parent.shape.height / 2
    end = cx, cy - sign * child.shape.height / 2
    reach = sign * max(12.0, apart / 2)
    return start, (px, start[1] + reach), (cx, end[1] - reach), end


def _border(box: Box, towards: Point, off: float) -> Point:
    """Where the line from the middle of a box to a point leaves the box, a little beyond."""
    x, y = box.middle
    dx, dy = towards[0] - x, towards[1] - y
    if not dx and not dy:
        return x, y
    wide, high = box.shape.width / 2 + off, box.shape.height / 2 + off
    part = min(wide / abs(dx) if dx else math.inf, high / abs(dy) if dy else math.inf)
    return x + dx * part, y + dy * part


def _plate(middle: Point, width: float, height: float) -> tuple[float, float, float, float]:
    return middle[0] - width / 2, middle[1] - height / 2, width, height


def _covers(plate: tuple[float, float, float, float], box: Box) -> bool:
    left, top, wide, high = plate
    edges = box.edges
    return left < edges[2] and edges[0] < left + wide and top < edges[3] and edges[1] < top + high


def _between(a: Point, b: Point, part: float) -> Point:
    return a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part


def _head(tip: Point, behind: Point) -> tuple[Point, Point, Point]:
    dx, dy = behind[0] - tip[0], behind[1] - tip[1]
    long = math.hypot(dx, dy) or 1.0
    dx, dy = dx / long * _HEAD, dy / long * _HEAD
    return (
        tip,
        (tip[0] + dx - dy * 0.45, tip[1] + dy + dx * 0.45),
        (tip[0] + dx + dy * 0.45, tip[1] + dy - dx * 0.45),
    )


def _bounds(boxes: Iterable[Box], edges: Iterable[Edge]) -> tuple[float, float, float, float]:
    corners = [box.edges for box in boxes]
    for edge in edges:
        left, top, wide, high = edge.plate
        corners += [(left, top, left + wide, top + high)] if wide else []
        if edge.kind != "link":
            points = [edge.at(step / 8) for step in range(9)]
            corners += [(x, y, x, y) for x, y in points]
    if not corners:
        return _EMPTY
    lefts, tops, rights, bottoms = zip(*corners, strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)
