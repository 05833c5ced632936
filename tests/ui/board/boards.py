"""A board in a workspace, and a mouse that carries its cards."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from qualtool.ui.board.board import Board
from qualtool.ui.board.contents import LOOSE, REST, Card, Key
from qualtool.ui.board.surface import Surface

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def card(board: Board, code: int, place: int | None = None) -> Card:
    """The card of a code; where it lies in several places, the one in this."""
    return next(
        each
        for each in board.cards()
        if each.key[0] == "code" and each.id == code and place in (None, each.place)
    )


def places(board: Board, code: int) -> list[int]:
    """The places in which a code lies."""
    return [each.place for each in board.cards() if each.key[0] == "code" and each.id == code]


def lying_in(board: Board, place: int) -> list[int]:
    """The codes in a place, from the top."""
    section = board.contents.section(place)
    assert section is not None
    return [each.id for each in section.cards if each.key[0] == "code"]


def head(board: Board, theme: int) -> Key:
    """What a theme's heading is called."""
    section = board.contents.section(theme)
    assert section is not None
    return ("theme", section.parent or 0, theme)


def pane_of(board: Board, key: Key) -> Surface:
    """The pane something stands on."""
    return board.trays if board.trays.box_of(key) is not None else board.columns


def point(board: Board, key: Key, *, low: bool = False) -> tuple[QWidget, QPoint]:
    """The pane and the middle of something on it, or a point near its bottom."""
    surface = pane_of(board, key)
    box = surface.box_of(key)
    assert box is not None, key
    spot = surface.laid.spot(key) if surface.laid is not None else None
    assert spot is not None
    surface.reveal(spot.box)
    box = surface.box_of(key)
    assert box is not None
    return surface.viewport(), QPoint(box.center().x(), box.bottom() - 2) if low else box.center()


def place_point(board: Board, place: int) -> tuple[QWidget, QPoint]:
    """A point in a tray or theme below its last card."""
    surface = board.trays if place in (LOOSE, REST) else board.columns
    assert surface.laid is not None
    lane, stretch = next(
        (lane, each)
        for lane in surface.laid.lanes
        for each in lane.stretches
        if each.place == place
    )
    surface.reveal(lane.box)
    at = QPoint(lane.box.center().x(), stretch.bottom - 4) - surface.offset()
    return surface.viewport(), at


def ground(board: Board) -> tuple[QWidget, QPoint]:
    """A point of the empty board."""
    view = board.columns.viewport()
    board.columns.horizontalScrollBar().setValue(board.columns.horizontalScrollBar().maximum())
    return view, QPoint(view.width() - 12, view.height() - 12)


def carry(
    board: Board,
    key: Key,
    to: tuple[QWidget, QPoint],
    *,
    held: Qt.KeyboardModifier = NONE,
    let_go: bool = True,
) -> None:
    """Press on something, carry it to a point, and let go of it there."""
    end = to[0].mapToGlobal(to[1])
    view, start = point(board, key)
    QTest.mousePress(view, LEFT, held, start)
    for part in (0.1, 0.5, 1.0):
        here = view.mapToGlobal(start)
        at = here + (end - here) * part
        _move(view, view.mapFromGlobal(at), held)
    if let_go:
        QTest.mouseRelease(view, LEFT, held, view.mapFromGlobal(end))


def _move(view: QWidget, at: QPoint, held: Qt.KeyboardModifier) -> None:
    """Move with the button down and keys held, which QTest's own move does not tell."""
    from PySide6.QtCore import QEvent, QPointF
    from PySide6.QtGui import QMouseEvent
    from PySide6.QtWidgets import QApplication

    event = QMouseEvent(
        QEvent.Type.MouseMove, QPointF(at), QPointF(view.mapToGlobal(at)), LEFT, LEFT, held
    )
    QApplication.sendEvent(view, event)
