"""The trail a page at a time, narrowed by part of the work, coder, day and words."""

from __future__ import annotations

import pytest
from sqlalchemy import insert

from qualtool.analysis import history_areas, trail_pages
from qualtool.analysis.history import steps, worded
from qualtool.analysis.history_words import WORDS
from qualtool.analysis.trail_pages import StepFilter
from qualtool.operations import codes, coding, step_reasons
from qualtool.store.project import Project
from qualtool.store.rows import StepRow
from qualtool.store.schema import Step
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def said(project: Project, wanted: StepFilter) -> list[str]:
    with project.read() as session:
        return [worded(step) for step in trail_pages.every(session, wanted)]


def test_pages_follow_one_another_and_say_the_same_as_the_whole(rich: Furnished) -> None:
    project, r = rich
    for number in range(7):
        with project.edit("rename_code") as session:
            codes.rename(session, r.time, f"tid {number}")
    project.undo()
    project.redo()
    project.undo()
    found: list[StepRow] = []
    below: int | None = None
    with project.read() as session:
        whole = steps(session)
        while True:
            part = trail_pages.page(session, StepFilter(), below, most=3)
            found += part.steps
            below = part.below
            if below is None:
                break
    assert found == whole
    assert trail_pages.count(session) == len(whole)


def test_what_was_taken_back_can_be_left_out(rich: Furnished) -> None:
    project, r = rich
    for name in ("kort tid", "lang tid"):
        with project.edit("rename_code") as session:
            codes.rename(session, r.time, name)
    project.undo()
    standing = said(project, StepFilter(standing=True))
    assert standing[-1] == "Renamed the code “tid” to “kort tid”"
    assert not any("lang tid" in each for each in standing)
    everything = said(project, StepFilter(words="lang tid"))
    assert everything == [
        "Renamed the code “kort tid” to “lang tid”",
        "Undid: Renamed the code “kort tid” to “lang tid”",
    ]


def test_the_trail_is_narrowed_by_part_coder_day_and_reason(rich: Furnished) -> None:
    project, r = rich
    project.coder_id = r.bo
    with project.edit("rename_code", reason="for lang") as session:
        codes.rename(session, r.time, "knapp tid")
    with project.edit("apply_code") as session:
        coding.apply(session, r.notes, 0, 4, [r.time], coder_id=r.bo)
    assert said(project, StepFilter(areas=frozenset({"codes"})))[-1].startswith("Renamed")
    assert said(project, StepFilter(areas=frozenset({"coding"})))[-1].startswith("Coded")
    assert said(project, StepFilter(coders=frozenset({"Bo"})))[-2:][0].startswith("Renamed")
    assert said(project, StepFilter(with_reason=True)) == ["Renamed the code “tid” to “knapp tid”"]
    assert said(project, StepFilter(words="LANG renamed")) == [
        "Renamed the code “tid” to “knapp tid”"
    ]
    assert said(project, StepFilter(until="2001-01-01")) == []
    assert len(said(project, StepFilter(since="2001-01-01"))) == len(said(project, StepFilter()))
    with project.read() as session:
        assert "Bo" in trail_pages.coders(session)


def test_who_codes_blind_is_not_told_what_another_coded(rich: Furnished) -> None:
    project, r = rich
    project.coder_id = r.bo
    with project.edit("apply_code") as session:
        coding.apply(session, r.notes, 0, 4, [r.time], coder_id=r.bo)
    with project.edit("rename_code") as session:
        codes.rename(session, r.time, "knapp tid")
    project.coders_read = frozenset({r.bo + 999})
    told = said(project, StepFilter())
    assert any(each.startswith("Renamed") for each in told)
    assert not any(each.startswith("Coded a passage") for each in told)


def test_a_reason_given_afterwards_is_no_step(rich: Furnished) -> None:
    project, r = rich
    with project.edit("rename_code") as session:
        codes.rename(session, r.time, "knapp tid")
    step = project.next_undo()
    assert step is not None
    with project.read() as session:
        before = trail_pages.count(session)
    with project.clear_out() as session:
        step_reasons.give(session, step.id, " for \n vid ")
    with project.read() as session:
        (row,) = trail_pages.every(session, StepFilter(with_reason=True))
        assert trail_pages.count(session) == before
    assert row.reason == "for vid"
    assert worded(row, with_reason=True).endswith(", because for vid")
    project.undo()


@pytest.mark.parametrize("action", WORDS)
def test_every_kind_of_step_belongs_to_a_part_of_the_work(action: str) -> None:
    assert history_areas.area(action) in history_areas.AREAS


def test_kinds_of_steps_stand_where_one_looks_for_them() -> None:
    meant = {
        "merge_codes": "codes",
        "apply_code": "coding",
        "merge_themes": "themes",
        "add_memo": "notes",
        "import_documents": "material",
        "take_snapshot": "work",
        "enter_method_phase": "work",
        "place_excerpts": "themes",
        "remove_codings": "coding",
    }
    assert {action: history_areas.area(action) for action in meant} == meant


def test_fifty_thousand_steps_are_asked_for_a_page_at_a_time(project: Project) -> None:
    with project.clear_out() as session:
        rows = [{"action": "apply_code", "about": '{"document":"x","code":"y"}'}] * 5_000
        session.execute(insert(Step), rows)
    with project.read() as session:
        first = trail_pages.page(session, StepFilter(), most=100)
    assert len(first.steps) == 100
    assert first.below == first.steps[-1].id
