from __future__ import annotations

from qualtool.analysis.codebook import coders, codes, themes, valences
from qualtool.analysis.excerpts import excerpts
from qualtool.analysis.placing import cases_maybe_in_excerpts, cases_of_excerpts
from qualtool.operations import codes as coding_codes
from qualtool.operations import coding
from qualtool.operations import themes as theme_operations
from qualtool.store.project import Project
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def test_codes_come_from_top_to_bottom_with_how_much_they_are_used(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        found = [(code.name, code.parent_id, code.excerpts, code.cases) for code in codes(session)]
    assert found == [
        ("samtykke", None, 1, 1),
        ("skjema", r.consent, 1, 1),
        ("taushetsplikt", None, 1, 1),
        ("Skjema", r.secrecy, 1, 1),
        ("tid", None, 2, 2),
    ]


def test_a_code_has_its_own_colour_its_parents_or_its_themes(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        shown = {code.id: (code.colour, code.own_colour) for code in codes(session)}
    assert shown[r.secrecy] == ("teal", "teal")
    assert shown[r.forms_too] == ("teal", "")
    assert shown[r.consent] == ("violet", "")  # the first of its themes
    assert shown[r.forms] == ("blue", "")  # in a theme itself
    assert shown[r.time] == ("blue", "")


def test_a_code_taken_out_of_its_theme_has_a_colour_all_the_same(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        theme_operations.take_codes_out(session, r.structure, [r.time])
        (shown,) = [code.colour for code in codes(session) if code.id == r.time]
    assert shown


def test_merged_codes_are_out_of_sight_and_retired_ones_are_not(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        coding_codes.merge(session, [r.consent], r.secrecy)
        coding_codes.retire(session, [r.time], True)
        found = {code.name: code.state for code in codes(session)}
    assert found == {"taushetsplikt": "in_use", "Skjema": "in_use", "tid": "retired"}


def test_themes_count_what_stands_under_them_once(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        found = {theme.id: theme for theme in themes(session)}
    structure, local, culture = found[r.structure], found[r.local], found[r.culture]
    assert (local.excerpts, local.code_ids) == (1, (r.forms,))
    assert (structure.excerpts, structure.code_ids) == (4, (r.consent, r.forms, r.time))
    assert structure.placed_ids == (r.consent, r.time)
    assert (culture.excerpts, culture.placed_ids) == (4, (r.consent, r.secrecy))
    assert (structure.cases, culture.cases) == (3, 3)
    assert [theme.name for theme in found.values()][:3] == [
        "Kultur",
        "Manglende helhetlig tilnærming",
        "Forankring i egen organisasjon",
    ]


def test_a_sub_theme_has_the_colour_of_its_theme(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        found = {theme.id: theme.colour for theme in themes(session)}
    assert found[r.local] == found[r.structure] == "blue"


def test_themes_of_one_frame_can_be_asked_for(rich: Furnished) -> None:
    project, _r = rich
    with project.read() as session:
        assert themes(session, 999) == []
        assert len(themes(session, 1)) == len(themes(session)) == 16


def test_valences_and_coders_come_in_order(rich: Furnished) -> None:
    project, r = rich
    with project.read() as session:
        assert [(each.key, each.sign) for each in valences(session)] == [
            ("barrier", "-"),
            ("opportunity", "+"),
            ("mixed", "±"),
        ]
        assert [(each.id, each.name, each.codings) for each in coders(session)] == [
            (r.anne, "Anne", 4),
            (r.bo, "Bo", 3),
        ]


def test_in_a_focus_group_those_who_speak_are_counted(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        (found,) = [code.cases for code in codes(session) if code.id == r.time]
        assert found == 2  # Berit, and the office the note is tied to
        coding.apply(session, r.group, 0, 10, [r.time], coder_id=r.bo)  # the leader asks
        (found,) = [code.cases for code in codes(session) if code.id == r.time]
    assert found == 2


def test_what_the_interviewer_says_is_nobodys(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        coding.apply(session, r.interview, 0, 5, [r.forms], coder_id=r.bo)
        ids = [row.id for row in excerpts(session, code_ids=[r.forms]) if row.start == 0]
        cases = cases_of_excerpts(session)
        assert [cases[each] for each in ids] == [frozenset()]
        # Whom it might concern is another question, asked where words must be held back.
        assert cases_maybe_in_excerpts(session)[ids[0]] == {r.informant}
