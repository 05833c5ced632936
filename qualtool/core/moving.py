"""Who speaks where, and which moment and page a place is, after a text has been corrected.

Rows are those the store keeps as JSON: turns [start, end, speaker, start ms, end ms], anchors
[offset, ms], locators [offset, kind, value] and blocks [start, end, kind, level].
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import Any, NamedTuple

from qualtool.core.correction import Movement

Row = list[Any]


class Places(NamedTuple):
    """All that stands at a place in a text, in order of the places."""

    turns: list[Row]
    anchors: list[Row]
    locators: list[Row]
    blocks: list[Row]


class _Texts(NamedTuple):
    old: str
    new: str


def moved(places: Places, movement: Movement, old: str, new: str) -> Places:
    """Where everything is once `old` has become `new`.

    What loses all its words goes. A turn or block that began a paragraph and no longer does goes
    into the one before it; a heading or list item that is divided becomes two.
    """
    texts = _Texts(old, new)
    return Places(
        turns=_stretches(places.turns, movement, texts, spoken=True),
        anchors=_points(places.anchors, movement),
        locators=_points(places.locators, movement),
        blocks=_stretches(places.blocks, movement, texts, spoken=False),
    )


def _points(rows: list[Row], movement: Movement) -> list[Row]:
    first, last, total = _reach(movement)
    low = bisect_left(rows, first, key=_start)
    high = bisect_right(rows, last, low, key=_start)
    return [
        *rows[:low],
        *([movement.place(row[0]), *row[1:]] for row in rows[low:high]),
        *([row[0] + total, *row[1:]] for row in rows[high:]),
    ]


def _stretches(rows: list[Row], movement: Movement, texts: _Texts, *, spoken: bool) -> list[Row]:
    first, last, total = _reach(movement)
    high = bisect_right(rows, last, key=_start)
    low = bisect_right(rows, first, hi=high, key=_start)
    while low and rows[low - 1][1] >= first:
        low -= 1
    kept = rows[:low]
    behind = [[row[0] + total, row[1] + total, *row[2:]] for row in rows[high:]]
    limit = behind[0][0] if behind else len(texts.new)
    for row in rows[low:high]:
        if _is_gone(row, movement, texts):
            continue
        begins = _begins(texts.old, row[0])
        now = _stretch(row, movement, texts, limit)
        if begins and (paragraph := texts.new.rfind("\n", 0, now[0]) + 1) < now[0]:
            if kept and kept[-1][1] > paragraph:
                kept[-1] = _joined(kept[-1], now, spoken)
                continue
            if not spoken and paragraph < movement.place(row[0] - 1):
                continue  # it has gone into a paragraph that is nothing but a paragraph
            now[0] = paragraph
        if kept and kept[-1][1] > now[0]:
            kept[-1][1] = now[0]
        kept += [now] if spoken else _divided(row, now, texts)
    return [*kept, *behind]


def _is_gone(row: Row, movement: Movement, texts: _Texts) -> bool:
    start, end = movement.stretch(row[0], row[1])
    return not texts.new[start:end].strip() and bool(texts.old[row[0] : row[1]].strip())


def _stretch(row: Row, movement: Movement, texts: _Texts, limit: int) -> Row:
    """Where a turn or block is now; one that ended a paragraph still does."""
    old, new = texts
    start, end = movement.stretch(row[0], row[1])
    if row[1] == len(old) or old[row[1]] == "\n":
        while end > start and new[end - 1] == "\n":
            end -= 1
        found = new.find("\n", end, limit)
        end = limit if found < 0 else found
    return [start, max(start, min(end, limit)), *row[2:]]


def _joined(row: Row, after: Row, spoken: bool) -> Row:
    whole = [row[0], max(row[1], after[1]), *row[2:]]
    if spoken and after[-1] is not None:
        whole[-1] = after[-1]  # the moment at which the last word is said
    return whole


def _divided(row: Row, now: Row, texts: _Texts) -> list[Row]:
    """A block that was one paragraph, as one block for each paragraph it is now."""
    start, end, *kind = now
    if "\n" in texts.old[row[0] : row[1]]:
        return [now]
    made: list[Row] = []
    for words in texts.new[start:end].split("\n"):
        if words.strip():
            made.append([start, start + len(words), *kind])
        start += len(words) + 1
    return made or [now]


def _reach(movement: Movement) -> tuple[int, int, int]:
    """Where the edits begin and end, and by how much all that is behind them moves."""
    edits = movement.edits
    gained = sum(len(each.words) - (each.end - each.start) for each in edits)
    return edits[0].start, edits[-1].end, gained


def _begins(text: str, offset: int) -> bool:
    return offset == 0 or text[offset - 1 : offset] == "\n"


def _start(row: Row) -> int:
    return int(row[0])
