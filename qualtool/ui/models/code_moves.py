"""Where chosen rows of the codebook go when they are moved by key."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qualtool.ui.models.codebook_nodes import Node


@dataclass(frozen=True, slots=True)
class Move:
    """Codes or themes, the row they go under, and before which of what is there (-1: last)."""

    nodes: tuple[Node, ...]
    onto: Node
    place: int


Way = Callable[[Sequence[Node]], Move | None]


def up(chosen: Sequence[Node]) -> Move | None:
    """One place up among what stands under the same row; None where they are first."""
    moving, there = _together(chosen)
    at = there.index(moving[0]) if moving else 0
    return Move(moving, _above(moving), at - 1) if at > 0 else None


def down(chosen: Sequence[Node]) -> Move | None:
    """One place down among what stands under the same row; None where they are last."""
    moving, there = _together(chosen)
    at = there.index(moving[-1]) + 1 if moving else len(there)
    return Move(moving, _above(moving), at + 1) if at < len(there) else None


def inwards(chosen: Sequence[Node]) -> Move | None:
    """Under the row above them, last of what is there; None where there is none above."""
    moving, there = _together(chosen)
    at = there.index(moving[0]) if moving else 0
    return Move(moving, there[at - 1], -1) if at > 0 else None


def outwards(chosen: Sequence[Node]) -> Move | None:
    """Out of the row they stand under, next behind it; None where that cannot be left."""
    moving, _there = _together(chosen)
    over = _above(moving) if moving else None
    if over is None or over.parent is None or _kind(over) != _kind(moving[0]):
        return None
    beside = [each for each in over.parent.children if _kind(each) == _kind(over)]
    return Move(moving, over.parent, beside.index(over) + 1)


WAYS: dict[str, Way] = {"up": up, "down": down, "in": inwards, "out": outwards}


def _together(chosen: Sequence[Node]) -> tuple[tuple[Node, ...], list[Node]]:
    """The chosen that stand where the first of them does, and who is there of their kind."""
    first = next((node for node in chosen if node.theme or node.code), None)
    if first is None or first.parent is None or first.parent.heading == "retired":
        return (), []
    there = [node for node in first.parent.children if _kind(node) == _kind(first)]
    held = set(map(id, chosen))
    return tuple(node for node in there if id(node) in held), there


def _above(moving: Sequence[Node]) -> Node:
    parent = moving[0].parent
    assert parent is not None
    return parent


def _kind(node: Node) -> str:
    return "theme" if node.theme else "code" if node.code else "heading"
