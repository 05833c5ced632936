"""The rows of the codebook, laid out no oftener than they are seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.ui.models.codebook import CodebookModel, Index
from qualtool.ui.panels.codebook_tree import CodebookTree
from tests.ui.rows import code, theme

THEMES = [theme(1, "Struktur", code_ids=(1,)), theme(2, "Kultur")]
CODES = [code(1, "faste møteplasser", theme_ids=(1,)), code(2, "bussen")]


class _Counted(CodebookModel):
    """Counts how often it is asked for a row."""

    asked = 0

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        self.asked += 1
        return super().index(row, column, parent)


def test_a_style_that_comes_before_the_tree_is_shown_lays_out_no_rows(qtbot: QtBot) -> None:
    tree, model = CodebookTree(), _Counted()
    qtbot.addWidget(tree)
    tree.setModel(model)
    model.show(THEMES, CODES)
    tree.expandAll()
    before = model.asked
    QApplication.sendEvent(tree, QEvent(QEvent.Type.StyleChange))
    assert model.asked == before
    assert tree.visualRect(model.rows_of([2])[0]).top() > 0
    assert model.asked > before
    tree.show()
    before = model.asked
    QApplication.sendEvent(tree, QEvent(QEvent.Type.StyleChange))
    assert model.asked > before
