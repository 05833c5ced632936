"""The report workspace: composed with the keys, seen at once, every change one step."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qualtool.analysis import report_list
from qualtool.analysis.excerpts import excerpts
from qualtool.analysis.report_list import blocks, reports
from qualtool.operations import coding, frames, report_blocks
from qualtool.operations import reports as making
from qualtool.store.project import Project
from qualtool.ui.jobs import Jobs
from qualtool.ui.report.add_sheet import AddSheet
from qualtool.ui.report.block_model import FRONT
from qualtool.ui.workspaces.report import ReportWorkspace
from tests.ui.report.conftest import jobs, settle, sheets, study, suggested, workspace
from tests.ui.studies import Study

__all__ = ["jobs", "sheets", "study", "suggested", "workspace"]  # the fixtures of that folder
Key, Held = Qt.Key, Qt.KeyboardModifier


def _names(workspace: ReportWorkspace) -> list[str]:
    return [piece.name for piece in workspace.composed.pieces]


def _choose(workspace: ReportWorkspace, name: str) -> int:
    key = next(piece.key for piece in workspace.composed.pieces if piece.name == name)
    workspace.choose(key)
    return key


def _kept(project: Project) -> list[str]:
    with project.read() as session:
        found = reports(session)
        return [row.name for row in blocks(session, found[0].id)] if found else []


def test_opening_the_workspace_changes_nothing(
    suggested: ReportWorkspace, project: Project
) -> None:
    workspace = suggested
    assert workspace.composed.report_id is None
    assert {"themes", "excerpts", "codebook"} <= set(_names(workspace))
    assert _kept(project) == []
    step = project.next_undo()
    assert step is not None
    assert step.action == "import_documents"


def test_every_block_is_set_on_pages_and_counted_through(workspace: ReportWorkspace) -> None:
    lines = workspace.pressing.lines()
    assert [line.key for line in lines] == [FRONT, *(p.key for p in workspace.composed.pieces)]
    tables = [line.what for line in lines if line.what.startswith("table")]
    assert [what.split(" · ")[0] for what in tables] == [
        f"table {number}" for number in range(1, len(tables) + 1)
    ]
    for line in lines:
        assert workspace.preview.has(line.key)
    page, pages = workspace.preview.place()
    assert page is not None
    assert pages is not None
    assert pages >= len(lines)


def test_the_contents_name_their_lists_as_the_file_does(workspace: ReportWorkspace) -> None:
    workspace.acts.describe_report(contents=True, language="en")
    composed = workspace.composed
    lines = workspace.pressing._contents(*workspace.pressing._assembled(composed))
    assert [line.words for line in lines if line.level == 0] == ["List of tables"]


def test_what_is_chosen_after_undo_and_redo_is_what_is_in_view(
    suggested: ReportWorkspace, project: Project, qtbot: QtBot
) -> None:
    workspace = suggested
    settle(qtbot, workspace)
    workspace.choose(workspace.composed.pieces[0].key)
    workspace.acts.describe_report(title="Mitt vedlegg")
    settle(qtbot, workspace)
    for again in (project.undo, project.redo):
        QTest.keyClick(workspace.preview, Key.Key_End)
        again()
        settle(qtbot, workspace)
        anchor = workspace.preview.anchor()
        assert anchor is not None
        assert anchor[0] == workspace.key == workspace.list.key


def test_the_first_change_makes_the_suggested_report_in_the_same_step(
    suggested: ReportWorkspace, project: Project
) -> None:
    workspace, names = suggested, _names(suggested)
    _choose(workspace, names[1])
    workspace.list.setFocus()
    QTest.keyClick(workspace.list, Key.Key_Up, Held.AltModifier)
    assert _kept(project) == [names[1], names[0], *names[2:]]
    chosen = workspace.piece()
    assert chosen is not None
    assert chosen.name == names[1]
    assert chosen.key > 0
    project.undo()
    assert _kept(project) == []
    assert _names(workspace) == names
    project.redo()
    assert _kept(project)[0] == names[1]


def test_a_block_is_found_and_added_with_the_keys(
    workspace: ReportWorkspace, project: Project, sheets: list[QWidget]
) -> None:
    workspace.list.setFocus()
    QTest.keyClicks(workspace.list, "+")
    sheet = sheets[-1]
    assert isinstance(sheet, AddSheet)
    sheet.show()
    sheet.sought.setFocus()
    QTest.keyClicks(sheet.sought, "memo")
    QTest.keyClick(sheet.sought, Key.Key_Return)
    chosen = workspace.piece()
    assert chosen is not None
    assert chosen.name == "memos"
    assert _kept(project) == ["themes", "memos", "excerpts", "codebook"]


def test_a_block_is_duplicated_and_taken_out_with_the_keys(
    workspace: ReportWorkspace, project: Project
) -> None:
    before = _names(workspace)
    _choose(workspace, before[0])
    workspace.list.setFocus()
    QTest.keyClick(workspace.list, Key.Key_D, Held.ControlModifier)
    assert _kept(project) == [before[0], *before]
    QTest.keyClick(workspace.list, Key.Key_Delete)
    assert _kept(project) == before
    project.undo()
    assert _kept(project) == [before[0], *before]


def test_choosing_the_same_again_and_again_is_one_step(
    workspace: ReportWorkspace, project: Project
) -> None:
    _choose(workspace, "excerpts")
    box = workspace.right.block.form.fields["by"]
    box.setFocus()
    for _each in range(2):
        QTest.keyClick(box, Key.Key_Down)
    piece = workspace.piece()
    assert piece is not None
    assert piece.options.by == "case"
    project.undo()
    piece = workspace.piece()
    assert piece is not None
    assert piece.options.by == "theme"
    assert box.currentIndex() == 0


def test_the_columns_are_chosen_and_moved_with_the_keys(workspace: ReportWorkspace) -> None:
    key = _choose(workspace, "themes")
    form = workspace.right.block.form
    form.fold.click()
    columns = form.columns
    assert columns.isVisible()
    first = columns.ticked()
    columns.setFocus()
    columns.setCurrentRow(0)
    QTest.keyClick(columns, Key.Key_Down, Held.AltModifier)
    piece = workspace.piece()
    assert piece is not None
    assert piece.options.columns == (first[1], first[0], *first[2:])
    QTest.keyClick(columns, Key.Key_Space)
    piece = workspace.piece()
    assert piece is not None
    assert first[0] not in piece.options.columns
    assert piece.key == key


def test_the_heading_is_written_on_the_paper(
    workspace: ReportWorkspace, project: Project, qtbot: QtBot
) -> None:
    _choose(workspace, "themes")
    workspace.list.setFocus()
    QTest.keyClick(workspace.list, Key.Key_F2)
    field = workspace.preview.field
    assert field.isVisible()
    QTest.keyClicks(field, "Temaene i studien")
    QTest.keyClick(field, Key.Key_Return)
    assert not field.isVisible()
    piece = workspace.piece()
    assert piece is not None
    assert piece.title == "Temaene i studien"
    settle(qtbot, workspace)
    assert "Temaene i studien" in [line.title for line in workspace.pressing.lines()]
    project.undo()
    piece = workspace.piece()
    assert piece is not None
    assert piece.title == ""


def test_the_opening_is_written_on_the_paper_and_the_usual_one_is_nobodys(
    workspace: ReportWorkspace, project: Project, qtbot: QtBot
) -> None:
    _choose(workspace, "codebook")
    workspace.write_opening()
    field = workspace.preview.field
    before = field.toPlainText()
    field.moveCursor(field.textCursor().MoveOperation.End)
    QTest.keyClicks(field, " Slik ble kodene til.")
    QTest.keyClick(field, Key.Key_Escape)
    piece = workspace.piece()
    assert piece is not None
    assert piece.opening == f"{before} Slik ble kodene til.".strip()
    settle(qtbot, workspace)
    workspace._write(piece.key, "opening", before)
    again = workspace.piece()
    assert again is not None
    assert again.opening == ""


def test_a_frozen_block_stays_as_it_was(
    workspace: ReportWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    _choose(workspace, "excerpts")
    workspace.toggle_freeze()
    settle(qtbot, workspace)
    chosen = workspace.piece()
    assert chosen is not None
    assert chosen.frozen_ms is not None
    assert "frozen" in next(e.frozen for e in workspace.pressing.lines() if e.key == chosen.key)
    with project.edit("apply_code") as session:
        coding.apply(session, study.document, 0, 7, [study.habits], coder_id=None)
    settle(qtbot, workspace)
    frozen = workspace.making.report_of(chosen.key)
    workspace.toggle_freeze()
    settle(qtbot, workspace)
    now = workspace.making.report_of(chosen.key)
    assert frozen is not None
    assert now is not None
    assert now.blocks != frozen.blocks
    with project.read() as session:
        assert report_list.frozen(session, chosen.key) == ""


def test_what_is_frozen_is_not_shown_when_it_may_not_be_quoted_any_more(
    workspace: ReportWorkspace, project: Project, qtbot: QtBot
) -> None:
    key = _choose(workspace, "excerpts")
    workspace.toggle_freeze()
    with project.read() as session:
        (row,) = excerpts(session)
    with project.edit("set_do_not_quote") as session:
        coding.set_do_not_quote(session, [row.id], True)
    settle(qtbot, workspace)
    assert workspace.making.report_of(key) is None
    assert next(e.what for e in workspace.pressing.lines() if e.key == key) == "cannot be made"


def test_a_step_elsewhere_is_seen_in_the_preview(
    workspace: ReportWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    key = _choose(workspace, "excerpts")
    before = workspace.making.report_of(key)
    with project.edit("apply_code") as session:
        coding.apply(session, study.document, 0, 7, [study.habits], coder_id=None)
    assert not workspace.making.holds(key)
    settle(qtbot, workspace)
    assert workspace.making.report_of(key) != before


def test_who_comes_back_is_told_what_the_report_follows(
    workspace: ReportWorkspace, project: Project, study: Study, qtbot: QtBot
) -> None:
    workspace.hide()
    with qtbot.waitSignal(workspace.said) as said, project.edit("apply_code") as session:
        coding.apply(session, study.document, 0, 7, [study.habits], coder_id=None)
    assert said.args == ["Updated after 1 coding"]


def test_what_holds_for_the_whole_report_stands_with_its_title(
    workspace: ReportWorkspace, project: Project
) -> None:
    workspace.choose(FRONT)
    front = workspace.right.front
    assert front.isVisible()
    front.title.setFocus()
    front.title.selectAll()
    QTest.keyClicks(front.title, "Vedlegg til oppgaven")
    QTest.keyClick(front.title, Key.Key_Return)
    assert workspace.composed.title == "Vedlegg til oppgaven"
    front.contents.click()
    front.language.setFocus()
    QTest.keyClick(front.language, Key.Key_Down)
    with project.read() as session:
        row = reports(session)[0]
    assert (row.title, row.contents, row.language) == ("Vedlegg til oppgaven", False, "nn")
    assert {piece.options.language for piece in workspace.composed.pieces} == {"nn"}


def test_one_of_several_reports_is_chosen_and_removed(
    workspace: ReportWorkspace, project: Project
) -> None:
    assert workspace.acts.add_report("Til veileder", "nb")
    assert workspace.composed.title == "Til veileder"
    assert not _names(workspace)
    titles = [action.text() for action in workspace.side.menu_of_reports().actions()]
    assert "Til veileder" in titles
    workspace.naming.next_report()
    assert _names(workspace)
    workspace.acts.remove_report()
    assert workspace.composed.title == "Til veileder"
    project.undo()
    assert len(workspace.composed.reports) == 2


def test_a_set_of_themes_can_be_chosen_where_there_are_several(
    workspace: ReportWorkspace, project: Project
) -> None:
    _choose(workspace, "themes")
    form = workspace.right.block.form
    assert "frame_id" not in form.fields
    with project.edit("add_frame") as session:
        frames.add(session, "Kompasset")
    assert form.fields["frame_id"].count() == 2


def test_an_empty_project_says_what_belongs_here(
    dressed: QApplication, qtbot: QtBot, project: Project
) -> None:
    made = ReportWorkspace(project)
    qtbot.addWidget(made)
    made.show()
    assert made.composed.pieces == ()
    assert not made.preview.isVisible()
    assert made._empty.isVisible()


def test_a_block_of_a_later_version_is_kept_and_told_of(
    dressed: QApplication, qtbot: QtBot, project: Project, study: Study, jobs: Jobs
) -> None:
    with project.edit("start_report") as session:
        report = making.add(session, "Vedlegg")
        report_blocks.add(session, report, "nettverk")
        report_blocks.add(session, report, "codebook")
    made = ReportWorkspace(project)
    qtbot.addWidget(made)
    made.job_wished.connect(jobs.start)
    made.show()
    settle(qtbot, made)
    lines = made.pressing.lines()
    assert [line.what.split(" · ")[0] for line in lines[1:]] == ["cannot be made", "table 1"]
    made.hide()


def test_what_is_only_written_needs_no_new_building(workspace: ReportWorkspace) -> None:
    key = _choose(workspace, "codebook")
    built = workspace.making.built[key]
    piece = replace(built.piece, title="Noe annet", opening="Og noe mer.")
    assert built.fits(piece, built.language, workspace.making.moment)
