"""What the window and its project show now."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from qualtool.analysis import codebook, documents, excerpts
from qualtool.store.project import Project
from qualtool.store.rows import CodeRow, ExcerptRow
from qualtool.ui.board.board import Board
from qualtool.ui.board.contents import Card
from qualtool.ui.main_window import MainWindow
from qualtool.ui.models.codebook import Role
from qualtool.ui.models.documents import Role as DocumentRole
from qualtool.ui.panels.codebook_tree import CodebookTree
from qualtool.ui.reader.palette import Palette
from qualtool.ui.reader.reader import Reader
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.system.hands import Hands, Held


def project_of(window: MainWindow) -> Project:
    assert window.project is not None
    return window.project


def notice(window: MainWindow) -> str:
    assert window.notices.last is not None
    return window.notices.last.words


def coded(project: Project) -> dict[str, ExcerptRow]:
    with project.read() as session:
        return {row.text: row for row in excerpts.excerpts(session)}


def code_called(project: Project, name: str) -> CodeRow:
    with project.read() as session:
        return next(row for row in codebook.codes(session) if row.name == name)


def open_document(hands: Hands, name: str) -> None:
    listed = hands.part(CodingWorkspace).documents.list
    for row in range(listed.model().rowCount()):
        index = listed.model().index(row, 0)
        if index.data() == name:
            place = listed.visualRect(index).center()
            QTest.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert reader_of(hands).view.accessibleName() == name


def reader_of(hands: Hands) -> Reader:
    return hands.part(Reader)


def text_of(hands: Hands) -> str:
    page = reader_of(hands).view.page
    assert page is not None
    return page.reading.text


def words_in_margin(hands: Hands) -> set[str]:
    view = reader_of(hands).view
    view.viewport().grab()
    return {target.coding.code for target in view.targets}


def current_row(hands: Hands) -> str:
    QApplication.processEvents()
    row = hands.part(Palette).current()
    assert row is not None
    return row.name


def codebook_rows(hands: Hands) -> list[str]:
    model = hands.part(CodingWorkspace).codebook.model
    return [model.index_of(node).data() for node in model.nodes()]


def choose_rows(hands: Hands, *names: str) -> None:
    """Choose rows of the codebook by the mouse, the last one the current."""
    tree = hands.part(CodebookTree)
    held = Held.NoModifier
    for name in names:
        index = tree.model().index(0, 0)
        while index.isValid() and not (index.data() == name and index.data(Role.NODE).code):
            index = tree.indexBelow(index)
        assert index.isValid(), name
        tree.scrollTo(index)
        place = tree.visualRect(index).center()
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, held, place)
        held = Held.ControlModifier
    tree.setFocus()


def cards(hands: Hands, code: str) -> list[Card]:
    """The cards of a code on the board, one for each place in which it lies."""
    return [each for each in hands.part(Board).cards() if each.name == code]


def carry_card(
    hands: Hands, code: str, theme: str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    """Carry the first card of a code to a theme, with the mouse."""
    board = hands.part(Board)
    key = cards(hands, code)[0].key
    for surface in (board.columns, board.trays):
        spot = surface.laid.spot(key) if surface.laid is not None else None
        if spot is not None:
            surface.reveal(spot.box)
            view, box = surface.viewport(), surface.box_of(key)
    goal = board.columns.box_of(("theme", 0, theme_id(hands.window, theme)))
    assert box is not None
    assert goal is not None
    start, end = box.center(), QPoint(goal.center().x(), goal.bottom() + 2)
    end = view.mapFromGlobal(board.columns.viewport().mapToGlobal(end))
    QTest.mousePress(view, Qt.MouseButton.LeftButton, held, start)
    for at in (start + QPoint(0, 30), end):
        left = Qt.MouseButton.LeftButton
        place = QPointF(at), QPointF(view.mapToGlobal(at))
        QApplication.sendEvent(view, QMouseEvent(QEvent.Type.MouseMove, *place, left, left, held))
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, held, end)
    QApplication.processEvents()


def theme_id(window: MainWindow, name: str) -> int:
    with project_of(window).read() as session:
        return next(each.id for each in codebook.themes(session) if each.name == name)


def shown_counts(hands: Hands) -> dict[str, int]:
    """How many excerpts the list says each document has."""
    model = hands.part(CodingWorkspace).documents.model
    rows = [model.index(number).data(DocumentRole.ROW) for number in range(model.rowCount())]
    return {row.name: row.excerpts for row in rows}


def held(project: Project) -> list[str]:
    with project.read() as session:
        return [row.name for row in documents.documents(session)]


class Strays(QObject):
    """Notes whatever appears as a window of its own beside the window and its menus."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.Show
            and isinstance(watched, QWidget)
            and watched.isWindow()
            and not isinstance(watched, MainWindow | QMenu)
        ):
            self.seen.append(repr(watched))
        return False
