"""Claims and support as a table, and the quotations that were used."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select

from qualtool.core import report as model
from qualtool.core.report import Report, Table, plain, tables
from qualtool.operations import claims as claim_operations
from qualtool.reports import catalogue, claims, quotations_used
from qualtool.reports.options import Options
from qualtool.store.schema import Claim, Draft
from tests.reports.invented import Study, study
from tests.reports.whole_study import whole_study

ENGLISH = Options(language="en")


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Study]:
    """A study that no test changes."""
    found = whole_study(tmp_path_factory.mktemp("whole"))
    yield found
    found.project.close()


@pytest.fixture
def bare(tmp_path: Path) -> Iterator[Study]:
    """Nothing coded, nothing claimed, nothing quoted."""
    found = study(tmp_path)
    yield found
    found.project.close()


def built(made: Study, options: Options = ENGLISH) -> Report:
    with made.project.read() as session:
        return claims.build(session, options)


def used(made: Study, options: Options = ENGLISH) -> Report:
    with made.project.read() as session:
        return quotations_used.build(session, options)


def cells(report: Report, at: int = 0) -> list[list[str]]:
    table: Table = [*tables(report)][at]
    return [
        [plain(each) if each is not None else "" for each in row.cells]
        for group in table.groups
        for row in group.rows
    ]


def cautions(report: Report) -> list[str]:
    return [each.key for each in model.cautions(report)]


def test_a_claim_stands_with_who_supports_it_and_who_speaks_against_it(shared: Study) -> None:
    first, second, third = cells(built(shared))
    assert first[0] == "Alle informantene ser en mulighet i at noe skjer."
    assert first[1:3] == ["2 of 2\nInformant 1, Informant 2", "1\nInformant 1"]
    assert "“Men nå tror jeg det kan bli noe av.” (Informant 1)" in first[3]
    assert "Against: “Vi har alltid gjort det slik, og ingen spør hvorfor.”" in first[3]
    assert second[1:] == ["0 of 2", "1\nInformant 2", ""]
    assert third[0].startswith("=Begge")


def test_nobody_is_named_where_quotations_are_not_attributed(shared: Study) -> None:
    for row in cells(built(shared, replace(ENGLISH, attribution="none"))):
        assert not any("Informant 1" in each for each in row[1:])
        assert row[1].endswith("of 2")


def test_one_chooses_how_many_quotations_come_along(shared: Study) -> None:
    def most(starred: bool | None) -> int:
        return max(
            row[3].count("“") for row in cells(built(shared, replace(ENGLISH, starred=starred)))
        )

    assert most(None) < most(False)
    assert most(True) <= most(None)


def test_what_cannot_be_counted_is_left_out_and_told(shared: Study) -> None:
    keys = cautions(built(shared))
    assert {"claims_untied", "claims_disagree"} <= set(keys)


def test_a_claim_set_aside_or_gone_from_its_draft_is_not_shown(tmp_path: Path) -> None:
    made = whole_study(tmp_path)
    with made.project.edit("check_claims") as session:
        rows = session.scalars(select(Claim).order_by(Claim.id)).all()
        own = next(row for row in rows if row.draft_id is None)
        claim_operations.set_aside(session, [own.id])
        draft_id = session.scalars(select(Draft.id)).one()
        claim_operations.take_in(session, draft_id, [claim_operations.Sentence(rows[1].text, 2)])
    report = built(made)
    assert [row[0] for row in cells(report)] == ["Flere informanter savner tid."]
    assert "claims_gone" in cautions(report)
    made.project.close()


def test_drafts_can_have_headings_of_their_own(shared: Study) -> None:
    [table] = tables(built(shared, replace(ENGLISH, headed=True)))
    assert [group.title for group in table.groups] == ["Kapittel 4.docx", "Claims and support"]
    assert table.headed


def test_a_project_without_claims_says_so(bare: Study) -> None:
    [table] = tables(built(bare))
    assert (table.groups, table.empty) == ((), "No claim has been tied to what was said yet.")


def test_each_quotation_is_told_with_where_it_is_used(shared: Study) -> None:
    rows = cells(used(shared))
    assert rows[0] == [
        "1",
        "Informant 1",
        "Intervju 1, paragraph 3",
        "Verbatim",
        "Kapittel 4.docx, paragraph 1\nFindings: Tro",
    ]
    assert rows[-1][3:] == ["Edited", "Kapittel 4.docx, paragraph 2"]
    assert [row[3] for row in rows[1:3]] == ["Edited: joined from several places"] * 2


def test_quotations_are_counted_by_informant(shared: Study) -> None:
    assert cells(used(shared), 1) == [["Informant 1", "2"], ["Informant 2", "2"]]


def test_the_table_is_for_the_researcher_however_the_report_is_attributed(shared: Study) -> None:
    report = used(shared, replace(ENGLISH, attribution="none"))
    assert cells(report)[0][1] == "Informant 1"
    assert "for_the_researcher" in cautions(report)
    assert "For the researcher" in catalogue.write(report, "md").decode()


def test_a_quotation_of_who_has_withdrawn_is_told_of_and_not_shown(shared: Study) -> None:
    report = used(shared)
    assert "no_consent" in cautions(report)
    assert "Informant 3" not in catalogue.write(report, "md").decode()


def test_a_project_that_quotes_nothing_says_so(bare: Study) -> None:
    report = used(bare)
    assert len([*tables(report)]) == 1
    assert cautions(report) == []
