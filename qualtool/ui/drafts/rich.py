"""What differs between a quotation and what was said, as marked text: legible without colour."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy

from qualtool.core.word_marks import Mark
from qualtool.ui import theme

_LINE = "line-height: 122%; margin: 0"


def label(rich: str, plain: str) -> QLabel:
    """A passage that can be read and copied, in the face of what people said."""
    made = QLabel(f'<p style="{_LINE}">{rich}</p>')
    made.setProperty("role", "quotation")
    made.setTextFormat(Qt.TextFormat.RichText)
    made.setWordWrap(True)
    made.setAccessibleName(plain)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
    return made


def tint(made: QLabel, role: str) -> None:
    """Write a label in the colour of a role."""
    palette = made.palette()
    palette.setColor(QPalette.ColorRole.WindowText, theme.current().colour(role))
    made.setPalette(palette)


def around(words: str) -> str:
    """What stands around a passage, set back."""
    return f'<span style="color: {_name("muted")}">{_escaped(words)}</span>' if words else ""


def marked(text: str, marks: Sequence[Mark]) -> str:
    """A passage with its marks: put in underlined, left out struck through, told of set back."""
    styles = {
        "put_in": f"text-decoration: underline; background-color: {_name('trouble_tint')}",
        "left_out": f"text-decoration: line-through; background-color: {_name('caution_tint')}",
        "told": f"color: {_name('muted')}",
    }
    parts: list[str] = []
    at = 0
    for mark in marks:
        parts.append(_escaped(text[at : mark.start]))
        words = _escaped(text[mark.start : mark.end])
        parts.append(f'<span style="{styles[mark.kind]}">{words}</span>')
        at = mark.end
    parts.append(_escaped(text[at:]))
    return "".join(parts)


def _escaped(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def _name(role: str) -> str:
    return theme.current().colour(role).name()
