"""A blank line between all the lines, as some programs write when they take text out of a PDF.

Each region has a gap that is usual in it. Where that is a blank line and sentences run over it,
it parts nothing: a larger gap does, or, where there is none, a short line that ends a sentence.
Lines that stand close together in such a region (quotations, notes, tables) keep their own gap.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.cleaning.line_kinds import (
    ends_sentence,
    goes_on,
    is_labelled,
    opens_item,
)
from qualtool.core.cleaning.mending import Edit

_REGION: Final = 12  # gaps of other sizes in a row that make a region of their own
_FEWEST: Final = 5


@dataclass(frozen=True, slots=True)
class _Gap:
    """The lines before and after, where the break between them is, and its blank lines."""

    before: str
    after: str
    start: int
    end: int
    blanks: int


def edits(text: str) -> Iterator[Edit]:
    """Blank lines that part nothing, so that the lines stand below each other."""
    for region in _regions(_gaps(text)):
        if _is_spread(region):
            yield from _closed(region)


def _gaps(text: str) -> list[_Gap]:
    gaps: list[_Gap] = []
    at, before, end_before, blanks = 0, "", 0, 0
    for line in text.split("\n"):
        if line.strip():
            if before:
                gaps.append(_Gap(before, line.rstrip(), end_before, at, blanks))
            before, end_before, blanks = line.rstrip(), at + len(line.rstrip()), 0
        else:
            blanks += 1
        at += len(line) + 1
    return gaps


def _regions(gaps: Sequence[_Gap]) -> Iterator[Sequence[_Gap]]:
    """Stretches between long runs of lines that stand close together."""
    first = run = 0
    for number, gap in enumerate(gaps):
        run = run + 1 if gap.blanks == 0 else 0
        if run == _REGION:
            yield gaps[first : number - _REGION + 1]
        if run >= _REGION:
            first = number + 1
    yield gaps[first:]


def _is_spread(region: Sequence[_Gap]) -> bool:
    """Whether one blank line is the usual gap, and sentences run over it."""
    single = [gap for gap in region if gap.blanks == 1]
    if len(single) < _FEWEST or len(single) < 0.5 * len(region):
        return False
    running = [gap for gap in single if _runs_over(gap)]
    return len(running) >= 0.3 * len(single)


def _runs_over(gap: _Gap) -> bool:
    return (
        goes_on(gap.before, gap.after) and not is_labelled(gap.after) and not opens_item(gap.after)
    )


def _closed(region: Sequence[_Gap]) -> Iterator[Edit]:
    larger = sum(gap.blanks > 1 for gap in region)
    marked = larger * 40 >= len(region)
    lengths = sorted(len(gap.before) for gap in region if _runs_over(gap))
    short = 0.8 * lengths[len(lengths) // 2]
    around = [None, *region, None]
    for number, gap in enumerate(region):
        beside = around[number], around[number + 2]
        island = any(one is not None and one.blanks == 0 for one in beside)
        if gap.blanks != 1 or (island and not _runs_over(gap)):
            continue
        ends = ends_sentence(gap.before)
        heading = not ends and not _runs_over(gap) and len(gap.before) < short
        if opens_item(gap.after) or is_labelled(gap.after) or heading:
            continue
        if not marked and ends and len(gap.before) < short:
            continue
        yield Edit(gap.start, gap.end - 1, "", "blank_lines")
