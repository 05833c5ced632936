"""Runs of words found in texts that are read once."""

from __future__ import annotations

from qualtool.core.shingles import Shingles, place_of


def read(quotations: list[str], *texts: str) -> Shingles:
    shingles = Shingles([each.split() for each in quotations])
    for text in texts:
        shingles.add(text)
    return shingles


def test_a_run_of_words_is_found_in_every_text() -> None:
    shingles = read(["en to tre fire fem"], "null en to tre fire fem seks", "en to tre fire fem")
    numbers = shingles.numbered("en to tre fire fem".split())
    assert [place_of(each) for each in shingles.runs_from(numbers)] == [(0, 1), (1, 0)]


def test_short_runs_are_found_too() -> None:
    shingles = read(["en to", "tre"], "en to tre en tre to")
    for words, places in (("en to", [(0, 0)]), ("tre", [(0, 2), (0, 4)])):
        numbers = shingles.numbered(words.split())
        assert [place_of(each) for each in shingles.runs_from(numbers)] == places


def test_words_of_no_quotation_have_no_number() -> None:
    assert read(["en to"]).numbered(["to", "ukjent"]) == [2, 0]


def test_a_window_holds_what_is_like_the_quotation() -> None:
    filling = " ".join(f"fyll{number}" for number in range(200))
    shingles = read(
        ["en to tre fire fem seks"], filling, f"{filling} en to tre x fem seks {filling}"
    )
    [window] = shingles.windows(shingles.numbered("en to tre fire fem seks".split()), 3)
    assert window.text == 1
    assert window.first <= 200 <= 206 <= window.last


def test_single_words_do_when_no_two_stand_together() -> None:
    shingles = read(["en to"], "en og så to")
    [window] = shingles.windows(shingles.numbered(["en", "to"]), 3)
    assert window.text == 0
    assert shingles.windows([0, 0], 3) == []


def test_a_window_lies_in_one_text() -> None:
    shingles = read(["en to tre fire"], "en to", "tre fire")
    windows = shingles.windows(shingles.numbered("en to tre fire".split()), 4)
    assert sorted(each.text for each in windows) == [0, 1]


def test_seldom_words_weigh_more() -> None:
    shingles = read(["en to"], "en " * 500 + "to")
    often, seldom = shingles.numbered(["en", "to"])
    assert shingles.weight(often) < shingles.weight(seldom)


def test_what_stands_everywhere_is_not_remembered_without_end() -> None:
    shingles = read(["ja og ja og ja"], "ja og " * 3_000)
    numbers = shingles.numbered("ja og ja og ja".split())
    assert len(shingles.runs_from(numbers)) <= 600
    assert shingles.windows(numbers, 3)
