"""The keys of the reader that code: what each press means.

With nothing selected, S selects the sentence and P the paragraph, E takes hold of the ends of the
chosen excerpt and C goes to its comment. With a selection every letter begins a code's name in the
palette, these too; only P straight after P takes in the whole turn, where that is more than the
paragraph. Digits, Enter, Ctrl+I and Ctrl+R code the selection or, without one, the chosen excerpt.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from qualtool.ui.reader.signs import KEYS


class Act(Enum):
    """What a key asks for."""

    LETTER = auto()  # selects (S, P), works on the excerpt (E, C), or begins a code's name
    PIN = auto()
    OPEN = auto()
    IN_VIVO = auto()
    LAST = auto()
    SIGN = auto()
    STAR = auto()
    NEVER = auto()  # to be quoted
    DEPTH = auto()
    UNCODE = auto()  # the coding that was pointed at, else all of the excerpt
    UNCODE_ALL = auto()
    SPLIT = auto()
    ENDS = auto()
    COMMENT = auto()
    NEXT_CODING = auto()
    PREVIOUS_CODING = auto()
    NEXT = auto()
    PREVIOUS = auto()
    COPY = auto()
    ORIGINAL = auto()
    LET_GO = auto()


@dataclass(frozen=True, slots=True)
class Press:
    """An act, and the letter, number or sign that was pressed."""

    act: Act
    words: str = ""


def press_of(event: QKeyEvent) -> Press | None:
    """What a key means in the reader, None for a key that means nothing here."""
    key, held, words = event.key(), event.modifiers(), event.text()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    if event.matches(QKeySequence.StandardKey.Copy):
        return Press(Act.COPY)
    if control != alt:  # both together are AltGr, which writes signs such as ] on our keyboards
        return _with_control(event) if control else _with_alt(event)
    match key:
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            return Press(Act.OPEN)
        case Qt.Key.Key_Delete | Qt.Key.Key_Backspace:
            shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
            return Press(Act.UNCODE_ALL if shift else Act.UNCODE)
        case Qt.Key.Key_Escape:
            return Press(Act.LET_GO)
    return _written(words)


def _with_control(event: QKeyEvent) -> Press | None:
    if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        return None
    match event.key():
        case Qt.Key.Key_I:
            return Press(Act.IN_VIVO)
        case Qt.Key.Key_R:
            return Press(Act.LAST)
        case Qt.Key.Key_D:
            return Press(Act.DEPTH)
        case Qt.Key.Key_Return | Qt.Key.Key_Enter:
            return Press(Act.SPLIT)
    return None


def _with_alt(event: QKeyEvent) -> Press | None:
    shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    match event.key():
        case Qt.Key.Key_Down:
            return Press(Act.NEXT_CODING if shift else Act.NEXT)
        case Qt.Key.Key_Up:
            return Press(Act.PREVIOUS_CODING if shift else Act.PREVIOUS)
    return None


def _written(words: str) -> Press | None:
    match words:
        case "]":
            return Press(Act.NEXT)
        case "[":
            return Press(Act.PREVIOUS)
        case "*":
            return Press(Act.STAR)
        case "!":
            return Press(Act.NEVER)
    if words in KEYS:
        return Press(Act.SIGN, KEYS[words])
    if len(words) == 1 and words in "123456789":
        return Press(Act.PIN, words)
    if words.isalpha():
        return Press(Act.LETTER, words)
    return None
