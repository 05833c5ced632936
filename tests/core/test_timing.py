from __future__ import annotations

from dataclasses import replace

from qualtool import plugins
from qualtool.core.exchange import Choices
from qualtool.core.source import Anchor, Source, Turn
from qualtool.core.timing import shifted, stamps_at, with_stamps_at

# Two turns of three letters, timed where they begin.
OPENED = Source(
    "aaa\nbbb", "text", turns=(Turn(0, 3, None, 1000), Turn(4, 7, None, 5000)),
    anchors=(Anchor(0, 1000), Anchor(4, 5000)),
)  # fmt: skip
F4 = "I: Kan du fortelle? #00:00:12-4#\nB: Ja, gjerne det. #00:01:02-3#\nI: Fint. #00:01:05-0#\n"


def test_a_time_at_the_end_closes_what_it_would_have_opened() -> None:
    ended = with_stamps_at(OPENED, "end")
    assert ended.turns == (Turn(0, 3, None, None, 1000), Turn(4, 7, None, 1000, 5000))
    assert ended.anchors == (Anchor(3, 1000), Anchor(7, 5000))
    assert with_stamps_at(ended, "start") == OPENED


def test_what_stands_there_already_is_not_moved() -> None:
    assert with_stamps_at(OPENED, "start") is OPENED
    assert with_stamps_at(OPENED, "") is OPENED
    subtitles = replace(OPENED, format="vtt")
    assert with_stamps_at(subtitles, "end") is subtitles


def test_times_are_moved_and_never_before_the_beginning() -> None:
    later = shifted(OPENED, 1500)
    assert [turn.start_ms for turn in later.turns] == [2500, 6500]
    earlier = shifted(OPENED, -2000)
    assert [turn.start_ms for turn in earlier.turns] == [0, 3000]
    assert [each.ms for each in earlier.anchors] == [0, 3000]
    assert shifted(OPENED, 0) is OPENED


def test_what_is_chosen_for_times_holds_for_every_reader() -> None:
    found = plugins.read(F4.encode(), "f4.txt")
    assert stamps_at(found) == "end"
    chosen = Choices(stamps_at="start", shift_ms=10_000)
    moved = plugins.read(F4.encode(), "f4.txt", choices=chosen)
    assert [turn.start_ms for turn in moved.turns] == [22_400, 72_300, 75_000]
    assert moved.text == found.text
