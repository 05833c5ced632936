"""What undo and redo come to next, read from the history alone."""

from __future__ import annotations

from qualtool.store.journal import tell
from qualtool.store.project import Project
from qualtool.store.schema import Code
from qualtool.store.trail import Trail, Undone

MADE = (1, "create_project")


def test_a_new_project_has_nothing_to_take_back() -> None:
    trail = Trail([MADE])
    assert (trail.to_undo, trail.to_redo, trail.last) == (None, None, 1)
    assert Trail([]).last == 0


def test_steps_are_taken_back_from_the_last_and_brought_again_in_order() -> None:
    steps = [MADE, (2, "add"), (3, "add"), (4, "undo"), (5, "undo"), (6, "redo"), (7, "undo")]
    ahead = [(Trail(steps[:count]).to_undo, Trail(steps[:count]).to_redo) for count in (5, 6, 7)]
    assert ahead == [
        (None, Undone(undo_id=5, step_id=2)),
        (2, Undone(undo_id=4, step_id=3)),
        (None, Undone(undo_id=7, step_id=2)),
    ]


def test_a_new_step_forgets_what_could_be_redone() -> None:
    trail = Trail([MADE, (2, "add"), (3, "undo"), (4, "add")])
    assert trail.to_redo is None
    assert trail.to_undo == 4


def test_a_history_that_makes_no_sense_still_opens() -> None:
    trail = Trail([(1, "redo"), (2, "undo"), (3, "redo"), (4, "add")])
    assert trail.to_undo == 4
    assert trail.to_redo is None


def test_nothing_is_taken_back_that_came_before_the_sample_study_was_handed_over() -> None:
    trail = Trail([MADE, (2, "add"), (3, "add"), (4, "undo"), (5, "finish_sample")])
    assert (trail.to_undo, trail.to_redo, trail.last) == (None, None, 5)
    trail.add(6, "add")
    trail.add(7, "add")
    assert trail.to_undo == 7
    trail.add(8, "undo")
    assert (trail.to_undo, trail.to_redo) == (6, Undone(undo_id=8, step_id=7))
    trail.add(9, "undo")
    assert trail.to_undo is None


def test_a_step_that_is_gone_on_with_is_told_as_it_has_become(project: Project) -> None:
    with project.edit("add_code") as session:
        tell(session, code="tid")
        session.add(Code(name="tid"))
    first = project.next_undo()
    assert first is not None
    with project.edit("add_code", goes_on=first.id) as session:
        tell(session, code="tillit")
        session.add(Code(name="tillit"))
    again = project.next_undo()
    assert again is not None
    assert (again.id, again.action, again.about) == (first.id, "add_code", '{"code": "tillit"}')
    assert first.about == '{"code": "tid"}'
    project.undo()
    redone = project.next_redo()
    assert redone is not None
    assert (redone.id, redone.undoes_id) == (first.id, None)
