"""What the columns of a survey are, and what each row of it says."""

from __future__ import annotations

from qualtool.core.survey import Column, answers_of, apart, columns_of, one_document

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


def test_each_answer_is_a_turn_of_its_case_below_the_question() -> None:
    columns = columns_of(TABLE, [("ID", "case")])
    given = answers_of(TABLE, columns, "Svar")
    source = one_document(columns, given)
    question = TABLE[1][4]
    assert source.text.split("\n") == [
        question,
        "Vi får ikke tid til å snakke sammen",
        "Ingen svarer når vi ringer",
        "og spør",
    ]
    assert [speaker.label for speaker in source.speakers] == ["Svar 1", "Svar 2"]
    said = [source.text[turn.start : turn.end] for turn in source.turns]
    assert said == [TABLE[2][4], "Ingen svarer når vi ringer\nog spør"]
    (heading,) = source.blocks
    assert (source.text[heading.start : heading.end], heading.kind) == (question, "heading")


def test_a_question_nobody_answered_is_left_out_of_the_document() -> None:
    columns = [Column(0, "Tom", "answer"), Column(1, "Full", "answer")]
    given = answers_of([["Tom", "Full"], ["", "Her står det noe"]], columns, "Svar")
    assert one_document(columns, given).text == "Full\nHer står det noe"


def test_a_document_of_one_case_holds_only_what_it_said() -> None:
    columns = columns_of(TABLE, [("ID", "case"), ("Column 6", "answer")])
    parts = apart(one_document(columns, answers_of(TABLE, columns, "Svar")))
    assert [(number, part.text.split("\n")) for number, part in parts] == [
        (0, [TABLE[1][4], TABLE[2][4], "Column 6", "ja"]),
        (1, [TABLE[1][4], "Ingen svarer når vi ringer", "og spør"]),
    ]
    assert [part.speakers[0].label for _number, part in parts] == ["Svar 1", "Svar 2"]
    assert [block.kind for block in parts[0][1].blocks] == ["heading", "heading"]


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
