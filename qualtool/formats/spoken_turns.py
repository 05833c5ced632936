"""What a table says becomes speech: by its times as cues do, or by names alone."""

from __future__ import annotations

from collections.abc import Sequence

from qualtool.formats.cue_turns import pieces_of_cues
from qualtool.formats.pieces import Findings, Piece
from qualtool.formats.spoken_cues import Spoken, cues_of


def pieces_of_spoken(spoken: Sequence[Spoken], findings: Findings) -> tuple[list[Piece], list[str]]:
    """What is said, in order, and the speakers' labels; facts and cautions are noted."""
    timed = any(one.start_ms is not None for one in spoken)
    if timed or not all(one.speaker for one in spoken):
        return pieces_of_cues(cues_of(list(spoken)), findings)
    pieces = [Piece(one.words, one.speaker, place=one.place) for one in spoken]
    return pieces, list(dict.fromkeys(one.speaker for one in spoken))
