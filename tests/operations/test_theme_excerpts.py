"""Excerpts that stand in a theme themselves, and what is left when they no longer do."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from qualtool.operations import codes, coding, theme_excerpts, theme_fits, themes
from qualtool.store.schema import Coding, ThemeExcerpt
from tests.operations.rich import furnish, start


def test_an_excerpt_that_is_in_the_theme_by_a_code_too_keeps_its_mark(tmp_path: Path) -> None:
    with start(tmp_path / "studie.qualtool") as project:
        r = furnish(project)
        with project.edit("x") as session:
            theme = themes.add(session, "Nærhet")
            code = codes.add(session, "nær", theme_id=theme)
            (made,) = coding.apply(session, r.interview, 0, 4, [code], coder_id=r.bo)
            coded = session.get_one(Coding, made).excerpt_id
            theme_excerpts.place_excerpts(session, theme, [coded, r.lone])
            theme_fits.set_fit(session, theme, [coded, r.lone], "against")
            theme_excerpts.take_excerpts_out(session, theme, [coded, r.lone])
            rows = session.scalars(select(ThemeExcerpt).where(ThemeExcerpt.theme_id == theme)).all()
            assert [(row.excerpt_id, row.fit, row.direct) for row in rows] == [
                (coded, "against", False)
            ]
