"""A table as Word writes it, built as text: thousands of rows take a moment, not minutes."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Final

from qualtool.core.report import Cell, Column, Group, Row, Run, Table, plain, shown
from qualtool.formats.docx_looks import (
    Looks,
    paragraph_xml,
    properties,
    run_xml,
    runs_xml,
    words_xml,
)
from qualtool.formats.markup import escaped, permitted
from qualtool.formats.widths import fitted

# Lines of table text on an A4 page, on the safe side: a longer row may be split.
_LINES_PORTRAIT: Final = 44
_LINES_LANDSCAPE: Final = 27

_RULE: Final = 'w:val="single" w:sz="8" w:space="0" w:color="auto"'
_THIN: Final = 'w:val="single" w:sz="4" w:space="0" w:color="BFC2C7"'


def table_xml(table: Table, width: int, looks: Looks, *, description: str) -> str:
    """The `w:tbl` of a table, `width` twentieths of a point wide."""
    columns = shown(table)
    widths = fitted(table, columns, width, looks.letter, looks.cell_margin)
    parts = [
        table_start(width, looks, description),
        "".join(f'<w:gridCol w:w="{each}"/>' for each in widths),
        "</w:tblGrid>",
        _head([table.columns[index] for index in columns], widths, looks),
    ]
    page = _LINES_LANDSCAPE if table.landscape else _LINES_PORTRAIT
    for group in table.groups:
        if table.headed:
            parts.append(_group_head(group, width, len(columns), looks))
        parts.extend(_rows(table, group, columns, widths, page, looks))
    if not any(group.rows for group in table.groups):
        parts.append(_wide(paragraph_xml(table.empty, "table_text", looks), width, len(columns)))
    parts.append("</w:tbl>")
    return "".join(parts)


def table_start(width: int, looks: Looks, description: str, *, bare: bool = False) -> str:
    """A `w:tbl` up to the columns of its grid; a `bare` one has no style and no lines."""
    style = f'<w:tblStyle w:val="{escaped(looks.table)}"/>' if looks.table and not bare else ""
    rules = margins = ""
    if bare:
        margins = (
            '<w:tblCellMar><w:top w:w="30" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
            '<w:bottom w:w="30" w:type="dxa"/><w:right w:w="140" w:type="dxa"/></w:tblCellMar>'
        )
    elif looks.rules:
        rules = (
            f"<w:tblBorders><w:top {_RULE}/><w:bottom {_RULE}/><w:insideH {_THIN}/></w:tblBorders>"
        )
        margins = (
            '<w:tblCellMar><w:top w:w="60" w:type="dxa"/><w:left w:w="0" w:type="dxa"/>'
            '<w:bottom w:w="70" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar>'
        )
    said = f'<w:tblCaption w:val="{escaped(description)}"/>' if description else ""
    return (
        f'<w:tbl><w:tblPr>{style}<w:tblW w:w="{width}" w:type="dxa"/>{rules}'
        f'<w:tblLayout w:type="fixed"/>{margins}'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        f' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>{said}</w:tblPr><w:tblGrid>'
    )


def _head(columns: list[Column], widths: list[int], looks: Looks) -> str:
    rule = f"<w:tcBorders><w:bottom {_RULE}/></w:tcBorders>" if looks.rules else ""
    look = looks.kinds["table_head"]
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{rule}<w:vAlign w:val="bottom"/>'
        f"</w:tcPr><w:p>{properties(look, aligned=_aligned(column))}"
        f"{run_xml(Run(column.title), looks, look.letters)}</w:p></w:tc>"
        for column, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _group_head(group: Group, width: int, span: int, looks: Looks) -> str:
    look = looks.kinds["table_group"]
    note = ""
    if group.note:
        note = run_xml(Run("  " + group.note), looks, replace(look.letters, bold=False))
        if not look.letters.bold:
            note = (
                '<w:r><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr>'
                f"{words_xml('  ' + group.note)}</w:r>"
            )
    return _wide(
        f"<w:p>{properties(look)}{run_xml(Run(group.title), looks, look.letters)}{note}</w:p>",
        width,
        span,
    )


def _wide(paragraph: str, width: int, span: int) -> str:
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{span}"/></w:tcPr>{paragraph}</w:tc></w:tr>'
    )


def _rows(
    table: Table,
    group: Group,
    columns: tuple[int, ...],
    widths: list[int],
    page: int,
    looks: Looks,
) -> list[str]:
    starts = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>' for width in widths]
    aligned = [_aligned(table.columns[index]) for index in columns]
    last = group.rows[-1] if group.rows and not table.caption_above else None
    room = [max(1, (width - looks.cell_margin) // looks.letter) for width in widths]
    covered = {
        keep: f"<w:vMerge/></w:tcPr><w:p>{properties(looks.kinds['table_text'], keep=keep)}</w:p>"
        for keep in (False, True)
    }
    written: dict[tuple[int, bool, str], str] = {}
    rows = []
    for row in group.rows:
        lines = _lines(row, columns, room)
        together = "" if lines > page else "<w:cantSplit/>"
        # A caption below stays with the last row, and what is merged down with what it stands for.
        keep = (row is last and group is table.groups[-1]) or (
            lines < page // 2 and any(each and each.rows > 1 for each in row.cells)
        )
        parts = [f"<w:tr><w:trPr>{together}</w:trPr>" if together else "<w:tr>"]
        for place, index in enumerate(columns):
            each = row.cells[index]
            parts.append(starts[place])
            if each is None:
                parts.append(f"{covered[keep]}</w:tc>")
                continue
            parts.append('<w:vMerge w:val="restart"/></w:tcPr>' if each.rows > 1 else "</w:tcPr>")
            # The same cell may stand in many rows, and is put into words once.
            key = (id(each), keep, aligned[place])
            if key not in written:
                written[key] = _cell(each, keep, aligned[place], looks)
            parts.append(written[key])
            parts.append("</w:tc>")
        parts.append("</w:tr>")
        rows.append("".join(parts))
    return rows


def _cell(cell: Cell, keep: bool, aligned: str, looks: Looks) -> str:
    look = looks.kinds["table_text"]
    if not cell.paragraphs:
        return f"<w:p>{properties(look, keep=keep, aligned=aligned)}</w:p>"
    parts = []
    for number, paragraph in enumerate(cell.paragraphs):
        gap = f'w:before="120"{_after(look.spacing)}' if number else ""
        start = properties(look, keep=keep, spacing=gap, aligned=aligned)
        parts.append(f"<w:p>{start}{runs_xml(paragraph, looks, look.letters)}</w:p>")
    return "".join(parts)


def _after(spacing: str) -> str:
    """What is spelt out of a paragraph's spacing besides what stands above it."""
    return "".join(
        f" {each}" for each in spacing.split() if not each.startswith(("w:before=", "w:beforeA"))
    )


def _aligned(column: Column) -> str:
    return "right" if column.kind == "number" else ""


def _lines(row: Row, columns: tuple[int, ...], room: list[int]) -> int:
    """How many lines the tallest cell most likely takes. A merged cell has other rows to fill."""
    most = 1
    for place, index in enumerate(columns):
        each = row.cells[index]
        if each is None or each.rows > 1:
            continue
        text = plain(each)
        wide = room[place]
        if len(text) < wide and "\n" not in text:
            continue
        lines = (len(each.paragraphs) - 1) / 2
        for line in permitted(text).split("\n"):
            lines += len(line) // wide + 1
        most = max(most, math.ceil(lines))
    return most
