from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication

from qualtool.core.errors import QualtoolError
from qualtool.core.map_picture import Picture
from qualtool.reports import map_picture
from qualtool.store.project import Project
from qualtool.ui import theme
from qualtool.ui.map import exporting
from tests.ui.studies import furnish


@pytest.fixture
def picture(project: Project, dressed: QApplication) -> Picture:
    furnish(project)
    with project.read() as session:
        return map_picture.picture(session, title="Kart over temaene", language="nb")


def test_a_bitmap_has_three_hundred_dots_to_the_inch(picture: Picture, tmp_path: Path) -> None:
    exporting.save(picture, tmp_path / "kart.png")
    image = QImage(str(tmp_path / "kart.png"))
    assert image.width() == round(picture.width * 3.125)
    assert round(image.dotsPerMeterX() * 0.0254) == 300
    assert image.text("Title") == "Kart over temaene"
    assert image.pixelColor(2, 2) == QColor("#ffffff")


def test_a_bitmap_is_on_white_paper_in_dark_colours_too(picture: Picture) -> None:
    light = exporting.png(picture)
    theme.choose("dark")
    assert exporting.png(picture) == light


def test_a_pdf_is_one_page_as_large_as_the_picture_with_its_words(
    picture: Picture, tmp_path: Path
) -> None:
    exporting.save(picture, tmp_path / "kart.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "kart.pdf")
    assert len(document) == 1
    page = document[0]
    assert page.get_width() == pytest.approx(picture.width * 0.75, abs=1)
    words = page.get_textpage().get_text_bounded()
    assert "Kart over temaene" in words
    assert "faste møteplasser" in words
    document.close()


def test_an_svg_holds_real_text(picture: Picture, tmp_path: Path) -> None:
    exporting.save(picture, tmp_path / "kart.svg")
    assert "faste møteplasser</text>" in (tmp_path / "kart.svg").read_text("utf-8")


def test_themes_and_codes_are_told_apart_in_grey(picture: Picture) -> None:
    image = QImage.fromData(exporting.png(picture))
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    boxes = {box.kind: box for box in picture.drawing.boxes}

    def border(kind: str) -> int:
        """How many dark dots are met on the way into a box from above, at its middle."""
        box = next(each for each in picture.drawing.boxes if each.kind == kind)
        x, y = box.middle[0] + picture.across, box.top + picture.down
        reach = range(round((y - 4) * 3.125), round((y + 5) * 3.125))
        return sum(QColor(grey.pixel(round(x * 3.125), at)).red() < 180 for at in reach)

    assert set(boxes) >= {"theme", "code"}
    assert border("theme") > border("code") > 0


def test_another_kind_of_file_is_refused_in_words(picture: Picture, tmp_path: Path) -> None:
    with pytest.raises(QualtoolError, match="SVG, PNG or PDF"):
        exporting.save(picture, tmp_path / "kart.gif")
