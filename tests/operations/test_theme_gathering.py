from __future__ import annotations

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.operations import rest_codes, theme_excerpts, theme_fits, theme_gathering, themes
from qualtool.operations.theme_tree import first_frame
from qualtool.store.project import Project
from qualtool.store.schema import RestCode, ThemeExcerpt
from tests.operations.asking import codes_in, rows, themes_under
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]


def test_cards_from_several_places_come_to_lie_together(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        themes.place_codes(session, r.local, [r.time])
        themes.place_codes(session, r.structure, [r.secrecy, r.forms])
    with project.edit("x") as session:
        theme_gathering.gather(
            session, [(r.local, r.time), (None, r.consent)], r.structure, before=r.forms
        )
    held = codes_in(project, r.structure)
    assert held[held.index("tid") : held.index("tid") + 2] == ["tid", "samtykke"]
    assert held.index("samtykke") + 1 == held.index("skjema")
    assert "tid" not in codes_in(project, r.local)


def test_a_card_moved_within_its_theme_stays_in_it(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        theme = themes.add(session, "Nytt")
        themes.place_codes(session, theme, [r.time, r.consent, r.secrecy])
        theme_gathering.gather(session, [(theme, r.time)], theme)
    assert codes_in(project, theme) == ["samtykke", "taushetsplikt", "tid"]


def test_codes_taken_back_lie_in_no_theme_and_no_tray(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        frame = first_frame(session)
        rest_codes.put_aside(session, frame, [r.time])
        themes.place_codes(session, r.local, [r.secrecy])
    with project.edit("x") as session:
        theme_gathering.take_back(session, frame, [(None, r.time), (r.local, r.secrecy)])
    assert rows(project, RestCode) == []
    assert "taushetsplikt" not in codes_in(project, r.local)


def test_an_excerpt_moved_to_another_theme_stands_there_alone(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        theme_gathering.gather_excerpts(session, [(r.culture, r.direct)], r.structure)
    where = [row.theme_id for row in rows(project, ThemeExcerpt) if row.excerpt_id == r.direct]
    assert where == [r.structure]


def test_a_theme_is_split_with_codes_of_its_sub_themes_and_excerpts_with_their_marks(
    rich: Furnished,
) -> None:
    project, r = rich
    with project.edit("x") as session:
        themes.place_codes(session, r.culture, [r.consent])
        themes.place_codes(session, r.anchoring, [r.time])
        theme_excerpts.place_excerpts(session, r.culture, [r.direct])
        theme_fits.set_fit(session, r.culture, [r.direct], "against")
    with project.edit("x") as session:
        made = theme_gathering.split(
            session, r.culture, "Vaner", code_ids=[r.consent, r.time], excerpt_ids=[r.direct]
        )
    assert codes_in(project, made) == ["samtykke", "tid"]
    assert "samtykke" not in codes_in(project, r.culture)
    assert "tid" not in codes_in(project, r.anchoring)
    (tie,) = [row for row in rows(project, ThemeExcerpt) if row.theme_id == made]
    assert (tie.excerpt_id, tie.fit, tie.direct) == (r.direct, "against", True)
    order = themes_under(project, None)
    assert order.index("Vaner") == order.index("Kultur") + 1


def test_nothing_is_split_off_without_a_card(rich: Furnished) -> None:
    project, r = rich
    with pytest.raises(QualtoolError) as told, project.edit("x") as session:
        theme_gathering.split(session, r.culture, "Vaner", code_ids=[r.time])
    assert told.value.key == "nothing_chosen"
    assert "Vaner" not in themes_under(project, None)


def test_a_theme_is_put_before_another_or_last(rich: Furnished) -> None:
    project, r = rich
    with project.edit("x") as session:
        theme_gathering.place(session, r.structure, parent_id=None, before=r.culture)
    assert themes_under(project, None)[:2] == ["Struktur", "Kultur"]
    with project.edit("x") as session:
        theme_gathering.place(session, r.structure, parent_id=None, before=None)
    assert themes_under(project, None)[-1] == "Struktur"
    with project.edit("x") as session:
        theme_gathering.place(session, r.structure, parent_id=r.culture, before=r.anchoring)
    assert "Struktur" in themes_under(project, r.culture)
