"""The first screen leads to every beginning, from the keyboard too."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qualtool import settings
from qualtool.ui.dialogs.new_project import NewProject
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.welcome_buttons import RecentProject, WayIn


def recents(window: MainWindow, qtbot: QtBot) -> list[RecentProject]:
    qtbot.wait(10)
    return [each for each in window.welcome.findChildren(RecentProject) if each.isVisible()]


def test_the_ways_in_do_what_they_say(window: MainWindow, qtbot: QtBot) -> None:
    ways = {each.text(): each for each in window.welcome.findChildren(WayIn)}
    assert list(ways) == ["Open the sample study", "New project", "Open a project"]
    qtbot.keyClick(ways["New project"], Qt.Key.Key_Space)
    assert window.pages.top().findChild(NewProject) is not None


def test_projects_opened_last_stand_there_and_open(
    window: MainWindow, study_path: Path, qtbot: QtBot
) -> None:
    settings.remember(study_path)
    window.welcome.show_recent(settings.load().recent)
    qtbot.mouseClick(recents(window, qtbot)[0], Qt.MouseButton.LeftButton)
    assert window.project is not None


def test_a_project_can_be_taken_off_the_list_and_stays_on_the_disk(
    window: MainWindow, study_path: Path, qtbot: QtBot
) -> None:
    settings.remember(study_path)
    window.welcome.show_recent(settings.load().recent)
    qtbot.keyClick(recents(window, qtbot)[0], Qt.Key.Key_Delete)
    assert recents(window, qtbot) == []
    assert settings.load().recent == ()
    assert study_path.exists()


def test_a_project_that_is_not_there_now_is_said_to_be_so(
    window: MainWindow, tmp_path: Path, qtbot: QtBot
) -> None:
    button = RecentProject(str(tmp_path / "borte.qualtool"))
    qtbot.addWidget(button)
    assert button.accessibleName() == "borte"
    assert button.accessibleDescription().endswith("not found")


def test_the_language_is_chosen_on_the_screen_itself(window: MainWindow) -> None:
    window.welcome.wished.emit("speak_nb")
    assert settings.load().language == "nb"
    assert window.project is None
