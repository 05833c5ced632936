"""A corrected text keeps what it did not touch, and all that stands in it stays in place."""

from __future__ import annotations

import json
import shutil
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from qualtool.analysis import balance, chosen, codebook, documents, excerpts, study
from qualtool.analysis.checking import faults
from qualtool.core import source as sources
from qualtool.core.correction import Edit, between
from qualtool.core.counting import words
from qualtool.core.errors import QualtoolError
from qualtool.core.source import Anchor, Block, Locator, Source, Turn
from qualtool.operations import answers, coding, theme_excerpts
from qualtool.operations import documents as document_operations
from qualtool.operations.correction import Corrected, correct
from qualtool.store.project import Project, open_project
from qualtool.store.schema import Answer, Code, Coding, Document, DocumentText, Excerpt, Speaker
from tests.operations.dumping import dump
from tests.operations.rich import ANSWER, QUESTION, SECOND, Rich

Furnished = tuple[Project, Rich]


def text_of(project: Project, document_id: int) -> str:
    with project.read() as session:
        return session.scalars(
            select(DocumentText.text).where(DocumentText.document_id == document_id)
        ).one()


def rows_of(project: Project, document_id: int, what: str) -> list[list[Any]]:
    with project.read() as session:
        held = session.scalars(
            select(DocumentText).where(DocumentText.document_id == document_id)
        ).one()
        rows: list[list[Any]] = json.loads(getattr(held, what))
        return rows


def change(project: Project, document_id: int, old: str, new: str) -> Corrected:
    """Put `new` for the first `old` in a document, as someone types it."""
    text = text_of(project, document_id)
    at = text.index(old)
    with project.edit("correct_text") as session:
        return correct(session, document_id, between(old, new, at), text=text)


def excerpt(project: Project, excerpt_id: int) -> Excerpt:
    with project.read() as session:
        row = session.get_one(Excerpt, excerpt_id)
        session.expunge(row)
        return row


def quoted(project: Project, excerpt_id: int) -> str:
    row = excerpt(project, excerpt_id)
    return text_of(project, row.document_id)[row.start : row.end]


def test_a_correction_before_an_excerpt_moves_it_and_leaves_its_words(rich: Furnished) -> None:
    project, r = rich
    before = quoted(project, r.lone)
    made = change(project, r.group, "møtene", "de faste møtene på fredager")
    assert made.edits
    assert made.moved == 2
    assert made.lost == ()
    assert quoted(project, r.lone) == before
    with project.read() as session:
        document = session.get_one(Document, r.group)
        assert document.length == len(text_of(project, r.group))
        assert document.words == words(text_of(project, r.group))
        assert faults(session) == []


def test_a_word_spelt_anew_in_an_excerpt_is_told_with_its_display_text(rich: Furnished) -> None:
    project, r = rich
    made = change(project, r.interview, "vanskelig", "vanskeleg")
    assert (made.changed, made.display_texts) == (2, (r.both,))
    assert "vanskeleg" in quoted(project, r.both)
    assert excerpt(project, r.both).display_text == "Samtykke er […] vanskelig."


