from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualtool.core.errors import QualtoolError
from qualtool.core.table_mapping import (
    FIELDS,
    Target,
    guess,
    is_register,
    kind_of,
    likeliest,
    unguarded,
)
from qualtool.i18n import LANGUAGES, words


def fields(head: list[str], target: Target, *rows: list[str]) -> list[str]:
    return [use.field for use in guess([head, *rows], target).columns]


@pytest.mark.parametrize(
    ("head", "found"),
    [
        (
            ["Nr", "Aktivitet", "Dato", "Innhold/hensikt og kommentarer"],
            ["number", "name", "date", "content"],
        ),
        (["Nr.", "Hva", "Når", "Deltakere"], ["number", "name", "date", "participants"]),
        (["#", "Kva", "Når", "Deltakarar", "Merknad"],
         ["number", "name", "date", "participants", "comment"]),
        (["No", "What", "When", "Who", "Farge"], ["number", "name", "date", "participants", ""]),
        (["Dato", "Møte (tema)", "Tema"], ["date", "name", "content"]),
        (["ID", "Dato", "Navn"], ["number", "date", "name"]),
    ],
)  # fmt: skip
def test_the_heads_of_a_register_are_known_in_three_languages(
    head: list[str], found: list[str]
) -> None:
    assert fields(head, "activities") == found


def test_other_heads_of_cases_are_attributes_of_the_kind_their_values_fit() -> None:
    table = [
        ["Alder", "Informant", "Type", "Opptak", "Startet", "Type skole", ""],
        ["37", "Kari", "", "ja", "høsten 2023", "stor", "x"],
        ["41", "Ola", "", "nei", "2.3.2024", "", ""],
    ]
    uses = guess(table, "cases").columns
    assert [(use.field, use.attribute, use.kind) for use in uses] == [
        ("attribute", "Alder", "number"),
        ("name", "", "text"),
        ("kind", "", "text"),
        ("attribute", "Opptak", "yes_no"),
        ("attribute", "Startet", "date"),
        ("attribute", "Type skole", "text"),
        ("", "", "text"),
    ]


def test_the_first_unknown_column_is_the_name_where_no_head_says_it() -> None:
    assert fields(["Type", "", "Hvem", "Alder"], "cases") == ["kind", "", "name", "attribute"]
    assert fields(["Dato", ""], "activities") == ["date", ""]


def test_a_title_above_the_heads_is_no_head() -> None:
    table = [[], ["Oversikt over møter"], [], ["Nr", "Dato", "Hva"], ["1", "2.3.2024", "Oppstart"]]
    found = guess(table, "activities")
    assert found.head_row == 3
    assert (found.at("name"), found.at("comment")) == (2, None)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("target", FIELDS)
def test_our_own_heads_are_known_again(target: Target, language: str) -> None:
    head = [words(language).gettext(title) for title in FIELDS[target].values()]
    assert fields(head, target) == list(FIELDS[target])


def test_nothing_can_be_made_of_an_empty_table() -> None:
    empty: list[list[list[str]]] = [[], [[]], [["", " "]]]
    for table in empty:
        with pytest.raises(QualtoolError) as told:
            guess(table, "cases")
        assert told.value.key == "table_empty"
        with pytest.raises(QualtoolError):
            likeliest([table], "cases")


def test_of_several_sheets_the_one_with_the_heads_is_taken() -> None:
    cover, empty = [["Forside"]], [[""]]
    register = [["Nr", "Hva", "Dato"], ["1", "a", ""]]
    assert likeliest([empty, cover, register], "activities") == 2
    assert likeliest([empty, cover], "activities") == 1


def test_a_kind_is_only_guessed_from_values() -> None:
    assert kind_of(["", " "]) == "text"
    assert kind_of(["1", "", "2,5"]) == "number"
    assert kind_of(["ja", "kanskje"]) == "text"


def test_the_apostrophe_before_a_formula_is_taken_off_and_no_other() -> None:
    assert [unguarded(each) for each in ("'=1+1", "'-3", "'hei", "\'\'=1", "")] == [
        "=1+1", "-3", "'hei", "\'\'=1", "",
    ]  # fmt: skip


@given(
    st.lists(st.lists(st.sampled_from(["Nr", "Navn", "Dato", "", "x", "Alder", "'="]), max_size=6)),
    st.sampled_from(["cases", "activities"]),
)
def test_every_column_has_one_use_and_every_field_one_column(
    table: list[list[str]], target: Target
) -> None:
    try:
        found = guess(table, target)
    except QualtoolError:
        return
    assert [use.at for use in found.columns] == list(range(len(found.columns)))
    said = [use.field for use in found.columns if use.field not in ("", "attribute")]
    assert len(said) == len(set(said))


def test_columns_that_may_tell_who_somebody_is_are_left_out_of_cases() -> None:
    table = [["Informant", "E-post", "Rolle"], ["Ada", "a@example.org", "rektor"]]
    uses = [(use.field, use.private) for use in guess(table, "cases").columns]
    assert uses == [("name", False), ("", True), ("attribute", False)]


def test_a_register_is_known_from_answers_to_a_survey() -> None:
    register = [
        ["Møter 2023"],
        ["Nr", "Når", "Møte", "Til stede", "Merknad"],
        ["1", "", "", "", ""],
    ]
    answers = [["ID", "Dato", "Hva gikk bra?", "Deltaker", "Kommentar"], ["1", "", "", "", ""]]
    assert is_register(register)
    assert not is_register(answers)
    assert not is_register([["Dato", "Navn"], ["3.4.2024", "Ada"]])
