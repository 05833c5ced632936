"""A sheet: something asked or told in the window itself, on the ground of the workspace.

Any QWidget with a ``closed`` signal can be laid down as one. `SheetPage` gives it its ground, its
border and its shadow.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from qualtool.i18n import gettext as _
from qualtool.ui import theme

MARGIN, SHADOW, RADIUS = 32, 28, 10


def paint_shadow(painter: QPainter, box: QRectF, radius: float, *, spread: int = SHADOW) -> None:
    """A soft shadow under a box with round corners, a little below it."""
    colour = QColor(theme.current().colour("shadow"))
    strength = 4.5 if not theme.current().dark else 9.0
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for step in range(spread, 0, -3):
        fade = 1 - step / (spread + 3)
        colour.setAlphaF(min(1.0, strength / 255 * (0.3 + fade)))
        painter.setBrush(colour)
        grown = box.adjusted(-step, -step * 0.7 + 6, step, step + 6)
        painter.drawRoundedRect(grown, radius + step, radius + step)
    painter.restore()


class SheetPage(QWidget):
    """The ground a sheet lies on. A sheet says by its size policy whether it fills the page."""

    def __init__(self, sheet: QWidget) -> None:
        super().__init__()
        self.sheet = sheet
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._frame = QFrame()
        self._frame.setProperty("role", "sheet")
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(sheet)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        fills = sheet.sizePolicy().horizontalPolicy() == QSizePolicy.Policy.Expanding
        if fills:
            row.setContentsMargins(60, MARGIN, 60, MARGIN)
            row.addWidget(self._frame)
        else:
            row.addWidget(self._frame, 0, Qt.AlignmentFlag.AlignCenter)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("ground"))
        paint_shadow(painter, QRectF(self._frame.geometry()), RADIUS)


class Sheet(QWidget):
    """A sheet of a title, a body that scrolls where there is little room, and a row of buttons."""

    closed = Signal()

    def __init__(self, title: str, *, about: str = "", width: int = 560) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setAccessibleName(title)
        self._width = width
        self.setMinimumWidth(min(width, 480))
        heading = QLabel(title)
        heading.setProperty("role", "title")
        head = QHBoxLayout()
        head.setContentsMargins(24, 20, 24, 16)
        head.setSpacing(14)
        head.addWidget(heading)
        if about:
            quiet = QLabel(about)
            quiet.setProperty("role", "quiet")
            head.addWidget(quiet)
        head.addStretch(1)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(16)
        page = QWidget()
        page.setLayout(self.body)
        page.setFixedWidth(width - 4)
        self._scroll = _Fitting(page)
        self.foot = QHBoxLayout()
        self.foot.setContentsMargins(24, 12, 24, 12)
        self.foot.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(_line())
        column.addWidget(self._scroll, 1)
        column.addWidget(_line())
        column.addLayout(self.foot)

    def add_button(self, words: str, *, role: str = "plain") -> QPushButton:
        """A button at the right of the foot."""
        if self.foot.count() == 0:
            self.foot.addStretch(1)
        button = QPushButton(words)
        button.setProperty("role", role)
        self.foot.addWidget(button)
        return button

    def add_close(self, words: str = "") -> QPushButton:
        """The button that closes the sheet, as Escape does."""
        button = self.add_button(words or _("Close"))
        button.clicked.connect(self.closed)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class _Fitting(QScrollArea):
    """As high as what it holds where there is room, and scrolling where there is not."""

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.setWidget(page)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return self._page.sizeHint()


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line
