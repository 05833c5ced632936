"""The right of the report workspace: choices, two checks, and the way out of the project."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qualtool.i18n import gettext as _
from qualtool.ui.panels.wrapped import WrappedLabel
from qualtool.ui.report.block_pane import BlockPane
from qualtool.ui.report.check_head import CheckHead
from qualtool.ui.report.disclosure_pane import DisclosurePane
from qualtool.ui.report.export_pane import ExportPane
from qualtool.ui.report.front_pane import FrontPane

SIDE = 16


class RightPane(QFrame):
    """All of it scrolls where there is little room, but the export, which is always in view."""

    quotations_wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "surface")
        self.setMinimumWidth(256)
        self.block = BlockPane()
        self.front = FrontPane()
        self.disclosure = DisclosurePane()
        self.export = ExportPane()
        self.front.hide()
        self._cautions = QVBoxLayout()
        self._cautions.setSpacing(4)
        page = QWidget()
        self._column = QVBoxLayout(page)
        self._column.setContentsMargins(SIDE, 16, SIDE, 4)
        self._column.setSpacing(8)
        self._column.addWidget(self.block)
        self._column.addWidget(self.front)
        self._column.addLayout(self._cautions)
        self._column.addWidget(self.disclosure)
        self._column.addWidget(self._quotations())
        self._column.addStretch(1)
        self._scroll = _Fitting(page)
        self.disclosure.reached.connect(lambda card: self._scroll.ensureWidgetVisible(card, 0, 8))
        foot = QWidget()
        below = QVBoxLayout(foot)
        below.setContentsMargins(SIDE, 0, SIDE, 12)
        below.addWidget(self.export)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 100)
        column.addWidget(foot)
        column.addStretch(1)

    def show_block(self) -> None:
        """Show what can be chosen about a block."""
        self.front.hide()
        self.block.show()

    def show_front(self) -> None:
        """Show what holds for the whole report."""
        self.block.hide()
        self.front.show()

    def show_cautions(self, words: Sequence[str]) -> None:
        """Say what the researcher should know of the chosen block."""
        while (item := self._cautions.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for each in words:
            self._cautions.addWidget(WrappedLabel(each, role="caution"))

    def show_quotations(self, name: str, words: str) -> None:
        """Say which draft was held against the material last, and what came of it."""
        self._draft.set_words(name)
        self._verdicts.setText(words or _("Hold your draft against what was said."))
        self.quotations.setText(_("Open the check") if words else _("Check a draft …"))

    def _quotations(self) -> QWidget:
        whole = QWidget()
        self._draft = CheckHead(_("Are the quotations true?"))
        self._verdicts = QLabel()
        self._verdicts.setTextFormat(Qt.TextFormat.RichText)
        self._verdicts.setWordWrap(True)
        self.quotations = QPushButton()
        self.quotations.setProperty("role", "finding-link")
        self.quotations.clicked.connect(self.quotations_wished)
        card = QFrame()
        card.setProperty("role", "finding")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(12, 10, 12, 10)
        inner.setSpacing(4)
        inner.addWidget(self._verdicts)
        inner.addWidget(self.quotations, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._draft)
        column.addWidget(card)
        self.show_quotations("", "")
        return whole


class _Fitting(QScrollArea):
    """As high as what it holds where there is room, and scrolling where there is not."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page.installEventFilter(self)
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            self._settled.start()  # what has just been put in is laid out only after this
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._high())

    def _high(self) -> int:
        if self._page.hasHeightForWidth():
            return self._page.heightForWidth(self.viewport().width())
        return self._page.sizeHint().height()

    def _fit(self) -> None:
        bar = self.verticalScrollBar()
        beside = bar.width() if bar.isVisible() else 0
        # What is above and below it stays in line.
        if self._page.contentsMargins().right() != -beside:
            self._page.setContentsMargins(0, 0, -beside, 0)
        high = max(40, self._high())
        if self.maximumHeight() != high:
            self.setMaximumHeight(high)
