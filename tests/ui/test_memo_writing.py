"""A memo while it is written: one step however often it is kept, and never lost."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualtool.analysis import history, memo_places, memos
from qualtool.operations import codes
from qualtool.operations import memos as acts
from qualtool.store.project import Project
from qualtool.store.rows import MemoRow
from qualtool.ui.memo_writing import Writing, Written, written_in
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


def blank(project: Project, kind: str = "", row_id: int | None = None) -> MemoRow:
    with project.read() as session:
        return memo_places.blank(session, kind, row_id, coder_id=project.coder_id)


def kept(project: Project) -> list[MemoRow]:
    with project.read() as session:
        return memos.memos(session)


def steps(project: Project) -> int:
    with project.read() as session:
        return len(history.steps(session))


def test_what_is_kept_again_and_again_is_one_step(project: Project, study: Study) -> None:
    before = steps(project)
    writing = Writing(project, blank(project, "code", study.places))
    for text in ("Det", "Det tok", "Det tok tid"):
        writing.keep(Written(text=text), done=False)
    writing.keep(Written(text="Det tok tid", kind="method"), done=True)
    (memo,) = kept(project)
    assert (memo.text, memo.kind, memo.coder) == ("Det tok tid", "method", "Marte")
    assert (memo.target, memo.about) == ("code", "faste møteplasser")
    assert steps(project) == before + 1
    project.undo()
    assert kept(project) == []


def test_a_memo_without_words_is_never_made_and_one_that_is_emptied_goes(
    project: Project, study: Study
) -> None:
    before = steps(project)
    writing = Writing(project, blank(project))
    writing.keep(Written(text="  \n"), done=True)
    assert steps(project) == before
    writing.keep(Written(title="Bare en tittel"), done=False)
    writing.keep(Written(), done=False)
    assert [memo.title for memo in kept(project)] == ["Bare en tittel"]
    writing.keep(Written(), done=True)
    assert kept(project) == []
    project.undo()
    assert [memo.title for memo in kept(project)] == ["Bare en tittel"]


def test_opening_a_memo_and_leaving_it_changes_nothing(project: Project, study: Study) -> None:
    Writing(project, blank(project)).keep(Written(text="x"), done=True)
    (memo,) = kept(project)
    before = steps(project)
    Writing(project, memo).keep(written_in(memo), done=True)
    assert steps(project) == before


def test_a_memo_on_a_passage_makes_the_excerpt_with_it(project: Project, study: Study) -> None:
    with project.read() as session:
        row = memo_places.blank(session, span=(study.document, 0, 8), coder_id=project.coder_id)
    assert (row.words, row.target, row.target_id) == ("Hvordan ", "excerpt", None)
    assert row.about == "Informant 1, paragraph 1"
    Writing(project, row).keep(Written(text="her"), done=True)
    (memo,) = kept(project)
    assert memo.span == (study.document, 0, 8)
    with project.read() as session:
        again = memo_places.blank(session, span=(study.document, 0, 8))
    assert again.target_id == memo.target_id


def test_a_thought_outlives_what_it_was_about(project: Project, study: Study) -> None:
    writing = Writing(project, blank(project, "code", study.places))
    with project.edit("remove_codes") as session:
        codes.remove(session, [study.places])
    writing.keep(Written(text="Det tok tid"), done=True)
    (memo,) = kept(project)
    assert (memo.text, memo.target) == ("Det tok tid", "")


def test_a_memo_taken_away_while_it_is_written_on_is_written_anew(
    project: Project, study: Study
) -> None:
    writing = Writing(project, blank(project, "code", study.places))
    writing.keep(Written(text="Det"), done=False)
    (memo,) = kept(project)
    with project.edit("remove_memos") as session:
        acts.remove(session, [memo.id])
    writing.keep(Written(text="Det tok tid"), done=True)
    (memo,) = kept(project)
    assert (memo.text, memo.target) == ("Det tok tid", "code")


def test_what_is_written_is_compared_with_what_is_kept() -> None:
    row = MemoRow(1, "method", "third", "t", "x", "Marte", "2024-01-01", True, 0, "", None)
    assert written_in(row) == Written("method", "third", "t", "x", True)
    assert written_in(replace(row, title=" ", text="")).empty
