"""The bar above the text in which words are looked for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.ui import icons
from qualtool.ui.actions import worded_keys


class FindBar(QWidget):
    """A field, how many places there are, and ways to the next and the one before."""

    changed = Signal()  # what to look for, or how
    stepped = Signal(int)  # 1 or -1
    coding_wished = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Find in the document"))
        self.field.setAccessibleName(_("Find in the document"))
        self.field.setMinimumWidth(160)
        self.field.setMaximumWidth(340)
        self.field.installEventFilter(self)
        self.field.textChanged.connect(self.changed)
        self.count = QLabel()
        self.count.setProperty("role", "quiet")
        self.count.setAccessibleName(_("How many places"))
        self.count.setMinimumWidth(112)  # so that the field keeps its width as the number grows
        self.whole = QToolButton()
        self.whole.setText(_("Whole words"))
        self.whole.setCheckable(True)
        self.whole.setProperty("role", "flat")
        self.whole.toggled.connect(self.changed)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 4, 12, 4)
        row.setSpacing(8)
        row.addWidget(self.field, 1)
        row.addWidget(self.count)
        row.addStretch(1)
        row.addWidget(self.whole)
        self.before = self._button("up", _("The place before"), "Shift+F3")
        self.after = self._button("down", _("The next place"), "F3")
        self.away = self._button("close", _("Close"), "Esc")
        for button in (self.before, self.after, self.away):
            row.addWidget(button)
        self.before.clicked.connect(lambda: self.stepped.emit(-1))
        self.after.clicked.connect(lambda: self.stepped.emit(1))
        self.away.clicked.connect(self.left)
        self.setFixedHeight(40)
        self.hide()

    def show_count(self, number: int | None, count: int, *, known: bool) -> None:
        """Say which of how many places this is; `known` is false while more may be found."""
        of = _worded(count)
        words = ""
        if not count:
            words = _("Not found") if known and self.field.text() else ""
        elif number is None:
            words = ngettext("{count} place", "{count} places", count).format(count=of)
        else:
            pattern = _("{number} of {count}") if known else _("{number} of {count} …")
            words = pattern.format(number=_worded(number + 1), count=of)
        self.count.setText(words)
        for button in (self.before, self.after):
            button.setEnabled(count > 0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            match event.key():
                case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                        self.coding_wished.emit()
                    else:
                        back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                        self.stepped.emit(-1 if back else 1)
                    return True
                case Qt.Key.Key_Down | Qt.Key.Key_Up:
                    self.stepped.emit(1 if event.key() == Qt.Key.Key_Down else -1)
                    return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)

    def _button(self, icon: str, words: str, keys: str) -> QToolButton:
        button = QToolButton()
        button.setIcon(icons.icon(icon))
        button.setProperty("role", "flat")
        button.setAccessibleName(words)
        button.setToolTip(f"{words}  {worded_keys(keys)}")
        return button


def _worded(count: int) -> str:
    """A number with a narrow space between thousands."""
    return f"{count:,}".replace(",", "\u202f")
