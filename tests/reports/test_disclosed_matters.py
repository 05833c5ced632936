"""What is one matter is gathered from its places, none of which is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualtool.core.disclosure import Level
from qualtool.reports.disclosed import Disclosed, Remedy
from qualtool.reports.disclosed_matters import counted, gathered, places_said
from qualtool.store.disclosure_rows import Matter

ALL: tuple[Remedy, ...] = ("display_text", "generalise", "withhold", "fine")


def place(
    words: str,
    at: int,
    *,
    of: str = "",
    why: str = "",
    level: Level = "possible",
    known: bool = True,
) -> Disclosed:
    """Words in one place, known to the project as `of`."""
    of = of or words
    return Disclosed(
        kind="name",
        level=level,
        words=words,
        text=f"Der sto {words} og ventet.",
        start=8,
        end=8 + len(words),
        why=why or f"“{of}” is known.",
        place=f"Table 1, row {at}",
        matter=Matter("name", of, f"{at:04x}"),
        everywhere=Matter("name", of),
        remedies=ALL,
        block=1,
        row=at,
        known=known,
    )


def test_the_same_in_other_words_is_one_matter_with_its_places_in_order() -> None:
    places = [place("NAV", 1), place("NAVs", 2, of="NAV"), place("nav-hatten", 3, of="nav")]
    (matter,) = gathered(places)
    assert matter.places == tuple(places)
    assert matter.title == "“NAV”"
    assert places_said(matter) == "3 places"
    assert matter.is_divisible


def test_a_word_in_one_place_is_called_what_stands_there() -> None:
    (matter,) = gathered([place("Karis", 4, of="Kari")])
    assert matter.title == "“Karis”"
    assert not matter.is_divisible


def test_the_surest_matters_come_first_and_then_those_with_most_places() -> None:
    rows = [
        place("Vik", 1),
        *(place("Dal", n) for n in (2, 3)),
        place("Li", 4, level="likely"),
        *(place("Nes", n) for n in (5, 6)),
        place("Nes", 7, level="certain"),
    ]
    matters = gathered(rows)
    assert [each.title for each in matters] == ["“Nes”", "“Li”", "“Dal”", "“Vik”"]
    assert matters[0].level == "certain"
    assert matters[0].surest == 2
    assert list(matters[0].levels.items()) == [("certain", 1), ("possible", 2)]
    assert counted(matters) == "4 matters in 7 places"
    assert sorted(each.place for matter in matters for each in matter.places) == sorted(
        each.place for each in rows
    )


def test_a_reason_that_holds_for_all_is_said_once_and_what_more_there_is_where_it_is() -> None:
    more = "Only Bo has “NAV”, and it is Bo who speaks."
    rows = [
        place("NAV", 1, why=more, level="certain"),
        place("NAV", 2, why=more, level="certain"),
        place("NAV", 3, why="Only Bo has “NAV”."),
    ]
    (matter,) = gathered(rows)
    assert matter.why == "Only Bo has “NAV”."
    assert [matter.own_why(each) for each in matter.places] == [more, more, ""]


def test_a_strangers_name_and_its_genitive_are_one_and_are_let_be_together() -> None:
    def stranger(words: str, at: int) -> Disclosed:
        return place(words, at, why=f"“{words}” may be somebody’s name.", known=False)

    (matter,) = gathered([stranger("Torgeirs", 1), stranger("Torgeir", 2), stranger("Torgeir", 3)])
    assert matter.title == "“Torgeir”"
    assert matter.everywhere == (Matter("name", "Torgeirs"), Matter("name", "Torgeir"))
    assert [matter.own_why(each) for each in matter.places] == ["", "", ""]
    assert len(gathered([stranger("Jens", 1), stranger("Hans", 2)])) == 2
    known = [place("Karis", 1), place("Kari", 2)]  # two whom the project knows
    assert len(gathered(known)) == 2


def test_a_gender_is_a_matter_of_each_person() -> None:
    def told(words: str, who: str, at: int) -> Disclosed:
        why = f"“{words}” tells the gender of {who}."
        return replace(
            place(words, at, why=why),
            kind="pronoun",
            matter=Matter("pronoun", words, f"{at:04x}"),
            everywhere=Matter("pronoun", who),
        )

    matters = gathered([told("hun", "A", 1), told("hun, henne", "A", 2), told("hun", "B", 3)])
    assert [(each.title, len(each.places)) for each in matters] == [
        ("“hun, henne”", 2),
        ("“hun”", 1),
    ]
    assert [matters[0].own_why(each) for each in matters[0].places] == ["", ""]


def test_quotations_that_stand_elsewhere_with_a_name_are_a_matter_of_each_person() -> None:
    def again(said: str, who: str, at: int) -> Disclosed:
        return replace(
            place(said, at, why=f"The same words stand with {who} in Table {at}."),
            kind="searchable",
            matter=Matter("searchable", f"sign {said}", f"sign {said}"),
            everywhere=Matter("searchable", who),
        )

    matters = gathered(
        [again("Det var sent.", "A", 1), again("Vi lo.", "A", 2), again("Nei.", "B", 3)]
    )
    assert [each.title for each in matters] == ["A", "“Nei.”"]
    assert [matters[0].own_why(each)[-8:] for each in matters[0].places] == ["Table 1.", "Table 2."]


@pytest.mark.parametrize(
    ("count", "around"),
    [
        (9, ("…og vi i ", "NAV", " gir…")),
        (99, ("Barnevernet og vi i ", "NAV", " gir ikke.")),
    ],
)
def test_words_are_shown_between_whole_words(count: int, around: tuple[str, str, str]) -> None:
    text = "Barnevernet og\nvi i NAV gir ikke."
    start = text.index("NAV")
    row = replace(place("NAV", 1), text=text, start=start, end=start + 3)
    assert row.around(count) == around
