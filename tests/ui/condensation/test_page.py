"""Meaning condensed in the real window: units, sub-groups and gold quotations, by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.analysis.condensing import Group, Unit, group, units
from qualtool.operations import coding
from qualtool.store.project import Project
from qualtool.ui.condensation.page import NONE, CondensationPage
from qualtool.ui.condensation.table import MEANING, THEME, UNIT
from tests.ui.studies import ANSWER, Study, furnish

KEY, ALT = Qt.Key, Qt.KeyboardModifier.AltModifier


@pytest.fixture
def study(project: Project) -> Study:
    made = furnish(project)
    start = made.excerpt[0] + ANSWER.index("noen tok") - ANSWER.index("ikke noe fast sted")
    with project.edit("apply_code") as session:
        coding.apply(
            session, made.document, start, start + 9, [made.habits], coder_id=project.coder_id
        )
    return made


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication, project: Project, study: Study) -> CondensationPage:
    made = CondensationPage(project)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    project.listen(made.on_changes)
    made.show()
    qtbot.waitActive(made)
    made.setFocus()
    return made


def kept(project: Project) -> list[Unit]:
    with project.read() as session:
        return units(session, project.coder_id)


def group_of(project: Project, theme_id: int) -> Group:
    with project.read() as session:
        return group(session, theme_id)


def go(page: CondensationPage, row: int, column: int) -> None:
    page.view.setCurrentIndex(page.table.index(row, column))


def place(page: CondensationPage, row: int, theme_id: int) -> None:
    """Choose the theme of a unit from the list that Enter opens."""
    go(page, row, THEME)
    unit = page.table.units[row]
    menu = page.view.menu_of_themes(unit.excerpt.id, unit.theme_id)
    name = page.table.themes[theme_id].name
    next(each for each in menu.actions() if each.text() == name).trigger()
    menu.deleteLater()


def test_a_unit_is_condensed_by_typing_and_tab_goes_on_to_its_theme(
    page: CondensationPage, project: Project
) -> None:
    go(page, 0, MEANING)
    QTest.keyClicks(page.view, "U")
    field = page.view.field
    assert field is not None
    QTest.keyClicks(field, "ten sted")
    QTest.keyClick(field, KEY.Key_Tab)
    assert [unit.text for unit in kept(project)] == ["Uten sted", ""]
    assert page.view.currentIndex().column() == THEME
    project.undo()
    assert [unit.text for unit in kept(project)] == ["", ""]


def test_escape_leaves_the_meaning_as_it_was(page: CondensationPage, project: Project) -> None:
    page.acts.condense(page.table.units[0].excerpt.id, "Uten sted")
    page.write()
    field = page.view.field
    assert field is not None
    QTest.keyClicks(field, " og mer")
    QTest.keyClick(field, KEY.Key_Escape)
    assert kept(project)[0].text == "Uten sted"
    assert page.view.hasFocus()


def test_enter_on_a_unit_opens_its_place(page: CondensationPage, study: Study) -> None:
    opened: list[tuple[int, int, int]] = []
    page.place_wished.connect(lambda *where: opened.append(where))
    go(page, 0, UNIT)
    QTest.keyClick(page.view, KEY.Key_Return)
    assert opened == [(study.document, *study.excerpt)]


def test_a_theme_is_chosen_from_a_list_and_taken_away_by_delete(
    page: CondensationPage, project: Project, study: Study
) -> None:
    place(page, 0, study.culture)
    assert kept(project)[0].theme_id == study.culture
    assert page.pane.theme_id == study.culture
    go(page, 0, THEME)
    QTest.keyClick(page.view, KEY.Key_Delete)
    assert kept(project)[0].theme_id is None


def test_units_are_filtered_by_their_theme(page: CondensationPage, study: Study) -> None:
    place(page, 0, study.culture)
    whole = len(page.table.units)
    page.themes.setCurrentIndex(page.themes.findData(study.culture))
    page.themes.activated.emit(page.themes.currentIndex())
    assert [unit.theme_id for unit in page.table.units] == [study.culture]
    page.themes.setCurrentIndex(page.themes.findData(NONE))
    page.themes.activated.emit(page.themes.currentIndex())
    assert len(page.table.units) == whole - 1


def test_the_condensate_and_analytic_text_are_written_beside_the_units(
    page: CondensationPage, project: Project, study: Study
) -> None:
    page.show_theme(study.culture)
    page.write_condensate()
    QTest.keyClicks(page.pane.condensate, "Jeg ventet.")
    QTest.keyClick(page.pane.condensate, KEY.Key_Tab)
    assert page.pane.analysis.hasFocus()
    QTest.keyClicks(page.pane.analysis, "De ventet.")
    page.view.setFocus()
    found = group_of(project, study.culture)
    assert (found.text, found.analytic_text) == ("Jeg ventet.", "De ventet.")


def test_what_is_half_written_of_one_theme_is_not_taken_for_another(
    page: CondensationPage, project: Project, study: Study
) -> None:
    page.show_theme(study.culture)
    page.write_condensate()
    QTest.keyClicks(page.pane.condensate, "Jeg ventet.")
    page.show_theme(study.structure)
    assert page.pane.condensate.toPlainText() == ""
    assert group_of(project, study.culture).text == "Jeg ventet."
    assert group_of(project, study.structure).text == ""


def test_a_unit_becomes_the_gold_quotation_of_its_theme_and_is_it_no_more(
    page: CondensationPage, project: Project, study: Study
) -> None:
    said: list[str] = []
    page.said.connect(said.append)
    go(page, 0, MEANING)
    QTest.keyClick(page.view, KEY.Key_G, ALT)
    assert len(said) == 1
    place(page, 0, study.culture)
    QTest.keyClick(page.view, KEY.Key_G, ALT)
    gold = group_of(project, study.culture).gold
    assert gold is not None
    assert gold.id == page.table.units[0].excerpt.id
    menu = page.pane.menu_of_quotations()
    menu.actions()[0].trigger()
    assert group_of(project, study.culture) == Group()
    menu.deleteLater()
