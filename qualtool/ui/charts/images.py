"""Bitmaps that are sharp on paper, painted with or without a window."""

from __future__ import annotations

import os
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

SHARP: Final = 3.125  # 300 dots to the inch, where a picture has 96
_held: list[QApplication] = []  # what Qt would else take down at once


def without_screen() -> None:
    """Let pictures be painted where there is no window, as on the command line."""
    if QApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _held.append(QApplication([]))


def paper(width: int, height: int, most_dots: int) -> tuple[QImage, float]:
    """White paper for a picture of a size in pixels, and how many dots a pixel has each way.

    300 dots to the inch, fewer where there would be more than `most_dots` in all.
    """
    scale = min(SHARP, (most_dots / (width * height)) ** 0.5)
    image = QImage(
        QSize(max(1, round(width * scale)), max(1, round(height * scale))),
        QImage.Format.Format_RGB32,
    )
    image.fill(Qt.GlobalColor.white)
    per_metre = round(96 * scale / 0.0254)
    image.setDotsPerMeterX(per_metre)
    image.setDotsPerMeterY(per_metre)
    return image, scale


def png(image: QImage) -> bytes:
    """The bytes of a PNG file of a bitmap."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide names no type for the kind
    return bytes(buffer.data().data())
