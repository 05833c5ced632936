"""The field of the code palette: its keys, and beside it the valence that will be given."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

from qualtool.i18n import gettext as _
from qualtool.ui import fonts
from qualtool.ui.reader.signs import KEYS

_ROW_STEPS: Final = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -6,
    Qt.Key.Key_PageDown: 6,
}

_COLOUR_STEPS: Final = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PaletteField(QLineEdit):
    """Takes what is typed, and says which of the palette's keys was pressed."""

    stepped = Signal(int)  # rows down
    applied = Signal()
    made_new = Signal()
    ticked = Signal()
    unticked = Signal()  # the last one
    sign_pressed = Signal(str)
    in_vivo_pressed = Signal()
    placing_pressed = Signal()  # of a new code
    colour_stepped = Signal(int)
    follow_pressed = Signal(str)  # apply, and go on to its "comment" or a "memo"
    let_go = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bare")
        self.setFont(fonts.interface(14))
        self.ask_for_code()

    def ask_for_code(self) -> None:
        """Ask what the passage is to be coded with."""
        self.setPlaceholderText(_("Code, theme or a new word …"))
        self.setAccessibleName(_("Code the selected passage"))

    def ask_for_place(self, name: str) -> None:
        """Ask where a new code is to stand."""
        self.setPlaceholderText(_("In which theme, or under which code?"))
        self.setAccessibleName(_("Where “{code}” is to stand").format(code=name))

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            # Tab would leave the field before keyPressEvent sees it.
            if event.key() == Qt.Key.Key_Tab:
                self.ticked.emit()
                return True
            if event.key() == Qt.Key.Key_Backtab:
                self.unticked.emit()
                return True
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()  # while the palette is open all keys are its own
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, held = event.key(), event.modifiers()
        alone = not self.text()
        sign = KEYS.get(event.text())
        if held & Qt.KeyboardModifier.AltModifier:
            sign = sign or {Qt.Key.Key_Plus: "+", Qt.Key.Key_Minus: "-", Qt.Key.Key_Equal: "±"}.get(
                Qt.Key(key)
            )
        control = held == Qt.KeyboardModifier.ControlModifier
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._entered(held)
        elif key == Qt.Key.Key_M and control:
            self.follow_pressed.emit("memo")
        elif key in _COLOUR_STEPS and held & Qt.KeyboardModifier.AltModifier:
            self.colour_stepped.emit(_COLOUR_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape:
            self.let_go.emit()
        elif key in _ROW_STEPS:
            self.stepped.emit(_ROW_STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_I and control:
            self.in_vivo_pressed.emit()
        elif sign is not None and (alone or held & Qt.KeyboardModifier.AltModifier):
            self.sign_pressed.emit(sign)
        elif key == Qt.Key.Key_Backspace and alone:
            self.unticked.emit()
        else:
            super().keyPressEvent(event)

    def _entered(self, held: Qt.KeyboardModifier) -> None:
        if held & Qt.KeyboardModifier.AltModifier:
            self.placing_pressed.emit()
        elif held & Qt.KeyboardModifier.ControlModifier:
            self.follow_pressed.emit("comment")
        else:
            shift = held & Qt.KeyboardModifier.ShiftModifier
            (self.made_new if shift else self.applied).emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        stays = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in stays:
            self.let_go.emit()
