from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from qualtool.analysis import history, look_again
from qualtool.operations import coding, decisions, themes
from qualtool.store.project import Project
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.decision_strip import Decision
from qualtool.ui.workspaces.coding import CodingWorkspace
from qualtool.ui.workspaces.themes import ThemesWorkspace
from tests.ui.stretching import cut_off
from tests.ui.studies import TEXT, Study, furnish


@pytest.fixture
def study(opened: MainWindow) -> Study:
    made = furnish(project_of(opened))
    with project_of(opened).edit("apply_code") as session:
        for word in ("starten", "telefonen"):
            start = TEXT.index(word)
            coding.apply(
                session, made.document, start, start + len(word), [made.places], coder_id=None
            )
    return made


def project_of(window: MainWindow) -> Project:
    assert window.project is not None
    return window.project


def wait_all(window: MainWindow, study: Study) -> None:
    project = project_of(window)
    with project.read() as session:
        ids = look_again.codings_with(session, "code", study.places)
    with project.edit("note_decision", reason="for vid") as session:
        decisions.note(
            session,
            "code",
            study.places,
            {"description": "Steder"},
            reason="for vid",
            coding_ids=ids,
        )


def waiting(window: MainWindow) -> list[look_again.Look]:
    with project_of(window).read() as session:
        return look_again.waiting(session)


def last_step(window: MainWindow) -> str:
    with project_of(window).read() as session:
        return history.worded(history.steps(session)[0], with_reason=True)


def test_what_waits_is_gone_through_by_key_in_the_order_of_the_text(
    opened: MainWindow, study: Study
) -> None:
    wait_all(opened, study)
    first, second, third = (row.id for row in waiting(opened))
    opened.made["look_again"].trigger()
    assert opened.pages.shown() == "coding"
    bar = opened.memos.looking.bar
    assert bar is not None
    assert bar.isVisible()
    assert bar.code.text() == "faste møteplasser"
    assert bar.left.text() == "1 of 3"
    assert bar.reason.text() == "for vid · Description before: “Steder”"
    coding_place = opened.pages.workspace("coding")
    assert isinstance(coding_place, CodingWorkspace)
    assert coding_place.reader.view.isVisible()
    opened.show_workspace("themes")
    assert not bar.isVisible(), "it stays with the text"
    opened.show_workspace("coding")
    assert bar.isVisible()
    opened.made["look_again_keep"].trigger()
    assert [row.id for row in waiting(opened)] == [second, third]
    assert last_step(opened) == "Looked again at a coding with “faste møteplasser” and kept it"
    assert bar.left.text() == "1 of 2"
    opened.made["look_again"].trigger()
    assert bar.left.text() == "2 of 2"
    opened.made["look_again_change"].trigger()
    assert [row.id for row in waiting(opened)] == [second]
    opened.steps.undo()
    assert [row.id for row in waiting(opened)] == [second, third]
    assert first not in {second, third}


def test_the_card_goes_with_the_last_and_a_coding_that_is_taken_away_waits_no_longer(
    opened: MainWindow, study: Study
) -> None:
    wait_all(opened, study)
    opened.made["look_again"].trigger()
    with project_of(opened).edit("remove_codings") as session:
        coding.remove(session, [row.coding_id for row in waiting(opened)[:2]])
    bar = opened.memos.looking.bar
    assert bar is not None
    assert bar.left.text() == "1 of 1"
    opened.made["look_again_keep"].trigger()
    assert opened.memos.looking.bar is None
    assert waiting(opened) == []
    opened.made["look_again"].trigger()
    last = opened.notices.last
    assert last is not None
    assert last.words == "Nothing waits for another look."
    assert opened.memos.looking.bar is None


