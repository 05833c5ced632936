"""An excerpt without words is given a place again, or given up; nothing is dropped in silence."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from qualtool.analysis import history
from qualtool.analysis.checking import faults
from qualtool.analysis.lost_excerpts import count
from qualtool.analysis.memos import memos as memo_rows
from qualtool.core.errors import QualtoolError
from qualtool.operations import coding
from qualtool.operations.lost_excerpts import give_up, place_again
from qualtool.store.project import Project
from qualtool.store.schema import Coding, Excerpt
from tests.operations.losing import lose_words
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


@pytest.fixture
def losing(rich: Furnished) -> Furnished:
    project, r = rich
    with project.edit("correct_text") as session:
        lose_words(session, r)
    return project, r


def test_a_lost_excerpt_stands_where_it_is_put_with_all_it_holds(losing: Furnished) -> None:
    project, r = losing
    with project.edit("place_excerpt_again") as session:
        assert place_again(session, r.direct, 31, 35) == r.direct
    with project.read() as session:
        row = session.get_one(Excerpt, r.direct)
        assert (row.start, row.end, row.lost, row.lost_words) == (31, 35, False, "")
        assert row.display_text == "Regn …"
        assert len(session.scalars(select(Coding).where(Coding.excerpt_id == r.direct)).all()) == 2
        assert count(session) == 0
        assert faults(session) == []
        newest = history.worded(history.steps(session, limit=1)[0])
        assert newest == "Gave a lost excerpt a place in “Notat” again"


def test_put_on_other_words_it_has_no_edited_form_any_more(losing: Furnished) -> None:
    project, r = losing
    with project.edit("place_excerpt_again") as session:
        place_again(session, r.direct, 0, 4)
    with project.read() as session:
        assert session.get_one(Excerpt, r.direct).display_text is None


def test_put_where_an_excerpt_stands_it_goes_into_that(losing: Furnished) -> None:
    project, r = losing
    with project.edit("x") as session:
        (made,) = coding.apply(session, r.notes, 31, 35, [r.time], coder_id=r.bo)
        twin = session.get_one(Coding, made).excerpt_id
    with project.edit("place_excerpt_again") as session:
        assert place_again(session, r.direct, 31, 35) == twin
    with project.read() as session:
        assert session.get(Excerpt, r.direct) is None
        row = session.get_one(Excerpt, twin)
        assert (row.lost, row.starred, row.display_text) == (False, True, "Regn …")
        assert len(session.scalars(select(Coding).where(Coding.excerpt_id == twin)).all()) == 3


def test_given_up_it_goes_with_its_codings_and_its_memos_stay(losing: Furnished) -> None:
    project, r = losing
    with project.edit("give_up_excerpts") as session:
        give_up(session, [r.direct])
    with project.read() as session:
        assert session.get(Excerpt, r.direct) is None
        assert session.scalars(select(Coding).where(Coding.excerpt_id == r.direct)).all() == []
        kept = memo_rows(session, target="document", target_id=r.notes)
        assert {row.text for row in kept} == {"om stedet", "om kodinga"}
        newest = history.worded(history.steps(session, limit=1)[0])
        assert newest == "Gave up an excerpt that had lost its words in “Notat”"
        assert faults(session) == []


def test_what_is_not_lost_is_neither_put_elsewhere_nor_given_up(losing: Furnished) -> None:
    project, r = losing
    last = project.next_undo()
    for key, act in (
        ("not_lost", lambda s: place_again(s, r.lone, 0, 4)),
        ("not_lost", lambda s: give_up(s, [r.direct, r.lone])),
        ("gone", lambda s: give_up(s, [999])),
        ("range", lambda s: place_again(s, r.direct, 4, 999)),
    ):
        with pytest.raises(QualtoolError) as told, project.edit("x") as session:
            act(session)
        assert told.value.key == key
    with project.edit("x") as session:
        give_up(session, [])
    after = project.next_undo()
    assert last is not None
    assert after is not None
    assert last.id == after.id
