"""Reads Markdown: what the marks say becomes headings, lists and labels, the marks go."""

from __future__ import annotations

import re
from typing import Final

from qualtool.core.cleaning import clean_signs
from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Source
from qualtool.formats.dates import iso_date
from qualtool.formats.decoding import decode, peek
from qualtool.formats.markdown_lines import lines_of_markdown
from qualtool.formats.pieces import Findings
from qualtool.formats.sizes import (
    MARKDOWN,
    MARKDOWN_LINES,
    refuse_if_endless,
    refuse_if_too_large,
)
from qualtool.formats.transcript import source_from_lines
from qualtool.i18n import mark

_MARKS: Final = re.compile(
    r"(?m)^(?:#{1,6} \S|\s{0,3}\*\*[^*\n]{1,60}\*\*|\|.{0,400}\|\s*$|> \S|```)"
)
_FRONT: Final = re.compile(
    r"---[ \t]*\n(?P<body>(?:(?!---[ \t]*\n|---[ \t]*\Z).*\n){0,60})---[ \t]*(?:\n|\Z)"
)
_FIELD: Final = re.compile(r"(?P<key>[\w-]{1,40}):\s*(?P<value>.*\S)")


def recognise(data: bytes, name: str) -> float:
    """How surely the content is Markdown: by its name, or by several of its marks."""
    beginning = peek(data)
    if not beginning.strip():
        return 0.0
    if name.lower().endswith((".md", ".markdown", ".mdown", ".mkd")):
        return 0.8
    marks = len(_MARKS.findall(beginning))
    return 0.6 if marks >= 3 or (marks and _FRONT.match(beginning)) else 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The paragraphs or turns of a Markdown text; raises `QualtoolError` naming the file."""
    refuse_if_too_large(len(data), name, MARKDOWN)
    decoded = decode(data, name, choices.encoding)
    cleaned = clean_signs(decoded.raw, choices.left_alone)
    refuse_if_endless(cleaned.text, name, MARKDOWN_LINES)
    facts: dict[str, str | int] = {"encoding": decoded.encoding}
    findings = Findings("plain", facts, list(decoded.cautions), cleaned)
    text = _without_front_matter(cleaned.text, findings)
    lines = lines_of_markdown(text, len(cleaned.text) - len(text))
    return source_from_lines(lines, findings, name=name, format="markdown")


def _without_front_matter(text: str, findings: Findings) -> str:
    match = _FRONT.match(text.lstrip("\n"))
    if match is None:
        return text
    fields = [_FIELD.fullmatch(line.strip()) for line in match["body"].split("\n")]
    if fields[0] is None:
        return text  # a rule, and another one further down
    for field in fields:
        if field is None:
            continue
        value = field["value"].strip("\"'")
        match field["key"].lower():
            case "title" | "tittel":
                findings.facts["title"] = value
            case "date" | "dato":
                findings.facts["date"] = iso_date(value) or value
    return text.lstrip("\n")[match.end() :]


READER: Final = Reader(
    "markdown",
    mark("Markdown"),
    ("md", "markdown"),
    recognise,
    read,
    mark("Headings, lists and tables; typed labels: speakers and times."),
)
