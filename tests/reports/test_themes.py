from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.core import report as model
from qualtool.core.report import Report
from qualtool.operations import coding, themes
from qualtool.reports.options import Options
from qualtool.reports.themes import build
from qualtool.store.project import create
from qualtool.store.schema import ThemeExcerpt
from tests.reports.invented import (
    ONE,
    TWO,
    Study,
    coded_study,
    column,
    heads,
    only_table,
    study,
)


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Study]:
    found = coded_study(tmp_path)
    yield found
    found.project.close()


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """A study that no test changes."""
    found = coded_study(tmp_path_factory.mktemp("shared"))
    yield found
    found.project.close()


def built(made: Study, options: Options | None = None) -> Report:
    with made.project.read() as session:
        return build(session, options or Options())


def test_each_sub_theme_has_a_row_and_the_main_theme_reaches_down(shared: Study) -> None:
    report = built(shared)
    assert heads(report) == ["Main theme", "Sub-theme", "Examples of meaning units"]
    assert column(report, "theme") == ["Kultur", "", "Struktur", "Ressurser"]
    assert column(report, "subtheme") == ["Vaner", "Tro", "", "Tid"]
    main = only_table(report).groups[0].rows[0].cells[0]
    assert main is not None
    assert main.rows == 2


def test_starred_excerpts_are_the_examples_in_the_order_of_the_documents(shared: Study) -> None:
    both = f"“{ONE[2]}” (Informant 1)\n“{TWO[1]}” (Informant 2)"
    assert column(built(shared), "examples") == ["", both, both, ""]


def test_a_main_theme_has_a_line_of_its_own_where_it_has_an_example(made: Study) -> None:
    with made.edit() as session:
        starred = made.excerpt(session, "Intervju 1", ONE[3])
        assert starred
    report = built(made)
    assert column(report, "subtheme")[:3] == ["", "Vaner", "Tro"]
    assert column(report, "examples")[0] == f"“{ONE[3]}” (Informant 1)"


def test_an_excerpt_placed_in_a_theme_by_hand_is_an_example_of_it(made: Study) -> None:
    with made.edit() as session:
        placed = made.excerpt(session, "Intervju 2", TWO[2])
        session.add(ThemeExcerpt(theme_id=made.themes["Tid"], excerpt_id=placed))
    assert column(built(made), "examples")[-1] == f"“{TWO[2]}” (Informant 2)"


def test_a_sub_theme_without_an_example_is_named_in_a_caution(shared: Study) -> None:
    (caution,) = model.cautions(built(shared))
    assert caution.key == "no_example"
    assert caution.message == "No excerpt is starred as an example of: Vaner, Tid."


def test_a_theme_with_nothing_under_it_is_named_too(made: Study) -> None:
    with made.edit() as session:
        made.excerpt(session, "Intervju 1", ONE[1])
        themes.take_codes_out(session, made.themes["Struktur"], [made.codes["håp"]])
    (caution,) = model.cautions(built(made))
    assert caution.message == "No excerpt is starred as an example of: Struktur, Tid."


def test_stacked_each_main_theme_has_one_row(shared: Study) -> None:
    report = built(shared, Options(stacked=True))
    assert column(report, "theme") == ["Kultur", "Struktur", "Ressurser"]
    assert column(report, "subtheme") == ["Vaner\nTro", "", "Tid"]
    assert column(report, "examples")[0].count("“") == 2


def test_quotation_marks_and_speakers_are_chosen(shared: Study) -> None:
    nobody = built(shared, Options(attribution="none", marks="«»"))
    assert column(nobody, "examples")[1] == f"«{ONE[2]}»\n«{TWO[1]}»"
    place = built(shared, Options(attribution="place", language="nb"))
    assert column(place, "examples")[1].startswith(f"«{ONE[2]}» (Informant 1, ")


def test_many_themes_without_an_example_are_counted(tmp_path: Path) -> None:
    new = study(tmp_path)
    (caution,) = model.cautions(built(new))
    assert caution.message == ("4 themes and sub-themes have no starred excerpt as an example.")
    new.project.close()


def test_an_example_that_may_not_be_quoted_is_not_shown(made: Study) -> None:
    with made.edit() as session:
        coding.set_do_not_quote(session, [made.excerpt(session, "Intervju 1", ONE[2])], True)
    report = built(made)
    assert ONE[2] not in "".join(column(report, "examples"))
    assert [each.key for each in model.cautions(report)] == ["no_example"]


def test_every_excerpt_is_an_example_where_wanted(shared: Study) -> None:
    report = built(shared, Options(starred=False))
    assert ONE[1] in column(report, "examples")[1]


def test_a_study_without_themes_gives_a_table_that_says_so(tmp_path: Path) -> None:
    project = create(tmp_path / "empty.qualtool", name="Tom", language="en")
    with project.read() as session:
        report = build(session, Options())
    assert only_table(report).empty == "There are no themes yet."
    assert len(report.blocks) == 2
    assert model.cautions(report) == ()
    project.close()


def test_headings_and_captions_are_those_of_the_table(shared: Study) -> None:
    report = built(shared, Options(number=2, landscape=True))
    assert report.title == "Themes and examples"
    table = only_table(report)
    assert model.caption(table) == ("Table 2: Main theme, sub-theme and examples of meaning units")
    assert table.landscape
    assert not only_table(built(shared)).landscape
