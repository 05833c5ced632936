"""A card over the foot of the workspace: the coding that is looked at again, to be decided on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from qualtool.analysis.look_again import Look
from qualtool.i18n import gettext as _
from qualtool.ui import icons, theme
from qualtool.ui.actions import worded_keys
from qualtool.ui.panels.colour_mark import ColourMark
from qualtool.ui.panels.elided import ElidedLabel
from qualtool.ui.panels.sheet import paint_shadow

WIDEST, MARGIN, SHADOW = 620, 16, 14


class LookAgainBar(QWidget):
    """Lies over the lower end of a widget until it is closed; the rest stays to be worked with."""

    kept = Signal()
    changed = Signal()
    next_wished = Signal()
    list_wished = Signal()
    closed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over.window())
        self._over = over
        self.setAccessibleName(_("Look again"))
        self._mark = ColourMark("slate")
        self.code = ElidedLabel(role="strong")
        self.place = ElidedLabel(role="quiet")
        self.left = QLabel()
        self.left.setProperty("role", "count")
        self.reason = QLabel()
        self.reason.setProperty("role", "quiet-text")
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setWordWrap(True)
        close = QToolButton()
        close.setIcon(icons.icon("close"))
        close.setAccessibleName(_("Close; what is left waits"))
        close.setToolTip(close.accessibleName())
        close.clicked.connect(self.closed)
        head = QHBoxLayout()
        head.setSpacing(8)
        for part in (self._mark, self.code, self.place):
            head.addWidget(part)
        head.addStretch(1)
        head.addWidget(self.left)
        head.addWidget(close)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        everything = QPushButton(_("All that wait …"))
        everything.setProperty("role", "link")
        everything.clicked.connect(self.list_wished)
        foot.addWidget(everything)
        foot.addStretch(1)
        self.buttons: dict[str, QPushButton] = {}
        for key, words, keys, signal in (
            ("next", _("Next"), "F7", self.next_wished),
            ("changed", _("Changed"), "Shift+F8", self.changed),
            ("kept", _("Keep as it is"), "F8", self.kept),
        ):
            button = QPushButton(words)
            button.setProperty("role", "primary" if key == "kept" else "plain")
            button.setToolTip(worded_keys(keys))
            button.clicked.connect(signal)
            foot.addWidget(button)
            self.buttons[key] = button
        column = QVBoxLayout(self)
        column.setContentsMargins(16 + SHADOW, 10 + SHADOW, 12 + SHADOW, 12 + SHADOW)
        column.setSpacing(8)
        column.addLayout(head)
        column.addWidget(self.reason)
        column.addLayout(foot)
        over.installEventFilter(self)
        self.hide()

    def show_look(self, row: Look, number: int, count: int) -> None:
        """Show what is looked at, which of how many."""
        self._mark.show_colour(row.colour)
        self.code.setText(row.code)
        who = f" · {row.coder}" if row.coder else ""
        self.place.setText(f"{row.document}{who}")
        self.left.setText(_("{number} of {count}").format(number=number, count=count))
        reason = " · ".join(" ".join(part.split()) for part in row.reason.split("\n\n"))
        self.reason.setText(reason if len(reason) <= 220 else f"{reason[:220].rstrip()} …")
        self.reason.setVisible(bool(reason))
        self.setAccessibleDescription(f"{row.code}, {row.document}. {reason}")
        self.show()
        self.raise_()
        self._follow()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move) and isValid(self):
            self._follow()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
        paint_shadow(painter, box, 10, spread=SHADOW)
        look = theme.current()
        painter.setPen(QPen(look.colour("line"), 1))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)

    def _follow(self) -> None:
        if self.isHidden():
            return
        over = self._over
        place = over.mapTo(over.window(), over.rect().topLeft())
        width = min(WIDEST, over.width() - 2 * MARGIN) + 2 * SHADOW
        self.setFixedWidth(width)
        height = (
            self.heightForWidth(width) if self.hasHeightForWidth() else self.sizeHint().height()
        )
        left = place.x() + (over.width() - width) // 2
        self.setGeometry(left, place.y() + over.height() - height - MARGIN + SHADOW, width, height)
