"""From transcripts to the tables of an appendix, the way a researcher goes through the window."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from qualtool import settings
from qualtool.analysis import codebook, documents, study
from qualtool.ui import fonts, theme
from qualtool.ui.board.board import Board
from qualtool.ui.colour_words import colour_name
from qualtool.ui.dialogs.new_project import NewProject
from qualtool.ui.errors import resource
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.import_sheet import ImportSheet
from qualtool.ui.panels.welcome_buttons import RecentProject
from qualtool.ui.report.open_findings_sheet import OpenFindingsSheet
from qualtool.ui.workspaces.report import ReportWorkspace
from tests.system.coding import CONSCIENCE, IN_VIVO, ON_TOP, PIECES, code_the_interviews
from tests.system.hands import Hands, Held, Key
from tests.system.looking import (
    Strays,
    cards,
    carry_card,
    choose_rows,
    code_called,
    codebook_rows,
    coded,
    held,
    notice,
    project_of,
    shown_counts,
    theme_id,
)
from tests.system.outcome import (
    Memory,
    Places,
    compare_with_the_document,
    compare_with_the_project,
    compare_with_the_spreadsheet,
)

NAMES = [*(f"Informant {number}" for number in range(1, 6)), "Prosjektleder"]
PIECES_AFTER = "hver sin bit av ungdommen"


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on its welcome screen, as it is on a new computer."""
    fonts.load()
    theme.start()
    theme.choose("light")
    settings.change(last_folder=str(tmp_path))
    strays = Strays()
    qapp.installEventFilter(strays)
    made = shown(qtbot)
    yield made
    made.close()
    qapp.removeEventFilter(strays)
    assert strays.seen == []


