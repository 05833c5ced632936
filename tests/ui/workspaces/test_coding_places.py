"""The window's keys lead through the document: find, go to a place, what is not coded, citation."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from qualtool.analysis import excerpts, study
from qualtool.ui.main_window import MainWindow
from qualtool.ui.notices import Notice
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import ANSWER, TEXT, Study, furnish

Shift, Control = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def furnished(opened: MainWindow) -> Study:
    assert opened.project is not None
    return furnish(opened.project)


@pytest.fixture
def coding(opened: MainWindow, furnished: Study, qtbot: QtBot) -> CodingWorkspace:
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    opened.show_workspace("coding")
    workspace = opened.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    workspace.reader.setFocus()
    return workspace


def test_ctrl_f_finds_and_f3_goes_on_in_the_text(
    opened: MainWindow, coding: CodingWorkspace, qtbot: QtBot
) -> None:
    qtbot.keyClick(coding.reader.view, "f", Control)
    field = coding.places.finding.bar.field
    assert field.hasFocus()
    qtbot.keyClicks(field, "n")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    first = coding.reader.selection()
    qtbot.keyClick(coding.reader.view, Qt.Key.Key_F3)
    second = coding.reader.selection()
    assert first is not None
    assert second is not None
    assert second[0] == TEXT.index("n", first[1])
    assert coding.reader.view.hasFocus()
    qtbot.keyClick(coding.reader.view, Qt.Key.Key_F3, Shift)
    assert coding.reader.selection() == first


def test_ctrl_g_goes_to_a_place_and_takes_the_other_bar_away(
    opened: MainWindow, coding: CodingWorkspace, qtbot: QtBot
) -> None:
    qtbot.keyClick(coding.reader.view, "f", Control)
    qtbot.keyClick(coding.places.finding.bar.field, "g", Control)
    bar = coding.places.place_bar
    assert bar.field.hasFocus()
    assert not coding.places.finding.bar.isVisible()
    qtbot.keyClicks(bar.field, "2")
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert coding.reader.view.caret.position == TEXT.index(ANSWER)
    qtbot.keyClick(coding.reader.view, "g", Control)
    qtbot.keyClick(bar.field, "f", Control)
    assert not bar.isVisible()


def test_ctrl_u_marks_what_is_not_coded_and_the_foot_says_how_much(
    opened: MainWindow, coding: CodingWorkspace, qtbot: QtBot
) -> None:
    places: list[str] = []
    coding.place_changed.connect(places.append)
    qtbot.keyClick(coding.reader.view, "u", Control)
    assert places[-1].endswith("24 % of the informants’ words are coded · 1 place without a code")
    qtbot.keyClick(coding.reader.view, "u")
    assert coding.reader.view.caret.position == TEXT.index("hvor vi møttes")
    said: list[str] = []
    coding.said.connect(said.append)
    notices: list[Notice | None] = []
    opened.notices.said.connect(notices.append)
    qtbot.keyClick(coding.reader.view, "u")
    assert said == ["No place after this one is without a code."]
    qtbot.keyClick(coding.reader.view, Qt.Key.Key_Home, Control)
    qtbot.keyClick(coding.reader.view, "u")
    assert [each and each.words for each in notices] == [*said[:1], None]
    qtbot.keyClick(coding.reader.view, "u", Control)
    assert "coded" not in places[-1]


def test_only_the_codings_that_are_read_count(
    opened: MainWindow, coding: CodingWorkspace, qtbot: QtBot
) -> None:
    assert opened.project is not None
    coding.places.toggle_uncoded()
    opened.project.coders_read = frozenset()
    coding.refresh()
    qtbot.waitUntil(lambda: coding.places.uncoded.words().startswith("0 %"))


def test_places_are_cited_as_the_project_says_and_it_can_be_undone(
    opened: MainWindow, coding: CodingWorkspace, furnished: Study, qtbot: QtBot
) -> None:
    project = opened.project
    assert project is not None
    words: list[str] = []
    coding.place_changed.connect(words.append)
    coding.reader.reveal(TEXT.index("telefonen"))
    assert words[-1] == "Paragraph 2 · 00:04"
    opened.run(opened.made.entry("cite_line"))
    with project.read() as session:
        assert study.study(session).citation == "line"
        (row,) = excerpts.excerpts(session)
    assert row.place == "line 2"
    coding.reader.reveal(TEXT.index("telefonen"))
    assert words[-1] == "Line 3 · 00:04"
    opened.run(opened.made.entry("cite_time"))
    assert words[-1] == "0:00:04"
    qtbot.keyClick(coding.reader.view, "z", Control)
    qtbot.keyClick(coding.reader.view, "z", Control)
    coding.reader.reveal(0)
    assert words[-1] == "Paragraph 1 · 00:01"


def test_the_heads_menu_offers_the_same_ways(
    opened: MainWindow, coding: CodingWorkspace, qtbot: QtBot
) -> None:
    qtbot.mouseClick(coding.head.ways, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {each.text().split("\t")[0]: each for each in menu.actions()}
    assert not entries["Mark what is not coded"].isChecked()
    entries["Mark what is not coded"].trigger()
    assert coding.places.uncoded.shown
    below = entries["Cite places by"].menu()
    assert isinstance(below, QMenu)
    assert [each.text() for each in below.actions() if each.isChecked()] == ["Paragraph numbers"]
    menu.close()


def test_an_empty_project_has_nothing_to_find(opened: MainWindow, qtbot: QtBot) -> None:
    opened.show_workspace("coding")
    workspace = opened.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    for key in ("find", "find_next", "go_to_place", "show_uncoded", "next_uncoded"):
        opened.run(opened.made.entry(key))
    assert not workspace.places.finding.bar.isVisible()
    assert not workspace.places.place_bar.isVisible()


def test_what_is_shown_of_an_excerpt_follows_the_citation(
    opened: MainWindow, coding: CodingWorkspace, furnished: Study, qtbot: QtBot
) -> None:
    coding.show_code(furnished.places)
    shown = coding.inspector.list
    qtbot.waitUntil(lambda: "paragraph 2" in place_shown(coding))
    opened.run(opened.made.entry("cite_time"))
    qtbot.waitUntil(lambda: "0:00:04" in place_shown(coding))
    assert shown.isVisible()


def test_correcting_the_text_does_not_move_who_has_looked_for_words(
    opened: MainWindow, coding: CodingWorkspace, qtbot: QtBot
) -> None:
    qtbot.keyClick(coding.reader.view, "f", Control)
    qtbot.keyClicks(coding.places.finding.bar.field, "noe")
    coding.reader.reveal(3)
    coding.refresh()
    assert coding.reader.view.caret.position == 3
    assert coding.places.finding.bar.count.text() == "2 places"


def place_shown(coding: CodingWorkspace) -> str:
    model = coding.inspector.list.model()
    return " ".join(
        str(model.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole))
        for row in range(model.rowCount())
    )
