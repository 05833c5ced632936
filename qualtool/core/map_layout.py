"""Where the things of a thematic map stand before anyone has moved them.

Each main theme stands with what belongs to it at one side or at both, as in a mind map; those that
share codes or are linked stand near each other, and all of them on a page that lies.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.map_boxes import Shape
from qualtool.core.thematic_map import Key, Link, ThematicMap, Thing

Places = dict[Key, tuple[int, int]]

_ACROSS: Final = 36  # between a thing and what belongs to it, in pixels
_DOWN: Final = 12  # between two things that stand one above the other
_BETWEEN: Final = (64, 44)  # between clusters
_WIDE: Final = 1.4  # how many times wider than high the page is


@dataclass(frozen=True, slots=True)
class _Cluster:
    """What stands together: the middles, and the edges of the whole around the first of them."""

    places: Mapping[Key, tuple[float, float]]
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Field:
    """All clusters together; `size` is how high a page would have to be to hold them."""

    places: Places
    size: float


def laid_out(map_: ThematicMap, shapes: Mapping[Key, Shape]) -> Places:
    """Where everything on the map would stand; boxes of the researcher's own are left alone."""
    things = [thing for thing in map_.things if thing.kind != "box"]
    homes = _homes(things)
    children: dict[Key, list[Key]] = defaultdict(list)
    for thing in things:
        if thing.key in homes:
            children[homes[thing.key]].append(thing.key)
    roots = [thing.key for thing in things if thing.key not in homes]
    order = _neighbours(roots, things, homes, map_.links)
    ways = [
        [_cluster(root, children, shapes, both=both) for root in order] for both in (True, False)
    ]
    fields = [_field(way, count) for way in ways for count in range(1, len(order) + 1)]
    return min(fields, key=lambda field: field.size).places if fields else {}


def beside(map_: ThematicMap, shapes: Mapping[Key, Shape]) -> Places:
    """Where things stand that came to be after the map was arranged: near what they belong to."""
    there: dict[Key, tuple[float, float]] = {
        thing.key: thing.place for thing in map_.things if thing.place is not None
    }
    taken = [_around(there[key], shapes[key]) for key in there]
    found: Places = {}
    for thing in map_.things:
        if thing.key in there:
            continue
        home = next((each for each in thing.parents if each in there), None)
        at = _free(thing.key, there.get(home) if home else None, home, shapes, taken)
        there[thing.key] = at
        taken.append(_around(at, shapes[thing.key]))
        found[thing.key] = (round(at[0]), round(at[1]))
    return found


def _homes(things: Sequence[Thing]) -> dict[Key, Key]:
    """What each thing is drawn beside, where there is something."""
    known = {thing.key for thing in things}
    pairs = ((thing.key, next((p for p in thing.parents if p in known), None)) for thing in things)
    return {key: home for key, home in pairs if home is not None}


def _neighbours(
    roots: list[Key], things: Sequence[Thing], homes: Mapping[Key, Key], links: Iterable[Link]
) -> list[Key]:
    """The main themes in an order in which those that have most to do with each other are near.

    That is a walk along the strongest ties: shared codes, and lines that were drawn. Without any
    the order stays as it is.
    """
    pairs = [(thing.key, parent) for thing in things for parent in thing.parents[1:]]
    pairs += [(link.start, link.end) for link in links]
    ties: Counter[tuple[Key, Key]] = Counter()
    known = {thing.key for thing in things}
    for one, other in pairs:
        if one in known and other in known:
            a, b = _top(one, homes), _top(other, homes)
            if a != b:
                ties[(a, b) if roots.index(a) < roots.index(b) else (b, a)] += 1
    if not ties:
        return roots
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from(roots)
    graph.add_weighted_edges_from((a, b, weight) for (a, b), weight in ties.items())
    strongest = nx.maximum_spanning_tree(graph)
    order: list[Key] = []
    for root in roots:
        if root not in order:
            order += nx.dfs_preorder_nodes(strongest, root)
    return order


def _top(key: Key, homes: Mapping[Key, Key]) -> Key:
    while key in homes:
        key = homes[key]
    return key


