"""A text knows where its paragraphs and lines begin, and keeps it as long as it is kept itself."""

from __future__ import annotations

from qualtool.core.source import Locator
from qualtool.store.rows import Reading

TEXT = "en\n\nto og tre"


def reading(citation: str, *locators: Locator) -> Reading:
    return Reading(1, "d", "nb", TEXT, (), (), locators, (), (), citation)


def test_paragraphs_are_counted_once_for_a_text() -> None:
    made = reading("paragraph")
    assert list(made.paragraphs) == [0, 3, 4]
    assert made.paragraphs is made.paragraphs
    assert made == reading("paragraph")


def test_lines_are_those_that_places_are_cited_by() -> None:
    assert list(reading("line").lines) == [0, 3, 4]
    assert list(reading("paragraph").lines) == []
    assert list(reading("line", Locator(0, "line", "12")).lines) == []
