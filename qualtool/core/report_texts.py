"""Every text of a report with the place where it stands, whatever kind of block it is in."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from qualtool.core.draft import Aside, Draft
from qualtool.core.language_guess import guess
from qualtool.core.report import (
    Cell,
    Contents,
    Figure,
    Group,
    Heading,
    Margined,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    Text,
    filled,
    plain,
)

Part: TypeAlias = Literal[
    "heading", "text", "quotation", "column", "group", "cell", "caption", "note", "alternative",
    "picture", "margin", "speaker", "line", "prose",
]  # fmt: skip
_PICTURED: Final = re.compile(r"<text\b[^>]*>(.*?)</text>|<(?:title|desc)\b[^>]*>(.*?)</", re.S)
_TAG: Final = re.compile(r"<[^>]*>")


@dataclass(frozen=True, slots=True)
class Quoted:
    """`text[start:end]` of a piece are the words of an excerpt."""

    start: int
    end: int
    excerpt_id: int


@dataclass(frozen=True, slots=True)
class Unit:
    """What is read together, such as a row of a table: all its words, and its cells by their heads.

    `cells` are (what stands over or before the cell, its words); `heads` are what stands over all
    of it, such as a group's title. `excerpt` tells of the row of a table of excerpts.
    """

    text: str
    cells: tuple[tuple[str, str], ...] = ()
    heads: tuple[str, ...] = ()
    excerpt: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A text of a report or of a draft, and where it stands.

    `block` counts the report's blocks from 0 and is None in a draft. `label` names the table or
    the figure ("Table 5"), or a draft; `row` counts the rows of a table, or the paragraphs of a
    draft, from 1. `column` is a table's column by its key, `head` what stands over it. `under` is
    the heading that a text without a label stands under. `aside` is where it stands beside the
    text of a draft, with the number of a comment; such a piece has no row.
    """

    text: str
    part: Part
    unit: Unit
    block: int | None = None
    label: str = ""
    row: int | None = None
    column: str = ""
    head: str = ""
    language: str = ""
    quoted: tuple[Quoted, ...] = ()
    under: str = ""
    aside: tuple[Aside, int] = ("", 0)


def pieces(report: Report) -> Iterator[Piece]:
    """All texts of a report in order, empty ones left out."""
    under = ""
    for number, block in enumerate(report.blocks):
        if isinstance(block, Heading):
            under = f"{block.number} {block.text}".strip()
        for each in _of_block(block, number):
            if each.text.strip():
                yield replace(each, under=under) if under and isinstance(block, Text) else each


def excerpt_ids(report: Report) -> frozenset[int]:
    """The excerpts that a report quotes."""
    return frozenset(
        run.excerpt_id
        for block in report.blocks
        for paragraph in _paragraphs(block)
        for run in paragraph.runs
        if run.excerpt_id is not None
    )


def _paragraphs(block: object) -> Iterator[Paragraph]:
    match block:
        case Text():
            yield from block.paragraphs
        case Table():
            for group in block.groups:
                for row in group.rows:
                    for cell in row.cells:
                        yield from cell.paragraphs if cell is not None else ()
        case Margined():
            yield from (Paragraph(line.runs) for line in block.lines)


def of_drafts(drafts: Iterable[Draft]) -> Iterator[Piece]:
    """The paragraphs of drafts, each with its number in its draft and the draft's language."""
    for draft in drafts:
        language = guess("\n".join(each.text for each in draft.paragraphs), otherwise="")
        for paragraph in draft.paragraphs:
            if paragraph.text.strip():
                part: Part = "quotation" if paragraph.kind == "quote" else "prose"
                yield Piece(
                    paragraph.text,
                    part,
                    Unit(paragraph.text),
                    label=draft.name,
                    row=None if paragraph.aside else paragraph.number,
                    language=language,
                    aside=(paragraph.aside, paragraph.number),
                )


