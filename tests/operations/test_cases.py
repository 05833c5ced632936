from __future__ import annotations

import pytest

from qualtool.analysis import grid
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


def test_many_cases_are_made_at_once_and_each_only_once(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        made = cases.ensure_all(session, {"Skolen": "school", "skolen": "x", "KONTORET": "x"})
    assert made["Skolen"] == made["skolen"]
    assert made["KONTORET"] == r.office
    found = row(project, Case, made["Skolen"])
    assert found is not None
    assert (found.name, found.kind, found.position) == ("Skolen", "school", 5)


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
        of_case = [each for each in rows(project, AttributeValue) if each.case_id == r.informant]
        assert [each.value for each in of_case] == held
    assert [each.name for each in rows(project, Attribute)] == ["Rolle", "Ansatte", "Alder"]


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


def names_in_tree(project: Project) -> list[str]:
    with project.read() as session:
        return [f"{'  ' * row.depth}{row.name}" for row in grid.cases_grid(session).rows]


def test_a_case_moves_under_another_with_what_stands_under_it(rich: Furnished) -> None:
    project, r = rich
    with project.edit("move_cases") as session:
        cases.move(session, [r.county, r.office], parent_id=r.informant)
    assert names_in_tree(project) == ["Intervju 1", "  Fylket", "    Kontoret", "Berit", "Carl"]
    assert [row.position for row in rows(project, Case)] == [0, 3, 4, 1, 2]


def test_cases_are_put_in_order_among_their_siblings(rich: Furnished) -> None:
    project, r = rich
    with project.edit("move_cases") as session:
        desk = cases.add(session, "Skranken", parent_id=r.county)
        cases.move(session, [desk], parent_id=r.county, position=0)
        cases.move(session, [r.county], parent_id=None, position=0)
        cases.move(session, [], parent_id=None)
    assert names_in_tree(project) == [
        "Fylket", "  Skranken", "  Kontoret", "Intervju 1", "Berit", "Carl",
    ]  # fmt: skip


def test_a_case_cannot_come_under_itself(rich: Furnished) -> None:
    project, r = rich
    for goal in (r.county, r.office):
        with pytest.raises(QualtoolError) as told, project.edit("x") as session:
            cases.move(session, [r.county], parent_id=goal)
        assert told.value.key == "case_cycle"


def test_the_kind_of_a_case_is_one_of_ours_or_the_researchers_own(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        cases.set_kind(session, [r.county, r.office], " Storsal ")
        cases.set_kind(session, [], "x")
        cases.describe(session, r.informant, note="snakket lenge")
    assert [row.kind for row in rows(project, Case) if row.id in (r.county, r.office)] == (
        ["Storsal", "Storsal"]
    )
    told = row(project, Case, r.informant)
    assert told is not None
    assert told.note == "snakket lenge"


def test_who_would_come_to_stand_under_itself_is_not_placed(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        cases.place(session, {r.county: r.office, r.informant: r.office})
    assert names_in_tree(project) == [
        "Berit", "Carl", "Fylket", "  Kontoret", "    Intervju 1",
    ]  # fmt: skip
