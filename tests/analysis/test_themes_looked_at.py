"""What a theme means and rests on, what may be thought of it, and what waits for another look."""

from __future__ import annotations

import pytest

from qualtool.analysis import look_again, theme_facts, theme_hints, theme_meaning
from qualtool.core.theme_words import FIELDS
from qualtool.operations import (
    coding,
    decisions,
    theme_excerpts,
    theme_fits,
    theme_states,
    themes,
)
from qualtool.store.project import Project
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def meaning(project: Project, theme_id: int) -> theme_meaning.ThemeMeaning:
    with project.read() as session:
        found = theme_meaning.meaning(session, theme_id)
    assert found is not None
    return found


def keys(project: Project, theme_id: int) -> set[str]:
    with project.read() as session:
        return {hint.key for hint in theme_hints.hints(session, wait=True).get(theme_id, [])}


def test_a_theme_is_told_with_all_that_is_written_of_it(rich: Furnished) -> None:
    project, r = rich
    with project.edit("describe_theme") as session:
        themes.describe(session, r.anchoring, **dict.fromkeys(theme_meaning.FIELDS, "ord"))
    found = meaning(project, r.anchoring)
    assert dict(found.fields) == dict.fromkeys(theme_meaning.FIELDS, "ord")
    assert found.above == "Kultur"
    assert found.reworded == theme_meaning.day(_last_step(project))
    assert set(theme_meaning.FIELDS) <= set(FIELDS)
    assert set(theme_meaning.MEANING) <= set(theme_meaning.FIELDS)


def _last_step(project: Project) -> int:
    step = project.next_undo()
    assert step is not None
    return step.created_ms


def test_why_a_theme_is_what_it_is_goes_with_its_state(rich: Furnished) -> None:
    project, r = rich
    assert (meaning(project, r.culture).reason, meaning(project, r.culture).reworded) == ("", "")
    with project.edit("set_theme_state", reason="den sa lite") as session:
        theme_states.set_state(session, [r.culture], "aside")
    assert meaning(project, r.culture).reason == "den sa lite"
    project.undo()
    assert meaning(project, r.culture).reason == "", "the step does not hold any longer"


def test_a_theme_that_was_merged_or_is_gone_means_nothing(rich: Furnished) -> None:
    project, r = rich
    with project.edit("merge_themes") as session:
        themes.merge(session, [r.structure], r.culture)
    with project.read() as session:
        assert theme_meaning.meaning(session, r.structure) is None
        assert theme_meaning.meaning(session, 999) is None


def test_what_a_theme_rests_on_adds_up(rich: Furnished) -> None:
    project, r = rich
    with project.edit("place_excerpts") as session:
        theme_excerpts.place_excerpts(session, r.structure, [r.both])
        coding.set_star(session, [r.both], True)
    with project.read() as session:
        facts = theme_facts.facts(session, r.culture)
        other = theme_facts.facts(session, r.structure)
    assert r.both in facts.starred
    assert facts.valences["-"].name == "Barriere"
    assert facts.valences["-"].excerpts <= {*range(1, 99)}
    assert all(portion.excerpts for portion in (*facts.cases, *facts.overlaps))
    shared = {portion.id: portion.excerpts for portion in facts.overlaps}
    back = {portion.id: portion.excerpts for portion in other.overlaps}
    assert r.both in shared[r.structure]
    assert shared[r.structure] == back[r.culture], "what is shared is shared both ways"
    assert r.anchoring not in shared, "a sub-theme of its own is no other theme"


def test_a_theme_without_excerpts_rests_on_nothing(project: Project) -> None:
    with project.edit("add_theme") as session:
        theme = themes.add(session, "Det ingen sier")
    with project.read() as session:
        facts = theme_facts.facts(session, theme)
    assert (facts.excerpts, facts.cases, dict(facts.valences), facts.overlaps) == (0, (), {}, ())


def test_how_excerpts_fit_is_told_for_those_asked_about(rich: Furnished) -> None:
    project, r = rich
    with project.edit("set_fit") as session:
        theme_fits.set_fit(session, r.culture, [r.both, r.lone], "stretches")
    with project.read() as session:
        assert theme_facts.fits(session, r.culture, [r.both]) == {r.both: "stretches"}
        assert theme_facts.fits(session, r.structure, [r.both]) == {}


