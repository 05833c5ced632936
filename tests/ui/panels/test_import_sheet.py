from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from qualtool.ui.models.incoming_table import FILE
from qualtool.ui.panels.import_sheet import ImportSheet
from qualtool.ui.panels.row_table import PADDING
from tests.ui.files import VTT, looked_at
from tests.ui.stretching import cut_off


def _sheet(qtbot: QtBot, folder: Path) -> ImportSheet:
    sheet = ImportSheet()
    qtbot.addWidget(sheet)
    sheet.resize(1200, 700)
    with qtbot.waitActive(sheet):
        sheet.show()
        sheet.activateWindow()
    sheet.show_entries(looked_at(folder), cases=["Anna", "Bo"], names=["Samtale"])
    return sheet


@pytest.fixture
def sheet(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> ImportSheet:
    return _sheet(qtbot, tmp_path)


def test_the_button_says_how_many_come_in_and_the_foot_why_not_all(sheet: ImportSheet) -> None:
    assert sheet.accept.text() == "Import 2"
    assert sheet.counts.text() == (
        "2 ready · 1 needs an answer · 1 is here already · 1 cannot be read"
    )


def test_space_leaves_the_chosen_files_out_and_lets_them_in(
    sheet: ImportSheet, qtbot: QtBot
) -> None:
    sheet.files.selectAll()
    qtbot.keyClick(sheet.files, Qt.Key.Key_Space)
    assert sheet.accept.text() == "Import 4"
    qtbot.keyClick(sheet.files, Qt.Key.Key_Space)
    assert not sheet.accept.isEnabled()


def test_a_click_on_a_tick_leaves_the_file_out(sheet: ImportSheet, qtbot: QtBot) -> None:
    box = sheet.files.visualRect(sheet.files.table.index(0, FILE))
    place = box.center()
    place.setX(box.left() + PADDING + 8)
    qtbot.mouseClick(sheet.files.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert sheet.accept.text() == "Import 1"


def test_enter_imports_what_is_ticked_and_escape_gives_up(sheet: ImportSheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.import_wished) as wish:
        qtbot.keyClick(sheet.files, Qt.Key.Key_Return)
    assert wish.args is not None
    assert [each.name for each in wish.args[0]] == ["Samtale", "Informant 3"]
    with qtbot.waitSignal(sheet.closed):
        qtbot.keyClick(sheet.files, Qt.Key.Key_Escape)


def test_a_name_is_written_in_the_table_and_import_waits_for_it(
    sheet: ImportSheet, qtbot: QtBot
) -> None:
    qtbot.keyClick(sheet.files, Qt.Key.Key_F2)
    editor = sheet.files.findChild(QLineEdit)
    assert editor is not None
    editor.setText("Informant 1")
    with qtbot.assertNotEmitted(sheet.import_wished):
        qtbot.keyClick(editor, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: sheet.files.table.entries[0].chosen.name == "Informant 1")
    assert sheet.details.name.text() == "Informant 1"


def test_the_file_is_shown_as_it_stands_beside_what_it_becomes(sheet: ImportSheet) -> None:
    path = sheet.files.table.entries[0].found.path
    sheet.show_raw(path, VTT)
    assert sheet.preview.raw.toPlainText() == VTT
    clean = sheet.preview.clean.toPlainText()
    assert clean.split("\n") == [
        "Siri Haug  Hvordan var det i starten?",
        "Ola Moen  Det fantes ikke noe fast sted. Så alt hang på telefonen. Ola her, sa jeg.",
    ]


def test_what_stood_in_another_file_is_not_shown_for_this_one(sheet: ImportSheet) -> None:
    sheet.files.choose_rows([1])
    sheet.show_raw(sheet.files.table.entries[0].found.path, VTT)
    assert sheet.preview.raw.toPlainText() == ""


def test_a_pseudonym_goes_into_the_text_to_be_and_the_name_is_marked_in_the_file(
    sheet: ImportSheet, qtbot: QtBot
) -> None:
    sheet.show_raw(sheet.files.table.entries[0].found.path, VTT)
    assert not sheet.preview.raw.extraSelections()
    field = sheet.details.speakers.fields[1].label
    field.selectAll()
    qtbot.keyClicks(field, "Informant 1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert "Informant 1  Det fantes" in sheet.preview.clean.toPlainText()
    marked = [each.cursor.selectedText() for each in sheet.preview.raw.extraSelections()]
    assert marked == ["Ola Moen", "Ola Moen"]
    assert sheet.details.speakers.fields[1].case.currentText() == "Informant 1"


def test_a_name_that_is_left_in_the_text_is_told_of(sheet: ImportSheet, qtbot: QtBot) -> None:
    field = sheet.details.speakers.fields[1].label
    field.selectAll()
    qtbot.keyClicks(field, "Informant 1")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert sheet.details.speakers.kept.text() == "A changed name still stands in the text, 1 time."


def test_saying_who_asks_answers_who_is_who(sheet: ImportSheet, qtbot: QtBot) -> None:
    sheet.files.choose_rows([3])
    fields = sheet.details.speakers.fields
    for number, key in ((0, "interviewer"), (1, "participant")):
        fields[number].role.setCurrentIndex(fields[number].role.findData(key))
        fields[number].role.activated.emit(fields[number].role.currentIndex())
    assert sheet.accept.text() == "Import 3"
    assert fields[0].case.isHidden()
    assert not fields[1].case.isHidden()


def test_kind_language_and_date_are_said_of_all_chosen_files(
    sheet: ImportSheet, qtbot: QtBot
) -> None:
    sheet.files.selectAll()
    assert not sheet.details.name.isEnabled()
    language: QComboBox = sheet.details.language
    language.setCurrentIndex(language.findData("nn"))
    language.activated.emit(language.currentIndex())
    sheet.details.date.setFocus()
    qtbot.keyClicks(sheet.details.date, "14.3.2024")
    qtbot.keyClick(sheet.details.date, Qt.Key.Key_Return)
    entries = [each for each in sheet.files.table.entries if each.source is not None]
    assert {each.chosen.language for each in entries} == {"nn"}
    assert {each.chosen.facts["date"] for each in entries} == {"2024-03-14"}


def test_a_name_that_is_taken_is_told_of_before(sheet: ImportSheet) -> None:
    assert "“Samtale (2)”" in sheet.details.clash.text()
    assert not sheet.details.clash.isHidden()
    sheet.files.choose_rows([1])
    assert sheet.details.clash.isHidden()


def test_why_a_file_cannot_be_read_is_said_in_full(sheet: ImportSheet) -> None:
    sheet.files.choose_rows([4])
    assert "tom.txt" in sheet.preview.clean.toPlainText()


def test_an_encoding_is_chosen_for_a_text_and_the_file_read_anew(
    sheet: ImportSheet, qtbot: QtBot
) -> None:
    sheet.files.choose_rows([1])
    encoding = sheet.details.encoding
    assert encoding.currentText() == "UTF-8"
    with qtbot.waitSignal(sheet.reading_wished) as wish:
        encoding.setCurrentIndex(encoding.findData("mac-roman"))
        encoding.activated.emit(encoding.currentIndex())
    assert wish.args is not None
    assert wish.args[1] == "mac-roman"


def test_how_far_the_reading_is_is_shown_and_it_can_be_given_up(
    sheet: ImportSheet, qtbot: QtBot
) -> None:
    sheet.show_reading(3, 200, "Informant 4.docx")
    assert sheet.counts.text() == "3 of 200"
    assert sheet.accept.isHidden()
    with qtbot.waitSignal(sheet.closed):
        sheet.cancel.click()


def test_nothing_can_be_pressed_while_documents_are_written(
    sheet: ImportSheet, qtbot: QtBot
) -> None:
    sheet.show_writing(5, 200, "Informant 6")
    assert sheet.accept.isHidden()
    assert sheet.cancel.isHidden()
    with qtbot.assertNotEmitted(sheet.import_wished):
        qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    sheet.show_again()
    assert sheet.accept.isVisible()
    assert sheet.cancel.isVisible()


def test_every_part_is_reached_by_tab_and_has_a_name(sheet: ImportSheet, qtbot: QtBot) -> None:
    sheet.files.setFocus()
    met: list[str] = []
    while True:
        here = QApplication.focusWidget()
        assert here is not None
        name = here.accessibleName() or getattr(here, "text", str)()
        assert name, here
        if name in met and name == met[0]:
            break
        met.append(name)
        assert len(met) < 40
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    assert met == [
        *("Files to import", "As it stands in the file", "What it becomes"),
        *("The part of Siri Haug", "What Siri Haug is called"),
        *("The part of Ola Moen", "What Ola Moen is called", "The case of Ola Moen"),
        *("Name of the document", "Kind", "Language", "Date", "Encoding"),
        *("Cancel", "Import 2", "Replace names"),
    ]


@pytest.mark.parametrize("size", [(1104, 590), (1264, 740)])
def test_longer_words_are_not_cut_off(
    size: tuple[int, int],
    dressed: QApplication,
    stretched: None,
    qtbot: QtBot,
    tmp_path: Path,
) -> None:
    sheet = _sheet(qtbot, tmp_path)
    sheet.resize(*size)
    qtbot.wait(20)
    assert cut_off(sheet) == []
