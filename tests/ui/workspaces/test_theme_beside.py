from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QToolButton
from pytestqt.qtbot import QtBot

from qualtool.analysis import excerpts, history, theme_facts, theme_meaning
from qualtool.operations import codes, coding, frames, themes
from qualtool.store.project import Project
from qualtool.ui import dismissing
from qualtool.ui.main_window import MainWindow
from qualtool.ui.memo_target import Target
from qualtool.ui.panels.meaning_field import MeaningField
from qualtool.ui.panels.portion_row import PortionRow
from qualtool.ui.panels.quotation_button import QuotationButton
from qualtool.ui.workspaces.theme_beside import ThemeBeside
from qualtool.ui.workspaces.themes import ThemesWorkspace
from tests.ui.stretching import cut_off
from tests.ui.studies import Study, furnish

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def study(project: Project) -> Study:
    return furnish(project)


@pytest.fixture
def beside(
    dressed: QApplication, project: Project, study: Study, qtbot: QtBot
) -> Iterator[ThemeBeside]:
    """The pane at the right of the board, with a theme chosen."""
    made = ThemesWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(1300, 860)
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    made.show_theme(study.structure)
    yield made.beside
    for timer in made.findChildren(QTimer):
        timer.stop()  # what it was to look at later is closed by then


def meant(project: Project, theme_id: int) -> theme_meaning.ThemeMeaning:
    with project.read() as session:
        found = theme_meaning.meaning(session, theme_id)
    assert found is not None
    return found


def write(qtbot: QtBot, field: MeaningField, words: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, words)


def history_of(project: Project) -> list[str]:
    with project.read() as session:
        return [history.worded(step, with_reason=True) for step in history.steps(session)]


def test_what_is_written_in_one_sitting_is_one_step(
    project: Project, beside: ThemeBeside, study: Study, qtbot: QtBot
) -> None:
    field = beside.form.fields["concept"]
    write(qtbot, field, "Alt hviler")
    field.tell()
    qtbot.keyClicks(field, " på noen få.")
    before = len(history_of(project))
    beside.form.fields["definition"].setFocus()
    assert meant(project, study.structure).fields["concept"] == "Alt hviler på noen få."
    assert len(history_of(project)) == before, "it went on with the same step"
    write(qtbot, field, "En annen gang")
    beside.form.fields["definition"].setFocus()
    assert len(history_of(project)) == before + 1
    project.undo()
    assert field.toPlainText() == "Alt hviler på noen få."
    project.undo()
    assert field.toPlainText() == ""


def test_every_field_of_a_theme_is_written_where_it_stands(
    project: Project, beside: ThemeBeside, study: Study, qtbot: QtBot
) -> None:
    assert tuple(beside.form.fields) != ()
    for number, (key, field) in enumerate(beside.form.fields.items()):
        write(qtbot, field, f"ord {number}")
        beside.aside()
        assert meant(project, study.structure).fields[key] == f"ord {number}"
    assert set(beside.form.fields) == set(theme_meaning.FIELDS)


def test_a_theme_is_set_aside_with_a_reason_and_the_history_says_it(
    project: Project, beside: ThemeBeside, study: Study, qtbot: QtBot
) -> None:
    head = beside.pane.head
    head.ask_state("aside")
    assert QApplication.focusWidget() is head.reason.field
    qtbot.keyClicks(head.reason.field, "den sa det samme")
    qtbot.keyClick(head.reason.field, Qt.Key.Key_Return)
    now = meant(project, study.structure)
    assert (now.state, now.reason) == ("aside", "den sa det samme")
    assert history_of(project)[0] == (
        "Set the theme “Ingen eier det” aside, because den sa det samme"
    )
    project.undo()
    assert meant(project, study.structure).state == "candidate"
    assert meant(project, study.structure).reason == ""


def test_escape_lets_the_state_be(
    project: Project, beside: ThemeBeside, study: Study, qtbot: QtBot
) -> None:
    head = beside.pane.head
    head.ask_state("kept")
    qtbot.keyClick(head.reason.field, Qt.Key.Key_Escape)
    assert head.reason.isHidden()
    assert meant(project, study.structure).state == "candidate"


def test_a_name_is_written_over_and_an_empty_one_comes_back(
    project: Project, beside: ThemeBeside, study: Study, qtbot: QtBot
) -> None:
    name = beside.pane.head.name
    beside.start_naming()
    qtbot.keyClicks(name, "Alt hviler på noen få")
    qtbot.keyClick(name, Qt.Key.Key_Return)
    assert meant(project, study.structure).name == "Alt hviler på noen få"
    name.setFocus()
    name.selectAll()
    qtbot.keyClick(name, Qt.Key.Key_Delete)
    beside.form.fields["concept"].setFocus()
    assert name.toPlainText() == "Alt hviler på noen få"
    assert meant(project, study.structure).name == "Alt hviler på noen få"


