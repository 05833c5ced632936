"""A report as one web page that loads nothing and runs nothing, and prints well."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from qualtool.core.exchange import Writer
from qualtool.core.report import (
    Block,
    Cell,
    Column,
    Contents,
    Figure,
    Group,
    Heading,
    Line,
    Margined,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    Text,
    caption,
    figures,
    sections,
    shown,
)
from qualtool.core.report_contents import Entry, led_to, listing
from qualtool.formats import html_figure, paper_colours
from qualtool.formats.markup import escaped, language_tag
from qualtool.i18n import mark, words

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
ul.list { max-width: 43rem; margin: 0 0 .75rem; padding-left: 1.25rem; }
ul.list li { margin: 0 0 .35rem; }
figure { margin: 1.25rem 0; }
figure svg, figure img { display: block; max-width: 100%; height: auto; }
figcaption { font-style: italic; color: #595f69; padding: .4rem 0; }
nav ul { list-style: none; margin: 0 0 1rem; padding: 0; }
nav li { margin: .2rem 0; }
nav li.two { padding-left: 1.25rem; } nav li.three { padding-left: 2.5rem; }
nav a { color: inherit; text-decoration: none; }
nav a:hover, nav a:focus { text-decoration: underline; }
nav p { font-weight: bold; margin: 1rem 0 .25rem; }
table.lines, table.lines thead th { border: 0; }
table.lines td { border: 0; padding: .1rem 1rem .1rem 0; }
table.lines .line { text-align: right; color: #595f69; font-size: .8125rem; min-width: 2rem;
  font-variant-numeric: tabular-nums; }
table.lines .aside { color: #595f69; white-space: nowrap; padding-right: 1rem; }
table.lines .margin { font-size: .8125rem; width: 24%; min-width: 8rem; }
.mark { display: block; border-left: 3px solid; padding-left: .4rem; margin: .1rem 0; }
.mark span { color: #1e2126; }
.tint, .mark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
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
  figure { break-inside: avoid; }
  figure svg, figure img { max-height: 22cm; } .turned figure svg { max-height: 14cm; }
  h1, h2, h3, caption, th.group { break-after: avoid; }
  .begins { break-before: page; }
}
"""
# A row with a longer cell may be divided between pages.
_LONG: Final = 3500


@dataclass(frozen=True, slots=True)
class _Page:
    """What the blocks of one page share: how far its headings are moved down, and where links go.

    `pointed` are the numbers of the blocks that the contents lead to.
    """

    report: Report
    lower: int
    pointed: frozenset[int]


def write(report: Report) -> bytes:
    """The bytes of an .html file; the same report always gives the same bytes."""
    titled = any(isinstance(each, Heading) and each.level < 1 for each in report.blocks)
    whole = _Page(report, 1 if titled else 0, led_to(report))
    parts = []
    place = 0
    for landscape, blocks in sections(report):
        parts.append(_section(whole, landscape, blocks, place))
        place += len(blocks)
    pictures = all(html_figure.is_drawn(each) for each in figures(report))
    page = (
        f'<!DOCTYPE html>\n<html lang="{language_tag(report.language)}">\n<head>\n'
        '<meta charset="utf-8">\n<meta http-equiv="Content-Security-Policy"'
        f" content=\"default-src 'none'; style-src 'unsafe-inline'"
        f'{"" if pictures else "; img-src data:"}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escaped(report.title)}</title>\n<style>\n{_LOOK}</style>\n</head>\n"
        f"<body>\n{''.join(parts)}</body>\n</html>\n"
    )
    return page.encode()


def _section(page: _Page, landscape: bool, blocks: list[Block], first: int) -> str:
    turned = ' class="turned"' if landscape else ""
    inside = "".join(
        part for place, block in enumerate(blocks, first) for part in _block(page, block, place)
    )
    return f"<section{turned}>\n{inside}</section>\n"


