"""A passage shown as it stands in its file, by real keys, and what is said where it cannot be."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from qualtool.analysis import documents, originals
from qualtool.operations import documents as operations
from qualtool.operations import importing, study
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.kept_files_sheet import KeptFilesSheet
from qualtool.ui.panels.original_sheet import OriginalSheet
from qualtool.ui.workspaces.coding import CodingWorkspace

RAW = (
    "Intervjuer: Hva tenker du om byg-\r\ngene der ute, nå som alle byggene er kommet, og\r\n"
    "dere har flyttet inn?\r\n"
    "Informant: Jeg tenker at vi\u00a0trenger tid 🙂. Ja, tid.\r\n"
    "Intervjuer: Er det alt?\r\n"
    "Informant: Ja. Det er alt. Ja.\r\n"
)
Key, Held = Qt.Key, Qt.KeyboardModifier


def take_in(window: MainWindow, tmp_path: Path, *, keep: bool, raw: str = RAW) -> int:
    path = tmp_path / "samtale.txt"
    path.write_bytes(raw.encode())
    assert window.project is not None
    with window.project.edit("import_documents") as session:
        study.describe(session, keep_originals=keep)
        (made,) = importing.take_in(session, importing.examine([path]))
    window.show_document(made)
    return made


def coding_of(window: MainWindow) -> CodingWorkspace:
    found = window.pages.workspace("coding")
    assert isinstance(found, CodingWorkspace)
    return found


def text_of(window: MainWindow, document_id: int) -> str:
    assert window.project is not None
    with window.project.read() as session:
        return documents.reading(session, document_id).text


def sheet_of(window: MainWindow, qtbot: QtBot) -> OriginalSheet:
    sheet = window.originals.sheet
    assert sheet is not None
    qtbot.waitUntil(lambda: not window.jobs.busy)
    return sheet


def marked(sheet: OriginalSheet) -> list[str]:
    found = [one.cursor.selectedText() for one in sheet.raw.extraSelections()]
    return [words.replace("\u2029", "\n") for words in found]


def test_a_selection_is_shown_in_its_file_with_what_was_mended(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    document = take_in(opened, tmp_path, keep=True)
    text = text_of(opened, document)
    start = text.index("byggene der")
    opened.activateWindow()
    qtbot.waitUntil(opened.isActiveWindow)
    reader = coding_of(opened).reader
    reader.setFocus()
    reader.select(start, text.index("Ja, tid"))
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Key.Key_O, Held.ControlModifier | Held.ShiftModifier)
    sheet = sheet_of(opened, qtbot)
    passage, *mended = marked(sheet)
    assert passage.startswith("byg- \ngene der ute")
    assert passage.rstrip().endswith("tid 🙂.")
    assert any(words.startswith("-") for words in mended)
    assert "mended" in sheet.note.text()
    qtbot.keyClick(sheet.raw, Key.Key_Escape)
    assert opened.originals.sheet is None
    assert opened.pages.top() is coding_of(opened)


def test_without_a_selection_the_paragraph_of_the_caret_is_shown(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    document = take_in(opened, tmp_path, keep=True)
    text = text_of(opened, document)
    coding_of(opened).reader.reveal(text.index("Er det"))
    opened.made["show_original"].trigger()
    assert marked(sheet_of(opened, qtbot))[0] == "Er det alt?"


def test_another_passage_may_be_shown_while_one_is(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    document = take_in(opened, tmp_path, keep=True)
    text = text_of(opened, document)
    for words in ("Er det alt", "Jeg tenker"):
        start = text.index(words)
        opened.originals.show_place(document, start, start + len(words))
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the first is gone now
    assert marked(sheet_of(opened, qtbot))[0] == "Jeg tenker"


def test_the_excerpt_of_the_inspector_has_a_way_to_its_file(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    document = take_in(opened, tmp_path, keep=True)
    assert opened.project is not None
    workspace = coding_of(opened)
    at = text_of(opened, document).index("Det er alt")
    workspace.acts.apply_new(document, at, at + 10, "ferdig", None, None)
    excerpt = workspace.reader.chosen_excerpt()
    workspace.inspector.show_excerpt(excerpt if excerpt is not None else 1)
    button = workspace.inspector.form.findChild(QToolButton, "original")
    assert isinstance(button, QToolButton)
    button.click()
    assert marked(sheet_of(opened, qtbot))[0] == "Det er alt"


def test_where_no_file_was_kept_it_says_so_and_offers_to_keep_them(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    document = take_in(opened, tmp_path, keep=False)
    opened.originals.show_place(document, 0, 5)
    sheet = sheet_of(opened, qtbot)
    assert "was not kept" in sheet.note.text()
    assert not sheet.raw.isVisible()
    assert not sheet.copy.isVisible()
    sheet.keep.click()
    assert opened.project is not None
    with opened.project.read() as session:
        assert originals.keeps_originals(session)
    assert not sheet.keep.isVisible()
    opened.originals.show_place(document, 0, 5)
    assert not sheet_of(opened, qtbot).keep.isVisible()


def test_a_copy_of_the_file_is_the_file_to_the_byte(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    document = take_in(opened, tmp_path, keep=True)
    opened.originals.show_place(document, 0, 5)
    assert sheet_of(opened, qtbot).copy.isVisible()
    assert opened.project is not None
    with opened.project.read() as session:
        kept = originals.kept_file(session, document)
    assert originals.ending(kept) == "txt"
    opened.originals.save(kept, tmp_path / "kopi.txt")
    assert (tmp_path / "kopi.txt").read_bytes() == RAW.encode()
    opened.originals.save(kept, tmp_path / "ingen mappe" / "kopi.txt")


def test_a_passage_far_into_a_long_file_is_marked_at_its_place(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    lines = [f"Informant: Svar nummer {number} 🙂 om byen." for number in range(3000)]
    document = take_in(opened, tmp_path, keep=True, raw="\r\n".join(lines))
    text = text_of(opened, document)
    at = text.index("nummer 2500 ")
    opened.originals.show_place(document, at, at + len("nummer 2500"))
    sheet = sheet_of(opened, qtbot)
    assert marked(sheet)[0] == "nummer 2500"
    qtbot.waitUntil(lambda: 0 < sheet.raw.cursorRect().top() < sheet.raw.viewport().height())


def test_a_document_chosen_among_the_material_is_shown_from_its_beginning(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    take_in(opened, tmp_path, keep=True)
    opened.show_workspace("material")
    opened.made["show_original"].trigger()
    sheet = sheet_of(opened, qtbot)
    assert sheet.raw.toPlainText().startswith("Intervjuer: Hva tenker du om byg-")


def test_files_that_no_document_needs_can_be_taken_away(
    opened: MainWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    document = take_in(opened, tmp_path, keep=True)
    assert opened.project is not None
    with opened.project.edit("remove_documents") as session:
        operations.remove(session, [document])
    opened.made["original_files"].trigger()
    sheet = opened.findChild(KeptFilesSheet)
    assert isinstance(sheet, KeptFilesSheet)
    assert sheet.keeps.isChecked()
    qtbot.mouseClick(sheet.remove, Qt.MouseButton.LeftButton)
    assert not sheet.remove.isVisible()
    with opened.project.read() as session:
        assert originals.kept_files(session).files == 0
    sheet.keeps.click()
    with opened.project.read() as session:
        assert not originals.keeps_originals(session)
