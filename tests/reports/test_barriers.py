from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete

from qualtool.core import report as model
from qualtool.core.report import Report
from qualtool.operations import templates
from qualtool.reports import barriers
from qualtool.reports.options import Options
from qualtool.store.project import create
from qualtool.store.schema import Valence
from tests.reports.invented import Study, column, heads, only_table
from tests.reports.whole_study import whole_study


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """A study that no test changes."""
    found = whole_study(tmp_path_factory.mktemp("whole"))
    yield found
    found.project.close()


def built(made: Study, options: Options | None = None) -> Report:
    with made.project.read() as session:
        return barriers.build(session, options or Options(language="en"))


def test_statements_stand_in_the_columns_that_the_project_names_itself(shared: Study) -> None:
    report = built(shared)
    assert report.title == "Hemmer and opportunity"
    assert heads(report) == ["Theme", "Sub-theme", "Hemmer", "Opportunity"]
    assert column(report, "theme") == ["Kultur", "", "", "Struktur"]
    assert column(report, "subtheme") == ["", "Vaner", "Tro", ""]
    assert column(report, "barrier") == [
        "vi og de andre (1)",
        "alltid slik (1)",
        "håp (1)",
        "håp (1)",
    ]


def test_what_is_written_over_a_quotation_is_a_statement_too(shared: Study) -> None:
    assert column(built(shared), "opportunity")[2].splitlines() == [
        "Noen tror det kan bli noe av (1)",
        "håp (2)",
    ]


def test_who_has_withdrawn_says_nothing_either_way(shared: Study) -> None:
    report = built(shared)
    said = {each.key: each.message for each in model.cautions(report)}
    assert "Ressurser" in said["nothing_read"]
    assert {"no_consent", "no_valence"} <= said.keys()


def test_each_statement_can_have_a_quotation_under_it(shared: Study) -> None:
    report = built(shared, Options(language="en", examples=True))
    assert column(report, "barrier")[0].splitlines() == [
        "vi og de andre (1)",
        "“Det er de andre som ikke vil.” (Informant 1)",
    ]
    assert only_table(report).landscape


def test_our_own_pair_stands_in_the_plural(tmp_path: Path) -> None:
    project = create(tmp_path / "own.qualtool", name="Egen", language="en")
    with project.edit("apply_template") as session:
        templates.apply(session, "barriers-and-opportunities", "en")
    with project.read() as session:
        report = barriers.build(session, Options(language="en"))
    assert report.title == "Barriers and opportunities"
    assert heads(report)[2:] == ["Barriers", "Opportunities"]
    project.close()


def test_a_project_without_valences_says_so(tmp_path: Path) -> None:
    made = whole_study(tmp_path)
    with made.edit() as session:
        session.execute(delete(Valence))
    report = built(made)
    assert heads(report) == ["Theme", "Sub-theme"]
    assert only_table(report).empty.startswith("This project has no valences")
    assert [each.key for each in model.cautions(report)] == ["no_valences"]
    made.project.close()
