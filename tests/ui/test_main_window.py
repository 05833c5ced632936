"""The window as a whole: workspaces, header, foot, drops, languages, and enough room for words."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from qualtool import i18n, settings
from qualtool.core.source import Source
from qualtool.operations import codes, documents
from qualtool.store import project as store
from qualtool.ui import theme
from qualtool.ui.dialogs.about import About
from qualtool.ui.dialogs.preferences import Preferences
from qualtool.ui.dialogs.shortcuts import Shortcuts
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.drop_hint import DropHint
from qualtool.ui.panels.rail import RailButton
from qualtool.ui.workspaces import WORKSPACES
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.stretching import cut_off


def drop(window: MainWindow, *paths: Path) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    action = Qt.DropAction.CopyAction
    enter = QDragEnterEvent(QPoint(400, 300), action, data, buttons, keys)
    QApplication.sendEvent(window, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(window, QDropEvent(QPointF(400, 300), action, data, buttons, keys))


@pytest.mark.parametrize("key", [each.key for each in WORKSPACES])
def test_each_workspace_opens_by_its_keys_and_is_marked_on_the_rail(
    key: str, opened: MainWindow, qtbot: QtBot
) -> None:
    digit = next(each.digit for each in WORKSPACES if each.key == key)
    qtbot.keyClick(opened, str(digit), Qt.KeyboardModifier.ControlModifier)
    assert opened.pages.shown() == key
    marked = [each.key for each in opened.rail.findChildren(RailButton) if each.isChecked()]
    assert marked == [key]


def test_a_workspace_is_made_when_it_is_first_shown_and_kept(opened: MainWindow) -> None:
    assert opened.pages.workspace("themes") is None
    opened.show_workspace("themes")
    made = opened.pages.workspace("themes")
    opened.show_workspace("coding")
    opened.show_workspace("themes")
    assert opened.pages.workspace("themes") is made


def test_a_project_dropped_on_the_window_opens(window: MainWindow, study_path: Path) -> None:
    drop(window, study_path)
    assert window.project is not None


def test_files_dropped_on_an_open_project_are_offered_for_import(
    opened: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    interview = tmp_path / "Informant 1.txt"
    interview.write_text("Intervjuer: Hei.\n\nInformant 1: Hei, hei.\n", "utf-8")
    drop(opened, interview)
    assert opened.pages.shown() == "material"


def test_what_is_no_file_is_not_taken(window: MainWindow) -> None:
    data = QMimeData()
    data.setText("words")
    enter = QDragEnterEvent(
        QPoint(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    enter.ignore()
    QApplication.sendEvent(window, enter)
    assert not enter.isAccepted()


def test_speaking_another_language_keeps_project_and_workspace(opened: MainWindow) -> None:
    opened.show_workspace("themes")
    project = opened.project
    opened.made["speak_nn"].trigger()
    assert i18n.language() == "nn"
    assert settings.load().language == "nn"
    assert opened.project is project
    assert opened.pages.shown() == "themes"
    assert len(opened.actions()) == len({each.objectName() for each in opened.actions()})


def test_a_look_that_is_chosen_holds_at_once_and_next_time(opened: MainWindow) -> None:
    opened.made["look_contrast"].trigger()
    assert theme.current().name == "contrast"
    assert settings.load().theme == "contrast"
    opened.made["look_light"].trigger()
    assert theme.current().name == "light"


def test_the_size_of_text_goes_by_steps_and_is_kept(opened: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(opened, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    assert settings.load().text_size == 110
    for _press in range(9):
        opened.made["larger"].trigger()
    assert settings.load().text_size == 200
    opened.made["ordinary"].trigger()
    assert settings.load().text_size == 100


@pytest.mark.parametrize(
    ("key", "kind"),
    [("preferences", Preferences), ("shortcuts", Shortcuts), ("about", About)],
)
def test_sheets_open_over_the_workspace_and_leave_with_it(
    key: str, kind: type[QWidget], opened: MainWindow, qtbot: QtBot
) -> None:
    opened.made[key].trigger()
    sheet = opened.pages.top().findChild(kind)
    assert sheet is not None
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert opened.pages.top() is opened.pages.workspace("coding")
    opened.made[key].trigger()
    opened.show_workspace("coding")
    assert opened.pages.top() is opened.pages.workspace("coding")


def test_preferences_hold_at_once(opened: MainWindow) -> None:
    opened.made["preferences"].trigger()
    sheet = opened.pages.top().findChild(Preferences)
    assert sheet is not None
    sheet.look_chosen.emit("dark")
    assert theme.current().name == "dark"
    sheet.text_size_chosen.emit(125)
    assert settings.load().text_size == 125
    sheet.language_chosen.emit("nb")
    assert i18n.language() == "nb"
    assert opened.pages.top().findChild(Preferences) is not None
    opened.view.set_look("light")


def test_the_window_remembers_its_size(window: MainWindow, qtbot: QtBot) -> None:
    window.resize(760, 640)
    window.close()
    again = MainWindow()
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (760, 640)
    again.close()


def test_every_control_of_the_shell_has_a_name(opened: MainWindow) -> None:
    links = (opened.foot.way, opened.foot.other)  # which have words once there is a notice
    unnamed = [
        button
        for part in (opened.rail, opened.header, opened.foot, opened.welcome)
        for button in part.findChildren(QAbstractButton)
        if not (button.accessibleName() or button.text()) and button not in links
    ]
    assert unnamed == []


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (800, 500)])
def test_longer_words_have_room_on_the_welcome_screen(
    size: tuple[int, int], stretched: None, window: MainWindow, qtbot: QtBot
) -> None:
    settings.remember(Path("/somewhere/Samarbeid.qualtool"))
    window.welcome.show_recent(settings.load().recent)
    window.resize(*size)
    qtbot.wait(20)
    assert cut_off(window) == []


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (900, 600)])
@pytest.mark.parametrize(
    "key", ["new_project", "preferences", "shortcuts", "about", "choose_coder"]
)
def test_longer_words_have_room_on_every_sheet(
    key: str, size: tuple[int, int], stretched: None, opened: MainWindow, qtbot: QtBot
) -> None:
    opened.resize(*size)
    opened.made[key].trigger()
    qtbot.wait(20)
    sheet = opened.pages.top()
    assert sheet.findChildren(QLabel)
    assert cut_off(sheet) == []


def test_longer_words_have_room_in_rail_header_and_foot(
    stretched: None, opened: MainWindow, qtbot: QtBot
) -> None:
    opened.resize(1280, 720)
    opened.notices.say("Kodet en lang ting " * 30)
    qtbot.wait(20)
    for part in (opened.rail, opened.header, opened.foot):
        assert cut_off(part) == []
    assert opened.width() == 1280


def test_a_workspace_that_was_away_shows_all_that_it_missed(opened: MainWindow) -> None:
    assert opened.project is not None
    coding = opened.pages.workspace("coding")
    assert isinstance(coding, CodingWorkspace)
    opened.show_workspace("themes")
    for name in ("en", "to"):
        with opened.project.edit("add_code") as session:
            codes.add(session, name)
    opened.show_workspace("coding")
    shown = {node.code.name for node in coding.codebook.model.nodes() if node.code}
    assert shown == {"en", "to"}


def test_files_held_over_an_open_project_show_where_they_can_be_let_go(
    opened: MainWindow, tmp_path: Path
) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "a.docx"))])
    enter = QDragEnterEvent(
        QPoint(10, 10),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(opened, enter)
    assert opened.findChild(DropHint) is not None
    QApplication.sendEvent(opened, QDragLeaveEvent())
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert opened.findChild(DropHint) is None


def test_the_document_last_read_is_open_when_the_project_is_opened_again(
    window: MainWindow, study_path: Path
) -> None:
    source = Source("Intervjuet begynner her.", "text")
    with store.open_project(study_path) as project, project.edit("import") as session:
        for name in ("Første", "Andre"):
            documents.add(session, source, name=name)
    assert window.projects.open(study_path)
    window.show_document(2)
    window.show_workspace("report")
    window.projects.close()
    assert window.projects.open(study_path)
    assert window.pages.shown() == "report"
    window.show_workspace("coding")
    coding = window.pages.workspace("coding")
    assert isinstance(coding, CodingWorkspace)
    assert coding.documents.list.currentIndex().data() == "Andre"
