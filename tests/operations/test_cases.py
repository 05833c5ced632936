from __future__ import annotations

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.operations import cases
from qualtool.store.project import Project
from qualtool.store.schema import Attribute, AttributeValue, Case, DocumentCase, Speaker
from tests.operations.asking import row, rows
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def test_a_case_is_made_once(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        assert cases.ensure(session, " kontoret ") == r.office
        new = cases.ensure(session, "Skolen", kind="school")
    made = row(project, Case, new)
    assert made is not None
    assert (made.name, made.kind, made.position) == ("Skolen", "school", 5)


def test_two_cases_have_two_names(rich: Furnished) -> None:
    project, r = rich
    for act in (
        lambda s: cases.add(s, "KONTORET"),
        lambda s: cases.rename(s, r.county, "kontoret"),
    ):
        with pytest.raises(QualtoolError) as told, project.edit("x") as session:
            act(session)
        assert told.value.key == "case_exists"
    with project.edit("x") as session:
        cases.rename(session, r.office, "kontoret")


def test_a_value_is_set_changed_and_taken_away(rich: Furnished) -> None:
    project, r = rich
    for name, value, held in (
        ("rolle", "rektor", ["rektor"]),
        ("Rolle", " ", []),
        ("Rolle", "", []),
        ("Alder", "37", ["37"]),
    ):
        with project.edit("x") as session:
            cases.set_attribute(session, r.informant, name, value)
        assert [each.value for each in rows(project, AttributeValue)] == held
    assert [each.name for each in rows(project, Attribute)] == ["Rolle", "Alder"]


def test_a_document_is_tied_to_a_case_once(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        cases.tie(session, r.notes, r.office)
    ties = [each.case_id for each in rows(project, DocumentCase) if each.document_id == r.notes]
    assert ties == [r.office]


def test_untying_a_case_takes_it_from_the_speakers_too(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        cases.untie(session, r.interview, r.informant)
    speaker = row(project, Speaker, r.answerer)
    assert speaker is not None
    assert speaker.case_id is None


def test_what_stood_under_a_removed_case_moves_up(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        desk = cases.add(session, "Skranken", parent_id=r.office)
        cases.remove(session, [r.county, r.office])
        cases.remove(session, [])
    found = rows(project, Case)
    assert [case.position for case in found] == list(range(len(found)))
    left = row(project, Case, desk)
    assert left is not None
    assert left.parent_id is None