def test_an_excerpt_whose_words_are_gone_waits_and_is_counted_nowhere(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        session.get_one(Code, r.time).example_excerpt_id = r.direct
        coding.set_valence(
            session,
            [session.scalars(select(Coding.id).where(Coding.excerpt_id == r.direct)).one()],
            "barrier",
        )
    with project.read() as session:
        before = {row.id: row.excerpts for row in codebook.codes(session)}
        coded = {row.id: row.codings for row in codebook.coders(session)}
        held = study.study(session).excerpts
        assert balance.valences_by_code(session)[r.time] == {"barrier": 1}
    made = change(project, r.notes, "Regn hele", "Hele")
    assert made.lost == (r.direct,)
    row = excerpt(project, r.direct)
    assert (row.lost, row.lost_words, row.start) == (True, "Regn", row.end)
    with project.read() as session:
        assert {row.id: row.excerpts for row in codebook.codes(session)} == {
            **before,
            r.time: before[r.time] - 1,
        }
        assert {row.id: row.codings for row in codebook.coders(session)} == {
            **coded,
            r.anne: coded[r.anne] - 1,
        }
        assert study.study(session).excerpts == held - 1
        assert r.time not in balance.valences_by_code(session)
        assert r.direct not in chosen.in_themes(session)[r.culture]
        assert r.time not in chosen.typical(session)
        assert excerpts.codings_in(session, r.notes) == []
        assert excerpts.excerpts(session, excerpt_ids=[r.direct]) == []
        listed = {row.id: row for row in documents.documents(session)}
        assert (listed[r.notes].excerpts, listed[r.notes].codings) == (0, 0)
        assert [fault.key for fault in faults(session)] == ["lost"]
        assert len(session.scalars(select(Coding).where(Coding.excerpt_id == r.direct)).all()) == 1


def test_a_lost_excerpt_stays_where_it_was_through_later_corrections(rich: Furnished) -> None:
    project, r = rich
    change(project, r.notes, "Regn hele", "Hele")
    assert change(project, r.notes, "Hele", "Igjen sol hele").lost == ()
    row = excerpt(project, r.direct)
    assert (row.lost, row.lost_words) == (True, "Regn")
    assert 0 <= row.start == row.end <= len(text_of(project, r.notes))


def test_an_excerpt_left_with_a_full_stop_has_lost_its_words(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        (row,) = coding.apply(session, r.notes, 10, 16, [r.time], coder_id=r.anne)
        whole = session.get_one(Coding, row).excerpt_id
    assert quoted(project, whole) == "dagen."
    assert change(project, r.notes, "dagen.", ".").lost == (whole,)


def test_excerpts_that_come_to_have_one_span_become_one(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        first = coding.apply(session, r.notes, 5, 9, [r.time], coder_id=r.anne, comment="en")
        second = coding.apply(session, r.notes, 5, 15, [r.time, r.forms], coder_id=r.anne)
        coding.set_comment(session, second[0], "to")
        wide = session.get_one(Coding, second[0]).excerpt_id
        narrow = session.get_one(Coding, first[0]).excerpt_id
        coding.set_display_text(session, wide, "hele dagen lang")
        theme_excerpts.place_excerpts(session, r.culture, [wide])
    made = change(project, r.notes, "hele dagen", "hele")
    assert (made.merged, made.lost) == (1, ())
    with project.read() as session:
        rows = session.scalars(select(Coding).where(Coding.excerpt_id == narrow)).all()
        assert {row.code_id: row.comment for row in rows} == {r.time: "en\nto", r.forms: ""}
        assert session.get(Excerpt, wide) is None
        assert session.get_one(Excerpt, narrow).display_text == "hele dagen lang"
        assert narrow in chosen.in_themes(session)[r.culture]
        assert faults(session) == []


def test_one_excerpt_that_shrinks_onto_another_right_behind_the_edit_goes_into_it(
    rich: Furnished,
) -> None:
    project, r = rich
    with project.edit("x") as session:
        coding.apply(session, r.notes, 5, 15, [r.time], coder_id=r.anne)
        coding.apply(session, r.notes, 10, 15, [r.time], coder_id=r.anne)
    assert change(project, r.notes, "hele dagen", "dagen").merged == 1


def test_the_turn_of_a_line_that_is_taken_out_goes_and_its_speaker_stays(rich: Furnished) -> None:
    project, r = rich
    change(project, r.interview, "Mer?\n", "")
    text = text_of(project, r.interview)
    assert text == "\n".join((QUESTION, ANSWER, SECOND))
    turns = rows_of(project, r.interview, "turns")
    assert [text[turn[0] : turn[1]] for turn in turns] == [QUESTION, ANSWER, SECOND]
    assert [turn[2] for turn in turns] == [0, 1, 1]
    with project.read() as session:
        assert (
            len(session.scalars(select(Speaker).where(Speaker.document_id == r.interview)).all())
            == 2
        )


def test_a_line_joined_to_the_one_before_is_said_by_who_says_that(rich: Furnished) -> None:
    project, r = rich
    change(project, r.interview, "Mer?\nJa,", "Mer? Ja,")
    text = text_of(project, r.interview)
    turns = rows_of(project, r.interview, "turns")
    last = turns[-1]
    assert [turn[2] for turn in turns] == [0, 1, 0]
    assert text[last[0] : last[1]] == f"Mer? {SECOND}"
    assert last[3:] == [10_000, 19_000]


def test_a_line_divided_is_said_by_the_same_person(rich: Furnished) -> None:
    project, r = rich
    change(project, r.interview, "vanskelig. Vi", "vanskelig.\nVi")
    text = text_of(project, r.interview)
    spoken = [text[turn[0] : turn[1]] for turn in rows_of(project, r.interview, "turns")]
    assert spoken[1] == ANSWER.replace("vanskelig. Vi", "vanskelig.\nVi")


def _document(project: Project, source: Source, name: str = "Ny") -> int:
    with project.edit("import_documents") as session:
        return document_operations.add(session, source, name=name)


HEADED = Source(
    "Møte\nFørste\nAndre",
    "text",
    blocks=(Block(0, 4, "heading", 1), Block(5, 11, "list_item"), Block(12, 17, "list_item")),
)


@pytest.mark.parametrize(
    ("old", "new", "blocks"),
    [
        ("Møte", "Møte\ni mai", [(0, 4, "heading"), (5, 10, "heading"), (11, 17, "list_item"),
                                 (18, 23, "list_item")]),
        ("Møte\nF", "Møte. F", [(0, 12, "heading"), (13, 18, "list_item")]),
        ("Første\n", "", [(0, 4, "heading"), (5, 10, "list_item")]),
        ("Andre", "Andre til slutt", [(0, 4, "heading"), (5, 11, "list_item"),
                                      (12, 27, "list_item")]),
    ],
)  # fmt: skip
def test_headings_and_lists_follow_their_paragraphs(
    rich: Furnished, old: str, new: str, blocks: list[tuple[int, int, str]]
) -> None:
    project, _r = rich
    document_id = _document(project, HEADED)
    change(project, document_id, old, new)
    found = rows_of(project, document_id, "blocks")
    assert [tuple(row[:3]) for row in found] == blocks


def test_a_heading_that_joins_plain_words_is_no_heading_any_more(rich: Furnished) -> None:
    project, _r = rich
    document_id = _document(project, Source("Vi\nMøte", "text", blocks=(Block(3, 7, "heading"),)))
    change(project, document_id, "Vi\nM", "Vi M")
    assert rows_of(project, document_id, "blocks") == []


def test_a_passage_that_answers_a_question_follows_and_goes_with_its_words(
    rich: Furnished,
) -> None:
    project, r = rich
    change(project, r.interview, "Jeg tenker", "Ja, jeg tenker")
    with project.read() as session:
        row = session.get_one(Answer, r.answer)
        text = text_of(project, r.interview)
        assert row.start is not None
        assert row.end is not None
        assert text[row.start : row.end] == ANSWER.replace("Jeg", "Ja, jeg")
    change(project, r.interview, text[row.start : row.end + 1], "")
    with project.read() as session:
        assert session.get(Answer, r.answer) is None


def test_an_answer_that_is_only_noted_stays(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        answers.set_state(session, r.question, r.notes, "declined")
    change(project, r.notes, "Regn hele dagen.", "Sol.")
    with project.read() as session:
        assert session.scalars(select(Answer.state).where(Answer.document_id == r.notes)).one()


def test_a_text_that_was_changed_in_the_meantime_is_left_alone(rich: Furnished) -> None:
    project, r = rich
    before = dump(project)
    for edits, text, key in (
        ([Edit(0, 4, "Sol")], "Regn i natt.", "changed"),
        ([Edit(0, 4, "Sol"), Edit(3, 6, "x")], None, "range"),
        ([Edit(0, 99, "Sol")], None, "range"),
        ([Edit(-1, 2, "Sol")], None, "range"),
    ):
        with pytest.raises(QualtoolError) as told, project.edit("correct_text") as session:
            correct(session, r.notes, edits, text=text)
        assert told.value.key == key
        assert "Notat" in str(told.value)
    with pytest.raises(QualtoolError) as told, project.edit("correct_text") as session:
        correct(session, 999, [])
    assert told.value.key == "gone"
    assert dump(project) == before


def test_a_correction_that_changes_nothing_leaves_no_step(rich: Furnished) -> None:
    project, r = rich
    last = project.next_undo()
    with project.edit("correct_text") as session:
        assert correct(session, r.notes, [Edit(0, 4, "Regn"), Edit(5, 5, "")]) == Corrected(r.notes)
    after = project.next_undo()
    assert last is not None
    assert after is not None
    assert last.id == after.id


def test_a_whole_text_can_go_and_come_back(rich: Furnished) -> None:
    project, r = rich
    before = dump(project)
    text = text_of(project, r.interview)
    with project.edit("correct_text") as session:
        made = correct(session, r.interview, [Edit(0, len(text), "")])
    assert len(made.lost) == 2
    assert rows_of(project, r.interview, "turns") == []
    project.undo()
    assert dump(project) == before


SIGNS = st.text(alphabet="ab æ\n.😀e", min_size=1, max_size=40).map(
    lambda text: "\n".join(
        line for line in unicodedata.normalize("NFC", text).split("\n") if line.strip()
    )
)
PARTS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=8)
EDITS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(0, 12), st.text("xy .\nz", max_size=8)), max_size=5
)


def _source(text: str) -> Source:
    turns, blocks, at = [], [], 0
    for number, line in enumerate(text.split("\n")):
        turns.append(Turn(at, at + len(line), number % 2, number * 10, number * 10 + 9))
        if number % 3 == 0:
            blocks.append(Block(at, at + len(line), "list_item"))
        at += len(line) + 1
    starts = [turn.start for turn in turns]
    return Source(
        text,
        "text",
        speakers=(sources.Speaker("A"), sources.Speaker("B")),
        turns=tuple(turns),
        anchors=tuple(Anchor(start, start * 7) for start in starts),
        locators=tuple(Locator(start, "line", str(n)) for n, start in enumerate(starts)),
        blocks=tuple(blocks),
    )


@pytest.fixture(scope="module")
def open_study(
    furnished: tuple[Path, Rich], tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Project]:
    path = tmp_path_factory.mktemp("many") / "many.qualtool"
    shutil.copyfile(furnished[0], path)
    with open_project(path) as project:
        yield project


@settings(max_examples=60)
@given(text=SIGNS.filter(bool), parts=PARTS, made=EDITS)
def test_whatever_is_edited_the_rest_keeps_its_words_and_its_order(
    open_study: Project,
    text: str,
    parts: list[tuple[int, int]],
    made: list[tuple[int, int, str]],
) -> None:
    project = open_study
    spans = sorted({(a, min(a + b, len(text))) for a, b in parts if a < len(text)})
    edits: list[Edit] = []
    for start, length, words_in in sorted(made):
        begin = max(start, edits[-1].end if edits else 0)
        if begin <= len(text):
            edits.append(Edit(begin, min(begin + length, len(text)), words_in))
    with project.edit("import_documents") as session:
        document_id = document_operations.add(session, _source(text), name="Prøve")
        ids = [
            session.get_one(
                Coding, coding.apply(session, document_id, a, b, [1], coder_id=1)[0]
            ).excerpt_id
            for a, b in spans
        ]
    before = dump(project)
    try:
        with project.edit("correct_text") as session:
            told = correct(session, document_id, edits, text=text)
        new = text_of(project, document_id)
        with project.read() as session:
            rows = {
                row.id: row
                for row in session.scalars(
                    select(Excerpt).where(Excerpt.document_id == document_id)
                )
            }
            document = session.get_one(Document, document_id)
            assert (document.length, document.words) == (len(new), words(new))
            assert {f.key for f in faults(session)} <= {"lost"}
        assert {row.id for row in rows.values() if row.lost} == set(told.lost)
        assert len(rows) == len(ids) - told.merged
        for row_id, (start, end) in zip(ids, spans, strict=True):
            apart = all(edit.end <= start or edit.start >= end for edit in edits)
            row = rows.get(row_id)
            # An empty line left behind is taken away, with what is of it in an excerpt.
            inside = "\n" not in text[max(0, start - 1) : end + 1]
            if row is not None and apart and inside:
                assert new[row.start : row.end] == text[start:end]
                assert not row.lost
            elif row is not None and row.lost:
                assert row.lost_words == text[start:end]
                assert row.start == row.end  # by which they are found
        turns = rows_of(project, document_id, "turns")
        blocks = rows_of(project, document_id, "blocks")
        for stretches in (turns, blocks):
            assert all(0 <= a <= b <= len(new) for a, b, *_rest in stretches)
            assert all(one[1] <= two[0] for one, two in pairwise(stretches))
        assert all(new[a:b].strip() for a, b, *_rest in turns)
        for a, _b, *_rest in turns:
            assert a == 0 or new[a - 1] == "\n"
        for points in (
            rows_of(project, document_id, "anchors"),
            rows_of(project, document_id, "locators"),
        ):
            offsets = [point[0] for point in points]
            assert offsets == sorted(offsets)
            assert all(0 <= at <= len(new) for at in offsets)
        if told.edits:
            project.undo()
        assert dump(project) == before
    finally:
        with project.edit("remove_documents") as session:
            document_operations.remove(session, [document_id])
