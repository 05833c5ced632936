"""What lets a pane lie over the right of any workspace, with its shadow, until it is closed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from qualtool.ui import theme

SHADOW = 18


class Sliding(QObject):
    """Keeps a pane at the right of a widget, and gives the keys back to what had them before."""

    def __init__(self, pane: QWidget, beside: QWidget, *, widest: int, narrowest: int) -> None:
        super().__init__(pane)
        self._pane, self._beside = pane, beside
        self._widest, self._narrowest = widest, narrowest
        self._before: QWidget | None = None
        window = pane.parentWidget()
        assert window is not None
        self._shadow = _Shadow(window)
        pane.destroyed.connect(self._shadow.deleteLater)
        beside.installEventFilter(self)
        pane.hide()

    def show(self) -> None:
        """Let the pane come, and note what had the keys."""
        focus = QApplication.focusWidget()
        if focus is not None and not self._pane.isAncestorOf(focus):
            self._before = focus
        self._follow()
        for part in (self._shadow, self._pane):
            part.show()
            part.raise_()

    def hide(self) -> None:
        """Let the pane go, and the keys be where they were."""
        inside = (focus := QApplication.focusWidget()) is None or self._pane.isAncestorOf(focus)
        self._pane.hide()
        self._shadow.hide()
        if inside:
            before = self._before
            there = before is not None and isValid(before) and before.isVisible()
            (before if there and before is not None else self._beside).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = event.type() in (QEvent.Type.Resize, QEvent.Type.Move)
        if moved and isValid(self._pane) and self._pane.isVisible():
            self._follow()
        return False

    def _follow(self) -> None:
        over = self._beside
        place = over.mapTo(over.window(), over.rect().topLeft())
        width = min(self._widest, max(self._narrowest, over.width() * 2 // 5))
        box = QRect(place.x() + over.width() - width, place.y(), width, over.height())
        self._pane.setGeometry(box)
        self._shadow.setGeometry(box.x() - SHADOW, box.y(), SHADOW, box.height())


class _Shadow(QWidget):
    """What the pane casts on what it lies over; the mouse goes through it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = theme.current()
        fade = QLinearGradient(0, 0, self.width(), 0)
        for at, strength in ((0.0, 0.0), (0.6, 0.03), (1.0, 0.10)):
            colour = QColor(look.colour("shadow"))
            colour.setAlphaF(strength * (3 if look.dark else 1))
            fade.setColorAt(at, colour)
        QPainter(self).fillRect(self.rect(), fade)
