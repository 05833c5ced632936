"""Time stamps inside and at the end of a paragraph: taken out of the words, kept as places."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from qualtool.core.times import STAMP, milliseconds
from qualtool.formats.pieces import Piece

# In running text only what is plainly a stamp: in hashes, or with hours in brackets.
_INNER: Final = re.compile(
    rf" ?(?:#(?P<hash>{STAMP})(?:-(?P<tenth>\d{{1,3}}))?#"
    r"|[\[({](?P<full>\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?)[\])}]"
    r"|\[(?P<short>\d{1,2}:\d{2})\])"
)

_MOST: Final = 20_000  # in one paragraph; more are no stamps


def without_stamps(piece: Piece) -> Iterator[Piece]:
    """A piece divided at the stamps in it; a stamp at the very end closes what is before it."""
    colons = piece.text.count(":")
    if not colons or colons > _MOST:
        yield piece
        return
    part, at, end = piece, 0, len(piece.text.rstrip())
    for match in _INNER.finditer(piece.text):
        before = piece.text[at : match.start()]
        ms = _moment(match)
        if match.end() >= end:
            yield replace(part, text=before, end_ms=ms)
            return
        if before.strip():
            yield replace(part, text=before)
            part = replace(piece, joins=True, end_ms=None)
        part = replace(part, start_ms=ms)
        at = match.end()
    yield replace(part, text=piece.text[at:])


def _moment(match: re.Match[str]) -> int:
    stamp = match["hash"] or match["full"] or match["short"]
    return milliseconds(f"{stamp}.{match['tenth']}" if match["tenth"] else stamp)