def test_several_are_settled_in_the_list_at_once(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    wait_all(opened, study)
    opened.memos.looking.show_list()
    sheet = opened.memos.looking.sheet
    assert sheet is not None
    tree = sheet.tree
    group = tree.topLevelItem(0)
    assert group is not None
    assert group.text(0).endswith("3 wait")
    assert group.childCount() == 3
    child = group.child(0)
    assert child is not None
    assert "“starten”" in child.text(0)
    tree.clearSelection()
    group.setSelected(True)
    qtbot.keyClick(tree, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert waiting(opened) == []
    assert last_step(opened) == "Looked again at 3 codings and changed them"
    assert not sheet.go.isEnabled()
    opened.steps.undo()
    assert len(waiting(opened)) == 3


def test_a_row_of_the_list_opens_its_place(opened: MainWindow, study: Study) -> None:
    wait_all(opened, study)
    opened.memos.looking.show_list()
    sheet = opened.memos.looking.sheet
    assert sheet is not None
    wanted = waiting(opened)[2]
    sheet.place_wished.emit(wanted.id)
    assert opened.memos.looking.sheet is None
    bar = opened.memos.looking.bar
    assert bar is not None
    assert bar.left.text() == "3 of 3"
    opened.projects.close()
    assert opened.memos.looking.bar is None


def test_a_reworded_definition_asks_why_and_lets_its_codings_wait(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    project = project_of(opened)
    with project.edit("describe_theme") as session:
        themes.describe(session, study.structure, definition="Ingen tar ansvar.")
    opened.show_workspace("themes")
    place = opened.pages.workspace("themes")
    assert isinstance(place, ThemesWorkspace)
    opened.activateWindow()
    place.show_theme(study.structure)
    pane = place.beside.pane
    fields = pane.form.fields
    fields["definition"].setFocus()
    fields["definition"].selectAll()
    qtbot.keyClicks(fields["definition"], "Ingen tar ansvar for helheten.")
    fields["concept"].setFocus()
    strip = pane.decision
    assert strip.isVisible()
    assert strip.again.text() == "Look again at 3 codings"
    assert fields["concept"].hasFocus(), "it asks without taking the keys"
    qtbot.keyClicks(strip.line.field, "helheten mangler")
    qtbot.keyClick(strip.line.field, Qt.Key.Key_Return)
    assert strip.isHidden()
    assert len(waiting(opened)) == 3
    assert pane.head.waiting.text() == "3 to look at again"
    assert last_step(opened) == (
        "Noted why the theme “Ingen eier det” is defined anew · 3 codings to look at again,"
        " because helheten mangler"
    )
    pane.tabs.setCurrentIndex(2)
    told = [row.text() for row in pane.history.rows]
    assert told[0].startswith("Noted why the theme")
    assert told[1] == "Changed the description of the theme “Ingen eier det”"
    opened.steps.undo()
    assert waiting(opened) == []


def test_first_words_are_no_decision_and_whoever_lets_it_be_is_not_asked_again(
    opened: MainWindow, study: Study, qtbot: QtBot
) -> None:
    opened.show_workspace("themes")
    place = opened.pages.workspace("themes")
    assert isinstance(place, ThemesWorkspace)
    opened.activateWindow()
    place.show_theme(study.structure)
    pane = place.beside.pane
    concept, definition = pane.form.fields["concept"], pane.form.fields["definition"]
    concept.setFocus()
    qtbot.keyClicks(concept, "Et tomrom.")
    definition.setFocus()
    assert pane.decision.isHidden()
    concept.setFocus()
    qtbot.keyClicks(concept, "Ikke ")
    definition.setFocus()
    assert pane.decision.isVisible()
    pane.decision.line.leave.click()
    assert pane.decision.isHidden()
    assert waiting(opened) == []
    place.show_theme(study.culture)
    assert pane.decision.isHidden()


def test_a_code_that_is_reworded_asks_too(opened: MainWindow, study: Study, qtbot: QtBot) -> None:
    opened.show_workspace("coding")
    place = opened.pages.workspace("coding")
    assert isinstance(place, CodingWorkspace)
    place.show_code(study.places)
    tabs = place.inspector.tabs
    tabs.buttons[1].click()
    tabs.form.reworded.emit(study.places, "description", "Steder")
    assert not tabs.decision.isHidden()
    tabs.decision.decided.emit(Decision("code", study.places, {"description": "Steder"}, "", True))
    assert len(waiting(opened)) == 3
    assert tabs.waiting.text() == "3 to look at again"
    tabs.waiting.click()
    assert opened.memos.looking.bar is not None
    tabs.show_theme()
    assert tabs.decision.isHidden()


@pytest.mark.usefixtures("stretched")
def test_longer_words_have_room_on_the_card_and_in_the_list(
    opened: MainWindow, study: Study
) -> None:
    opened.resize(1280, 720)
    wait_all(opened, study)
    opened.memos.looking.next()
    bar = opened.memos.looking.bar
    assert bar is not None
    assert cut_off(bar) == []
    opened.memos.looking.show_list()
    sheet = opened.memos.looking.sheet
    assert sheet is not None
    assert cut_off(sheet) == []
