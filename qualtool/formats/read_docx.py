"""Reads Word documents (DOCX): transcripts from Teams and Word, typed ones, notes and minutes."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Caution, Source
from qualtool.formats.cleaned_lines import lines_cleaned
from qualtool.formats.notes import left_out, note_caution, note_lines
from qualtool.formats.pieces import Findings, Line
from qualtool.formats.sizes import PARTS, TAGS, refuse_if_too_many
from qualtool.formats.transcript import source_from_lines
from qualtool.formats.unpacking import Package, damaged, unpack
from qualtool.formats.unreadable import refuse_binary
from qualtool.i18n import gettext as _
from qualtool.i18n import mark, ngettext

if TYPE_CHECKING:
    from qualtool.formats.word_text import WordText

_PACKED: Final = b"PK\x03\x04"
_BODY: Final = "word/document.xml"


def recognise(data: bytes, name: str) -> float:
    """How surely the content is a Word document; a damaged one is known by its name."""
    if not data.startswith(_PACKED):
        return 0.0
    try:
        package = unpack(data, name)
    except QualtoolError:
        return 0.6 if _named(name) else 0.2
    if _BODY in package.parts or _main_part(package):
        return 0.99
    return 0.5 if _named(name) else 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The paragraphs or turns of a Word document; raises `QualtoolError` naming the file."""
    lines, counts = lines_of(data, name)
    findings = Findings("plain", cautions=list(_left_out(counts)))
    lines = lines_cleaned(lines, choices, findings)
    return source_from_lines(lines, findings, name=name, format="docx")


def lines_of(data: bytes, name: str) -> tuple[list[Line], Counter[str]]:
    """The paragraphs of a Word document as they stand, untidied, and counts of what is not text.

    Raises `QualtoolError` naming the file.
    """
    if not data.startswith(_PACKED):
        raise refuse_binary(data, name) or damaged(name)
    from qualtool.formats.word_styles import styles_of
    from qualtool.formats.word_text import WordText
    from qualtool.formats.xml_reading import local, parse_xml

    package = unpack(data, name)
    path = _main_part(package) or _BODY
    content = package.part(path)
    if content is None:
        raise QualtoolError(
            "docx_without_text",
            _(
                "“{file}” is no whole Word document: the part with the text is missing. "
                "Open it in Word and save it under a new name."
            ),
            file=name,
        )
    refuse_if_too_many(content.count(b"<w:p>") + content.count(b"<w:p "), name)
    refuse_if_too_many(content.count(b"<") * PARTS // TAGS, name)
    root = parse_xml(content, name)
    body = next((one for one in root if local(str(one.tag)) == "body"), None)
    if body is None:
        raise damaged(name)
    styles = posixpath.join(posixpath.dirname(path), "styles.xml")
    reader = WordText(styles_of(package, styles) if b"Style " in content else {})
    lines = list(reader.lines(body))
    notes = list(_notes(package, posixpath.dirname(path), reader))
    reader.counts["notes"] -= len(notes)
    reader.counts["notes at end"] = len(notes)
    return lines + notes, reader.counts


def _notes(package: Package, folder: str, reader: WordText) -> Iterator[Line]:
    """The footnotes and endnotes that the text refers to, in its order, numbered through."""
    from qualtool.formats.word_styles import attribute
    from qualtool.formats.word_text import WordText
    from qualtool.formats.xml_reading import local, parse_xml

    found: dict[tuple[str, str], list[Line]] = {}
    for kind in {kind for kind, _id in reader.notes}:
        content = package.part(posixpath.join(folder, f"{kind}s.xml"))
        if content is None:
            continue
        refuse_if_too_many(content.count(b"<") * PARTS // TAGS, package.name)
        for note in parse_xml(content, package.name):
            if local(str(note.tag)) == kind:
                inside = WordText(reader.styles)
                found[kind, attribute(note, "id")] = list(inside.lines(note))
                reader.counts.update(inside.counts)
    numbered = ((str(number), found.get(note, [])) for number, note in enumerate(reader.notes, 1))
    yield from note_lines(numbered)


def _named(name: str) -> bool:
    return name.lower().endswith((".docx", ".docm", ".dotx", ".doc"))


def _main_part(package: Package) -> str:
    """Where the text lies, by the relations of the package; "" where they do not say."""
    from qualtool.formats.xml_reading import parse_xml

    try:
        content = package.part("_rels/.rels")
        relations = [] if content is None else list(parse_xml(content, package.name))
    except QualtoolError:
        return ""
    for relation in relations:
        target = str(relation.get("Target", "")).lstrip("/")
        if str(relation.get("Type", "")).endswith("/officeDocument") and (
            target.startswith("word/") and target in package.parts
        ):
            return target
    return ""


def _left_out(counts: Counter[str]) -> Iterator[Caution]:
    yield from note_caution(counts["notes at end"])
    if count := counts["notes"]:
        said = ngettext(
            "{count} footnote or endnote was left out.",
            "{count} footnotes and endnotes were left out.",
            count,
        )
        yield Caution("notes_left_out", said.format(count=count))
    yield from left_out(counts)
    if count := counts["parts"]:
        said = ngettext(
            "{count} part from another file was left out.",
            "{count} parts from other files were left out.",
            count,
        )
        yield Caution("parts_left_out", said.format(count=count))


READER: Final = Reader(
    "docx",
    mark("Word document"),
    ("docx", "docm"),
    recognise,
    read,
    mark(
        "Word transcripts from Teams and Word’s Transcribe, NVivo’s tables, typed labels: "
        "speakers and times. Documents: headings, lists, tables as rows, notes last; "
        "tracked changes as accepted."
    ),
)
