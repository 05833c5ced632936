"""The framework matrix in the real window: written, marked, tied and narrowed by keys."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.analysis.comparing import Judgement, judgement
from qualtool.analysis.matrix import Cell, behind, matrix
from qualtool.core.errors import QualtoolError
from qualtool.operations import cases, documents
from qualtool.reports.framework import MOST
from qualtool.store.project import Project
from qualtool.ui.main_window import MainWindow
from qualtool.ui.matrix import wording
from qualtool.ui.matrix.page import MatrixPage
from qualtool.ui.workspaces.themes import ThemesWorkspace
from tests.ui.studies import Study, furnish

KEY, ALT, CONTROL = Qt.Key, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def study(project: Project) -> Study:
    made = furnish(project)
    with project.edit("edit_case") as session:
        north = cases.ensure(session, "Kari")
        cases.tie(session, made.document, north)
        cases.set_attribute(session, north, "Fylke", "Nordfjella")
        cases.set_attribute(session, cases.ensure(session, "Ola"), "Fylke", "Sørvåg")
    return made


@pytest.fixture
def page(qtbot: QtBot, dressed: QApplication, project: Project, study: Study) -> MatrixPage:
    made = MatrixPage(project)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    project.listen(made.on_changes)
    made.show()
    qtbot.waitActive(made)
    made.setFocus()
    return made


def go(page: MatrixPage, project: Project, case: str, theme_id: int) -> tuple[int, int]:
    """Put the keys in a cell."""
    with project.read() as session:
        row = next(each for each in matrix(session).cases if each.name == case)
    page.view.go_to((row.id, theme_id))
    return row.id, theme_id


def kept(project: Project, place: tuple[int, int]) -> Cell:
    with project.read() as session:
        return matrix(session).cells.get(place, Cell())


def write(
    page: MatrixPage, words: str, key: Qt.Key, held: Qt.KeyboardModifier | None = None
) -> None:
    """Type in the cell that has the keys, and end with a key."""
    QTest.keyClicks(page.view, words[:1])
    field = page.view.field
    assert field is not None
    QTest.keyClicks(field, words[1:])
    QTest.keyClick(field, key, held or Qt.KeyboardModifier.NoModifier)


def test_typing_in_a_cell_writes_its_summary_and_tab_goes_on(
    page: MatrixPage, project: Project, study: Study
) -> None:
    place = go(page, project, "Kari", study.culture)
    column = page.view.currentIndex().column()
    write(page, "Alt hang i en telefon.", KEY.Key_Tab)
    assert kept(project, place).text == "Alt hang i en telefon."
    assert page.view.currentIndex().column() == column + 1
    assert page.view.field is None
    project.undo()
    assert kept(project, place).text == ""
    project.redo()
    assert kept(project, place).text == "Alt hang i en telefon."


def test_control_and_enter_goes_on_to_the_next_case(
    page: MatrixPage, project: Project, study: Study
) -> None:
    go(page, project, "Kari", study.culture)
    row = page.view.currentIndex().row()
    write(page, "Kort.", KEY.Key_Return, CONTROL)
    assert page.view.currentIndex().row() == row + 1


def test_escape_leaves_a_cell_as_it_was(page: MatrixPage, project: Project, study: Study) -> None:
    place = go(page, project, "Kari", study.culture)
    write(page, "Ingenting", KEY.Key_Escape)
    assert kept(project, place) == Cell()
    assert page.view.hasFocus()


def test_a_long_summary_is_counted_and_kept(
    page: MatrixPage, project: Project, study: Study
) -> None:
    place = go(page, project, "Kari", study.culture)
    page.write()
    field = page.view.field
    assert field is not None
    field.setPlainText("ord " * (MOST + 1))
    assert field.count.property("role") == "caution"
    assert str(MOST + 1) in field.count.text()
    QTest.keyClick(field, KEY.Key_Tab)
    assert len(kept(project, place).text.split()) == MOST + 1


def test_keys_say_why_a_cell_is_empty_and_take_it_back(
    page: MatrixPage, project: Project, study: Study
) -> None:
    place = go(page, project, "Kari", study.culture)
    for key, state in (
        (KEY.Key_1, "not_asked"),
        (KEY.Key_2, "declined"),
        (KEY.Key_3, "nothing_said"),
        (KEY.Key_3, ""),
    ):
        QTest.keyClick(page.view, key, ALT)
        assert kept(project, place).state == state


def test_a_cell_with_words_refuses_to_be_empty_for_a_reason(
    page: MatrixPage, project: Project, study: Study
) -> None:
    refused: list[QualtoolError] = []
    page.refused.connect(refused.append)
    place = go(page, project, "Kari", study.culture)
    write(page, "Noe.", KEY.Key_Tab)
    page.view.go_to(place)
    QTest.keyClick(page.view, KEY.Key_1, ALT)
    assert [error.key for error in refused] == ["cell_has_words"]
    QTest.keyClick(page.view, KEY.Key_Delete)
    assert kept(project, place) == Cell()


def test_excerpts_behind_a_cell_are_tied_and_opened_by_keys(
    page: MatrixPage, project: Project, study: Study
) -> None:
    opened: list[tuple[int, int, int]] = []
    page.place_wished.connect(lambda *where: opened.append(where))
    place = go(page, project, "Informant 1", study.structure)
    assert kept(project, place).gathered == 1
    QTest.keyClick(page.view, KEY.Key_Return, ALT)
    ticks = page.pane.excerpts
    assert ticks.hasFocus()
    QTest.keyClick(ticks, KEY.Key_Space)
    assert len(kept(project, place).linked) == 1
    QTest.keyClick(ticks, KEY.Key_Return)
    assert opened == [(study.document, *study.excerpt)]
    QTest.keyClick(ticks, KEY.Key_Space)
    assert kept(project, place).linked == frozenset()
    with project.read() as session:
        assert [each.linked for each in behind(session, *place)] == [False]
    QTest.keyClick(ticks, KEY.Key_Escape)
    assert page.view.hasFocus()


def test_the_strength_of_a_cell_is_written_beside_it(
    page: MatrixPage, project: Project, study: Study
) -> None:
    place = go(page, project, "Kari", study.culture)
    page.pane.evidence.setFocus()
    QTest.keyClicks(page.pane.evidence, "svak")
    page.view.setFocus()
    page.view.go_to((place[0], study.structure))
    assert kept(project, place).evidence == "svak"


def test_a_case_is_judged_beside_its_cell_and_the_words_are_offered_again(
    page: MatrixPage, project: Project, study: Study
) -> None:
    place = go(page, project, "Kari", study.culture)
    page.rate()
    QTest.keyClicks(page.pane.rating, "høy")
    page.view.setFocus()
    assert kept(project, place).rating == "høy"
    assert "høy" in wording.foot(kept(project, place))
    page.view.go_to((place[0], study.structure))
    assert page.pane.rating.text() == ""
    completer = page.pane.rating.completer()
    assert completer is not None
    completer.setCompletionPrefix("h")
    assert completer.currentCompletion() == "høy"


def test_all_cases_are_judged_on_the_theme_whose_column_has_the_keys(
    page: MatrixPage, project: Project, study: Study
) -> None:
    place = go(page, project, "Kari", study.culture)
    page.judge()
    across = page.pane.across
    QTest.keyClicks(across.rating, "delt")
    across.explanation.setFocus()
    QTest.keyClicks(across.explanation, "Noen vil, andre ikke.")
    across.evidence.setFocus()
    QTest.keyClicks(across.evidence, "svak")
    page.view.setFocus()
    page.view.go_to((place[0], study.structure))
    assert (across.rating.text(), across.explanation.toPlainText()) == ("", "")
    with project.read() as session:
        assert judgement(session, study.culture) == Judgement(
            "delt", "Noen vil, andre ikke.", "svak"
        )
    project.undo()
    page.view.go_to(place)
    assert across.evidence.text() == ""


def test_what_is_half_written_of_a_theme_stays_with_it(
    page: MatrixPage, project: Project, study: Study
) -> None:
    place = go(page, project, "Kari", study.culture)
    page.pane.across.explanation.setFocus()
    QTest.keyClicks(page.pane.across.explanation, "Halvt skrevet")
    page.view.go_to((place[0], study.structure))
    with project.read() as session:
        assert judgement(session, study.culture).explanation == "Halvt skrevet"
        assert judgement(session, study.structure) == Judgement()
    assert page.pane.across.explanation.toPlainText() == ""


def test_rows_are_narrowed_by_what_is_known_of_the_cases(
    page: MatrixPage, project: Project, study: Study
) -> None:
    with project.read() as session:
        (fylke,) = [each for each in matrix(session).attributes if each.name == "Fylke"]
    menu = page.cases.button.menu_of_choices()
    parts = {part.title(): part for part in menu.findChildren(type(menu))}
    (tick,) = [each for each in parts[fylke.name].actions() if each.text() == "Sørvåg"]
    tick.trigger()
    assert [row.name for row in page.table.cases] == ["Ola"]
    page.show_all()
    assert len(page.table.cases) > 1
    menu.deleteLater()


def test_columns_are_narrowed_to_the_themes_one_chooses(page: MatrixPage, study: Study) -> None:
    page.themes.wanted.add(study.structure)
    page.themes.button.changed.emit()
    assert [row.id for row in page.table.themes] == [study.structure]


def test_undo_of_a_narrowed_matrix_keeps_the_keys_in_their_cell(
    page: MatrixPage, project: Project, study: Study
) -> None:
    place = go(page, project, "Ola", study.structure)
    page.acts.write(place, "Sagt.")
    page.view.go_to(place)
    project.undo()
    assert page.view.place() == place


def test_a_document_that_goes_takes_nothing_that_was_summed_up(
    page: MatrixPage, project: Project, study: Study
) -> None:
    place = go(page, project, "Informant 1", study.structure)
    page.acts.write(place, "Fortalt.")
    page.acts.link(place, _ids(project, place), True)
    with project.edit("remove_documents") as session:
        documents.remove(session, [study.document])
    assert kept(project, place) == Cell(text="Fortalt.")


def test_the_matrix_is_a_page_of_the_themes_workspace(opened: MainWindow) -> None:
    opened.show_workspace("themes")
    workspace = opened.findChild(ThemesWorkspace)
    assert workspace is not None
    workspace.pages.show_page("matrix")
    assert isinstance(workspace.pages.currentWidget(), MatrixPage)
    assert not workspace.beside.isVisible()


def _ids(project: Project, place: tuple[int, int]) -> list[int]:
    with project.read() as session:
        return [each.excerpt.id for each in behind(session, *place)]
