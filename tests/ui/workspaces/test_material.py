from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QPushButton,
    QTableView,
)
from pytestqt.qtbot import QtBot

from qualtool.analysis import cases, documents
from qualtool.core.source import Source
from qualtool.operations import documents as operations
from qualtool.store.project import Project, open_project
from qualtool.store.rows import CaseRow, DocumentRow, Reading
from qualtool.ui.jobs import Jobs
from qualtool.ui.models.cases import FIXED
from qualtool.ui.models.documents_table import CHECKED, NAME
from qualtool.ui.panels.import_sheet import ImportSheet
from qualtool.ui.workspaces.material import CASES, DOCUMENTS, EMPTY, MaterialWorkspace
from tests.ui.files import write
from tests.ui.stretching import cut_off
from tests.ui.studies import furnish

ENTER, DELETE, SPACE = Qt.Key.Key_Return, Qt.Key.Key_Delete, Qt.Key.Key_Space


@pytest.fixture
def jobs() -> Iterator[Jobs]:
    jobs = Jobs()
    yield jobs
    jobs.close()


@pytest.fixture
def refusals() -> list[str]:
    return []


def _show(qtbot: QtBot, project: Project, jobs: Jobs, refusals: list[str]) -> MaterialWorkspace:
    made = MaterialWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.job_wished.connect(jobs.start)
    made.refused.connect(lambda error: refusals.append(error.key))
    made.resize(1300, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


@pytest.fixture
def empty(
    dressed: QApplication, qtbot: QtBot, project: Project, jobs: Jobs, refusals: list[str]
) -> MaterialWorkspace:
    return _show(qtbot, project, jobs, refusals)


@pytest.fixture
def workspace(
    dressed: QApplication, qtbot: QtBot, project: Project, jobs: Jobs, refusals: list[str]
) -> MaterialWorkspace:
    furnish(project)
    with project.edit("import_documents") as session:
        operations.add(session, Source("Vi møttes igjen.", "docx"), name="Åpent møte",
                       kind="minutes")  # fmt: skip
    return _show(qtbot, project, jobs, refusals)


def _documents(project: Project) -> dict[str, DocumentRow]:
    with project.read() as session:
        return {row.name: row for row in documents.documents(session)}


def _cases(project: Project) -> dict[str, CaseRow]:
    with project.read() as session:
        return {row.name: row for row in cases.cases(session)}


def _reading(project: Project, name: str) -> Reading:
    row = _documents(project)[name]
    with project.read() as session:
        return documents.reading(session, row.id)


def _write(qtbot: QtBot, field: QLineEdit, words: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)
    qtbot.keyClick(field, ENTER)


def _choose(workspace: MaterialWorkspace, project: Project, *names: str) -> None:
    rows = _documents(project)
    workspace.documents.view.choose([rows[name].id for name in names])


# documents


def test_an_empty_project_says_what_belongs_here_and_how_to_get_it(
    empty: MaterialWorkspace, qtbot: QtBot
) -> None:
    assert empty.pages.currentIndex() == EMPTY
    words = [each.text() for each in empty.findChildren(QLabel) if each.isVisible()]
    assert any("Drop transcripts" in each and "Ctrl" in each for each in words)
    button = next(each for each in empty.findChildren(QPushButton) if each.isVisible())
    with qtbot.waitSignal(empty.import_wished):
        button.click()


def test_a_document_opens_in_coding_by_enter_and_by_double_click(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    view = workspace.documents.view
    wanted = _documents(project)["Informant 1"].id
    with qtbot.waitSignal(workspace.document_wished) as wish:
        qtbot.keyClick(view, ENTER)
    assert wish.args == [wanted]
    with qtbot.waitSignal(workspace.document_wished) as wish:
        place = view.visualRect(view.arranged.index(0, NAME)).center()
        qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wish.args == [wanted]


def test_a_name_is_written_in_place_and_enter_then_opens_nothing(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    view = workspace.documents.view
    qtbot.keyClick(view, Qt.Key.Key_F2)
    editor = view.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Informant 7")
    with qtbot.assertNotEmitted(workspace.document_wished):
        qtbot.keyClick(editor, ENTER)
        qtbot.waitUntil(lambda: "Informant 7" in _documents(project))
    assert workspace.form.name.text() == "Informant 7"
    project.undo()
    assert workspace.form.name.text() == "Informant 1"


def test_a_name_that_is_taken_is_refused_and_the_old_one_shown_again(
    workspace: MaterialWorkspace, refusals: list[str], qtbot: QtBot
) -> None:
    _write(qtbot, workspace.form.name, "åpent  møte")
    assert refusals == ["document_exists"]
    assert workspace.form.name.text() == "Informant 1"


@pytest.mark.parametrize(
    ("field", "written", "kept"),
    [
        ("date", "14.3.2024", "2024-03-14"),
        ("date", "høsten 2023", "høsten 2023"),
        ("place", "Biblioteket", "Biblioteket"),
    ],
)
def test_what_is_written_in_the_form_is_one_step(
    field: str, written: str, kept: str, workspace: MaterialWorkspace, project: Project,
    qtbot: QtBot,
) -> None:  # fmt: skip
    _write(qtbot, getattr(workspace.form, field), written)
    assert getattr(_documents(project)["Informant 1"], field) == kept
    project.undo()
    assert getattr(_documents(project)["Informant 1"], field) == ""
    assert getattr(workspace.form, field).text() == ""


def test_a_date_that_cannot_be_told_says_that_it_is_kept_as_written(
    workspace: MaterialWorkspace, qtbot: QtBot
) -> None:
    _write(qtbot, workspace.form.date, "en gang i fjor")
    assert workspace.form.undated.isVisible()
    _write(qtbot, workspace.form.date, "2023")
    assert not workspace.form.undated.isVisible()


def test_several_documents_are_described_in_one_step(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    workspace.documents.view.selectAll()
    form = workspace.form
    assert not form.name.isEnabled()
    assert not form.speakers.isVisible()
    form.kind.setCurrentIndex(form.kind.findData("conversation"))
    form.kind.activated.emit(form.kind.currentIndex())
    assert {row.kind for row in _documents(project).values()} == {"conversation"}
    project.undo()
    assert [row.kind for row in _documents(project).values()] == ["interview", "minutes"]


def test_space_and_a_tick_say_that_documents_are_checked(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    view = workspace.documents.view
    view.selectAll()
    qtbot.keyClick(view, SPACE)
    assert all(row.checked for row in _documents(project).values())
    assert workspace.form.checked.isChecked()
    _choose(workspace, project, "Informant 1")
    box = view.visualRect(view.arranged.index(0, CHECKED))
    place = QPoint(box.left() + 16, box.center().y())
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert [row.checked for row in _documents(project).values()] == [False, True]
    view.selectAll()
    assert workspace.form.checked.checkState() == Qt.CheckState.PartiallyChecked
    workspace.form.checked.click()
    assert all(row.checked for row in _documents(project).values())


def test_documents_are_removed_without_a_question_and_come_back(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    workspace.documents.view.selectAll()
    qtbot.keyClick(workspace.documents.view, DELETE)
    assert not _documents(project)
    assert workspace.pages.currentIndex() == EMPTY
    project.undo()
    assert len(_documents(project)) == 2
    assert workspace.pages.currentIndex() == DOCUMENTS


def test_a_filter_shows_what_fits_and_says_how_many(
    workspace: MaterialWorkspace, qtbot: QtBot
) -> None:
    qtbot.keyClicks(workspace.documents.filter, "minutes")
    assert workspace.documents.view.arranged.rowCount() == 1
    assert workspace.documents.count.text() == "1 of 2"
    workspace.documents.filter.clear()
    assert workspace.documents.count.text() == "25 words"


def test_speakers_are_named_and_given_a_part_and_a_case(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    asks, answers = workspace.form.speakers.rows
    _write(qtbot, asks.label, "Marte")
    _write(qtbot, answers.case.lineEdit(), "Læreren")  # type: ignore[arg-type]
    speakers = _reading(project, "Informant 1").speakers
    assert [each.label for each in speakers] == ["Marte", "Informant 1"]
    assert speakers[1].case == "Læreren"
    assert _documents(project)["Informant 1"].cases == ("Læreren",)
    answers.role.setCurrentIndex(answers.role.findData("other"))
    answers.role.activated.emit(answers.role.currentIndex())
    assert _reading(project, "Informant 1").speakers[1].role == "other"
    for _step in range(3):
        project.undo()
    assert asks.label.text() == "Intervjuer"
    assert answers.case.currentText() == "Informant 1"


def test_a_document_is_tied_to_a_case_and_untied(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    _choose(workspace, project, "Åpent møte")
    _write(qtbot, workspace.form.ties.picker.lineEdit(), "Gruppa")  # type: ignore[arg-type]
    assert _documents(project)["Åpent møte"].cases == ("Gruppa",)
    workspace.form.ties.untied.emit(_cases(project)["Gruppa"].id)
    assert _documents(project)["Åpent møte"].cases == ()
    assert "Gruppa" in _cases(project)


def test_a_menu_does_what_the_keys_do(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    view = workspace.documents.view
    view.menu_wished.emit(QPoint(10, 10))
    menu = workspace.findChild(QMenu)
    assert menu is not None
    actions = {each.text(): each for each in menu.actions()}
    with qtbot.waitSignal(workspace.document_wished):
        actions["Open in Coding"].trigger()
    actions["Remove"].trigger()
    assert list(_documents(project)) == ["Åpent møte"]
    menu.close()


def test_what_is_half_written_is_kept_when_the_workspace_is_left(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    workspace.form.note.setPlainText("lydfila er borte")
    workspace.aside()
    assert _documents(project)["Informant 1"].note == "lydfila er borte"


def test_what_happens_elsewhere_is_looked_at_when_this_is_seen_again(
    workspace: MaterialWorkspace, project: Project
) -> None:
    workspace.hide()
    with project.edit("remove_documents") as session:
        operations.remove(session, [_documents(project)["Informant 1"].id])
    assert workspace.documents.view.table.rowCount() == 2
    workspace.show()
    assert workspace.documents.view.table.rowCount() == 1


# cases


def test_a_case_is_made_named_described_and_removed(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    workspace.cases.add_wished.emit()
    assert workspace.pages.currentIndex() == DOCUMENTS
    workspace.show_case(_cases(project)["New case"].id)
    assert workspace.pages.currentIndex() == CASES
    form = workspace.case_form
    _write(qtbot, form.name, "Skolen")
    _write(qtbot, form.attributes.new_name, "Sektor")
    _write(qtbot, form.attributes.new_value, "kommune")
    assert _cases(project)["Skolen"].attributes == {"Sektor": "kommune"}
    table = workspace.cases.view.table
    assert list(table.attributes) == ["Sektor"]
    row = table.row_of(_cases(project)["Informant 1"].id)
    table.setData(table.index(row, FIXED), "stat")
    assert _cases(project)["Informant 1"].attributes == {"Sektor": "stat"}
    qtbot.keyClick(workspace.cases.view, DELETE)
    assert "Skolen" not in _cases(project)
    project.undo()
    assert _cases(project)["Skolen"].attributes == {"Sektor": "kommune"}


def test_an_attribute_is_said_of_all_chosen_cases(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    workspace.acts.add_case("Skolen", [])
    workspace.show_case(_cases(project)["Skolen"].id)
    workspace.cases.view.selectAll()
    _write(qtbot, workspace.case_form.attributes.new_name, "Fase")
    _write(qtbot, workspace.case_form.attributes.new_value, "1")
    assert all(row.attributes == {"Fase": "1"} for row in _cases(project).values())
    project.undo()
    assert not any(row.attributes for row in _cases(project).values())


def test_a_case_is_tied_to_a_document_by_its_name(
    workspace: MaterialWorkspace, project: Project, refusals: list[str]
) -> None:
    workspace.show_case(_cases(project)["Informant 1"].id)
    picker = workspace.case_form.ties.picker
    picker.setEditText("åpent møte")
    picker.lineEdit().editingFinished.emit()  # type: ignore[union-attr]
    assert _documents(project)["Åpent møte"].cases == ("Informant 1",)
    picker.setEditText("finnes ikke")
    picker.lineEdit().editingFinished.emit()  # type: ignore[union-attr]
    assert picker.currentText() == ""


# files


def _sheet(workspace: MaterialWorkspace, qtbot: QtBot, paths: list[Path]) -> ImportSheet:
    laid: list[ImportSheet] = []
    workspace.sheet_wished.connect(laid.append)
    workspace.import_files(paths, "coding")
    qtbot.addWidget(laid[0])
    laid[0].resize(1200, 700)
    laid[0].show()
    qtbot.waitUntil(lambda: laid[0].accept.isVisible(), timeout=20_000)
    return laid[0]


def test_files_come_in_at_one_stroke_and_go_out_at_one(
    empty: MaterialWorkspace, project: Project, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = _sheet(empty, qtbot, write(tmp_path))
    assert not _documents(project), "nothing is stored before Import"
    with qtbot.waitSignal(empty.document_wished) as wish:
        sheet.accept.click()
    rows = _documents(project)
    assert list(rows) == ["Informant 3", "Samtale"]
    assert wish.args == [rows["Informant 3"].id], "who came from coding goes back to it"
    assert [row.name for row in empty.documents.view.chosen()] == ["Informant 3", "Samtale"]
    project.undo()
    assert not _documents(project)
    assert not _cases(project)


def test_giving_up_leaves_nothing(
    empty: MaterialWorkspace, project: Project, qtbot: QtBot, tmp_path: Path
) -> None:
    size = project.path.stat().st_size
    beside = sorted(tmp_path.iterdir())
    sheet = _sheet(empty, qtbot, write(tmp_path))
    sheet.cancel.click()
    assert not _documents(project)
    assert project.path.stat().st_size == size
    assert set(tmp_path.iterdir()) - set(beside) == {
        tmp_path / each.name for each in write(tmp_path)
    }


def test_more_files_join_those_that_wait(
    empty: MaterialWorkspace, qtbot: QtBot, tmp_path: Path
) -> None:
    paths = write(tmp_path)
    sheet = _sheet(empty, qtbot, paths[:1])
    sheet.files.table.setData(sheet.files.table.index(0, 0), "Anna")
    empty.import_files([*paths[:1], paths[1]])
    qtbot.waitUntil(lambda: len(sheet.files.table.entries) == 2, timeout=20_000)
    names = [each.chosen.name for each in sheet.files.table.entries]
    assert names == ["Anna", "Informant 3"]


def test_a_folder_without_transcripts_says_so(
    empty: MaterialWorkspace, refusals: list[str], qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "bilder"
    folder.mkdir()
    laid: list[ImportSheet] = []
    empty.sheet_wished.connect(laid.append)
    empty.import_files([folder])
    qtbot.addWidget(laid[0])
    qtbot.waitUntil(lambda: refusals == ["nothing_to_import"], timeout=20_000)


def test_a_file_is_shown_as_it_stands_and_read_anew_in_another_encoding(
    empty: MaterialWorkspace, qtbot: QtBot, tmp_path: Path
) -> None:
    path = tmp_path / "gammel.txt"
    path.write_bytes(
        "Intervjuer: Går det på Ås?\nInformant 3: Så der, hører du.\n".encode("cp1252")
    )
    sheet = _sheet(empty, qtbot, [path])
    qtbot.waitUntil(lambda: "Går det" in sheet.preview.raw.toPlainText(), timeout=20_000)
    encoding = sheet.details.reading.encoding
    assert encoding.currentText() == "Windows-1252"
    encoding.setCurrentIndex(encoding.findData("mac-roman"))
    encoding.activated.emit(encoding.currentIndex())
    qtbot.waitUntil(lambda: "GÂr" in sheet.preview.raw.toPlainText(), timeout=20_000)
    assert "Går" not in sheet.preview.clean.toPlainText()


def test_a_project_that_is_read_only_takes_nothing_in(
    project: Project, dressed: QApplication, jobs: Jobs, qtbot: QtBot, tmp_path: Path
) -> None:
    refusals: list[str] = []
    with open_project(project.path, read_only=True) as reading:
        workspace = _show(qtbot, reading, jobs, refusals)
        with qtbot.assertNotEmitted(workspace.sheet_wished):
            workspace.import_files(write(tmp_path))
        assert refusals == ["read_only"]


# room


@pytest.mark.parametrize("size", [(1224, 650), (1384, 830)])
def test_longer_words_are_not_cut_off(
    size: tuple[int, int], stretched: None, workspace: MaterialWorkspace, project: Project,
    qtbot: QtBot,
) -> None:  # fmt: skip
    workspace.resize(*size)
    qtbot.wait(20)
    assert cut_off(workspace) == []
    workspace.show_case(_cases(project)["Informant 1"].id)
    qtbot.wait(20)
    assert cut_off(workspace) == []


def test_every_field_has_a_name(workspace: MaterialWorkspace) -> None:
    nameless = [
        widget
        for kind in (QLineEdit, QComboBox, QAbstractButton, QPlainTextEdit, QTableView)
        for widget in workspace.findChildren(kind)
        if not widget.accessibleName()
        and not getattr(widget, "text", str)()
        and not widget.objectName().startswith("qt_")
        and not isinstance(widget.parent(), QTableView | QLineEdit)
    ]
    assert nameless == []
