"""Blank lines between all lines part nothing; larger gaps and short last lines do."""

from __future__ import annotations

import textwrap

from qualtool.core.cleaning import clean

FIRST = (
    "Møtet begynte med en runde der alle sa hva de hadde gjort siden sist, og det tok så "
    "lang tid at flere så på klokka. Da lederen spurte om noen ville si noe mer, var det "
    "stille en stund, før en av de nye tok ordet og sa at dette var tredje gangen."
)
SECOND = (
    "Etter pausen gikk det lettere, for da delte gruppa seg i tre, og hver gruppe fikk "
    "et spørsmål som de skulle svare på sammen. Svarene ble hengt opp på veggen, så alle "
    "kunne se dem, og de ble hengende der til neste møte."
)


def spread(gap: str, *paragraphs: str) -> str:
    """Paragraphs with a blank line after each line, and a gap between them."""
    return gap.join("\n\n".join(textwrap.wrap(one, 60)) for one in paragraphs) + "\n"


def test_a_larger_gap_is_a_paragraph() -> None:
    cleaned = clean(spread("\n\n\n", FIRST, SECOND))
    assert [part for part in cleaned.text.split("\n") if part] == [FIRST, SECOND]
    assert cleaned.counts["blank_lines"] > 5


def test_without_larger_gaps_a_short_line_that_ends_a_sentence_is_its_last() -> None:
    cleaned = clean(spread("\n\n", FIRST, SECOND))
    assert [part for part in cleaned.text.split("\n") if part] == [FIRST, SECOND]


def test_lines_that_stand_close_keep_their_gap() -> None:
    island = "Punkt en\nPunkt to\nPunkt tre"
    raw = spread("\n\n\n", FIRST, SECOND) + f"\n\n{island}\n\n\n" + spread("\n\n\n", FIRST, SECOND)
    assert island in clean(raw).text


def test_ordinary_paragraphs_are_left_apart() -> None:
    raw = "\n\n".join([FIRST, SECOND, FIRST, SECOND, FIRST, SECOND, FIRST])
    assert clean(raw).text == raw


def test_speech_with_labels_is_left_apart() -> None:
    raw = "\n\n".join(f"{who}: ja, det er slik det er\n\nog blir" for who in "IBIBIBIB")
    text = clean(raw).text
    assert text.count("\n\n") >= 7
