"""The one table of what can be done: whole, without clashes, and true of the window."""

from __future__ import annotations

from collections import Counter
from operator import attrgetter

import pytest
from PySide6.QtGui import QKeySequence

from qualtool.ui.action_table import MENUS, TABLE
from qualtool.ui.actions import worded_keys
from qualtool.ui.main_window import MainWindow
from qualtool.ui.workspaces import WORKSPACES


def test_each_key_of_the_table_is_used_once() -> None:
    assert [key for key, count in Counter(each.key for each in TABLE).items() if count > 1] == []


def test_no_two_actions_answer_to_the_same_keys() -> None:
    keys = Counter(
        (QKeySequence(keys).toString(), each.where)
        for each in TABLE
        if each.handler
        for keys in each.keys
    )
    assert [key for key, count in keys.items() if count > 1] == []


def test_menus_and_workspaces_that_are_named_exist() -> None:
    assert {each.menu for each in TABLE if each.menu} == set(MENUS)
    assert {each.where for each in TABLE if each.where} <= {each.key for each in WORKSPACES}


@pytest.mark.parametrize("action", [each for each in TABLE if each.handler and not each.where],
                         ids=lambda action: action.key)  # fmt: skip
def test_what_handles_an_action_is_there(action, window: MainWindow) -> None:  # type: ignore[no-untyped-def]
    assert callable(attrgetter(action.handler)(window))


def test_without_a_project_nothing_of_a_project_can_be_done(window: MainWindow) -> None:
    assert not any(
        window.made[key].isEnabled()
        for key in ("undo", "redo", "close_project", "import_files", "go_coding", "export")
    )
    assert all(window.made[key].isEnabled() for key in ("new_project", "open_project", "quit"))


def test_the_workspaces_are_in_the_table_under_their_digits(opened: MainWindow) -> None:
    for each in WORKSPACES:
        action = opened.made[f"go_{each.key}"]
        assert action.shortcut() == QKeySequence(f"Ctrl+{each.digit}")
        assert action.text() == each.words


@pytest.mark.parametrize(
    ("keys", "words"),
    [
        ("Ctrl+K", "Ctrl K"),
        ("Ctrl+Shift+Z", "Ctrl Shift Z"),
        ("Ctrl++", "Ctrl +"),
        ("Ctrl+-", "Ctrl −"),
        ("+", "+"),
        ("-", "−"),
        ("Del", "Del"),
        ("Return", "Enter"),
        ("1–9", "1–9"),
    ],
)
def test_keys_are_shown_as_a_person_reads_them(keys: str, words: str) -> None:
    assert worded_keys(keys) == words
