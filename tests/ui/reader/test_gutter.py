"""The gutter cites places as the project does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from qualtool.core.source import Locator
from qualtool.ui.reader.face import face_of
from qualtool.ui.reader.gutter import place_words
from qualtool.ui.reader.page import Page
from qualtool.ui.reader.reader import Reader
from tests.ui.reader.transcripts import plain, reading_of


@pytest.mark.parametrize(
    ("scheme", "words"),
    [
        ("paragraph", ["1 · 04:12", "2 · 04:21", "3 · 05:02", "4 · 05:05", "5"]),
        ("line", ["1 · 04:12", "2 · 04:21", "6 · 05:02", "7 · 05:05", "9"]),
        ("page", ["p. 7 · 04:12", "p. 8 · 04:21", "p. 8 · 05:02", "p. 8 · 05:05", "p. 8"]),
        ("time", ["04:12", "04:21", "05:02", "05:05", ""]),
    ],
)
def test_a_paragraph_is_cited_as_the_project_says(
    reader: Reader, scheme: str, words: list[str]
) -> None:
    pages = (Locator(0, "page", "7"), Locator(60, "page", "8"))
    reading = replace(reading_of(), citation=scheme, locators=pages)
    page = Page(reading, face_of("serif", 1.0), 440)
    assert [place_words(page, number) for number in range(5)] == words


def test_every_fifth_line_is_numbered_whatever_the_width(reader: Reader) -> None:
    reading = plain("Så gikk vi hjem igjen og ventet på svar. " * 60)
    reader.show_document(None, [])
    reader.show_document(reading, [])
    bare = _marks(reader)
    reader.show_document(None, [])
    reader.show_document(replace(reading, citation="line"), [])
    assert _marks(reader) > bare * 3


def _marks(reader: Reader) -> int:
    """How many pixels of the gutter are written on."""
    image = reader.view.viewport().grab().toImage()
    blank = image.pixelColor(1, 1)
    return sum(
        image.pixelColor(x, y) != blank
        for x in range(reader.view.measure.text_left - 12)
        for y in range(image.height())
    )
