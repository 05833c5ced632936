from __future__ import annotations

import pytest

from qualtool.analysis import attributes as shown
from qualtool.analysis import grid
from qualtool.core import case_kind
from qualtool.core.errors import QualtoolError
from qualtool.operations import attribute_values, attributes
from qualtool.store.project import Project
from qualtool.store.schema import Attribute, AttributeValue, AttributeVariant, Case, Document
from tests.operations.asking import row, rows
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def values(project: Project, attribute_id: int) -> dict[int | None, str]:
    return {
        each.case_id or each.document_id: each.value
        for each in rows(project, AttributeValue)
        if each.attribute_id == attribute_id
    }


def names(project: Project, target: str = "case") -> list[str]:
    found = [each for each in rows(project, Attribute) if each.target == target]
    found.sort(key=lambda each: each.position)
    assert [each.position for each in found] == list(range(len(found)))
    return [each.name for each in found]


def test_attributes_are_made_ordered_and_removed(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        age = attributes.add(session, "Alder", kind="number", position=0)
        attributes.add(session, "Opptak", target="document", kind="yes_no")
        attributes.move(session, [r.role], None)
        attributes.move(session, [], 0)
    assert names(project) == ["Alder", "Ansatte", "Rolle"]
    assert names(project, "document") == ["Opptak"]
    with project.edit("x") as session:
        attributes.remove(session, [age, r.size])
        attributes.remove(session, [])
    assert names(project) == ["Rolle"]
    assert values(project, r.size) == {}


def test_two_attributes_of_a_target_have_two_names(rich: Furnished) -> None:
    project, r = rich
    for act in (
        lambda s: attributes.add(s, "ROLLE"),
        lambda s: attributes.rename(s, r.size, "rolle"),
    ):
        with pytest.raises(QualtoolError) as told, project.edit("x") as session:
            act(session)
        assert told.value.key == "attribute_exists"
    with project.edit("x") as session:
        attributes.add(session, "Rolle", target="document")
        attributes.rename(session, r.role, "rolle")


def test_another_kind_tells_what_does_not_fit_and_alters_nothing(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        attribute_values.set_values(session, r.role, [r.office], "37")
        assert attributes.retype(session, r.role, "number") == ("lærer",)
        assert attributes.retype(session, r.role, "choice") == ()
        assert attributes.set_choices(session, r.role, ["Lærer", "lærer ", "", "rektor"]) == ("37",)
        assert attributes.retype(session, r.role, "choice") == ("37",)
        attribute = session.get_one(Attribute, r.role)
        assert attribute.choices == '["Lærer", "rektor"]'
        (found, *_rest) = shown.attributes(session)
    assert (found.used, found.unfit, found.choices) == (2, 1, ("Lærer", "rektor"))
    assert values(project, r.role) == {r.informant: "lærer", r.office: "37"}


def test_a_kind_that_is_none_is_our_own_mistake(rich: Furnished) -> None:
    project, r = rich
    with pytest.raises(ValueError, match="colour"), project.edit("x") as session:
        attributes.retype(session, r.role, "colour")


def test_a_grouping_that_says_no_groups_is_refused(rich: Furnished) -> None:
    project, r = rich
    with pytest.raises(QualtoolError) as told, project.edit("x") as session:
        attributes.set_visibility(session, r.size, "grouped", "omtrent")
    assert told.value.key == "grouping_unreadable"
    with project.edit("x") as session:
        attributes.set_visibility(session, r.size, "grouped", "10, 50")
        attributes.set_visibility(session, r.size, "analysis")
    found = row(project, Attribute, r.size)
    assert found is not None
    assert (found.visibility, found.grouping) == ("analysis", "10, 50")


def test_joined_spellings_count_as_one_and_stay_as_written(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        attribute_values.set_values(session, r.role, [r.office], "lærar")
        attributes.join(session, r.role, ["lærer", "lærar", "lærer"], "Lærer")
        found = shown.values(session, r.role)
        assert [(each.written, each.counts_as) for each in found] == [
            ("lærer", "Lærer"),
            ("lærar", "Lærer"),
        ]
        assert [(each.variant, each.value) for each in shown.variants(session, r.role)] == [
            ("lærar", "Lærer"),
            ("lærer", "Lærer"),
        ]
    assert values(project, r.role) == {r.informant: "lærer", r.office: "lærar"}


def test_joining_the_other_way_leaves_no_ring(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        attributes.join(session, r.role, ["lærer"], "lærar")
    found = [(each.variant, each.value) for each in rows(project, AttributeVariant)]
    assert found == [("lærer", "lærar")]


def test_spellings_that_are_separated_count_as_themselves(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        attributes.separate(session, [r.variant])
        attributes.separate(session, [])
    assert rows(project, AttributeVariant) == []


def test_likely_spellings_are_suggested_until_they_are_joined(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        attribute_values.set_values(session, r.role, [r.office, r.county], "Rektor")
        attribute_values.set_values(session, r.role, [r.informant], "rektor.")
        (found,) = shown.suggestions(session, r.role)
        assert (found.into, found.variants) == ("Rektor", ("rektor.",))
        attributes.join(session, r.role, found.variants, found.into)
        assert shown.suggestions(session, r.role) == ()
        assert shown.suggestions(session, r.size) == ()


def test_an_attribute_that_is_gone_is_said_to_be(rich: Furnished) -> None:
    project, _r = rich
    with project.read() as session, pytest.raises(QualtoolError) as told:
        shown.values(session, 999)
    assert told.value.key == "gone"


def test_a_block_is_pasted_in_one_step_and_makes_new_cases(rich: Furnished) -> None:
    project, r = rich
    with project.edit("paste_values") as session:
        touched = attribute_values.paste(
            session,
            [
                ["Fylket", "fylke", "0", "stort", "utenfor"],
                ["", "", "", "", ""],
                ["kontoret", "", "12", "", ""],
                ["Skolen", "skole", "30", "", ""],
                ["", "", "31", ""],
                ["  ", "", "", ""],
                ["Berit", "", "x"],
            ],
            rows=[r.county, r.informant, None],
            columns=["name", "kind", r.size, "note"],
            parent_id=r.county,
        )
    found = {each.id: each for each in rows(project, Case)}
    school, unnamed = touched[3], touched[4]
    berit = next(each.id for each in found.values() if each.name == "Berit")
    assert touched == [r.county, r.informant, r.office, school, unnamed, berit]
    assert (found[r.county].kind, found[r.county].note) == ("county", "stort")
    assert (found[r.informant].name, found[r.informant].kind) == ("Intervju 1", "participant")
    assert found[r.office].kind == "office"
    assert (found[school].kind, found[school].parent_id) == ("school", r.county)
    assert (found[unnamed].name, found[unnamed].parent_id) == ("New case", r.county)
    assert values(project, r.size) == {
        r.county: "0", r.office: "12", school: "30", unnamed: "31", berit: "x",
    }  # fmt: skip
    project.undo()
    assert len(rows(project, Case)) == 5


def test_pasting_can_rename_and_leaves_columns_out(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        attribute_values.paste(
            session, [["Kontor A", "bort", "7"]], rows=[r.office], columns=["name", None, r.size]
        )
        with pytest.raises(QualtoolError):
            attribute_values.paste(session, [["Fylket"]], rows=[r.office], columns=["name"])
    assert values(project, r.size)[r.office] == "7"


def test_values_can_be_pasted_into_documents_but_make_none(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        taped = attributes.add(session, "Opptak", target="document", kind="yes_no")
        touched = attribute_values.paste(
            session,
            [["Notat 1", "ja", "fin"], ["Nytt", "nei", ""]],
            rows=[r.notes],
            columns=["name", taped, "note"],
            target="document",
        )
        attribute_values.set_values(session, taped, [], "nei")
        attribute_values.set_values(session, taped, [r.group], "nei")
    assert touched == [r.notes]
    found = row(project, Document, r.notes)
    assert found is not None
    assert (found.name, found.note) == ("Notat 1", "fin")
    assert values(project, taped) == {r.notes: "ja", r.group: "nei"}
    assert len(rows(project, Document)) == 3


def test_a_grid_that_is_copied_and_pasted_back_is_as_it_was(rich: Furnished) -> None:
    project, _r = rich
    before = project.next_undo()
    with project.edit("paste_values") as session:
        held = grid.cases_grid(session)
        columns: list[int | attribute_values.Fact | None] = ["name", "kind", "note"]
        columns += [each.id for each in held.attributes]
        block = [
            [row.name, case_kind.name(row.kind, "nb"), row.note]
            + [row.values.get(each.id, "") for each in held.attributes]
            for row in held.rows
        ]
        attribute_values.paste(session, block, rows=[row.id for row in held.rows], columns=columns)
    after = project.next_undo()
    assert before is not None
    assert after is not None
    assert before.id == after.id
