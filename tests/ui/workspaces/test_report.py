from __future__ import annotations

from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook
from pytestqt.qtbot import QtBot

from qualtool.core import report as model
from qualtool.core.errors import QualtoolError
from qualtool.operations import coding
from qualtool.store.project import Project
from qualtool.ui.panels.report_page import MOST_ROWS, laid_out
from qualtool.ui.workspaces.report import ReportWorkspace
from tests.ui.studies import Study, furnish


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def workspace(qtbot: QtBot, project: Project, study: Study) -> ReportWorkspace:
    made = ReportWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(1300, 800)
    made.show()
    qtbot.waitUntil(lambda: made.preview.pages > 0)
    return made


def _choose(workspace: ReportWorkspace, name: str) -> None:
    rows = {"themes": 0, "excerpts": 1, "codebook": 2}
    workspace.list.setCurrentRow(rows[name])


def test_every_table_is_shown_as_it_will_print(qtbot: QtBot, workspace: ReportWorkspace) -> None:
    for name in ("excerpts", "codebook", "themes"):
        _choose(workspace, name)
        with qtbot.waitSignal(workspace.place_changed):
            pass
        assert workspace.preview.pages >= 1
        picture = workspace.preview.grab().toImage()
        assert len({picture.pixelColor(x, 120).name() for x in range(picture.width())}) > 1


def test_a_step_is_seen_in_the_preview(
    qtbot: QtBot, workspace: ReportWorkspace, study: Study, project: Project
) -> None:
    with qtbot.waitSignal(workspace.place_changed), project.edit("apply_code") as session:
        coding.apply(session, study.document, 0, 7, [study.habits], coder_id=None)


def test_a_table_is_written_to_word_and_excel_from_the_window(
    qtbot: QtBot, workspace: ReportWorkspace, tmp_path: Path
) -> None:
    _choose(workspace, "excerpts")
    with qtbot.waitSignal(workspace.said) as said:
        workspace.export("docx", tmp_path / "a.docx")
    assert said.args is not None
    assert "a.docx" in said.args[0]
    table = Document(str(tmp_path / "a.docx")).tables[0]
    assert any("ikke noe fast sted" in cell.text for cell in table.rows[1].cells)
    workspace.export("xlsx", tmp_path / "a.xlsx")
    assert load_workbook(tmp_path / "a.xlsx").worksheets[0].max_row >= 2


def test_a_refused_export_is_told_and_leaves_nothing(
    qtbot: QtBot, workspace: ReportWorkspace, tmp_path: Path
) -> None:
    with qtbot.waitSignal(workspace.refused) as refused:
        workspace.export("docx", tmp_path / "no such folder" / "a.docx")
    assert refused.args is not None
    assert isinstance(refused.args[0], QualtoolError)


def test_a_language_chosen_for_one_table_is_that_of_all(
    qtbot: QtBot, workspace: ReportWorkspace
) -> None:
    from dataclasses import replace

    _choose(workspace, "themes")
    chosen = replace(workspace._options["themes"], language="nn")
    workspace.options.options_chosen.emit(chosen)
    assert {options.language for options in workspace._options.values()} == {"nn"}


def test_the_preview_of_a_long_table_ends_and_says_how_much_is_left(qtbot: QtBot) -> None:
    rows = tuple(model.Row((model.cell(f"{n}"), model.cell("ord " * 12))) for n in range(400))
    table = model.Table(
        label="Tabell",
        number=1,
        caption="Utdrag",
        columns=(model.Column("number", "Nr"), model.Column("text", "Utdrag", 5.0)),
        groups=(model.Group("Alle", rows),),
    )
    document, left_out = laid_out(model.Report("Utdrag", "nb", (table,)))
    assert left_out == 400 - MOST_ROWS
    assert document.pageCount() > 1
