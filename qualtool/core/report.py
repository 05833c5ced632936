"""A report before it becomes a Word file, a spreadsheet or a page: text, tables and figures.

The document model of every export. It says what stands where and knows nothing of how a file
format writes it. Words are in the report's language already; the writers in `qualtool.formats`
add only what belongs to the format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from qualtool.core.source import Caution

Kind = Literal["text", "number", "date"]
Style = Literal["body", "quotation", "list"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look.

    A line break is `\\n`. `muted` is what surrounds the words that matter, such as the context of
    an excerpt. `language` (nb, nn, en …) is set where it is not the report's, so that a spelling
    checker judges a nynorsk quotation as nynorsk. `tint` is a colour of the palette that the
    words stand on, such as that of the code they have. `excerpt_id` is the excerpt that they are.
    """

    text: str
    bold: bool = False
    italic: bool = False
    muted: bool = False
    language: str = ""
    tint: str = ""
    excerpt_id: int | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Runs that follow one another on the same lines."""

    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table: its paragraphs, and for a spreadsheet the number or date they say.

    `rows` is how many rows it reaches down; the cells it covers stand as None in their rows.
    """

    paragraphs: tuple[Paragraph, ...] = ()
    value: int | date | None = None
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Row:
    """One row, a cell for each column; None where a cell above reaches down."""

    cells: tuple[Cell | None, ...]


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together, such as those of one theme. `note` says how many there are."""

    title: str
    rows: tuple[Row, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its width relative to the others, and what it holds.

    `grouping` marks the column that repeats the group's title: it is left out where the groups
    have headings of their own, and kept where every row must stand alone, as in a spreadsheet.
    """

    key: str
    title: str
    width: float = 1.0
    kind: Kind = "text"
    grouping: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is the highest, and 0 the title of the whole.

    `number` are the words before it that count it ("Vedlegg 2").
    """

    text: str
    level: int = 1
    number: str = ""


@dataclass(frozen=True, slots=True)
class Contents:
    """Where the headings from here on stand, and the captions of the tables and the figures."""

    title: str
    tables: bool = True
    figures: bool = True


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs of running text, quotations set apart, or the points of a list."""

    paragraphs: tuple[Paragraph, ...]
    style: Style = "body"


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its caption.

    The caption reads `label` `number`: `caption` ("Table 1: …"). `headed` shows each group's title
    as a row of its own; `apart` gives each group a sheet of its own in a spreadsheet. `empty` is
    what is said where there is no row. `cautions` are for the researcher and not printed.
    Raises ValueError where there is no column to show, a row does not fit the columns, or a cell
    reaches out of its group.
    """

    label: str
    number: int
    caption: str
    columns: tuple[Column, ...]
    groups: tuple[Group, ...]
    caption_above: bool = True
    headed: bool = False
    apart: bool = False
    landscape: bool = False
    note: str = ""
    empty: str = ""
    cautions: tuple[Caution, ...] = ()

    def __post_init__(self) -> None:
        if not shown(self):
            raise ValueError("a table without a column")
        for group in self.groups:
            _check(group, len(self.columns))


@dataclass(frozen=True, slots=True)
class Figure:
    """A picture with its caption, which reads as a table's does.

    The same picture twice: `svg`, sharp at any size, and `png` for what cannot show that (at least
    twice as many points as `width` and `height` say, which are in CSS pixels, 96 to the inch).
    `alternative` tells in words what it shows. Raises ValueError where there is no picture, no
    size or no such words.
    """

    label: str
    number: int
    caption: str
    svg: bytes
    png: bytes
    width: int
    height: int
    alternative: str
    caption_above: bool = False
    landscape: bool = False
    note: str = ""
    cautions: tuple[Caution, ...] = ()

    def __post_init__(self) -> None:
        if not self.svg and not self.png:
            raise ValueError("a figure without a picture")
        if min(self.width, self.height) < 1:
            raise ValueError("a figure without a size")
        if not self.alternative.strip():
            raise ValueError("a figure without words for who cannot see it")


@dataclass(frozen=True, slots=True)
class Mark:
    """Words in the margin, such as a code, and its colour of the palette."""

    text: str
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A line or a turn of a text: its number, who speaks or when, its words, what is beside it.

    `aside` is empty where the one above goes on.
    """

    number: str
    aside: str
    runs: tuple[Run, ...]
    margin: tuple[Mark, ...] = ()


@dataclass(frozen=True, slots=True)
class Margined:
    """A text with numbered lines and marks in the margin, as a coded transcript is printed.

    `heads` name the number, who speaks, the words and the margin.
    """

    heads: tuple[str, str, str, str]
    lines: tuple[Line, ...]
    landscape: bool = False
    cautions: tuple[Caution, ...] = ()


Captioned = Table | Figure
Block = Heading | Contents | Text | Table | Figure | Margined


