from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from qualtool.store.rows import CaseRow
from qualtool.ui.models.cases import DOCUMENTS, NAME, ArrangedCases, CasesTable

DOCUMENT_NAMES = {1: "Samtale 1", 2: "Samtale 2"}


def case(
    number: int, name: str, *documents: int, attributes: Mapping[str, str] | None = None
) -> CaseRow:
    return CaseRow(number, None, name, "participant", "", documents, attributes or {})


ROWS = [
    case(1, "Informant 10", 1, 2, attributes={"Rolle": "lærer"}),
    case(2, "Informant 2", 9, attributes={"År": "7"}),
]


def _table() -> CasesTable:
    table = CasesTable()
    table.show(ROWS, DOCUMENT_NAMES)
    return table


def test_the_models_keep_what_qt_asks_of_a_model(qtmodeltester: ModelTester) -> None:
    table = _table()
    qtmodeltester.check(table)
    qtmodeltester.check(ArrangedCases(table))


def test_each_attribute_that_any_case_has_is_a_column() -> None:
    table = _table()
    heads = [
        table.headerData(n, Qt.Orientation.Horizontal, Qt.ItemDataRole.AccessibleTextRole)
        for n in range(table.columnCount())
    ]
    assert heads == ["Case", "Documents", "Rolle", "År"]
    words = [table.index(0, column).data() for column in range(4)]
    assert words == ["Informant 10", "Samtale 1, Samtale 2", "lærer", ""]
    assert table.index(1, DOCUMENTS).data() == "", "a document that is gone is not named"


def test_cases_are_sorted_by_the_numbers_in_their_names() -> None:
    arranged = ArrangedCases(_table())
    arranged.sort(NAME)
    assert arranged.index(0, NAME).data() == "Informant 2"


def test_what_is_written_in_a_cell_is_a_wish(qtbot: QtBot) -> None:
    table = _table()
    with qtbot.waitSignal(table.renamed) as wish:
        assert table.setData(table.index(0, NAME), "Marit")
    assert wish.args == [1, "Marit"]
    with qtbot.waitSignal(table.value_written) as wish:
        assert table.setData(table.index(1, 2), "elev")
    assert wish.args == [2, "Rolle", "elev"]
    with qtbot.waitSignal(table.value_written) as wish:
        assert table.setData(table.index(1, 3), "")
    assert wish.args == [2, "År", ""], "an emptied cell takes the value away"
    assert not table.setData(table.index(0, NAME), " ")
    assert not table.setData(table.index(0, DOCUMENTS), "Samtale 3")
    assert not table.flags(table.index(0, DOCUMENTS)) & Qt.ItemFlag.ItemIsEditable


def test_a_new_attribute_makes_the_columns_anew_and_a_new_value_does_not(qtbot: QtBot) -> None:
    table = _table()
    with qtbot.assertNotEmitted(table.modelReset):
        table.show([case(1, "A", attributes={"Rolle": "x"}), case(2, "B", attributes={"År": "1"})],
                   DOCUMENT_NAMES)  # fmt: skip
    with qtbot.waitSignal(table.modelReset):
        table.show([case(1, "A", attributes={"Sektor": "x"})], DOCUMENT_NAMES)
