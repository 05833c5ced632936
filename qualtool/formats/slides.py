"""The slides of a presentation as lines: each shape a block of its own, the speaker's notes last.

What stands in one shape is never joined to what stands in another; each slide is a page.
"""

from __future__ import annotations

import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree

from qualtool.core.source import BlockKind
from qualtool.core.tidying import PAGE_BREAK
from qualtool.formats.pieces import Line
from qualtool.formats.sizes import PARTS, TAGS, refuse_if_too_many
from qualtool.formats.unpacking import Package
from qualtool.formats.word_styles import attribute
from qualtool.formats.xml_reading import local, parse_xml

_RELATIONS: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_FURNITURE: Final = frozenset(("dt", "ftr", "sldNum", "hdr", "sldImg"))
_TITLES: Final = frozenset(("title", "ctrTitle"))
_SLIDE: Final = re.compile(r"ppt/slides/slide(\d{1,5})\.xml")


@dataclass(slots=True)
class Slides:
    """Reads the slides of a package; `counts` tells what was left out."""

    package: Package
    counts: Counter[str] = field(default_factory=Counter)

    def lines(self) -> list[Line]:
        """The lines of all slides; raises `QualtoolError` where they cannot be read."""
        found: list[Line] = []
        pages = 0
        for number, path in enumerate(self._slides()):
            pages += bool(number)
            slide = self._part(path)
            if slide is None:
                continue
            if attribute(slide, "show", "1") in ("0", "false"):
                self.counts["hidden slides"] += 1
                continue
            lines = [*self._shapes(slide), *self._notes(path)]
            if lines and pages:
                lines[0].text = PAGE_BREAK * pages + lines[0].text
                pages = 0
            found += lines
        return found

    def _slides(self) -> list[str]:
        """Where the slides lie, in the order in which they are shown."""
        there = sorted(
            (int(match[1]), part)
            for part in self.package.parts
            if (match := _SLIDE.fullmatch(part))
        )
        root = self._part("ppt/presentation.xml")
        targets = self._targets("ppt/presentation.xml")
        shown = [
            targets.get(str(element.get(f"{{{_RELATIONS}}}id", "")), "")
            for element in (() if root is None else root.iter())
            if local(str(element.tag)) == "sldId"
        ]
        shown = [path for path in dict.fromkeys(shown) if path in self.package.parts]
        return shown or [path for _number, path in there]

    def _targets(self, path: str) -> dict[str, str]:
        folder, name = posixpath.split(path)
        relations = self._part(f"{folder}/_rels/{name}.rels")
        return {
            str(one.get("Id", "")): posixpath.normpath(
                posixpath.join(folder, str(one.get("Target")))
            )
            for one in (() if relations is None else relations)
        }

    def _part(self, path: str) -> etree._Element | None:
        content = self.package.part(path)
        if content is None:
            return None
        refuse_if_too_many(content.count(b"<") * PARTS // TAGS, self.package.name)
        return parse_xml(content, self.package.name)

    def _shapes(self, element: etree._Element) -> Iterator[Line]:
        for child in element:
            match local(str(child.tag)):
                case "sp":
                    yield from self._shape(child)
                case "tbl":
                    yield from _table(child)
                case "pic":
                    self.counts["pictures"] += 1
                case "chart" | "relIds":
                    self.counts["charts"] += 1
                case "AlternateContent":
                    yield from self._shapes(child[0] if len(child) else child)
                case _:
                    yield from self._shapes(child)

    def _shape(self, shape: etree._Element) -> Iterator[Line]:
        kind = _placeholder(shape)
        if kind in _FURNITURE:
            return
        for body in shape:
            if local(str(body.tag)) == "txBody":
                yield from _paragraphs(body, "heading" if kind in _TITLES else "paragraph")

    def _notes(self, path: str) -> Iterator[Line]:
        for target in self._targets(path).values():
            if "/notesSlides/" not in target:
                continue
            notes = self._part(target)
            for shape in () if notes is None else notes.iter():
                if local(str(shape.tag)) == "sp" and _placeholder(shape) == "body":
                    for line in self._shape(shape):
                        self.counts["notes"] += 1
                        line.kind, line.level = "note", 0
                        yield line


def _placeholder(shape: etree._Element) -> str:
    """What a shape is for, such as a title; "" for one that was drawn freely."""
    for element in shape.iter():
        if local(str(element.tag)) == "ph":
            return attribute(element, "type", "obj")
    return ""


def _paragraphs(body: etree._Element, kind: BlockKind) -> Iterator[Line]:
    for paragraph in body:
        if local(str(paragraph.tag)) != "p":
            continue
        words = _words(paragraph)
        if not words.strip():
            continue
        if kind == "heading":
            yield Line(" ".join(words.split()), "heading", 1)
            continue
        level = 0
        for child in paragraph:
            if local(str(child.tag)) == "pPr":
                said = attribute(child, "lvl", "0")
                level = int(said) if said.isdigit() and len(said) == 1 else 0
        yield Line(words, "list_item" if level else "paragraph", level)


def _words(paragraph: etree._Element) -> str:
    parts: list[str] = []
    for element in paragraph.iter():
        match local(str(element.tag)):
            case "t":
                parts.append(element.text or "")
            case "br":
                parts.append("\n")
            case "tab":
                parts.append("\t")
    return "".join(parts)


def _table(table: etree._Element) -> Iterator[Line]:
    for row in table:
        if local(str(row.tag)) == "tr":
            cells = [
                " ".join(" ".join(_words(part).split()) for part in cell.iter() if _is_p(part))
                for cell in row
                if local(str(cell.tag)) == "tc"
            ]
            text = "\t".join(cells).rstrip()
            if text.strip():
                yield Line(text, "table_row")


def _is_p(element: etree._Element) -> bool:
    return local(str(element.tag)) == "p"
