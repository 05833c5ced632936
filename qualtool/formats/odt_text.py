"""The paragraphs of an OpenDocument text as a reader sees them, tracked changes accepted.

Deleted text stands in a list of its own and is passed over; a text box comes after the paragraph
it is tied to; table rows become lines with tabs. Source: OASIS, OpenDocument 1.3, part 3.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from lxml import etree

from qualtool.core.source import BlockKind
from qualtool.core.tidying import PAGE_BREAK
from qualtool.formats.pieces import Line
from qualtool.formats.word_styles import attribute
from qualtool.formats.xml_reading import local

_GONE = frozenset(
    """tracked-changes sequence-decls variable-decls user-field-decls forms annotation-end
    dde-connection-decls alphabetical-index-auto-mark-file note-citation desc title
    bookmark bookmark-start bookmark-end change change-start change-end table-column
    table-columns shapes event-listeners style ruby-text hidden-paragraph toc-mark
    table-of-content-source binary-data""".split()
)
_MOST_REPEATED = 20  # an empty row or cell is often written once for a thousand
_MOST_SPACES = 200


@dataclass(frozen=True, slots=True)
class Look:
    """What an automatic style says that matters for reading."""

    bold: bool = False
    hidden: bool = False
    outline: int = 0


@dataclass(slots=True)
class _Flow:
    runs: list[tuple[str, bool]] = field(default_factory=list)
    boxes: list[etree._Element] = field(default_factory=list)


@dataclass(slots=True)
class OdtText:
    """Reads the body of a document; `counts` tells what was left out."""

    looks: dict[str, Look]
    counts: Counter[str] = field(default_factory=Counter)
    notes: list[tuple[str, list[Line]]] = field(default_factory=list)

    def lines(self, body: Iterable[etree._Element], depth: int = -1) -> Iterator[Line]:
        """The lines of a body, a list item, a cell or a text box; `depth` counts lists."""
        for child in body:
            name = local(str(child.tag))
            match name:
                case "h":
                    level = attribute(child, "outline-level")
                    number = int(level) if level.isdigit() and len(level) < 3 else 1
                    yield from self._paragraph(child, "heading", max(1, number))
                case "p":
                    outline = self._look(child).outline
                    if outline:
                        yield from self._paragraph(child, "heading", outline)
                    elif depth >= 0:
                        yield from self._paragraph(child, "list_item", depth)
                    else:
                        yield from self._paragraph(child, "paragraph", 0)
                case "list":
                    yield from self.lines(child, depth + 1)
                case "table":
                    yield from self._table(child)
                case "tracked-changes":
                    self.counts["tracked"] += len(child)
                case _ if name not in _GONE:
                    yield from self.lines(child, depth)

    def _paragraph(self, element: etree._Element, kind: BlockKind, level: int) -> Iterator[Line]:
        flow = _Flow()
        look = self._look(element)
        self._runs(element, flow, look.bold and kind != "heading", look.hidden)
        words = "".join(text for text, _bold in flow.runs)
        bold = 0
        for text, is_bold in flow.runs:
            if not is_bold and text.strip():
                break
            bold += len(text) if is_bold else 0
        if words.strip(" \t\n"):
            yield Line(words, kind, level, bold)
        for box in flow.boxes:
            yield from self.lines(box)

    def _runs(self, element: etree._Element, flow: _Flow, bold: bool, hidden: bool) -> None:
        self._add(element.text, flow, bold, hidden)
        for child in element:
            name = local(str(child.tag))
            match name:
                case "s":
                    count = attribute(child, "c", "1")
                    number = int(count) if count.isdigit() and len(count) < 6 else 1
                    self._add(" " * min(number, _MOST_SPACES), flow, bold, hidden, written=True)
                case "tab":
                    self._add("\t", flow, bold, hidden, written=True)
                case "line-break":
                    self._add("\n", flow, bold, hidden, written=True)
                case "soft-page-break":
                    self._add(PAGE_BREAK, flow, bold, hidden, written=True)
                case "note":
                    self._note(child)
                case "annotation":
                    self.counts["comments"] += 1
                case "text-box":
                    flow.boxes.append(child)
                case "span":
                    look = self._look(child)
                    self._runs(child, flow, bold or look.bold, hidden or look.hidden)
                case "hidden-text":
                    self.counts["hidden"] += 1
                case _ if name not in _GONE:
                    self._runs(child, flow, bold, hidden)
            self._add(child.tail, flow, bold, hidden)

    def _add(
        self, text: str | None, flow: _Flow, bold: bool, hidden: bool, *, written: bool = False
    ) -> None:
        if not text:
            return
        if hidden:
            self.counts["hidden"] += bool(text.strip())
            return
        if not written:  # white space in the XML is one space, as the format says
            before = flow.runs[-1][0][-1:] if flow.runs else "\n"
            opens, ends = text[0] in " \t\r\n", text[-1] in " \t\r\n"
            text = " ".join(text.replace("\t", " ").split()) if text.strip() else ""
            text = " " + text if opens and before not in " \n" else text
            text += " " if ends and text.strip() else ""
        if text:
            flow.runs.append((text, bold))

    def _note(self, element: etree._Element) -> None:
        sign = ""
        for child in element:
            match local(str(child.tag)):
                case "note-citation":
                    sign = "".join(str(part) for part in child.itertext()).strip()
                case "note-body":
                    self.notes.append((sign, list(self.lines(child))))

    def _table(self, table: etree._Element) -> Iterator[Line]:
        for child in table:
            match local(str(child.tag)):
                case "table-row":
                    cells = [words for cell in child for words in self._cell(cell)]
                    text = "\t".join(cells).rstrip()
                    if text.strip():
                        yield Line(text, "table_row")
                case "table-header-rows" | "table-rows" | "table-row-group":
                    yield from self._table(child)

    def _cell(self, cell: etree._Element) -> list[str]:
        if local(str(cell.tag)) not in ("table-cell", "covered-table-cell"):
            return []
        words = " ".join(" ".join(line.text.split()) for line in self.lines(cell))
        count = attribute(cell, "number-columns-repeated", "1")
        number = int(count) if count.isdigit() and len(count) < 6 else 1
        return [words] * max(1, min(number, _MOST_REPEATED))

    def _look(self, element: etree._Element) -> Look:
        return self.looks.get(attribute(element, "style-name"), Look())


def looks_of(*roots: etree._Element) -> dict[str, Look]:
    """What the styles of a document say, by name; what they are based on counts as well."""
    written: dict[str, tuple[Look, str]] = {}
    for root in roots:
        for element in root.iter():
            if local(str(element.tag)) != "style":
                continue
            bold = hidden = False
            for child in element.iter():
                if local(str(child.tag)) == "text-properties":
                    bold = bold or attribute(child, "font-weight") == "bold"
                    hidden = hidden or attribute(child, "display") == "none"
            level = attribute(element, "default-outline-level")
            outline = int(level) if level.isdigit() and len(level) < 3 else 0
            name = attribute(element, "name")
            base = attribute(element, "parent-style-name")
            written[name] = Look(bold, hidden, outline), base
    return {name: _whole(name, written) for name in written}


def _whole(name: str, written: dict[str, tuple[Look, str]]) -> Look:
    look, base = written[name]
    for _step in range(12):
        if base not in written:
            break
        below, base = written[base]
        look = Look(
            look.bold or below.bold, look.hidden or below.hidden, look.outline or below.outline
        )
    return look
