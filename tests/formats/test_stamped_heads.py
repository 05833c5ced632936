"""Names with a time on lines of their own, as transcribing services write them."""

from __future__ import annotations

import pytest

from tests.formats.test_label_shapes import WORDS
from tests.formats.test_labels import labels, read, said


@pytest.mark.parametrize(
    "head",
    ["{who}   {short}", "{who} {short}", "{who} - {short}", "{who} ({short}.000)",
     "{who} ({short})", "[{long}] {who}", "[{long}.120] - {who}", "{long} {who}", "{who} {long}",
     "[{who}] {long}", "{who}\n{long}"],
)  # fmt: skip
def test_a_name_with_a_time_heads_what_is_said(head: str) -> None:
    turns = [(("Siri Nes", "Ola Aa. Vik")[n % 2], words) for n, words in enumerate(WORDS)]
    moments = [2, 31, 75, 124, 610, 3604]  # the last beyond an hour, where programs add the hours
    lines = []
    for (who, words), second in zip(turns, moments, strict=True):
        long = f"{second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}"
        short = f"{second // 60}:{second % 60:02}" if second < 3600 else long.removeprefix("0")
        lines += [head.format(who=who, short=short, long=long), words, ""]
    source = read("\n".join(lines))
    assert said(source) == turns
    assert [(turn.start_ms or 0) // 1000 for turn in source.turns] == moments


def test_a_name_with_a_time_in_brackets_may_stand_before_what_is_said() -> None:
    turns = [(("Siri Nes", "Ola Vik")[n % 2], words) for n, words in enumerate(WORDS)]
    source = read("\n".join(f"{who} [00:0{n}:02] {w}" for n, (who, w) in enumerate(turns)))
    assert said(source) == turns
    assert [turn.start_ms for turn in source.turns] == [60_000 * n + 2000 for n in range(6)]


@pytest.mark.parametrize(
    "text",
    ["Lunsj 11:30\nMat i kantina.\nKaffe 14:00\nKaker også.\nSlutt 15:30\nTakk for i dag.",
     "Buss 0:15\nSen avgang.\nTog 5:45\nTidlig avgang.\nBuss 6:15\nHver time.\nTog 3:45\nIkke."],
)  # fmt: skip
def test_times_of_a_day_head_nothing(text: str) -> None:
    assert labels(read(text)) == []
