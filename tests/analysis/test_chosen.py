from __future__ import annotations

from pathlib import Path

from qualtool.analysis.chosen import in_themes, typical
from qualtool.store.schema import Code, ThemeExcerpt
from tests.reports.invented import ONE, TWO, coded_study


def test_only_what_was_put_in_a_theme_itself_counts_as_chosen(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    with made.edit() as session:
        first = made.excerpt(session, "Intervju 1", ONE[3])
        second = made.excerpt(session, "Intervju 2", TWO[2])
        theme = made.themes["Vaner"]
        session.add(ThemeExcerpt(theme_id=theme, excerpt_id=first, position=1))
        session.add(ThemeExcerpt(theme_id=theme, excerpt_id=second, position=0))
        session.add(ThemeExcerpt(theme_id=made.themes["Tro"], excerpt_id=first, direct=False))
    with made.project.read() as session:
        assert in_themes(session) == {theme: (second, first)}
    made.project.close()


def test_a_code_has_a_typical_excerpt_where_one_was_named(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    with made.edit() as session:
        named = made.excerpt(session, "Intervju 2", TWO[1])
        session.get_one(Code, made.codes["håp"]).example_excerpt_id = named
    with made.project.read() as session:
        assert typical(session) == {made.codes["håp"]: named}
    made.project.close()
