"""The profile of the method: chosen by keys, and what each shows first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from qualtool.operations import profiles
from qualtool.ui.condensation.page import CondensationPage
from qualtool.ui.condensation.table import THEME
from qualtool.ui.dialogs.profile import ChooseProfile
from qualtool.ui.main_window import MainWindow
from qualtool.ui.workspaces.theme_pages import PAGES
from qualtool.ui.workspaces.themes import ThemesWorkspace

KEY = Qt.Key


def chosen(window: MainWindow) -> str:
    assert window.project is not None
    with window.project.read() as session:
        return profiles.chosen(session).id


def themes(window: MainWindow) -> ThemesWorkspace:
    window.show_workspace("themes")
    found = window.findChild(ThemesWorkspace)
    assert found is not None
    return found


def tabs(workspace: ThemesWorkspace) -> list[str]:
    """The words of the tabs that are offered."""
    found = workspace.pages.tabs.findChildren(QPushButton)
    return [tab.text() for tab in found if tab.isVisibleTo(workspace.pages.tabs)]


def ask(window: MainWindow) -> ChooseProfile:
    window.view.method.ask()
    sheet = window.findChild(ChooseProfile)
    assert sheet is not None
    return sheet


def test_a_profile_is_chosen_by_arrow_and_enter_in_one_step(opened: MainWindow) -> None:
    sheet = ask(opened)
    rows = list(sheet.rows)
    assert [key for key, row in sheet.rows.items() if row.isChecked()] == ["reflexive"]
    assert sheet.rows["reflexive"].hasFocus()
    QTest.keyClick(sheet.rows["reflexive"], KEY.Key_Down)
    focused = sheet.focusWidget()
    assert focused is sheet.rows[rows[1]]
    assert isinstance(focused, QWidget)
    QTest.keyClick(focused, KEY.Key_Return)
    assert chosen(opened) == rows[1]
    opened.steps.undo()
    assert chosen(opened) == "reflexive"


def test_escape_leaves_the_profile_as_it_is(opened: MainWindow) -> None:
    sheet = ask(opened)
    QTest.keyClick(sheet, KEY.Key_Escape)
    assert chosen(opened) == "reflexive"


def test_choosing_the_present_profile_makes_no_step(opened: MainWindow) -> None:
    assert opened.project is not None
    before = opened.project.next_undo()
    ask(opened).rows["reflexive"].click()
    after = opened.project.next_undo()
    assert (before and before.id) == (after and after.id)


def test_a_profile_shows_its_own_pages_and_every_other_stays_within_reach(
    opened: MainWindow,
) -> None:
    workspace = themes(opened)
    assert tabs(workspace) == ["Board", "Map", "Findings"]
    opened.view.method.choose("framework")
    assert tabs(workspace) == ["Board", "Map", "Findings", "Matrix"]
    workspace.pages.show_page("matrix")
    opened.view.method.choose("meaning")
    assert tabs(workspace) == ["Board", "Map", "Findings", "Matrix", "Condensation"]
    workspace.pages.show_page("board")
    assert tabs(workspace) == ["Board", "Map", "Findings", "Condensation"]
    workspace.pages.toggle_all()
    assert len(tabs(workspace)) == 1 + len(PAGES)


def test_a_theme_is_called_what_the_method_calls_it(opened: MainWindow) -> None:
    workspace = themes(opened)
    workspace.pages.show_page("condensation")
    page = workspace.pages.currentWidget()
    assert isinstance(page, CondensationPage)
    across, role = Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole
    assert page.table.headerData(THEME, across, role) == "Theme"
    opened.view.method.choose("condensation")
    assert page.table.headerData(THEME, across, role) == "Sub-group"
