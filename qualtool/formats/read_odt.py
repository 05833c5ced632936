"""Reads OpenDocument texts (ODT, and flat in one XML file: FODT), as LibreOffice writes them."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Source
from qualtool.core.tidying import tidy
from qualtool.formats.cleaned_lines import lines_cleaned
from qualtool.formats.notes import left_out, note_caution, note_lines
from qualtool.formats.pieces import Findings
from qualtool.formats.sizes import PARTS, TAGS, refuse_if_too_many
from qualtool.formats.transcript import source_from_lines
from qualtool.formats.unpacking import Package, damaged, unpack
from qualtool.formats.unreadable import refuse_binary
from qualtool.i18n import gettext as _
from qualtool.i18n import mark

if TYPE_CHECKING:
    from lxml import etree

_PACKED: Final = b"PK\x03\x04"
_KIND: Final = b"application/vnd.oasis.opendocument.text"
_LOOKED_AT: Final = 16_384  # bytes; names of vocabularies stand before the kind
_PICTURE: Final = re.compile(rb"<office:binary-data>[^<]*</office:binary-data>")


def recognise(data: bytes, name: str) -> float:
    """How surely the content is an OpenDocument text: the package says what it is."""
    if not data.startswith(_PACKED):
        return 0.99 if _is_flat(data) else 0.0
    named = name.lower().endswith((".odt", ".ott"))
    try:
        kind = (unpack(data, name).part("mimetype") or b"").strip()
    except QualtoolError:
        return 0.7 if named else 0.0
    if kind in (_KIND, _KIND + b"-template", _KIND + b"-master"):
        return 0.99
    return 0.6 if named and not kind else 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The paragraphs or turns of an OpenDocument text; raises `QualtoolError` naming the file."""
    from qualtool.formats.odt_text import OdtText, looks_of
    from qualtool.formats.xml_reading import local

    content, *others = roots_of(data, name)
    found = (one for one in content.iter() if local(str(one.tag)) == "body")
    body = next(found, None)
    if body is None:
        raise damaged(name)
    about = next((one for one in others if local(str(one.tag)) == "document-meta"), content)
    reader = OdtText(looks_of(*(one for one in others if one is not about), content))
    lines = list(reader.lines(body))
    notes = list(note_lines(reader.notes))
    findings = Findings("plain")
    findings.cautions.extend(note_caution(len(notes)))
    findings.cautions.extend(left_out(reader.counts))
    _note_title(about, findings)
    lines = lines_cleaned([*lines, *notes], choices, findings)
    return source_from_lines(lines, findings, name=name, format="odt")


def roots_of(data: bytes, name: str) -> list[etree._Element]:
    """The XML the text is in, then that of its styles and of what it says of itself, if any.

    Raises `QualtoolError` naming the file.
    """
    return _flat(data, name) if _is_flat(data) else _packed(data, name)


def _is_flat(data: bytes) -> bool:
    """Whether a file is an OpenDocument text that is no package, but XML in one piece."""
    beginning = data[:_LOOKED_AT]
    return b"<office:document" in beginning and b'office:mimetype="' + _KIND in beginning


def _flat(data: bytes, name: str) -> list[etree._Element]:
    return [_parsed(_PICTURE.sub(b"", data), name)]


def _packed(data: bytes, name: str) -> list[etree._Element]:
    """What the text of a package is in, and its styles and what it says of itself, if any."""
    if not data.startswith(_PACKED):
        raise refuse_binary(data, name) or damaged(name)
    package = unpack(data, name)
    _refuse_if_locked(package)
    content = package.part("content.xml")
    if content is None:
        raise damaged(name)
    found = [_parsed(content, name)]
    if (styles := package.part("styles.xml")) is not None:
        found.append(_parsed(styles, name))
    if (about := package.part("meta.xml")) is not None:
        with suppress(QualtoolError):
            found.append(_parsed(about, name))
    return found


def _parsed(content: bytes, name: str) -> etree._Element:
    from qualtool.formats.xml_reading import parse_xml

    refuse_if_too_many(content.count(b"<text:p"), name)
    refuse_if_too_many(content.count(b"<") * PARTS // TAGS, name)
    return parse_xml(content, name)


def _note_title(about: etree._Element, findings: Findings) -> None:
    """The title a document gives itself; who wrote it is not asked."""
    from qualtool.formats.xml_reading import local

    found = (one for one in about.iter() if local(str(one.tag)) == "meta")
    for element in next(found, ()):
        if local(str(element.tag)) == "title" and (title := tidy(element.text or "").strip()):
            findings.facts["title"] = title
            return


def _refuse_if_locked(package: Package) -> None:
    if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
        raise QualtoolError(
            "file_is_encrypted",
            _(
                "“{file}” is protected by a password. Open it in LibreOffice, "
                "take the password away and save it."
            ),
            file=package.name,
        )


READER: Final = Reader(
    "odt",
    mark("OpenDocument text"),
    ("odt", "fodt"),
    recognise,
    read,
    mark(
        "Headings, lists, tables as rows, notes last; tracked changes as accepted. Typed "
        "labels: speakers and times."
    ),
)
