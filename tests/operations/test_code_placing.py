from __future__ import annotations

import pytest
from sqlalchemy.orm import Session

from qualtool.analysis import codebook
from qualtool.core.errors import QualtoolError
from qualtool.operations import code_placing, codes, themes
from qualtool.store.project import Project


def _order(session: Session, theme_id: int) -> list[str]:
    names = {code.id: code.name for code in codebook.codes(session)}
    row = next(theme for theme in codebook.themes(session) if theme.id == theme_id)
    return [names[code_id] for code_id in row.code_ids]


def test_codes_go_into_a_theme_before_another_and_out_of_the_one_they_came_from(
    project: Project,
) -> None:
    with project.edit("place_codes") as session:
        one, other = themes.add(session, "Struktur"), themes.add(session, "Kultur")
        a, b, c = (codes.add(session, name, theme_id=one) for name in "abc")
        d = codes.add(session, "d", theme_id=other)
        code_placing.place(session, [a, c], theme_id=other, source=one, before=d)
    with project.read() as session:
        assert _order(session, one) == ["b"]
        assert _order(session, other) == ["a", "c", "d"]
        assert b


def test_a_nested_code_comes_to_the_top_when_it_goes_into_a_theme(project: Project) -> None:
    with project.edit("place_codes") as session:
        theme = themes.add(session, "Struktur")
        above = codes.add(session, "over")
        below = codes.add(session, "under", parent_id=above)
        code_placing.place(session, [below], theme_id=theme)
        rows = {code.name: code for code in codebook.codes(session)}
    assert rows["under"].parent_id is None
    assert rows["under"].theme_ids == (theme,)


def test_several_codes_go_under_one_and_out_of_their_theme(project: Project) -> None:
    with project.edit("move_codes") as session:
        theme = themes.add(session, "Struktur")
        moving = [codes.add(session, name, theme_id=theme) for name in ("a", "b")]
        above = codes.add(session, "over")
        first = codes.add(session, "første", parent_id=above)
        code_placing.place(session, moving, parent_id=above, source=theme, before=first)
        rows = codebook.codes(session)
    assert [code.name for code in rows if code.parent_id == above] == ["a", "b", "første"]
    assert all(code.theme_ids == () for code in rows)


def test_a_code_under_one_of_its_own_theme_stays_in_the_theme(project: Project) -> None:
    with project.edit("move_codes") as session:
        theme = themes.add(session, "Struktur")
        above, moving = (codes.add(session, name, theme_id=theme) for name in ("over", "a"))
        code_placing.place(session, [moving], parent_id=above, source=theme)
        assert _order(session, theme) == ["over", "a"]


def test_a_code_cannot_go_under_itself(project: Project) -> None:
    with project.edit("move_codes") as session:
        above = codes.add(session, "over")
        below = codes.add(session, "under", parent_id=above)
        with pytest.raises(QualtoolError) as refused:
            code_placing.place(session, [above], parent_id=below)
    assert refused.value.key == "code_cycle"
