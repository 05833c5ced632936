from __future__ import annotations

from qualtool.analysis import board
from qualtool.operations import (
    frames,
    rest_codes,
    theme_excerpts,
    theme_fits,
    theme_states,
    themes,
)
from qualtool.operations.theme_tree import first_frame
from qualtool.store.project import Project
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def test_sets_of_themes_come_in_order_with_their_main_themes_in_use(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        kompas = frames.add(session, "Kompass")
        themes.add(session, "Retning", frame_id=kompas)
        theme_states.set_state(session, [r.culture], "aside")
        first = first_frame(session)
    with project.read() as session:
        rows = board.frames(session)
        assert [(row.id, row.name) for row in rows] == [(first, rows[0].name), (kompas, "Kompass")]
        assert [row.themes for row in rows] == [4, 1]
        assert board.shown_frame(session, None) == first
        assert board.shown_frame(session, kompas) == kompas
        assert board.shown_frame(session, 999) == first, "a set that is gone is not looked at"


def test_there_is_no_set_in_a_project_without_themes(project: Project) -> None:
    with project.read() as session:
        assert board.frames(session) == []
        assert board.shown_frame(session, None) is None


def test_codes_that_fit_none_come_in_their_order(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        frame = first_frame(session)
        rest_codes.put_aside(session, frame, [r.time, r.consent])
        rest_codes.put_aside(session, frame, [r.secrecy], position=0)
    with project.read() as session:
        assert board.fitting_none(session, frame) == [r.secrecy, r.time, r.consent]


def test_excerpts_that_stand_themselves_are_told_from_those_that_are_only_marked(
    rich: Furnished,
) -> None:
    project, r = rich
    with project.edit("x") as session:
        theme_excerpts.place_excerpts(session, r.structure, [r.lone])
        theme_fits.set_fit(session, r.structure, [r.both], "fits")
        frame = first_frame(session)
    with project.read() as session:
        assert board.standing_themselves(session, frame)[r.structure] == [r.lone]


def test_a_theme_set_aside_keeps_its_last_reason(rich: Furnished) -> None:
    project, r = rich
    for state, why in (("aside", "for tynt"), ("candidate", ""), ("aside", "samme som Struktur")):
        with project.edit("set_theme_state", reason=why) as session:
            theme_states.set_state(session, [r.culture], state)
    with project.read() as session:
        assert board.why_aside(session, [r.culture, r.local]) == {r.culture: "samme som Struktur"}


def test_why_a_theme_was_kept_is_not_told_as_why_it_is_set_aside(rich: Furnished) -> None:
    project, r = rich
    for state, why in (("aside", "for tynt"), ("kept", "bærer funnene"), ("aside", "")):
        with project.edit("set_theme_state", reason=why) as session:
            theme_states.set_state(session, [r.culture], state)
    with project.read() as session:
        assert board.why_aside(session, [r.culture]) == {}
    project.undo()
    project.undo()
    with project.read() as session:
        assert board.why_aside(session, [r.culture]) == {r.culture: "for tynt"}
