"""What can be put into the report: every block with what it shows, and what is in it now."""

from __future__ import annotations

from collections.abc import Collection
from typing import Final

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from qualtool.core.names import folded
from qualtool.i18n import gettext as _
from qualtool.operations import usual_blocks
from qualtool.reports import catalogue
from qualtool.ui import fonts, theme
from qualtool.ui.panels.sheet import Sheet
from qualtool.ui.report.block_model import Index

_HIGH: Final = 440
_KEY: Final = Qt.ItemDataRole.UserRole.value
_ABOUT: Final = _KEY + 1
_WITHIN: Final = _KEY + 2
_ROW: Final = 52
# In the order of a reader; what is for the researcher alone comes last.
_ORDER: Final = {name: place for place, name in enumerate(usual_blocks.USUAL)}


class AddSheet(Sheet):
    """Type to find, the arrows choose, Enter puts in; `chosen` tells the block's name."""

    chosen = Signal(str)

    def __init__(self, report: str, held: Collection[str] = ()) -> None:
        """`held` are the names of the blocks that are in the report already."""
        super().__init__(_("Add a block"), about=report, width=640)
        self.sought = QLineEdit()
        self.sought.setPlaceholderText(_("Find a table, a picture or a text"))
        self.sought.setAccessibleName(_("Find a block"))
        self.list = QListWidget()
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setAccessibleName(_("Blocks that can be added"))
        self.list.setFixedHeight(_HIGH)
        self._held = held
        for block in sorted(
            catalogue.BLOCKS, key=lambda block: _ORDER.get(block.name, len(_ORDER))
        ):
            item = QListWidgetItem(_(block.title))
            item.setData(_KEY, block.name)
            item.setData(_ABOUT, _(block.about))
            item.setData(_WITHIN, _("in the report") if block.name in held else "")
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{_(block.title)}. {_(block.about)}")
            self.list.addItem(item)
        self.body.setSpacing(12)
        self.body.addWidget(self.sought)
        self.body.addWidget(self.list)
        self._nothing = QLabel(_("No block is called that."))
        self._nothing.setProperty("role", "quiet")
        self._nothing.setFixedHeight(_HIGH)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._nothing.hide()
        self.body.addWidget(self._nothing)
        self.add_close(_("Cancel"))
        self.go = self.add_button(_("Add"), role="primary")
        self.go.clicked.connect(self._tell)
        self.sought.textChanged.connect(self._narrow)
        self.sought.installEventFilter(self)
        self.list.itemDoubleClicked.connect(lambda _item: self._tell())
        self.list.setCurrentRow(0)
        self.setFocusProxy(self.sought)

    def show_within(self, name: str, words: str) -> None:
        """Say what is in a block now."""
        for row in range(self.list.count()):
            item = self.list.item(row)
            if item.data(_KEY) == name:
                words = f"{words} · " + _("in the report") if name in self._held else words
                item.setData(_WITHIN, words)
                said = f"{item.text()}. {item.data(_ABOUT)} {words}"
                item.setData(Qt.ItemDataRole.AccessibleTextRole, said)

    def names(self) -> list[str]:
        """The names of all blocks, in the order of the list."""
        return [str(self.list.item(row).data(_KEY)) for row in range(self.list.count())]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows go through the list while a word is being written."""
        if event.type() == QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            match event.key():
                case Qt.Key.Key_Up | Qt.Key.Key_Down | Qt.Key.Key_PageUp | Qt.Key.Key_PageDown:
                    self._step(event.key())
                    return True
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    self._tell()
                    return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.list.hasFocus():
            self._tell()
        else:
            super().keyPressEvent(event)

    def _shown(self) -> list[int]:
        return [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]

    def _step(self, key: int) -> None:
        rows = self._shown()
        if not rows:
            return
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -6}.get(Qt.Key(key), 6)
        now = self.list.currentRow()
        at = rows.index(now) if now in rows else 0
        self.list.setCurrentRow(rows[max(0, min(len(rows) - 1, at + by))])

    def _narrow(self, words: str) -> None:
        wanted = folded(words).split()
        for row in range(self.list.count()):
            item = self.list.item(row)
            said = folded(f"{item.text()} {item.data(_ABOUT)}")
            item.setHidden(not all(word in said for word in wanted))
        rows = self._shown()
        if rows and self.list.currentRow() not in rows:
            self.list.setCurrentRow(rows[0])
        self.go.setEnabled(bool(rows))
        self.list.setVisible(bool(rows))
        self._nothing.setVisible(not rows)

    def _tell(self) -> None:
        item = self.list.currentItem()
        if self.list.currentRow() >= 0 and not item.isHidden():
            self.chosen.emit(str(item.data(_KEY)))


class _Delegate(QStyledItemDelegate):
    """The title over what the block shows; at the right what is in it now."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        high = (
            QFontMetricsF(fonts.interface(13)).height()
            + QFontMetricsF(fonts.interface(12)).height()
        )
        return QSize(200, max(_ROW, round(high) + 18))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        look, box = theme.current(), QRectF(option.rect)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(look.colour("selection"))
            painter.drawRoundedRect(box.adjusted(0, 1, 0, -1), 6, 6)
        inner = box.adjusted(12, 7, -12, -7)
        small = fonts.interface(12)
        within = str(index.data(_WITHIN) or "")
        painter.setFont(fonts.interface(11))
        painter.setPen(look.colour("muted"))
        wide = QFontMetricsF(fonts.interface(11)).horizontalAdvance(within)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, within)
        painter.setFont(fonts.interface(13, weight=fonts.MEDIUM))
        painter.setPen(look.colour("ink"))
        head = inner.adjusted(0, 0, -wide - 12, 0)
        title = QFontMetricsF(fonts.interface(13, weight=fonts.MEDIUM))
        words = title.elidedText(str(index.data()), Qt.TextElideMode.ElideRight, head.width())
        painter.drawText(head, Qt.AlignmentFlag.AlignTop, words)
        painter.setFont(small)
        painter.setPen(look.colour("muted"))
        about = QFontMetricsF(small).elidedText(
            str(index.data(_ABOUT)), Qt.TextElideMode.ElideRight, inner.width()
        )
        painter.drawText(inner, Qt.AlignmentFlag.AlignBottom, about)
        painter.restore()
