"""The times of a document as the researcher says they are meant: moved, or at the other end.

Some programs write the time at the end of what was said (f4), others at its beginning; and a
recording may have begun before the transcript's clock.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Literal

from qualtool.core.source import Anchor, Source, Turn

# Formats, and shapes of transcripts in documents, that give beginning and end of each stretch.
_BOTH_ENDS = frozenset(("vtt", "srt", "json", "noscribe", "table"))
_SHAPES = frozenset(("table", "nvivo", "cues"))

StampsAt = Literal["", "start", "end"]


def stamps_at(source: Source) -> StampsAt:
    """Where the times stand that the text itself holds; "" where there are none to choose for."""
    if source.format in _BOTH_ENDS or source.facts.get("recogniser") in _SHAPES:
        return ""
    if not source.anchors:
        return ""
    return "end" if any(turn.end_ms is not None for turn in source.turns) else "start"


def shifted(source: Source, ms: int) -> Source:
    """Every time moved by this many milliseconds; none before the beginning."""
    if not ms:
        return source

    def moved(time: int | None) -> int | None:
        return None if time is None else max(0, time + ms)

    return replace(
        source,
        turns=tuple(
            replace(turn, start_ms=moved(turn.start_ms), end_ms=moved(turn.end_ms))
            for turn in source.turns
        ),
        anchors=tuple(Anchor(each.offset, max(0, each.ms + ms)) for each in source.anchors),
    )


def with_stamps_at(source: Source, place: StampsAt) -> Source:
    """The times of a text read as standing at the start, or at the end, of what they time."""
    now = stamps_at(source)
    if place in ("", now) or not now:
        return source
    return _at_end(source) if place == "end" else _at_start(source)


def _at_end(source: Source) -> Source:
    """Each time closes what it opened; the next stretch begins when the one before ended."""
    bounds = [each.offset for each in source.anchors] + [len(source.text) + 1]
    anchors = tuple(
        Anchor(max(each.offset, following - 1), each.ms)
        for each, (_here, following) in zip(source.anchors, pairwise(bounds), strict=True)
    )
    turns: list[Turn] = []
    before: int | None = None
    for turn in source.turns:
        within = [each.ms for each in anchors if turn.start < each.offset <= turn.end]
        last = within[-1] if within else None
        turns.append(replace(turn, start_ms=before, end_ms=last))
        before = last if last is not None else before
    return replace(source, turns=tuple(turns), anchors=anchors)


def _at_start(source: Source) -> Source:
    """Each time opens what it closed."""
    turns = tuple(replace(turn, start_ms=turn.end_ms, end_ms=None) for turn in source.turns)
    return replace(source, turns=turns, anchors=tuple(_opening(turns)))


def _opening(turns: tuple[Turn, ...]) -> Iterator[Anchor]:
    for turn in turns:
        if turn.start_ms is not None:
            yield Anchor(turn.start, turn.start_ms)
