"""The small fields that forms are made of."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from qualtool.ui.panels.case_picker import CasePicker
from qualtool.ui.panels.choice import Choice
from qualtool.ui.panels.comment_field import CommentField
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.panels.name_button import NameButton
from qualtool.ui.panels.ties import Ties


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A window to put fields in."""
    page = QWidget()
    QVBoxLayout(page)
    qtbot.addWidget(page)
    return page


def _show(qtbot: QtBot, page: QWidget, *fields: QWidget) -> None:
    layout = page.layout()
    assert layout is not None
    for field in fields:
        layout.addWidget(field)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()


def _wheel(widget: QWidget) -> None:
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        widget.mapToGlobal(place),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def test_a_line_is_told_once_when_it_is_left(page: QWidget, qtbot: QtBot) -> None:
    field, other = LineField("Place"), QLineEdit()
    _show(qtbot, page, field, other)
    field.show_text("Teams")
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, " Skolen ")
    with qtbot.waitSignal(field.written) as told:
        other.setFocus()
    assert told.args == ["Skolen"]
    field.setFocus()
    with qtbot.assertNotEmitted(field.written):
        other.setFocus()


def test_escape_takes_back_what_is_being_written(page: QWidget, qtbot: QtBot) -> None:
    field = LineField("Place")
    _show(qtbot, page, field)
    field.show_text("Teams")
    qtbot.keyClicks(field, "!")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    with qtbot.assertNotEmitted(field.written):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.text() == "Teams"


def test_what_is_being_written_is_not_overwritten_by_the_same(page: QWidget, qtbot: QtBot) -> None:
    field = LineField("Place")
    _show(qtbot, page, field)
    field.show_text("Teams")
    field.setFocus()
    qtbot.keyClicks(field, "Sko")
    field.show_text("Teams")
    assert "Sko" in field.text()
    field.show_text("Zoom")
    assert field.text() == "Zoom"


def test_several_different_values_are_said_to_be_several(page: QWidget, qtbot: QtBot) -> None:
    field, choice = LineField("Place"), Choice({"a": "A", "b": "B"}, "Kind")
    _show(qtbot, page, field, choice)
    field.show_text(None)
    choice.show_key(None)
    assert (field.text(), field.placeholderText()) == ("", "Several")
    assert (choice.currentText(), choice.placeholderText()) == ("", "Several")
    with qtbot.assertNotEmitted(field.written):
        field.tell()


def test_a_choice_is_told_by_its_key_and_only_when_it_is_new(page: QWidget, qtbot: QtBot) -> None:
    choice = Choice({"a": "A", "b": "B"}, "Kind")
    _show(qtbot, page, choice)
    choice.show_key("a")
    with qtbot.waitSignal(choice.chosen) as told:
        qtbot.keyClick(choice, Qt.Key.Key_Down)
    assert told.args == ["b"]
    with qtbot.assertNotEmitted(choice.chosen):
        choice.show_key("a")


@pytest.mark.parametrize("kind", ["choice", "case"])
def test_scrolling_past_a_field_never_changes_it(kind: str, page: QWidget, qtbot: QtBot) -> None:
    choice, picker = Choice({"a": "A", "b": "B"}, "Kind"), CasePicker("Case", "None")
    _show(qtbot, page, choice, picker)
    choice.show_key("a")
    picker.show_case("Ada", ["Ada", "Bo"])
    _wheel(choice if kind == "choice" else picker)
    assert (choice.currentText(), picker.currentText()) == ("A", "Ada")