def test_how_an_excerpt_fits_is_marked_by_key_and_by_mouse(
    project: Project, beside: ThemeBeside, study: Study, qtbot: QtBot
) -> None:
    went: list[tuple[int, ...]] = []
    beside.place_wished.connect(lambda *place: went.append(place))
    page = beside.pane.excerpts
    beside.pane.tabs.setCurrentIndex(1)
    shown = page.list
    shown.setCurrentIndex(shown.model_.index(0))
    shown.setFocus()

    def fit() -> dict[int, str]:
        with project.read() as session:
            ids = [card.excerpt.id for card in shown.chosen()]
            return theme_facts.fits(session, study.structure, ids)

    qtbot.keyClick(shown, Qt.Key.Key_2, ALT)
    assert list(fit().values()) == ["stretches"]
    qtbot.keyClick(shown, Qt.Key.Key_2, ALT)
    assert fit() == {}, "the same key takes the mark away"
    index = shown.model_.index(0)
    card = shown.model_.card(index)
    assert card is not None
    box = shown.visualRect(index).adjusted(0, shown.delegate.head_height(index), 0, -8)
    against = shown.delegate.fit_segments(card, box)[2]
    qtbot.mouseClick(shown.viewport(), LEFT, pos=against.box.center().toPoint())
    assert list(fit().values()) == ["against"]
    assert history_of(project)[0] == (
        "Marked an excerpt as one that speaks against “Ingen eier det”"
    )
    qtbot.mouseClick(shown.viewport(), LEFT, pos=box.center())
    assert went == [], "neither a mark nor a click that chooses opens anything"
    star = shown.delegate.star_sign(card, box)
    qtbot.mouseClick(shown.viewport(), LEFT, pos=star.center().toPoint())
    assert [each.excerpt.starred for each in shown.chosen()] == [True]
    project.undo()
    assert [each.excerpt.starred for each in shown.chosen()] == [False]
    qtbot.mouseClick(shown.viewport(), LEFT, pos=box.topLeft() + QPoint(30, 16))
    assert went == [(study.document, *study.excerpt)], "the place is a link"
    assert page.fit.itemText(page.fit.findData("against")) == "Speaks against · 1"
    page.fit.show_key("fits")
    page.refresh()
    assert shown.model_.total() == 0
    page.fit.show_key("against")
    page.refresh()
    assert shown.model_.total() == 1


def test_an_excerpt_of_a_theme_opens_in_its_document(opened: MainWindow, qtbot: QtBot) -> None:
    assert opened.project is not None
    made = furnish(opened.project)
    opened.show_workspace("themes")
    found = opened.pages.workspace("themes")
    assert isinstance(found, ThemesWorkspace)
    opened.activateWindow()
    found.show_theme(made.structure)
    beside = found.beside
    beside.pane.tabs.setCurrentIndex(1)
    shown = beside.pane.excerpts.list
    shown.setCurrentIndex(shown.model_.index(0))
    shown.setFocus()
    assert beside.memo_target().kind == "excerpt"
    qtbot.keyClick(shown, Qt.Key.Key_Return)
    assert opened.pages.shown() == "coding"


def test_every_number_opens_its_excerpts(
    project: Project, beside: ThemeBeside, study: Study, qtbot: QtBot
) -> None:
    with project.edit("place_codes") as session:
        themes.place_codes(session, study.culture, [study.places])

    def rows() -> dict[str, PortionRow]:
        found = beside.pane.facts.findChildren(PortionRow)
        return {row.portion.name: row for row in found if row.isVisible()}

    qtbot.waitUntil(lambda: "Vaner som holder igjen" in rows())
    assert set(rows()) == {"Informant 1", "Barriere", "Vaner som holder igjen"}
    assert all(len(row.portion.excerpts) == 1 for row in rows().values())
    rows()["Vaner som holder igjen"].click()
    page = beside.pane.excerpts
    assert page.list.model_.total() == 1
    assert page.only.text().startswith("Vaner som holder igjen")
    page.only.click()
    assert page.only.isHidden()


def test_a_starred_excerpt_stands_among_the_quotations_and_opens_its_place(
    project: Project, beside: ThemeBeside, study: Study, qtbot: QtBot
) -> None:
    with project.edit("set_star") as session:
        coding.star_passage(session, study.document, *study.excerpt)
    qtbot.waitUntil(lambda: beside.pane.facts.findChild(QuotationButton) is not None)
    button = beside.pane.facts.findChild(QuotationButton)
    assert isinstance(button, QuotationButton)
    assert "ikke noe fast sted" in button.accessibleName()
    with qtbot.waitSignal(beside.place_wished) as went:
        button.click()
    assert went.args == [study.document, *study.excerpt]


