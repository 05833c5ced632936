"""A report as tables alone, for what knows nothing else, such as a spreadsheet."""

from __future__ import annotations

from dataclasses import replace

from qualtool.core.report import (
    Cell,
    Column,
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
    caption,
    cell,
    headline,
    tables,
)


def as_table(text: Margined) -> Table:
    """A margined text as a table, for what has no margins."""
    shares: tuple[tuple[str, float], ...] = (
        ("number", 0.5),
        ("aside", 1.2),
        ("text", 6),
        ("margin", 2),
    )
    columns = tuple(
        Column(key, head, share) for (key, share), head in zip(shares, text.heads, strict=True)
    )
    rows = tuple(
        Row(
            (
                cell(line.number),
                cell(line.aside),
                Cell((Paragraph(line.runs),)),
                cell("\n".join(each.text for each in line.margin)),
            )
        )
        for line in text.lines
    )
    return Table("", 0, "", columns, (Group("", rows),), landscape=text.landscape)


def with_tables(report: Report) -> Report:
    """The report with its margined texts as tables."""
    blocks = tuple(as_table(each) if isinstance(each, Margined) else each for each in report.blocks)
    return replace(report, blocks=blocks)


def in_rows(report: Report) -> Report:
    """A report without a table as a table of one column, for what knows nothing but tables.

    A figure is told in words.
    """
    report = with_tables(report)
    if any(tables(report)) or not any(isinstance(each, Text | Figure) for each in report.blocks):
        return report
    rows: list[Row] = []
    for block in report.blocks:
        match block:
            case Heading():
                rows.append(Row((Cell((Paragraph((Run(headline(block), bold=True),)),)),)))
            case Text():
                rows += (Row((Cell((each,)),)) for each in block.paragraphs)
            case Figure():
                said = (caption(block), block.alternative, block.note)
                rows += (Row((cell(each),)) for each in said if each)
    column = Column("text", report.title)
    if rows and isinstance(report.blocks[0], Heading):
        rows = rows[1:]  # the head of the column says it
    whole = Table("", 1, "", (column,), (Group("", tuple(rows)),))
    return replace(report, blocks=(Heading(report.title), whole))
