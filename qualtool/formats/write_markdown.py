"""A report as Markdown: tables that no content can break, and text that says what it said.

Everything Markdown could take for markup is escaped; a line break inside a cell is `<br>`, which
every program that shows such tables knows. Cells that a merged cell covers are left empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Final

from qualtool.core.exchange import Writer
from qualtool.core.report import (
    Block,
    Cell,
    Heading,
    Paragraph,
    Report,
    Run,
    Table,
    Text,
    caption,
    shown,
)
from qualtool.formats.markup import permitted
from qualtool.i18n import mark

_MARKUP: Final = re.compile(r"[\\`*_{}\[\]|~^$#]")
_ENTITIES: Final = (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"))
# What makes a line something else than running text: a list, a heading, a rule, a table.
_LEADING: Final = re.compile(r"^(\s*)([-+=:]|\d{1,9}(?=[.)]))")


def write(report: Report) -> bytes:
    """The bytes of an .md file; the same report always gives the same bytes."""
    return ("\n\n".join(_block(block) for block in report.blocks) + "\n").encode()


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * min(max(block.level, 1), 6)} {_inline(block.text, ' ')}"
        case Text():
            start = "> " if block.style == "quotation" else ""
            return "\n\n".join(start + _running(each, start) for each in block.paragraphs)
        case _:
            return "\n\n".join(_table(block))


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
    columns = [table.columns[index] for index in shown(table)]
    lines = [
        _line(_inline(column.title, "<br>") for column in columns),
        _line("---:" if column.kind == "number" else "---" for column in columns),
        *_rows(table),
    ]
    yield "\n".join(lines)
    if not table.caption_above:
        yield title
    if table.note:
        yield _running(Paragraph((Run(table.note),)), "")


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
