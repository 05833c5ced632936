"""A report's tables as text with semicolons, the way a Norwegian Excel opens them.

UTF-8 with a byte order mark, semicolons, CRLF. Where a cell of words would be read as a formula
(it begins with = + - @, a tab or a line break) an apostrophe is put before it, as one does by
hand in a spreadsheet; whoever reads the file with a program takes it off again. Numbers that
are numbers stand as they are. Rows stand alone: a merged cell is repeated. Several tables are
told apart by an empty line.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from typing import Final

from qualtool.core.exchange import Writer
from qualtool.core.report import Cell, Report, Table, filled, plain, tables
from qualtool.core.report_rows import in_rows
from qualtool.formats.markup import permitted
from qualtool.i18n import mark

# The wide forms are read as the narrow ones by some versions of Excel.
_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")


def write(report: Report) -> bytes:
    """The bytes of a .csv file; the same report always gives the same bytes."""
    buffer = io.StringIO(newline="")
    lines = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    for number, table in enumerate(tables(in_rows(report))):
        if number:
            lines.writerow(())
        lines.writerows(_lines(table))
    return buffer.getvalue().encode("utf-8-sig")


def _lines(table: Table) -> Iterator[list[str]]:
    yield [_guarded(column.title) for column in table.columns]
    rows = [cells for group in table.groups for cells in filled(group)]
    if not rows and table.empty:
        yield [_guarded(table.empty), *("" for _column in table.columns[1:])]
    for cells in rows:
        yield [_said(cell) for cell in cells]


def _said(cell: Cell) -> str:
    match cell.value:
        case None:
            return _guarded(plain(cell))
        case date():
            return cell.value.isoformat()
        case _:
            return str(cell.value)


def _guarded(text: str) -> str:
    text = permitted(text)
    return f"'{text}" if text.startswith(_FORMULA_STARTS) else text


WRITER: Final = Writer("csv", mark("Text with semicolons (CSV)"), "csv", write)
