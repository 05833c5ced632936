"""What the columns of a survey are, and what each row of it says."""

from __future__ import annotations

import pytest

from qualtool.core.survey import Column, answers_of, columns_of

TABLE = [
    ["Spørreundersøkelse om turnus", "", "", "", "", ""],
    ["ID", "Tidsmerke", "E-post", "Stilling", "Hva hindrer deg i hverdagen?", ""],
    ["1", "3.4.2024", "a@example.org", "lærer", "Vi får ikke tid til å snakke sammen", "ja"],
    ["2", "4.4.2024", "b@example.org", "lærer", "Ingen svarer når vi ringer\n\nog spør", ""],
    ["", "", "", "", "", ""],
    ["2", "5.4.2024", "", "rektor", "", ""],
]


def test_columns_are_guessed_by_their_heads_and_by_what_stands_in_them() -> None:
    uses = {column.head: column.use for column in columns_of(TABLE)}
    assert uses == {
        "ID": "attribute",  # the number two stands there twice
        "Tidsmerke": "date",
        "E-post": "leave",
        "Stilling": "attribute",
        "Hva hindrer deg i hverdagen?": "answer",
        "Column 6": "attribute",
    }


def test_what_a_column_is_can_be_said_by_its_head() -> None:
    uses = [column.use for column in columns_of(TABLE, [("id", "case"), ("STILLING", "leave")])]
    assert uses == ["case", "date", "leave", "leave", "answer", "attribute"]
    assert columns_of(TABLE, [("ID", "nonsense")])[0].use == "attribute"


def test_one_column_is_the_date_and_one_the_case() -> None:
    table = [["Informant", "Nr", "Dato", "Levert"], ["Ada", "1", "3.4.2024", "4.4.2024"]]
    assert [one.use for one in columns_of(table)] == ["case", "attribute", "date", "leave"]


def test_a_table_without_rows_below_heads_has_no_columns() -> None:
    assert columns_of([["alene"], ["", ""]]) == ()
    assert answers_of([["alene"]], (), "Svar") == ()


def test_rows_of_one_name_are_told_apart_and_numbers_get_a_word() -> None:
    columns = columns_of(TABLE, [("ID", "case")])
    given = answers_of(TABLE, columns, "Svar")
    assert [one.case for one in given] == ["Svar 1", "Svar 2", "Svar 2 (2)"]
    assert given[0].date == "3.4.2024"
    assert given[1].attributes == (("Stilling", "lærer"),)
    assert given[2].answers == ()


def test_a_case_without_a_name_is_numbered() -> None:
    columns = [Column(4, "Spørsmål", "answer")]
    assert [one.case for one in answers_of(TABLE, columns, "Svar")] == [
        "Svar 1",
        "Svar 2",
        "Svar 3",
    ]


def test_what_may_tell_who_somebody_is_is_left_out_unless_it_is_asked_for() -> None:
    table = [
        ["Fornavn", "Kontakt", "Ring", "Kommunenavn"],
        ["Ada", "ada@example.org", "900 00 000", "Fjordvik"],
        ["Bo", "bo@example.org", "+47 90000001", "Nesbygd"],
    ]
    columns = columns_of(table)
    assert [(one.use, one.private) for one in columns] == [
        ("leave", True),
        ("leave", True),
        ("leave", True),
        ("attribute", False),
    ]
    assert columns_of(table, [("Fornavn", "attribute")])[0].use == "attribute"


def test_a_column_has_an_example_of_what_stands_in_it() -> None:
    examples = [one.example for one in columns_of(TABLE)]
    assert examples[3:] == ["lærer", "Vi får ikke tid til å snakke sammen", "ja"]


@pytest.mark.parametrize(
    ("head", "values", "use"),
    [
        ("Hva burde endres?", ("Mer tid.", "Ingenting.", "Flere møter.", "Vet ikke."), "answer"),
        ("Hva burde endres?", ("mer tid til det", "bedre rom og lys", "vet ikke helt"), "answer"),
        ("Hvor gammel er du?", ("34", "51", "47"), "attribute"),
        ("Hvor jobber du?", ("Nord", "Sør", "Nord"), "attribute"),
        ("Er du leder?", ("ja", "nei", "nei"), "attribute"),
        ("Hvor enig er du?", ("Litt enig.", "Litt enig.", "Helt enig.", "Litt enig."), "attribute"),
    ],
)
def test_a_question_answered_in_few_words_is_still_an_answer(
    head: str, values: tuple[str, ...], use: str
) -> None:
    table = [("Nr", head), *((str(number), value) for number, value in enumerate(values))]
    assert columns_of(table)[1].use == use
