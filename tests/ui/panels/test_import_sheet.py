from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from qualtool.core.exchange import Choices
from qualtool.core.pseudonyms import Naming
from qualtool.core.source import Repair, Source
from qualtool.operations.importing import Incoming, examine
from qualtool.store.name_key import NameKey
from qualtool.ui.models.incoming import entries
from qualtool.ui.models.incoming_table import FILE, STATE
from qualtool.ui.panels.import_reading import shift_of, shift_words
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
    assert "WEBVTT" not in sheet.preview.raw.toPlainText()


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
    encoding = sheet.details.reading.encoding
    assert encoding.currentText() == "UTF-8"
    with qtbot.waitSignal(sheet.reading_wished) as wish:
        encoding.setCurrentIndex(encoding.findData("mac-roman"))
        encoding.activated.emit(encoding.currentIndex())
    assert wish.args is not None
    assert wish.args[1:] == ["text", Choices(encoding="mac-roman")]


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
        *("Name of the document", "Kind", "Language", "Date", "Read as", "Encoding"),
        "Move the times by",
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
    # Words that break over lines take several rounds of laying out.
    qtbot.waitUntil(lambda: cut_off(sheet) == [])
    sheet.replaces.setChecked(True)
    qtbot.waitUntil(lambda: cut_off(sheet) == [])
    sheet.files.selectAll()
    qtbot.waitUntil(lambda: cut_off(sheet) == [])


def _chosen(box: QComboBox, key: str) -> None:
    box.setCurrentIndex(box.findData(key))
    box.activated.emit(box.currentIndex())


def test_names_are_replaced_in_every_file_and_each_place_can_be_switched(
    sheet: ImportSheet, qtbot: QtBot
) -> None:
    sheet.replaces.setChecked(True)
    clean = sheet.preview.clean
    assert clean.toPlainText().endswith("Informant 1 her, sa jeg.")
    assert "Siri" not in clean.toPlainText()
    names = sheet.details.names
    assert names.note.text().startswith("These names are not stored in the project.")
    names.originals.setChecked(True)
    assert "not stored" not in names.note.text()
    names.originals.setChecked(False)
    ticks = sheet.details.names.list
    assert [box.accessibleName() for box in ticks.boxes] == ["Ola → Informant 1, 1"]
    ticks.boxes[0].click()
    assert clean.toPlainText().endswith("Ola her, sa jeg.")
    assert "1 place may hold a name and stays." in names.note.text()
    assert "not stored" not in names.note.text()
    clean.setFocus()
    qtbot.keyClicks(clean, "]")
    qtbot.keyClick(clean, Qt.Key.Key_Space)
    assert clean.toPlainText().endswith("Informant 1 her, sa jeg.")
    with qtbot.waitSignal(sheet.import_wished) as wish:
        qtbot.keyClick(sheet.files, Qt.Key.Key_Return)
    assert wish.args is not None
    assert "Ola" not in repr(wish.args[0][0].source)
    sheet.replaces.setChecked(False)
    assert clean.toPlainText().startswith("Siri Haug")


