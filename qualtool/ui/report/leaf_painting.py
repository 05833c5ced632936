"""A page of the preview painted: the paper, what is set on it, its number, the marked words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QColor,
    QPainter,
    QPalette,
    QPen,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from qualtool.ui import theme
from qualtool.ui.report import lettering
from qualtool.ui.report.leaves import Leaf
from qualtool.ui.report.setting import MARGIN

MOST_MARKS: Final = 200


def paint_leaf(painter: QPainter, leaf: Leaf, marks: Sequence[QTextCursor]) -> None:
    """Paint a page whose corner is at the origin, in pixels of the paper."""
    look = theme.current()
    sheet = QRectF(QPointF(), leaf.box.size() / leaf.scale)
    shadow = QColor(look.colour("shadow"))
    shadow.setAlphaF(0.02)
    for grow in (4.0, 2.5, 1.0):
        painter.fillRect(sheet.adjusted(-grow, -grow + 1, grow, grow + 1), shadow)
    painter.fillRect(sheet, look.colour("paper"))
    painter.setPen(QPen(look.colour("line"), 1))
    painter.drawRect(sheet)
    if leaf.sheaf is None:
        return
    if leaf.number is not None:
        foot = QRectF(MARGIN, sheet.height() - MARGIN, sheet.width() - 2 * MARGIN, MARGIN)
        painter.setFont(lettering.face(lettering.SMALL))
        painter.setPen(lettering.QUIET)
        side = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(foot, side, str(leaf.number))
    down = leaf.page * sheet.height()
    painter.translate(0, -down)
    context = QAbstractTextDocumentLayout.PaintContext()
    context.clip = sheet.translated(0, down)
    context.palette.setColor(QPalette.ColorRole.Text, look.colour("paper_ink"))
    context.selections = [_marked(each) for each in marks]
    painter.setClipRect(context.clip)
    leaf.sheaf.document.documentLayout().draw(painter, context)


def places_of(document: QTextDocument, words: str, within: str = "") -> list[QTextCursor]:
    """Where words stand: in the paragraphs that hold `within`, else wherever they do."""
    if not words:
        return []
    found: list[QTextCursor] = []
    cursor = document.find(words)
    while not cursor.isNull() and len(found) < MOST_MARKS:
        found.append(cursor)
        cursor = document.find(words, cursor)
    text = within.replace("\n", "\u2028").strip()
    there = [each for each in found if text and text in each.block().text()]
    return there or found


def _marked(cursor: QTextCursor) -> QAbstractTextDocumentLayout.Selection:
    selection = QAbstractTextDocumentLayout.Selection()
    selection.cursor = cursor
    look = QTextCharFormat()
    look.setBackground(theme.load("light").colour("hit"))
    selection.format = look
    return selection
