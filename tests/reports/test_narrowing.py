"""Tables of one theme, code or case alone, in another order, or as text instead of a table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.core import report as model
from qualtool.core.report import Heading, Report, Text, plain, tables
from qualtool.operations import cases, codes, coding, memos, summaries
from qualtool.reports import catalogue
from qualtool.reports.options import Options
from tests.reports.invented import ONE, Study, column, only_table
from tests.reports.whole_study import whole_study


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """A study that no test changes."""
    found = whole_study(tmp_path_factory.mktemp("whole"))
    yield found
    found.project.close()


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Study]:
    found = whole_study(tmp_path)
    yield found
    found.project.close()


def built(made: Study, name: str, options: Options | None = None) -> Report:
    with made.project.read() as session:
        return catalogue.build(session, name, options or Options(language="en"))


def case(made: Study, name: str) -> int:
    with made.edit() as session:
        return cases.ensure(session, name)


def said(report: Report) -> list[str]:
    return [
        each.text if isinstance(each, Heading) else "\n".join(map(plain, each.paragraphs))
        for each in report.blocks
        if isinstance(each, Heading | Text)
    ]


def test_the_excerpts_of_one_theme_have_only_its_codings(shared: Study) -> None:
    report = built(shared, "excerpts", Options(theme_id=shared.themes["Vaner"]))
    assert column(report, "theme") == ["Kultur"]
    assert column(report, "code") == ["Vaner: alltid slik"]
    assert [each.key for each in model.cautions(report)] == []


def test_the_excerpts_of_one_code_come_with_those_of_its_sub_codes(made: Study) -> None:
    with made.edit() as session:
        under = codes.add(session, "lite håp", parent_id=made.codes["håp"])
        made.codes["lite håp"] = under
        made.code(session, "Intervju 1", ONE[3], "lite håp")
    report = built(made, "excerpts", Options(code_id=made.codes["håp"], by="code"))
    assert [group.title for group in only_table(report).groups] == ["håp", "lite håp"]
    assert [each.key for each in model.cautions(report)] == ["no_consent"]


def test_the_excerpts_of_one_case_are_its_own(made: Study) -> None:
    report = built(made, "excerpts", Options(case_id=case(made, "Informant 2")))
    assert set(column(report, "informant")) == {"Informant 2"}
    third = built(made, "excerpts", Options(case_id=case(made, "Informant 3")))
    assert column(third, "excerpt") == []


def test_a_theme_that_is_no_longer_there_leaves_nothing(shared: Study) -> None:
    for name in ("excerpts", "themes", "codebook", "barriers"):
        (table,) = tables(built(shared, name, Options(theme_id=9999)))
        assert not any(group.rows for group in table.groups)


def test_tables_by_theme_can_be_of_one_theme(shared: Study) -> None:
    options = Options(theme_id=shared.themes["Tro"])
    assert column(built(shared, "themes", options), "subtheme") == ["Tro"]
    assert column(built(shared, "codebook", options), "code") == ["", "håp"]
    assert column(built(shared, "summary", options), "subtheme") == ["Tro"]
    assert [each for each in said(built(shared, "findings", options)) if each == "Vaner"] == []


def test_the_order_of_excerpts_can_be_by_document_case_or_date(shared: Study) -> None:
    by_date = column(built(shared, "excerpts", Options(order="time", by="code")), "source")
    assert by_date[:2] == ["Intervju 1, avsnitt 4", "Notater, avsnitt 1"]
    by_case = column(built(shared, "excerpts", Options(order="case")), "informant")
    assert by_case[:5] == ["Informant 1"] * 3 + ["Informant 2", "Uten informant"]
    documents = column(built(shared, "excerpts", Options(order="document")), "source")
    assert documents[0] == "Intervju 1, avsnitt 2"


def test_groups_of_excerpts_can_stand_by_name_or_by_use(shared: Study) -> None:
    by_name = only_table(built(shared, "excerpts", Options(order="name", by="code")))
    titles = [group.title for group in by_name.groups]
    assert titles[:4] == ["alltid slik", "håp", "mangler tid", "vi og de andre"]
    by_use = only_table(built(shared, "excerpts", Options(order="use", by="code")))
    assert next(group.title for group in by_use.groups) == "håp"


def test_quotations_and_codes_can_stand_in_another_order(made: Study) -> None:
    with made.edit() as session:
        codes.add(session, "Aller først", theme_id=made.themes["Tro"])
    assert column(built(made, "codebook", Options(order="name")), "code").index(
        "Aller først"
    ) < column(built(made, "codebook", Options(order="name")), "code").index("håp")
    used = column(built(made, "codebook", Options(order="use")), "code")
    assert used.index("håp") < used.index("Aller først")
    assert column(built(made, "themes", Options(order="case")), "examples")


def test_the_codebook_can_be_text_under_headings(shared: Study) -> None:
    report = built(shared, "codebook", Options(language="en", form="text"))
    assert not any(tables(report))
    lines = said(report)
    assert lines[:3] == ["Codebook", "The table shows 5 codes and 3 main themes.", "Kultur"]
    assert "vi og de andre (2 excerpts · 1 informant)" in lines
    assert lines[-2:] == ["No theme", "mangler tid (1 excerpt · 1 informant)"]


def test_the_framework_matrix_can_be_headed_paragraphs(made: Study) -> None:
    with made.edit() as session:
        one = cases.ensure(session, "Informant 1")
        document_id, text = made.documents["Intervju 1"]
        start = text.index(ONE[1])
        excerpt = coding.star_passage(session, document_id, start, start + len(ONE[1]))
        summaries.link(session, one, made.themes["Kultur"], [excerpt])
    report = built(made, "framework", Options(language="en", form="text", sources=True))
    lines = said(report)
    assert lines[:3] == ["Framework matrix", "Kultur", "Informant 2: Har tro på endring."]
    assert lines[3] == "\n".join(
        ("Informant 1: Gjør som før.", "Ingen spør hvorfor.", "[Intervju 1, paragraph 2]")
    )
    assert "Har trukket seg." not in str(report)
    assert [each.key for each in report.cautions] == ["no_consent"]


def test_a_summary_of_more_than_250_words_is_told_of(made: Study) -> None:
    with made.edit() as session:
        one = cases.ensure(session, "Informant 1")
        summaries.write(session, one, made.themes["Kultur"], "ord " * 251)
    keys = [each.key for each in model.cautions(built(made, "framework"))]
    assert keys == ["no_consent", "long_summary"]


def test_units_can_be_sorted_by_theme_case_or_date(made: Study) -> None:
    for order in ("name", "case", "time"):
        report = built(made, "condensation", Options(order=order))
        assert column(report, "meaning") == ["Det kan bli noe av."]


def test_memos_on_a_theme_can_stand_under_its_findings(made: Study) -> None:
    with made.edit() as session:
        for kind, text in (("analytic", "Er dette ett tema?"), ("reflexive", "Mitt eget håp.")):
            memos.add(session, text=text, kind=kind, target="theme", target_id=made.themes["Tro"])
    without = "\n".join(said(built(made, "findings")))
    assert "ett tema" not in without  # since the findings are begun
    shown = "\n".join(said(built(made, "findings", Options(with_memos=True))))
    assert "Er dette ett tema?" in shown
    assert "Mitt eget håp." not in shown