def test_a_name_of_one_word_gets_a_hint_until_it_says_something(rich: Furnished) -> None:
    project, r = rich
    assert "topic" in keys(project, r.culture)
    with project.edit("describe_theme") as session:
        themes.describe(session, r.culture, report_title="Vi venter på noen")
    assert "topic" not in keys(project, r.culture)


def test_a_sub_theme_without_an_example_gets_a_hint_and_so_does_the_theme_above(
    project: Project,
) -> None:
    with project.edit("add_theme") as session:
        above = themes.add(session, "Alt tar tid")
        sub = themes.add(session, "De lange møtene", parent_id=above)
    assert keys(project, sub) == {"example"}
    assert keys(project, above) == {"examples"}
    with project.edit("set_theme_state") as session:
        theme_states.set_state(session, [sub], "aside")
    assert keys(project, sub) == keys(project, above) == set()


def test_a_theme_that_rests_on_one_case_gets_a_hint(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        for theme_id in (r.culture, r.structure, r.local):
            facts = theme_facts.facts(session, theme_id)
            alone = len(facts.cases) == 1 and facts.cases_in_all > 1
            assert ("one_case" in keys(project, theme_id)) == alone
        names = [hint.name for found in theme_hints.hints(session).values() for hint in found]
    assert len(set(names)) == len(names), "each hint can be put away by itself"


def test_a_code_in_no_theme_is_loose(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        assert not theme_hints.is_loose(session, r.consent)
    with project.edit("take_codes_out") as session:
        for theme_id in (r.culture, r.structure):
            themes.take_codes_out(session, theme_id, [r.consent])
    with project.read() as session:
        assert theme_hints.is_loose(session, r.consent)


def test_a_decision_keeps_the_old_wording_with_the_reason_and_the_codings_wait(
    rich: Furnished,
) -> None:
    project, r = rich
    with project.read() as session:
        codings = look_again.codings_with(session, "theme", r.culture)
        assert set(look_again.codings_with(session, "code", r.consent)) <= set(codings)
    with project.edit("note_decision", reason="for vid") as session:
        memo = decisions.note(
            session,
            "theme",
            r.culture,
            {"concept": "Alt henger sammen", "definition": ""},
            reason="for vid",
            coding_ids=codings,
            coder_id=r.anne,
        )
    with project.read() as session:
        waiting = look_again.waiting(session)
        assert look_again.count(session) == len(waiting) == len(codings)
        assert {row.memo_id for row in waiting} == {memo}
        assert waiting[0].reason == (
            "for vid\n\nCentral organising concept before: “Alt henger sammen”"
        )
        assert waiting[0].decision == "Kultur: defined anew"
    with project.edit("note_decision") as session:
        later = decisions.note(session, "code", r.consent, {}, coding_ids=[r.consent_coding])
    with project.read() as session:
        again = {row.coding_id: row.memo_id for row in look_again.waiting(session)}
    assert again[r.consent_coding] == later, "it waits because of the last decision"
    assert len(again) == len(codings), "and only once"


def test_what_has_been_looked_at_waits_no_longer(rich: Furnished) -> None:
    project, r = rich
    with project.edit("note_decision") as session:
        decisions.note(
            session, "code", r.consent, {}, coding_ids=[r.consent_coding, r.secrecy_coding]
        )
    with project.read() as session:
        first, _second = look_again.waiting(session)
    with project.edit("settle_look_again") as session:
        decisions.settle(session, [first.id], "kept")
    with project.edit("remove_codings") as session:
        coding.remove(session, [r.secrecy_coding])
    with project.read() as session:
        assert look_again.waiting(session) == []


def test_only_codes_and_themes_are_defined_and_only_three_states_are_there(rich: Furnished) -> None:
    project, r = rich
    with project.edit("note_decision") as session:
        with pytest.raises(ValueError, match="document"):
            decisions.note(session, "document", r.notes, {})
        with pytest.raises(ValueError, match="lost"):
            decisions.settle(session, [], "lost")
