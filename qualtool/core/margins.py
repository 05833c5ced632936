"""A coded text line by line: which words are left out, which are coded, where a coding begins."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

LEFT_OUT = "[…]"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A coded stretch of a text, from `start` to `end` (code points, end exclusive)."""

    start: int
    end: int
    colour: str


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of a line that have one look."""

    text: str
    colour: str = ""


def joined(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that meet made one."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def pieces(
    text: str,
    start: int,
    end: int,
    stretches: Sequence[Stretch],
    hidden: Sequence[tuple[int, int]],
) -> list[Piece]:
    """The words of a line of a text, each with the colour of the shortest stretch it lies in.

    What is `hidden` (joined, in order) is one […] where it begins, or where the line does.
    """
    cuts = {start, end}
    for each in stretches:
        cuts |= {each.start, each.end}
    for span in hidden:
        cuts |= set(span)
    within = sorted(cut for cut in cuts if start <= cut <= end)
    found: list[Piece] = []
    for first, last in itertools.pairwise(within):
        if any(a <= first < b for a, b in hidden):
            piece = Piece(LEFT_OUT)
            if found and found[-1] == piece:
                continue
        else:
            piece = Piece(text[first:last], _colour(stretches, first))
        if (
            found
            and found[-1].colour == piece.colour
            and LEFT_OUT
            not in (
                found[-1].text,
                piece.text,
            )
        ):
            found[-1] = Piece(found[-1].text + piece.text, piece.colour)
        else:
            found.append(piece)
    return found


def _colour(stretches: Iterable[Stretch], offset: int) -> str:
    over = [each for each in stretches if each.start <= offset < each.end]
    return min(over, key=lambda each: each.end - each.start).colour if over else ""


def line_ends(starts: Sequence[int], length: int) -> Iterator[tuple[int, int]]:
    """Each line of a text from its start to the next one's, or to the text's end."""
    yield from zip(starts, [*starts[1:], length], strict=True)
