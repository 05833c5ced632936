from __future__ import annotations

from pathlib import Path

import pytest

from qualtool.core.map_picture import Picture
from qualtool.operations import mapping, sample
from qualtool.operations.mapping import Spot
from qualtool.operations.theme_tree import first_frame
from qualtool.reports import map_picture
from qualtool.store.project import Project, open_project
from tests.operations.rich import Rich, furnish, start


def shown(project: Project, **wishes: str) -> Picture:
    with project.read() as session:
        return map_picture.picture(session, **wishes)  # type: ignore[arg-type]  # all are words


def test_the_map_of_the_sample_study_is_a_titled_picture(tmp_path: Path) -> None:
    with open_project(sample.own_copy(tmp_path)) as project:
        picture = shown(project)
        title = [each.words for each in picture.headings if each.bold]
        assert title == ["Samarbeid i Tindvåg"]
        assert len(picture.drawing.boxes) > 40
        assert picture.width > picture.height
        svg = map_picture.svg(picture).decode()
        assert "Samarbeid i Tindvåg" in svg
        assert "Kompetanse" in svg


@pytest.fixture
def rich(tmp_path: Path) -> tuple[Project, Rich]:
    project = start(tmp_path / "studie.qualtool")
    r = furnish(project)
    with project.edit("x") as session:
        spots = [Spot(0, 0, theme_id=r.culture), Spot(300, 0, theme_id=r.structure)]
        one, other = mapping.lay_out(session, first_frame(session), spots)
        box = mapping.add_box(session, first_frame(session), "fylket", 0, 200)
        mapping.link(session, one, other, text="bærer", kind="arrow")
        mapping.link(session, one, box)
    return project, r


def test_it_is_told_in_words_what_the_map_shows(rich: tuple[Project, Rich]) -> None:
    project, _r = rich
    told = shown(project, language="en").alternative
    assert "Theme: " in told
    assert "sub-themes: " in told
    assert "Boxes: fylket." in told
    assert "An arrow from " in told
    assert ": bærer." in told
    assert told.count("A line between ") == 1
    project.close()


def test_the_title_can_be_another_or_none(rich: tuple[Project, Rich]) -> None:
    project, _r = rich
    assert shown(project, title="Funn, våren").headings[0].words == "Funn, våren"
    assert not any(each.bold for each in shown(project, title="").headings)
    project.close()
