"""A map is laid out, arranged by hand, and keeps what the researcher put on it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.operations import code_merging, frames, mapping
from qualtool.operations.mapping import Spot
from qualtool.operations.theme_tree import first_frame
from qualtool.store.project import Project
from qualtool.store.schema import MapItem, MapLink
from tests.operations.rich import Rich, furnish, start


@pytest.fixture
def made(tmp_path: Path) -> Iterator[tuple[Project, Rich]]:
    with start(tmp_path / "studie.qualtool") as project:
        yield project, furnish(project)


@pytest.fixture
def session(made: tuple[Project, Rich]) -> Iterator[Session]:
    with made[0].edit("x") as session:
        yield session


@pytest.fixture
def r(made: tuple[Project, Rich]) -> Rich:
    return made[1]


def test_a_layout_moves_what_is_there_and_leaves_the_boxes(session: Session, r: Rich) -> None:
    frame = first_frame(session)
    box = mapping.add_box(session, frame, "fylket", 5, 5)
    first = mapping.lay_out(session, frame, [Spot(0, 0, theme_id=r.culture)])
    again = mapping.lay_out(
        session, frame, [Spot(9, 8, theme_id=r.culture), Spot(1, 2, code_id=r.time)]
    )
    assert again[0] == first[0]
    item = session.get_one(MapItem, first[0])
    assert (item.x, item.y) == (9, 8)
    mapping.move(session, [box, *again], 10, -10)
    assert (item.x, item.y) == (19, -2)
    mapping.resize(session, box, 80, -4)
    mapping.write(session, box, "kommunen")
    kept = session.get_one(MapItem, box)
    assert (kept.text, kept.x, kept.width, kept.height) == ("kommunen", 15, 80, 0)
    for wrong in (Spot(0, 0), Spot(0, 0, theme_id=r.culture, code_id=r.time)):
        with pytest.raises(ValueError, match="a theme or of a code"):
            mapping.lay_out(session, frame, [wrong])
    with pytest.raises(QualtoolError):
        mapping.lay_out(session, frame, [Spot(0, 0, code_id=999)])


def test_lines_go_with_what_they_join(session: Session, r: Rich) -> None:
    frame = first_frame(session)
    theme, code = mapping.lay_out(
        session, frame, [Spot(0, 0, theme_id=r.culture), Spot(1, 2, code_id=r.time)]
    )
    box = mapping.add_box(session, frame, "fylket", 5, 5)
    line = mapping.link(session, theme, code, text="bærer")
    assert mapping.link(session, theme, code, kind="arrow") == line
    assert session.get_one(MapLink, line).kind == "arrow"
    other = mapping.link(session, box, code)
    mapping.unlink(session, [line])
    mapping.take_off(session, [theme, box])
    assert session.get_one(MapItem, theme).hidden
    assert session.get(MapItem, box) is None
    assert session.get(MapLink, other) is None
    mapping.lay_out(session, frame, [Spot(3, 3, theme_id=r.culture)])
    assert not session.get_one(MapItem, theme).hidden
    assert session.scalars(select(MapLink.id)).all() == []


def test_a_line_joins_two_things_of_one_map(session: Session, r: Rich) -> None:
    one = mapping.add_box(session, first_frame(session), "her", 0, 0)
    there = mapping.add_box(session, frames.add(session, "Et annet"), "der", 0, 0)
    for end in (one, there):
        with pytest.raises(QualtoolError) as told:
            mapping.link(session, one, end)
        assert told.value.key == "link_to_itself"
    with pytest.raises(ValueError, match="wave"):
        mapping.link(session, one, there, kind="wave")


def test_the_lines_of_a_merged_code_lead_to_the_one_it_went_into(session: Session, r: Rich) -> None:
    frame = first_frame(session)
    spots = [
        Spot(0, 0, theme_id=r.culture),
        Spot(50, 0, code_id=r.time),
        Spot(90, 0, code_id=r.consent),
    ]
    culture, time, consent = mapping.lay_out(session, frame, spots)
    line = mapping.link(session, culture, time, text="bærer", kind="arrow")
    mapping.link(session, time, consent)
    code_merging.merge(session, [r.time], r.consent)
    (left,) = session.scalars(select(MapLink)).all()
    assert (left.id, left.from_item_id, left.to_item_id) == (line, culture, consent)
    assert session.get(MapItem, time) is None


def test_a_code_without_a_place_gets_that_of_the_one_merged_into_it(
    session: Session, r: Rich
) -> None:
    (time,) = mapping.lay_out(session, first_frame(session), [Spot(50, 7, code_id=r.time)])
    code_merging.merge(session, [r.time], r.consent)
    item = session.get_one(MapItem, time)
    assert (item.code_id, item.x, item.y) == (r.consent, 50, 7)
