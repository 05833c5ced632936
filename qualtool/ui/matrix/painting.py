"""How the framework matrix is drawn: its cells, and the names of themes and cases around them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from qualtool.analysis.matrix import Cell
from qualtool.ui import fonts, theme
from qualtool.ui.matrix import wording
from qualtool.ui.matrix.table import CellData, Index

WIDE, HIGH, NAMES, HEAD = 232, 112, 168, 52
SIDE, TOP, BAR = 12, 8, 3


class CellDelegate(QStyledItemDelegate):
    """Paints as many lines of a summary as there is room for, and what stands behind it."""

    def __init__(self, view: QTableView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        box, colours = QRectF(option.rect), theme.current()
        cell = index.data(CellData.CELL)
        if not isinstance(cell, Cell):
            return
        here = self._view.currentIndex() == index
        painter.save()
        if here:
            painter.fillRect(box, colours.colour("selection"))
        _rule(painter, box, right=True)
        inner = box.adjusted(SIDE, TOP, -SIDE, -TOP)
        small = QFontMetricsF(fonts.interface(11))
        foot, too_long = wording.foot(cell), wording.length(cell.text)[1]
        below = small.height() + 2 if foot or too_long else 0.0
        words = QRectF(inner.left(), inner.top(), inner.width(), inner.height() - below)
        draw_lines(painter, words, wording.shown(cell), muted=not cell.text)
        if below:
            at = QRectF(inner.left(), inner.bottom() - small.height(), inner.width(),
                        small.height())  # fmt: skip
            painter.setFont(fonts.interface(11))
            if too_long:
                painter.setPen(colours.colour("caution"))
                said = wording.length(cell.text)[0]
                painter.drawText(at, Qt.AlignmentFlag.AlignRight, said)
                at.setWidth(at.width() - small.horizontalAdvance(said) - 8)
            painter.setPen(colours.colour("muted"))
            painter.drawText(at, small.elidedText(foot, Qt.TextElideMode.ElideRight, at.width()))
        if here and self._view.hasFocus():
            painter.setPen(QPen(colours.colour("accent"), 1.5))
            painter.drawRect(box.adjusted(1, 1, -1.5, -1.5))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(WIDE, HIGH)


class NamesHeader(QHeaderView):
    """The names of themes above, with their colours, or of cases at the left."""

    def __init__(self, orientation: Qt.Orientation, view: QTableView) -> None:
        super().__init__(orientation, view)
        self._across = orientation is Qt.Orientation.Horizontal
        self.setSectionsClickable(False)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(72)
        self.setDefaultSectionSize(WIDE if self._across else HIGH)
        if self._across:
            self.setFixedHeight(HEAD)
        else:
            self.setFixedWidth(NAMES)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:
        if not rect.isValid():
            return
        colours, box = theme.current(), QRectF(rect)
        ask, way = self.model().headerData, self.orientation()
        painter.save()
        painter.fillRect(box, colours.colour("quiet"))
        _rule(painter, box, right=not self._across)
        inner = box.adjusted(SIDE if self._across else 20, TOP, -SIDE, -TOP)
        nested = int(ask(logicalIndex, way, CellData.DEPTH) or 0)
        if self._across:
            colour = colours.code_colour(str(ask(logicalIndex, way, CellData.COLOUR))).mark
            painter.fillRect(QRectF(box.left(), box.top(), box.width() - 1, BAR), colour)
        else:
            inner.adjust(14 * nested, 0, 0, 0)
        name = str(ask(logicalIndex, way))
        font = fonts.interface(13, bold=not nested)
        draw_lines(painter, inner, name, font=font)
        painter.restore()


def draw_lines(
    painter: QPainter,
    room: QRectF,
    words: str,
    *,
    muted: bool = False,
    font: QFont | None = None,
) -> None:
    """Words on as many lines as there is room for; the last line says by a mark that more is."""
    if not words:
        return
    font = font or fonts.interface(13)
    font.setItalic(muted)
    painter.setFont(font)
    painter.setPen(theme.current().colour("muted" if muted else "ink"))
    measure = QFontMetricsF(font)
    leading = measure.lineSpacing() * 1.1
    most = max(1, int(room.height() / leading))
    lines: list[str] = []
    # What cannot be seen is not laid out: a summary may be long, and the matrix large.
    fitting = round(room.width() / max(1.0, measure.averageCharWidth()) * (most + 1) * 1.6)
    shown = words[: max(80, fitting)]
    for paragraph in shown.split("\n"):
        lines += _broken(paragraph, font, room.width(), most + 1 - len(lines))
        if len(lines) > most:
            break
    if len(lines) > most:
        rest = f"{lines[most - 1].rstrip()} …"
        lines = [*lines[: most - 1], rest]
    elif len(shown) < len(words):
        lines[-1] = f"{lines[-1].rstrip()} …"
    for number, line in enumerate(lines):
        cut = measure.elidedText(line, Qt.TextElideMode.ElideRight, room.width())
        at = QPointF(room.left(), room.top() + number * leading + measure.ascent())
        painter.drawText(at, cut)


def laid_out(words: str, font: QFont, width: float) -> tuple[QTextLayout, float]:
    """Words broken to a width, and how high they then are."""
    layout = QTextLayout(words, font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    height = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(40.0, width))
        line.setPosition(QPointF(0, height))
        height += line.height() * 1.06
    layout.endLayout()
    return layout, height


def _broken(words: str, font: QFont, width: float, most: int) -> list[str]:
    layout = QTextLayout(words, font)
    layout.setTextOption(_wrapping())
    layout.beginLayout()
    found: list[str] = []
    encoded = words.encode("utf-16-le")
    while len(found) < most and (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, end = 2 * line.textStart(), 2 * (line.textStart() + line.textLength())
        found.append(encoded[start:end].decode("utf-16-le", "replace"))
    layout.endLayout()
    return found or [""]


def _wrapping() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _rule(painter: QPainter, box: QRectF, *, right: bool) -> None:
    line = theme.current().colour("line")
    painter.fillRect(QRectF(box.left(), box.bottom() - 1, box.width(), 1), line)
    if right:
        painter.fillRect(QRectF(box.right() - 1, box.top(), 1, box.height()), line)
