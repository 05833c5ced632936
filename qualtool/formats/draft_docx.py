"""The paragraphs of a Word draft, with what sets some of them apart: style, left edge, table."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from qualtool.core.draft import DraftParagraph, ParagraphKind
from qualtool.formats.draft_styles import is_quotation_style
from qualtool.formats.unpacking import Package, damaged, unpack
from qualtool.formats.unreadable import refuse_binary

if TYPE_CHECKING:
    from lxml import etree

    from qualtool.formats.word_text import WordText

BODY: Final = "word/document.xml"
_NOTES: Final = ("footnotes", "endnotes")
_TWIPS: Final = 20  # in a point
_MOST_BELOW: Final = 12
_NUMBER: Final = re.compile(r"-?\d{1,7}")


@dataclass(frozen=True, slots=True)
class _Look:
    name: str = ""
    below: str = ""
    indent: float | None = None
    hanging: bool | None = None


def paragraphs(data: bytes, name: str) -> list[DraftParagraph]:
    """The paragraphs with text; raises `QualtoolError` naming the file."""
    if not data.startswith(b"PK\x03\x04"):
        raise refuse_binary(data, name) or damaged(name)
    from qualtool.formats.word_styles import styles_of
    from qualtool.formats.word_text import WordText
    from qualtool.formats.xml_reading import parse_xml

    package = unpack(data, name)
    content = package.part(BODY)
    if content is None:
        raise damaged(name)
    folder = posixpath.dirname(BODY)
    reader = WordText(styles_of(package, f"{folder}/styles.xml"))
    looks = _looks(package, f"{folder}/styles.xml")
    found = list(_read(parse_xml(content, name), BODY, reader, looks))
    for kind in _NOTES:
        notes = package.part(f"{folder}/{kind}.xml")
        if notes is not None:
            root = parse_xml(notes, name)
            found += _read(root, f"{folder}/{kind}.xml", WordText(reader.styles), looks, note=True)
    return found


def _read(
    root: etree._Element,
    part: str,
    reader: WordText,
    looks: Mapping[str, _Look],
    *,
    note: bool = False,
) -> Iterator[DraftParagraph]:
    from qualtool.formats.xml_reading import local

    heads: dict[etree._Element, list[str]] = {}
    for element, one in enumerate(each for each in root.iter() if local(str(each.tag)) == "p"):
        if any(local(str(above.tag)) == "Fallback" for above in one.iterancestors()):
            continue  # what stands in a text box is written twice
        lines = list(_own_lines(one, reader))
        text = "\n".join(text for text, _kind in lines)
        if not text.strip():
            continue
        look = _look(one, looks)
        kind: ParagraphKind = "note" if note else "body"
        column = ""
        if is_quotation_style(look.name):
            kind = "quote"
        elif (cell := _above(one, "tc")) is not None:
            column = _column(cell, heads, reader)
            kind = "cell"
        elif lines[0][1] in ("heading", "list_item"):
            kind = "heading" if lines[0][1] == "heading" else "list_item"
        yield DraftParagraph(
            text, kind, 0, look.indent or 0.0, bool(look.hanging), column, part, element
        )


def _own_lines(paragraph: etree._Element, reader: WordText) -> Iterator[tuple[str, str]]:
    """The lines of a paragraph; those of a text box in it come as paragraphs of their own."""
    boxed = {
        " ".join("".join(map(str, inner.itertext())).split())
        for box in paragraph.iter()
        if str(box.tag).endswith("}txbxContent")
        for inner in box
    }
    for line in reader.lines((paragraph,)):
        if not boxed or " ".join(line.text.split()) not in boxed:
            yield line.text.replace("\f", ""), line.kind


def _column(cell: etree._Element, heads: dict[etree._Element, list[str]], reader: WordText) -> str:
    """The heading of the column that a cell stands in; "" for a cell of the first row."""
    row, table = _above(cell, "tr"), _above(cell, "tbl")
    if row is None or table is None:
        return ""
    first = next(each for each in table.iter() if str(each.tag).endswith("}tr"))
    if first is row:
        return ""
    if table not in heads:
        cells = [one for one in first if str(one.tag).endswith("}tc")]
        heads[table] = [" ".join(line.text for line in reader.lines(one)) for one in cells]
    at = [one for one in row if str(one.tag).endswith("}tc")].index(cell)
    return heads[table][at] if at < len(heads[table]) else ""


def _above(element: etree._Element, name: str) -> etree._Element | None:
    return next((up for up in element.iterancestors() if str(up.tag).endswith("}" + name)), None)


def _look(paragraph: etree._Element, looks: Mapping[str, _Look]) -> _Look:
    """The style of a paragraph, with what the paragraph says itself."""
    from qualtool.formats.word_styles import attribute
    from qualtool.formats.xml_reading import local

    style = looks.get("", _Look())
    indent, hanging = None, None
    for child in paragraph:
        if local(str(child.tag)) != "pPr":
            continue
        for one in child:
            match local(str(one.tag)):
                case "pStyle":
                    style = looks.get(attribute(one, "val"), style)
                case "ind":
                    indent, hanging = _indent(one)
    return _Look(
        style.name,
        "",
        style.indent if indent is None else indent,
        style.hanging if hanging is None else hanging,
    )


def _indent(element: etree._Element) -> tuple[float | None, bool | None]:
    from qualtool.formats.word_styles import attribute

    left = attribute(element, "left") or attribute(element, "start")
    hanging = attribute(element, "hanging")
    edge = int(left) / _TWIPS if _NUMBER.fullmatch(left) else None
    return edge, hanging not in ("", "0") if hanging or left else None


def _looks(package: Package, path: str) -> dict[str, _Look]:
    """The styles by their identifiers; "" is the one that paragraphs have when they say none."""
    from qualtool.formats.word_styles import attribute
    from qualtool.formats.xml_reading import local, parse_xml

    content = package.part(path)
    if content is None:
        return {}
    written: dict[str, _Look] = {}
    usual = ""
    for element in parse_xml(content, package.name):
        if local(str(element.tag)) != "style" or attribute(element, "type") != "paragraph":
            continue
        name = below = ""
        indent, hanging = None, None
        for child in element.iter():
            match local(str(child.tag)):
                case "name":
                    name = attribute(child, "val")
                case "basedOn":
                    below = attribute(child, "val")
                case "ind":
                    indent, hanging = _indent(child)
        key = attribute(element, "styleId")
        written[key] = _Look(name, below, indent, hanging)
        if attribute(element, "default") in ("1", "true", "on"):
            usual = key
    found = {key: _whole(key, written) for key in written}
    found[""] = found.get(usual, _Look())
    return found


def _whole(key: str, written: Mapping[str, _Look]) -> _Look:
    look = written[key]
    indent, hanging, below = look.indent, look.hanging, look.below
    quotes = is_quotation_style(look.name)
    for _step in range(_MOST_BELOW):
        base = written.get(below)
        if base is None:
            break
        indent = base.indent if indent is None else indent
        hanging = base.hanging if hanging is None else hanging
        quotes = quotes or is_quotation_style(base.name)
        below = base.below
    return _Look("quote" if quotes else look.name, "", indent, hanging)
