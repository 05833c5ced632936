"""The pictures of a report as bitmaps too, for programs that cannot show SVG."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgRenderer

from qualtool.core.report import Figure, Report
from qualtool.formats.svg_words import FACE
from qualtool.ui import fonts
from qualtool.ui.charts import images

_MOST_DOTS: Final = 24_000_000  # about 100 MB while it is drawn


def with_bitmaps(report: Report) -> Report:
    """The report with a PNG in each picture that has none."""
    return replace(
        report,
        blocks=tuple(
            replace(each, png=png(each.svg, each.width, each.height))
            if isinstance(each, Figure) and not each.png
            else each
            for each in report.blocks
        ),
    )


def png(svg: bytes, width: int, height: int) -> bytes:
    """The bytes of a PNG of an SVG picture; `width` and `height` are in CSS pixels.

    Works without a window, as on the command line.
    """
    images.without_screen()
    fonts.load()
    # Qt takes a list of faces for the name of one.
    drawn = QSvgRenderer(QByteArray(svg.replace(FACE.encode(), b"Inter")))
    image, _scale = images.paper(width, height, _MOST_DOTS)
    painter = QPainter(image)
    drawn.render(painter)
    painter.end()
    return images.png(image)
