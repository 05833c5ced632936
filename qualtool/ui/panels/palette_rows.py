"""How a row of the command palette looks: a mark or icon, the words, what it is, its keys."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualtool.ui import fonts, icons, theme
from qualtool.ui.panels.palette_items import Item, kind_in_words, letters
from qualtool.ui.panels.tree_rows import paint_mark

HEIGHT, LEFT, GAP, KIND = 34, 16, 12, 72
ITEM, TYPED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class PaletteDelegate(QStyledItemDelegate):
    """Paints an `Item`."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, max(HEIGHT, round(QFontMetricsF(fonts.interface(13)).height()) + 14))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(ITEM)
        assert isinstance(item, Item)
        look = theme.current()
        box = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, look.colour("selection"))
            painter.fillRect(QRectF(box.left(), box.top(), 2, box.height()), look.colour("accent"))
        middle = box.center().y()
        left = box.left() + LEFT
        if item.colour:
            ring = item.kind == "theme" and bool(item.detail)
            paint_mark(painter, QRectF(left + 3, middle - 5, 10, 10), item.colour, ring=ring)
        elif item.icon:
            picture = QRectF(left, middle - 8, 16, 16)
            icons.paint(painter, item.icon, picture, look.colour("muted"))
        left += 16 + GAP
        right = _paint_end(painter, item, box)
        self._paint_words(painter, item, str(index.data(TYPED)), QRectF(
            left, box.top(), right - left - GAP, box.height()
        ))  # fmt: skip
        painter.restore()

    def _paint_words(self, painter: QPainter, item: Item, typed: str, box: QRectF) -> None:
        look = theme.current()
        plain, bold = fonts.interface(13), fonts.interface(13, bold=True)
        cut = QFontMetricsF(bold).elidedText(item.words, Qt.TextElideMode.ElideRight, box.width())
        marks = letters(item.words, typed)
        painter.setPen(look.colour("ink"))
        place, left = 0, box.left()
        for start, end in [*marks, (len(cut), len(cut))]:
            for part, font in ((cut[place:start], plain), (cut[start:end], bold)):
                painter.setFont(font)
                painter.drawText(
                    QRectF(left, box.top(), box.right() - left, box.height()),
                    Qt.AlignmentFlag.AlignVCenter,
                    part,
                )
                left += QFontMetricsF(font).horizontalAdvance(part)
            place = max(place, end)
        room = box.right() - left - GAP
        if item.detail and room > 40:
            small = fonts.interface(11)
            painter.setFont(small)
            painter.setPen(look.colour("muted"))
            words = QFontMetricsF(small).elidedText(item.detail, Qt.TextElideMode.ElideRight, room)
            painter.drawText(
                QRectF(left + GAP, box.top(), room, box.height()),
                Qt.AlignmentFlag.AlignVCenter,
                words,
            )


def _paint_end(painter: QPainter, item: Item, box: QRectF) -> float:
    """What it is at the right, and the keys that do it before that; where they begin."""
    small = fonts.interface(11)
    measure = QFontMetricsF(small)
    painter.setFont(small)
    painter.setPen(theme.current().colour("muted"))
    area = box.adjusted(0, 0, -LEFT, 0)
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.drawText(area, flags, kind_in_words(item.kind))
    right = area.right() - max(KIND, measure.horizontalAdvance(kind_in_words(item.kind)) + GAP)
    if item.keys:
        painter.drawText(area.adjusted(0, 0, right - area.right(), 0), flags, item.keys)
        right -= measure.horizontalAdvance(item.keys)
    return right
