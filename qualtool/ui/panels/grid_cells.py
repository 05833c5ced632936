"""The cells of a grid that is written in like a spreadsheet: chosen one by one, with their tree."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QPolygonF
from PySide6.QtWidgets import (
    QComboBox,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from qualtool.i18n import gettext as _
from qualtool.ui import theme
from qualtool.ui.models.cases import CasesTable, CellRole
from qualtool.ui.panels.row_table import CELL, PADDING, Index, RowDelegate

STEP = 18  # pixels that a case is set in under the one it belongs to


class UnfitDelegate(RowDelegate):
    """Marks the cells whose words are kept but not understood."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if index.data(CellRole.UNFIT):
            # A mark as well as a colour: a corner, as where a spreadsheet has a note.
            box = QRectF(option.rect)
            right, top = box.right(), box.top()
            corner = [QPointF(right - 8, top), QPointF(right, top), QPointF(right, top + 8)]
            painter.save()
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.current().colour("trouble"))
            painter.drawPolygon(QPolygonF(corner))
            painter.restore()


class GridDelegate(UnfitDelegate):
    """Paints where the keys are cell by cell, and the tree in the first column."""

    def __init__(self, parent: QTableView, table: CasesTable) -> None:
        super().__init__(parent)
        self._view = parent
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        if self._view.hasFocus() and self._view.currentIndex() == index:
            box = QRectF(option.rect)
            painter.save()
            painter.setPen(QPen(theme.current().colour("accent"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1.5, -2))
            painter.restore()

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A field, with what can be chosen where the attribute has choices or is yes or no."""
        attribute = self._table.attribute_at(index.column())
        offered: Sequence[str] = ()
        if attribute is not None and attribute.kind == "choice":
            offered = attribute.choices
        elif attribute is not None and attribute.kind == "yes_no":
            offered = (_("yes"), _("no"))
        if not offered:
            return super().createEditor(parent, option, index)
        field = QComboBox(parent)
        field.setEditable(True)
        field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        field.addItems(list(offered))
        field.setProperty("role", "cell")
        return field

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QComboBox):
            editor.setEditText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            line = editor.lineEdit()
            if line is not None:
                line.selectAll()
            return
        super().setEditorData(editor, index)

    def _left(self, index: Index) -> int:
        if index.column():
            return CELL
        in_order = self._view.horizontalHeader().sortIndicatorSection() < 0
        return PADDING + (STEP * int(index.data(CellRole.DEPTH) or 0) if in_order else 0)


def block_of(text: str) -> list[list[str]]:
    """The cells of what was copied from a spreadsheet: rows on lines, tabs between cells.

    A cell with a line break or a tab in it stands in quotation marks, as spreadsheets write it.
    """
    rows = list(csv.reader(io.StringIO(text.replace("\r\n", "\n")), delimiter="\t"))
    while rows and not any(map(str.strip, rows[-1])):
        rows.pop()
    return rows


def text_of(rows: Iterable[Sequence[str]]) -> str:
    """Cells as a spreadsheet takes them when they are pasted there."""
    into = io.StringIO()
    csv.writer(into, delimiter="\t", lineterminator="\n").writerows(rows)
    return into.getvalue()