def _block(page: _Page, block: Block, place: int) -> Iterator[str]:
    named = f' id="b{place}"' if place in page.pointed else ""
    match block:
        case Heading():
            level = min(max(block.level, 0 if page.lower else 1) + page.lower, 6)
            number = f"{escaped(block.number)}&ensp;" if block.number else ""
            named += ' class="begins"' if page.lower and number and block.level == 1 else ""
            yield f"<h{level}{named}>{number}{escaped(block.text)}</h{level}>\n"
        case Contents():
            yield from _contents(page, block, place)
        case Text(style="list"):
            points = "".join(f"<li>{_runs(each)}</li>\n" for each in block.paragraphs)
            yield f'<ul class="list">\n{points}</ul>\n' if points else ""
        case Text():
            inside = "".join(f"<p>{_runs(each)}</p>\n" for each in block.paragraphs)
            quoted = block.style == "quotation"
            yield f"<blockquote>\n{inside}</blockquote>\n" if quoted else inside
        case Table():
            yield from _table(block, named)
        case Figure():
            yield from _figure(block, place)
        case Margined():
            yield from _margined(block)


def _contents(page: _Page, block: Contents, place: int) -> Iterator[str]:
    level = 2 if page.lower else 1
    listed = listing(page.report, place)
    yield f'<nav aria-label="{escaped(block.title)}">\n'
    yield f"<h{level}>{escaped(block.title)}</h{level}>\n" if block.title else ""
    yield _links(listed.headings)
    said = words(page.report.language).gettext
    yield from _captions(listed.tables, said("List of tables"))
    yield from _captions(listed.figures, said("List of figures"))
    yield "</nav>\n"


def _captions(labels: Mapping[str, tuple[Entry, ...]], title: str) -> Iterator[str]:
    if labels:
        yield f"<p>{escaped(title)}</p>\n"
        yield _links(tuple(entry for entries in labels.values() for entry in entries))


def _links(entries: tuple[Entry, ...]) -> str:
    deep = ("", ' class="two"', ' class="three"')
    lines = "".join(
        f'<li{deep[each.level - 1]}><a href="#b{each.place}">{escaped(each.words)}</a></li>\n'
        for each in entries
    )
    return f"<ul>\n{lines}</ul>\n" if lines else ""


def _figure(figure: Figure, place: int) -> Iterator[str]:
    said = f"<figcaption>{escaped(caption(figure))}</figcaption>\n"
    yield f'<figure id="b{place}">\n'
    yield said if figure.caption_above else ""
    yield f"{html_figure.picture(figure, f'b{place}')}\n"
    yield "" if figure.caption_above else said
    yield "</figure>\n"
    if figure.note:
        yield f'<p class="note">{_breaking(figure.note)}</p>\n'


def _margined(text: Margined) -> Iterator[str]:
    heads = zip(("line", "aside", "text", "margin"), text.heads, strict=True)
    row = "".join(f'<th scope="col" class="{each}">{escaped(head)}</th>' for each, head in heads)
    yield f'<div class="wide">\n<table class="lines">\n<thead>\n<tr>{row}</tr>\n</thead>\n<tbody>\n'
    yield from (_numbered(line) for line in text.lines)
    yield "</tbody>\n</table>\n</div>\n"


def _numbered(line: Line) -> str:
    margin = "".join(
        f'<span class="mark" style="color: {paper_colours.mark(each.colour) or "#595f69"}">'
        f"<span>{escaped(each.text)}</span></span>"
        for each in line.margin
    )
    return (
        f'<tr><td class="line">{escaped(line.number)}</td>'
        f'<td class="aside">{escaped(line.aside)}</td>'
        f'<td class="text">{_runs(Paragraph(line.runs))}</td>'
        f'<td class="margin">{margin}</td></tr>\n'
    )


def _table(table: Table, named: str) -> Iterator[str]:
    columns = [table.columns[index] for index in shown(table)]
    below = "" if table.caption_above else ' class="below"'
    total = sum(column.width for column in columns)
    widths = "".join(f'<col style="width: {100 * each.width / total:.1f}%">' for each in columns)
    heads = "".join(f'<th scope="col"{_kind(each)}>{escaped(each.title)}</th>' for each in columns)
    yield f'<div class="wide">\n<table{named}>\n'
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
    kinds = [name for name, on in (("context", run.muted), ("tint", run.tint)) if on]
    look = f' class="{" ".join(kinds)}"' if kinds else ""
    if run.tint:
        look += f' style="background: {paper_colours.tint(run.tint) or "none"}"'
    return f"<span{look}{spoken}>{text}</span>" if look or spoken else text


def _breaking(text: str) -> str:
    return escaped(text).replace("\n", "<br>")


WRITER: Final = Writer("html", mark("Web page (HTML)"), "html", write)
