"""Lines that subtitles show twice are read once; what people say twice is kept."""

from __future__ import annotations

from qualtool.formats.cue_repeats import without_repeats
from qualtool.formats.cues import Cue


def test_what_is_said_twice_is_kept() -> None:
    cues = [Cue(0, 900, ["Ja."]), Cue(1000, 1900, ["Ja."]), Cue(2000, 2900, ["<i>Ja.</i>"])]
    assert without_repeats(cues) == cues


def test_a_line_that_rolls_up_is_read_once() -> None:
    cues = [
        Cue(0, 990, [" ", "Vi<00:00:00.200><c> møttes</c>"]),
        Cue(990, 1000, ["Vi møttes", " "]),
        Cue(1000, 1990, ["Vi møttes", "hver<00:00:01.200><c> uke</c>"]),
        Cue(1990, 2000, ["hver uke", " "]),
    ]
    assert [(cue.start_ms, len(cue.lines)) for cue in without_repeats(cues)] == [(0, 1), (1000, 1)]


def test_a_line_whose_words_are_lit_one_by_one_is_one_cue() -> None:
    cues = [Cue(0, 500, ["<u>Vi</u> møttes"]), Cue(500, 1000, ["Vi <u>møttes</u>"])]
    (one,) = without_repeats(cues)
    assert (one.start_ms, one.end_ms) == (0, 1000)