def _of_block(block: object, number: int) -> Iterator[Piece]:
    match block:
        case Heading():
            yield Piece(block.text, "heading", Unit(block.text), number)
        case Contents():
            yield Piece(block.title, "heading", Unit(block.title), number)
        case Text():
            part: Part = "quotation" if block.style == "quotation" else "text"
            for paragraph in block.paragraphs:
                yield _paragraph(paragraph, part, Unit(plain(paragraph)), number)
        case Table():
            yield from _of_table(block, number)
        case Figure():
            yield from _of_figure(block, number)
        case Margined():
            yield from _of_margined(block, number)


def _paragraph(
    paragraph: Paragraph,
    part: Part,
    unit: Unit,
    block: int,
    *,
    label: str = "",
    row: int | None = None,
    column: str = "",
    head: str = "",
) -> Piece:
    return Piece(
        "".join(run.text for run in paragraph.runs),
        part,
        unit,
        block,
        label,
        row,
        column,
        head,
        next((run.language for run in paragraph.runs if run.language), ""),
        _quoted(paragraph.runs),
    )


def _quoted(runs: Iterable[Run]) -> tuple[Quoted, ...]:
    found: list[Quoted] = []
    at = 0
    for run in runs:
        if run.excerpt_id is not None:
            found.append(Quoted(at, at + len(run.text), run.excerpt_id))
        at += len(run.text)
    return tuple(found)


def _of_table(table: Table, block: int) -> Iterator[Piece]:
    label = f"{table.label} {table.number}".strip() if table.label else table.caption
    for part, text in (("caption", table.caption), ("note", table.note)):
        yield Piece(text, "caption" if part == "caption" else "note", Unit(text), block, label)
    for column in table.columns:
        yield Piece(column.title, "column", Unit(column.title), block, label, column=column.key)
    if not any(group.rows for group in table.groups):
        yield Piece(table.empty, "note", Unit(table.empty), block, label)
    number = 0
    for group in table.groups:
        if table.headed or table.apart:
            yield Piece(group.title, "group", Unit(group.title), block, label)
            yield Piece(group.note, "note", Unit(group.note), block, label)
        for row, whole in zip(group.rows, filled(group), strict=True):
            number += 1
            yield from _of_row(table, group, row, whole, block=block, label=label, number=number)


def _of_row(
    table: Table,
    group: Group,
    row: Row,
    whole: tuple[Cell, ...],
    *,
    block: int,
    label: str,
    number: int,
) -> Iterator[Piece]:
    said = [plain(each) for each in whole]
    cells = tuple((table.columns[at].title, words) for at, words in enumerate(said))
    unit = Unit(
        "\n".join(filter(None, said)),
        cells,
        (group.title,) if group.title else (),
        any(column.key == "excerpt" for column in table.columns),
    )
    for at, cell in enumerate(row.cells):
        column = table.columns[at]
        for paragraph in cell.paragraphs if cell is not None else ():
            yield _paragraph(
                paragraph,
                "cell",
                unit,
                block,
                label=label,
                row=number,
                column=column.key,
                head=column.title,
            )


def _of_figure(figure: Figure, block: int) -> Iterator[Piece]:
    label = f"{figure.label} {figure.number}".strip() if figure.label else figure.caption
    parts: tuple[tuple[Part, str], ...] = (
        ("caption", figure.caption),
        ("alternative", figure.alternative),
        ("note", figure.note),
        *(("picture", words) for words in dict.fromkeys(_pictured(figure.svg))),
    )
    for part, text in parts:
        yield Piece(text, part, Unit(text), block, label)


def _pictured(svg: bytes) -> Iterator[str]:
    for match in _PICTURED.finditer(svg.decode("utf-8", errors="replace")):
        words = html.unescape(_TAG.sub(" ", match[1] or match[2] or ""))
        yield " ".join(words.split())


def _of_margined(text: Margined, block: int) -> Iterator[Piece]:
    aside = ""
    for line in text.lines:
        aside = line.aside or aside
        said = Paragraph(line.runs)
        unit = Unit(plain(said), heads=(aside,) if aside else ())
        row = int(line.number) if line.number.isdecimal() else None
        yield Piece(line.aside, "speaker", Unit(line.aside), block, row=row)
        yield _paragraph(said, "line", unit, block, row=row)
        for mark in line.margin:
            yield Piece(mark.text, "margin", Unit(mark.text), block, row=row)
