"""The paragraphs of a draft in Markdown or plain text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from qualtool.core.draft import DraftParagraph, ParagraphKind
from qualtool.formats.decoding import decode
from qualtool.formats.unreadable import refuse_binary

_HEADING: Final = re.compile(r"#{1,6}\s+|={3,}$|-{3,}$")
_QUOTE: Final = re.compile(r"[ \t]{0,3}>[ \t]?")
_ITEM: Final = re.compile(r"[ \t]*(?:[-*+]|\d{1,3}[.)])\s+")
_ROW: Final = re.compile(r"[ \t]*\|.*\|[ \t]*$")
_RULE: Final = re.compile(r"[ \t]*\|?[\s:|-]+\|?[ \t]*$")
_EMPHASIS: Final = re.compile(
    r"(?<![\w\\])(\*{1,3}|_{1,3})(?=\S)(.+?)(?<=[^\s\\])\1(?!\w)", re.DOTALL
)
_ESCAPED: Final = re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|\"'])")
_CODE: Final = re.compile(r"^(```|~~~).*?(?:^\1|\Z)", re.DOTALL | re.MULTILINE)
_TAB: Final = 4
_POINTS: Final = 6.0  # a space at the beginning of a line, about


def paragraphs(data: bytes, name: str) -> list[DraftParagraph]:
    """The paragraphs with text; raises `QualtoolError` naming the file."""
    refused = refuse_binary(data, name)
    if refused is not None:
        raise refused
    text = decode(data, name).text.replace("\r\n", "\n").replace("\r", "\n")
    marked = name.lower().endswith((".md", ".markdown", ".mkd", ".qmd", ".rmd"))
    return list(_markdown(_CODE.sub("", text)) if marked else _plain(text))


def _plain(text: str) -> Iterator[DraftParagraph]:
    """Paragraphs with an empty line between, or each line one where there are none."""
    apart = re.search(r"\S[ \t]*\n[ \t]*\n[ \t]*\S", text) is not None
    blocks = re.split(r"\n[ \t]*\n", text) if apart else text.split("\n")
    for at, block in enumerate(blocks):
        lines = [line for line in block.split("\n") if line.strip()]
        if not lines:
            continue
        edges = [len(line.expandtabs(_TAB)) - len(line.expandtabs(_TAB).lstrip()) for line in lines]
        edge = min(edges)
        hanging = len(edges) > 1 and edges[0] < min(edges[1:])
        if len(edges) == 1 and edge < _TAB:
            edge = 0  # the first line of a paragraph is often set in a little
        words = "\n".join(line.strip() for line in lines)
        yield DraftParagraph(words, "body", 0, edge * _POINTS, hanging, "", "", at)


def _markdown(text: str) -> Iterator[DraftParagraph]:
    blocks = re.split(r"\n[ \t]*\n", text)
    for at, block in enumerate(blocks):
        for kind, column, words in _pieces(block):
            plain = _ESCAPED.sub(r"\1", _EMPHASIS.sub(r"\2", words)).strip()
            if plain:
                yield DraftParagraph(plain, kind, 0, 0.0, False, column, "", at)


def _pieces(block: str) -> Iterator[tuple[ParagraphKind, str, str]]:
    """A block as runs of lines of one kind; each row of a table gives its cells."""
    run: list[str] = []
    kind: ParagraphKind = "body"
    columns: list[str] = []
    for line in block.split("\n"):
        if _ROW.match(line):
            yield kind, "", "\n".join(run)
            run = []
            if _RULE.fullmatch(line):
                continue
            cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
            for at, cell in enumerate(cells):
                yield "cell", columns[at] if at < len(columns) else "", cell
            columns = columns or cells
            continue
        here: ParagraphKind = "body"
        if quote := _QUOTE.match(line):
            here, line = "quote", line[quote.end() :]
            if not line.strip():
                yield kind, "", "\n".join(run)
                run = []
                continue
        elif heading := _HEADING.match(line):
            here, line = "heading", line[heading.end() :]
        elif item := _ITEM.match(line):
            yield kind, "", "\n".join(run)
            run, kind = [line[item.end() :]], "list_item"
            continue
        if run and (here == kind or (here == "body" and kind in ("quote", "list_item"))):
            run.append(line.strip())
            continue
        yield kind, "", "\n".join(run)
        run, kind = [line.strip()], here
    yield kind, "", "\n".join(run)
