"""An excerpt without words is shown with those it had, and with what stands there now."""

from __future__ import annotations

import pytest

from qualtool.analysis.lost_excerpts import count, lost_excerpts
from qualtool.core.correction import Edit
from qualtool.operations import correction
from qualtool.store.project import Project
from tests.operations.losing import lose_words
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


@pytest.fixture
def losing(rich: Furnished) -> Furnished:
    project, r = rich
    with project.edit("correct_text") as session:
        lose_words(session, r)
    return project, r


def test_a_lost_excerpt_is_shown_with_its_words_and_where_they_were(losing: Furnished) -> None:
    project, r = losing
    with project.read() as session:
        assert count(session) == 1
        (row,) = lost_excerpts(session)
        assert lost_excerpts(session, r.notes) == [row]
        assert lost_excerpts(session, r.group) == []
    assert (row.excerpt_id, row.document_id, row.document) == (r.direct, r.notes, "Notat")
    assert (row.words, row.offset, row.paragraph) == ("Regn", 0, 1)
    assert row.place == "paragraph 1"
    assert (row.before, row.after) == ("", "hele dagen, dag med sol. Igjen Regn.")
    assert row.codes == ("tid", "skjema")
    assert row.colours[0] == "plum"
    assert (row.comments, row.memos, row.starred) == (1, 2, True)
    assert row.found == (31, 35)


def test_words_that_stand_nowhere_any_more_are_not_offered(rich: Furnished) -> None:
    project, r = rich
    with project.edit("correct_text") as session:
        correction.correct(session, r.notes, [Edit(0, 5, "")])
    with project.read() as session:
        assert lost_excerpts(session)[0].found is None
