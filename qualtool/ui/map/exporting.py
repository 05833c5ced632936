"""The map as a file: SVG with real text, a sharp PNG, a PDF of its own size."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from qualtool.core.errors import QualtoolError
from qualtool.core.map_picture import Picture
from qualtool.i18n import gettext as _
from qualtool.reports import map_picture, saving
from qualtool.ui import fonts, theme
from qualtool.ui.charts import images
from qualtool.ui.map.painting import on_paper, paint_picture

ENDINGS: Final = ("svg", "png", "pdf")
_MOST_DOTS: Final = 60_000_000  # about 240 MB while it is painted
_DOTS: Final = 1200  # to the inch, in a PDF


def save(picture: Picture, path: Path) -> None:
    """Write a picture to a file of the kind its ending says, as it looks on paper.

    Raises QualtoolError "picture_kind" for another ending, or what `saving.write_whole` raises.
    """
    saving.write_whole(path, data(picture, path.suffix.lstrip(".").lower()))


def data(picture: Picture, ending: str) -> bytes:
    """The bytes of a picture file. Raises QualtoolError "picture_kind"."""
    match ending:
        case "svg":
            return map_picture.svg(picture)
        case "png":
            return png(picture)
        case "pdf":
            return pdf(picture)
    raise QualtoolError(
        "picture_kind",
        _("The map is written as SVG, PNG or PDF, not as “{ending}”."),
        ending=ending,
    )


def png(picture: Picture) -> bytes:
    """A bitmap with 300 dots to the inch, fewer where that would be too large for the memory."""
    fonts.load()
    image, scale = images.paper(picture.width, picture.height, _MOST_DOTS)
    image.setText("Title", picture.title)
    image.setText("Description", picture.alternative)
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint_picture(painter, picture, on_paper(theme.load("light")))
    painter.end()
    return images.png(image)


def pdf(picture: Picture) -> bytes:
    """A page as large as the picture, with text that can be searched."""
    fonts.load()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS)
    writer.setTitle(picture.title)
    writer.setCreator("Qualtool")
    inches = QSizeF(picture.width / 96, picture.height / 96)
    size = QPageSize(inches, QPageSize.Unit.Inch, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0)))
    painter = QPainter(writer)
    painter.scale(_DOTS / 96, _DOTS / 96)
    paint_picture(painter, picture, on_paper(theme.load("light")))
    painter.end()
    buffer.close()
    return bytes(buffer.data().data())
