from __future__ import annotations

import pytest
from sqlalchemy import delete, select

from qualtool.core.errors import QualtoolError
from qualtool.operations import codes, coding
from qualtool.store.project import Project
from qualtool.store.schema import Attribute, Code, Coding, MemoLink, Valence
from tests.operations.asking import codes_in, codes_under, codings_of, excerpt_ids, row, rows
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def test_a_new_code_comes_last_or_where_it_is_asked_for(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        codes.add(session, " siste  kode ")
        codes.add(session, "første", position=0)
        codes.add(session, "under", parent_id=r.time, theme_id=r.local)
    assert codes_under(project, None) == [
        "første",
        "samtykke",
        "taushetsplikt",
        "tid",
        "siste kode",
    ]
    assert codes_under(project, r.time) == ["under"]
    assert codes_in(project, r.local) == ["skjema", "under"]


@pytest.mark.parametrize(
    ("name", "key"), [("SAMTYKKE", "code_exists"), ("  ", "name_empty"), ("x" * 501, "name_long")]
)
def test_a_name_that_cannot_be_is_refused_and_nothing_is_made(
    rich: Furnished, name: str, key: str
) -> None:
    project, _r = rich
    before = codes_under(project, None)
    with pytest.raises(QualtoolError) as told, project.edit("x") as session:
        codes.add(session, name)
    assert told.value.key == key
    assert codes_under(project, None) == before


def test_the_same_name_may_stand_under_another_code(rich: Furnished) -> None:
    project, r = rich
    assert codes_under(project, r.consent) == ["skjema"]
    assert codes_under(project, r.secrecy) == ["Skjema"]


def test_an_unknown_colour_or_field_is_our_own_mistake(rich: Furnished) -> None:
    project, r = rich
    with pytest.raises(ValueError, match="colour"), project.edit("x") as session:
        codes.recolour(session, [r.time], "no such colour")
    with pytest.raises(TypeError, match="nonsense"), project.edit("x") as session:
        codes.describe(session, r.time, nonsense="x")
    with pytest.raises(ValueError, match="pin"), project.edit("x") as session:
        codes.pin(session, r.time, 10)


def test_a_code_may_change_the_case_of_its_own_name(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        codes.rename(session, r.time, "Tid")
    assert "Tid" in codes_under(project, None)
    with pytest.raises(QualtoolError, match="Samtykke"), project.edit("x") as session:
        codes.rename(session, r.time, "Samtykke")


def test_a_key_belongs_to_one_code_only(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        codes.pin(session, r.time, 1)
    assert [code.name for code in rows(project, Code) if code.pin == 1] == ["tid"]
    with project.edit("x") as session:
        codes.pin(session, r.time, None)
    assert not [code for code in rows(project, Code) if code.pin]


def test_codes_move_before_what_stands_there(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        codes.move(session, [r.time], parent_id=None, position=0)
    assert codes_under(project, None) == ["tid", "samtykke", "taushetsplikt"]
    with project.edit("x") as session:
        codes.move(session, [r.consent, r.forms], parent_id=r.time)
    assert codes_under(project, None) == ["tid", "taushetsplikt"]
    assert codes_under(project, r.time) == ["samtykke"]
    assert codes_under(project, r.consent) == ["skjema"]
    with project.edit("x") as session:
        codes.move(session, [r.forms], parent_id=r.time, position=0)
    assert codes_under(project, r.time) == ["skjema", "samtykke"]
    assert codes_under(project, r.consent) == []


def test_a_code_is_never_put_under_itself(rich: Furnished) -> None:
    project, r = rich
    for target in (r.consent, r.forms):
        with pytest.raises(QualtoolError) as told, project.edit("x") as session:
            codes.move(session, [r.consent], parent_id=target)
        assert told.value.key == "code_cycle"


def test_moving_does_not_make_two_codes_of_one_name(rich: Furnished) -> None:
    project, r = rich
    for moving, parent in (([r.forms], r.secrecy), ([r.forms, r.forms_too], None)):
        with pytest.raises(QualtoolError) as told, project.edit("x") as session:
            codes.move(session, moving, parent_id=parent)
        assert told.value.key == "code_exists"


def test_nothing_moved_is_no_step(rich: Furnished) -> None:
    project, r = rich
    before = project.next_undo()
    with project.edit("x") as session:
        codes.move(session, [], parent_id=None)
        codes.recolour(session, [], "teal")
        codes.remove(session, [])
        codes.merge(session, [r.time], r.time)
    after = project.next_undo()
    assert before is not None
    assert after is not None
    assert after.id == before.id


def test_merging_codes_keeps_every_excerpt_and_makes_no_doubles(rich: Furnished) -> None:
    project, r = rich
    before = excerpt_ids(project)
    with project.edit("x") as session:
        assert codes.merge(session, [r.consent, r.time], r.secrecy) == r.secrecy
    assert excerpt_ids(project) == before
    assert codings_of(project, r.consent) == []
    assert codings_of(project, r.secrecy) == sorted(
        [(r.both, r.anne), (r.both, r.bo), (r.lone, r.bo), (r.direct, r.anne)]
    )


def test_merging_codes_keeps_what_was_noted_on_both(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        consent, secrecy = (
            session.get_one(Coding, each) for each in (r.consent_coding, r.secrecy_coding)
        )
        consent.comment, secrecy.comment, secrecy.valence = "fra samtykke", "fra plikt", None
        session.flush()
        codes.merge(session, [r.consent], r.secrecy)
    coding = row(project, Coding, r.secrecy_coding)
    assert coding is not None
    assert coding.comment == "fra plikt\nfra samtykke"
    assert coding.valence == "barrier"
    (link,) = [link for link in rows(project, MemoLink) if link.coding_id is not None]
    assert link.coding_id == r.secrecy_coding


def test_merging_codes_brings_children_themes_pin_memos_and_description(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        codes.add(session, "egen", parent_id=r.consent)
        session.add(Attribute(name="Samtykke", code_id=r.consent))
        session.flush()
        codes.merge(session, [r.consent], r.secrecy)
    assert codes_under(project, r.secrecy) == ["Skjema", "egen"]
    assert codes_under(project, None) == ["taushetsplikt", "tid"]
    assert codes_in(project, r.culture) == ["taushetsplikt"]
    assert codes_in(project, r.structure) == ["tid", "taushetsplikt"]
    target, merged, child = (row(project, Code, each) for each in (r.secrecy, r.consent, r.forms))
    assert target is not None
    assert merged is not None
    assert child is not None
    assert (target.pin, target.description) == (1, "når det spørres om lov")
    assert (merged.state, merged.merged_into_id, merged.pin) == ("merged", r.secrecy, None)
    assert (child.state, child.merged_into_id) == ("merged", r.forms_too)
    assert rows(project, Attribute)[-1].code_id == r.secrecy


def test_a_code_merged_with_the_one_above_goes_where_it_was_said_and_not_to_its_namesake(
    rich: Furnished,
) -> None:
    project, r = rich
    kept = codings_of(project, r.forms_too)
    with project.edit("x") as session:
        coding.apply(session, r.interview, 0, 3, [r.forms], coder_id=r.bo)
        codes.merge(session, [r.consent, r.forms], r.secrecy)
    assert codings_of(project, r.forms_too) == kept
    assert codings_of(project, r.forms) == []
    merged = row(project, Code, r.forms)
    assert merged is not None
    assert merged.merged_into_id == r.secrecy
    assert codes_under(project, r.secrecy) == ["Skjema"]


def test_a_code_merged_twice_over_leads_to_the_last(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        codes.merge(session, [r.time], r.consent)
    with project.edit("x") as session:
        codes.merge(session, [r.consent], r.secrecy)
    first = row(project, Code, r.time)
    assert first is not None
    assert first.merged_into_id == r.secrecy


def test_a_code_merged_into_one_under_it_leaves_that_one_in_its_place(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        lower = codes.add(session, "nederst", parent_id=r.forms)
        codes.merge(session, [r.consent, r.forms], lower)
    assert codes_under(project, None) == ["nederst", "taushetsplikt", "tid"]
    assert codes_under(project, lower) == []


def test_merging_upwards_refuses_a_name_that_is_taken_there(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        codes.add(session, "skjema")
    with pytest.raises(QualtoolError) as told, project.edit("x") as session:
        codes.merge(session, [r.consent], r.forms)
    assert told.value.key == "code_exists"


def test_retired_children_are_not_taken_for_the_same_code(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        codes.retire(session, [r.forms], True)
        codes.merge(session, [r.consent], r.secrecy)
    assert codes_under(project, r.secrecy) == ["Skjema", "skjema"]


def test_removing_a_code_takes_its_codings_and_empty_excerpts_only(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        codes.remove(session, [r.time])
    assert row(project, Code, r.time) is None
    assert codings_of(project, r.time) == []
    left = excerpt_ids(project)
    assert r.lone not in left
    assert {r.both, r.starred, r.direct} <= left  # starred, and placed in a theme by hand
    assert codes_in(project, r.structure) == ["samtykke"]


def test_what_stood_under_a_removed_code_moves_up_under_a_free_name(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        codes.remove(session, [r.consent, r.secrecy])
    assert codes_under(project, None) == ["skjema", "Skjema (2)", "tid"]


def test_removing_a_whole_branch_leaves_nothing_behind(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        lower = codes.add(session, "nederst", parent_id=r.forms)
        codes.remove(session, [r.forms, r.consent])
    assert codes_under(project, None) == ["nederst", "taushetsplikt", "tid"]
    found = row(project, Code, lower)
    assert found is not None
    assert found.parent_id is None


def test_a_memo_on_a_coding_stays_with_the_excerpt_when_its_code_goes(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        codes.remove(session, [r.secrecy])
    links = [link for link in rows(project, MemoLink) if link.excerpt_id == r.both]
    assert len(links) == 1
    assert links[0].coding_id is None


def test_a_retired_name_is_free_and_must_be_free_to_come_back(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        codes.retire(session, [r.consent], True)
        codes.add(session, "samtykke")
    found = row(project, Code, r.consent)
    assert found is not None
    assert (found.state, found.pin) == ("retired", None)
    with pytest.raises(QualtoolError) as told, project.edit("x") as session:
        codes.retire(session, [r.consent], False)
    assert told.value.key == "code_exists"


def test_a_retired_code_can_come_back(rich: Furnished) -> None:
    project, r = rich
    for on, state in ((True, "retired"), (False, "in_use")):
        with project.edit("x") as session:
            codes.retire(session, [r.time], on)
        found = row(project, Code, r.time)
        assert found is not None
        assert found.state == state


def test_what_is_gone_is_said_to_be_gone(rich: Furnished) -> None:
    project, r = rich
    with pytest.raises(QualtoolError) as told, project.edit("x") as session:
        codes.recolour(session, [r.time, 999], "teal")
    assert told.value.key == "gone"
    with pytest.raises(QualtoolError) as told, project.edit("x") as session:
        codes.rename(session, 999, "x")
    assert told.value.key == "gone"


def test_a_code_merged_into_the_one_above_brings_a_child_of_its_own_name(rich: Furnished) -> None:
    project, _r = rich
    with project.edit("x") as session:
        above = codes.add(session, "over")
        code = codes.add(session, "lik", parent_id=above)
        twin = codes.add(session, "lik", parent_id=code)
        below = codes.add(session, "innerst", parent_id=twin)
        codes.merge(session, [code], above)
    living = {each.id: each for each in rows(project, Code) if each.state == "in_use"}
    assert living[twin].parent_id == above
    assert living[below].parent_id == twin


def test_two_readings_of_one_coding_become_both_when_merged(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        one, other = codes.add(session, "en"), codes.add(session, "to")
        for code, valence, comment in (
            (one, "barrier", "ikke"), (other, "opportunity", "ikke sikker")
        ):  # fmt: skip
            coding.apply(
                session, r.interview, 0, 4, [code], coder_id=r.bo, valence=valence, comment=comment
            )
        codes.merge(session, [one], other)
        key = session.scalar(select(Valence.key).where(Valence.sign == "±"))
    (kept,) = [each for each in rows(project, Coding) if each.code_id == other]
    assert key is not None
    assert kept.valence == key
    assert kept.comment == "ikke sikker\nikke"


def test_a_valence_is_kept_in_words_where_the_project_has_none_for_both(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        session.execute(delete(Valence).where(Valence.sign == "±"))
        one, other = codes.add(session, "en"), codes.add(session, "to")
        for code, valence in ((one, "barrier"), (other, "opportunity")):
            coding.apply(session, r.interview, 0, 4, [code], coder_id=r.bo, valence=valence)
        codes.merge(session, [one], other)
    (kept,) = [each for each in rows(project, Coding) if each.code_id == other]
    assert kept.valence == "opportunity"
    assert "barrier" in kept.comment
