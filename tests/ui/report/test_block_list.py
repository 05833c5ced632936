"""The list of blocks: carried by the mouse, told to those who hear it, kept by who only reads."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.ui import dragging
from qualtool.ui.report.block_list import BlockList, row_high
from qualtool.ui.report.block_model import FRONT, BlockLine

_LEFT, _HELD = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def blocks(dressed: QApplication, qtbot: QtBot) -> BlockList:
    made = BlockList()
    qtbot.addWidget(made)
    made.resize(264, 300)
    lines = [
        BlockLine(FRONT, "", "Tittel og innhold"),
        BlockLine(11, "1", "Deltakere", "tabell 1"),
        BlockLine(12, "2", "Temaer", "tabell 2", "frosset 1.2.2024"),
        BlockLine(13, "3", "Utdrag", "tabell 3 · 14 s."),
    ]
    made.show_lines(lines, 11)
    made.show()
    return made


def _drop(blocks: BlockList, key: int, place: QPoint) -> None:
    data = dragging.mime_of_blocks([key])
    move, view = Qt.DropAction.MoveAction, blocks.viewport()
    QApplication.sendEvent(view, QDragEnterEvent(place, move, data, _LEFT, _HELD))
    QApplication.sendEvent(view, QDragMoveEvent(place, move, data, _LEFT, _HELD))
    assert blocks._drop_at is not None, "a line shows where it would go"
    view.grab()
    drop = QDropEvent(QPointF(place), move, data, _LEFT, _HELD, QEvent.Type.Drop)
    QApplication.sendEvent(view, drop)


def test_a_block_is_carried_between_two_others(blocks: BlockList, qtbot: QtBot) -> None:
    above = blocks.visualRect(blocks.lines.index(1)).topLeft() + QPoint(40, 3)
    with qtbot.waitSignal(blocks.moved) as moved:
        _drop(blocks, 13, above)
    assert moved.args == [[13], 0]
    with qtbot.waitSignal(blocks.moved) as moved:
        _drop(blocks, 11, QPoint(40, 290))
    assert moved.args == [[11], 3]
    assert blocks.lines.rowCount() == 4, "the step says how it is now"


def test_nothing_is_carried_before_the_title(blocks: BlockList, qtbot: QtBot) -> None:
    with qtbot.waitSignal(blocks.moved) as moved:
        _drop(blocks, 13, QPoint(40, 2))
    assert moved.args == [[13], 0]


def test_a_row_says_all_to_those_who_hear_it(blocks: BlockList) -> None:
    said = blocks.lines.index(2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "2, Temaer, tabell 2, frosset 1.2.2024"


def test_a_frozen_row_has_room_to_say_since_when(blocks: BlockList) -> None:
    first, frozen = (blocks.lines.line(row) for row in (1, 2))
    assert first is not None
    assert frozen is not None
    assert row_high(frozen) > row_high(first)
    assert blocks.visualRect(blocks.lines.index(2)).height() == row_high(frozen)


def test_a_block_at_the_end_stays_there(blocks: BlockList, qtbot: QtBot) -> None:
    blocks.choose(13)
    with qtbot.assertNotEmitted(blocks.moved):
        QTest.keyClick(blocks, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    with qtbot.waitSignal(blocks.moved) as moved:
        QTest.keyClick(blocks, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert moved.args == [[13], 1]


def test_who_only_reads_moves_nothing(blocks: BlockList, qtbot: QtBot) -> None:
    blocks.lines.moves = False
    blocks.choose(13)
    with qtbot.assertNotEmitted(blocks.moved):
        QTest.keyClick(blocks, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert not blocks.lines.flags(blocks.lines.index(1)) & Qt.ItemFlag.ItemIsDragEnabled
