"""A sheet: something asked or told in the window itself, on the ground of the workspace.

Any QWidget with a ``closed`` signal can be laid down as one. `SheetPage` gives it its ground, its
border and its shadow.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
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

MARGIN, SHADOW, DROP, RADIUS = 32, 30, 8, 10


def paint_shadow(painter: QPainter, box: QRectF, radius: float, *, spread: int = SHADOW) -> None:
    """A soft shadow under a box with round corners, a little below it."""
    look = theme.current()
    colour = QColor(look.colour("shadow"))
    strength = 0.04 if look.dark else 0.014
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    for grow in range(spread, -DROP, -2):
        near = 1 - (grow + DROP) / (spread + DROP)
        colour.setAlphaF(0.004 + strength * near * near)
        painter.setBrush(colour)
        painter.drawRoundedRect(
            box.adjusted(-grow, -grow + DROP, grow, grow + DROP), radius + grow, radius + grow
        )
    painter.restore()


class SheetPage(QWidget):
    """The ground a sheet lies on: a `Sheet` in the middle, anything else from edge to edge."""

    def __init__(self, sheet: QWidget) -> None:
        super().__init__()
        self.sheet = sheet
        self.came_from: QWidget | None = None  # what had the keys before
        self.setProperty("role", "ground")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._frame = QFrame()
        self._frame.setProperty("role", "sheet")
        inner = QVBoxLayout(self._frame)
        inner.setContentsMargins(1, 1, 1, 1)
        inner.addWidget(sheet)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        if isinstance(sheet, Sheet):
            row.addWidget(self._frame, 0, Qt.AlignmentFlag.AlignCenter)
        else:
            row.setContentsMargins(60, MARGIN, 60, MARGIN)
            row.addWidget(self._frame)

    def focusNextPrevChild(self, forward: bool) -> bool:
        # Tab goes round in the sheet, and so does the focus of a button that is switched off:
        # behind it nothing can be seen to have it.
        moved = super().focusNextPrevChild(forward)
        now = QApplication.focusWidget()
        if moved and (now is None or not self.isAncestorOf(now)):
            if forward:
                self.sheet.setFocus(Qt.FocusReason.TabFocusReason)
                super().focusNextPrevChild(True)
            elif last := [
                b for b in self.findChildren(QPushButton) if b.isEnabled() and b.isVisible()
            ]:
                last[-1].setFocus(Qt.FocusReason.BacktabFocusReason)
        return moved

    def resizeEvent(self, event: QResizeEvent) -> None:
        if isinstance(self.sheet, Sheet):
            self.sheet.setFixedWidth(min(self.sheet.wide, self.width() - 2 * MARGIN))
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the focus, on any sheet."""
        held = self.focusWidget()
        if _is_return(event) and isinstance(held, QAbstractButton):
            held.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().colour("ground"))
        paint_shadow(painter, QRectF(self._frame.geometry()), RADIUS)


class Sheet(QWidget):
    """A sheet of a title, a body that scrolls where there is little room, and a row of buttons.

    Escape closes it. Return presses the button that has the focus, elsewhere the primary one.
    """

    closed = Signal()

    def __init__(self, title: str, *, about: str = "", width: int = 560) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.wide = width
        self._primary: QPushButton | None = None
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
        if role == "primary":
            self._primary = button
        return button

    def add_close(self, words: str = "") -> QPushButton:
        """The button that closes the sheet, as Escape does."""
        button = self.add_button(words or _("Close"))
        button.clicked.connect(self.closed)
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        elif not (_is_return(event) and self._answer()):
            super().keyPressEvent(event)

    def _answer(self) -> bool:
        """Press what Return means here; whether there was something."""
        held = self.focusWidget()
        wanted: QAbstractButton | None = self._primary
        # Return on a tick or on one of a few choices says that the choosing is done.
        if isinstance(held, QAbstractButton):
            ticks = held.isCheckable() and held.property("role") != "choice-row"
            wanted = wanted if ticks else held
        if wanted is None or not (wanted.isEnabled() and wanted.isVisible()):
            return False
        wanted.click()
        return True


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
        hint = self._page.sizeHint()
        if self._page.hasHeightForWidth():
            hint.setHeight(self._page.heightForWidth(self.width()))
        return hint

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()


def _is_return(event: QKeyEvent) -> bool:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    return event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not held


def _line() -> QFrame:
    line = QFrame()
    line.setProperty("role", "line")
    line.setFixedHeight(1)
    return line
