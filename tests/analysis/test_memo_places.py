"""A memo that is not written yet says what it would be on, as it will when it is."""

from __future__ import annotations

from dataclasses import replace

from qualtool.analysis import memo_places, memos
from qualtool.operations import memos as writing
from qualtool.store.project import Project
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def test_an_empty_memo_is_signed_dated_and_on_nothing(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        row = memo_places.blank(session, coder_id=r.anne)
    assert (row.id, row.target, row.target_id, row.text) == (0, "", None, "")
    assert row.coder
    assert len(row.date) == 10


def test_an_empty_memo_says_what_it_is_on_as_the_written_one_does(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        code = memo_places.blank(session, "code", r.secrecy)
        on_excerpt = memo_places.blank(session, "excerpt", r.starred)
        by_text = {row.text: row for row in memos.memos(session)}
    assert (code.about, code.colour) == (by_text["om koden"].about, by_text["om koden"].colour)
    written = by_text["om stedet"]
    assert (on_excerpt.words, on_excerpt.span) == (written.words, written.span)


def test_a_passage_is_said_as_the_excerpt_it_becomes(rich: Furnished) -> None:
    project, r = rich
    span = (r.notes, 5, 9)
    with project.read() as session:
        before = memo_places.blank(session, span=span)
    assert (before.target, before.target_id, before.span) == ("excerpt", None, span)
    with project.edit("add_memo") as session:
        made = writing.add_on_passage(session, *span, text="her")
    with project.read() as session:
        after = memos.memo(session, made)
        again = memo_places.blank(session, span=span)
    assert after is not None
    assert again.target_id == after.target_id
    assert (before.about, before.words, before.span) == (after.about, after.words, after.span)
    assert replace(again, date="") == replace(
        before, target_id=after.target_id, date="", colour=again.colour, codes=again.codes
    )


def test_a_passage_of_a_document_that_is_gone_says_nothing(rich: Furnished) -> None:
    project, _r = rich
    with project.read() as session:
        assert memo_places.blank(session, span=(999, 0, 4)).about == ""
        assert memo_places.blank(session, "theme", 999).about == ""
