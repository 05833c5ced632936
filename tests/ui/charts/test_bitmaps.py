from __future__ import annotations

import pytest
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from qualtool.core.chart import Bar, Chart, Words
from qualtool.core.report import Figure, Heading, Report
from qualtool.formats import write_chart
from qualtool.ui.charts import bitmaps, images

PARTS = (Bar(0, 0, 50, 40, "#ff0000"), Words("Kultur", 60, 20, "#000000"))
SVG = write_chart.write(Chart(100, 40, PARTS, "En rød firkant.", "nb"), title="Prøve")


def shown(png: bytes = b"") -> Figure:
    return Figure("Figur", 1, "Prøve", SVG, png, 100, 40, "En rød firkant.")


@pytest.mark.usefixtures("qtbot")
def test_a_picture_becomes_sharp_enough_for_paper() -> None:
    report = bitmaps.with_bitmaps(Report("A", "nb", (Heading("A"), shown())))
    figure = report.blocks[1]
    assert isinstance(figure, Figure)
    image = QImage.fromData(figure.png)
    assert (image.width(), image.height()) == (312, 125)
    assert round(image.dotsPerMeterX() * 0.0254) == 300
    assert image.pixelColor(70, 60).name() == "#ff0000"
    assert image.pixelColor(300, 110).name() == "#ffffff"
    letters = [image.pixelColor(x, y).lightness() for x in range(180, 312) for y in range(20, 80)]
    assert min(letters) < 80


@pytest.mark.usefixtures("qtbot")
def test_a_picture_that_has_its_bitmap_keeps_it() -> None:
    report = Report("A", "nb", (shown(b"PNG"),))
    assert bitmaps.with_bitmaps(report) == report


def test_a_picture_too_large_for_the_memory_has_fewer_dots(qtbot: QtBot) -> None:
    image, scale = images.paper(1_000, 1_000, 250_000)
    assert scale == 0.5
    assert (image.width(), image.height()) == (500, 500)
