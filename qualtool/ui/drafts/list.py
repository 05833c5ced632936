"""The list of quotations; keys go through it, from problem to problem, and to the transcript."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QListView

from qualtool.analysis.quotations import QuotationRow
from qualtool.i18n import gettext as _
from qualtool.ui.drafts import wording
from qualtool.ui.drafts.model import ROW, QuotationModel, Wanted
from qualtool.ui.drafts.painting import QuotationDelegate
from qualtool.ui.panels.row_table import Index


class QuotationList(QListView):
    """Enter opens where it was said, ] and [ go to the next and the previous problem, C codes."""

    arrived = Signal(object)  # QuotationRow, None where there is none
    opened = Signal()
    code_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.table = QuotationModel()
        self.setModel(self.table)
        self.setItemDelegate(QuotationDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(_("Quotations of the draft"))
        self.doubleClicked.connect(lambda _index: self.opened.emit())

    def chosen(self) -> QuotationRow | None:
        """The quotation that has the keys."""
        row = self.currentIndex().data(ROW)
        return row if isinstance(row, QuotationRow) else None

    def show_rows(self, rows: Sequence[QuotationRow]) -> None:
        """Show these; the keys stay where they are."""
        before = self.chosen()
        self.table.show_rows(rows)
        self._stay(before)

    def narrow(self, wanted: Wanted) -> None:
        """Show those that fit; the keys stay where they are, if it is still shown."""
        before = self.chosen()
        self.table.narrow(wanted)
        self._stay(before)

    def go(self, step: int, *, problem: bool = False) -> bool:
        """Go to the next quotation or the one before, or problem; False where there is no more."""
        rows, at = self.table.rows, self.currentIndex().row() + step
        while 0 <= at < len(rows):
            if not problem or wording.is_problem(rows[at]):
                self.setCurrentIndex(self.table.index(at))
                return True
            at += step
        return False

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.arrived.emit(self.chosen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case Qt.Key.Key_BracketRight:
                self.go(1, problem=True)
            case Qt.Key.Key_BracketLeft:
                self.go(-1, problem=True)
            case Qt.Key.Key_Down if alt:
                self.go(1, problem=True)
            case Qt.Key.Key_Up if alt:
                self.go(-1, problem=True)
            case Qt.Key.Key_C if not event.modifiers():
                self.code_wished.emit()
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys here; words are looked for in the field above."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def _stay(self, before: QuotationRow | None) -> None:
        at = self.table.place_of(before) if before is not None else -1
        index = self.table.index(max(0, at)) if self.table.rows else QModelIndex()
        self.setCurrentIndex(index)
        if index.isValid():
            self.scrollTo(index)
        self.arrived.emit(self.chosen())
