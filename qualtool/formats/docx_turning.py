"""Laying a part of a researcher's document across the page, and what the pages there allow.

In Word a page lies across by being a section of its own, and a section begins where the one
before it ends. So the text before a table that lies across is closed by a copy of the section it
stands in, with its headers and footers, then comes the table in a turned copy; the text after it
keeps the section that was there. That is only done where the section allows being divided: where
it starts its page numbers anew, has a first page of its own or begins on an odd page, the part
after the table would do so once more, and the table is made to fit the upright page instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from lxml import etree

from qualtool.formats.docx_blocks import Page
from qualtool.formats.docx_found import W
from qualtool.formats.markup import escaped
from qualtool.formats.xml_reading import parse_xml

_W: Final = f"{{{W}}}"
_SHORT: Final = 11906
_LONG: Final = 16838
_MARGIN: Final = 1417
_LEAST: Final = 1440  # what a page between its margins has at least, in twentieths of a point
_BEGINS_ANEW: Final = frozenset({"oddPage", "evenPage", "nextColumn"})


@dataclass(frozen=True, slots=True)
class Section:
    """The pages a part stands on: the room on them, and the section again, if it may be divided.

    `upright` closes the text before, `turned` is the same lying across; both are empty where the
    section may not be divided, or lies across already.
    """

    page: Page
    lying: Page
    upright: str = ""
    turned: str = ""


def usual() -> Section:
    """The pages of a document that says nothing of them."""
    page = Page(_SHORT - 2 * _MARGIN, _LONG - 2 * _MARGIN)
    return Section(page, page)


def section(content: bytes, prefixes: Mapping[str, str], name: str) -> Section:
    """The section whose `w:sectPr` is given, with the prefixes that hold where it stands."""
    declared = "".join(
        f' xmlns{":" if prefix else ""}{prefix}="{escaped(uri)}"'
        for prefix, uri in prefixes.items()
        if prefix != "xml"
    )
    outer = parse_xml(f"<inside{declared}>".encode() + content + b"</inside>", name)
    root = outer[0]
    size, margins = root.find(f"{_W}pgSz"), root.find(f"{_W}pgMar")
    wide, high = _length(size, "w", _SHORT), _length(size, "h", _LONG)
    sides = _length(margins, "left", _MARGIN) + _length(margins, "right", _MARGIN)
    sides += _length(margins, "gutter", 0)
    ends = abs(_length(margins, "top", _MARGIN)) + abs(_length(margins, "bottom", _MARGIN))
    columns = root.find(f"{_W}cols")
    count = max(_length(columns, "num", 1), 1)
    between = _length(columns, "space", 720) * (count - 1)
    page = Page(max((wide - sides - between) // count, _LEAST), max(high - ends, _LEAST))
    if size is None or wide >= high or count > 1 or not _divides(root):
        return Section(page, page)
    for old in root.findall(f"{_W}sectPrChange"):
        root.remove(old)
    upright = _written(root)
    for old in root.findall(f"{_W}type"):
        root.remove(old)  # it begins on a new page
    size.set(f"{_W}w", str(high))
    size.set(f"{_W}h", str(wide))
    size.set(f"{_W}orient", "landscape")
    lying = Page(max(high - sides, _LEAST), max(wide - ends, _LEAST))
    return Section(page, lying, upright, _written(root))


def _divides(root: etree._Element) -> bool:
    """Whether a section may be divided without its end looking otherwise."""
    numbers = root.find(f"{_W}pgNumType")
    kind = root.find(f"{_W}type")
    first = root.find(f"{_W}titlePg")
    return (
        (numbers is None or numbers.get(f"{_W}start") is None)
        and (kind is None or kind.get(f"{_W}val") not in _BEGINS_ANEW)
        and (first is None or first.get(f"{_W}val") in ("0", "false", "off"))
    )


def _length(element: etree._Element | None, name: str, otherwise: int) -> int:
    text = "" if element is None else element.get(f"{_W}{name}") or ""
    return int(text) if text.lstrip("-").isdecimal() and text.isascii() else otherwise


def _written(root: etree._Element) -> str:
    """The section as XML that stands by itself."""
    alone = etree.fromstring(etree.tostring(root, with_tail=False))
    etree.cleanup_namespaces(alone)
    return etree.tostring(alone, encoding="unicode")
