"""Pages beside the board: made when first shown, told what they missed, heard by what they wish."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from qualtool.operations import themes
from qualtool.store.journal import Changes
from qualtool.store.project import Project
from qualtool.ui.workspaces import theme_pages
from qualtool.ui.workspaces.theme_pages import BOARD, Page, ThemePages
from qualtool.ui.workspaces.themes import ThemesWorkspace
from tests.ui.studies import Study, furnish


class Drawing(QWidget):
    """A page as another part of the program would make it."""

    theme_chosen = Signal(int)

    def __init__(self, project: Project) -> None:
        super().__init__()
        self.frames: list[int] = []
        self.heard: list[Changes] = []
        self.asides = 0

    def show_frame(self, frame_id: int) -> None:
        self.frames.append(frame_id)

    def on_changes(self, changes: Changes) -> None:
        self.heard.append(changes)

    def aside(self) -> None:
        self.asides += 1


DRAWING = Page("drawing", "Drawing", __name__, "Drawing")
ALONE = Page("text", "Text", __name__, "Drawing", alone=True)


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def workspace(
    qtbot: QtBot, project: Project, study: Study, monkeypatch: pytest.MonkeyPatch
) -> Iterator[ThemesWorkspace]:
    sys.modules.setdefault(__name__, sys.modules[Drawing.__module__])
    monkeypatch.setattr(theme_pages, "PAGES", (DRAWING, ALONE))
    made = ThemesWorkspace(project)
    made.pages.toggle_all()  # no profile knows these pages
    project.listen(made.on_changes)
    made.resize(1300, 800)
    made.show()
    yield made
    # What it does a moment later must not find the project closed.
    made.close()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _press(qtbot: QtBot, workspace: ThemesWorkspace, words: str) -> None:
    tabs = workspace.header_widget().findChildren(QPushButton)
    tab = next(each for each in tabs if each.text() == words)
    qtbot.mouseClick(tab, Qt.MouseButton.LeftButton)


def _drawing(workspace: ThemesWorkspace) -> Drawing:
    page = workspace.pages.page("drawing")
    assert isinstance(page, Drawing)
    return page


def test_a_page_is_made_when_its_tab_is_pressed_and_told_of_its_frame(
    qtbot: QtBot, workspace: ThemesWorkspace
) -> None:
    workspace.pages.show_frame(7)
    assert workspace.pages.shown() == BOARD
    _press(qtbot, workspace, "Drawing")
    assert workspace.pages.shown() == "drawing"
    workspace.pages.show_frame(8)
    assert _drawing(workspace).frames == [7, 8]


def test_a_page_is_told_at_once_what_it_missed(
    qtbot: QtBot, workspace: ThemesWorkspace, project: Project, study: Study
) -> None:
    page = _drawing(workspace)
    with project.edit("rename_theme") as session:
        themes.rename(session, study.culture, "Vaner")
    with project.edit("rename_theme") as session:
        themes.rename(session, study.structure, "Ingen")
    assert page.heard == []
    _press(qtbot, workspace, "Drawing")
    assert [each.ids("theme") for each in page.heard] == [{study.culture, study.structure}]
    _press(qtbot, workspace, "Board")
    assert page.asides == 1


def test_what_is_chosen_on_a_page_is_shown_beside_it(
    qtbot: QtBot, workspace: ThemesWorkspace, study: Study
) -> None:
    _press(qtbot, workspace, "Drawing")
    with qtbot.waitSignal(workspace.theme_chosen) as told:
        _drawing(workspace).theme_chosen.emit(study.culture)
    assert told.args == [study.culture]
    assert workspace.beside.isVisible()


def test_a_page_that_stands_alone_has_the_room_at_the_right(
    qtbot: QtBot, workspace: ThemesWorkspace
) -> None:
    _press(qtbot, workspace, "Text")
    assert not workspace.beside.isVisible()
    _press(qtbot, workspace, "Board")
    assert workspace.beside.isVisible()


def test_an_action_leads_to_its_page(workspace: ThemesWorkspace) -> None:
    assert isinstance(workspace.pages.at.drawing, Drawing)
    assert workspace.pages.shown() == "drawing"
    with pytest.raises(AttributeError):
        _ = workspace.pages.at.nothing


def test_without_other_pages_there_are_no_tabs(
    qtbot: QtBot, project: Project, study: Study
) -> None:
    pages = ThemePages(project, QWidget(), ())
    qtbot.addWidget(pages)
    qtbot.addWidget(pages.tabs)
    pages.tabs.show()
    assert not any(tab.isVisible() for tab in pages.tabs.findChildren(QPushButton))
