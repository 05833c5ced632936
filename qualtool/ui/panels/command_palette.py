"""The command palette: type what you want to do or where you want to go, and press Enter."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)

from qualtool.i18n import gettext as _
from qualtool.ui.panels.palette_items import Item, fitting, kind_in_words
from qualtool.ui.panels.palette_rows import PaletteDelegate
from qualtool.ui.panels.sheet import paint_shadow

WIDTH, TOP, AROUND, MOST_ROWS = 600, 72, 32, 11
ITEM, TYPED = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1

Index = QModelIndex | QPersistentModelIndex


class PaletteModel(QAbstractListModel):
    """The items that fit what has been typed."""

    def __init__(self, items: Sequence[Item], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items = list(items)
        self._shown = fitting(items, "")
        self._typed = ""

    def narrow(self, typed: str) -> None:
        """Show what fits."""
        self.beginResetModel()
        self._typed = typed
        self._shown = fitting(self._items, typed)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._shown):
            return None
        item = self._shown[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return item.words
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{item.words}, {kind_in_words(item.kind)}"
            case Qt.ItemDataRole.ToolTipRole:
                return item.words
            case _ if role == ITEM:
                return item
            case _ if role == TYPED:
                return self._typed
        return None


class CommandPalette(QWidget):
    """Lies over the window until something is chosen, Escape is pressed, or it is left."""

    chosen = Signal(object)  # Item
    dismissed = Signal()

    def __init__(self, window: QWidget, items: Sequence[Item]) -> None:
        super().__init__(window)
        self._window = window
        self._before: QWidget | None = QApplication.focusWidget()
        self.field = QLineEdit()
        self.field.setProperty("role", "palette")
        self.field.setPlaceholderText(_("Search or do something …"))
        self.field.setAccessibleName(_("Search or do something"))
        self.field.installEventFilter(self)
        self.model = PaletteModel(items, self)
        self.list = QListView()
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setUniformItemSizes(True)
        self.list.setAccessibleName(_("What fits"))
        self.list.clicked.connect(self._choose)
        self._nothing = QLabel(_("Nothing fits. Try fewer letters."))
        self._nothing.setProperty("role", "hint")
        self._nothing.setContentsMargins(4, 12, 4, 12)
        self._frame = QFrame(self)
        self._frame.setProperty("role", "sheet")
        column = QVBoxLayout(self._frame)
        column.setContentsMargins(1, 1, 1, 8)
        column.setSpacing(0)
        column.addWidget(self.field)
        column.addWidget(self.list)
        column.addWidget(self._nothing)
        self.field.textChanged.connect(self._narrow)
        window.installEventFilter(self)
        self._narrow("")

    def open(self) -> None:
        """Show it, ready to be typed in."""
        self._lay_out()
        self.show()
        self.raise_()
        self.field.setFocus()

    def dismiss(self) -> None:
        """Take it away, and give the focus back. May be called twice."""
        if self.isHidden():
            return
        self._window.removeEventFilter(self)
        self.hide()
        if self._before is not None:
            self._before.setFocus()
        self.dismissed.emit()
        self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.field and isinstance(event, QKeyEvent):
            return event.type() == QEvent.Type.KeyPress and self._key(event.key())
        if watched is self._window and event.type() == QEvent.Type.Resize:
            self._lay_out()
        if watched is self.field and event.type() == QEvent.Type.FocusOut and self.isVisible():
            self._before = None
            self.dismiss()
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.dismiss()

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_shadow(QPainter(self), QRectF(self._frame.geometry()), 10)

    def _key(self, key: int) -> bool:
        rows = self.model.rowCount()
        row = self.list.currentIndex().row()
        match key:
            case Qt.Key.Key_Escape:
                self.dismiss()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self._choose(self.list.currentIndex())
            case Qt.Key.Key_Down:
                self._go_to((row + 1) % rows if rows else 0)
            case Qt.Key.Key_Up:
                self._go_to((row - 1) % rows if rows else 0)
            case Qt.Key.Key_PageDown:
                self._go_to(min(row + MOST_ROWS - 1, rows - 1))
            case Qt.Key.Key_PageUp:
                self._go_to(max(row - MOST_ROWS + 1, 0))
            case _:
                return False
        return True

    def _go_to(self, row: int) -> None:
        self.list.setCurrentIndex(self.model.index(row))

    def _choose(self, index: QModelIndex) -> None:
        item = index.data(ITEM)
        if isinstance(item, Item):
            self.dismiss()
            self.chosen.emit(item)

    def _narrow(self, typed: str) -> None:
        self.model.narrow(typed)
        self._go_to(0)
        rows = self.model.rowCount()
        self._nothing.setVisible(not rows)
        self.list.setVisible(bool(rows))
        height = self.list.sizeHintForRow(0) if rows else 0
        self.list.setFixedHeight(min(rows, MOST_ROWS) * height + 2)
        self._lay_out()

    def _lay_out(self) -> None:
        window = self._window
        width = min(WIDTH, window.width() - 2 * AROUND)
        height = self._frame.sizeHint().height()
        left = (window.width() - width) // 2 - AROUND
        self.setGeometry(left, TOP - AROUND, width + 2 * AROUND, height + 2 * AROUND)
        self._frame.setGeometry(AROUND, AROUND, width, height)
