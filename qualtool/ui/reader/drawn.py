"""Keeps pictures of the pieces that were painted, so that scrolling only moves them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

_KEPT: Final = 5_000_000  # pixels of pictures: some ten screens of text


class Drawn:
    """Pictures by the number of the piece; `forget` when anything that they show has changed."""

    def __init__(self) -> None:
        self._pictures: OrderedDict[int, QPixmap] = OrderedDict()
        self._pixels = 0

    def forget(self) -> None:
        """Paint all anew from now on."""
        self._pictures.clear()
        self._pixels = 0

    def draw(
        self,
        painter: QPainter,
        number: int,
        top: float,
        size: QSize,
        behind: QColor,
        paint: Callable[[QPainter], None],
    ) -> None:
        """Draw the picture of a piece at a height; `paint` makes it where there is none yet."""
        ratio = painter.device().devicePixelRatio()
        picture = self._pictures.get(number)
        if picture is None or picture.devicePixelRatio() != ratio:
            picture = QPixmap(size * ratio)
            picture.setDevicePixelRatio(ratio)
            picture.fill(behind)
            inner = QPainter(picture)
            paint(inner)
            inner.end()
            self._keep(number, picture)
        self._pictures.move_to_end(number)
        # On whole pixels of the screen, or it would be blurred.
        painter.drawPixmap(QPointF(0, round(top * ratio) / ratio), picture)

    def _keep(self, number: int, picture: QPixmap) -> None:
        self._pictures[number] = picture
        self._pixels += picture.width() * picture.height()
        while self._pixels > _KEPT and len(self._pictures) > 1:
            _number, oldest = self._pictures.popitem(last=False)
            self._pixels -= oldest.width() * oldest.height()
