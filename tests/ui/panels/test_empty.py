"""Empty pages lead on, also to a spreadsheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from qualtool.store.describing_rows import Grid
from qualtool.ui.panels.activities_page import ActivitiesPage
from qualtool.ui.panels.cases_page import CasesPage
from qualtool.ui.panels.empty import EmptyPane


def test_an_empty_register_and_an_empty_list_of_cases_lead_to_a_spreadsheet_and_to_a_first_one(
    dressed: QApplication, qtbot: QtBot
) -> None:
    cases, activities = CasesPage(), ActivitiesPage()
    cases.show_cases([], {}, Grid((), ()))
    activities.show_activities([], {})
    for page in (cases, activities):
        qtbot.addWidget(page)
        page.show()
        (empty,) = page.findChildren(EmptyPane)
        found: list[str] = []
        page.add_wished.connect(lambda found=found: found.append("first"))
        page.table_wished.connect(lambda found=found: found.append("table"))
        for button in empty.findChildren(QPushButton):
            QTest.keyClick(button, Qt.Key.Key_Space)
        assert sorted(found) == ["first", "table"]
