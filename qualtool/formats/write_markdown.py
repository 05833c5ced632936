"""A report as Markdown: tables that no content can break, and text that says what it said.

Everything Markdown could take for markup is escaped; a line break inside a cell is `<br>`, which
every program that shows such tables knows. Cells that a merged cell covers are left empty. A
figure is told in words under its caption: Markdown is one file of text, and has no room for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from qualtool.core.exchange import Writer
from qualtool.core.report import (
    Block,
    Cell,
    Contents,
    Figure,
    Heading,
    Margined,
    Paragraph,
    Report,
    Run,
    Table,
    Text,
    caption,
    headline,
    shown,
)
from qualtool.core.report_contents import listing
from qualtool.core.report_rows import as_table
from qualtool.formats.markup import permitted
from qualtool.i18n import mark, words

_MARKUP: Final = re.compile(r"[\\`*_{}\[\]|~^$#]")
_ENTITIES: Final = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
# What makes a line something else than running text: a list, a heading, a rule, a table.
_LEADING: Final = re.compile(r"^(\s*)([-+=:]|\d{1,9}(?=[.)]))")


def write(report: Report) -> bytes:
    """The bytes of an .md file; the same report always gives the same bytes."""
    titled = any(isinstance(each, Heading) and each.level < 1 for each in report.blocks)
    lower = 1 if titled else 0
    blocks = (_block(report, block, place, lower) for place, block in enumerate(report.blocks))
    return ("\n\n".join(each for each in blocks if each) + "\n").encode()


def _block(report: Report, block: Block, place: int, lower: int) -> str:
    match block:
        case Heading():
            level = min(max(block.level, 0 if lower else 1) + lower, 6)
            return f"{'#' * level} {_inline(headline(block), ' ')}"
        case Contents():
            return "\n\n".join(_contents(report, block, place, lower))
        case Text(style="list"):
            return "\n".join(f"- {_running(each, '  ')}" for each in block.paragraphs)
        case Text():
            start = "> " if block.style == "quotation" else ""
            return "\n\n".join(start + _running(each, start) for each in block.paragraphs)
        case Table():
            return "\n\n".join(_table(block))
        case Figure():
            title = f"*{_inline(caption(block), ' ')}*"
            said = "> " + _running(Paragraph((Run(block.alternative),)), "> ")
            note = [_running(Paragraph((Run(block.note),)), "")] if block.note else []
            both = [title, said] if block.caption_above else [said, title]
            return "\n\n".join((*both, *note))
        case Margined():
            return "\n".join(_grid(as_table(block)))


def _contents(report: Report, block: Contents, place: int, lower: int) -> Iterator[str]:
    """The headings and captions in words: no two programs agree on how to lead to them."""
    if block.title:
        yield f"{'#' * (1 + lower)} {_inline(block.title, ' ')}"
    listed = listing(report, place)
    yield "\n".join(
        f"{'    ' * (each.level - 1)}- {_inline(each.words, ' ')}" for each in listed.headings
    )
    said = words(report.language).gettext
    for title, labels in (
        (said("List of tables"), listed.tables),
        (said("List of figures"), listed.figures),
    ):
        if labels:
            yield f"**{_inline(title, ' ')}**"
            lines = (entry.words for entries in labels.values() for entry in entries)
            yield "\n".join(f"- {_inline(each, ' ')}" for each in lines)


def _running(paragraph: Paragraph, start: str) -> str:
    lines = (line.strip() for line in _runs(paragraph, "\n").split("\n"))
    return f"\\\n{start}".join(_LEADING.sub(_escape_start, line) for line in lines if line)


def _escape_start(found: re.Match[str]) -> str:
    said = found[2]
    return f"{found[1]}{said}\\" if said.isdigit() else f"{found[1]}\\{said}"


def _table(table: Table) -> Iterator[str]:
    title = f"*{_inline(caption(table), ' ')}*"
    if table.caption_above:
        yield title
    yield "\n".join(_grid(table))
    if not table.caption_above:
        yield title
    if table.note:
        yield _running(Paragraph((Run(table.note),)), "")


def _grid(table: Table) -> Iterator[str]:
    columns = [table.columns[index] for index in shown(table)]
    yield _line(_inline(column.title, "<br>") for column in columns)
    yield _line("---:" if column.kind == "number" else "---" for column in columns)
    yield from _rows(table)


def _rows(table: Table) -> Iterator[str]:
    columns = shown(table)
    blank = [""] * (len(columns) - 1)
    for group in table.groups:
        if table.headed:
            note = f" {_inline(group.note, ' ')}" if group.note else ""
            yield _line([f"**{_inline(group.title, ' ')}**{note}", *blank])
        for row in group.rows:
            yield _line(_cell(row.cells[index]) for index in columns)
    if not any(group.rows for group in table.groups):
        yield _line([_inline(table.empty, "<br>"), *blank])


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cell(cell: Cell | None) -> str:
    paragraphs = cell.paragraphs if cell else ()
    return "<br><br>".join(_runs(each, "<br>") for each in paragraphs)


def _runs(paragraph: Paragraph, end: str) -> str:
    return "".join(_run(run, end) for run in paragraph.runs)


def _run(run: Run, end: str) -> str:
    text = _inline(run.text, end)
    sign = ("**" if run.bold else "") + ("*" if run.italic else "")
    words = text.strip()
    if not sign or not words or end in words:
        return text
    # Markup may not touch a space on its inside.
    before, _words, after = text.partition(words)
    return f"{before}{sign}{words}{sign[::-1]}{after}"


def _inline(text: str, end: str) -> str:
    text = permitted(text).replace("\t", " ")
    text = _MARKUP.sub(r"\\\g<0>", text)
    for sign, entity in _ENTITIES:
        text = text.replace(sign, entity)
    return text.replace("\n", end)


WRITER: Final = Writer("markdown", mark("Markdown text"), "md", write)
