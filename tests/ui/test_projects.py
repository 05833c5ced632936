"""Opening, making and closing projects from the window, and what it remembers of them."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qualtool import settings
from qualtool.analysis import codebook, study
from qualtool.core.source import Source
from qualtool.operations import documents, new_project
from qualtool.store import lock
from qualtool.store import project as store
from qualtool.ui.dialogs.coder import ChooseCoder
from qualtool.ui.dialogs.new_project import NewProject
from qualtool.ui.main_window import MainWindow
from qualtool.ui.notices import Notice

Kind = TypeVar("Kind", bound=QWidget)


def notice(window: MainWindow) -> Notice:
    assert window.notices.last is not None
    return window.notices.last


def sheet(window: MainWindow, kind: type[Kind]) -> Kind:
    found = window.pages.top().findChild(kind)
    assert isinstance(found, kind)
    return found


def test_opening_shows_the_project_and_notes_it_as_the_last_one(
    window: MainWindow, study_path: Path
) -> None:
    assert window.projects.open(study_path)
    assert window.windowTitle() == "Samarbeid – Qualtool"
    assert window.rail.isVisible()
    assert window.pages.shown() == "coding"
    assert settings.load().recent[0] == str(study_path)


def test_what_is_no_project_is_refused_in_a_line_with_a_way_forward(
    window: MainWindow, tmp_path: Path
) -> None:
    wrong = tmp_path / "wrong.qualtool"
    wrong.write_bytes(b"not a project" * 100)
    assert not window.projects.open(wrong)
    assert notice(window).kind == "trouble"
    assert "wrong.qualtool" in notice(window).words
    assert notice(window).way is not None
    assert window.project is None
    assert window.foot.isVisible()


def test_a_project_found_damaged_when_it_is_shown_is_closed_and_told_of(
    window: MainWindow, study_path: Path, qtbot: QtBot
) -> None:
    with store.open_project(study_path) as project, project.edit("x") as session:
        text = Source("Et sjeldent ord. " * 2000, "text")
        documents.add(session, text, name="Intervju 1")
    content = bytearray(study_path.read_bytes())
    page = content.find(b"sjeldent") // 4096 + 4
    content[page * 4096 : (page + 1) * 4096] = b"\xff" * 4096
    study_path.write_bytes(content)
    window.projects.open(study_path)
    qtbot.waitUntil(lambda: window.notices.last is not None)
    assert "is damaged" in notice(window).words
    assert window.project is None
    assert window.pages.top() is window.welcome
    assert study_path.read_bytes() == content
    assert not lock.note_path(study_path).exists()


def test_a_project_that_is_gone_is_no_longer_among_the_recent(
    window: MainWindow, tmp_path: Path
) -> None:
    gone = tmp_path / "gone.qualtool"
    settings.remember(gone)
    assert not window.projects.open(gone)
    assert str(gone) not in settings.load().recent


def test_refusing_one_project_leaves_the_open_one_as_it_is(
    opened: MainWindow, tmp_path: Path
) -> None:
    before = opened.project
    assert not opened.projects.open(tmp_path / "gone.qualtool")
    assert opened.project is before
    assert opened.rail.isVisible()


def test_closing_goes_back_to_the_welcome_screen_and_lets_the_file_go(
    opened: MainWindow, study_path: Path
) -> None:
    opened.made["close_project"].trigger()
    assert opened.project is None
    assert opened.pages.top() is opened.welcome
    assert not opened.rail.isVisible()
    with store.open_project(study_path) as again:
        assert not again.read_only


def test_a_second_opener_reads_and_is_told_so(window: MainWindow, study_path: Path) -> None:
    with store.open_project(study_path):
        assert window.projects.open(study_path)
        assert window.project is not None
        assert window.project.read_only
        assert window.banner.isVisible()
        assert window.foot.state() == "read only"
        assert not window.made["import_files"].isEnabled()
        assert not window.made["undo"].isEnabled()


def test_opening_the_open_project_again_changes_nothing(
    opened: MainWindow, study_path: Path
) -> None:
    before = opened.project
    assert opened.projects.open(study_path)
    assert opened.project is before


def test_trying_again_writes_when_the_other_has_closed(
    window: MainWindow, study_path: Path, qtbot: QtBot
) -> None:
    with store.open_project(study_path):
        window.projects.open(study_path)
    again = window.banner.findChild(QPushButton)
    assert again is not None
    qtbot.mouseClick(again, Qt.MouseButton.LeftButton)
    assert window.project is not None
    assert not window.project.read_only
    assert not window.banner.isVisible()


def test_another_project_takes_the_place_of_the_open_one(
    opened: MainWindow, study_path: Path, tmp_path: Path
) -> None:
    other = tmp_path / "Other.qualtool"
    new_project.start(other, name="Other").close()
    assert opened.projects.open(other)
    assert opened.windowTitle().startswith("Other")
    with store.open_project(study_path) as first:
        assert not first.read_only


def test_a_new_project_is_made_as_asked(window: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    settings.change(last_folder=str(tmp_path))
    window.made["new_project"].trigger()
    form = sheet(window, NewProject)
    assert not form.make.isEnabled()
    form.name.setText("Grender: hvem/hva?")
    form.coder.setText("Marte")
    assert form.path() == tmp_path / "Grender hvem hva.qualtool"
    qtbot.mouseClick(form.make, Qt.MouseButton.LeftButton)
    assert window.project is not None
    with window.project.read() as session:
        assert study.study(session).name == "Grender: hvem/hva?"
        assert study.study(session).template == "barriers-and-opportunities"
        assert [row.name for row in codebook.coders(session)] == ["Marte"]
    assert window.header.coder.text() == "Marte"
    assert settings.load().coder == "Marte"
    assert window.pages.shown() == "coding"


def test_a_name_that_is_taken_is_told_before_anything_is_made(
    window: MainWindow, study_path: Path
) -> None:
    settings.change(last_folder=str(study_path.parent))
    window.projects.ask_new()
    form = sheet(window, NewProject)
    form.name.setText("Samarbeid")
    assert not form.make.isEnabled()
    form.name.setText("Samarbeid to")
    assert form.make.isEnabled()


def test_escape_closes_the_sheet_and_nothing_is_made(window: MainWindow, qtbot: QtBot) -> None:
    window.projects.ask_new()
    form = sheet(window, NewProject)
    qtbot.keyClick(form, Qt.Key.Key_Escape)
    assert window.pages.top() is window.welcome
    assert window.project is None


def test_files_dropped_on_the_welcome_screen_ask_for_a_project_and_then_come_in(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    interview = tmp_path / "Informant 1.txt"
    interview.write_text("Intervjuer: Hei.\n\nInformant 1: Hei, hei.\n", "utf-8")
    settings.change(last_folder=str(tmp_path))
    window.import_files([interview])
    form = sheet(window, NewProject)
    form.name.setText("Ny")
    qtbot.mouseClick(form.make, Qt.MouseButton.LeftButton)
    assert window.project is not None
    assert window.pages.shown() == "material"


def test_whoever_coded_here_last_is_coding_again(window: MainWindow, study_path: Path) -> None:
    settings.change(coder="marte")
    assert window.projects.open(study_path)
    assert window.coders.name() == "Marte"


def test_another_coder_begins_and_stands_in_the_header(opened: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(opened.header.coder, Qt.MouseButton.LeftButton)
    form = sheet(opened, ChooseCoder)
    qtbot.keyClicks(form.name, "Ingrid")
    qtbot.mouseClick(form.begin, Qt.MouseButton.LeftButton)
    assert opened.header.coder.text() == "Ingrid"
    opened.made["choose_coder"].trigger()
    names = [each.accessibleName() for each in sheet(opened, ChooseCoder).findChildren(QPushButton)]
    assert names[:2] == ["Marte", "Ingrid"]


def test_a_backup_is_written_when_asked_for(opened: MainWindow) -> None:
    assert opened.project is not None
    with opened.project.edit("describe_study") as session:
        from qualtool.operations import study as studies

        studies.describe(session, research_question="Hva hindrer?")
    opened.made["back_up"].trigger()
    assert notice(opened).words.startswith("Backed up as ")
    opened.made["back_up"].trigger()
    assert notice(opened).kind == "done"


def test_the_window_comes_back_to_the_workspace_it_was_left_in(
    opened: MainWindow, study_path: Path
) -> None:
    opened.show_workspace("themes")
    opened.projects.close()
    assert opened.projects.open(study_path)
    assert opened.pages.shown() == "themes"


def test_the_sample_study_opens_from_the_welcome_screen(window: MainWindow, qtbot: QtBot) -> None:
    window.welcome.wished.emit("open_sample")
    qtbot.waitUntil(lambda: window.project is not None, timeout=60_000)
    assert window.project is not None
    with window.project.read() as session:
        assert study.study(session).documents >= 6
