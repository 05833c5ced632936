"""Where cases go when they are moved in the tree, by key or dropped on another."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from qualtool.core.ordering import below
from qualtool.store.describing_rows import GridRow


class Place(Enum):
    """Where something is dropped, seen from the row it is over."""

    BEFORE = auto()
    UNDER = auto()
    AFTER = auto()


@dataclass(frozen=True, slots=True)
class Move:
    """Cases, what they belong to then (None: nothing), and before which of what is there."""

    case_ids: tuple[int, ...]
    parent_id: int | None
    position: int | None


Mover = Callable[[Sequence[GridRow], Sequence[int]], Move | None]


def up(rows: Sequence[GridRow], chosen: Sequence[int]) -> Move | None:
    """One place up among those that belong to the same case; None where they are first."""
    moving, parent, there = _together(rows, chosen)
    at = there.index(moving[0]) if moving else 0
    return Move(moving, parent, at - 1) if at > 0 else None


def down(rows: Sequence[GridRow], chosen: Sequence[int]) -> Move | None:
    """One place down among those that belong to the same case; None where they are last."""
    moving, parent, there = _together(rows, chosen)
    at = there.index(moving[-1]) + 1 if moving else len(there)
    return Move(moving, parent, at + 1) if at < len(there) else None


def inwards(rows: Sequence[GridRow], chosen: Sequence[int]) -> Move | None:
    """Under the case above them, last of what is there; None where there is none above."""
    moving, _parent, there = _together(rows, chosen)
    at = there.index(moving[0]) if moving else 0
    return Move(moving, there[at - 1], None) if at > 0 else None


def outwards(rows: Sequence[GridRow], chosen: Sequence[int]) -> Move | None:
    """Out of the case they belong to, next behind it; None where they belong to none."""
    moving, parent, _there = _together(rows, chosen)
    above = next((row for row in rows if row.id == parent), None)
    if above is None or not moving:
        return None
    beside = _under(rows, above.parent_id)
    return Move(moving, above.parent_id, beside.index(above.id) + 1)


def dropped(
    rows: Sequence[GridRow], moving: Sequence[int], onto: int | None, place: Place
) -> Move | None:
    """Where a drop on a case puts others (None: on none, so last of all); None if it cannot be.

    Nothing goes under itself. Behind a case that has others under it is before the first of them.
    """
    ids = tuple(row.id for row in rows if row.id in set(moving))
    if not ids:
        return None
    if onto is None:
        return Move(ids, None, None)
    target = next(row for row in rows if row.id == onto)
    under = _under(rows, onto)
    if place is Place.UNDER or (place is Place.AFTER and under):
        move = Move(ids, onto, 0 if place is Place.AFTER else None)
    else:
        at = _under(rows, target.parent_id).index(onto)
        move = Move(ids, target.parent_id, at + (place is Place.AFTER))
    held = below(ids, {row.id: row.parent_id for row in rows})
    return None if move.parent_id in held else move


def _together(
    rows: Sequence[GridRow], chosen: Sequence[int]
) -> tuple[tuple[int, ...], int | None, list[int]]:
    """The chosen that belong where the first of them does, where that is, and who is there."""
    held = set(chosen)
    first = next((row for row in rows if row.id in held), None)
    if first is None:
        return (), None, []
    there = _under(rows, first.parent_id)
    return tuple(each for each in there if each in held), first.parent_id, there


def _under(rows: Sequence[GridRow], parent_id: int | None) -> list[int]:
    return [row.id for row in rows if row.parent_id == parent_id]
