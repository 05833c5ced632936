"""One sheet of an Excel file: a frozen head with a filter, and rows that stand alone."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from datetime import date
from typing import Final

from qualtool.core.report import Group, Table, caption, filled
from qualtool.formats import xlsx_parts
from qualtool.formats.markup import escaped
from qualtool.formats.package import XML
from qualtool.formats.widths import fitted
from qualtool.formats.xlsx_long_cells import Piece, divided
from qualtool.formats.xlsx_parts import DATE, HEAD, HEAD_NUMBER, NUMBER, QUOTED, WORDS, Sheet

# The width of all columns together, in characters of the sheet's font.
_CHARACTERS: Final = 165
_LINE_POINTS: Final = 15
# A taller row would fill the screen with one excerpt; its text is there when the cell is opened.
_MOST_LINES: Final = 22

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\n")
_ESCAPE: Final = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
_DAY_ZERO: Final = date(1899, 12, 30)


def sheet(
    table: Table,
    groups: Iterable[Group],
    name: str,
    language: str,
    strings: dict[str, int],
    *,
    first: bool,
) -> Sheet:
    """A sheet with these groups of the table, its words added to the shared `strings`."""
    widths = _widths(table)
    letters = [_letters(number) for number in range(len(widths))]
    rows = [_head(table, letters, strings)]
    for group in groups:
        for cells in filled(group):
            for pieces in divided(cells, language):
                rows.append(_row(len(rows) + 1, pieces, letters, widths, strings))
    if len(rows) == 1 and table.empty:
        rows.append(_row(2, ((table.empty, None),), letters, widths, strings))
    area = f"A1:{letters[-1]}{len(rows)}"
    fixed = f"$A$1:${letters[-1]}${len(rows)}"
    columns = "".join(
        f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'
        for number, width in enumerate(widths, start=1)
    )
    selected = ' tabSelected="1"' if first else ""
    # Excel takes 255 characters here, with its own "&" written twice.
    header = escaped(" ".join(caption(table).split())[:120].replace("&", "&&"))
    above = f"<oddHeader>&amp;L{header}</oddHeader>" if header else ""
    xml = (
        f"{XML}<worksheet {xlsx_parts.MAIN}>"
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="{area}"/><sheetViews><sheetView{selected}'
        ' workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft"'
        ' state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/>'
        '</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f"<cols>{columns}</cols><sheetData>{''.join(rows)}</sheetData>"
        f'<autoFilter ref="{area}"/>'
        '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
        '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>'
        f"<headerFooter>{above}"
        "<oddFooter>&amp;R&amp;P</oddFooter></headerFooter></worksheet>"
    )
    return Sheet(name, xml, fixed)


def _widths(table: Table) -> list[int]:
    """Widths in characters, with room for the arrow of the filter in the head."""
    return list(fitted(table, range(len(table.columns)), _CHARACTERS, 1, 4))


def _head(table: Table, letters: list[str], strings: dict[str, int]) -> str:
    cells = "".join(
        _text(f"{letter}1", column.title, HEAD_NUMBER if column.kind == "number" else HEAD, strings)
        for letter, column in zip(letters, table.columns, strict=True)
    )
    return f'<row r="1">{cells}</row>'


def _row(
    number: int,
    pieces: tuple[Piece, ...],
    letters: list[str],
    widths: list[int],
    strings: dict[str, int],
) -> str:
    cells = []
    most = 1
    for letter, width, (text, value) in zip(letters, widths, pieces, strict=False):
        place = f"{letter}{number}"
        match value:
            case None:
                look = QUOTED if text.startswith(_FORMULA_STARTS) else WORDS
                cells.append(_text(place, text, look, strings))
                if len(text) > width or "\n" in text:
                    most = max(most, _lines(text, width))
            case date():
                days = (value - _DAY_ZERO).days
                cells.append(f'<c r="{place}" s="{DATE}"><v>{days}</v></c>')
            case _:
                cells.append(f'<c r="{place}" s="{NUMBER}"><v>{value}</v></c>')
    high = f' ht="{min(most, _MOST_LINES) * _LINE_POINTS}"' if most > 1 else ""
    if most > _MOST_LINES:
        high += ' customHeight="1"'
    return f'<row r="{number}"{high}>{"".join(cells)}</row>'


def _lines(text: str, width: int) -> int:
    return sum(max(1, math.ceil(len(line) / width)) for line in text.split("\n"))


def _text(place: str, text: str, look: int, strings: dict[str, int]) -> str:
    if not text:
        return f'<c r="{place}" s="{look}"/>'
    # Excel reads _x0041_ as the character A; a text that says so itself is told apart.
    xml = _ESCAPE.sub("_x005F_", escaped(text))
    return f'<c r="{place}" s="{look}" t="s"><v>{strings.setdefault(xml, len(strings))}</v></c>'


def _letters(number: int) -> str:
    """The name of a column: A, B … Z, AA."""
    name = ""
    number += 1
    while number:
        number, digit = divmod(number - 1, 26)
        name = chr(ord("A") + digit) + name
    return name
