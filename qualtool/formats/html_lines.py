"""The paragraphs of a web page as it is read: headings, lists, tables; no scripts, no looks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from qualtool.core.source import BlockKind
from qualtool.formats.pieces import Line

_GONE: Final = frozenset(
    """script style head noscript template svg math iframe object embed audio video canvas
    select option button input textarea nav link meta base map datalist dialog del""".split()
)
_BLOCKS: Final = frozenset(
    """address article aside blockquote body caption center dd details dir div dl dt fieldset
    figcaption figure footer form header hr html legend li main menu ol optgroup p pre section
    summary table tbody tfoot thead tr td th ul h1 h2 h3 h4 h5 h6""".split()
)
_BOLD: Final = frozenset(("b", "strong"))
_RUNNING: Final = re.compile(r"mso-element\s*:\s*(?:header|footer)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\d+")  # of the page
_SPACE: Final = re.compile("[ \t\r\n\f]+")


@dataclass(slots=True)
class _Growing:
    lines: list[Line] = field(default_factory=list)
    runs: list[tuple[str, bool]] = field(default_factory=list)
    running: set[str] = field(default_factory=set)  # heads and feet of pages that were met


def lines_of_html(root: etree._Element) -> list[Line]:
    """The lines of a page in order."""
    growing = _Growing()
    _walk(root, growing, "paragraph", 0, False, False)
    _end(growing, "paragraph", 0)
    return growing.lines


def _walk(
    element: etree._Element,
    growing: _Growing,
    kind: BlockKind,
    level: int,
    bold: bool,
    kept: bool,
) -> None:
    """What an element holds; `kept` says that white space in it is as written."""
    _add(element.text, growing, bold, kept)
    for child in element:
        name = str(child.tag).lower()
        if name in _GONE or _is_hidden(child) or _is_running(child, growing.running):
            pass
        elif name == "br":
            growing.runs.append(("\n", bold))
        elif name == "tr":
            _end(growing, kind, level)
            _row(child, growing)
        elif name in _BLOCKS:
            _end(growing, kind, level)
            inner, depth = _kind(name, kind, level)
            _walk(child, growing, inner, depth, False, kept or name == "pre")
            _end(growing, inner, depth)
        else:
            _walk(child, growing, kind, level, bold or name in _BOLD, kept)
        _add(child.tail, growing, bold, kept)


def _kind(name: str, kind: BlockKind, level: int) -> tuple[BlockKind, int]:
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        return "heading", int(name[1])
    if name in ("ul", "ol", "menu", "dir"):
        return "list_item", level + 1 if kind == "list_item" else 0
    return kind, level


def _row(row: etree._Element, growing: _Growing) -> None:
    cells: list[str] = []
    for child in row:
        if child.tag in ("td", "th"):
            inner = lines_of_html(child)
            cells.append(" ".join(" ".join(line.text.split()) for line in inner))
    text = "\t".join(cells).rstrip()
    if text.strip() and len(cells) > 1:
        growing.lines.append(Line(text, "table_row"))
    elif text.strip():  # a table of one column is how old pages are laid out
        growing.lines.append(Line(text))


def _add(text: str | None, growing: _Growing, bold: bool, kept: bool) -> None:
    if not text:
        return
    if not kept:
        text = _SPACE.sub(" ", text)
        before = growing.runs[-1][0][-1:] if growing.runs else "\n"
        if before in (" ", "\n"):
            text = text.removeprefix(" ")
    if text:
        growing.runs.append((text, bold))


def _end(growing: _Growing, kind: BlockKind, level: int) -> None:
    runs, growing.runs = growing.runs, []
    words = "".join(text for text, _bold in runs)
    if not words.strip():
        return
    bold = 0
    for text, is_bold in runs:
        if not is_bold and text.strip():
            break
        bold += len(text) if is_bold else 0
    growing.lines.append(Line(words.strip("\n"), kind, level, 0 if kind == "heading" else bold))


def _is_hidden(element: etree._Element) -> bool:
    style = str(element.get("style", "")).replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style


def _is_running(element: etree._Element, met: set[str]) -> bool:
    """Whether an element is the head or foot of printed pages, or one that was met before."""
    if _RUNNING.search(str(element.get("style", ""))) or (
        element.tag == "div" and element.get("title") in ("header", "footer")
    ):
        return True  # as Word and LibreOffice write them
    if element.tag not in ("header", "footer"):
        return False
    words = _NUMBER.sub("0", " ".join("".join(map(str, element.itertext())).split()))
    if words in met:
        return True
    met.add(words)
    return False


def title_of(root: etree._Element) -> Iterator[str]:
    """The title that a page gives itself."""
    for element in root.iter("title"):
        if isinstance(element.text, str) and element.text.strip():
            yield " ".join(element.text.split())
            return
