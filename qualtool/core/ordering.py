"""The order of things a researcher has arranged by hand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def placed(order: Sequence[int], moving: Sequence[int], position: int | None) -> list[int]:
    """The order after `moving` were put before what now stands at `position` (None: last).

    `position` counts in `order` as it is, the moving ones included, as a drop between two rows
    does. What moves keeps the order in which it is given; a position beyond the end is the end.
    """
    moves = set(moving)
    position = len(order) if position is None else max(0, position)
    before = [each for each in order[:position] if each not in moves]
    after = [each for each in order[position:] if each not in moves]
    return [*before, *dict.fromkeys(moving), *after]


def top_of(ids: Iterable[int], parents: dict[int, int | None]) -> list[int]:
    """Those of `ids` that do not already go along with another of them above in the tree."""
    chosen = list(dict.fromkeys(ids))
    held = set(chosen)
    return [each for each in chosen if not held & set(above(each, parents))]


def above(one: int, parents: dict[int, int | None]) -> list[int]:
    """What stands above one thing in a tree, nearest first."""
    line: list[int] = []
    here = parents.get(one)
    while here is not None and here not in line:
        line.append(here)
        here = parents.get(here)
    return line


def below(ids: Iterable[int], parents: dict[int, int | None]) -> set[int]:
    """The things themselves and all that stands under them in the tree."""
    children: dict[int, list[int]] = {}
    for child, parent in parents.items():
        if parent is not None:
            children.setdefault(parent, []).append(child)
    found: set[int] = set()
    waiting = list(ids)
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting.extend(children.get(here, ()))
    return found


def downwards(rows: Iterable[tuple[int, int | None]]) -> list[int]:
    """A tree read from top to bottom, each thing before what stands under it.

    `rows` are pairs of a thing and its parent, in the order of siblings. A thing whose parent is
    not among them stands at the top.
    """
    pairs = list(rows)
    known = {child for child, _parent in pairs}
    children: dict[int | None, list[int]] = {}
    for child, parent in pairs:
        children.setdefault(parent if parent in known else None, []).append(child)
    found: list[int] = []
    waiting = list(reversed(children.get(None, [])))
    while waiting:
        here = waiting.pop()
        found.append(here)
        waiting.extend(reversed(children.get(here, [])))
    return found
