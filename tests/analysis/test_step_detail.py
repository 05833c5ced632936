"""What a step touched, with the way to it while it is there, and what it reworded."""

from __future__ import annotations

from qualtool.analysis.step_detail import Reworded, StepDetail, detail
from qualtool.operations import codes, coding, memos
from qualtool.store.project import Project
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def last(project: Project) -> int:
    step = project.next_undo()
    assert step is not None
    return step.id


def told(project: Project, step_id: int) -> StepDetail:
    with project.read() as session:
        return detail(session, step_id)


def test_a_coding_leads_to_its_passage_and_its_code(rich: Furnished) -> None:
    project, r = rich
    with project.edit("apply_code") as session:
        coding.apply(session, r.notes, 0, 4, [r.time], coder_id=r.bo)
    found = told(project, last(project))
    kinds = {each.kind: each for each in found.touched}
    assert kinds["code"].id == r.time
    assert kinds["excerpt"].span == (r.notes, 0, 4)
    assert kinds["excerpt"].name == "Regn"
    assert found.more == 0


def test_what_is_gone_has_its_name_but_no_way(rich: Furnished) -> None:
    project, _r = rich
    with project.edit("add_code") as session:
        made = codes.add(session, "forbigående")
    step = last(project)
    with project.edit("remove_codes") as session:
        codes.remove(session, [made])
    for each in (step, last(project)):
        (thing,) = told(project, each).touched
        assert (thing.kind, thing.id, thing.name) == ("code", None, "forbigående")


def test_a_redefinition_tells_the_old_wording_and_the_one_of_then(rich: Furnished) -> None:
    project, r = rich
    steps = []
    for words in ("Om tid.", "Om knapp tid.", "Om noe annet."):
        with project.edit("describe_code") as session:
            codes.describe(session, r.time, description=words)
        steps.append(last(project))
    assert told(project, steps[1]).reworded == (
        Reworded("code", "tid", "description", "Om tid.", "Om knapp tid."),
    )
    assert told(project, steps[2]).reworded[0].after == "Om noe annet."


def test_a_memo_is_named_by_its_title_or_how_it_begins(rich: Furnished) -> None:
    project, r = rich
    with project.edit("add_memo") as session:
        memos.add(session, text="Om\nalt mulig", target="document", target_id=r.notes)
    assert [each.name for each in told(project, last(project)).touched if each.kind == "memo"] == [
        "Om alt mulig"
    ]
