from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.core import report as model
from qualtool.core.report import Report
from qualtool.operations import cases, summaries
from qualtool.reports import cross_case
from qualtool.reports.options import Options
from tests.reports.invented import Study, column, heads, name_nobody, only_table
from tests.reports.whole_study import whole_study


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Study]:
    found = whole_study(tmp_path)
    yield found
    found.project.close()


def built(made: Study) -> Report:
    with made.project.read() as session:
        return cross_case.build(session, Options(language="en"))


def test_cases_stand_side_by_side_and_the_judgement_of_all_after_them(made: Study) -> None:
    report = built(made)
    assert heads(report) == [
        "Dimension", "Informant 2", "Informant 1", "Judgement", "Explanation", "Evidence"
    ]  # fmt: skip
    assert column(report, "dimension") == ["Kultur", "Struktur", "Ressurser"]
    assert column(report, "rating") == ["delt", "", ""]
    first = only_table(report).columns[1].key
    assert column(report, first) == ["lav\nHar tro på endring.", "Not asked", ""]
    assert [each.key for each in model.cautions(report)] == ["no_consent", "not_judged"]
    assert only_table(report).landscape


def test_of_many_cases_each_has_a_row_under_the_dimension(made: Study) -> None:
    with made.edit() as session:
        for number in range(5, 11):
            case_id = cases.ensure(session, f"Informant {number}")
            summaries.rate(session, case_id, made.themes["Kultur"], "middels")
    report = built(made)
    assert heads(report)[:3] == ["Dimension", "Case", "How it stands"]
    assert column(report, "dimension")[:2] == ["Kultur", ""]
    assert len(column(report, "case")) == 10
    assert column(report, "explanation")[0].startswith("Den ene")


def test_where_nobody_is_to_be_named_cases_have_numbers(made: Study) -> None:
    name_nobody(made)
    assert heads(built(made))[1:3] == ["Case 1", "Case 2"]
