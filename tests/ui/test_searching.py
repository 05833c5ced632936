"""The command palette finds what can be done and what the project holds, from the keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qualtool.operations import cases, codes, themes
from qualtool.store import project as store
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.command_palette import CommandPalette, PaletteModel
from qualtool.ui.panels.palette_items import Item, fitting, letters
from tests.ui.studies import Study, furnish


@pytest.fixture
def furnished(window: MainWindow, study_path: Path) -> tuple[MainWindow, Study]:
    with store.open_project(study_path) as project:
        study = furnish(project)
    assert window.projects.open(study_path)
    return window, study


def palette(window: MainWindow) -> CommandPalette:
    found = window.findChild(CommandPalette)
    assert found is not None
    return found


def names(panel: CommandPalette) -> list[str]:
    model = panel.model
    return [str(model.index(row).data()) for row in range(model.rowCount())]


ITEMS = [
    Item("action", "undo", "Undo"),
    Item("code", "1", "faste møteplasser", "Struktur"),
    Item("code", "2", "uten møterom"),
    Item("theme", "3", "Møter"),
    Item("document", "4", "Informant 3"),
]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("møte", ["Møter", "faste møteplasser", "uten møterom"]),
        ("MØTER", ["Møter", "uten møterom"]),
        ("plasser", ["faste møteplasser"]),
        ("faste plasser", ["faste møteplasser"]),
        ("strukt", ["faste møteplasser"]),
        ("infromant", ["Informant 3"]),
        ("xyz", []),
    ],
)
def test_the_best_fit_comes_first(typed: str, found: list[str]) -> None:
    assert [item.words for item in fitting(ITEMS, typed)][: len(found)] == found
    if not found:
        assert fitting(ITEMS, typed) == []


def test_a_short_name_is_not_found_by_any_word_with_its_letter() -> None:
    short, meant = Item("code", "1", "a"), Item("action", "2", "Valenser i prosjektet")
    assert fitting([short, meant], "valens") == [meant]
    assert fitting([short, meant], "a")[0] == short


def test_nothing_typed_leaves_everything_in_its_order() -> None:
    assert fitting(ITEMS, "  ") == ITEMS


def test_the_letters_that_fit_are_shown_as_such() -> None:
    assert letters("faste møteplasser", "MØTE") == [(6, 10)]
    assert letters("faste møteplasser", "fas plass") == [(0, 3), (10, 15)]
    assert letters("faste møteplasser", "xyz") == []


def test_the_model_keeps_qts_rules(qtmodeltester: ModelTester) -> None:
    model = PaletteModel(ITEMS)
    qtmodeltester.check(model)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.narrow("møte")
    assert model.rowCount() == 3
    assert model.rowCount(model.index(0)) == 0
    assert model.data(QModelIndex()) is None


def test_everything_of_the_project_is_found_by_name(
    furnished: tuple[MainWindow, Study], qtbot: QtBot
) -> None:
    window, _study = furnished
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    panel = palette(window)
    for typed, name in (
        ("faste møte", "faste møteplasser"),
        ("ingen eier", "Ingen eier det"),
        ("informant 1", "Informant 1"),
        ("preferences", "Preferences …"),
    ):
        panel.field.setText(typed)
        assert names(panel)[0] == name


def test_enter_does_what_is_chosen_and_it_comes_first_next_time(
    furnished: tuple[MainWindow, Study], qtbot: QtBot
) -> None:
    window, _study = furnished
    window.searching.open()
    qtbot.keyClicks(palette(window).field, "themes")
    qtbot.keyClick(palette(window).field, Qt.Key.Key_Return)
    assert window.pages.shown() == "themes"
    qtbot.wait(10)
    window.searching.open()
    assert names(palette(window))[0] == "Themes"


def test_a_document_a_code_and_a_theme_open_where_they_are_worked_with(
    furnished: tuple[MainWindow, Study], qtbot: QtBot
) -> None:
    window, study = furnished
    window.show_workspace("material")
    for typed in ("faste møteplasser", "Informant 1", "Ingen eier det"):
        window.show_workspace("material")
        window.searching.open()
        palette(window).field.setText(typed)
        qtbot.keyClick(palette(window).field, Qt.Key.Key_Return)
        assert window.pages.shown() == "coding" or typed == "Informant 1"
        qtbot.wait(10)
    assert study.places


def test_arrows_go_round_and_escape_closes(
    furnished: tuple[MainWindow, Study], qtbot: QtBot
) -> None:
    window, _study = furnished
    window.searching.open()
    panel = palette(window)
    last = panel.model.rowCount() - 1
    qtbot.keyClick(panel.field, Qt.Key.Key_Up)
    assert panel.list.currentIndex().row() == last
    qtbot.keyClick(panel.field, Qt.Key.Key_Down)
    assert panel.list.currentIndex().row() == 0
    qtbot.keyClick(panel.field, Qt.Key.Key_Escape)
    assert not panel.isVisible()


def test_what_is_made_while_it_is_closed_is_found_when_it_opens(
    furnished: tuple[MainWindow, Study], qtbot: QtBot
) -> None:
    window, _study = furnished
    window.searching.open()
    window.searching.dismiss()
    qtbot.wait(10)
    assert window.project is not None
    with window.project.edit("add_code") as session:
        codes.add(session, "splitter ny")
        themes.add(session, "Splitter nytt tema")
        cases.ensure(session, "Splitter ny sak")
    window.searching.open()
    palette(window).field.setText("splitter ny")
    assert set(names(palette(window))[:3]) == {
        "splitter ny",
        "Splitter nytt tema",
        "Splitter ny sak",
    }


def test_without_a_project_there_are_only_actions_that_can_be_done(
    window: MainWindow, qtbot: QtBot
) -> None:
    window.searching.open()
    found = names(palette(window))
    assert "New project …" in found
    assert not any(name.startswith(("Undo", "Close project")) for name in found)
