"""Running text with a little Markdown in it, as paragraphs of a report."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from qualtool.core.report import Paragraph, Run, Style, Text

_HEADING: Final = re.compile(r"#{1,6}\s+(.*?)\s*#*$")
_BULLET: Final = re.compile(r"[-*+]\s+(.*)")
_QUOTE: Final = re.compile(r">\s?(.*)")
_LINK: Final = re.compile(r"!?\[([^\]]*)\]\(([^)\s]*)\)")
_EMPHASIS: Final = re.compile(
    r"(\*\*|__)(?=\S)(?P<bold>.+?)(?<=\S)\1|(?<![\w*])\*(?=\S)(?P<star>[^*]+?)(?<=\S)\*(?!\w)"
    r"|(?<!\w)_(?=\S)(?P<under>[^_]+?)(?<=\S)_(?!\w)"
)


def blocks(markdown: str) -> tuple[Text, ...]:
    """The text in blocks: what stands after > is set apart, every other line is a paragraph.

    Headings become bold, list marks become bullets; a line break is a new paragraph, since notes
    are written line by line.
    """
    found: list[tuple[Style, list[Paragraph]]] = []
    for style, paragraph in _paragraphs(markdown):
        if not found or found[-1][0] != style:
            found.append((style, []))
        found[-1][1].append(paragraph)
    return tuple(Text(tuple(paragraphs), style) for style, paragraphs in found)


def paragraphs(markdown: str) -> tuple[Paragraph, ...]:
    """The text as paragraphs that all look alike, for a cell of a table."""
    return tuple(paragraph for _style, paragraph in _paragraphs(markdown))


def hardened(markdown: str) -> str:
    """The same text with its line breaks kept where Markdown would join the lines."""
    return re.sub(r"(?<=[^\s])[ \t]*\n(?=[^\n])", "  \n", markdown)


def _paragraphs(markdown: str) -> Iterator[tuple[Style, Paragraph]]:
    for written in markdown.splitlines():
        line = written.strip()
        if not line:
            continue
        if heading := _HEADING.fullmatch(line):
            yield "body", Paragraph((Run(_without_links(heading[1]), bold=True),))
        elif quote := _QUOTE.fullmatch(line):
            if quote[1].strip():
                yield "quotation", Paragraph(tuple(_runs(quote[1].strip())))
        elif bullet := _BULLET.fullmatch(line):
            yield "body", Paragraph((Run("• "), *_runs(bullet[1])))
        else:
            yield "body", Paragraph(tuple(_runs(line)))


def _runs(line: str) -> Iterator[Run]:
    line = _without_links(line)
    place = 0
    for match in _EMPHASIS.finditer(line):
        if match.start() > place:
            yield Run(line[place : match.start()])
        if match["bold"]:
            yield Run(match["bold"], bold=True)
        else:
            yield Run(match["star"] or match["under"], italic=True)
        place = match.end()
    if place < len(line):
        yield Run(line[place:])


def _without_links(line: str) -> str:
    """A link by its words, with where it leads in brackets."""
    return _LINK.sub(lambda found: f"{found[1]} ({found[2]})" if found[2] else found[1], line)
