"""A report as one web page that loads nothing and runs nothing, and prints well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from qualtool.core.exchange import Writer
from qualtool.core.report import (
    Block,
    Cell,
    Column,
    Group,
    Heading,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    Text,
    caption,
    sections,
    shown,
)
from qualtool.formats.markup import escaped, language_tag
from qualtool.i18n import mark

_LOOK: Final = """\
:root { color: #1e2126; background: #fff; }
body { font: 16px/1.5 "Source Serif 4", Cambria, Georgia, serif; margin: 2rem auto;
  max-width: 75rem; padding: 0 1.5rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2rem 0 .75rem; }
h1 { font-size: 1.5rem; } h2 { font-size: 1.25rem; } h3, h4, h5, h6 { font-size: 1.0625rem; }
p { max-width: 45rem; margin: 0 0 .75rem; }
blockquote { margin: 0 2rem 1rem; max-width: 41rem; }
.wide { overflow-x: auto; margin: 1.25rem 0; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.45;
  border-bottom: 1.5px solid currentColor; }
caption { font-style: italic; text-align: left; color: #595f69; padding: .4rem 0; }
caption.below { caption-side: bottom; }
thead th { border-top: 1.5px solid currentColor; border-bottom: 1.5px solid currentColor;
  vertical-align: bottom; }
th, td { text-align: left; vertical-align: top; padding: .35rem 1rem .4rem 0;
  overflow-wrap: break-word; }
td { border-top: 1px solid #d5d7da; min-width: 3rem; }
.number { text-align: right; font-variant-numeric: tabular-nums; min-width: 0; }
th.group { border-top: 1px solid #d5d7da; padding-top: .8rem; }
th.group span { font-weight: normal; }
td p { margin: 0; } td p + p { margin-top: .5rem; }
.context, .note { color: #595f69; }
.note { font-size: .875rem; }
@page { size: A4; margin: 20mm; }
@page turned { size: A4 landscape; margin: 18mm; }
@media print {
  body { margin: 0; padding: 0; max-width: none; font-size: 10.5pt; }
  table { font-size: 9.5pt; }
  .wide { overflow: visible; } .turned { page: turned; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  tr.long { break-inside: auto; }
  h1, h2, h3, caption, th.group { break-after: avoid; }
}
"""
# A row with a longer cell may be divided between pages.
_LONG: Final = 3500


def write(report: Report) -> bytes:
    """The bytes of an .html file; the same report always gives the same bytes."""
    laid = "".join(_section(landscape, blocks) for landscape, blocks in sections(report))
    page = (
        f'<!DOCTYPE html>\n<html lang="{language_tag(report.language)}">\n<head>\n'
        '<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"'
        " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(report.title)}</title>\n<style>\n{_LOOK}</style>\n</head>\n"
        f"<body>\n{laid}</body>\n</html>\n"
    )
    return page.encode()


def _section(landscape: bool, blocks: list[Block]) -> str:
    turned = ' class="turned"' if landscape else ""
    inside = "".join(part for block in blocks for part in _block(block))
    return f"<section{turned}>\n{inside}</section>\n"


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            level = min(max(block.level, 1), 6)
            yield f"<h{level}>{escaped(block.text)}</h{level}>\n"
        case Text():
            inside = "".join(f"<p>{_runs(each)}</p>\n" for each in block.paragraphs)
            quoted = block.style == "quotation"
            yield f"<blockquote>\n{inside}</blockquote>\n" if quoted else inside
        case _:
            yield from _table(block)


def _table(table: Table) -> Iterator[str]:
    columns = [table.columns[index] for index in shown(table)]
    below = "" if table.caption_above else ' class="below"'
    total = sum(column.width for column in columns)
    widths = "".join(f'<col style="width: {100 * each.width / total:.1f}%">' for each in columns)
    heads = "".join(f'<th scope="col"{_kind(each)}>{escaped(each.title)}</th>' for each in columns)
    yield '<div class="wide">\n<table>\n'
    yield f"<caption{below}>{escaped(caption(table))}</caption>\n"
    yield f"<colgroup>{widths}</colgroup>\n<thead>\n<tr>{heads}</tr>\n</thead>\n"
    for group in table.groups:
        yield "<tbody>\n"
        if table.headed:
            yield _group_head(group, len(columns))
        yield from (_row(row, table) for row in group.rows)
        yield "</tbody>\n"
    if not any(group.rows for group in table.groups):
        yield f'<tbody><tr><td colspan="{len(columns)}">{escaped(table.empty)}</td></tr></tbody>\n'
    yield "</table>\n"
    if table.note:
        yield f'<p class="note">{_breaking(table.note)}</p>\n'
    yield "</div>\n"


def _group_head(group: Group, span: int) -> str:
    note = f" <span>{escaped(group.note)}</span>" if group.note else ""
    return (
        f'<tr><th class="group" scope="rowgroup" colspan="{span}">{escaped(group.title)}{note}'
        "</th></tr>\n"
    )


def _row(row: Row, table: Table) -> str:
    cells = []
    long = False
    for index in shown(table):
        cell = row.cells[index]
        if cell is None:
            continue
        down = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
        inside = _cell(cell)
        long = long or len(inside) > _LONG
        cells.append(f"<td{down}{_kind(table.columns[index])}>{inside}</td>")
    kind = ' class="long"' if long else ""
    return f"<tr{kind}>{''.join(cells)}</tr>\n"


def _kind(column: Column) -> str:
    return ' class="number"' if column.kind == "number" else ""


def _cell(cell: Cell) -> str:
    if len(cell.paragraphs) == 1:
        return _runs(cell.paragraphs[0])
    return "".join(f"<p>{_runs(each)}</p>" for each in cell.paragraphs)


def _runs(paragraph: Paragraph) -> str:
    return "".join(_run(run) for run in paragraph.runs)


def _run(run: Run) -> str:
    text = _breaking(run.text)
    if run.bold:
        text = f"<strong>{text}</strong>"
    if run.italic:
        text = f"<em>{text}</em>"
    tag = "" if run.language == "other" else language_tag(run.language)
    spoken = f' lang="{tag}"' if tag else ""
    look = ' class="context"' if run.muted else ""
    return f"<span{look}{spoken}>{text}</span>" if look or spoken else text


def _breaking(text: str) -> str:
    return escaped(text).replace("\n", "<br>")


WRITER: Final = Writer("html", mark("Web page (HTML)"), "html", write)
