"""The attributes of documents, written in the form beside them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from qualtool.analysis import attributes, grid
from qualtool.store.project import Project
from qualtool.ui.panels.attribute_sheet import AttributeSheet
from qualtool.ui.panels.line_field import LineField
from qualtool.ui.workspaces.material import MaterialWorkspace
from tests.ui.studies import furnish

KEY = Qt.Key


@pytest.fixture
def workspace(dressed: QApplication, qtbot: QtBot, project: Project) -> MaterialWorkspace:
    furnish(project)
    made = MaterialWorkspace(project)
    qtbot.addWidget(made)
    project.listen(made.on_changes)
    made.resize(1300, 760)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _write(field: LineField, words: str) -> None:
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, words)
    QTest.keyClick(field, KEY.Key_Return)


def _values(project: Project) -> dict[str, str]:
    with project.read() as session:
        held = grid.documents_grid(session)
    names = {each.id: each.name for each in held.attributes}
    return {names[key]: value for row in held.rows for key, value in row.values.items()}


def test_a_new_attribute_and_a_value_are_written_of_a_document(
    workspace: MaterialWorkspace, project: Project
) -> None:
    fields = workspace.form.attributes
    _write(fields.new_name, "Lydkvalitet")
    _write(fields.new_value, "god")
    assert _values(project) == {"Lydkvalitet": "god"}
    _write(fields.fields["Lydkvalitet"], "dårlig")
    assert _values(project) == {"Lydkvalitet": "dårlig"}
    project.undo()
    assert fields.fields["Lydkvalitet"].text() == "god"
    with project.read() as session:
        assert attributes.attributes(session, "case") == []


def test_what_an_attribute_of_documents_is_can_be_said_and_taken_away(
    workspace: MaterialWorkspace, project: Project, qtbot: QtBot
) -> None:
    sheets: list[AttributeSheet] = []
    workspace.sheet_wished.connect(sheets.append)
    more = workspace.form.about_attributes
    more.setFocus()
    QTest.keyClick(more, KEY.Key_Space)
    (menu,) = workspace.findChildren(QMenu)
    menu.actions()[-1].trigger()
    menu.close()
    qtbot.addWidget(sheets[0])
    sheets[0].name.setText("Runde")
    next(b for b in sheets[0].kind.findChildren(QPushButton) if b.text() == "Number").click()
    sheets[0].keep.click()
    with project.read() as session:
        (made,) = attributes.attributes(session, "document")
    assert (made.name, made.kind) == ("Runde", "number")
    assert list(workspace.form.attributes.fields) == ["Runde"]
    workspace.asking.ask(made)
    qtbot.addWidget(sheets[1])
    sheets[1].remove_wished.emit()
    assert not workspace.form.attributes.fields
