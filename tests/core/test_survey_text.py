"""Answers as documents: under their questions, and each where it stands in the table."""

from __future__ import annotations

from qualtool.core.origins import raw_span
from qualtool.core.source import Source
from qualtool.core.survey import Column, answers_of, columns_of
from qualtool.core.survey_sheet import sheet_of
from qualtool.core.survey_text import apart, one_document

TABLE = [
    ["Spørreundersøkelse om turnus", "", "", "", "", ""],
    ["ID", "Tidsmerke", "E-post", "Stilling", "Hva hindrer deg i hverdagen?", ""],
    ["1", "3.4.2024", "a@example.org", "lærer", "Vi får ikke tid til å snakke sammen", "ja"],
    ["2", "4.4.2024", "b@example.org", "lærer", "Ingen svarer når vi ringer\n\nog spør", ""],
    ["", "", "", "", "", ""],
    ["2", "5.4.2024", "", "rektor", "", ""],
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


def in_table() -> Source:
    columns = columns_of(TABLE, [("ID", "case"), ("Column 6", "answer")])
    return one_document(columns, answers_of(TABLE, columns, "Svar"), sheet_of(TABLE))


def test_each_word_is_found_in_the_row_of_its_case() -> None:
    source = in_table()
    at = source.text.index("Ingen")
    span = raw_span(source.origins, at, len("Ingen svarer når vi ringer\nog spør") + at)
    assert span is not None
    assert source.raw[slice(*span)] == "Ingen svarer når vi ringer\n\nog spør"
    row = source.raw[: span[0]].rpartition("\n")[2]
    assert row == "4 │ 2 │ 4.4.2024 │ b@example.org │ lærer │ "


def test_a_document_of_one_case_leads_to_its_own_row() -> None:
    parts = dict(apart(in_table()))
    assert [part.raw for part in parts.values()] == [in_table().raw] * 2
    for number, row in ((0, "\n3 │"), (1, "\n4 │")):
        part = parts[number]
        for turn in part.turns:
            span = raw_span(part.origins, turn.start, turn.end)
            assert span is not None
            before = part.raw[: span[0]]
            assert before.rfind(row) == max(before.rfind(f"\n{n} │") for n in range(9))


def test_a_passage_over_two_questions_is_the_stretch_that_holds_both() -> None:
    source = in_table()
    span = raw_span(source.origins, 0, len(source.text))
    assert span is not None
    assert source.raw[span[0] :].startswith("Hva hindrer")
    assert source.raw[slice(*span)].endswith("og spør")
