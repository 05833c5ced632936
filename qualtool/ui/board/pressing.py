"""The keys of the board."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from qualtool.ui.board import keys

if TYPE_CHECKING:
    from qualtool.ui.board.board import Board


def press(board: Board, event: QKeyEvent) -> bool:
    """Do what a key means on the board; False where it means nothing."""
    key, held = Qt.Key(event.key()), event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    if key in keys.ARROWS:
        across, down = keys.ARROWS[key]
        if control:
            board.carry_by_key(across, down)
        else:
            board.step(across, down, extend=shift, only_go=alt)
    elif key in keys.ENDS and not control:
        board.step(0, keys.ENDS[key], extend=shift, only_go=False)
    elif key in keys.ENTER and board.current is not None:
        board.open(board.current)
    elif key == Qt.Key.Key_Space and board.current is not None:
        _press_space(board)
    elif key == Qt.Key.Key_A and control:
        board.choose_lane()
    elif key in keys.KEYS and not (control or alt):
        board.wished.emit(keys.KEYS[key])
    elif not (control or alt) and event.text() in keys.LETTERS:
        board.wished.emit(keys.LETTERS[event.text()])
    else:
        return False
    return True


def _press_space(board: Board) -> None:
    """Choose a card besides the others; fold a theme; open what else there is."""
    assert board.current is not None
    if board.current[0] in ("code", "excerpt"):
        board.toggle(board.current)
    elif board.current[0] == "theme":
        board.wished.emit("fold")
    else:
        board.open(board.current)
