"""Reads presentations (PPTX): slide by slide, each shape a block, with the speaker's notes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Caution, Source
from qualtool.formats.cleaned_lines import lines_cleaned
from qualtool.formats.pieces import Findings
from qualtool.formats.transcript import source_from_lines
from qualtool.formats.unpacking import damaged, unpack
from qualtool.formats.unreadable import refuse_binary
from qualtool.i18n import mark, ngettext

_PACKED: Final = b"PK\x03\x04"
_MAIN: Final = "ppt/presentation.xml"


def recognise(data: bytes, name: str) -> float:
    """How surely the content is a presentation; a damaged one is known by its name."""
    if not data.startswith(_PACKED):
        return 0.0
    named = name.lower().endswith((".pptx", ".pptm", ".ppsx"))
    try:
        return 0.99 if _MAIN in unpack(data, name).parts else 0.0
    except QualtoolError:
        return 0.7 if named else 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The text of a presentation; raises `QualtoolError` naming the file."""
    from qualtool.formats.slides import Slides

    if not data.startswith(_PACKED):
        raise refuse_binary(data, name) or damaged(name)
    package = unpack(data, name)
    if _MAIN not in package.parts:
        raise damaged(name)
    slides = Slides(package)
    lines = slides.lines()
    findings = Findings("plain", cautions=list(_left_out(slides.counts)))
    lines = lines_cleaned(lines, choices, findings)
    return source_from_lines(lines, findings, name=name, format="pptx")


def _left_out(counts: Mapping[str, int]) -> Iterator[Caution]:
    if count := counts.get("hidden slides", 0):
        said = ngettext(
            "{count} hidden slide was left out.", "{count} hidden slides were left out.", count
        )
        yield Caution("hidden_left_out", said.format(count=count))
    if count := counts.get("pictures", 0) + counts.get("charts", 0):
        said = ngettext(
            "{count} picture or chart was left out.",
            "{count} pictures and charts were left out.",
            count,
        )
        yield Caution("pictures_left_out", said.format(count=count))


READER: Final = Reader(
    "pptx",
    mark("Presentation"),
    ("pptx",),
    recognise,
    read,
    mark("Each shape as a paragraph of its own under its slide, the notes below."),
)
