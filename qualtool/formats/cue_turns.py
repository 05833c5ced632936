"""Cues become speech: consecutive cues of one speaker are one turn, each with its moment.

Who speaks is told by voice tags, by the cue’s identifier (Webex), by a name on a line of its own,
or by labels in the words ("Jo Berg: …", "[SPEAKER_00]: …"). A cue that does not say has the
speaker of the one before.

Without any speakers the words are put into paragraphs: a new one after a pause of two seconds
at the end of a sentence, after about 500 characters at the end of a sentence, and, where
nothing ends a sentence, after a pause of four seconds or 900 characters. A very long speech is
divided into paragraphs in the same way.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from qualtool.core.source import Caution
from qualtool.formats import known_labels as known
from qualtool.formats.cue_repeats import without_repeats
from qualtool.formats.cue_text import plain, voices
from qualtool.formats.cues import Cue
from qualtool.formats.labels import opening
from qualtool.formats.pieces import Findings, Line, Piece
from qualtool.formats.speakers import choose
from qualtool.i18n import ngettext

_SENTENCE_END: Final = re.compile(r"[.?!…][\"”»’')\]]*$")
_BETWEEN_SENTENCES: Final = re.compile(r"(?<=[.?!…]) +")
_DASH: Final = re.compile(r"[-–] ?[^\W\d_]")
_NAME_LINE: Final = re.compile(r"[(\[]([^()\[\]]{1,48}(?:\([^()\[\]]{1,16}\))?)[)\]]:?")
_CUE_NAME: Final = re.compile(r'\d{1,6} "([^"]{1,80})"(?: \([\w-]{1,40}\))?')
_PAUSE: Final = 2_000
_LONG_PAUSE: Final = 4_000
_PARAGRAPH: Final = 500
_LONG_PARAGRAPH: Final = 900
_LONG_TURN: Final = 2_000


def pieces_of_cues(cues: Sequence[Cue], findings: Findings) -> tuple[list[Piece], list[str]]:
    """What is said in cues, in order, and the speakers' labels; facts and cautions are noted."""
    if cues:
        findings.facts["duration_ms"] = max(cue.end_ms for cue in cues)
    cues = without_repeats(cues)
    names = _names_on_own_lines(cues)
    if _named_cues(cues):
        pieces = list(_by_cue_names(cues))
    elif any("<v" in line for cue in cues for line in cue.lines):
        pieces = list(_by_voice(cues))
    elif names:
        pieces = list(_by_name_lines(cues, names))
    else:
        pieces = _by_labels(cues, findings)
    pieces = [piece for piece in pieces if piece.text]
    labels = list(dict.fromkeys(piece.speaker for piece in pieces if piece.speaker))
    if labels:
        _inherit(pieces, findings)
        _join_turns(pieces)
    else:
        _join_paragraphs(pieces)
    return [part for piece in pieces for part in _in_handy_parts(piece)], labels


def _named_cues(cues: Sequence[Cue]) -> bool:
    """Whether the identifiers of cues say who speaks, as Webex writes them."""
    return bool(cues) and sum(bool(_CUE_NAME.fullmatch(cue.name)) for cue in cues) > len(cues) // 2


def _by_cue_names(cues: Sequence[Cue]) -> Iterator[Piece]:
    for cue in cues:
        match = _CUE_NAME.fullmatch(cue.name)
        words = " ".join(plain(line) for line in cue.lines)
        yield Piece(words, match[1] if match else None, cue.start_ms, cue.end_ms, place=cue.place)


def _by_voice(cues: Sequence[Cue]) -> Iterator[Piece]:
    for cue in cues:
        for name, words in voices(cue.lines):
            if name and words.startswith((f"{name}:", f"{name} :")):
                words = words[len(name) :].lstrip(" :")  # noScribe says it twice: <v S00>S00: …
            yield Piece(words, name or None, cue.start_ms, cue.end_ms, place=cue.place)


