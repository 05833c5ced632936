"""The findings as headed text and as a table: what is written, and what may be quoted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.core import report as model
from qualtool.core.report import Heading, Report, Text, plain
from qualtool.operations import coding, documents, findings, themes
from qualtool.reports import catalogue
from qualtool.reports import findings as headed
from qualtool.reports import findings_summary as summary
from qualtool.reports.options import Options
from tests.reports.invented import ONE, TWO, Study, coded_study, column, heads, only_table


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Study]:
    found = coded_study(tmp_path)
    yield found
    found.project.close()


def built(made: Study, options: Options | None = None) -> Report:
    with made.project.read() as session:
        return headed.build(session, options or Options())


def said(report: Report) -> list[str]:
    """Each heading with its level, each paragraph, each quotation behind a >."""
    found: list[str] = []
    for block in report.blocks:
        match block:
            case Heading():
                found.append(f"{'#' * block.level} {block.text}")
            case Text():
                sign = "> " if block.style == "quotation" else ""
                found += [f"{sign}{plain(each)}" for each in block.paragraphs]
    return found


def quoted(report: Report) -> list[str]:
    return [line for line in said(report) if line.startswith("> ")]


def excerpt(made: Study, words: str) -> int:
    from qualtool.analysis.excerpts import excerpts

    with made.project.read() as session:
        return next(row.id for row in excerpts(session) if row.text == words)


def test_words_and_quotations_stand_under_their_theme_in_order(made: Study) -> None:
    vaner = made.themes["Vaner"]
    with made.edit() as session:
        themes.describe(
            session, vaner, report_title="Slik gjør vi det her", definition="Det faste."
        )
        findings.add_text(session, vaner, "Mange nevner vaner.\n\nFlere ser dem ikke.")
        (part,) = findings.add_quotations(session, vaner, [excerpt(made, ONE[1])])
        findings.write(session, part, "En sier:")
        findings.add_text(session, vaner, "Det går igjen.")
    lines = said(built(made))
    start = lines.index("### Slik gjør vi det her")
    assert lines[start + 1 : start + 7] == [
        "Det faste.",
        "Mange nevner vaner.",
        "Flere ser dem ikke.",
        "En sier:",
        f"> {ONE[1]} (Informant 1)",
        "Det går igjen.",
    ]
    assert lines[:2] == ["# Findings", "## Kultur"]


def test_a_theme_nobody_has_written_of_shows_its_starred_excerpts(made: Study) -> None:
    assert any(ONE[2] in line for line in quoted(built(made)))


def test_what_must_not_be_quoted_never_leaves_and_is_told(made: Study) -> None:
    vaner, chosen = made.themes["Vaner"], excerpt(made, ONE[1])
    with made.edit() as session:
        findings.add_quotations(session, vaner, [chosen])
        coding.set_do_not_quote(session, [chosen], True)
    report = built(made)
    assert not any(ONE[1] in line for line in said(report))
    assert "not_quotable" in {each.key for each in model.cautions(report)}
    with made.edit() as session:
        coding.set_do_not_quote(session, [chosen], False)
        documents.describe(session, made.documents["Intervju 1"][0], quoting_allowed=False)
    assert not any(ONE[1] in line for line in said(built(made)))


def test_attribution_follows_the_choice(made: Study) -> None:
    with made.edit() as session:
        findings.add_quotations(session, made.themes["Vaner"], [excerpt(made, ONE[1])])
    bare = quoted(built(made, Options(attribution="none")))
    assert f"> {ONE[1]}" in bare
    place = quoted(built(made, Options(attribution="place", marks="«»")))
    assert any(line.startswith(f"> «{ONE[1]}» (Informant 1, ") for line in place)


def test_a_nynorsk_quotation_is_marked_as_such(made: Study) -> None:
    with made.edit() as session:
        documents.describe(session, made.documents["Intervju 2"][0], language="nn")
        findings.add_quotations(session, made.themes["Vaner"], [excerpt(made, TWO[1])])
    runs = [
        run
        for block in built(made, Options(language="nb")).blocks
        if isinstance(block, Text) and block.style == "quotation"
        for each in block.paragraphs
        for run in each.runs
    ]
    assert "nn" in {run.language for run in runs if run.text == TWO[1]}


def test_text_alone_becomes_rows_where_a_file_knows_only_tables(made: Study) -> None:
    rows = catalogue.write(built(made, Options(language="nb")), "csv").decode("utf-8-sig")
    assert rows.splitlines()[:2] == ["Funn", "Kultur"]


def summed(made: Study) -> Report:
    with made.project.read() as session:
        return summary.build(session, Options(language="en"))


def test_the_summary_has_a_row_for_each_sub_theme_and_the_main_cell_reaches_down(
    made: Study,
) -> None:
    with made.edit() as session:
        themes.describe(session, made.themes["Kultur"], definition="Det faste.", label="Kultur!")
        themes.describe(
            session, made.themes["Vaner"], findings="Vaner holder igjen.\nMen ikke alle."
        )
    report = summed(made)
    assert heads(report) == ["Main theme", "Sub-theme", "Summary of findings"]
    assert column(report, "theme")[0] == "Kultur!\nDet faste."
    assert column(report, "summary")[0] == "Vaner holder igjen.\nMen ikke alle."
    main = only_table(report).groups[0].rows[0].cells[0]
    assert main is not None
    assert main.rows == 2


def test_a_main_theme_has_a_row_of_its_own_where_something_is_said_of_it(made: Study) -> None:
    before = len(only_table(summed(made)).groups[0].rows)
    with made.edit() as session:
        themes.describe(session, made.themes["Kultur"], findings="Samlet sett.")
    rows = only_table(summed(made)).groups[0].rows
    assert len(rows) == before + 1
    assert column(summed(made), "subtheme")[0] == ""


def test_what_has_no_summary_or_a_long_one_is_told(made: Study) -> None:
    with made.edit() as session:
        themes.describe(session, made.themes["Vaner"], findings="ord " * 81)
    keys = {each.key for each in model.cautions(summed(made))}
    assert keys == {"no_summary", "long_summary"}


def test_what_hinders_and_what_furthers_stands_beside_where_it_is_wished(made: Study) -> None:
    with made.project.read() as session:
        report = summary.build(session, Options(language="nb", valences=True))
    assert heads(report)[3:] == ["Hemmer", "Mulighet"]
    assert only_table(report).landscape
    assert only_table(report).note
    subs = column(report, "subtheme")
    hinders = dict(zip(subs, column(report, "barrier"), strict=True))
    furthers = dict(zip(subs, column(report, "opportunity"), strict=True))
    assert hinders["Vaner"] == "alltid slik (1)"
    assert furthers["Tro"] == "håp (2)"
    assert column(report, "barrier")[0] == "vi og de andre (1)"


def test_what_is_begun_is_what_is_shown_with_the_summaries(made: Study) -> None:
    before = said(built(made))
    assert any(line.startswith("> ") for line in before), "a skeleton shows what is starred"
    with made.edit() as session:
        themes.describe(session, made.themes["Kultur"], findings="Vanene holder igjen.")
    after = said(built(made))
    assert "Vanene holder igjen." in after
    assert not any(line.startswith("> ") for line in after)
