"""The type a report is set in on the pages of its preview: sizes, colours, spaces."""

from __future__ import annotations

from typing import Final

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
)

from qualtool.core.report import Paragraph
from qualtool.ui import fonts, theme

# Points become pixels at this scale, so that a page is 794 pixels wide (96 to the inch).
PER_POINT: Final = 96 / 72
BODY, TABLE, SMALL = 11.0, 10.0, 9.0  # points, as a Word file from here has them
HEADINGS: Final = {0: 22.0, 1: 16.0, 2: 13.0}
LEAST_HEADING: Final = 11.0
# Paper is white in every look.
INK, QUIET = QColor("#1E2126"), QColor("#5C626B")
RULE, HAIR = QColor("#1E2126"), QColor("#B9B6AE")


def begin(
    cursor: QTextCursor,
    *,
    above: float = 0,
    below: float = 0,
    indent: float = 0,
    hanging: float = 0,
) -> QTextBlock:
    """Begin a paragraph; spaces in points, indents in pixels. The paragraph."""
    look = QTextBlockFormat()
    look.setTopMargin(above * PER_POINT)
    look.setBottomMargin(below * PER_POINT)
    look.setLeftMargin(indent)
    look.setTextIndent(-hanging)
    look.setLineHeight(106, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    if cursor.position() == 0 and cursor.block().length() == 1:
        cursor.setBlockFormat(look)
    else:
        cursor.insertBlock(look)
    return cursor.block()


def insert(
    cursor: QTextCursor,
    words: str,
    *,
    size: float = TABLE,
    bold: bool = False,
    italic: bool = False,
    colour: QColor = INK,
    tint: str = "",
) -> None:
    """Write words where the cursor is; `tint` is a colour of the palette they stand on."""
    look = QTextCharFormat()
    look.setFont(face(size, bold=bold, italic=italic))
    look.setForeground(colour)
    if tint:
        look.setBackground(theme.load("light").code_colour(tint).tint)
    cursor.insertText(words.replace("\n", "\u2028"), look)


def insert_runs(cursor: QTextCursor, paragraph: Paragraph, size: float) -> None:
    """Write the runs of a paragraph."""
    for run in paragraph.runs:
        insert(
            cursor,
            run.text,
            size=size,
            bold=run.bold,
            italic=run.italic,
            colour=QUIET if run.muted else INK,
            tint=run.tint,
        )


def face(points: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """The face of a page, in points of the paper."""
    font = fonts.reading(points * PER_POINT, bold=bold, italic=italic)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return font
