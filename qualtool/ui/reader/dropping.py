"""What is dragged out of the text, and which stretch is coded when codes are dropped on it."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from qualtool.ui import dragging
from qualtool.ui.reader.coded import Coded
from qualtool.ui.reader.page import Page
from qualtool.ui.reader.selecting import without_edges


def offered_span(
    page: Page, coded: Coded, selection: tuple[int, int] | None, offset: int
) -> tuple[int, int]:
    """The selection if the place lies in it, else the excerpt that lies there, or the paragraph."""
    if selection is not None and selection[0] <= offset < selection[1]:
        return without_edges(page, selection) or selection
    if here := coded.at(offset):
        return here[0].start, here[0].end
    return page.pieces.paragraph(page.pieces.at(offset))


def carried(page: Page, selection: tuple[int, int]) -> QMimeData:
    """A selection as it is dragged to a code, and its words for other programs."""
    start, end = without_edges(page, selection) or selection
    span = dragging.Span(page.reading.document_id, start, end)
    return span.to_mime(page.reading.text[start:end])


def carries_codes(data: QMimeData | None) -> bool:
    """Whether a drag carries codes or themes."""
    return data is not None and (data.hasFormat(dragging.CODES) or data.hasFormat(dragging.THEMES))
