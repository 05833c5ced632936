from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qualtool.store.describing_rows import AttributeRow, Grid, GridRow
from qualtool.store.rows import CaseRow
from qualtool.ui.models.cases import (
    DOCUMENTS,
    FIXED,
    KIND,
    NAME,
    ArrangedCases,
    CasesTable,
    CellRole,
)

DOCUMENT_NAMES = {1: "Samtale 1", 2: "Samtale 2"}
ROLE = AttributeRow(1, "a", "Rolle", "case", "choice", "shown", "", ("lærer", "elev"), 0, 1, 0)
AGE = AttributeRow(2, "b", "Alder", "case", "number", "grouped", "10", (), 1, 2, 1)
CASES = [
    CaseRow(1, None, "Informant 10", "participant", "", (1, 2), {"Rolle": "lærer"}),
    CaseRow(2, 1, "Informant 2", "school", "", (9,), {"Alder": "sju"}),
]
GRID = Grid(
    (ROLE, AGE),
    (
        GridRow(1, None, 0, "Informant 10", "participant", "", 2, "given", {1: "lærer", 2: "37"}),
        GridRow(2, 1, 1, "Informant 2", "school", "", 1, "none", {2: "sju"}, frozenset({2})),
    ),
)


def _table() -> CasesTable:
    table = CasesTable()
    table.show(CASES, DOCUMENT_NAMES, GRID)
    return table


def test_the_models_keep_what_qt_asks_of_a_model(qtmodeltester: ModelTester) -> None:
    table = _table()
    qtmodeltester.check(table)
    qtmodeltester.check(ArrangedCases(table))


def test_each_attribute_is_a_column() -> None:
    table = _table()
    heads = [
        table.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        for n in range(table.columnCount())
    ]
    assert heads == ["Case", "Kind", "Consent", "Documents", "Rolle", "Alder"]
    words = [table.index(0, column).data() for column in range(6)]
    assert words == ["Informant 10", "Participant", "given", "Samtale 1, Samtale 2", "lærer", "37"]
    assert table.index(1, DOCUMENTS).data() == "", "a document that is gone is not named"
    assert table.any_consent


def test_the_tree_shows_in_the_first_column_and_what_does_not_fit_is_marked() -> None:
    table = _table()
    assert [table.index(row, NAME).data(CellRole.DEPTH) for row in (0, 1)] == [0, 1]
    marks = [table.index(row, FIXED + 1).data(CellRole.UNFIT) for row in (0, 1)]
    assert marks == [False, True]
    told = Qt.ItemDataRole.ToolTipRole
    assert "30–39" in str(table.index(0, FIXED + 1).data(told))
    assert "kept as written" in str(table.index(1, FIXED + 1).data(told))


def test_cases_are_sorted_by_the_numbers_in_their_names() -> None:
    arranged = ArrangedCases(_table())
    arranged.sort(NAME)
    assert arranged.index(0, NAME).data() == "Informant 2"


def test_what_is_written_in_a_cell_is_a_wish(qtbot: QtBot) -> None:
    table = _table()
    with qtbot.waitSignal(table.renamed) as wish:
        assert table.setData(table.index(0, NAME), "Marit")
    assert wish.args == [1, "Marit"]
    with qtbot.waitSignal(table.kind_written) as wish:
        assert table.setData(table.index(0, KIND), "skole")
    assert wish.args == [1, "skole"]
    with qtbot.waitSignal(table.value_written) as wish:
        assert table.setData(table.index(1, FIXED), "elev")
    assert wish.args == [2, "Rolle", "elev"]
    with qtbot.waitSignal(table.value_written) as wish:
        assert table.setData(table.index(1, FIXED + 1), "")
    assert wish.args == [2, "Alder", ""], "an emptied cell takes the value away"
    assert not table.setData(table.index(0, NAME), " ")
    assert not table.setData(table.index(0, DOCUMENTS), "Samtale 3")
    assert not table.flags(table.index(0, DOCUMENTS)) & Qt.ItemFlag.ItemIsEditable


def test_a_new_attribute_makes_the_columns_anew_and_a_new_value_does_not(qtbot: QtBot) -> None:
    table = _table()
    with qtbot.assertNotEmitted(table.modelReset):
        table.show(CASES, DOCUMENT_NAMES, GRID)
    with qtbot.waitSignal(table.modelReset):
        table.show(CASES, DOCUMENT_NAMES, Grid((ROLE,), GRID.rows))