def test_a_hint_that_is_put_away_stays_away(
    project: Project, beside: ThemeBeside, study: Study, qtbot: QtBot
) -> None:
    with project.edit("rename_theme") as session:
        themes.rename(session, study.structure, "Eierskap")

    def hint() -> QToolButton | None:
        found = beside.pane.facts.findChildren(QToolButton)
        return next(
            (each for each in found if each.isVisibleTo(beside) and "×" in each.text()), None
        )

    qtbot.waitUntil(lambda: hint() is not None)
    away = hint()
    assert away is not None
    assert "single word" in away.accessibleName()
    away.click()
    assert hint() is None
    beside.pane.refresh()
    qtbot.wait(60)
    assert hint() is None
    beside.pane.show_hints_again()
    qtbot.waitUntil(lambda: hint() is not None)
    assert dismissing.put_away("another project") == frozenset()


def test_a_code_shows_its_excerpts_and_a_theme_that_goes_leaves_a_word(
    project: Project, beside: ThemeBeside, study: Study
) -> None:
    beside.show_code(study.places)
    assert beside.inspector.isVisible()
    assert beside.memo_target() == Target("code", study.places)
    loose = next(
        each for each in beside.findChildren(QLabel) if each.text().startswith("This code is in no")
    )
    assert loose.isHidden()
    with project.edit("take_codes_out") as session:
        themes.take_codes_out(session, study.structure, [study.places])
    assert not loose.isHidden()
    beside.show_theme(study.structure)
    assert beside.memo_target() == Target("theme", study.structure)
    with project.edit("remove_themes") as session:
        themes.remove(session, [study.structure])
    assert beside.currentIndex() == 0
    assert beside.memo_target() == Target()
    project.undo()


def test_a_theme_without_excerpts_has_only_its_words(
    project: Project, beside: ThemeBeside, study: Study, qtbot: QtBot
) -> None:
    beside.show_theme(study.culture)
    qtbot.wait(60)
    assert not [row for row in beside.pane.facts.findChildren(PortionRow) if row.isVisible()]
    assert beside.pane.tabs.tabText(1) == "Excerpts"
    beside.pane.tabs.setCurrentIndex(1)
    assert beside.pane.excerpts.list.model_.total() == 0
    assert beside.pane.excerpts.fit.isHidden()
    assert beside.pane.form.fields["concept"].mapTo(beside, QPoint(0, 0)).x() < beside.width()


@pytest.mark.usefixtures("stretched")
def test_longer_words_have_room_in_the_narrowest_pane(
    dressed: QApplication, project: Project, qtbot: QtBot
) -> None:
    made = furnish(project)
    with project.edit("describe_theme") as session:
        themes.describe(session, made.structure, label="Eierskap", definition="Ingen tar ansvar.")
        coding.star_passage(session, made.document, *made.excerpt)
    shown = ThemesWorkspace(project)
    qtbot.addWidget(shown)
    shown.resize(900, 1400)
    shown.show()
    qtbot.waitExposed(shown)
    shown.show_theme(made.structure)
    beside = shown.beside
    beside.setFixedWidth(320)
    beside.pane.head.ask_state("aside")
    qtbot.waitUntil(lambda: bool(beside.pane.facts.findChildren(PortionRow)))
    qtbot.wait(10)
    assert cut_off(beside.pane.head) == []
    assert cut_off(beside.pane.facts) == []
    beside.pane.decision.ask(made.structure, "definition", "Før", 12)
    qtbot.wait(10)
    assert cut_off(beside.pane.decision) == []


def test_an_excerpt_is_not_said_to_be_a_code_without_a_theme(
    project: Project, beside: ThemeBeside, study: Study
) -> None:
    beside.show_code(study.habits)
    assert beside._loose.isVisibleTo(beside)
    with project.read() as session:
        (excerpt,) = [row.id for row in excerpts.excerpts(session, code_ids=[study.places])][:1]
    beside.show_excerpt(excerpt)
    with project.edit("rename_code") as session:
        codes.rename(session, study.places, "steder")
    assert not beside._loose.isVisibleTo(beside)


def test_the_count_on_the_tab_follows_the_theme_while_its_history_is_in_view(
    beside: ThemeBeside, study: Study, qtbot: QtBot
) -> None:
    beside.pane.tabs.setCurrentIndex(2)
    qtbot.waitUntil(lambda: beside.pane.tabs.tabText(1) == "Excerpts 1")
    beside.show_theme(study.culture)
    qtbot.waitUntil(lambda: beside.pane.tabs.tabText(1) == "Excerpts")


def test_another_set_of_themes_begins_with_nothing_beside_it(
    beside: ThemeBeside, study: Study, project: Project
) -> None:
    with project.edit("add_frame") as session:
        other = frames.add(session, "Andre lesning")
    workspace = beside.parent()
    while not isinstance(workspace, ThemesWorkspace):
        assert workspace is not None
        workspace = workspace.parent()
    assert beside.currentIndex() == 1
    workspace.frames.choose(other)
    assert beside.currentIndex() == 0
    workspace.show_theme(study.structure)
    assert beside.currentIndex() == 1
