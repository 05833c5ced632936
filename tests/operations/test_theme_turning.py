"""Codes become themes, themes become codes; themes are kept, set aside and put in other sets."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.operations import (
    codes,
    frames,
    rest_codes,
    theme_excerpts,
    theme_fits,
    theme_states,
    theme_turning,
    themes,
)
from qualtool.operations.theme_tree import children, first_frame
from qualtool.store.project import Project
from qualtool.store.schema import (
    Code,
    Coding,
    Excerpt,
    Frame,
    RestCode,
    Theme,
    ThemeCode,
    ThemeExcerpt,
)
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


def inside(session: Session, theme_id: int) -> list[int]:
    rows = select(ThemeCode.code_id).where(ThemeCode.theme_id == theme_id)
    return list(session.scalars(rows.order_by(ThemeCode.position)))


def test_a_code_becomes_a_theme_that_holds_it_and_what_was_under_it(
    session: Session, r: Rich
) -> None:
    (made,) = theme_turning.promote(session, [r.consent])
    theme = session.get_one(Theme, made)
    assert (theme.name, theme.definition) == ("samtykke", "når det spørres om lov")
    assert theme.parent_id is None
    assert inside(session, made) == [r.consent, r.forms]
    assert r.consent not in inside(session, r.culture) + inside(session, r.structure)
    assert inside(session, r.local) == [r.forms]  # in several themes


def test_the_name_of_a_theme_that_is_there_already_gets_a_number(session: Session, r: Rich) -> None:
    code = codes.add(session, "kultur")
    (made,) = theme_turning.promote(session, [code], frame_id=first_frame(session))
    assert session.get_one(Theme, made).name == "kultur (2)"


def test_a_theme_becomes_a_code_with_what_stood_in_it(session: Session, r: Rich) -> None:
    own = codes.add(session, "vaner", theme_id=r.structure)
    twin = codes.add(session, "tvilling", theme_id=r.structure)
    theme_excerpts.place_excerpts(session, r.structure, [r.lone])
    sub = themes.add(session, "Under struktur", parent_id=r.structure)
    made = theme_turning.demote(session, r.structure, into=r.culture, by=r.bo)
    assert session.get(Theme, r.structure) is None
    code = session.get_one(Code, made)
    assert code.name == "Struktur"
    assert session.get_one(Code, own).parent_id == made
    assert session.get_one(Code, twin).parent_id == made
    assert session.get_one(Code, r.consent).parent_id is None  # it is in another theme too
    assert inside(session, r.culture)[-1] == made
    assert session.get_one(Theme, sub).parent_id is None
    coded = select(Coding.coder_id).where(Coding.code_id == made, Coding.excerpt_id == r.lone)
    assert session.scalars(coded).all() == [r.bo]


def test_the_code_that_stands_for_a_theme_is_what_it_becomes(session: Session, r: Rich) -> None:
    theme = themes.add(session, "Utstyr", definition="Ting som trengs.")
    own = codes.add(session, "utstyr", theme_id=theme)
    clash = codes.add(session, "bord", theme_id=theme)
    codes.add(session, "Bord", parent_id=own)
    assert theme_turning.demote(session, theme) == own
    assert inside(session, theme) == []
    assert session.get_one(Code, clash).parent_id is None  # its name is taken under the code


def test_words_that_are_gone_are_not_coded_when_a_theme_becomes_a_code(
    session: Session, r: Rich
) -> None:
    theme_excerpts.place_excerpts(session, r.structure, [r.lone])
    session.get_one(Excerpt, r.lone).lost = True
    made = theme_turning.demote(session, r.structure, by=r.bo)
    coded = session.scalars(select(Coding.excerpt_id).where(Coding.code_id == made)).all()
    assert r.lone not in coded


def test_a_theme_is_kept_set_aside_and_a_candidate_again(session: Session, r: Rich) -> None:
    for state in ("kept", "aside", "candidate"):
        theme_states.set_state(session, [r.culture, r.structure], state)
        assert session.get_one(Theme, r.structure).state == state
    with pytest.raises(ValueError, match="merged"):
        theme_states.set_state(session, [r.culture], "merged")


def test_an_excerpt_fits_or_speaks_against_however_it_came_to_the_theme(
    session: Session, r: Rich
) -> None:
    theme_excerpts.place_excerpts(session, r.culture, [r.direct])
    theme_fits.set_fit(session, r.culture, [r.direct, r.lone], "against")
    theme_fits.set_fit(session, r.culture, [r.lone], "stretches")
    rows = select(ThemeExcerpt).where(ThemeExcerpt.theme_id == r.culture)
    found = {row.excerpt_id: (row.fit, row.direct) for row in session.scalars(rows)}
    assert found[r.direct] == ("against", True)
    assert found[r.lone] == ("stretches", False)
    theme_fits.set_fit(session, r.culture, [r.direct, r.lone, r.starred], None)
    found = {row.excerpt_id: (row.fit, row.direct) for row in session.scalars(rows)}
    assert found[r.direct][0] is None
    assert r.lone not in found
    with pytest.raises(ValueError, match="well"):
        theme_fits.set_fit(session, r.culture, [r.lone], "well")


def test_a_code_that_fits_nowhere_is_aside_until_it_finds_a_theme(
    session: Session, r: Rich
) -> None:
    frame = first_frame(session)
    rest_codes.put_aside(session, frame, [r.time, r.consent])
    rest_codes.put_aside(session, frame, [r.secrecy, r.time], position=0)
    rest_codes.put_aside(session, frame, [r.time])
    rows = select(RestCode.code_id).order_by(RestCode.position)
    assert session.scalars(rows).all() == [r.secrecy, r.time, r.consent]
    assert inside(session, r.structure) == []
    themes.place_codes(session, r.culture, [r.time])
    assert session.scalars(rows).all() == [r.secrecy, r.consent]
    rest_codes.take_back(session, frame, [r.secrecy])
    assert session.scalars(rows).all() == [r.consent]


def test_sets_of_themes_stand_side_by_side(session: Session, r: Rich) -> None:
    first = first_frame(session)
    other = frames.add(session, "Tre spor")
    theme = themes.add(session, "Kultur", frame_id=other)  # one of each name in each set
    themes.place_codes(session, theme, [r.consent])
    assert r.consent in inside(session, r.culture)
    frames.move(session, [other], 0)
    assert session.scalars(select(Frame.id).order_by(Frame.position)).all() == [other, first]
    frames.rename(session, other, "TRE SPOR")
    with pytest.raises(QualtoolError) as told:
        frames.add(session, "tre spor")
    assert told.value.key == "frame_exists"
    frames.remove(session, other)
    assert session.get(Theme, theme) is None
    assert session.get(Code, r.consent) is not None
    assert children(session, first, None)
    with pytest.raises(QualtoolError) as told:
        frames.remove(session, first)
    assert told.value.key == "last_frame"


def test_what_was_only_marked_is_not_coded_when_a_theme_becomes_a_code(
    session: Session, r: Rich
) -> None:
    theme_fits.set_fit(session, r.structure, [r.lone], "against")
    made = theme_turning.demote(session, r.structure, by=r.bo)
    coded = session.scalars(select(Coding.excerpt_id).where(Coding.code_id == made)).all()
    assert r.lone not in coded
