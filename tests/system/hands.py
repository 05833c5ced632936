"""What a researcher's hands do: keys to whatever has the focus, the mouse, files let go of."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from qualtool.ui.main_window import MainWindow
from qualtool.ui.reader.reader import Reader

Key, Held = Qt.Key, Qt.KeyboardModifier
Part = TypeVar("Part", bound=QWidget)
_LEFT = Qt.MouseButton.LeftButton


class Hands:
    """Two hands before one window."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def write(self, words: str) -> None:
        """Type words where the focus is."""
        QTest.keyClicks(self.focus(), words)

    def press(self, *keys: Qt.Key | str, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
        """Press keys one after the other, each where the focus is then."""
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(self.focus(), key, held)
            else:
                QTest.keyClick(self.focus(), key, held)
            if held != Held.NoModifier:
                QTest.keyRelease(self.focus(), Key.Key_Control)  # the hand lets go of that too
            QApplication.processEvents()

    def control(self, *keys: Qt.Key | str) -> None:
        """Press keys with Ctrl held."""
        self.press(*keys, held=Held.ControlModifier)

    def shift(self, *keys: Qt.Key | str) -> None:
        """Press keys with Shift held."""
        self.press(*keys, held=Held.ShiftModifier)

    def focus(self) -> QWidget:
        """What hears the keys now."""
        QApplication.processEvents()
        widget = QApplication.focusWidget() or self.window
        assert widget.window() is self.window
        return widget

    def part(self, kind: type[Part]) -> Part:
        """The one visible part of this kind."""
        found = [each for each in self.window.findChildren(kind) if each.isVisible()]
        assert len(found) == 1, f"{len(found)} of {kind.__name__} are shown"
        return found[0]

    # files and cards

    def let_go_of_files(self, paths: Sequence[Path]) -> None:
        """Drop files in the middle of the window."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        self.let_go(data, self.window, self.window.rect().center(), Qt.DropAction.CopyAction)

    def let_go(self, data: QMimeData, on: QWidget, place: QPoint, action: Qt.DropAction) -> None:
        """Carry something over a part of the window and drop it there."""
        both = Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
        held = Held.NoModifier
        enter = QDragEnterEvent(place, both, data, _LEFT, held)
        QApplication.sendEvent(on, enter)
        assert enter.isAccepted()
        move = QDragMoveEvent(place, both, data, _LEFT, held)
        move.setAccepted(True)  # as Qt has it after an entrance that was accepted
        QApplication.sendEvent(on, move)
        assert move.isAccepted()
        drop = QDropEvent(QPointF(place), both, data, _LEFT, held, QEvent.Type.Drop)
        drop.setDropAction(action)
        QApplication.sendEvent(on, drop)
        QApplication.processEvents()

    # the text

    def click_before(self, words: str, *, shift: bool = False, at_end: bool = False) -> None:
        """Click in the text where some words begin (or end)."""
        reader = self.part(Reader)
        assert reader.view.page is not None
        text = reader.view.page.reading.text
        assert text.count(words) == 1, words
        start = text.index(words)
        end = start + len(words)
        if not shift:
            reader.reveal((start, end))
        box = reader.view.box_of(end if at_end else start)
        held = Held.ShiftModifier if shift else Held.NoModifier
        QTest.mouseClick(reader.view.viewport(), _LEFT, held, box.center())

    def select(self, words: str) -> None:
        """Select words in the text: a click where they begin, a click with Shift where they end."""
        self.click_before(words)
        self.click_before(words, shift=True, at_end=True)
        reader = self.part(Reader)
        span = reader.selection()
        assert span is not None
        assert reader.view.page is not None
        assert reader.view.page.reading.text[slice(*span)] == words

    # menus

    def choose_in_menu(self, *words: str) -> None:
        """Choose an entry of the menu that is open, through its sub-menus."""
        QApplication.processEvents()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        top = menu
        for number, each in enumerate(words):
            action = next(a for a in menu.actions() if a.text().split("\t")[0] == each)
            if number < len(words) - 1:
                below = action.menu()
                assert isinstance(below, QMenu)
                menu = below
            else:
                action.trigger()
        top.close()
        QApplication.processEvents()
