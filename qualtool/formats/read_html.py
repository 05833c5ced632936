"""Reads web pages (HTML): saved articles, minutes and notes from the web or another program."""

from __future__ import annotations

import codecs
import re
from typing import Final

from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Source
from qualtool.core.tidying import tidy
from qualtool.formats.cleaned_lines import lines_cleaned
from qualtool.formats.pieces import Findings
from qualtool.formats.sizes import PARTS, TAGS, refuse_if_too_large, refuse_if_too_many
from qualtool.formats.transcript import source_from_lines
from qualtool.formats.unpacking import damaged
from qualtool.formats.unreadable import refuse_empty
from qualtool.i18n import mark

_LOOKED_AT: Final = 4_096  # bytes
_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}charset\s*=\s*["']?([\w:.-]{2,40})""", re.IGNORECASE
)
_OPENS: Final = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,1000}?-->\s*){0,5}(?:<!doctype\s+html|<html[\s>])",
    re.IGNORECASE | re.DOTALL,
)
_BLOCK: Final = re.compile(rb"</(?:p|div|h[1-6]|li|td|body)>", re.IGNORECASE)
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def recognise(data: bytes, name: str) -> float:
    """How surely the content is a web page: it says so at once, or it is full of its marks."""
    beginning = _narrow(data[:_LOOKED_AT])
    if _OPENS.match(beginning):
        return 0.85
    named = name.lower().endswith((".html", ".htm", ".xhtml"))
    return 0.7 if named and _BLOCK.search(_narrow(data[: 16 * _LOOKED_AT])) else 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The paragraphs or turns of a web page; raises `QualtoolError` naming the file."""
    from lxml import etree

    from qualtool.formats.html_lines import lines_of_html, title_of

    if not data:
        raise refuse_empty(name)
    refuse_if_too_large(len(data), name)
    refuse_if_too_many(data.count(b"<") * PARTS // TAGS, name)
    text, encoding = _decoded(data, choices.encoding)
    # The text is told apart from its encoding already; what it says of it must not be heeded.
    text = re.sub(r"^\s*<\?xml[^>]{0,200}>", "", text).replace("\0", "")
    parser = etree.HTMLParser(
        encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except (etree.LxmlError, ValueError) as fault:
        raise damaged(name) from fault
    if root is None:
        raise damaged(name)
    findings = Findings("plain", {"encoding": encoding})
    for title in title_of(root):
        findings.facts["title"] = tidy(title)
    lines = lines_cleaned(lines_of_html(root), choices, findings)
    return source_from_lines(lines, findings, name=name, format="html")


def _decoded(data: bytes, chosen: str) -> tuple[str, str]:
    """The text of a page: as chosen, as it says, as UTF-8, else as Windows-1252."""
    for marked, encoding in _MARKS:
        if data.startswith(marked) and not chosen:
            return data.decode(encoding, "replace"), encoding.removesuffix("-sig")
    said = _CHARSET.search(data[:_LOOKED_AT])
    for encoding in (chosen, said[1].decode("ascii", "ignore") if said else "", "utf-8"):
        try:
            return data.decode(codecs.lookup(encoding).name), encoding.lower()
        except (LookupError, UnicodeError, ValueError):
            continue
    return data.decode("cp1252", "replace"), "cp1252"


def _narrow(data: bytes) -> bytes:
    """Bytes with one for each letter, whatever the encoding, to look for marks in."""
    return data.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")


READER: Final = Reader(
    "html",
    mark("Web page"),
    ("html", "htm"),
    recognise,
    read,
    mark("Headings, lists and tables of a page; scripts and styles are left out."),
)
