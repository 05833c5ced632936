"""A made-up language of longer words, and a search for labels that have no room for them.

Use the fixture `stretched` before making a widget, lay it out at the size it should bear, and
assert that ``cut_off(widget)`` is empty.
"""

from __future__ import annotations

import gettext
import re

from PySide6.QtWidgets import QAbstractButton, QCheckBox, QLabel, QPushButton, QWidget

from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.header import SearchButton
from qualtool.ui.panels.name_button import NameButton

_WORD = re.compile(r"\{[^}]*\}|[^\W\d_]{3,}")
_VOWELS = str.maketrans({"a": "aæ", "e": "eø", "i": "ií", "o": "oå", "u": "uy"})
_GIVES_WAY = (
    ElidedLabel,
    NameButton,
    SearchButton,
)  # made to be cut, with the whole in a tip or beside


class Stretched(gettext.NullTranslations):
    """Every word about a third longer, fields left as they are."""

    def gettext(self, message: str) -> str:
        return _WORD.sub(lambda word: _longer(word.group()), message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def cut_off(root: QWidget) -> list[str]:
    """The words of labels and buttons in view that are shown only in part."""
    return [
        _words(widget)
        for widget in root.findChildren(QWidget)
        if widget.isVisible() and not isinstance(widget, _GIVES_WAY) and _lacks_room(widget)
    ]


def _longer(word: str) -> str:
    return word if word.startswith("{") else word.translate(_VOWELS)


def _words(widget: QWidget) -> str:
    assert isinstance(widget, QLabel | QAbstractButton)
    return widget.text() or widget.accessibleName()


def _lacks_room(widget: QWidget) -> bool:
    match widget:
        case QLabel() if not widget.text() or widget.pixmap().width() > 0:
            return False
        case QLabel() if widget.wordWrap():
            return widget.heightForWidth(widget.width()) > widget.height() + 1
        case QLabel() | QPushButton() | QCheckBox():
            return widget.sizeHint().width() > widget.width() + 1
        case QAbstractButton():
            return bool(widget.text()) and widget.sizeHint().width() > widget.width() + 1
    return False
