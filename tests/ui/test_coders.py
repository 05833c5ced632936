"""Who is coding and whose codings are shown, through the window's own keys and buttons."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from qualtool import settings
from qualtool.operations import coders, coding
from qualtool.reports import catalogue
from qualtool.store import project as store
from qualtool.store.rows import CoderRow
from qualtool.ui.dialogs.blind import EndBlind
from qualtool.ui.dialogs.coder import ChooseCoder
from qualtool.ui.main_window import MainWindow
from qualtool.ui.models.documents import Role
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import Study, furnish

BOTH = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def study(study_path: Path) -> Study:
    """Marte has coded one passage, Jonas the same and another."""
    with store.open_project(study_path) as project:
        made = furnish(project)
        with project.edit("add_coder") as session:
            project.coder_id = jonas = coders.ensure(session, "Jonas")
        with project.edit("apply_code") as session:
            coding.apply(session, made.document, *made.excerpt, [made.habits], coder_id=jonas)
            coding.apply(session, made.document, 0, 8, [made.places], coder_id=jonas)
    return made


@pytest.fixture
def shown(window: MainWindow, study_path: Path, study: Study) -> MainWindow:
    settings.change(coder="Marte")
    assert window.projects.open(study_path)
    return window


def coders_in_text(window: MainWindow) -> list[str]:
    workspace = window.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    return [each.coder for each in workspace.reader.view.shown_codings().codings]


def excerpts_in_list(window: MainWindow) -> int:
    workspace = window.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    return int(workspace.documents.list.currentIndex().data(Role.ROW).excerpts)


def pressed(window: MainWindow, qtbot: QtBot, key: Qt.Key) -> None:
    window.activateWindow()
    qtbot.keyClick(window, key, BOTH)


def test_whose_codings_are_shown_is_chosen_with_keys_and_stands_in_the_header(
    shown: MainWindow, qtbot: QtBot
) -> None:
    assert coders_in_text(shown) == ["Jonas", "Marte", "Jonas"]
    pressed(shown, qtbot, Qt.Key.Key_Y)
    assert coders_in_text(shown) == ["Marte"]
    assert excerpts_in_list(shown) == 1
    assert shown.header.coder.text() == "Marte · own only"
    assert shown.banner.isVisible()
    pressed(shown, qtbot, Qt.Key.Key_U)
    assert coders_in_text(shown) == ["Jonas", "Jonas"]
    assert excerpts_in_list(shown) == 2
    assert shown.header.coder.text() == "Marte · only Jonas"
    pressed(shown, qtbot, Qt.Key.Key_E)
    assert len(coders_in_text(shown)) == 3
    assert shown.header.coder.text() == "Marte"
    assert not shown.banner.isVisible()


def test_the_codebook_and_the_lists_follow(shown: MainWindow, study: Study, qtbot: QtBot) -> None:
    workspace = shown.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    shown.show_code(study.places)
    assert workspace.inspector.list.model_.rowCount() == 2
    pressed(shown, qtbot, Qt.Key.Key_Y)
    assert workspace.inspector.list.model_.rowCount() == 1
    shown.show_code(study.habits)
    assert workspace.inspector.list.model_.rowCount() == 0


def test_the_coder_button_offers_all_that_can_be_shown(shown: MainWindow, qtbot: QtBot) -> None:
    menu = shown.coders.menu()
    words = [each.text() for each in menu.actions() if each.isCheckable()]
    assert words == [
        "Everybody’s",
        "Only my own",
        "Only those of Jonas",
        "Code blind: hide the work of others",
    ]
    next(each for each in menu.actions() if "Jonas" in each.text()).trigger()
    assert coders_in_text(shown) == ["Jonas", "Jonas"]
    menu.deleteLater()


def test_who_codes_blind_sees_nothing_of_others_until_that_is_confirmed(
    shown: MainWindow, study_path: Path, qtbot: QtBot
) -> None:
    pressed(shown, qtbot, Qt.Key.Key_B)
    assert coders_in_text(shown) == ["Marte"]
    assert shown.header.coder.text() == "Marte · blind"
    shown.projects.close()
    assert shown.projects.open(study_path)
    assert coders_in_text(shown) == ["Marte"], "it holds when the project is opened again"
    pressed(shown, qtbot, Qt.Key.Key_E)
    sheet = shown.pages.top().findChild(EndBlind)
    assert sheet is not None
    qtbot.mouseClick(sheet.keep, Qt.MouseButton.LeftButton)
    assert coders_in_text(shown) == ["Marte"]
    shown.made["choose_coder"].trigger()
    asked = shown.pages.top().findChild(ChooseCoder)
    assert asked is not None
    words = [each.text() for each in asked.findChildren(QPushButton)]
    assert "Jonas" in words, "how much others have coded is not said either"
    qtbot.keyClick(asked, Qt.Key.Key_Escape)
    pressed(shown, qtbot, Qt.Key.Key_B)
    sheet = shown.pages.top().findChild(EndBlind)
    assert sheet is not None
    qtbot.mouseClick(sheet.show_them, Qt.MouseButton.LeftButton)
    assert len(coders_in_text(shown)) == 3


def test_who_is_not_known_here_is_asked_who_they_are(
    window: MainWindow, study_path: Path, study: Study, qtbot: QtBot
) -> None:
    settings.change(coder="Ingrid")
    assert window.projects.open(study_path)
    assert window.project is not None
    assert window.project.coder_id is None
    sheet = window.pages.top().findChild(ChooseCoder)
    assert sheet is not None
    assert sheet.name.text() == "Ingrid"
    window.activateWindow()
    qtbot.waitUntil(sheet.name.hasFocus)
    qtbot.keyClick(sheet.name, Qt.Key.Key_Return)
    assert window.header.coder.text() == "Ingrid"


def test_with_several_coders_the_first_is_never_taken_silently(
    window: MainWindow, study_path: Path, study: Study
) -> None:
    assert window.projects.open(study_path)
    assert window.coders.name() == ""
    assert window.pages.top().findChild(ChooseCoder) is not None


def test_the_coder_button_opens_its_menu(shown: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseClick(shown.header.coder, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Only my own" in [each.text() for each in menu.actions()]
    menu.close()


def test_tables_hold_only_what_is_shown(shown: MainWindow, study: Study, qtbot: QtBot) -> None:
    def previewed() -> int:
        assert shown.project is not None
        with shown.project.read() as session:
            report = catalogue.build(session, "excerpts")
        return str(report).count("Hvordan")

    everything = previewed()
    pressed(shown, qtbot, Qt.Key.Key_Y)
    assert previewed() < everything


def test_in_an_invented_study_nobody_is_asked_who_they_are(
    window: MainWindow, study_path: Path, study: Study
) -> None:
    assert window.projects.open(study_path, invented=True)
    assert window.coders.name() == "Marte"
    assert window.pages.top().findChild(ChooseCoder) is None


def test_who_takes_away_what_another_coded_is_told_whose_it_was(
    shown: MainWindow, study: Study, qtbot: QtBot
) -> None:
    workspace = shown.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    shown.show_code(study.habits)
    found = workspace.inspector.list
    found.setFocus()
    found.setCurrentIndex(found.model_.index(0))
    qtbot.keyClick(found, Qt.Key.Key_Delete)
    assert shown.notices.last is not None
    assert "coded by Jonas" in shown.notices.last.words
    assert shown.notices.last.way is not None
    shown.notices.last.way.act()
    assert found.model_.rowCount() == 1


def test_whose_codings_were_shown_is_kept_for_the_next_time(
    shown: MainWindow, study_path: Path, qtbot: QtBot
) -> None:
    pressed(shown, qtbot, Qt.Key.Key_U)
    shown.projects.close()
    assert shown.projects.open(study_path)
    assert coders_in_text(shown) == ["Jonas", "Jonas"]
    assert shown.header.coder.text() == "Marte · only Jonas"
    assert shown.banner.isVisible(), "what is left out is said again"
    pressed(shown, qtbot, Qt.Key.Key_E)
    shown.projects.close()
    assert shown.projects.open(study_path)
    assert len(coders_in_text(shown)) == 3


def test_escape_leaves_the_coder_who_was(shown: MainWindow, qtbot: QtBot) -> None:
    shown.made["choose_coder"].trigger()
    sheet = shown.pages.top().findChild(ChooseCoder)
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.isAncestorOf(shown.focusWidget()))
    qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Escape)
    assert shown.header.coder.text() == "Marte"
    assert shown.pages.top().findChild(ChooseCoder) is None


def test_a_coder_is_chosen_by_key(shown: MainWindow, qtbot: QtBot) -> None:
    shown.made["choose_coder"].trigger()
    sheet = shown.pages.top().findChild(ChooseCoder)
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.isAncestorOf(shown.focusWidget()))
    here = next(each for each in sheet.findChildren(QPushButton) if each.isChecked())
    qtbot.waitUntil(here.hasFocus)
    qtbot.keyClick(here, Qt.Key.Key_Down)
    qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
    assert shown.header.coder.text() == "Jonas"


def test_who_chose_nobody_is_asked_again_before_the_first_coding(
    window: MainWindow, study_path: Path, study: Study, qtbot: QtBot
) -> None:
    assert window.projects.open(study_path)
    sheet = window.pages.top().findChild(ChooseCoder)
    assert sheet is not None
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert window.notices.last is not None
    assert window.notices.last.words == "You are asked again before the first coding."
    workspace = window.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    before = coders_in_text(window)
    workspace.acts.apply_codes(study.document, 10, 18, [study.places], None)
    assert coders_in_text(window) == before
    sheet = window.pages.top().findChild(ChooseCoder)
    assert sheet is not None
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert coders_in_text(window) == before
    assert "Nothing was coded" in window.notices.last.words
    assert window.notices.last.way is not None
    window.notices.last.way.act()
    sheet = window.pages.top().findChild(ChooseCoder)
    assert sheet is not None
    sheet.name.setFocus()
    qtbot.keyClicks(sheet.name, "Ingrid")
    qtbot.keyClick(sheet.name, Qt.Key.Key_Return)
    assert sorted(coders_in_text(window)) == sorted([*before, "Ingrid"])


def name_coder(window: MainWindow, name: str, qtbot: QtBot) -> None:
    window.made["choose_coder"].trigger()
    sheet = window.pages.top().findChild(ChooseCoder)
    assert sheet is not None
    sheet.name.setFocus()
    qtbot.keyClicks(sheet.name, name)
    qtbot.keyClick(sheet.name, Qt.Key.Key_Return)
    assert window.coders.name() == name


def test_nobody_codes_as_a_coder_whose_adding_was_undone(
    shown: MainWindow, study: Study, qtbot: QtBot
) -> None:
    name_coder(shown, "Ingrid", qtbot)
    shown.coders.show_own()
    assert coders_in_text(shown) == []
    assert shown.project is not None
    shown.project.undo()
    assert shown.header.coder.text() != "Ingrid"
    assert len(coders_in_text(shown)) == 3
    workspace = shown.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    workspace.acts.apply_codes(study.document, 10, 18, [study.places], None)
    assert shown.pages.top().findChild(ChooseCoder) is not None


def test_what_was_hidden_from_a_blind_coder_stays_hidden_when_their_adding_is_undone(
    shown: MainWindow, qtbot: QtBot
) -> None:
    name_coder(shown, "Ingrid", qtbot)
    shown.coders.toggle_blind()
    assert coders_in_text(shown) == []
    assert shown.project is not None
    shown.project.undo()
    assert coders_in_text(shown) == []
    assert shown.pages.top().findChild(ChooseCoder) is not None


def asked_who(window: MainWindow, qtbot: QtBot) -> ChooseCoder:
    window.made["choose_coder"].trigger()
    sheet = window.pages.top().findChild(ChooseCoder)
    assert sheet is not None
    window.activateWindow()
    qtbot.waitUntil(lambda: sheet.isAncestorOf(window.focusWidget()))
    return sheet


def type_words(window: MainWindow, words: str, qtbot: QtBot) -> None:
    for letter in words:
        qtbot.keyClicks(window.focusWidget(), letter)


def test_a_name_is_typed_at_once_and_means_the_coder_who_has_it(
    shown: MainWindow, qtbot: QtBot
) -> None:
    sheet = asked_who(shown, qtbot)
    assert isinstance(shown.focusWidget(), QPushButton)
    type_words(shown, "jonas", qtbot)
    assert sheet.name.text() == "jonas"
    assert sheet.name.hasFocus()
    qtbot.keyClick(sheet.name, Qt.Key.Key_Return)
    assert shown.coders.name() == "Jonas"
    assert settings.load().coder == "Jonas"
    asked_who(shown, qtbot)
    type_words(shown, "Ida", qtbot)
    qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
    assert shown.coders.name() == "Ida"


def test_where_nobody_can_be_added_typing_leads_to_the_coder_of_that_name(
    shown: MainWindow, qtbot: QtBot
) -> None:
    rows = [CoderRow(number, name, "", 0) for number, name in enumerate(("Marte", "Mona", "Jonas"))]
    sheet = ChooseCoder(rows, 0, may_add=False)
    heard: list[str] = []
    sheet.coder_chosen.connect(heard.append)
    shown.pages.show_sheet(sheet)
    shown.activateWindow()
    qtbot.waitUntil(lambda: sheet.isAncestorOf(shown.focusWidget()))
    type_words(shown, "mo", qtbot)
    qtbot.keyClick(shown.focusWidget(), Qt.Key.Key_Return)
    assert heard == ["Mona"]


def test_who_codes_blind_neither_takes_back_nor_reads_what_another_coder_did_last(
    shown: MainWindow, study: Study, qtbot: QtBot
) -> None:
    assert "slik gjør vi det her" in shown.made["undo"].text()
    pressed(shown, qtbot, Qt.Key.Key_B)
    assert shown.made["undo"].text() == "Undo"
    shown.activateWindow()
    qtbot.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.notices.last is not None
    assert shown.notices.last.words == (
        "The last change was made by another coder. It stays while you code blind."
    )
    assert shown.notices.last.way is None
    shown.coders.toggle_blind()
    sheet = shown.pages.top().findChild(EndBlind)
    assert sheet is not None
    qtbot.mouseClick(sheet.show_them, Qt.MouseButton.LeftButton)
    assert len(coders_in_text(shown)) == 3, "it stands as it did"


def test_who_undoes_what_another_coder_did_is_told_whose_it_was(
    shown: MainWindow, study: Study, qtbot: QtBot
) -> None:
    shown.activateWindow()
    qtbot.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert shown.notices.last is not None
    assert shown.notices.last.words.startswith("Undid what Jonas had done: Coded ")
    assert coders_in_text(shown) == ["Marte"]
    qtbot.keyClick(shown, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert shown.notices.last.words.startswith("Did again what Jonas had done: Coded ")
    assert len(coders_in_text(shown)) == 3
    qtbot.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    pressed(shown, qtbot, Qt.Key.Key_B)
    assert shown.made["redo"].text() == "Redo"
    qtbot.keyClick(shown, Qt.Key.Key_Y, Qt.KeyboardModifier.ControlModifier)
    assert "another coder" in shown.notices.last.words
    assert shown.project is not None
    assert shown.project.next_redo() is not None, "it was not done again"


def test_who_codes_blind_takes_back_what_they_did_themselves(
    shown: MainWindow, study: Study, qtbot: QtBot
) -> None:
    pressed(shown, qtbot, Qt.Key.Key_B)
    workspace = shown.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    workspace.acts.apply_codes(study.document, 10, 18, [study.places], None)
    assert coders_in_text(shown) == ["Marte", "Marte"]
    shown.activateWindow()
    qtbot.keyClick(shown, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert coders_in_text(shown) == ["Marte"]
    assert shown.notices.last is not None
    assert shown.notices.last.words.startswith("Undid: Coded ")