def shown(qtbot: QtBot) -> MainWindow:
    made = MainWindow()
    qtbot.addWidget(made)
    made.resize(1440, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_from_raw_interviews_to_the_tables_of_the_appendix(
    window: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    hands = Hands(window)
    make_the_project(window, hands)
    take_the_interviews_in(window, hands, qtbot)
    memory = code_the_interviews(window, hands)
    compare_with_the_project(project_of(window), memory)
    assert shown_counts(hands) == Counter(passage.document for passage in memory.values())
    places = put_codes_under_themes(window, hands, qtbot)
    tidy_the_codebook(window, hands, memory, places)
    compare_with_the_project(project_of(window), memory)
    word, sheet = write_the_tables(window, hands, qtbot, tmp_path)
    again = come_back(window, qtbot)
    compare_with_the_project(project_of(again), memory)
    compare_with_the_document(word, memory, places)
    compare_with_the_spreadsheet(sheet, memory, places)
    again.close()


# a new project


def make_the_project(window: MainWindow, hands: Hands) -> None:
    assert window.pages.currentWidget() is window.welcome
    hands.control("n")
    sheet = hands.part(NewProject)
    hands.write("Samarbeid i Tindvåg")
    until_focus_is(hands, sheet.coder)
    hands.write("Marte")
    for _press in range(12):
        hands.press(Key.Key_Tab)
        if sheet.language.isAncestorOf(hands.focus()):
            break
    for _press in range(3):
        if sheet.language.value() == "nb":
            break
        hands.press(Key.Key_Left)
    assert sheet.language.value() == "nb"
    assert sheet.template.value() == "barriers-and-opportunities"
    until_focus_is(hands, sheet.coder, Key.Key_Backtab)
    hands.press(Key.Key_Return)
    project = project_of(window)
    assert window.windowTitle() == "Samarbeid i Tindvåg – Qualtool"
    assert window.header.coder.text() == "Marte"
    with project.read() as session:
        row = study.study(session)
        names = [each.name for each in codebook.themes(session) if each.parent_id is None]
    assert (row.name, row.language, row.template) == (
        "Samarbeid i Tindvåg",
        "nb",
        "barriers-and-opportunities",
    )
    assert names[:2] == ["Kultur", "Struktur"]
    assert len(names) == 5


def until_focus_is(hands: Hands, goal: QLineEdit, key: Qt.Key = Key.Key_Tab) -> None:
    for _press in range(12):
        if hands.focus() is goal:
            return
        hands.press(key)
    raise AssertionError("the keyboard does not come there")


# taking in


def take_the_interviews_in(window: MainWindow, hands: Hands, qtbot: QtBot) -> None:
    folder = resource("sample", "interviews")
    files = sorted(each for each in Path(str(folder)).iterdir())
    assert len(files) == 6
    hands.control("1")
    hands.let_go_of_files(files)
    sheet = hands.part(ImportSheet)
    qtbot.waitUntil(lambda: len(sheet.files.table.entries) == 6, timeout=60_000)
    assert [each.chosen.name for each in sheet.files.table.entries] == NAMES
    with project_of(window).read() as session:
        assert documents.documents(session) == []
    for row in range(6):
        assert sheet.files.chosen_rows() == [row]
        asking, answering = sheet.details.speakers.fields
        roles = [each.role.currentData() for each in (asking, answering)]
        assert roles == ["interviewer", "participant"], sheet.files.table.entries[row].found.name
        assert answering.case.currentText() == NAMES[row]
        hands.press(Key.Key_Down)
    hands.control(Key.Key_Return)
    project = project_of(window)
    qtbot.waitUntil(lambda: bool(held(project)), timeout=60_000)
    assert held(project) == NAMES
    with project.read() as session:
        for document in documents.documents(session):
            reading = documents.reading(session, document.id)
            assert document.words >= 2500
            assert document.cases == (document.name,)
            assert [each.role for each in reading.speakers] == ["interviewer", "participant"]
            assert len(reading.turns) > 80
    assert "6" in notice(window)


# themes


def put_codes_under_themes(window: MainWindow, hands: Hands, qtbot: QtBot) -> Places:
    """By drop and by keyboard; the themes and sub-themes that each code then lies in."""
    hands.control("3")
    board = hands.part(Board)
    assert {card.name for card in board.contents.loose.cards} >= {ON_TOP, PIECES, IN_VIVO}

    carry_card(hands, ON_TOP, "Ressurser")
    assert [each.place for each in cards(hands, ON_TOP)] == [theme_id(window, "Ressurser")]

    carry_card(hands, ON_TOP, "Kultur", Held.ControlModifier)
    assert {each.place for each in cards(hands, ON_TOP)} == {
        theme_id(window, "Ressurser"),
        theme_id(window, "Kultur"),
    }

    board.choose(cards(hands, PIECES)[0].key)
    goal = theme_id(window, "Manglende helhetlig tilnærming")
    for _press in range(8):
        hands.control(Key.Key_Right)
        if cards(hands, PIECES)[0].place == goal:
            break
    assert [each.place for each in cards(hands, PIECES)] == [goal]
    hands.control("z")
    assert [each.place for each in cards(hands, PIECES)] != [goal]
    hands.control("y")
    assert [each.place for each in cards(hands, PIECES)] == [goal]

    carry_card(hands, CONSCIENCE, "Kultur")
    return {
        "Kultur": [("Kultur", "")],
        "Struktur": [("Struktur", "")],
        ON_TOP: [("Kultur", ""), ("Ressurser", "")],
        PIECES: [("Kultur", "Manglende helhetlig tilnærming")],
        CONSCIENCE: [("Kultur", "")],
        IN_VIVO: [],
        "samvit": [],
    }


# the codebook


def tidy_the_codebook(window: MainWindow, hands: Hands, memory: Memory, places: Places) -> None:
    """Rename, recolour and merge."""
    hands.control("2")
    project = project_of(window)
    choose_rows(hands, PIECES)
    hands.press(Key.Key_F2)
    assert isinstance(hands.focus(), QLineEdit)
    hands.control("a")
    hands.write(PIECES_AFTER)
    hands.press(Key.Key_Return)
    assert PIECES_AFTER in codebook_rows(hands)
    assert PIECES not in codebook_rows(hands)

    choose_rows(hands, PIECES_AFTER)
    hands.press(Key.Key_Menu)
    hands.choose_in_menu("Colour", colour_name("teal"))
    assert code_called(project, PIECES_AFTER).colour == "teal"

    choose_rows(hands, "samvit", CONSCIENCE)
    hands.press(Key.Key_Menu)
    hands.choose_in_menu(f"Merge “samvit” into “{CONSCIENCE}” …")
    hands.press(Key.Key_Return)
    assert "samvit" not in codebook_rows(hands)
    assert code_called(project, CONSCIENCE).excerpts == 2

    for passage in memory.values():
        for old, new in ((PIECES, PIECES_AFTER), ("samvit", CONSCIENCE)):
            if old in passage.codes:
                passage.codes[new] = passage.codes.pop(old)
    places[PIECES_AFTER] = places.pop(PIECES)
    del places["samvit"]


# tables


def write_the_tables(
    window: MainWindow, hands: Hands, qtbot: QtBot, folder: Path
) -> tuple[Path, Path]:
    hands.control("5")
    workspace = hands.part(ReportWorkspace)
    qtbot.waitUntil(lambda: workspace.making.complete, timeout=20_000)
    excerpts = next(each.key for each in workspace.composed.pieces if each.name == "excerpts")
    workspace.list.setFocus()
    for _each in workspace.composed.pieces:
        if workspace.key != excerpts:
            hands.press(Key.Key_Down)
    assert workspace.key == excerpts
    hands.press(Key.Key_Return)  # on to its choices
    workspace.right.block.form.more.click()
    headed = workspace.right.block.form.fields["headed"]
    headed.setFocus()
    hands.press(Key.Key_Up)  # a row for each, which says its theme itself
    excerpts = next(each.key for each in workspace.composed.pieces if each.name == "excerpts")
    assert workspace.key == excerpts
    qtbot.waitUntil(lambda: workspace.preview.pages_of(excerpts) >= 2, timeout=20_000)
    assert window.pages.place().startswith("Page ")
    assert workspace.composed.language == "nb"
    word, sheet = folder / "Utdrag.docx", folder / "Utdrag.xlsx"
    for path in (word, sheet):
        workspace.export_block(path.suffix[1:], path)
        answer_open_findings(window, hands, qtbot, path)
    return word, sheet


def answer_open_findings(window: MainWindow, hands: Hands, qtbot: QtBot, path: Path) -> None:
    """Where the check has found something, it is told before anything is written."""
    qtbot.waitUntil(lambda: path.exists() or window.pages.sheet() is not None, timeout=20_000)
    sheet = window.pages.sheet()
    if sheet is not None:
        assert isinstance(sheet, OpenFindingsSheet)
        assert not path.exists()
        sheet.anyway.setFocus()
        hands.press(Key.Key_Return)
    qtbot.waitUntil(lambda: path.name in notice(window), timeout=20_000)


# coming back


def come_back(window: MainWindow, qtbot: QtBot) -> MainWindow:
    window.close()
    again = shown(qtbot)
    assert again.project is None
    hands = Hands(again)
    recent = again.welcome.findChildren(RecentProject)
    QTest.mouseClick(recent[0], Qt.MouseButton.LeftButton)
    project = project_of(again)
    assert again.windowTitle() == "Samarbeid i Tindvåg – Qualtool"
    hands.control("2")
    before = coded(project)
    hands.control("z")  # the report
    hands.control("z")  # the merging
    assert code_called(project, CONSCIENCE).excerpts == 1
    assert "samvit" in codebook_rows(hands)
    hands.control("z", "z")
    assert PIECES in codebook_rows(hands)
    both = Held.ControlModifier | Held.ShiftModifier
    for _step in range(3):
        hands.press("z", held=both)
    assert coded(project) == before
    assert code_called(project, PIECES_AFTER).colour == "teal"
    return again
