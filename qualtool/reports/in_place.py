"""A block as it stands in a whole report: its heading counted, its opening, its captions' numbers.

Whatever the block is, and whether it was made now or is kept from when it was frozen.
"""

from __future__ import annotations

from dataclasses import replace

from qualtool.core.report import Block, Figure, Heading, Report, Table, Text, paragraph, plain
from qualtool.i18n import words


def headed(report: Report, title: str, number: str) -> Report:
    """The report under one heading of the highest level, its own headings below it.

    `title` is the researcher's own heading (empty: the block's); `number` the words that count it.
    """
    blocks = list(report.blocks)
    first = blocks.pop(0) if blocks and isinstance(blocks[0], Heading) else Heading(report.title)
    assert isinstance(first, Heading)
    levels = [each.level for each in blocks if isinstance(each, Heading)]
    deeper = max(0, 2 - min(levels, default=2))
    title = title or first.text
    below = (
        replace(each, level=each.level + deeper) if isinstance(each, Heading) else each
        for each in blocks
    )
    return replace(report, title=title, blocks=(Heading(title, 1, number), *below))


def opened(report: Report, opening: str) -> Report:
    """The report with the researcher's own words before what it shows, a line for each paragraph.

    They stand in the place of the sentences that the block suggests. Without any, these stay.
    """
    paragraphs = tuple(paragraph(line.strip()) for line in opening.splitlines() if line.strip())
    if not paragraphs:
        return report
    first, suggested = _suggested(report)
    blocks = (
        *report.blocks[:first],
        Text(paragraphs),
        *report.blocks[first + len(suggested) :],
    )
    return replace(report, blocks=blocks)


def suggestion(report: Report) -> str:
    """The sentences that a block suggests before what it shows, a line for each paragraph."""
    _first, suggested = _suggested(report)
    return "\n".join(plain(each) for text in suggested for each in text.paragraphs)


def numbered(report: Report, tables: int, figures: int, language: str) -> Report:
    """The report with its captions counted on from so many tables and figures, in one language.

    What has no label is not counted.
    """
    said = words(language).gettext
    blocks: list[Block] = []
    for each in report.blocks:
        if isinstance(each, Table) and each.label:
            tables += 1
            each = replace(each, label=said("Table"), number=tables)
        elif isinstance(each, Figure) and each.label:
            figures += 1
            each = replace(each, label=said("Figure"), number=figures)
        blocks.append(each)
    return replace(report, blocks=tuple(blocks))


def counted(report: Report) -> tuple[int, int]:
    """How many tables and how many figures have a number of their own."""
    tables = sum(isinstance(each, Table) and bool(each.label) for each in report.blocks)
    figures = sum(isinstance(each, Figure) and bool(each.label) for each in report.blocks)
    return tables, figures


def _suggested(report: Report) -> tuple[int, list[Text]]:
    """The running text right after the heading, and where it begins or would."""
    first = 1 if report.blocks and isinstance(report.blocks[0], Heading) else 0
    found: list[Text] = []
    for each in report.blocks[first:]:
        if not isinstance(each, Text) or each.style != "body":
            break
        found.append(each)
    return first, found
