"""What the contents of a report list: its headings, and the captions of its tables and figures."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from qualtool.core.report import Contents, Figure, Heading, Report, Table, caption, headline

_DEEPEST: Final = 3


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: its words, how deep it lies (from 1), and which block it leads to."""

    words: str
    level: int
    place: int


@dataclass(frozen=True, slots=True)
class Listing:
    """What the contents list, in order; `tables` and `figures` by the label of their captions."""

    headings: tuple[Entry, ...]
    tables: dict[str, tuple[Entry, ...]]
    figures: dict[str, tuple[Entry, ...]]


def listing(report: Report, place: int) -> Listing:
    """What the contents that stand as block number `place` list of the blocks after them."""
    contents = report.blocks[place]
    assert isinstance(contents, Contents)
    after = range(place + 1, len(report.blocks))
    headings = tuple(_headings(report, after))
    tables = _captions(report, after, Table) if contents.tables else {}
    return Listing(headings, tables, _captions(report, after, Figure) if contents.figures else {})


def led_to(report: Report) -> frozenset[int]:
    """The numbers of all blocks that some contents lead to."""
    return frozenset(
        entry.place
        for place, block in enumerate(report.blocks)
        if isinstance(block, Contents)
        for entry in _entries(listing(report, place))
    )


def _entries(listed: Listing) -> Iterator[Entry]:
    yield from listed.headings
    for captions in (*listed.tables.values(), *listed.figures.values()):
        yield from captions


def _headings(report: Report, places: range) -> Iterator[Entry]:
    for place in places:
        block = report.blocks[place]
        if isinstance(block, Heading) and 1 <= block.level <= _DEEPEST:
            yield Entry(headline(block), block.level, place)


def _captions(
    report: Report, places: range, kind: type[Table] | type[Figure]
) -> dict[str, tuple[Entry, ...]]:
    found: dict[str, tuple[Entry, ...]] = {}
    for place in places:
        block = report.blocks[place]
        if isinstance(block, kind) and block.label:
            entry = Entry(caption(block), 1, place)
            found[block.label] = (*found.get(block.label, ()), entry)
    return found
