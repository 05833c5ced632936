"""What stands beside the text of a draft: comments, headers, footers, and the file's properties.

No part of what is written, but sent with it: the disclosure check reads it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Final

from qualtool.core.draft import Aside, DraftParagraph

if TYPE_CHECKING:
    from lxml import etree

_WORD_PARTS: Final = re.compile(r"word/(header|footer)\d*\.xml")
_COMMENTS: Final = "word/comments.xml"
_WORD_PROPERTIES: Final = ("docProps/core.xml", "docProps/app.xml", "docProps/custom.xml")
_PROPERTIES: Final = frozenset(
    "creator lastModifiedBy title subject description keywords category contentStatus Manager "
    "Company lpwstr initial-creator printed-by keyword user-defined".split()
)
_OPEN: Final[dict[str, Aside]] = {
    "header": "header",
    "header-left": "header",
    "header-first": "header",
    "footer": "footer",
    "footer-left": "footer",
    "footer-first": "footer",
}


def of_word(data: bytes, name: str) -> tuple[DraftParagraph, ...]:
    """What stands beside the text of a Word draft; raises `QualtoolError` naming the file."""
    from qualtool.formats.unpacking import unpack
    from qualtool.formats.xml_reading import local, parse_xml

    package = unpack(data, name)
    found: list[DraftParagraph] = []
    if (content := package.part(_COMMENTS)) is not None:
        comments = (one for one in parse_xml(content, name) if local(str(one.tag)) == "comment")
        for number, one in enumerate(comments, 1):
            found += _told("comment", _lines(one, _of_word), number)
    for part in sorted(package.parts):
        match = _WORD_PARTS.fullmatch(part)
        if match is not None and (content := package.part(part)) is not None:
            aside: Aside = "header" if match[1] == "header" else "footer"
            found += _told(aside, _lines(parse_xml(content, name), _of_word))
    for part in _WORD_PROPERTIES:
        if (content := package.part(part)) is not None:
            found += _told("properties", _properties(parse_xml(content, name)))
    return tuple(dict.fromkeys(found))


def of_open_document(data: bytes, name: str) -> tuple[DraftParagraph, ...]:
    """What stands beside the text of an OpenDocument; raises `QualtoolError` naming the file."""
    from qualtool.formats.read_odt import roots_of
    from qualtool.formats.xml_reading import local

    found: list[DraftParagraph] = []
    comments = 0
    for root in roots_of(data, name):
        for one in root.iter():
            kind = local(str(one.tag))
            if kind == "annotation":
                comments += 1
                found += _told("comment", _lines(one, _of_open), comments)
            elif kind in _OPEN:
                found += _told(_OPEN[kind], _lines(one, _of_open))
            elif kind == "meta":
                found += _told("properties", _properties(one))
    return tuple(dict.fromkeys(found))


def _told(aside: Aside, lines: Iterable[str], number: int = 0) -> Iterator[DraftParagraph]:
    for line in lines:
        if line.strip():
            yield DraftParagraph(line.strip(), "note", number, aside=aside)


def _lines(root: etree._Element, words: Callable[[etree._Element], Iterator[str]]) -> Iterator[str]:
    """The paragraphs in an element; what stands in a text box is written twice, and told once."""
    from qualtool.formats.xml_reading import local

    for one in root.iter():
        if local(str(one.tag)) in ("p", "h"):
            above = {local(str(each.tag)) for each in one.iterancestors()}
            if "Fallback" not in above:
                yield "".join(words(one))


def _of_word(element: etree._Element) -> Iterator[str]:
    from qualtool.formats.xml_reading import local

    for child in element:
        match local(str(child.tag)):
            case "t":
                yield child.text or ""
            case "tab" | "br" | "cr":
                yield " "
            case "noBreakHyphen":
                yield "-"
            case "p" | "pPr" | "rPr" | "del":
                continue
            case _:
                yield from _of_word(child)


def _of_open(element: etree._Element) -> Iterator[str]:
    from qualtool.formats.xml_reading import local

    yield element.text or ""
    for child in element:
        kind = local(str(child.tag))
        if kind in ("s", "tab", "line-break"):
            yield " "
        elif kind not in ("p", "h", "annotation"):
            yield from _of_open(child)
        yield child.tail or ""


def _properties(root: etree._Element) -> Iterator[str]:
    from qualtool.formats.xml_reading import local

    for one in root.iter():
        if local(str(one.tag)) in _PROPERTIES:
            yield one.text or ""
