from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest

from qualtool.analysis.excerpts import excerpts
from qualtool.core import report as model
from qualtool.operations import coders, coding
from qualtool.reports import catalogue, codebook_file
from qualtool.reports.options import Options
from tests.reports.invented import ONE, Study, coded_study, only_table, study

LINE = "Only the codings of Jonas are counted and quoted here."


@pytest.fixture
def made(tmp_path: Path) -> Iterator[Study]:
    found = coded_study(tmp_path)
    yield found
    found.project.close()


def test_a_file_made_while_blind_says_whose_codings_it_holds(made: Study, tmp_path: Path) -> None:
    with made.edit() as session:
        jonas = coders.ensure(session, "Jonas")
    made.project.coders_read = frozenset({jonas})
    with made.project.read() as session:
        report = catalogue.build(session, "excerpts", Options())
        codebook_file.save(session, tmp_path / "codes.xlsx")
        phases = catalogue.build(session, "phase-log", Options())
    assert only_table(report).note.endswith(LINE)
    assert "whose_codings" in {each.key for each in model.cautions(report)}
    for ending in ("html", "md"):
        assert LINE in catalogue.write(report, ending).decode()
    for data in (catalogue.write(report, "xlsx"), (tmp_path / "codes.xlsx").read_bytes()):
        book = openpyxl.load_workbook(io.BytesIO(data))
        assert book.sheetnames[1:] == ["Method"]
        assert [cell.value for cell in book["Method"]["A"]][-1] == LINE
        book.close()
    assert LINE not in only_table(phases).note


@pytest.mark.parametrize("name", ["excerpts", "themes", "findings", "coded-transcript"])
def test_what_another_coder_does_not_let_be_quoted_is_held_back_while_blind(
    tmp_path: Path, name: str
) -> None:
    made = study(tmp_path)
    with made.edit() as session:
        made.code(session, "Intervju 1", ONE[1], "alltid slik", coder="Marte")
        coding.set_do_not_quote(session, [row.id for row in excerpts(session)], True)
        made.code(session, "Intervju 1", ONE[1][:30], "alltid slik", coder="Jonas")
        jonas = coders.ensure(session, "Jonas")
    made.project.coders_read = frozenset({jonas})
    with made.project.read() as session:
        assert ONE[1][:30] not in str(catalogue.build(session, name, Options(starred=False)))


def test_where_everybodys_codings_are_read_nothing_is_said(made: Study) -> None:
    with made.project.read() as session:
        report = catalogue.build(session, "excerpts", Options())
    assert "Only the codings" not in only_table(report).note
    assert report.method == ""
    assert len(openpyxl.load_workbook(io.BytesIO(catalogue.write(report, "xlsx"))).sheetnames) == 1
