"""A report before it becomes a Word file, a spreadsheet or a page: headings, text and tables.

The document model of every export. It says what stands where and knows nothing of how a file
format writes it. Words are in the report's language already; the writers in `qualtool.formats`
add only what belongs to the format.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from qualtool.core.source import Caution

Kind = Literal["text", "number", "date"]
Style = Literal["body", "quotation"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text of one look.

    A line break is `\\n`. `muted` is what surrounds the words that matter, such as the context of
    an excerpt. `language` (nb, nn, en …) is set where it is not the report's, so that a spelling
    checker judges a nynorsk quotation as nynorsk.
    """

    text: str
    bold: bool = False
    italic: bool = False
    muted: bool = False
    language: str = ""


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
    """A heading; level 1 is the highest."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """Paragraphs of running text, or quotations set apart."""

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


Block = Heading | Text | Table


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


def paragraph(text: str, *, language: str = "") -> Paragraph:
    """A paragraph of one plain run."""
    return Paragraph((Run(text, language=language),))


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


def caption(table: Table) -> str:
    """The whole caption: "Table 1: …"."""
    return f"{table.label} {table.number}: {table.caption}"


def tables(report: Report) -> Iterator[Table]:
    """The report's tables in order."""
    return (block for block in report.blocks if isinstance(block, Table))


def sections(report: Report) -> list[tuple[bool, list[Block]]]:
    """The blocks by how the paper lies (True: landscape), in order; at least one section.

    What stands before a table lies as the table does, and so does what comes last.
    """
    found: list[tuple[bool, list[Block]]] = []
    waiting: list[Block] = []
    for block in report.blocks:
        waiting.append(block)
        if isinstance(block, Table):
            if not found or found[-1][0] != block.landscape:
                found.append((block.landscape, []))
            found[-1][1].extend(waiting)
            waiting = []
    if not found:
        found.append((False, []))
    found[-1][1].extend(waiting)
    return found


def cautions(report: Report) -> tuple[Caution, ...]:
    """What the researcher should know before the report is used."""
    of_tables = (caution for table in tables(report) for caution in table.cautions)
    return (*report.cautions, *of_tables)


def in_rows(report: Report) -> Report:
    """A report of text alone as a table of one column, for what knows nothing but tables."""
    if any(tables(report)) or not any(isinstance(block, Text) for block in report.blocks):
        return report
    rows: list[Row] = []
    for block in report.blocks:
        match block:
            case Heading():
                rows.append(Row((Cell((Paragraph((Run(block.text, bold=True),)),)),)))
            case Text():
                rows += (Row((Cell((each,)),)) for each in block.paragraphs)
    column = Column("text", report.title)
    whole = Table("", 1, "", (column,), (Group("", tuple(rows[1:])),))
    return replace(report, blocks=(Heading(report.title), whole))


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
