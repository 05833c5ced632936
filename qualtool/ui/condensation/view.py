"""The units as they are seen: as high as their words need, with a place to write beside them."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QStyledItemDelegate, QStyleOptionViewItem

from qualtool.i18n import gettext as _
from qualtool.ui import fonts, theme
from qualtool.ui.condensation.table import MEANING, THEME, UNIT, Index, UnitData, UnitsTable
from qualtool.ui.findings.part import about
from qualtool.ui.matrix.painting import laid_out
from qualtool.ui.panels.written_table import WrittenTable

SIDE, TOP, LEAST, MOST = 8, 10, 60, 280
FIELD = 96  # pixels: what a unit says is said in a sentence or two
SHARES = (0.46, 0.36, 0.18)


class UnitsView(WrittenTable):
    """Enter on the unit opens its place, on the theme lets one be chosen; Alt+G: the gold one."""

    placed = Signal(int, object)  # excerpt; theme, or None for none
    place_wished = Signal(int, int, int)
    gold_wished = Signal(int)

    def __init__(self, table: UnitsTable) -> None:
        super().__init__(self._keeper)
        self.table = table
        self.field_height = FIELD
        self.setModel(table)
        self.setItemDelegate(UnitDelegate(self))
        self.setAccessibleName(_("Units and what they say in short"))
        self.verticalHeader().hide()
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = self.horizontalHeader()
        head.setProperty("role", "rows")
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.doubleClicked.connect(self._enter)
        self.behind_wished.connect(lambda: self._enter(self.currentIndex()))

    def fit_rows(self) -> None:
        """Make every row as high as its words need."""
        for row in range(self.table.rowCount()):
            hints = (
                self.itemDelegate().sizeHint(QStyleOptionViewItem(), self.table.index(row, each))
                for each in (UNIT, MEANING)
            )
            self.setRowHeight(row, max(hint.height() for hint in hints))

    def menu_of_themes(self, excerpt_id: int, now: int | None) -> QMenu:
        """The themes a unit may belong to."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        offered: list[tuple[str, int | None]] = [
            (_("No theme"), None),
            *(
                (row.name if row.parent_id is None else f"    {row.name}", row.id)
                for row in self.table.themes.values()
            ),
        ]
        for words, theme_id in offered:
            action = menu.addAction(words.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(theme_id == now)
            action.triggered.connect(
                lambda _on, chosen=theme_id: self.placed.emit(excerpt_id, chosen)
            )
            if theme_id == now:
                menu.setActiveAction(action)
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        unit = self.table.unit(self.currentIndex())
        alone = event.modifiers() == Qt.KeyboardModifier.AltModifier
        if alone and event.key() == Qt.Key.Key_G and unit is not None:
            self.gold_wished.emit(unit.excerpt.id)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.viewport().width()
        if wide != event.oldSize().width():
            for column, share in enumerate(SHARES):
                self.setColumnWidth(column, round(wide * share))
            self.fit_rows()

    def _enter(self, index: Index) -> None:
        unit = self.table.unit(index)
        if unit is None:
            return
        if index.column() == UNIT:
            excerpt = unit.excerpt
            self.place_wished.emit(excerpt.document_id, excerpt.start, excerpt.end)
        elif index.column() == THEME:
            below = self.visualRect(index).bottomLeft() + QPoint(0, 2)
            menu = self.menu_of_themes(unit.excerpt.id, unit.theme_id)
            menu.popup(self.viewport().mapToGlobal(below))

    def _keeper(self, index: Index) -> Callable[[str], None] | None:
        unit = self.table.unit(index)
        if unit is None or not index.flags() & Qt.ItemFlag.ItemIsEditable:
            return None
        return partial(self.table.condensed.emit, unit.excerpt.id)


class UnitDelegate(QStyledItemDelegate):
    """Paints what was said to be read, what it says in short beside it, and its theme."""

    def __init__(self, view: UnitsView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        colours, box = theme.current(), QRectF(option.rect)
        view, here = self._view, self._view.currentIndex()
        painter.save()
        painter.setClipRect(box)
        if here.row() == index.row():
            painter.fillRect(box, colours.colour("selection"))
        painter.fillRect(
            QRectF(box.left(), box.bottom() - 1, box.width(), 1), colours.colour("line")
        )
        words = str(index.data() or "")
        left = self._left(index)
        width = box.width() - left - SIDE
        at = QPointF(box.left() + left, box.top() + TOP)
        painter.setPen(colours.colour("ink"))
        if index.column() == UNIT:
            self._paint_unit(painter, index, at, words, width)
        elif index.column() == MEANING:
            if not words:
                painter.setPen(colours.colour("faint"))
                words = _("Write …") if here == index else ""
            laid_out(words, fonts.interface(13), width)[0].draw(painter, at)
        elif words:
            key = str(index.data(UnitData.COLOUR))
            painter.setPen(colours.code_colour(key).ink)
            laid_out(words, fonts.interface(13, bold=True), width)[0].draw(painter, at)
        if here == index and view.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(colours.colour("accent"), 1.5))
            painter.drawRect(box.adjusted(1, 1, -1.5, -2))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        wide = self._view.columnWidth(index.column())
        width = wide - self._left(index) - SIDE
        unit = index.column() == UNIT
        font = fonts.reading(15) if unit else fonts.interface(13)
        height = laid_out(str(index.data() or ""), font, width)[1]
        below = QFontMetricsF(fonts.interface(11)).height() + 2 if unit else 0.0
        return QSize(wide, round(min(MOST, max(LEAST, height + below + 2 * TOP))))

    def _paint_unit(
        self, painter: QPainter, index: Index, at: QPointF, words: str, width: float
    ) -> None:
        layout, height = laid_out(words, fonts.reading(15), width)
        layout.draw(painter, at)
        small = fonts.interface(11)
        measure = QFontMetricsF(small)
        painter.setFont(small)
        painter.setPen(theme.current().colour("muted"))
        told = about(index.data(UnitData.UNIT).excerpt)
        cut = measure.elidedText(told, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(at.x(), at.y() + height + 2 + measure.ascent()), cut)

    @staticmethod
    def _left(index: Index) -> int:
        return 20 if index.column() == UNIT else SIDE