@dataclass(frozen=True, slots=True)
class Report:
    """A title for the file's properties, the language (nb, nn or en), and the blocks in order.

    `cautions` are for the researcher and not printed; a table has its own. `method` is a line on
    how the file came to be, for a spreadsheet, where it has a sheet of its own; elsewhere a
    table's `note` says it.
    """

    title: str
    language: str
    blocks: tuple[Block, ...]
    cautions: tuple[Caution, ...] = ()
    method: str = ""


def _check(group: Group, width: int) -> None:
    reach = [0] * width  # the row, counted in the group, that each column is covered until
    for number, row in enumerate(group.rows):
        if len(row.cells) != width:
            raise ValueError(f"a row of {len(row.cells)} cells in a table of {width} columns")
        for column, cell in enumerate(row.cells):
            covered = number < reach[column]
            if covered != (cell is None):
                raise ValueError(f"column {column + 1}: covered and empty cells do not agree")
            if cell is not None:
                reach[column] = number + cell.rows
                if cell.rows < 1 or reach[column] > len(group.rows):
                    raise ValueError(f"column {column + 1}: a cell reaches out of its group")


def paragraph(text: str, *, language: str = "", excerpt_id: int | None = None) -> Paragraph:
    """A paragraph of one plain run."""
    return Paragraph((Run(text, language=language, excerpt_id=excerpt_id),))


def cell(text: str = "", *, value: int | date | None = None, rows: int = 1) -> Cell:
    """A cell of one plain paragraph, or an empty one."""
    return Cell((paragraph(text),) if text else (), value, rows)


def plain(item: Cell | Paragraph) -> str:
    """The words of a cell or paragraph, a line for each paragraph."""
    paragraphs = item.paragraphs if isinstance(item, Cell) else (item,)
    return "\n".join(
        [
            part.runs[0].text if len(part.runs) == 1 else "".join([run.text for run in part.runs])
            for part in paragraphs
        ]
    )


def caption(block: Captioned) -> str:
    """The whole caption: "Table 1: …"; where there is no label, its words alone."""
    return f"{block.label} {block.number}: {block.caption}" if block.label else block.caption


def headline(heading: Heading) -> str:
    """The whole heading on one line: "Vedlegg 2  Temaer og eksempler"."""
    return "  ".join(part for part in (heading.number, heading.text) if part)


def tables(report: Report) -> Iterator[Table]:
    """The report's tables in order."""
    return (block for block in report.blocks if isinstance(block, Table))


def figures(report: Report) -> Iterator[Figure]:
    """The report's figures in order."""
    return (block for block in report.blocks if isinstance(block, Figure))


def sections(report: Report) -> list[tuple[bool, list[Block]]]:
    """The blocks by how the paper lies (True: landscape), in order; at least one section.

    What stands before a table, a figure or a margined text lies as that does, back to the heading
    of the highest level, and so does what comes last. A chapter of text alone stands upright.
    """
    found: list[tuple[bool, list[Block]]] = []
    for chapter in _chapters(report):
        lying = False
        waiting: list[Block] = []
        for block in chapter:
            waiting.append(block)
            if isinstance(block, Contents | Table | Figure | Margined):
                lying = not isinstance(block, Contents) and block.landscape
                _laid(found, lying, waiting)
                waiting = []
        _laid(found, lying, waiting)
    return found or [(False, [])]


def _laid(found: list[tuple[bool, list[Block]]], lying: bool, blocks: list[Block]) -> None:
    if blocks and (not found or found[-1][0] != lying):
        found.append((lying, []))
    if blocks:
        found[-1][1].extend(blocks)


def _chapters(report: Report) -> list[list[Block]]:
    """The blocks from one heading of the highest level to the next, none of headings alone."""
    chapters: list[list[Block]] = [[]]
    for block in report.blocks:
        begins = isinstance(block, Heading) and block.level <= 1
        if begins and not all(isinstance(each, Heading) for each in chapters[-1]):
            chapters.append([])
        chapters[-1].append(block)
    if len(chapters) > 1 and all(isinstance(each, Heading) for each in chapters[-1]):
        last = chapters.pop()
        chapters[-1] += last
    return chapters


def cautions(report: Report) -> tuple[Caution, ...]:
    """What the researcher should know before the report is used."""
    of_blocks = (
        caution
        for block in report.blocks
        if isinstance(block, Table | Figure | Margined)
        for caution in block.cautions
    )
    return (*report.cautions, *of_blocks)


def shown(table: Table) -> tuple[int, ...]:
    """Which columns a printed page shows, by index: not the one that the group headings say."""
    return tuple(
        index
        for index, column in enumerate(table.columns)
        if not (table.headed and column.grouping)
    )


def filled(group: Group) -> Iterator[tuple[Cell, ...]]:
    """The rows of a group with each covered cell filled from the one above that covers it.

    For forms where every row must stand alone to be sorted and filtered.
    """
    above: tuple[Cell, ...] = ()
    for row in group.rows:
        above = tuple(
            above[column] if each is None else each for column, each in enumerate(row.cells)
        )
        yield above
