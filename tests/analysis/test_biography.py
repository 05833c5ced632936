"""The life of a code, as its steps and its codings tell it."""

from __future__ import annotations

from sqlalchemy import select

from qualtool.analysis.biography import Biography, biography
from qualtool.operations import code_splitting, codes, coding
from qualtool.store.project import Project
from qualtool.store.schema import Coding
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def life(project: Project, code_id: int) -> Biography:
    with project.read() as session:
        found = biography(session, code_id)
    assert found is not None
    return found


def test_a_code_is_made_renamed_redefined_merged_into_and_used(rich: Furnished) -> None:
    project, r = rich
    with project.edit("add_code") as session:
        made = codes.add(session, "uro")
    with project.edit("rename_code", reason="ordet var for svakt") as session:
        codes.rename(session, made, "angst")
    with project.edit("describe_code") as session:
        codes.describe(session, made, description="Redsel for det som kommer.")
    with project.edit("apply_code") as session:
        coding.apply(session, r.notes, 0, 4, [made], coder_id=r.bo)
    with project.edit("merge_codes") as session:
        codes.merge(session, [r.secrecy], made)
    with project.edit("move_codes") as session:
        codes.move(session, [made], parent_id=r.time)
    found = life(project, made)
    assert [each.what for each in found.events if "use" not in each.what] == [
        "made",
        "renamed",
        "redefined",
        "merged_in",
        "moved",
    ]
    renamed = next(each for each in found.events if each.what == "renamed")
    assert (renamed.before, renamed.after, renamed.reason) == (
        "uro",
        "angst",
        "ordet var for svakt",
    )
    redefined = next(each for each in found.events if each.what == "redefined")
    assert redefined.after == "Redsel for det som kommer."
    assert next(each for each in found.events if each.what == "merged_in").before == "taushetsplikt"
    first = next(each for each in found.events if each.what == "first_use")
    assert first.excerpt is not None
    assert sum(count for _month, count in found.months) >= 2
    assert found.documents >= 1


def test_what_was_taken_back_did_not_happen(rich: Furnished) -> None:
    project, r = rich
    with project.edit("merge_codes") as session:
        codes.merge(session, [r.secrecy], r.consent)
    project.undo()
    assert "merged_in" not in [each.what for each in life(project, r.consent).events]
    assert "merged" not in [each.what for each in life(project, r.secrecy).events]


def test_both_halves_of_a_split_tell_of_it(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        some = list(session.scalars(select(Coding.excerpt_id).where(Coding.code_id == r.consent)))
    with project.edit("split_code") as session:
        half = code_splitting.split(session, r.consent, some[:1], "halvt samtykke")
    assert "split" in [each.what for each in life(project, r.consent).events]
    assert life(project, half).events[0].what in ("split_off", "first_use")
    assert {"split_off"} <= {each.what for each in life(project, half).events}


def test_a_code_that_is_not_there_has_no_life(project: Project) -> None:
    with project.read() as session:
        assert biography(session, 99) is None
