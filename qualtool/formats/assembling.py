"""Pieces of speech put together to one text, with every place in it counted as it grows."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from qualtool.core.source import Anchor, Block, Locator, Source, Speaker, Turn
from qualtool.core.tidying import PAGE_BREAK
from qualtool.core.times import monotone
from qualtool.formats.pieces import Findings, Piece
from qualtool.formats.sizes import refuse_if_too_many
from qualtool.formats.tracing import Placed, Traced, traced
from qualtool.formats.unreadable import refuse_wordless


@dataclass(slots=True)
class _Open:
    """A turn that still grows."""

    start: int
    end: int
    speaker: str | None
    start_ms: int | None
    end_ms: int | None


@dataclass(slots=True)
class _Growing:
    """The text so far and what is known of its places."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    turns: list[_Open] = field(default_factory=list)
    turn: _Open | None = None
    anchors: list[Anchor] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)
    placed: list[Placed] = field(default_factory=list)
    pages: dict[int, int] = field(default_factory=dict)  # offset to number
    page: int = 1


def assemble(
    pieces: Sequence[Piece],
    speakers: Sequence[Speaker],
    findings: Findings,
    *,
    name: str,
    format: str,
) -> Source:
    """A `Source` from pieces in order; raises `QualtoolError` when they hold no words."""
    refuse_if_too_many(len(pieces), name)
    _let_time_run_forward(pieces)
    growing = _Growing()
    for piece in pieces:
        _take(growing, piece)
    if not growing.parts:
        raise refuse_wordless(name)
    numbers = {speaker.label: number for number, speaker in enumerate(speakers)}
    text = "".join(growing.parts)
    cleaned = findings.cleaned
    came = traced(text, growing.placed, cleaned) if cleaned else Traced((), (), ())
    return Source(
        text=text,
        format=format,
        speakers=tuple(speakers),
        turns=tuple(_closed(growing.turns, numbers)),
        anchors=tuple(growing.anchors),
        locators=came.locators or tuple(_locators(growing)),
        blocks=tuple(growing.blocks),
        cautions=tuple(findings.cautions),
        raw=cleaned.raw if cleaned else "",
        origins=came.origins,
        repairs=came.repairs,
        facts={**findings.facts, "recogniser": findings.recogniser},
    )


def _let_time_run_forward(pieces: Sequence[Piece]) -> None:
    timed = [piece for piece in pieces if piece.start_ms is not None or piece.end_ms is not None]
    moments = [
        piece.start_ms if piece.start_ms is not None else piece.end_ms or 0 for piece in timed
    ]
    for piece, ms in zip(timed, monotone(moments), strict=True):
        if piece.start_ms is None:
            piece.end_ms = ms
        else:
            piece.start_ms = ms
            piece.end_ms = None if piece.end_ms is None else max(piece.end_ms, ms)


def _take(growing: _Growing, piece: Piece) -> None:
    joins = piece.joins and bool(growing.parts)
    start = growing.length + (1 if growing.parts else 0)
    words = _with_pages_noted(growing, piece, start)
    if not words.strip():
        return
    if growing.parts:
        growing.parts.append(" " if joins else "\n")
    growing.parts.append(words)
    if piece.place is not None:
        growing.placed.append(Placed(start, words, piece.place))
    growing.length = start + len(words)
    _note_block(growing, piece, start, joins)
    if piece.start_ms is not None:
        growing.anchors.append(Anchor(start, piece.start_ms))
    elif piece.end_ms is not None:
        growing.anchors.append(Anchor(growing.length, piece.end_ms))
    _give_to_turn(growing, piece, start, joins)


def _note_block(growing: _Growing, piece: Piece, start: int, joins: bool) -> None:
    if joins:
        if growing.blocks and growing.blocks[-1].end == start - 1:
            growing.blocks[-1] = replace(growing.blocks[-1], end=growing.length)
    elif piece.kind != "paragraph" and piece.speaker is None:
        growing.blocks.append(Block(start, growing.length, piece.kind, piece.level))


def _with_pages_noted(growing: _Growing, piece: Piece, start: int) -> str:
    """The words of a piece as they are kept; the pages that begin in it are noted."""
    words = piece.text.replace("\n", " ")
    if not unicodedata.is_normalized("NFC", words):
        words = unicodedata.normalize("NFC", words)
    if PAGE_BREAK not in words:
        return words.rstrip() if piece.kind == "table_row" else words.strip()
    kept: list[str] = []
    offset = start
    for number, part in enumerate(words.split(PAGE_BREAK)):
        if number:
            growing.page += 1
            growing.pages[offset] = growing.page
        if part := part.strip():
            kept.append(part)
            offset += len(part) + 1
    return " ".join(kept)


def _give_to_turn(growing: _Growing, piece: Piece, start: int, joins: bool) -> None:
    turn = growing.turn
    same = piece.speaker is not None and turn is not None and turn.speaker == piece.speaker
    if turn is not None and (joins or same or piece.goes_on):
        turn.end = growing.length
        if turn.end_ms is not None or piece.end_ms is not None:
            turn.end_ms = piece.end_ms
    elif joins:
        return  # a stamp inside a paragraph that is nobody's
    elif piece.speaker is not None or piece.start_ms is not None or piece.end_ms is not None:
        growing.turn = _Open(start, growing.length, piece.speaker, piece.start_ms, piece.end_ms)
        growing.turns.append(growing.turn)
    else:
        growing.turn = None


def _closed(turns: Iterable[_Open], numbers: dict[str, int]) -> Iterable[Turn]:
    for turn in turns:
        number = None if turn.speaker is None else numbers[turn.speaker]
        yield Turn(turn.start, turn.end, number, turn.start_ms, turn.end_ms)


def _locators(growing: _Growing) -> Iterable[Locator]:
    pages = {offset: page for offset, page in growing.pages.items() if offset < growing.length}
    if pages:
        yield Locator(0, "page", str(pages.pop(0, 1)))
    for offset in sorted(pages):
        yield Locator(offset, "page", str(pages[offset]))
