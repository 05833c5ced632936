"""Words of a text put in place of others, with every turn, stamp and page moved along."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from qualtool.core.source import Origin, Source


@dataclass(frozen=True, slots=True)
class Edit:
    """`text[start:end]` becomes `words`; the stretch is not empty."""

    start: int
    end: int
    words: str


class Shift:
    """Where each place of a text is after edits, which are in order and do not overlap.

    A place inside words that were changed goes as far into the new ones as they reach, so the
    order of places is always kept.
    """

    def __init__(self, edits: Sequence[Edit]) -> None:
        self._edits = edits
        self._starts = [each.start for each in edits]
        gains = (len(each.words) - (each.end - each.start) for each in edits)
        self._gained = list(accumulate(gains, initial=0))

    def moved(self, offset: int) -> int:
        """The place where `offset` is now."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0:
            return offset
        edit = self._edits[number]
        if offset >= edit.end:
            return offset + self._gained[number + 1]
        return edit.start + self._gained[number] + min(offset - edit.start, len(edit.words))


def substituted(text: str, edits: Iterable[Edit]) -> str:
    """The text with its edits made."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += (text[at : edit.start], edit.words)
        at = edit.end
    return "".join((*parts, text[at:]))


def in_source(source: Source, edits: Sequence[Edit], raw_edits: Sequence[Edit]) -> Source:
    """A document with edits made in its text and in the raw text behind it."""
    place, raw = Shift(edits).moved, Shift(raw_edits).moved
    return replace(
        source,
        text=substituted(source.text, edits),
        turns=tuple(replace(t, start=place(t.start), end=place(t.end)) for t in source.turns),
        anchors=tuple(replace(each, offset=place(each.offset)) for each in source.anchors),
        locators=tuple(replace(each, offset=place(each.offset)) for each in source.locators),
        blocks=tuple(replace(b, start=place(b.start), end=place(b.end)) for b in source.blocks),
        raw=substituted(source.raw, raw_edits),
        repairs=tuple(
            replace(
                each,
                raw_start=raw(each.raw_start),
                raw_end=raw(each.raw_end),
                start=place(each.start),
                end=place(each.end),
            )
            for each in source.repairs
        ),
        origins=_origins(source.origins, edits, raw_edits),
    )


def _origins(
    origins: Iterable[Origin], edits: Sequence[Edit], raw_edits: Sequence[Edit]
) -> tuple[Origin, ...]:
    """What still stands word for word in the raw text: all but what was changed in one alone."""
    if not edits and not raw_edits:
        return tuple(origins)
    place, raw = Shift(edits), Shift(raw_edits)
    found: list[Origin] = []
    for origin in origins:
        ahead = origin.raw_start - origin.start
        last = origin.start + origin.length
        mine = {(e.start, e.end): e.words for e in _touching(edits, origin.start, last)}
        theirs = {
            (e.start - ahead, e.end - ahead): e.words
            for e in _touching(raw_edits, origin.raw_start, last + ahead)
        }
        at = origin.start
        for start, end in sorted({*mine, *theirs}):
            if start > at:
                found.append(Origin(place.moved(at), raw.moved(at + ahead), start - at))
            words = mine.get((start, end))
            whole = start >= origin.start and end <= last
            if whole and words is not None and words == theirs.get((start, end)) and start >= at:
                found.append(Origin(place.moved(start), raw.moved(start + ahead), len(words)))
            at = max(at, end)
        if at < last:
            found.append(Origin(place.moved(at), raw.moved(at + ahead), last - at))
    return tuple(_joined(each for each in found if each.length > 0))


def _touching(edits: Sequence[Edit], start: int, end: int) -> Iterable[Edit]:
    first = max(0, bisect_right(edits, start, key=lambda each: each.start) - 1)
    for edit in edits[first:]:
        if edit.start >= end:
            return
        if edit.end > start:
            yield edit


def _joined(origins: Iterable[Origin]) -> Iterable[Origin]:
    held: Origin | None = None
    for each in origins:
        if (
            held is not None
            and held.start + held.length == each.start
            and held.raw_start + held.length == each.raw_start
        ):
            held = replace(held, length=held.length + each.length)
            continue
        if held is not None:
            yield held
        held = each
    if held is not None:
        yield held
