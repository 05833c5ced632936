"""The keys of the reader that code: what each press means.

With nothing selected, S selects the sentence and P the paragraph, E takes hold of the ends of the
chosen excerpt and C goes to its comment. With a selection every letter begins a code's name in the
palette, these too; only P straight after P takes in the whole turn, where that is more than the
paragraph. Digits, Enter, Ctrl+I and Ctrl+R code the selection or, without one, the chosen excerpt.

Which keys these are stands in the table of actions, which the help shows; what they mean, here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from qualtool.ui.action_table import CODING
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
    MEMO = auto()  # by the menu: its key is the window's
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


# What each key of an entry in the table asks for, in the order of its keys.
MEANT: Final[dict[str, tuple[Press, ...]]] = {
    "open_palette": (Press(Act.OPEN),),
    "in_vivo": (Press(Act.IN_VIVO),),
    "last_code": (Press(Act.LAST),),
    "valence": tuple(Press(Act.SIGN, sign) for sign in ("+", "-", "±")),
    "star": (Press(Act.STAR),),
    "depth": (Press(Act.DEPTH),),
    "do_not_quote": (Press(Act.NEVER),),
    "uncode": (Press(Act.UNCODE),),
    "uncode_all": (Press(Act.UNCODE_ALL),),
    "split_excerpt": (Press(Act.SPLIT),),
    "one_code": (Press(Act.NEXT_CODING), Press(Act.PREVIOUS_CODING)),
    "next_excerpt": (Press(Act.NEXT), Press(Act.NEXT)),
    "previous_excerpt": (Press(Act.PREVIOUS), Press(Act.PREVIOUS)),
    "let_go": (Press(Act.LET_GO),),
}
LETTERS: Final = ("sentence", "turn", "take_ends", "comment")  # what they do depends on the caret
DIGITS: Final = "pinned_code"
_ALIKE: Final = {Qt.Key.Key_Enter: Qt.Key.Key_Return, Qt.Key.Key_Backspace: Qt.Key.Key_Delete}
_HELD: Final = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.MetaModifier
)
_BY_KEYS: Final = {
    keys: press
    for action in CODING
    if action.key in MEANT
    for keys, press in zip(action.keys, MEANT[action.key], strict=True)
}


def press_of(event: QKeyEvent) -> Press | None:
    """What a key means in the reader, None for a key that means nothing here."""
    held = event.modifiers()
    if event.matches(QKeySequence.StandardKey.Copy):
        return Press(Act.COPY)
    key = Qt.Key(event.key())
    keys = QKeySequence(QKeyCombination(held & _HELD, _ALIKE.get(key, key))).toString()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    # Both together are AltGr, which writes signs such as ] on our keyboards.
    if control != alt or len(keys) > 1:
        found = _BY_KEYS.get(keys)
        if found is not None or control != alt:
            return found
    return _written(event.text())


def _written(words: str) -> Press | None:
    if words in KEYS:
        return Press(Act.SIGN, KEYS[words])
    if len(words) == 1 and words in "123456789":
        return Press(Act.PIN, words)
    if words.isalpha():
        return Press(Act.LETTER, words)
    return _BY_KEYS.get(words)
