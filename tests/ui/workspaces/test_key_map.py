"""Every key that the help shows does something, and every key that does something is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from qualtool.store.project import Project
from qualtool.ui.action_table import TABLE
from qualtool.ui.actions import Action, worded_keys
from qualtool.ui.dialogs.shortcuts import Shortcuts
from qualtool.ui.reader.keys import DIGITS, LETTERS, MEANT, Act
from qualtool.ui.reader.palette_field import PaletteField
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import Study, furnish

# Who listens to the keys of an entry that no action of the window answers to.
IN_TEXT = {*MEANT, *LETTERS, DIGITS, "by_word", "move_end", "correct_here", "uncoded_stretch"}
IN_PALETTE = {
    "apply_code",
    "new_code",
    "one_more_code",
    "placed_code",
    "code_and_comment",
    "code_and_memo",
}
IN_LIST = {"code_on", "do_not_quote"}
IN_TREE = {"move_codes", "merge_here", "retire_here", "remove_here"}
IN_FIND = {"code_found"}
SILENT = [each for each in TABLE if each.keys and not each.handler and each.where == "coding"]
WITH_ALTGR = set("@£$€{[]}\\~|")  # on a Norwegian, Swedish or Danish keyboard


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def workspace(qtbot: QtBot, project: Project, study: Study) -> CodingWorkspace:
    made = CodingWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(1300, 800)
    made.show()
    return made


def pressed(widget: QWidget, keys: str) -> bool:
    """Press a key as it is written in the table; whether anything took it."""
    combination = QKeySequence(keys)[0]  # type: ignore[index]  # PySide tells of no such method
    bare = keys.removeprefix("Shift+")
    words = "" if len(bare) > 1 else bare.casefold() if bare == keys else bare
    taken = False
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, combination.key(), combination.keyboardModifiers(), words)
        QApplication.sendEvent(widget, event)
        taken = event.isAccepted()
    return taken


def single_keys(action: Action) -> list[str]:
    return list("123456789") if action.key == DIGITS else list(action.keys)


def listener_of(
    action: Action, workspace: CodingWorkspace, project: Project, study: Study
) -> QWidget:
    """Who is to be asked, with an excerpt chosen in the text or something else at hand."""
    reader = workspace.reader
    if action.key in IN_TREE:
        workspace.show_code(study.habits)
        return workspace.codebook.tree
    if action.key in IN_FIND:
        workspace.places.find()
        return workspace.places.finding.bar.field
    if action.key in IN_LIST:
        workspace.show_code(study.places)
        found = workspace.inspector.list
        found.setFocus()
        found.setCurrentIndex(found.model_.index(0))
        return found
    reader.setFocus()
    reader.choose_excerpt(1)
    while reader.view.coded.of_excerpt(1) == []:
        project.undo()  # the key before has taken it away
    reader.choose_excerpt(1)
    if action.key in IN_PALETTE:
        reader.open_palette("ny" if action.key in ("new_code", "placed_code") else "")
        field = workspace.window().findChild(PaletteField)
        assert isinstance(field, PaletteField)
        return field
    return reader.view


def test_something_listens_to_every_key_that_is_shown(
    workspace: CodingWorkspace, project: Project, study: Study
) -> None:
    unheard = [
        (action.key, keys)
        for action in SILENT
        for keys in single_keys(action)
        if not pressed(listener_of(action, workspace, project, study), keys)
    ]
    assert unheard == []
    assert not pressed(workspace.reader.view, "Ctrl+Alt+F7"), "what nobody listens to is seen"


def test_every_silent_entry_has_a_listener_and_every_act_of_the_reader_a_key() -> None:
    assert {each.key for each in SILENT} == IN_TEXT | IN_PALETTE | IN_LIST | IN_TREE | IN_FIND
    shown = {press.act for presses in MEANT.values() for press in presses}
    by_letters = {Act.LETTER, Act.PIN, Act.ENDS, Act.COMMENT}
    of_the_window = {Act.ORIGINAL, Act.COPY, Act.MEMO}  # as everywhere
    assert shown | by_letters | of_the_window == set(Act)


def test_what_needs_altgr_on_a_nordic_keyboard_has_another_key_beside_it() -> None:
    for action in TABLE:
        if set("".join(action.keys)) & WITH_ALTGR:
            assert [keys for keys in action.keys if not set(keys) & WITH_ALTGR], action.key


def test_the_help_shows_every_key_of_the_table(qtbot: QtBot) -> None:
    sheet = Shortcuts(TABLE)
    qtbot.addWidget(sheet)
    caps = [each.text() for each in sheet.findChildren(QLabel) if each.property("role") == "key"]
    for action in TABLE:
        for keys in action.keys:
            assert worded_keys(keys) in caps, action.key
            caps.remove(worded_keys(keys))
    assert caps == []


def test_a_key_of_the_keypad_is_the_key_it_looks_like(workspace: CodingWorkspace) -> None:
    workspace.reader.choose_excerpt(1)
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier, "\r"
    )
    QApplication.sendEvent(workspace.reader.view, event)
    assert workspace.window().findChild(PaletteField) is not None
