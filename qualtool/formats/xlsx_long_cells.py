"""Text that is too long for a cell of Excel, divided over rows so that nothing is cut."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from qualtool.core.report import Cell, plain
from qualtool.formats.markup import permitted
from qualtool.i18n import words

# Excel's own limit, in UTF-16 units.
CELL_LIMIT: Final = 32_767

Piece = tuple[str, int | date | None]


def divided(cells: tuple[Cell, ...], language: str) -> Iterator[tuple[Piece, ...]]:
    """The cells of a row, and where one holds more than Excel allows, rows that go on with it."""
    texts = [permitted(plain(cell)) for cell in cells]
    if all(len(text) * 2 <= CELL_LIMIT or units(text) <= CELL_LIMIT for text in texts):
        yield tuple(zip(texts, (cell.value for cell in cells), strict=True))
        return
    parts = [list(_parts(text, language)) for text in texts]
    for number in range(max(map(len, parts))):
        yield tuple(
            (part[number] if number < len(part) else "", None if number else cell.value)
            for part, cell in zip(parts, cells, strict=True)
        )


def _parts(text: str, language: str) -> Iterator[str]:
    on = " " + words(language).gettext("(continues in the row below)")
    again = words(language).gettext("(continued)") + " "
    start = ""
    while units(start + text) > CELL_LIMIT:
        end = _fitting(text, CELL_LIMIT - units(start + on))
        yield start + text[:end] + on
        start, text = again, text[end:]
    yield start + text


def _fitting(text: str, room: int) -> int:
    """How many characters fit in the room, ending between two words where there are words."""
    end = min(len(text), room)
    while units(text[:end]) > room:
        end -= max(1, (units(text[:end]) - room) // 2)
    space = text.rfind(" ", end - 200, end)
    return space + 1 if space > 0 else end


def units(text: str) -> int:
    """The length of a text as Excel counts it."""
    return len(text.encode("utf-16-le")) // 2
