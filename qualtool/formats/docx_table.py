"""A table as Word writes it, built as text: thousands of rows take a moment, not minutes."""

from __future__ import annotations

import math
from typing import Final

from qualtool.core.report import Cell, Column, Group, Paragraph, Row, Run, Table, plain, shown
from qualtool.formats.markup import escaped, language_tag, permitted
from qualtool.formats.widths import fitted

# How many characters of the 10-point table text fit in a width, in twentieths of a point.
_PER_CHARACTER: Final = 104
_CELL_MARGIN: Final = 170
# Lines of table text on an A4 page, on the safe side: a longer row may be split.
_LINES_PORTRAIT: Final = 44
_LINES_LANDSCAPE: Final = 27


def table_xml(table: Table, width: int, *, description: str) -> str:
    """The `w:tbl` of a table, `width` twentieths of a point wide."""
    columns = shown(table)
    widths = fitted(table, columns, width, _PER_CHARACTER, _CELL_MARGIN)
    parts = [
        _start(width, description),
        "".join(f'<w:gridCol w:w="{each}"/>' for each in widths),
        "</w:tblGrid>",
        _head([table.columns[index] for index in columns], widths),
    ]
    page = _LINES_LANDSCAPE if table.landscape else _LINES_PORTRAIT
    for group in table.groups:
        if table.headed:
            parts.append(_group_head(group, width, len(columns)))
        parts.extend(_rows(table, group, columns, widths, page))
    if not any(group.rows for group in table.groups):
        parts.append(_wide(_paragraph(table.empty, "TableText"), width, len(columns)))
    parts.append("</w:tbl>")
    return "".join(parts)


def _start(width: int, description: str) -> str:
    return (
        '<w:tbl><w:tblPr><w:tblStyle w:val="RuledTable"/>'
        f'<w:tblW w:w="{width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        f'<w:tblCaption w:val="{escaped(description)}"/></w:tblPr><w:tblGrid>'
    )


def _head(columns: list[Column], widths: list[int]) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="bottom"/></w:tcPr>'
        + _paragraph(column.title, "TableHead", _aligned(column))
        + "</w:tc>"
        for column, width in zip(columns, widths, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{cells}</w:tr>"


def _group_head(group: Group, width: int, span: int) -> str:
    note = (
        f'<w:r><w:rPr><w:b w:val="0"/><w:bCs w:val="0"/></w:rPr>{_words("  " + group.note)}</w:r>'
    )
    return _wide(
        '<w:p><w:pPr><w:pStyle w:val="TableGroup"/></w:pPr>'
        f"<w:r>{_words(group.title)}</w:r>{note if group.note else ''}</w:p>",
        width,
        span,
    )


def _wide(paragraph: str, width: int, span: int) -> str:
    return (
        f'<w:tr><w:trPr><w:cantSplit/></w:trPr><w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{span}"/></w:tcPr>{paragraph}</w:tc></w:tr>'
    )


def _rows(
    table: Table, group: Group, columns: tuple[int, ...], widths: list[int], page: int
) -> list[str]:
    starts = [f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>' for width in widths]
    aligned = [_aligned(table.columns[index]) for index in columns]
    last = group.rows[-1] if group.rows and not table.caption_above else None
    room = [max(1, (width - _CELL_MARGIN) // _PER_CHARACTER) for width in widths]
    written: dict[tuple[int, str, str], str] = {}
    rows = []
    for row in group.rows:
        lines = _lines(row, columns, room)
        together = "" if lines > page else "<w:cantSplit/>"
        # A caption below stays with the last row, and what is merged down with what it stands for.
        tied = (row is last and group is table.groups[-1]) or (
            lines < page // 2 and any(each and each.rows > 1 for each in row.cells)
        )
        keep = "<w:keepNext/>" if tied else ""
        parts = [f"<w:tr><w:trPr>{together}</w:trPr>" if together else "<w:tr>"]
        for place, index in enumerate(columns):
            each = row.cells[index]
            parts.append(starts[place])
            if each is None:
                parts.append('<w:vMerge/></w:tcPr><w:p><w:pPr><w:pStyle w:val="TableText"/>')
                parts.append(f"{keep}</w:pPr></w:p></w:tc>")
                continue
            parts.append('<w:vMerge w:val="restart"/></w:tcPr>' if each.rows > 1 else "</w:tcPr>")
            # The same cell may stand in many rows, and is put into words once.
            key = (id(each), keep, aligned[place])
            if key not in written:
                written[key] = _cell(each, keep, aligned[place])
            parts.append(written[key])
            parts.append("</w:tc>")
        parts.append("</w:tr>")
        rows.append("".join(parts))
    return rows


def _cell(cell: Cell, keep: str, aligned: str) -> str:
    start = f'<w:p><w:pPr><w:pStyle w:val="TableText"/>{keep}'
    if not cell.paragraphs:
        return f"{start}{aligned}</w:pPr></w:p>"
    parts = []
    for number, paragraph in enumerate(cell.paragraphs):
        gap = '<w:spacing w:before="120"/>' if number else ""
        parts.append(f"{start}{gap}{aligned}</w:pPr>{runs_xml(paragraph)}</w:p>")
    return "".join(parts)


def _aligned(column: Column) -> str:
    return '<w:jc w:val="right"/>' if column.kind == "number" else ""


def _paragraph(text: str, style: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr><w:r>{_words(text)}</w:r></w:p>'


def runs_xml(paragraph: Paragraph) -> str:
    """The `w:r` elements of a paragraph, in the order of properties that Word asks for."""
    return "".join(_run(run) for run in paragraph.runs)


def _run(run: Run) -> str:
    look = ""
    if run.muted:
        look += '<w:rStyle w:val="Context"/>'
    if run.bold:
        look += "<w:b/><w:bCs/>"
    if run.italic:
        look += "<w:i/><w:iCs/>"
    if run.language:
        tag = language_tag(run.language)
        # A language Word has no name for, such as "other", is not to be judged by ours.
        known = tag and run.language != "other"
        look += f'<w:lang w:val="{tag}"/>' if known else "<w:noProof/>"
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{_words(run.text)}</w:r>"


def _words(text: str) -> str:
    text = escaped(text)
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{text}</w:t>'
    text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    text = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:t xml:space="preserve">{text}</w:t>'


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
