"""Saying what the columns of a survey are, in the import sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.operations.importing import examine, recognised
from qualtool.ui.models.incoming import entries
from qualtool.ui.panels.import_sheet import ImportSheet

KEY = Qt.Key
ANSWERS = """Deltaker;E-post;Kommune;Hva gikk bra i samarbeidet?;Hva ville du gjort annerledes?
Ada;ada@example.org;Fjordvik;At vi møttes ansikt til ansikt.;Startet mye tidligere enn vi gjorde.
Bo;bo@example.org;Nesbygd;Ingenting, hvis jeg skal være ærlig.;Hatt færre møter, flere frister.
"""


@pytest.fixture
def sheet(dressed: QApplication, qtbot: QtBot, tmp_path: Path) -> ImportSheet:
    """The sheet on a survey, reading it again as the workspace does."""
    file = tmp_path / "Svar.csv"
    file.write_text(ANSWERS, "utf-8")
    made = ImportSheet()
    qtbot.addWidget(made)
    made.resize(1200, 700)
    made.reading_wished.connect(
        lambda found, reader, choices: made.show_read_anew(
            recognised(found.path.read_bytes(), found.path, reader=reader, choices=choices)
        )
    )
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.show_entries(entries(examine([file])), cases=[], names=[])
    return made


def _uses(sheet: ImportSheet) -> list[str]:
    return [use.currentData() for use in sheet.preview.columns.uses]


def test_each_column_is_shown_with_what_it_is_taken_for(sheet: ImportSheet) -> None:
    assert _uses(sheet) == ["case", "leave", "attribute", "answer", "answer"]
    assert sheet.preview.columns.isVisible()
    assert not sheet.preview.raw.isVisible()
    assert sheet.preview.columns.private.text() == (
        "Left out, as it may tell who somebody is: E-post. The file is not kept."
    )


def test_another_use_by_key_is_seen_in_what_it_becomes(sheet: ImportSheet, qtbot: QtBot) -> None:
    uses = sheet.preview.columns.uses
    uses[3].setFocus()
    qtbot.keyClick(uses[3], KEY.Key_Down)
    assert _uses(sheet) == ["case", "leave", "attribute", "attribute", "answer"]
    assert "ansikt til ansikt" not in sheet.preview.clean.toPlainText()
    assert uses[3].hasFocus()


def test_a_second_column_of_names_takes_the_place_of_the_first(
    sheet: ImportSheet, qtbot: QtBot
) -> None:
    for _step in range(2):
        qtbot.keyClick(sheet.preview.columns.uses[2], KEY.Key_Up)
    assert _uses(sheet) == ["leave", "leave", "case", "answer", "answer"]
    assert "Fjordvik  At vi" in sheet.preview.clean.toPlainText()


def test_a_document_for_each_case_stands_case_by_case(sheet: ImportSheet, qtbot: QtBot) -> None:
    qtbot.keyClick(sheet.preview.columns.made, KEY.Key_Down)
    shown = sheet.preview.clean.toPlainText()
    assert shown.index("Startet mye") < shown.index("Ingenting")
    with qtbot.waitSignal(sheet.import_wished) as wish:
        qtbot.keyClick(sheet.files, KEY.Key_Return)
    assert wish.args is not None
    assert wish.args[0][0].per_case


def test_a_private_column_that_comes_in_is_told_of(sheet: ImportSheet, qtbot: QtBot) -> None:
    columns = sheet.preview.columns
    qtbot.keyClick(columns.uses[1], KEY.Key_Up)
    qtbot.keyClick(columns.uses[1], KEY.Key_Up)
    assert columns.private.text() == "May tell who somebody is, and comes in: E-post."


def test_tab_goes_through_the_columns(sheet: ImportSheet, qtbot: QtBot) -> None:
    columns = sheet.preview.columns
    columns.made.setFocus()
    for use in columns.uses:
        qtbot.keyClick(sheet.focusWidget(), KEY.Key_Tab)
        assert use.hasFocus()
    qtbot.keyClick(sheet.focusWidget(), KEY.Key_Tab)
    assert sheet.preview.clean.hasFocus()
