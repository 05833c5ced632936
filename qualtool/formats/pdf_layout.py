"""The lines of a PDF page in the order in which they are read: one column after the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from qualtool.formats.pdf_pages import Page, Span

_LEAST: Final = 5  # lines on either side, else it is no column
_FILLED: Final = 0.5  # how much of a column's width its middle line takes; cells take less
_STARTS: Final = 200  # places where a column is looked for
_DEEPEST: Final = 3  # eight columns


@dataclass(frozen=True, slots=True)
class Row:
    """A line as printed; cells of a table are parted by tabs. Places in points from below left.

    `column` counts the columns of the page, `right_edge` is how far lines run in this one.
    """

    words: str
    left: float
    right: float
    base: float
    size: float
    bold: bool = False
    cells: int = 1
    column: int = 0
    left_edge: float = 0.0
    right_edge: float = 0.0
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(slots=True)
class _Column:
    spans: list[Span] = field(default_factory=list)


def gutters_of(pages: Sequence[Page]) -> tuple[float, ...]:
    """Where pages part into columns; a page with too few lines to tell is like the others."""
    found = Counter(round(at) for page in pages if (at := _gutter(page.spans, ())) is not None)
    return tuple(float(at) for at, _count in found.most_common(3))


def rows_of(page: Page, gutters: tuple[float, ...] = ()) -> list[Row]:
    """The lines of a page in reading order; `gutters` are those of the other pages."""
    rows: list[Row] = []
    for number, column in enumerate(_columns(list(page.spans), gutters, 0)):
        lines = list(_lines(column))
        if not lines:
            continue
        left = min(line[0].left for line in lines)
        right = max(line[-1].right for line in lines)
        rows.extend(_row(line, number, left, right) for line in lines)
    return rows


def _columns(spans: list[Span], gutters: tuple[float, ...], depth: int) -> Iterator[list[Span]]:
    """Spans by column; what runs across the gutter parts what is above it from what is below."""
    gutter = _gutter(spans, gutters) if depth < _DEEPEST else None
    if gutter is None:
        yield spans
        return
    left, right = _Column(), _Column()
    across: list[Span] = []
    for span in sorted(spans, key=lambda one: -one.base):
        if span.right <= gutter or span.left >= gutter:
            if across:
                yield across
                across = []
            (left if span.right <= gutter else right).spans.append(span)
            continue
        for side in (left, right):
            if side.spans:
                yield from _columns(side.spans, gutters, depth + 1)
                side.spans = []
        across.append(span)
    if across:
        yield across
    for side in (left, right):
        if side.spans:
            yield from _columns(side.spans, gutters, depth + 1)


def _gutter(spans: Sequence[Span], gutters: tuple[float, ...]) -> float | None:
    """Where a page parts into columns, from left; None where it does not."""
    # Wherever several lines begin, a column may.
    begun = Counter(round(span.left) for span in spans)
    starts = sorted(start for start, count in begun.items() if count >= _LEAST - 2)[:_STARTS]
    best = _best(spans, [start - 1.0 for start in starts], _LEAST)
    return _best(spans, gutters, 2) if best is None else best


def _best(spans: Sequence[Span], places: Iterable[float], least: int) -> float | None:
    """The place that the fewest lines cross, with columns on both sides."""
    best: tuple[int, float] | None = None
    for at in places:
        left = [span for span in spans if span.right <= at]
        right = [span for span in spans if span.left >= at]
        crossing = len(spans) - len(left) - len(right)
        if min(len(left), len(right)) < least or crossing > len(spans) // 4:
            continue
        if not (_fills(left) and _fills(right)) or not _beside(left, right, least):
            continue
        if best is None or crossing < best[0]:
            best = crossing, at
    return None if best is None else best[1]


def _fills(spans: Sequence[Span]) -> bool:
    width = max(span.right for span in spans) - min(span.left for span in spans)
    widths = sorted(span.right - span.left for span in spans)
    words = sorted(span.words.count(" ") for span in spans)
    middle = len(spans) // 2
    return widths[middle] >= _FILLED * width and words[middle] >= 2


def _beside(left: Sequence[Span], right: Sequence[Span], least: int) -> bool:
    """Whether the two sides stand beside each other and not one below the other."""
    top = min(max(span.base for span in left), max(span.base for span in right))
    bottom = max(min(span.base for span in left), min(span.base for span in right))
    size = max(left[0].size, right[0].size)
    return top - bottom > (least - 2) * size


def _lines(spans: Iterable[Span]) -> Iterator[list[Span]]:
    """Spans on one line together, from the top down, each line from the left."""
    line: list[Span] = []
    for span in sorted(spans, key=lambda one: (-one.base, one.left)):
        if line and line[0].base - span.base > 0.45 * max(line[0].size, span.size):
            yield sorted(line, key=lambda one: one.left)
            line = []
        line.append(span)
    if line:
        yield sorted(line, key=lambda one: one.left)


def _row(line: Sequence[Span], column: int, left: float, right: float) -> Row:
    words: list[str] = []
    marks: list[tuple[int, int]] = []
    length = cells = 0
    end = None
    for span in line:
        if end is not None:
            wide = span.left - end > 0.8 * span.size
            cells += wide
            between = "\t" if wide else " " if span.left - end > 0.1 * span.size else ""
            words.append(between)
            length += len(between)
        marks += [(start + length, stop + length) for start, stop in span.marks]
        words.append(span.words)
        length += len(span.words)
        end = span.right
    main = max(line, key=lambda one: len(one.words))
    return Row(
        "".join(words),
        line[0].left,
        line[-1].right,
        main.base,
        main.size,
        all(span.bold for span in line),
        cells + 1,
        column,
        left,
        right,
        tuple(marks),
    )
