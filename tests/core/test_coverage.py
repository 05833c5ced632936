"""How much is coded is told of participants' words, and stretches between codings are found."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.counting import words
from qualtool.core.coverage import LEAST_WORDS, Coverage, Spoken, coverage, spoken
from qualtool.core.source import Turn

ASKED = "Hvordan gikk det med dere alle sammen?"
TEXT = f"en to tre fire fem seks\n{ASKED}\nsju åtte ni ti elleve tolv"
FIRST, SECOND = len("en to tre fire fem seks"), len("en to tre fire fem seks") + len(ASKED) + 2
TURNS = (Turn(0, FIRST, 1), Turn(FIRST + 1, SECOND - 1, 0), Turn(SECOND, len(TEXT), 1))


def words_of(text: str = TEXT, turns: tuple[Turn, ...] = TURNS) -> Spoken:
    *_before, last = spoken(text, turns, {0})
    return last


def told(found: Coverage) -> list[str]:
    return [TEXT[start:end] for start, end in zip(found.starts, found.ends, strict=True)]


def test_the_interviewers_words_do_not_count() -> None:
    assert len(words_of().starts) == 12
    assert len(words_of(turns=()).starts) == 19
    assert len(words_of("Bare spørsmål her", (Turn(0, 17, 0),)).starts) == 3


def test_a_stretch_goes_on_over_the_interviewers_turns() -> None:
    found = coverage(words_of(), [(0, len("en to"))])
    assert (found.words, found.coded, found.percent) == (12, 2, 17)
    assert told(found) == [TEXT[len("en to ") :]]


def test_there_is_a_place_to_go_to_in_each_turn_of_a_stretch() -> None:
    found = coverage(words_of(), [(0, len("en to"))])
    assert found.starts == [len("en to ")]
    # Four words are left of the first turn: too few to go to beside a whole one.
    assert [TEXT[slice(*place)] for place in found.places] == ["sju åtte ni ti elleve tolv"]
    places = coverage(words_of(), []).places
    assert [place[0] for place in places] == [0, SECOND]
    assert TEXT[: places[0][1]].endswith("seks")


def test_where_nobody_speaks_there_is_a_place_in_each_paragraph() -> None:
    found = coverage(words_of(turns=()), [])
    assert found.starts == [0]
    assert [place[0] for place in found.places] == [0, FIRST + 1, SECOND]


def test_a_stretch_of_short_turns_only_can_be_gone_to_at_its_beginning() -> None:
    text = "Ja, det var.\nJo.\nNei, aldri det."
    turns = tuple(
        Turn(text.index(line), text.index(line) + len(line), 1) for line in text.splitlines()
    )
    found = coverage(words_of(text, turns), [])
    assert found.places == [(0, len("Ja, det var"))]


def test_a_few_words_between_codings_are_no_stretch() -> None:
    nine = TEXT.index("elleve")
    found = coverage(words_of(), [(0, FIRST), (nine, len(TEXT))])
    assert told(found) == []
    assert found.percent == 67
    assert told(coverage(words_of(), [(0, FIRST)])) == ["sju åtte ni ti elleve tolv"]


def test_overlapping_codings_count_once() -> None:
    one = coverage(words_of(), [(0, FIRST), (3, 9), (6, FIRST + 4)])
    assert one == coverage(words_of(), [(0, FIRST)])


def test_hundred_per_cent_is_only_said_where_all_is_coded() -> None:
    assert coverage(words_of(), [(0, len(TEXT))]).percent == 100
    assert Coverage(1000, 999).percent == 99
    assert Coverage(1000, 1).percent == 1
    assert Coverage(0, 0).percent == 0


def test_the_stretch_before_and_after_a_place_is_found() -> None:
    found = Coverage(9, 0, [10, 30], [20, 40], [(10, 20), (30, 40)])
    assert found.beside(5, 1) == (10, 20)
    assert found.beside(10, 1) == (30, 40)
    assert found.beside(30, 1) is None
    assert found.beside(30, -1) == (10, 20)
    assert found.beside(10, -1) is None
    assert found.between(19, 31) == [(10, 20), (30, 40)]
    assert found.any_between(39, 50)
    assert not found.any_between(20, 30)


@given(st.lists(st.tuples(st.integers(0, 90), st.integers(1, 30)), max_size=12))
def test_every_word_is_coded_or_not(drawn: list[tuple[int, int]]) -> None:
    spans = sorted((start, start + length) for start, length in drawn)
    words = words_of()
    coded = sum(any(start <= at < end for start, end in spans) for at in words.starts)
    found = coverage(words, spans)
    assert found.coded == coded
    stretches = list(zip(found.starts, found.ends, strict=True))
    assert {found.between(*place)[0] for place in found.places} == set(stretches)
    assert found.places == sorted(set(found.places))
    for start, end in stretches:
        inside = [at for at in words.starts if start <= at < end]
        assert len(inside) >= LEAST_WORDS
        assert not any(one <= at < other for at in inside for one, other in spans)


def test_what_is_one_word_when_words_are_counted_is_one_here() -> None:
    for said in ("f.eks. en e-post kl. 12.30", "Per’s sak", "ett-to-tre"):
        assert len(words_of(said, ()).starts) == words(said)
