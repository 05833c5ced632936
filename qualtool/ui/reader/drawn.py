"""Keeps pictures of the pieces that were painted, so that scrolling only moves them."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPixmap

from qualtool.store.rows import CodingRow

_KEPT: Final = 5_000_000  # pixels of pictures: some ten screens of text


@dataclass(frozen=True, slots=True)
class _Picture:
    """A piece as it was painted; none yet where it was seen once only."""

    codings: Sequence[CodingRow]
    ratio: float
    pixmap: QPixmap | None = None


class Drawn:
    """Pictures by the number of the piece, with the codings that they show.

    A piece is painted as it is the first time and kept as a picture the second: most of what a
    jump shows is never seen again. `forget` when text, measure or colours have changed.
    """

    def __init__(self) -> None:
        self._pictures: OrderedDict[int, _Picture] = OrderedDict()
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
        codings: Sequence[CodingRow],
        size: QSize,
        behind: QColor,
        paint: Callable[[QPainter], None],
    ) -> bool:
        """Draw a piece with its codings at a height; `paint` paints it at the top of a picture.

        Nothing is drawn, and the answer is False, where it was not seen before.
        """
        ratio = painter.device().devicePixelRatio()
        found = self._pictures.get(number)
        if found is None or found.ratio != ratio or found.codings != codings:
            self._keep(number, _Picture(codings, ratio))
            return False
        pixmap = found.pixmap
        if pixmap is None:
            pixmap = _pixmap(ratio, size, behind, paint)
            self._keep(number, _Picture(codings, ratio, pixmap))
        self._pictures.move_to_end(number)
        painter.drawPixmap(QPointF(0, whole(painter, top)), pixmap)
        return True

    def draw_ahead(
        self,
        ratio: float,
        number: int,
        codings: Sequence[CodingRow],
        size: QSize,
        behind: QColor,
        paint: Callable[[QPainter], None],
    ) -> bool:
        """Keep a picture of a piece before it is seen; whether there was none yet."""
        found = self._pictures.get(number)
        known = found is not None and found.ratio == ratio and found.codings == codings
        if known and found is not None and found.pixmap is not None:
            return False
        self._keep(number, _Picture(codings, ratio, _pixmap(ratio, size, behind, paint)))
        return True

    def _keep(self, number: int, picture: _Picture) -> None:
        self._pixels -= _size(self._pictures.pop(number, None))
        self._pictures[number] = picture
        self._pixels += _size(picture)
        while self._pixels > _KEPT and len(self._pictures) > 1:
            _number, oldest = self._pictures.popitem(last=False)
            self._pixels -= _size(oldest)


def whole(painter: QPainter, top: float) -> float:
    """A height on whole dots of the screen, between which a picture would be blurred."""
    ratio = painter.device().devicePixelRatio()
    return round(top * ratio) / ratio


def _pixmap(
    ratio: float, size: QSize, behind: QColor, paint: Callable[[QPainter], None]
) -> QPixmap:
    pixmap = QPixmap(size * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(behind)
    inner = QPainter(pixmap)
    paint(inner)
    inner.end()
    return pixmap


def _size(picture: _Picture | None) -> int:
    if picture is None or picture.pixmap is None:
        return 1 if picture is not None else 0
    return picture.pixmap.width() * picture.pixmap.height()