def test_numbers_are_told_of_and_replaced_unless_the_researcher_says_no(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "opptak.txt"
    said = "Ring 91 23 45 67, sa Berit Lund."
    file.write_text(f"Intervjuer: Hva så?\nJonas: {said}\n" * 3, "utf-8")
    sheet = ImportSheet()
    qtbot.addWidget(sheet)
    sheet.show_entries(entries(examine([file])), cases=[], names=[])
    sheet.replaces.setChecked(True)
    names, clean = sheet.details.names, sheet.preview.clean
    assert names.found_numbers.text() == "In this text: telephone numbers: 3"
    assert names.may_be.text() == "May be names, too: Berit Lund"
    assert "Ring [telefon], sa Berit Lund." in clean.toPlainText()
    names.numbers.setChecked(False)
    assert "Ring 91 23 45 67, sa Berit Lund." in clean.toPlainText()


def test_a_pseudonym_and_another_name_are_written(sheet: ImportSheet, qtbot: QtBot) -> None:
    sheet.replaces.setChecked(True)
    label = sheet.details.speakers.fields[1].label
    label.setFocus()
    label.selectAll()
    qtbot.keyClicks(label, "Kari")
    qtbot.keyClick(label, Qt.Key.Key_Return)
    other = sheet.details.names.other
    other.setFocus()
    qtbot.keyClicks(other, "telefonen = apparatet")
    qtbot.keyClick(other, Qt.Key.Key_Return)
    sheet.details.names.list.boxes[-1].click()
    said = "Så alt hang på apparatet. Kari her, sa jeg."
    assert sheet.preview.clean.toPlainText().endswith(said)
    key = sheet.key()
    assert (key.replaces, key.remembers) == (True, True)
    assert {each.name: each.pseudonym for each in key.names}["Ola Moen"] == "Kari"


def test_what_is_remembered_is_shown_and_can_be_forgotten(sheet: ImportSheet, qtbot: QtBot) -> None:
    sheet.show_key(NameKey(replaces=True, names=(Naming("Ola Moen", "Informant 7"),)))
    assert sheet.details.speakers.fields[1].label.text() == "Informant 7"
    assert sheet.details.names.kept.text() == "1 name is remembered."
    with qtbot.waitSignal(sheet.forget_wished):
        sheet.details.names.forget.click()
    assert sheet.details.speakers.fields[1].label.text() == "Informant 1"


def test_a_file_is_read_as_something_else_and_its_times_moved(
    sheet: ImportSheet, qtbot: QtBot
) -> None:
    reading = sheet.details.reading
    assert reading.reader.currentData() == "vtt"
    with qtbot.waitSignal(sheet.reading_wished) as wish:
        _chosen(reading.reader, "text")
    assert wish.args is not None
    assert wish.args[1:] == ["text", Choices()]
    sheet.details.reading.show_entry(sheet.files.table.entries[0])
    reading.shift.setFocus()
    with qtbot.waitSignal(sheet.reading_wished) as wish:
        qtbot.keyClicks(reading.shift, "-1:30")
        qtbot.keyClick(reading.shift, Qt.Key.Key_Return)
    assert wish.args is not None
    assert wish.args[1:] == ["vtt", Choices(shift_ms=-90_000)]


def test_a_file_that_could_not_be_read_can_be_read_as_something_else(sheet: ImportSheet) -> None:
    sheet.files.choose_rows([4])
    assert sheet.details.reading.reader.isVisible()
    assert not sheet.details.name.isVisible()


@pytest.mark.parametrize(
    ("written", "ms"),
    [
        ("1:30", 90_000),
        ("+5", 5000),
        ("−0:05", -5000),
        ("1:00:00", 3_600_000),
        ("", 0),
        ("x", None),
    ],
)
def test_a_time_to_move_by_is_read(written: str, ms: int | None) -> None:
    assert shift_of(written) == ms
    assert ms is None or shift_of(shift_words(ms)) == ms


def test_what_was_mended_is_marked_counted_and_can_be_left(
    dressed: QApplication, qtbot: QtBot
) -> None:
    raw = "Vi byg-\nger videre."
    found = Incoming(
        Path("a.txt"), "a", reader="text",
        source=Source("Vi bygger videre.", "text", raw=raw,
                      repairs=(Repair("hyphens", 6, 8, 6, 6),)),
    )  # fmt: skip
    sheet = ImportSheet()
    qtbot.addWidget(sheet)
    sheet.show_entries(entries([found]), cases=[], names=[])
    box = sheet.details.reading.repairs.boxes[0]
    assert box.accessibleName() == "Words divided at the end of a line joined, 1"
    marked = [each.cursor.selectedText() for each in sheet.preview.raw.extraSelections()]
    assert [each.replace("\u2029", "\n") for each in marked] == ["-\n"]
    with qtbot.waitSignal(sheet.reading_wished) as wish:
        box.click()
    assert wish.args is not None
    assert wish.args[2].left_alone == {"hyphens"}


def test_a_role_is_said_of_a_label_in_all_chosen_files(sheet: ImportSheet, qtbot: QtBot) -> None:
    sheet.files.selectAll()
    roles = sheet.details.roles
    assert roles.labels == ["Intervjuer", "Informant 3"]
    _chosen(roles.roles[1], "other")
    said = [
        [each.role for each in entry.source.speakers]
        for entry in sheet.files.table.entries[1:3]
        if entry.source is not None
    ]
    assert said == [["interviewer", "other"]] * 2


def test_a_row_does_not_say_its_files_name_twice(sheet: ImportSheet) -> None:
    said = str(sheet.files.table.index(4, STATE).data())
    assert "tom.txt" not in said
    assert said.startswith("The file")