def test_a_case_is_chosen_by_name_however_it_is_written(page: QWidget, qtbot: QtBot) -> None:
    picker, other = CasePicker("Case", "None"), QLineEdit()
    _show(qtbot, page, picker, other)
    picker.show_case("", ["Ada", "Informant 3"])
    picker.setFocus()
    with qtbot.waitSignal(picker.named) as told:
        qtbot.keyClicks(picker, "informant  3 ")
        picker.completer().popup().hide()  # type: ignore[union-attr]
        other.setFocus()
    assert told.args == ["Informant 3"]
    picker.setEditText("Nils")
    with qtbot.waitSignal(picker.named) as told:
        picker.lineEdit().editingFinished.emit()  # type: ignore[union-attr]
    assert told.args == ["Nils"], "a name that is no case yet is told too"


def test_ties_are_untied_and_made_by_name(page: QWidget, qtbot: QtBot) -> None:
    ties = Ties("Tie to a case", "Tie …")
    _show(qtbot, page, ties)
    ties.show_ties([(4, "Ada"), (7, "Bo")], ["Cis"])
    away = {b.accessibleName(): b for b in page.findChildren(QToolButton) if not b.isHidden()}
    assert set(away) == {"Untie Ada", "Untie Bo"}
    with qtbot.waitSignal(ties.untied) as told:
        away["Untie Bo"].click()
    assert told.args == [7]
    with qtbot.waitSignal(ties.named) as told:
        ties.picker.setEditText("Cis")
        ties.picker.lineEdit().editingFinished.emit()  # type: ignore[union-attr]
    assert told.args == ["Cis"]
    ties.show_ties([(4, "Ada"), (7, "Bo"), (9, "Cis")], [])
    assert ties.picker.currentText() == "", "the field is free for the next"


def test_a_comment_that_could_not_be_kept_is_told_again(page: QWidget, qtbot: QtBot) -> None:
    field = CommentField("gammel", "Merknad")
    _show(qtbot, page, field)
    field.setPlainText("ny og lang")
    for _time in range(2):
        with qtbot.waitSignal(field.written) as told:
            field.tell()
        assert told.args == ["ny og lang"]
    field.show_text("ny og lang")
    with qtbot.assertNotEmitted(field.written):
        field.tell()


def test_a_comment_being_written_is_not_overwritten(page: QWidget, qtbot: QtBot) -> None:
    field = CommentField("gammel", "Merknad")
    _show(qtbot, page, field)
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    qtbot.keyClicks(field, "halv ")
    field.show_text("noe annet")
    assert field.toPlainText().startswith("halv ")
    with qtbot.waitSignal(field.written):
        field.tell()


@pytest.mark.parametrize("kept", ["slutt på linja\n", " innrykk", "10\u00a0år", "to\r\nlinjer"])
def test_a_comment_that_is_only_looked_at_is_not_told(
    page: QWidget, qtbot: QtBot, kept: str
) -> None:
    field, other = CommentField("", "Merknad"), QLineEdit()
    _show(qtbot, page, field, other)
    field.show_text(kept)
    with qtbot.assertNotEmitted(field.written):
        field.setFocus()
        other.setFocus()
        field.tell()
    field.show_text("noe annet")
    assert field.toPlainText() == "noe annet"


def test_a_line_keeps_the_hint_that_it_was_given(page: QWidget, qtbot: QtBot) -> None:
    field = LineField("Til")
    _show(qtbot, page, field)
    field.setPlaceholderText("varer ved")
    field.show_text("")
    assert field.placeholderText() == "varer ved"
    field.show_text(None)
    assert field.placeholderText() == "Several"
    field.show_text("")
    assert field.placeholderText() == "varer ved"


def test_names_of_any_length_begin_at_the_same_place(dressed: QApplication, qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    buttons = [NameButton(name) for name in ("a", "kort", "et navn som er lengre enn de andre")]
    for button in buttons:
        row = QHBoxLayout()
        row.addWidget(button, 1, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(row)
    qtbot.addWidget(page)
    page.resize(200, 200)
    page.show()
    beside = [each.width() - each.fontMetrics().horizontalAdvance(each.text()) for each in buttons]
    assert max(beside) <= 14, "the words fill the button, and so stand at its left"
    assert len({each.x() for each in buttons}) == 1
