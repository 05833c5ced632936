"""The claims of a draft and one's own, each with how it stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from qualtool.analysis.claims import ClaimRow
from qualtool.i18n import gettext as _
from qualtool.ui import fonts, theme
from qualtool.ui.drafts import claim_words
from qualtool.ui.drafts.painting import GAP, LEFT, LINES, RIGHT, SIGN, TOP, advance, paint_lines
from qualtool.ui.panels.row_table import Index

ROW: Final = Qt.ItemDataRole.UserRole


class ClaimModel(QAbstractListModel):
    """All the claims, or those in one state; what is set aside comes last."""

    def __init__(self) -> None:
        super().__init__()
        self._all: Sequence[ClaimRow] = ()
        self.state = ""
        self.rows: list[ClaimRow] = []

    def show_rows(self, rows: Sequence[ClaimRow], state: str) -> None:
        """Show those of these that are in a state; all but what is set aside for none."""
        self.beginResetModel()
        self._all, self.state = rows, state
        self.rows = [row for row in rows if self._fits(row)]
        self.endResetModel()

    def counts(self) -> Counter[str]:
        """How many there are in each state."""
        return Counter[str](claim_words.state(row) for row in self._all)

    def place_of(self, claim_id: int) -> int:
        """Where a claim is shown; -1 if it is not."""
        return next((at for at, row in enumerate(self.rows) if row.id == claim_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self.rows):
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return row.text
            case Qt.ItemDataRole.AccessibleTextRole:
                stands = claim_words.name(claim_words.state(row))
                parts = (stands, row.text, claim_words.place(row), row.tied_to, _below(row))
                return ", ".join(dict.fromkeys(part for part in parts if part))
            case _ if role == ROW:
                return row
        return None

    def _fits(self, row: ClaimRow) -> bool:
        return claim_words.state(row) == self.state if self.state else not row.aside


class ClaimList(QListView):
    """Enter ties a claim or goes on to who says so, T ties, A sets aside, N writes one's own."""

    arrived = Signal(object)  # ClaimRow, None where there is none
    tie_wished = Signal()
    aside_wished = Signal()
    write_wished = Signal()
    rewrite_wished = Signal()
    remove_wished = Signal()
    voices_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = ClaimModel()
        self.setModel(self.table)
        self.setItemDelegate(_ClaimDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Claims"))
        self.doubleClicked.connect(lambda _index: self.tie_wished.emit())

    def chosen(self) -> ClaimRow | None:
        """The claim that has the keys."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, ClaimRow) else None

    def show_rows(self, rows: Sequence[ClaimRow], state: str) -> None:
        """Show these; the keys stay on their claim, or near where it was."""
        before, at = self.chosen(), self.currentIndex().row()
        self.table.show_rows(rows, state)
        found = self.table.place_of(before.id) if before is not None else -1
        if found < 0:
            found = min(max(0, at), len(self.table.rows) - 1)
        index = self.table.index(found) if self.table.rows else QModelIndex()
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        self.arrived.emit(self.chosen())

    def choose(self, claim_id: int) -> None:
        """Give a claim the keys."""
        at = self.table.place_of(claim_id)
        if at >= 0:
            self.setCurrentIndex(self.table.index(at))

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.arrived.emit(self.chosen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.chosen()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if row is not None:
                (self.voices_wished if row.tie is not None else self.tie_wished).emit()
            case Qt.Key.Key_Right:
                self.voices_wished.emit()
            case Qt.Key.Key_T if not event.modifiers():
                self.tie_wished.emit()
            case Qt.Key.Key_A if not event.modifiers():
                self.aside_wished.emit()
            case Qt.Key.Key_N if not event.modifiers():
                self.write_wished.emit()
            case Qt.Key.Key_F2:
                self.rewrite_wished.emit()
            case Qt.Key.Key_Delete:
                self.remove_wished.emit()
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()


class _ClaimDelegate(QStyledItemDelegate):
    """Paints how a claim stands, its words, and what it is tied to with n of N."""

    def __init__(self, view: ClaimList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        small = QFontMetricsF(fonts.interface(11)).height()
        read = QFontMetricsF(fonts.reading(14)).height()
        wide = self._view.viewport().width() - LEFT - SIGN - RIGHT
        row: ClaimRow = index.data(ROW)
        lines = 1 if advance(row.text) <= wide else LINES
        below = small + GAP if _below(row) else 0.0
        return QSize(0, round(2 * TOP + small + GAP + lines * read + below))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: ClaimRow = index.data(ROW)
        colours, box, key = theme.current(), QRectF(option.rect), claim_words.state(row)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, colours.colour("selection"))
            if self._view.hasFocus():
                bar = QRectF(box.left(), box.top(), 3, box.height())
                painter.fillRect(bar, colours.colour("accent"))
        line = QRectF(box.left() + LEFT, box.bottom() - 1, box.width() - LEFT - RIGHT, 1)
        painter.fillRect(line, colours.colour("line"))
        inner = box.adjusted(LEFT + SIGN, TOP, -RIGHT, -TOP)
        bold, small = fonts.interface(11, bold=True), fonts.interface(11)
        measure = QFontMetricsF(small)
        base = inner.top() + measure.ascent()
        painter.setPen(colours.colour(claim_words.ROLES[key]))
        painter.setFont(fonts.interface(14, bold=True))
        painter.drawText(QPointF(inner.left() - SIGN + 2, base + 1), claim_words.SIGNS[key])
        painter.setFont(bold)
        painter.drawText(QPointF(inner.left(), base), claim_words.name(key))
        painter.setFont(small)
        painter.setPen(colours.colour("muted"))
        place = claim_words.place(row)
        painter.drawText(QPointF(inner.right() - measure.horizontalAdvance(place), base), place)
        painter.setPen(colours.colour("muted" if row.aside else "ink"))
        painter.setFont(fonts.reading(14))
        words = QRectF(inner.left(), inner.top() + measure.height() + GAP, inner.width(), 0)
        paint_lines(painter, row.text, words, LINES)
        painter.setFont(small)
        painter.setPen(colours.colour("muted"))
        below = measure.elidedText(_below(row), Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(QPointF(inner.left(), inner.bottom() - measure.descent()), below)
        painter.restore()


def _below(row: ClaimRow) -> str:
    parts = [row.tied_to]
    if claim_words.counts(row):
        parts.append(claim_words.of_all(row))
    return " · ".join(part for part in parts if part)
