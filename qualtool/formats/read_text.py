"""Reads plain text: transcripts typed or written by a program, notes and other documents."""

from __future__ import annotations

from typing import Final

from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Source
from qualtool.formats.cleaned_lines import lines_of_raw
from qualtool.formats.decoding import decode, may_be_text
from qualtool.formats.pieces import Findings
from qualtool.formats.program_heads import below_noscribes_head
from qualtool.formats.sizes import refuse_if_endless
from qualtool.formats.transcript import source_from_lines
from qualtool.i18n import mark


def recognise(data: bytes, name: str) -> float:
    """Any text is plain text, but hardly when another reader knows it."""
    return 0.3 if may_be_text(data) else 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The paragraphs or turns of a plain text; raises `QualtoolError` naming the file."""
    decoded = decode(data, name, choices.encoding)
    refuse_if_endless(decoded.raw, name)
    below = below_noscribes_head(decoded.raw)
    findings = Findings("noscribe" if below else "plain", {"encoding": decoded.encoding})
    findings.cautions.extend(decoded.cautions)
    lines = lines_of_raw(below or decoded.raw, choices, findings)
    return source_from_lines(lines, findings, name=name, format="text")


READER: Final = Reader(
    "text",
    mark("Plain text"),
    ("txt", "text"),
    recognise,
    read,
    mark(
        "Typed labels, Otter, oTranscribe, f4, MAXQDA, aTrain and noScribe: speakers and "
        "times. Lines broken by hand are joined again."
    ),
)