def _names_on_own_lines(cues: Sequence[Cue]) -> frozenset[str]:
    """Names that stand on the first line of cues by themselves, in brackets or not."""
    bare: Counter[str] = Counter()
    bracketed: Counter[str] = Counter()
    for cue in cues:
        if len(cue.lines) > 1:
            first = plain(cue.lines[0])
            if match := _NAME_LINE.fullmatch(first):
                bracketed[match[1].strip()] += 1
            elif len(first) <= 48 and (one := opening(Line(first), stamps=False)):
                bare[first] += one.form == "alone" and known.is_name(first)
    named = {name for name, count in bracketed.items() if _is_person(name, count)}
    if bare.total() >= 0.8 * len(cues) and len(bare) <= max(2, len(cues) // 2):
        named |= set(bare)
    return frozenset(named)


def _is_person(name: str, count: int) -> bool:
    if known.is_known(name):
        return True
    full = len(name.split()) > 1
    return known.is_name(name) and not known.is_lead_in(name) and (full or count >= 3)


def _by_name_lines(cues: Sequence[Cue], names: frozenset[str]) -> Iterator[Piece]:
    for cue in cues:
        lines = [plain(line) for line in cue.lines]
        match = _NAME_LINE.fullmatch(lines[0]) if lines else None
        name = match[1].strip() if match else lines[0] if lines else ""
        if name in names:
            words = " ".join(line.removeprefix("- ") for line in lines[1:])
            yield Piece(words, name, cue.start_ms, cue.end_ms, place=cue.place)
        else:
            yield Piece(" ".join(lines), None, cue.start_ms, cue.end_ms, place=cue.place)


def _by_labels(cues: Sequence[Cue], findings: Findings) -> list[Piece]:
    """Speech by the labels that open cues or lines in cues; a dash opens somebody’s speech too."""
    lines: list[Line] = []
    of_line: list[tuple[Cue, bool]] = []
    for cue in cues:
        for number, written in enumerate(cue.lines):
            words = plain(written)
            dash = bool(_DASH.match(words))
            words = words.lstrip("-– ") if dash else words
            if words:
                lines.append(Line(words, continues=number > 0 and not dash))
                of_line.append((cue, dash))
    chosen = choose(lines, full_names=True)
    findings.cautions.extend(chosen.cautions)
    pieces: list[Piece] = []
    for number, (line, (cue, dash)) in enumerate(zip(lines, of_line, strict=True)):
        one = chosen.openings.get(number)
        if one is not None and one.label:
            piece = Piece(one.rest, one.label, cue.start_ms, cue.end_ms, place=cue.place)
            pieces.append(piece)
        else:
            words = line.text if one is None else one.rest
            piece = Piece(words, None, cue.start_ms, cue.end_ms, apart=dash, place=cue.place)
            if line.continues and pieces:
                pieces[-1].text = f"{pieces[-1].text} {words}".strip()
            else:
                pieces.append(piece)
    return pieces


def _inherit(pieces: Sequence[Piece], findings: Findings) -> None:
    """Give what nobody is named for to the speaker before, and say so."""
    count = 0
    speaker: str | None = None
    for piece in pieces:
        if piece.speaker or piece.apart:
            speaker = piece.speaker
        elif piece.text:
            piece.speaker = speaker
            count += speaker is not None
    if count:
        said = ngettext(
            "{count} cue names no speaker and was given to the one before.",
            "{count} cues name no speaker and were given to the one before.",
            count,
        )
        findings.cautions.append(Caution("speaker_inherited", said.format(count=count)))


def _join_turns(pieces: Sequence[Piece]) -> None:
    """One paragraph for what one speaker says; several where it is very long."""
    for _speaker, turn in groupby(pieces, key=lambda piece: (piece.speaker, piece.apart)):
        parts = list(turn)
        if parts[0].speaker is None or sum(len(part.text) for part in parts) > _LONG_TURN:
            _join_paragraphs(parts)
        else:
            for part in parts[1:]:
                part.joins = True


def _join_paragraphs(pieces: Sequence[Piece]) -> None:
    before: Piece | None = None
    length = 0
    for piece in pieces:
        same = before is not None and not piece.apart
        piece.joins = same and not _parts(before, piece, length)
        length = length + len(piece.text) + 1 if piece.joins else len(piece.text)
        before = piece


def _parts(before: Piece | None, piece: Piece, length: int) -> bool:
    """Whether a new paragraph begins between two cues."""
    if before is None:
        return True
    pause = (piece.start_ms or 0) - (before.end_ms or 0)
    if _SENTENCE_END.search(before.text):
        return pause >= _PAUSE or length >= _PARAGRAPH
    return pause >= _LONG_PAUSE or length >= _LONG_PARAGRAPH


def _in_handy_parts(piece: Piece) -> Iterator[Piece]:
    """A piece of a reasonable length, or the sentences of a giant one in paragraphs."""
    if len(piece.text) <= _LONG_TURN:
        yield piece
        return
    part: list[str] = []
    for sentence in _BETWEEN_SENTENCES.split(piece.text):
        part.append(sentence)
        if sum(map(len, part)) >= _PARAGRAPH:
            yield replace(piece, text=" ".join(part))
            piece, part = replace(piece, joins=False), []
    yield replace(piece, text=" ".join(part))
