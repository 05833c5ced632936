from __future__ import annotations

from sqlalchemy import event

from qualtool.analysis import history
from qualtool.operations import coding, coding_on, excerpts
from qualtool.store.project import Project
from qualtool.store.schema import Coding, Excerpt
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def said(project: Project) -> str:
    step = project.next_undo()
    assert step is not None
    return history.step_in_words(step)


def test_several_excerpts_get_a_code_in_one_step(rich: Furnished) -> None:
    project, r = rich
    with project.edit("code_excerpts") as session:
        made = coding_on.apply(session, [r.lone, r.starred], [r.forms], coder_id=r.bo)
    assert len(made) == 2
    assert said(project) == "Coded 2 excerpts with “skjema”"
    project.undo()
    with project.edit("code_excerpts") as session:
        again = coding_on.apply(session, [r.lone], [r.forms, r.time], coder_id=r.bo)
    assert len(again) == 2
    assert said(project) == "Coded 1 excerpt with 2 codes"


def test_what_is_coded_already_stays_and_takes_the_valence(rich: Furnished) -> None:
    project, r = rich
    with project.edit("code_excerpts") as session:
        made = coding_on.apply(session, [r.both], [r.secrecy], coder_id=r.anne, valence="mixed")
    assert made == [r.secrecy_coding]
    with project.read() as session:
        assert session.get_one(Coding, made[0]).valence == "mixed"


def test_the_excerpt_that_was_chosen_is_coded_and_no_other_is_read(rich: Furnished) -> None:
    project, r = rich
    with project.edit("split_excerpt") as session:
        twin = excerpts.copy_of(session, session.get_one(Excerpt, r.lone)).id
    with project.edit("code_excerpts") as session:
        read: list[object] = []
        event.listen(session, "loaded_as_persistent", lambda _session, row: read.append(row))
        made = coding_on.apply(session, [twin], [r.forms], coder_id=r.bo)
        assert [row.id for row in read if isinstance(row, Excerpt)] == [twin]
    with project.read() as session:
        assert session.get_one(Coding, made[0]).excerpt_id == twin


def test_the_history_says_whose_a_coding_was_that_another_took_away(rich: Furnished) -> None:
    project, r = rich
    with project.edit("remove_codings") as session:
        coding.remove(session, [r.secrecy_coding], by=r.bo)
    assert said(project).endswith(" · coded by Anne")
    project.undo()
    with project.edit("remove_codings") as session:
        coding.remove(session, [r.secrecy_coding], by=r.anne)
    assert "coded by" not in said(project)
