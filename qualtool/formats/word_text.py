"""The paragraphs of a Word document as a reader sees them, tracked changes accepted.

Insertions stay and deletions go, fields give their result and not their instruction, a text box
comes once, after the paragraph it is tied to, and table rows become lines with tabs.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Final

from lxml import etree

from qualtool.core.source import BlockKind
from qualtool.core.tidying import PAGE_BREAK
from qualtool.formats.pieces import Line
from qualtool.formats.word_styles import PLAIN, Style, attribute, is_on
from qualtool.formats.xml_reading import local

_GONE: Final = frozenset(
    """del moveFrom delText delInstrText instrText pPr rPr sdtPr sdtEndPr tblPr tblGrid trPr tcPr
    sectPr rt proofErr bookmarkStart bookmarkEnd fldData""".split()
)
_COUNTED: Final = {
    "footnoteReference": "notes",
    "endnoteReference": "notes",
    "commentReference": "comments",
    "altChunk": "parts",
}
_TRACKED: Final = frozenset(("ins", "del", "moveFrom", "moveTo"))
# Word's symbol fonts keep their signs where Unicode has none; these are the usual ones.
_SYMBOLS: Final = {
    0xF0B7: "•",
    0xF0A7: "•",
    0xF0D8: "•",
    0xF0E0: "→",
    0xF0E8: "→",
    0xF0AE: "→",
    0xF0FC: "✓",
    0xF0FB: "✗",
    0xF0A8: "□",
    0xF06F: "□",
    0xF04A: "☺",
    0xF04C: "☹",
    0xF0B3: "≥",
    0xF0A3: "≤",
}


@dataclass(slots=True)
class _Flow:
    """A paragraph while it is read: its runs as (text, bold), and boxes tied to it."""

    runs: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)
    bold: bool = False
    hidden: bool = False


@dataclass(slots=True)
class WordText:
    """Reads the body of a document; `counts` tells what was left out."""

    styles: Mapping[str, Style]
    counts: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[str, str]] = field(default_factory=list)  # which, in order: kind and id
    _fields: list[bool] = field(default_factory=list)  # open fields: True while in instruction
    _unfinished: list[tuple[str, bool]] = field(default_factory=list)

    def lines(self, body: Iterable[etree._Element]) -> Iterator[Line]:
        """The lines of a body, a cell or a text box, in order."""
        for child in body:
            match local(str(child.tag)):
                case "p":
                    yield from self._paragraph(child)
                case "tbl":
                    yield from self._table(child)
                case "AlternateContent":
                    yield from self.lines(_chosen(child))
                case name if name in _COUNTED:
                    self.counts[_COUNTED[name]] += 1
                case name if name not in _GONE:
                    self.counts["tracked"] += name in _TRACKED
                    yield from self.lines(child)

    def _paragraph(self, element: etree._Element) -> Iterator[Line]:
        properties = next((one for one in element if _is(one, "pPr")), None)
        style, mark_gone = self._properties(properties)
        flow = _Flow(self._unfinished, hidden=bool(style.hidden))
        self._unfinished = []
        self._runs(element, flow)
        if mark_gone:
            self._unfinished = flow.runs
        else:
            yield from _lines_of(flow.runs, style)
        for box in flow.boxes:
            yield from self.lines(box)

    def _properties(self, properties: etree._Element | None) -> tuple[Style, bool]:
        """The style of a paragraph, and whether its end was deleted (joining it to the next)."""
        style, mark_gone = PLAIN, False
        if properties is None:
            return style, mark_gone
        for child in properties:
            match local(str(child.tag)):
                case "pStyle":
                    style = self.styles.get(attribute(child, "val"), style)
                case "outlineLvl":
                    level = attribute(child, "val")
                    number = int(level) + 1 if level.isdigit() and len(level) == 1 else 0
                    style = replace(style, heading=number if number < 10 else 0)
                case "numPr":
                    style = _numbered(child, style)
                case "rPr":
                    mark_gone = any(_is(one, "del") or _is(one, "moveFrom") for one in child)
        return style, mark_gone

    def _runs(self, element: etree._Element, flow: _Flow) -> None:
        for child in element:
            name = local(str(child.tag))
            if name == "r":
                outer = flow.bold, flow.hidden
                self._look(child, flow)
                self._runs(child, flow)
                flow.bold, flow.hidden = outer
            elif name == "txbxContent":
                flow.boxes.append(child)
            elif name == "AlternateContent":
                self._runs(_chosen(child), flow)
            elif name == "fldChar":
                self._field(attribute(child, "fldCharType"))
            elif name in _COUNTED:
                self.counts[_COUNTED[name]] += 1
                if _COUNTED[name] == "notes":
                    kind = name.removesuffix("Reference")
                    self.notes.append((kind, attribute(child, "id")))
            elif name in _GONE:
                self.counts["tracked"] += name in _TRACKED
            elif (text := _text_of(child, name)) is None:
                self.counts["tracked"] += name in _TRACKED
                self._runs(child, flow)
            elif text and not (self._fields and any(self._fields)):
                if flow.hidden:
                    self.counts["hidden"] += bool(text.strip())
                else:
                    flow.runs.append((text, flow.bold))

    def _look(self, run: etree._Element, flow: _Flow) -> None:
        properties = run[0] if len(run) and _is(run[0], "rPr") else None
        if properties is None:
            return
        for child in properties:
            match local(str(child.tag)):
                case "rStyle":
                    style = self.styles.get(attribute(child, "val"), PLAIN)
                    flow.bold = flow.bold or bool(style.bold)
                    flow.hidden = flow.hidden or bool(style.hidden)
                case "b":
                    flow.bold = is_on(child)
                case "vanish":
                    flow.hidden = is_on(child)

    def _field(self, kind: str) -> None:
        if kind == "begin":
            self._fields.append(True)
        elif kind == "separate" and self._fields:
            self._fields[-1] = False
        elif kind == "end" and self._fields:
            self._fields.pop()

    def _table(self, table: etree._Element) -> Iterator[Line]:
        for row in _children(table, "tr"):
            if any(_is(one, "del") for part in row if _is(part, "trPr") for one in part):
                self.counts["tracked"] += 1
                continue
            cells = [
                " ".join(text for line in self.lines(cell) if (text := line.text.strip()))
                for cell in _children(row, "tc")
            ]
            text = "\t".join(cell.replace("\t", " ") for cell in cells).rstrip()
            if text.strip():
                yield Line(text, "table_row")


def _text_of(element: etree._Element, name: str) -> str | None:
    """The text an element stands for; None where it may hold others."""
    match name:
        case "t":
            return element.text or ""
        case "tab" | "ptab":
            return "\t"
        case "br" | "cr":
            return "\n"
        case "lastRenderedPageBreak":
            # Where Word last showed a page to end; a break typed in alone would number them wrong.
            return PAGE_BREAK
        case "noBreakHyphen":
            return "-"
        case "sym":
            return _symbol(attribute(element, "char"))
    return None


def _symbol(char: str) -> str:
    try:
        number = int(char, 16)
    except ValueError:
        return ""
    private = 0xE000 <= number <= 0xF8FF
    return _SYMBOLS.get(number, "□") if private or number > 0x10FFFF else chr(number)


def _lines_of(runs: list[tuple[str, bool]], style: Style) -> Iterator[Line]:
    """A paragraph as lines, one for each line break typed in it."""
    kind, level = _kind(style)
    text: list[str] = []
    bold: int | None = None  # how much is bold, once something is not
    length = 0
    for words, is_bold in runs:
        if bold is None and not is_bold and words.strip():
            bold = length
        text.append(words)
        length += len(words)
    bold = length if bold is None and any(is_bold for _words, is_bold in runs) else bold or 0
    for line in "".join(text).split("\n"):
        opening = len(line) - len(line.lstrip(" \t"))
        if line.strip(" \t"):
            yield Line(line.strip(" \t"), kind, level, max(0, min(len(line), bold) - opening))
        bold -= len(line) + 1


def _kind(style: Style) -> tuple[BlockKind, int]:
    if style.heading:
        return "heading", style.heading
    return ("list_item", style.list_level) if style.listed else ("paragraph", 0)


def _numbered(element: etree._Element, style: Style) -> Style:
    listed, level = style.listed, style.list_level
    for child in element:
        if _is(child, "numId"):
            listed = attribute(child, "val") != "0"
        elif _is(child, "ilvl"):
            value = attribute(child, "val")
            level = int(value) if value.isdigit() and len(value) == 1 else 0
    return replace(style, listed=listed, list_level=level)


def _chosen(element: etree._Element) -> etree._Element:
    """One of the forms in which Word writes the same thing twice."""
    parts = list(element)
    return next((child for child in parts if _is(child, "Choice")), parts[0] if parts else element)


def _children(element: etree._Element, name: str) -> Iterator[etree._Element]:
    """Rows or cells, also those inside content controls."""
    for child in element:
        if _is(child, name):
            yield child
        elif local(str(child.tag)) in (
            "sdt",
            "sdtContent",
            "customXml",
            "ins",
        ):
            yield from _children(child, name)


def _is(element: etree._Element, name: str) -> bool:
    return local(str(element.tag)) == name
