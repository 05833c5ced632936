from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.analysis.thematic_map import thematic_map, with_all
from qualtool.core.thematic_map import Key, ThematicMap, Thing
from qualtool.operations import codes, frames, mapping, themes
from qualtool.operations.mapping import Spot
from qualtool.operations.theme_tree import first_frame
from qualtool.store.project import Project
from tests.operations.rich import Rich, furnish, start


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Project, Rich]]:
    with start(tmp_path / "studie.qualtool") as project:
        yield project, furnish(project)


def read(project: Project, frame: int | None = None) -> ThematicMap:
    with project.read() as session:
        return thematic_map(session, frame)


def things(project: Project) -> dict[Key, Thing]:
    return {thing.key: thing for thing in read(project).things}


def test_themes_and_their_codes_are_on_the_map_before_anyone_has_arranged_it(
    made: tuple[Project, Rich],
) -> None:
    project, r = made
    found = things(project)
    assert found[Key("theme", r.culture)].kind == "theme"
    assert found[Key("theme", r.anchoring)].kind == "subtheme"
    assert found[Key("theme", r.anchoring)].parents == (Key("theme", r.culture),)
    assert all(thing.place is None for thing in found.values())
    assert all(thing.parents for thing in found.values() if thing.kind == "code")


def test_what_was_put_somewhere_is_there_with_its_words_and_lines(
    made: tuple[Project, Rich],
) -> None:
    project, r = made
    with project.edit("x") as session:
        frame = first_frame(session)
        spots = [Spot(10, 20, theme_id=r.culture), Spot(90, 5, theme_id=r.structure)]
        one, other = mapping.lay_out(session, frame, spots)
        mapping.write(session, one, "særlig på skolen")
        mapping.resize(session, one, 200, 0)
        box = mapping.add_box(session, frame, "fylket", -4, -8)
        mapping.link(session, one, other, text="bærer", kind="arrow")
        mapping.link(session, one, box)
    found = things(project)
    culture = found[Key("theme", r.culture)]
    assert (culture.place, culture.width, culture.note) == ((10, 20), 200, "særlig på skolen")
    assert found[Key("box", box)].words == "fylket"
    first, second = read(project).links
    assert (first.start, first.end, first.words, first.kind) == (
        culture.key,
        Key("theme", r.structure),
        "bærer",
        "arrow",
    )
    assert second.end == Key("box", box)


def test_what_was_taken_off_is_remembered_with_its_place(made: tuple[Project, Rich]) -> None:
    project, r = made
    key = Key("theme", r.culture)
    with project.edit("x") as session:
        ids = mapping.lay_out(session, first_frame(session), [Spot(10, 20, theme_id=r.culture)])
        mapping.take_off(session, ids)
    shown = read(project)
    assert key not in {thing.key for thing in shown.things}
    assert shown.off == (key,)
    with project.read() as session:
        whole = with_all(session)
    assert next(thing.place for thing in whole.things if thing.key == key) == (10, 20)


def test_the_map_follows_the_board(made: tuple[Project, Rich]) -> None:
    project, r = made
    with project.edit("x") as session:
        themes.rename(session, r.culture, "Alt hviler på noen få")
        themes.describe(session, r.culture, label="Kultur")
        new = codes.add(session, "ny kode", theme_id=r.culture)
    found = things(project)
    assert found[Key("theme", r.culture)].words == "Alt hviler på noen få"
    assert found[Key("theme", r.culture)].label == "Kultur"
    assert found[Key("code", new)].parents == (Key("theme", r.culture),)
    with project.edit("x") as session:
        themes.merge(session, [r.structure], r.culture)
        codes.remove(session, [new])
    found = things(project)
    assert Key("theme", r.structure) not in found
    assert Key("code", new) not in found
    with project.edit("x") as session:
        themes.describe(session, r.culture, state="aside")
    assert Key("theme", r.culture) not in things(project)
    assert Key("theme", r.anchoring) not in things(project)


def test_each_frame_has_its_own_map(made: tuple[Project, Rich]) -> None:
    project, _r = made
    with project.edit("x") as session:
        frame = frames.add(session, "Innsatsområder")
        theme = themes.add(session, "Barnehage", frame_id=frame)
        mapping.add_box(session, first_frame(session), "fylket", 0, 0)
    assert [thing.key for thing in read(project, frame).things] == [Key("theme", theme)]
    assert read(project, 999) == ThematicMap(0, "")


def test_a_sub_code_is_drawn_beside_its_code_and_beside_the_theme_where_that_is_off(
    made: tuple[Project, Rich],
) -> None:
    project, r = made
    with project.edit("x") as session:
        code = codes.add(session, "møter", theme_id=r.culture)
        sub = codes.add(session, "for lange møter", parent_id=code)
    assert things(project)[Key("code", sub)].parents == (Key("code", code),)
    with project.edit("x") as session:
        themes.place_codes(session, r.structure, [sub])
    assert things(project)[Key("code", sub)].parents == (
        Key("code", code),
        Key("theme", r.structure),
    )
    with project.edit("x") as session:
        ids = mapping.lay_out(session, first_frame(session), [Spot(0, 0, code_id=code)])
        mapping.take_off(session, ids)
    assert things(project)[Key("code", sub)].parents == (
        Key("theme", r.culture),
        Key("theme", r.structure),
    )
