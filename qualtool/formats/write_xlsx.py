"""A report as an Excel file: a sheet for each table, or for each group of rows, and each figure.

Written as text part by part: openpyxl takes 1.6 seconds for 5,000 excerpts where this takes a
fifth, and puts the time of writing into the file, so that the same table would never give the
same bytes. Rows stand alone here (a merged cell is repeated), so that they can be sorted and
filtered.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from qualtool.core.exchange import Writer
from qualtool.core.report import (
    Column,
    Figure,
    Group,
    Heading,
    Report,
    Row,
    Table,
    caption,
    cell,
    figures,
    plain,
    tables,
)
from qualtool.core.report_rows import in_rows, with_tables
from qualtool.core.source import Caution
from qualtool.formats import xlsx_parts
from qualtool.formats.markup import permitted
from qualtool.formats.package import XML, office_file
from qualtool.formats.xlsx_figure import Parts, figure_sheet
from qualtool.formats.xlsx_long_cells import CELL_LIMIT, units
from qualtool.formats.xlsx_parts import Sheet
from qualtool.formats.xlsx_sheet import sheet
from qualtool.i18n import mark, ngettext, words

_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml"


def write(report: Report) -> bytes:
    """The bytes of an .xlsx file; the same report always gives the same bytes."""
    report = with_tables(report) if any(figures(report)) else in_rows(report)
    strings: dict[str, int] = {}
    pictures: Parts = {}
    sheets = list(_sheets(report, strings, pictures))
    parts: Parts = {
        "xl/workbook.xml": (f"{_TYPE}.sheet.main+xml", xlsx_parts.workbook(sheets)),
        "xl/_rels/workbook.xml.rels": ("", xlsx_parts.workbook_relations(len(sheets))),
        "xl/styles.xml": (f"{_TYPE}.styles+xml", xlsx_parts.styles(report.language)),
    }
    for number, one in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = (f"{_TYPE}.worksheet+xml", one.xml)
    shared = "".join(f'<si><t xml:space="preserve">{text}</t></si>' for text in strings)
    parts["xl/sharedStrings.xml"] = (
        f"{_TYPE}.sharedStrings+xml",
        f"{XML}<sst {xlsx_parts.MAIN}>{shared}</sst>",
    )
    parts |= pictures
    return office_file(parts, main="xl/workbook.xml", title=report.title, language=report.language)


def cautions(report: Report) -> tuple[Caution, ...]:
    """What happens to this report in Excel alone: which cells are too long for one cell."""
    long = sum(
        units(permitted(plain(cell))) > CELL_LIMIT
        for table in tables(report)
        for group in table.groups
        for row in group.rows
        for cell in row.cells
        if cell is not None
    )
    if not long:
        return ()
    message = ngettext(
        "{count} cell holds more than Excel allows and goes on in the rows below it.",
        "{count} cells hold more than Excel allows and go on in the rows below them.",
        long,
    )
    return (Caution("long_cells", message.format(count=long)),)


def _sheets(report: Report, strings: dict[str, int], pictures: Parts) -> Iterator[Sheet]:
    """The sheets in order; what their pictures need is added to `pictures`."""
    taken: set[str] = set()
    title = report.title
    for block in report.blocks:
        match block:
            case Heading():
                title = block.text
            case Table():
                otherwise = f"{block.label} {block.number}"
                for name, groups in _split(block, title):
                    yield sheet(
                        block,
                        groups,
                        xlsx_parts.sheet_name(name, taken, otherwise),
                        report.language,
                        strings,
                        first=len(taken) == 1,
                    )
            case Figure():
                name = xlsx_parts.sheet_name(block.caption or title, taken, caption(block))
                number = len(taken)
                made, more = figure_sheet(block, number, name, strings, first=number == 1)
                pictures |= more
                yield made
    if report.method:
        head = words(report.language).gettext("Method")
        said = Table("", 0, "", (Column("method", head, 4),), (_line(report.method),))
        name = xlsx_parts.sheet_name(head, taken, "2")
        yield sheet(said, said.groups, name, report.language, strings, first=not taken)
    if not taken:
        nothing = Table("", 0, "", (Column("title", title),), ())
        name = xlsx_parts.sheet_name(title, taken, "1")
        yield sheet(nothing, (), name, report.language, strings, first=True)


def _line(text: str) -> Group:
    return Group("", (Row((cell(text),)),))


def _split(table: Table, title: str) -> Iterator[tuple[str, tuple[Group, ...]]]:
    if not table.apart or not table.groups:
        yield title, table.groups
        return
    for group in table.groups:
        yield group.title or title, (group,)


WRITER: Final = Writer("xlsx", mark("Excel workbook"), "xlsx", write, cautions)
