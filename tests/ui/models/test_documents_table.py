from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qualtool.store.rows import DocumentRow
from qualtool.ui.models.documents_table import (
    CHECKED,
    KEYS,
    NAME,
    ArrangedDocuments,
    DocumentsTable,
    Role,
)
from tests.ui.rows import document

ROWS = [
    document(1, "Øyvind", date="høsten 2023", words=12000, cases=("Informant 2",)),
    document(2, "Åse", date="2024-03-14", duration_ms=3_000_000, excerpts=4, checked=True),
    document(3, "Anne", kind="minutes", language="nn", date="2.1.2024", words=900),
    document(4, "Ærlighet 10", date=""),
    document(5, "Ærlighet 2", date="en gang"),
]
TICK = Qt.ItemDataRole.CheckStateRole


def _arranged(rows: list[DocumentRow]) -> tuple[DocumentsTable, ArrangedDocuments]:
    table = DocumentsTable()
    table.show(rows)
    return table, ArrangedDocuments(table)


def _names(arranged: ArrangedDocuments) -> list[object]:
    return [arranged.index(row, NAME).data() for row in range(arranged.rowCount())]


def test_the_models_keep_what_qt_asks_of_a_model(qtmodeltester: ModelTester) -> None:
    table, arranged = _arranged(ROWS)
    qtmodeltester.check(table)
    qtmodeltester.check(arranged)


def test_a_row_says_what_is_known_of_a_document() -> None:
    table, _arranged_rows = _arranged(ROWS)
    words = [table.index(1, column).data() for column in range(len(KEYS))]
    assert words == [
        *("Åse", "Interview", "14 Mar 2024", "Bokmål", "VTT"),
        *("1,200", "50 min", "4", "", ""),
    ]


def test_names_are_sorted_as_norwegians_do_and_by_their_numbers() -> None:
    _table, arranged = _arranged(ROWS)
    arranged.sort(NAME)
    assert _names(arranged) == ["Anne", "Ærlighet 2", "Ærlighet 10", "Øyvind", "Åse"]


def test_dates_are_sorted_by_when_they_were_however_they_are_written() -> None:
    _table, arranged = _arranged(ROWS)
    arranged.sort(KEYS.index("date"))
    assert _names(arranged)[:3] == ["Øyvind", "Anne", "Åse"]
    assert _names(arranged)[-1] == "Ærlighet 10", "no date comes last"


def test_numbers_are_sorted_by_their_value() -> None:
    _table, arranged = _arranged(ROWS)
    arranged.sort(KEYS.index("words"), Qt.SortOrder.DescendingOrder)
    assert _names(arranged)[0] == "Øyvind"


def test_a_filter_finds_words_in_any_column() -> None:
    _table, arranged = _arranged(ROWS)
    arranged.filter_by("nynorsk MINUTES")
    assert _names(arranged) == ["Anne"]
    arranged.filter_by("informant")
    assert _names(arranged) == ["Øyvind"]
    arranged.filter_by(" ")
    assert len(_names(arranged)) == len(ROWS)


def test_a_new_name_and_a_tick_are_wishes_and_change_nothing_here(qtbot: QtBot) -> None:
    table, _rows = _arranged(ROWS)
    with qtbot.waitSignal(table.renamed) as wish:
        assert table.setData(table.index(0, NAME), " Øystein ")
    assert wish.args == [1, "Øystein"]
    with qtbot.waitSignal(table.checked_wished) as wish:
        assert table.setData(table.index(1, CHECKED), None, TICK)
    assert wish.args == [2, False]
    assert table.index(0, NAME).data() == "Øyvind"
    assert table.index(1, CHECKED).data(TICK) == Qt.CheckState.Checked
    assert not table.setData(table.index(0, NAME), "Øyvind")


def test_a_row_that_changes_keeps_its_place_in_the_view(qtbot: QtBot) -> None:
    table, _rows = _arranged(ROWS)
    with qtbot.assertNotEmitted(table.modelReset), qtbot.waitSignal(table.dataChanged):
        table.show([document(each.id, f"{each.name}!") for each in ROWS])
    with qtbot.waitSignal(table.modelReset):
        table.show(ROWS[:2])
    assert table.row_of(2) == 1
    assert table.row_of(5) == -1


def test_every_cell_has_words_for_a_screen_reader() -> None:
    table, _rows = _arranged(ROWS)
    said = Qt.ItemDataRole.AccessibleTextRole
    assert table.index(1, CHECKED).data(said) == "checked against the recording"
    assert table.index(0, KEYS.index("words")).data(said) == "Words: 12,000"
    assert table.index(0, NAME).data(Role.ROW).id == 1
