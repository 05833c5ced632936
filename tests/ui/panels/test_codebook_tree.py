"""The rows of the codebook, laid out no oftener than they are seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from qualtool.ui.models.codebook import CodebookModel, Index
from qualtool.ui.panels.codebook_tree import CodebookTree
from tests.ui.rows import code, theme


class _Painted(QObject):
    """Counts how often something is painted."""

    times = 0

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        self.times += event.type() == QEvent.Type.Paint
        return False


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


def _model(tree: CodebookTree) -> CodebookModel:
    model = tree.model()
    assert isinstance(model, CodebookModel)
    return model


def _beside_a_field(qtbot: QtBot) -> tuple[QWidget, CodebookTree, _Painted]:
    """A tree of sixty codes, of which few are seen, and a field that can have the keys."""
    both, tree, field, painted = QWidget(), CodebookTree(), QLineEdit(), _Painted()
    layout = QVBoxLayout(both)
    for each in (field, tree):
        layout.addWidget(each)
    model = CodebookModel(tree)
    tree.setModel(model)
    model.show([], [code(number, f"kode {number}") for number in range(1, 61)])
    qtbot.addWidget(both)
    both.resize(300, 300)
    with qtbot.waitExposed(both):
        both.show()
    both.activateWindow()
    field.setFocus()
    qtbot.wait(50)
    tree.viewport().installEventFilter(painted)
    painted.setParent(tree)
    return both, tree, painted


def test_a_code_that_is_followed_out_of_sight_keeps_no_key_waiting_and_comes_in_a_moment(
    qtbot: QtBot,
) -> None:
    _both, tree, painted = _beside_a_field(qtbot)
    tree.light(frozenset([55]), follow=True)
    QApplication.sendPostedEvents()
    assert painted.times == 0
    qtbot.waitUntil(lambda: painted.times > 0)
    row = tree.visualRect(_model(tree).rows_of([55])[0])
    assert tree.viewport().rect().contains(row)


def test_rows_that_are_made_anew_keep_no_key_waiting_and_come_in_a_moment(qtbot: QtBot) -> None:
    _both, tree, painted = _beside_a_field(qtbot)
    tree.let_text_go_first()
    _model(tree).show([], [code(number, f"kode {number}") for number in range(1, 62)])
    QApplication.sendPostedEvents()
    assert painted.times == 0
    qtbot.waitUntil(lambda: painted.times > 0)
    assert tree.viewport().updatesEnabled()


def test_a_code_in_sight_is_marked_at_once(qtbot: QtBot) -> None:
    _both, tree, painted = _beside_a_field(qtbot)
    tree.light(frozenset([2]), follow=True)
    QApplication.sendPostedEvents()
    assert painted.times == 1


def test_who_works_in_the_tree_sees_it_at_once(qtbot: QtBot) -> None:
    _both, tree, painted = _beside_a_field(qtbot)
    tree.setFocus()
    QApplication.processEvents()
    painted.times = 0
    tree.light(frozenset([55]), follow=True)
    assert tree.verticalScrollBar().value() > 0
    tree.let_text_go_first()
    QApplication.sendPostedEvents()
    assert painted.times == 1
