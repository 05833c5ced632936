from __future__ import annotations

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.operations import codes, coding, theme_excerpts, themes
from qualtool.store.project import Project
from qualtool.store.schema import Code, Frame, Theme, ThemeExcerpt
from tests.operations.asking import codes_in, codes_under, excerpt_ids, row, rows, themes_under
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]
TOP = ["Kultur", "Struktur", "Kompetanse og motivasjon", "Ressurser", "Kommunikasjon"]


def test_a_new_theme_gets_the_least_used_colour_and_a_sub_theme_its_parents(
    rich: Furnished,
) -> None:
    project, _r = rich
    with project.edit("x") as session:
        new = themes.add(session, "Nytt")
        under = themes.add(session, "Under", parent_id=new, position=0)
    found, below = row(project, Theme, new), row(project, Theme, under)
    assert found is not None
    assert below is not None
    assert (found.colour, below.colour) == ("teal", "")
    assert themes_under(project, None) == [*TOP, "Nytt"]


def test_the_first_theme_of_an_empty_project_makes_the_frame(project: Project) -> None:
    with project.edit("x") as session:
        themes.add(session, "Kultur")
        themes.add(session, "Struktur")
    assert len(rows(project, Frame)) == 1
    assert [theme.colour for theme in rows(project, Theme)] == ["violet", "blue"]


@pytest.mark.parametrize(("name", "key"), [("kultur", "theme_exists"), ("", "name_empty")])
def test_a_name_that_cannot_be_is_refused(rich: Furnished, name: str, key: str) -> None:
    project, r = rich
    for act in (
        lambda s: themes.add(s, name),
        lambda s: themes.rename(s, r.structure, name),
    ):
        with pytest.raises(QualtoolError) as told, project.edit("x") as session:
            act(session)
        assert told.value.key == key


def test_a_state_is_one_of_three(rich: Furnished) -> None:
    project, r = rich
    with pytest.raises(ValueError, match="merged"), project.edit("x") as session:
        themes.describe(session, r.culture, state="merged")


