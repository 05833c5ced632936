"""A table of codings or the like, from a spreadsheet or a text file with separated columns."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.core.tidying import tidy
from qualtool.formats.decoding import decode
from qualtool.formats.unpacking import damaged, unpack
from qualtool.i18n import gettext as _

Table = tuple[tuple[str, ...], ...]

MOST_ROWS: Final = 200_000
MOST_COLUMNS: Final = 200
_SEPARATORS: Final = (";", "\t", ",", "|")


def read_tables(data: bytes, name: str, *, encoding: str = "") -> tuple[Table, ...]:
    """The tables of a file: each sheet of an XLSX, or the one of a CSV; all cells as text.

    Empty rows are there, so that a row's number is its number in the file; empty cells at the end
    of a row are not. Raises QualtoolError naming the file.
    """
    if data.startswith(b"PK\x03\x04"):
        return tuple(_sheets(data, name))
    return (separated(decode(data, name, encoding).text, name)[0],)


def separated(text: str, name: str) -> tuple[Table, tuple[int, ...]]:
    """The rows of a text with separated columns, and the line behind each; empty rows are there.

    Raises QualtoolError naming the file.
    """
    first, _break, rest = text.partition("\n")
    separator = ""
    if first.lower().startswith("sep=") and len(first) == 5:  # Excel's own note to itself
        separator, text = first[4], rest
    noted = bool(separator)
    ends: list[int] = [1] if noted else []
    try:
        rows = csv.reader(io.StringIO(text), delimiter=separator or separator_of(text))

        def counted() -> Iterator[list[str]]:
            for row in rows:
                ends.append(rows.line_num + noted)
                yield row

        found = _limited(counted(), name)
    except csv.Error as error:
        raise QualtoolError(
            "table_unreadable",
            _("“{file}” cannot be read as a table. Save it as XLSX, or as CSV once more."),
            file=name,
        ) from error
    return ((), *found) if noted else found, tuple(ends)


def separator_of(text: str) -> str:
    """The sign that stands most often in the first row, outside quotation marks."""
    start = text.lstrip("\n")[:20_000]
    quoted = False
    counts = dict.fromkeys(_SEPARATORS, 0)
    for sign in start:
        if sign == '"':
            quoted = not quoted
        elif sign == "\n" and not quoted:
            break
        elif sign in counts and not quoted:
            counts[sign] += 1
    return max(_SEPARATORS, key=lambda sign: counts[sign])


def _sheets(data: bytes, name: str) -> Iterator[Table]:
    package = unpack(data, name)
    if "xl/workbook.xml" not in package.parts:
        raise QualtoolError(
            "table_unreadable",
            _("“{file}” is no spreadsheet (XLSX). Save it as XLSX or CSV."),
            file=name,
        )
    for part in package.parts:
        if part.endswith(".xml") and b"<!DOCTYPE" in (package.part(part) or b"")[:4096]:
            raise damaged(name)  # no spreadsheet program writes one; entities could be a trap
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        try:
            for sheet in book.worksheets:
                rows = sheet.iter_rows(max_col=MOST_COLUMNS, values_only=True)
                yield _limited((tuple(map(_cell, row)) for row in rows), name)
        finally:
            book.close()
    except QualtoolError:
        raise
    except (ValueError, KeyError, TypeError, SyntaxError, zipfile.BadZipFile, OSError) as error:
        raise damaged(name) from error


def _limited(rows: Iterable[Iterable[str]], name: str) -> Table:
    found: list[tuple[str, ...]] = []
    for row in rows:
        if len(found) == MOST_ROWS:
            raise QualtoolError(
                "table_too_long",
                _("“{file}” has more than {limit} rows. Divide it into several files."),
                file=name,
                limit=MOST_ROWS,
            )
        cells = tuple(row)[:MOST_COLUMNS]
        while cells and not cells[-1]:
            cells = cells[:-1]
        found.append(cells)
    return tuple(found)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "TRUE" if value else "FALSE"  # as a spreadsheet shows them
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if not (value.hour or value.minute or value.second):
            return value.date().isoformat()
        case datetime() | date():
            return value.isoformat()
        case _:
            return tidy(str(value))
