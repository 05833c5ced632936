"""The icons: single-colour drawings, tinted with a colour of the look when they are shown."""

from __future__ import annotations

from functools import cache
from importlib import resources

from PySide6.QtCore import QByteArray, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from qualtool.ui import theme


def icon(name: str, role: str = "muted", *, active: str = "") -> QIcon:
    """An icon by the name of its file, in the colour of a role; in `active` where it is checked.

    It follows the look by itself. Raises FileNotFoundError for a name that there is no file of.
    """
    _svg(name)
    return QIcon(_Engine(name, role, active or role))


def paint(painter: QPainter, name: str, box: QRectF, colour: QColor) -> None:
    """Draw an icon in a box, in a colour."""
    _renderer(name, colour.name()).render(painter, box)


class _Engine(QIconEngine):
    """Draws at the size asked for and in the colour of now, so a new look needs no new icons."""

    def __init__(self, name: str, role: str, active: str) -> None:
        super().__init__()
        self._name, self._role, self._active = name, role, active

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        role = self._active if state == QIcon.State.On else self._role
        if mode == QIcon.Mode.Disabled:
            role = "faint"
        paint(painter, self._name, QRectF(rect), theme.current().colour(role))

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        if drawn.isNull():  # where there is no room for it
            return drawn
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, drawn.rect(), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _Engine(self._name, self._role, self._active)


@cache
def _svg(name: str) -> str:
    file = resources.files("qualtool.resources") / "icons" / f"{name}.svg"
    return file.read_text("utf-8")


@cache
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_svg(name).replace("#000", colour).encode()))
