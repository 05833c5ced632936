"""The paragraphs of an OpenDocument draft, with what sets some of them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from qualtool.core.draft import DraftParagraph, ParagraphKind
from qualtool.formats.draft_styles import is_quotation_style
from qualtool.formats.unpacking import damaged

if TYPE_CHECKING:
    from lxml import etree

    from qualtool.formats.odt_text import OdtText

_LENGTH: Final = re.compile(r"(-?\d+(?:\.\d+)?)(cm|mm|in|pt|pc)")
_POINTS: Final = {"cm": 28.3465, "mm": 2.83465, "in": 72.0, "pt": 1.0, "pc": 12.0}
_MOST_BELOW: Final = 12
_KINDS: Final[dict[str, ParagraphKind]] = {
    "h": "heading",
    "list": "list_item",
    "note-body": "note",
    "table-cell": "cell",
}


@dataclass(frozen=True, slots=True)
class _Look:
    quotes: bool = False
    indent: float = 0.0
    hanging: bool = False


def paragraphs(data: bytes, name: str) -> list[DraftParagraph]:
    """The paragraphs with text; raises `QualtoolError` naming the file."""
    from qualtool.formats.odt_text import OdtText, looks_of
    from qualtool.formats.read_odt import roots_of
    from qualtool.formats.xml_reading import local

    content, *others = roots_of(data, name)
    body = next((one for one in content.iter() if local(str(one.tag)) == "body"), None)
    if body is None:
        raise damaged(name)
    looks = _looks(content, *others)
    reader = OdtText(looks_of(content, *others))
    return list(_read(body, reader, looks))


def _read(
    body: etree._Element, reader: OdtText, looks: Mapping[str, _Look]
) -> Iterator[DraftParagraph]:
    from qualtool.formats.word_styles import attribute
    from qualtool.formats.xml_reading import local

    heads: dict[etree._Element, list[str]] = {}
    every = (one for one in body.iter() if local(str(one.tag)) in ("p", "h"))
    for element, one in enumerate(every):
        above = [local(str(up.tag)) for up in one.iterancestors()]
        if "tracked-changes" in above or "annotation" in above:
            continue
        text = "\n".join(line.text.replace("\f", "") for line in reader.lines((one,))).strip()
        if not text:
            continue
        look = looks.get(attribute(one, "style-name"), _Look())
        kind: ParagraphKind = "heading" if local(str(one.tag)) == "h" else "body"
        kind = next((_KINDS[each] for each in above if each in _KINDS), kind)
        column = ""
        if look.quotes:
            kind = "quote"
        elif kind == "cell":
            column = _column(one, heads, reader)
        yield DraftParagraph(
            text, kind, 0, look.indent, look.hanging, column, "content.xml", element
        )


def _column(one: etree._Element, heads: dict[etree._Element, list[str]], reader: OdtText) -> str:
    """The heading of the column that a paragraph of a table stands in."""
    from qualtool.formats.xml_reading import local

    above = {local(str(up.tag)): up for up in reversed(list(one.iterancestors()))}
    table, row, cell = (above.get(each) for each in ("table", "table-row", "table-cell"))
    if table is None or row is None or cell is None:
        return ""
    first = next(each for each in table.iter() if local(str(each.tag)) == "table-row")
    if first is row:
        return ""
    if table not in heads:
        heads[table] = [" ".join(line.text for line in reader.lines(each)) for each in first]
    at = list(row).index(cell)
    return heads[table][at] if at < len(heads[table]) else ""


def _looks(*roots: etree._Element) -> dict[str, _Look]:
    from qualtool.formats.word_styles import attribute
    from qualtool.formats.xml_reading import local

    written: dict[str, tuple[str, str, float | None, bool | None]] = {}
    for root in roots:
        for element in root.iter():
            if local(str(element.tag)) != "style" or attribute(element, "family") != "paragraph":
                continue
            indent: float | None = None
            hanging: bool | None = None
            for child in element:
                if local(str(child.tag)) == "paragraph-properties":
                    if (left := attribute(child, "margin-left")) and _points(left) is not None:
                        indent = _points(left)
                    if (first := attribute(child, "text-indent")) and _points(first) is not None:
                        hanging = (_points(first) or 0.0) < 0
            name = attribute(element, "name")
            shown = attribute(element, "display-name") or name.replace("_20_", " ")
            written[name] = (shown, attribute(element, "parent-style-name"), indent, hanging)
    return {name: _whole(name, written) for name in written}


def _points(length: str) -> float | None:
    match = _LENGTH.fullmatch(length.strip())
    return float(match[1]) * _POINTS[match[2]] if match else None


def _whole(name: str, written: Mapping[str, tuple[str, str, float | None, bool | None]]) -> _Look:
    shown, below, indent, hanging = written[name]
    quotes = is_quotation_style(shown)
    for _step in range(_MOST_BELOW):
        if below not in written:
            quotes = quotes or is_quotation_style(below)
            break
        base, under, base_indent, base_hanging = written[below]
        quotes = quotes or is_quotation_style(base)
        indent = base_indent if indent is None else indent
        hanging = base_hanging if hanging is None else hanging
        below = under
    return _Look(quotes, indent or 0.0, bool(hanging))
