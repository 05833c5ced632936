"""Memos in the window, by real keys: written, kept whatever happens, found again, tied anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from qualtool.analysis import memos
from qualtool.core.errors import QualtoolError
from qualtool.operations import cases
from qualtool.operations import memos as acts
from qualtool.store.rows import MemoRow
from qualtool.ui.main_window import MainWindow
from qualtool.ui.memo_target import Target
from qualtool.ui.memo_writing import Writing
from qualtool.ui.panels.memo_drawer import MemoDrawer
from qualtool.ui.panels.memo_list import MemoList
from qualtool.ui.panels.memo_mark import mark_box
from qualtool.ui.panels.name_button import NameButton
from qualtool.ui.panels.tree_rows import COUNT_ROOM
from qualtool.ui.workspaces.coding import CodingWorkspace
from qualtool.ui.workspaces.material import MaterialWorkspace
from tests.ui.stretching import cut_off
from tests.ui.studies import Study, furnish

Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def study(opened: MainWindow, qtbot: QtBot) -> Study:
    assert opened.project is not None
    made = furnish(opened.project)
    opened.show_workspace("coding")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    coding(opened).open_document(made.document)
    coding(opened).reader.setFocus()
    return made


def coding(window: MainWindow) -> CodingWorkspace:
    found = window.pages.workspace("coding")
    assert isinstance(found, CodingWorkspace)
    return found


def press(qtbot: QtBot, key: Qt.Key, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, key, held)


def write(qtbot: QtBot, words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClicks(focus, words)


def begin(window: MainWindow, qtbot: QtBot) -> MemoDrawer:
    press(qtbot, Key.Key_M, Held.ControlModifier)
    drawer = window.memos.drawer
    assert drawer is not None
    assert drawer.isVisible()
    assert drawer.editor.text.hasFocus()
    return drawer


def kept(window: MainWindow) -> list[MemoRow]:
    assert window.project is not None
    with window.project.read() as session:
        return memos.memos(session)


def show_list(window: MainWindow, qtbot: QtBot) -> MemoList:
    press(qtbot, Key.Key_M, Held.ControlModifier | Held.ShiftModifier)
    found = window.memos.list
    assert found is not None
    qtbot.waitUntil(found.filters.words.hasFocus)
    return found


def test_a_memo_on_the_chosen_excerpt_is_kept_by_escape_and_is_one_step(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    press(qtbot, Key.Key_BracketRight)
    drawer = begin(opened, qtbot)
    write(qtbot, "Hvem er noen?")
    drawer.editor.keep()
    write(qtbot, " Alle.")
    press(qtbot, Key.Key_Escape)
    assert not drawer.isVisible()
    assert coding(opened).reader.view.hasFocus()
    (memo,) = kept(opened)
    assert (memo.text, memo.target, memo.coder) == ("Hvem er noen? Alle.", "excerpt", "Marte")
    assert memo.words == "ikke noe fast sted"
    press(qtbot, Key.Key_Z, Held.ControlModifier)
    assert kept(opened) == []


def test_a_memo_is_written_on_what_was_chosen_last(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    workspace = coding(opened)
    begin(opened, qtbot)
    write(qtbot, "om dokumentet")
    press(qtbot, Key.Key_Escape)
    workspace.reader.select(0, 7)
    begin(opened, qtbot)
    write(qtbot, "om det som er merket")
    press(qtbot, Key.Key_Escape)
    workspace.codebook.choose_code(study.places)
    workspace.codebook.tree.setFocus()
    begin(opened, qtbot)
    write(qtbot, "om koden")
    press(qtbot, Key.Key_Escape)
    workspace.codebook.choose_theme(study.structure)
    begin(opened, qtbot)
    write(qtbot, "om temaet")
    press(qtbot, Key.Key_Escape)
    opened.show_workspace("report")
    qtbot.keyClick(opened, Key.Key_M, Held.ControlModifier)
    write(qtbot, "om studien")
    press(qtbot, Key.Key_Escape)
    assert [(row.text, row.target) for row in kept(opened)] == [
        ("om dokumentet", "document"),
        ("om det som er merket", "excerpt"),
        ("om koden", "code"),
        ("om temaet", "theme"),
        ("om studien", ""),
    ]


def test_a_memo_is_written_on_the_chosen_row_of_the_material(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    project = opened.project
    assert project is not None
    with project.edit("add_case") as session:
        case = cases.add(session, "Kontoret")
    opened.show_workspace("material")
    material = opened.pages.workspace("material")
    assert isinstance(material, MaterialWorkspace)
    material.documents.view.setFocus()
    begin(opened, qtbot)
    write(qtbot, "om dokumentet")
    press(qtbot, Key.Key_Escape)
    opened.show_case(case)
    begin(opened, qtbot)
    write(qtbot, "om informanten")
    press(qtbot, Key.Key_Escape)
    opened.show_theme(study.structure)
    opened.show_workspace("themes")
    opened.show_theme(study.structure)
    opened.pages.top().setFocus()
    qtbot.keyClick(opened, Key.Key_M, Held.ControlModifier)
    write(qtbot, "om temaet")
    press(qtbot, Key.Key_Escape)
    assert [(row.text, row.target) for row in kept(opened)] == [
        ("om dokumentet", "document"),
        ("om informanten", "case"),
        ("om temaet", "theme"),
    ]


def test_half_a_memo_outlives_the_workspace_a_pause_and_the_window(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    drawer = begin(opened, qtbot)
    write(qtbot, "halv")
    opened.show_workspace("themes")
    assert drawer.isVisible()
    drawer.editor.text.setFocus()
    write(qtbot, "veis")
    qtbot.waitUntil(lambda: [row.text for row in kept(opened)] == ["halvveis"], timeout=4000)
    write(qtbot, " ferdig")
    project = opened.project
    assert project is not None
    path = project.path
    opened.projects.close()
    assert opened.memos.drawer is None
    assert opened.projects.open(path)
    assert [row.text for row in kept(opened)] == ["halvveis ferdig"]
    opened.show_workspace("coding")
    coding(opened).reader.setFocus()
    begin(opened, qtbot)
    write(qtbot, "til slutt")
    opened.view.speak_nb()
    assert sorted(row.text for row in kept(opened)) == ["halvveis ferdig", "til slutt"]


def test_a_memo_that_cannot_be_kept_stays_and_holds_the_window_open_once(
    opened: MainWindow, study: Study, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawer = begin(opened, qtbot)
    write(qtbot, "viktig")

    def refuse(_self: Writing, _written: object, *, done: bool) -> None:
        raise QualtoolError("disk_full", "The disk is full.")

    with monkeypatch.context() as full:
        full.setattr(Writing, "keep", refuse)
        press(qtbot, Key.Key_Escape)
        assert drawer.isVisible()
        assert drawer.editor.written().text == "viktig"
        assert opened.notices.last is not None
        assert "full" in opened.notices.last.words
        opened.close()
        assert opened.isVisible()
    press(qtbot, Key.Key_Escape)
    assert [row.text for row in kept(opened)] == ["viktig"]


def test_kind_title_and_privacy_are_kept(opened: MainWindow, study: Study, qtbot: QtBot) -> None:
    editor = begin(opened, qtbot).editor
    write(qtbot, "Jeg var flau.")
    press(qtbot, Key.Key_Backtab, Held.ShiftModifier)
    assert editor.title.hasFocus()
    write(qtbot, "Flau")
    editor.kind.setFocus()
    while editor.kind.currentData() != "reflexive":
        press(qtbot, Key.Key_Down)
    assert editor.private.isChecked()
    press(qtbot, Key.Key_Escape)
    (memo,) = kept(opened)
    assert (memo.title, memo.kind, memo.private) == ("Flau", "reflexive", True)


def test_the_inspector_shows_the_memos_and_opens_them(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    press(qtbot, Key.Key_BracketRight)
    begin(opened, qtbot)
    write(qtbot, "Hvem er noen?")
    press(qtbot, Key.Key_Escape)
    (memo,) = kept(opened)
    door = coding(opened).inspector.findChild(QWidget, f"memo-{memo.id}")
    assert door is not None
    qtbot.waitUntil(door.isVisible)
    door.setFocus()
    press(qtbot, Key.Key_Space)
    drawer = opened.memos.drawer
    assert drawer is not None
    assert drawer.editor.memo_id() == memo.id
    assert drawer.editor.written().text == "Hvem er noen?"
    press(qtbot, Key.Key_M, Held.ControlModifier)  # a new one, with this beside it
    assert drawer.editor.memo_id() is None
    press(qtbot, Key.Key_Escape)
    assert [row.id for row in kept(opened)] == [memo.id]


def test_a_sign_stands_before_an_excerpt_with_memos_and_opens_them(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    workspace = coding(opened)
    signs = workspace.memos.signs
    workspace.reader.select(3, 9)
    begin(opened, qtbot)
    write(qtbot, "bare lest, ikke kodet")
    press(qtbot, Key.Key_Escape)
    (sign,) = [each for each in signs.signs() if each.isVisible()]
    box = workspace.reader.view.box_of(3)
    assert box.top() <= sign.geometry().center().y() <= box.bottom()
    assert sign.geometry().right() < workspace.reader.view.measure.text_left
    assert sign.toolTip() == "1 memo"
    qtbot.mouseClick(sign, Qt.MouseButton.LeftButton)
    drawer = opened.memos.drawer
    assert drawer is not None
    assert drawer.editor.written().text == "bare lest, ikke kodet"
    drawer.editor.remove()
    assert not any(each.isVisible() for each in signs.signs())
    project = opened.project
    assert project is not None
    project.undo()
    assert any(each.isVisible() for each in signs.signs())


def test_a_sign_beside_a_document_opens_its_newest_memo(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    for words in ("først", "sist"):
        begin(opened, qtbot)
        write(qtbot, words)
        press(qtbot, Key.Key_Escape)
    panel = coding(opened).documents
    box = panel.list.visualRect(panel.list.currentIndex())
    at = mark_box(box.right() + 1 - 16 - COUNT_ROOM, box.center().y()).center().toPoint()
    qtbot.mouseClick(panel.list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    drawer = opened.memos.drawer
    assert drawer is not None
    assert drawer.isVisible()
    assert drawer.editor.written().text == "sist"
    assert [row.text for row in kept(opened)] == ["først", "sist"]


def test_a_sign_in_the_codebook_opens_the_memo_on_a_code(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    tree = coding(opened).codebook.tree
    coding(opened).codebook.choose_code(study.places)
    tree.setFocus()
    begin(opened, qtbot)
    write(qtbot, "for stor")
    press(qtbot, Key.Key_Escape)
    coding(opened).codebook.choose_code(study.places)
    box = tree.visualRect(tree.currentIndex())
    right = tree.viewport().width() - 16 - COUNT_ROOM
    at = mark_box(right, box.center().y()).center().toPoint()
    tree.viewport().repaint()
    qtbot.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=at)
    drawer = opened.memos.drawer
    assert drawer is not None
    assert drawer.isVisible()
    assert drawer.editor.written().text == "for stor"


def test_the_list_finds_a_memo_and_its_door_leads_to_the_place(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    press(qtbot, Key.Key_BracketRight)
    begin(opened, qtbot)
    write(qtbot, "Hvem er noen?")
    press(qtbot, Key.Key_Escape)
    begin(opened, qtbot)
    write(qtbot, "Noe helt annet")
    press(qtbot, Key.Key_Escape)
    found = show_list(opened, qtbot)
    assert found.model.rowCount() == 2
    write(qtbot, "hvem noen")
    assert found.model.rowCount() == 1
    press(qtbot, Key.Key_Down)
    assert found.view.hasFocus()
    assert found.editor.written().text == "Hvem er noen?"
    press(qtbot, Key.Key_Return)
    write(qtbot, " Ingen.")
    press(qtbot, Key.Key_Escape)
    assert found.view.hasFocus()
    press(qtbot, Key.Key_Return, Held.ControlModifier)
    assert opened.memos.list is None
    assert opened.pages.shown() == "coding"
    assert coding(opened).reader.view.caret.position == study.excerpt[0]
    assert {row.text for row in kept(opened)} == {"Hvem er noen? Ingen.", "Noe helt annet"}


def test_memos_are_removed_and_tied_anew_by_keys(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    for words in ("en", "to"):
        begin(opened, qtbot)
        write(qtbot, words)
        press(qtbot, Key.Key_Escape)
    found = show_list(opened, qtbot)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_T)
    write(qtbot, "slik gjør vi")
    press(qtbot, Key.Key_Return)
    assert {row.text: row.target for row in kept(opened)} == {"en": "document", "to": "code"}
    found.view.setFocus()
    press(qtbot, Key.Key_Delete)
    assert [row.text for row in kept(opened)] == ["en"]
    assert found.model.rowCount() == 1
    press(qtbot, Key.Key_Escape)
    assert opened.memos.list is None


def test_one_memo_after_the_other_on_the_same_and_the_earlier_ones_beside(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    coding(opened).codebook.choose_code(study.places)
    coding(opened).codebook.tree.setFocus()
    drawer = begin(opened, qtbot)
    for number in range(6):
        write(qtbot, f"tanke {number}")
        press(qtbot, Key.Key_M, Held.ControlModifier)
    assert [row.target for row in kept(opened)] == ["code"] * 6
    others = drawer.others

    def doors() -> int:
        return sum(each.isVisible() for each in others.findChildren(NameButton))

    qtbot.waitUntil(lambda: doors() == 4)
    (more,) = [each for each in others.findChildren(QToolButton, "memo-link") if each.isVisible()]
    assert isinstance(more, QToolButton)
    assert more.text() == "2 more memos"
    more.setFocus()
    press(qtbot, Key.Key_Space)
    qtbot.waitUntil(lambda: doors() == 6)
    opened.view.next_pane()  # from the drawer, and round to it again
    for _round in range(12):
        focus: QWidget | None = QApplication.focusWidget()
        if focus is not None and drawer.isAncestorOf(focus):
            break
        press(qtbot, Key.Key_F6)
    else:
        pytest.fail("F6 never came back to the memo")


def test_an_empty_list_says_how_a_memo_is_written(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    found = show_list(opened, qtbot)
    assert found.model.rowCount() == 0
    press(qtbot, Key.Key_M, Held.ControlModifier)
    assert found.editor.text.hasFocus()
    write(qtbot, "om studien")
    opened.show_workspace("themes")
    assert [(row.text, row.target) for row in kept(opened)] == [("om studien", "")]


def test_undo_takes_the_memo_out_of_the_drawer(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    drawer = begin(opened, qtbot)
    write(qtbot, "noe")
    drawer.editor.keep()
    project = opened.project
    assert project is not None
    project.undo()
    assert not drawer.isVisible()
    assert kept(opened) == []
    project.redo()
    with project.edit("edit_memo") as session:
        acts.edit(session, kept(opened)[0].id, text="noe annet")
    opened.memos.open_memo(kept(opened)[0].id)
    assert drawer.editor.written().text == "noe annet"


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (900, 600)])
def test_longer_words_have_room_where_memos_are_written_and_listed(
    size: tuple[int, int], stretched: None, opened: MainWindow, qtbot: QtBot
) -> None:
    assert opened.project is not None
    study = furnish(opened.project)
    opened.resize(*size)
    opened.memos.write_on(Target("code", study.places))
    drawer = opened.memos.drawer
    assert drawer is not None
    drawer.editor.text.setPlainText("Det tok tid.")
    drawer.editor.keep()
    qtbot.wait(20)
    assert cut_off(drawer) == []
    drawer.close_up()
    opened.memos.show_list()
    found = opened.memos.list
    assert found is not None
    qtbot.wait(20)
    assert opened.size().toTuple() == size
    assert found.editor.memo_id() is not None
    assert cut_off(found) == []
