"""The pages of a report one below the other, on the ground they lie on."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextDocument,
)
from PySide6.QtWidgets import QAbstractScrollArea, QFrame

from qualtool.core.report import Report
from qualtool.i18n import gettext as _
from qualtool.ui import theme
from qualtool.ui.panels.report_page import A4, laid_out, page_size

GAP = 24


class ReportPreview(QAbstractScrollArea):
    """Shows a `Report`; a page is as wide as there is room for, at most its own size."""

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview of the table as it will print"))
        self.left_out = 0
        self._document = QTextDocument()
        self._size = A4
        self.verticalScrollBar().setSingleStep(40)

    def show_report(self, report: Report) -> None:
        """Lay a report out and show its first page."""
        self._document, self.left_out = laid_out(report)
        self._size = page_size(report)
        self.verticalScrollBar().setValue(0)
        self._measure()
        self.viewport().update()

    @property
    def pages(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(event.rect(), theme.current().colour("desk"))
        scale = self._scale()
        across = self._size.width() * scale
        left = max(GAP, (self.viewport().width() - across) / 2)
        step = self._size.height() * scale + GAP
        top = self.verticalScrollBar().value() - GAP
        first = max(0, int(top // step))
        for page in range(first, self.pages):
            y = page * step - top
            if y > self.viewport().height():
                break
            painter.save()
            painter.translate(left, y)
            painter.scale(scale, scale)
            self._paint_page(painter, page)
            painter.restore()

    def _paint_page(self, painter: QPainter, page: int) -> None:
        sheet = QRectF(0, 0, self._size.width(), self._size.height())
        painter.setPen(QPen(theme.current().colour("line"), 1))
        painter.setBrush(theme.current().colour("paper"))
        painter.drawRect(sheet)
        painter.translate(0, -page * self._size.height())
        look = QAbstractTextDocumentLayout.PaintContext()
        look.clip = sheet.translated(0, page * self._size.height())
        look.palette.setColor(QPalette.ColorRole.Text, theme.current().colour("paper_ink"))
        painter.setClipRect(look.clip)
        self._document.documentLayout().draw(painter, look)

    def _scale(self) -> float:
        room: float = self.viewport().width() - 2 * GAP
        return max(0.3, min(1.0, room / self._size.width()))

    def _measure(self) -> None:
        size = QSizeF(self._size) * self._scale()
        whole = round(self.pages * (size.height() + GAP) + GAP)
        self.verticalScrollBar().setPageStep(self.viewport().height())
        self.verticalScrollBar().setRange(0, max(0, whole - self.viewport().height()))
