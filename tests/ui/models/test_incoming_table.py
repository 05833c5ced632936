from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qualtool.ui.models.incoming import in_language
from qualtool.ui.models.incoming_table import COLUMNS, FILE, STATE, IncomingTable
from tests.ui.files import looked_at

TICK = Qt.ItemDataRole.CheckStateRole
KEYS = [column.key for column in COLUMNS]


@pytest.fixture
def table(tmp_path: Path) -> IncomingTable:
    table = IncomingTable()
    table.show(looked_at(tmp_path))
    return table


def _row(table: IncomingTable, row: int) -> list[object]:
    return [table.index(row, column).data() for column in range(len(COLUMNS))]


def test_the_model_keeps_what_qt_asks_of_a_model(
    table: IncomingTable, qtmodeltester: ModelTester
) -> None:
    qtmodeltester.check(table)


def test_a_row_says_what_was_recognised(table: IncomingTable) -> None:
    assert _row(table, 0) == [
        "Samtale",
        "Teams · VTT",
        "Siri Haug, Ola Moen",
        "20",
        "nb",
        "–",
        "ready · look over who asks · 3 cues joined to 2 turns",
    ]
    assert _row(table, 4)[1:6] == ["–"] * 5


def test_every_cell_and_heading_has_words_for_a_screen_reader(table: IncomingTable) -> None:
    role = Qt.ItemDataRole.AccessibleTextRole
    for column in range(len(COLUMNS)):
        assert table.headerData(column, Qt.Orientation.Horizontal, role)
        assert all(table.index(row, column).data(role) for row in range(table.rowCount()))


def test_a_tick_lets_a_file_in_or_leaves_it_out(table: IncomingTable, qtbot: QtBot) -> None:
    index = table.index(0, FILE)
    assert index.data(TICK) == Qt.CheckState.Checked
    with qtbot.waitSignal(table.chosen):
        assert table.setData(index, None, TICK)
    assert index.data(TICK) == Qt.CheckState.Unchecked
    assert table.index(0, STATE).data() == "left out"
    assert not table.setData(table.index(4, FILE), None, TICK)


def test_a_file_that_cannot_be_read_has_nothing_to_tick_or_name(table: IncomingTable) -> None:
    flags = table.flags(table.index(4, FILE))
    assert not flags & (Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable)


def test_a_name_is_written_in_its_cell(table: IncomingTable) -> None:
    assert table.setData(table.index(0, FILE), "Informant 1")
    assert table.index(0, FILE).data() == "Informant 1"
    assert not table.setData(table.index(0, FILE), "  ")
    assert not table.setData(table.index(0, STATE), "ferdig")


def test_a_choice_is_for_all_rows_it_is_made_for(table: IncomingTable, qtbot: QtBot) -> None:
    with qtbot.waitSignal(table.chosen):
        table.change([0, 1], lambda entry: in_language(entry, "nn"))
    column = KEYS.index("language")
    assert [table.index(row, column).data() for row in range(3)] == ["nn", "nn", "nb"]
    with qtbot.assertNotEmitted(table.chosen):
        table.change([0], lambda entry: in_language(entry, "nn"))
