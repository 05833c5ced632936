"""The sign of memos wherever there are some: a click on it opens the memo."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.analysis import excerpts
from qualtool.operations import memos
from qualtool.store.project import Project
from qualtool.ui.models.documents_table import NAME, Role
from qualtool.ui.panels.excerpt_cards import GAP
from qualtool.ui.panels.inspector import Inspector
from qualtool.ui.panels.memo_mark import SIZE
from qualtool.ui.panels.row_table import CELL
from qualtool.ui.workspaces.material import MaterialWorkspace
from tests.ui.studies import Study, furnish

LEFT = Qt.MouseButton.LeftButton
SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def study(dressed: QApplication, project: Project) -> Study:
    return furnish(project)


def _write(project: Project, target: str, row_id: int) -> int:
    with project.edit("add_memo") as session:
        return memos.add(session, text="Går igjen hos flere.", target=target, target_id=row_id)


def test_on_an_excerpt_in_a_list(project: Project, study: Study, qtbot: QtBot) -> None:
    shown = Inspector(project)
    qtbot.addWidget(shown)
    project.listen(shown.on_changes)
    shown.resize(320, 600)
    shown.show()
    shown.show_code(study.places)
    card = shown.list.model_.card(shown.list.model_.index(0))
    assert card is not None
    assert not card.memos
    with project.read() as session:
        excerpt = excerpts.codings_in(session, study.document)[0].excerpt_id
    memo = _write(project, "excerpt", excerpt)
    index = shown.list.model_.index(0)
    card = shown.list.model_.card(index)
    assert card is not None
    assert "1 memo" in str(index.data(SPOKEN))
    box = shown.list.visualRect(index)
    box.adjust(0, shown.list.delegate.head_height(index), 0, -GAP)
    place = shown.list.delegate.memo_sign(card, box).center().toPoint()
    with qtbot.waitSignal(shown.memo_chosen) as opened:
        qtbot.mouseClick(shown.list.viewport(), LEFT, pos=place)
    assert opened.args == [memo]
    menu = shown.list.menu([card])
    with qtbot.waitSignal(shown.memo_chosen) as opened:
        next(each for each in menu.actions() if each.text() == "Open the memo").trigger()
    assert opened.args == [memo]


def test_on_a_document_of_the_material(project: Project, study: Study, qtbot: QtBot) -> None:
    shown = MaterialWorkspace(project)
    qtbot.addWidget(shown)
    project.listen(shown.on_changes)
    shown.resize(1300, 760)
    shown.show()
    memo = _write(project, "document", study.document)
    view = shown.documents.view
    index = view.arranged.index(0, NAME)
    assert index.data(Role.MEMOS) == 1
    assert index.data(SPOKEN) == "Informant 1, 1 memo"
    cell = view.visualRect(index)
    place = QPoint(cell.x() + cell.width() - CELL - SIZE // 2, cell.center().y())
    with qtbot.waitSignal(shown.memo_chosen) as opened:
        qtbot.mouseClick(view.viewport(), LEFT, pos=place)
    assert opened.args == [memo]
