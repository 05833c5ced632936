"""The stretches that a key selects: the sentence, the paragraph, the turn."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from qualtool.ui.reader.page import Page

Span = tuple[int, int]


def sentence(page: Page, offset: int) -> Span:
    """The sentence at an offset."""
    from qualtool.language.sentences import sentence_at

    start, end = page.pieces.paragraph(page.pieces.at(offset))
    # The first time, the rules of the language are loaded, which takes a moment.
    QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        found = sentence_at(page.reading.text[start:end], offset - start, page.reading.language)
    finally:
        QGuiApplication.restoreOverrideCursor()
    return start + found[0], start + found[1]


def without_edges(page: Page, span: Span) -> Span | None:
    """A stretch without the white space at its ends, None where it is nothing else."""
    start, end = span
    said = page.reading.text[start:end]
    bare = said.strip()
    if not bare:
        return None
    start += len(said) - len(said.lstrip())
    return start, start + len(bare)


def paragraph(page: Page, offset: int) -> Span:
    """The paragraph at an offset."""
    return page.pieces.paragraph(page.pieces.at(offset))


def turn(page: Page, offset: int) -> Span:
    """The turn at an offset; the paragraph where no turns are known."""
    found = page.turn_of(page.pieces.at(offset))
    return (found.start, found.end) if found is not None else paragraph(page, offset)