def _cluster(
    root: Key, children: Mapping[Key, list[Key]], shapes: Mapping[Key, Shape], *, both: bool
) -> _Cluster:
    """A theme with what belongs to it: half at each side, or all at the right."""
    under = children.get(root, [])
    right, left = _halves(under, children, shapes) if both else (list(under), [])
    places: dict[Key, tuple[float, float]] = {root: (0.0, 0.0)}
    half = shapes[root].width / 2
    top = bottom = shapes[root].height / 2
    edges = [half, half]
    for number, (side, sign) in enumerate(((right, 1), (left, -1))):
        high = _high(side, children, shapes)
        reach = _branch(side, sign * (half + _ACROSS), -high / 2, sign, children, shapes, places)
        edges[number] = max(half, reach)
        top = bottom = max(top, high / 2)
    return _Cluster(places, -edges[1], edges[0], -top, bottom)


def _halves(
    keys: Sequence[Key], children: Mapping[Key, list[Key]], shapes: Mapping[Key, Shape]
) -> tuple[list[Key], list[Key]]:
    """The first at the right, the rest at the left, where both sides are about as high."""
    if not keys:
        return [], []
    right = min(
        range(1, len(keys) + 1),
        key=lambda count: abs(
            _high(keys[:count], children, shapes) - _high(keys[count:], children, shapes)
        ),
    )
    return list(keys[:right]), list(keys[right:])


def _high(
    keys: Sequence[Key], children: Mapping[Key, list[Key]], shapes: Mapping[Key, Shape]
) -> float:
    own = [
        max(shapes[each].height, _high(children.get(each, ()), children, shapes)) for each in keys
    ]
    return sum(own) + _DOWN * max(0, len(own) - 1)


def _branch(
    keys: Sequence[Key],
    edge: float,
    top: float,
    sign: int,
    children: Mapping[Key, list[Key]],
    shapes: Mapping[Key, Shape],
    places: dict[Key, tuple[float, float]],
) -> float:
    """Put things in a column that begins at an edge, and theirs beyond; how far it reaches."""
    reach = abs(edge)
    for each in keys:
        high = _high([each], children, shapes)
        wide = shapes[each].width
        places[each] = (edge + sign * wide / 2, top + high / 2)
        under = children.get(each, ())
        start = top + (high - _high(under, children, shapes)) / 2
        beyond = edge + sign * (wide + _ACROSS)
        inner = _branch(under, beyond, start, sign, children, shapes, places) if under else 0.0
        reach = max(reach, abs(edge) + wide, inner)
        top += high + _DOWN
    return reach


def _field(clusters: Sequence[_Cluster], count: int) -> _Field:
    """Clusters in so many columns, each put where there is most room."""
    columns: list[list[_Cluster]] = [[] for _number in range(count)]
    highs = [0.0] * count
    for each in clusters:
        place = highs.index(min(highs))
        columns[place].append(each)
        highs[place] += each.bottom - each.top + _BETWEEN[1]
    whole = max(highs)
    places: Places = {}
    across = 0.0
    for column, high in zip(columns, highs, strict=True):
        left = max(-each.left for each in column)
        wide = left + max(each.right for each in column)
        down = (whole - high) / 2  # a column that is not full stands in the middle
        for each in column:
            for key, (x, y) in each.places.items():
                places[key] = (round(across + left + x), round(down - each.top + y))
            down += each.bottom - each.top + _BETWEEN[1]
        across += wide + _BETWEEN[0]
    size = max((across - _BETWEEN[0]) / _WIDE, whole - _BETWEEN[1])
    return _Field(places, size)


_Edges = tuple[float, float, float, float]


def _around(at: tuple[float, float], shape: Shape) -> _Edges:
    return (
        at[0] - shape.width / 2 - _DOWN / 2,
        at[1] - shape.height / 2 - _DOWN / 2,
        at[0] + shape.width / 2 + _DOWN / 2,
        at[1] + shape.height / 2 + _DOWN / 2,
    )


def _free(
    key: Key,
    near: tuple[float, float] | None,
    home: Key | None,
    shapes: Mapping[Key, Shape],
    taken: Sequence[_Edges],
) -> tuple[float, float]:
    """The first free place: at the sides of what it belongs to, else under all the rest."""
    shape = shapes[key]
    if near is None or home is None:
        low = max((edges[3] for edges in taken), default=0.0)
        left = min((edges[0] for edges in taken), default=0.0)
        return left + shape.width / 2, low + _BETWEEN[1] + shape.height / 2
    aside = (shapes[home].width + shape.width) / 2 + _ACROSS
    step = shape.height + _DOWN
    for ring in range(60):
        for sign in (1, -1):
            for way in (1, -1) if ring else (1,):
                at = near[0] + sign * aside, near[1] + way * ring * step
                if not any(_meet(_around(at, shape), each) for each in taken):
                    return at
    return near[0] + aside, near[1]


def _meet(one: _Edges, other: _Edges) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