def test_renaming_a_theme_renames_the_code_that_stands_for_it(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        coding.apply_theme(session, r.notes, 0, 4, [r.culture], coder_id=r.bo)
    with project.edit("x") as session:
        themes.rename(session, r.culture, "Vaner")
    assert "Vaner" in codes_under(project, None)
    assert "Kultur" not in codes_under(project, None)


def test_a_code_does_not_follow_to_a_name_that_is_taken(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        coding.apply_theme(session, r.notes, 0, 4, [r.culture], coder_id=r.bo)
        themes.rename(session, r.culture, "Tid")
        themes.rename(session, r.structure, "Rammer")
    assert codes_under(project, None)[-2:] == ["tid", "Kultur"]


def test_themes_move_between_levels(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        themes.move(session, [r.local, r.anchoring], parent_id=None, position=1)
    assert themes_under(project, None)[:4] == [
        "Kultur",
        "Lokal forankring",
        "Forankring i egen organisasjon",
        "Struktur",
    ]
    assert themes_under(project, r.structure) == ["Infrastruktur for tverrfaglig samarbeid"]
    with project.edit("x") as session:
        themes.move(session, [r.culture], parent_id=r.structure, position=0)
        themes.move(session, [], parent_id=None)
    assert themes_under(project, r.structure)[0] == "Kultur"


def test_a_theme_is_never_put_under_itself(rich: Furnished) -> None:
    project, r = rich
    for target in (r.culture, r.anchoring):
        with pytest.raises(QualtoolError) as told, project.edit("x") as session:
            themes.move(session, [r.culture], parent_id=target)
        assert told.value.key == "theme_cycle"


def test_moving_does_not_make_two_themes_of_one_name(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        twin = themes.add(session, "lokal forankring", parent_id=r.culture)
    for moving, parent in (([r.local], r.culture), ([r.local, twin], None)):
        with pytest.raises(QualtoolError) as told, project.edit("x") as session:
            themes.move(session, moving, parent_id=parent)
        assert told.value.key == "theme_exists"


def test_a_theme_moved_under_one_of_another_frame_changes_frame_with_all_below(
    rich: Furnished,
) -> None:
    project, r = rich
    with project.edit("x") as session:
        frame = Frame(name="En annen", position=1)
        session.add(frame)
        session.flush()
        other = themes.add(session, "Der", frame_id=frame.id)
        themes.move(session, [r.culture], parent_id=other)
        frame_id = frame.id
    moved = [theme for theme in rows(project, Theme) if theme.frame_id == frame_id]
    assert {theme.name for theme in moved} >= {"Der", "Kultur", "Forankring i egen organisasjon"}


def test_removing_a_theme_keeps_its_codes(rich: Furnished) -> None:
    project, r = rich
    before = codes_under(project, None)
    with project.edit("x") as session:
        themes.remove(session, [r.culture, r.anchoring])
    assert themes_under(project, None) == TOP[1:]
    assert codes_under(project, None) == before
    assert row(project, Theme, r.anchoring) is None


def test_an_excerpt_that_only_stood_in_a_removed_theme_goes(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        codes.remove(session, [r.time])
    assert r.direct in excerpt_ids(project)
    with project.edit("x") as session:
        themes.remove(session, [r.culture])
    assert r.direct not in excerpt_ids(project)


def test_codes_are_placed_where_they_are_dropped(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        themes.place_codes(session, r.culture, [r.time, r.secrecy], position=0)
    assert codes_in(project, r.culture) == ["tid", "taushetsplikt", "samtykke"]
    with project.edit("x") as session:
        themes.place_codes(session, r.culture, [r.time, r.forms])
    assert codes_in(project, r.culture) == ["tid", "taushetsplikt", "samtykke", "skjema"]


def test_codes_move_from_theme_to_theme_and_to_the_tray(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        themes.move_codes(session, [r.time], source=r.structure, into=r.culture, position=0)
        themes.move_codes(session, [r.forms], source=None, into=r.culture)
        themes.move_codes(session, [r.secrecy], source=r.culture, into=None)
        themes.move_codes(session, [r.forms], source=r.culture, into=r.culture, position=0)
    assert codes_in(project, r.culture) == ["skjema", "tid", "samtykke"]
    assert codes_in(project, r.structure) == ["samtykke"]


def test_merging_themes_brings_everything_over(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        themes.add(session, "Lokal Forankring", parent_id=r.culture)
        themes.describe(session, r.culture, concept="vaner")
        themes.describe(session, r.structure, concept="")
        theme_excerpts.place_excerpts(session, r.structure, [r.both])
        themes.merge(session, [r.culture], r.structure)
    assert themes_under(project, None) == TOP[1:]
    assert themes_under(project, r.structure) == [
        "Infrastruktur for tverrfaglig samarbeid",
        "Lokal forankring",
        "Manglende helhetlig tilnærming",
        "Forankring i egen organisasjon",
        "Tro på framtidig endring",
    ]
    assert codes_in(project, r.structure) == ["samtykke", "tid", "taushetsplikt"]
    placed = [(each.theme_id, each.excerpt_id) for each in rows(project, ThemeExcerpt)]
    assert sorted(placed) == sorted([(r.structure, r.direct), (r.structure, r.both)])
    merged, into = row(project, Theme, r.culture), row(project, Theme, r.structure)
    assert merged is not None
    assert into is not None
    assert (merged.state, merged.merged_into_id, into.concept) == ("merged", r.structure, "vaner")


def test_a_theme_merged_into_its_sub_theme_leaves_that_one_in_its_place(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        themes.merge(session, [r.culture, r.culture], r.anchoring)
        themes.merge(session, [], r.anchoring)
    assert themes_under(project, None)[0] == "Forankring i egen organisasjon"
    assert themes_under(project, r.anchoring) == [
        "Manglende helhetlig tilnærming",
        "Tro på framtidig endring",
    ]


def test_excerpts_placed_twice_stand_once(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        theme_excerpts.place_excerpts(session, r.structure, [r.lone, r.both])
        theme_excerpts.place_excerpts(session, r.structure, [r.both, r.direct])
    placed = [each for each in rows(project, ThemeExcerpt) if each.theme_id == r.structure]
    assert [(each.excerpt_id, each.position) for each in placed] == [
        (r.lone, 0),
        (r.both, 1),
        (r.direct, 2),
    ]


def test_nothing_done_to_themes_is_no_step(rich: Furnished) -> None:
    project, r = rich
    before = project.next_undo()
    with project.edit("x") as session:
        themes.recolour(session, [], "sky")
        themes.remove(session, [])
        themes.place_codes(session, r.culture, [])
        themes.collapse(session, r.culture, False)
    after = project.next_undo()
    assert before is not None
    assert after is not None
    assert before.id == after.id
    assert not [code for code in rows(project, Code) if code.state == "merged"]


def test_a_merged_theme_is_gone(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        themes.merge(session, [r.culture], r.structure)
    for act in (
        lambda s: themes.describe(s, r.culture, state="kept"),
        lambda s: themes.move(s, [r.culture], parent_id=None),
        lambda s: themes.merge(s, [r.structure], r.culture),
    ):
        with pytest.raises(QualtoolError) as told, project.edit("x") as session:
            act(session)
        assert told.value.key == "gone"


def test_a_theme_with_a_merged_sub_theme_can_be_moved_and_merged(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        parent = themes.add(session, "over")
        kept = themes.add(session, "en", parent_id=parent)
        merged = themes.add(session, "to", parent_id=parent)
        themes.merge(session, [merged], kept)
        themes.move(session, [parent], parent_id=r.culture)
        themes.merge(session, [parent], r.culture)
    assert row(project, Theme, kept).parent_id == r.culture  # type: ignore[union-attr]


def test_a_theme_merged_into_the_one_above_brings_a_child_of_its_own_name(rich: Furnished) -> None:
    project, _r = rich
    with project.edit("x") as session:
        above = themes.add(session, "over")
        theme = themes.add(session, "lik", parent_id=above)
        twin = themes.add(session, "lik", parent_id=theme)
        below = themes.add(session, "innerst", parent_id=twin)
        themes.merge(session, [theme], above)
    living = {each.id: each for each in rows(project, Theme) if each.state != "merged"}
    assert living[twin].parent_id == above
    assert living[below].parent_id == twin


def test_what_both_themes_say_of_themselves_is_kept_when_they_are_merged(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        themes.describe(session, r.structure, definition="Lover og regler.", note="Se møte 2.")
        themes.describe(session, r.culture, definition="Vaner og holdninger.", concept="Sånn er vi")
        themes.merge(session, [r.culture], r.structure)
        kept = session.get_one(Theme, r.structure)
        assert (kept.definition, kept.concept) == ("Lover og regler.", "Sånn er vi")
        name = session.get_one(Theme, r.culture).name
        assert kept.note.startswith(f"Se møte 2.\n{name}: Vaner og holdninger.")
