"""Reads RTF documents: transcripts from f4 and f5, and what old word processors have saved."""

from __future__ import annotations

from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Caution, Source
from qualtool.core.tidying import tidy
from qualtool.formats.cleaned_lines import lines_cleaned
from qualtool.formats.notes import left_out, note_caution, note_lines
from qualtool.formats.pieces import Findings
from qualtool.formats.rtf_text import RtfText
from qualtool.formats.sizes import RTF, refuse_if_too_large
from qualtool.formats.transcript import source_from_lines
from qualtool.formats.unreadable import refuse_empty
from qualtool.i18n import gettext as _
from qualtool.i18n import mark

_BEGINNING: Final = b"{\\rtf"


def recognise(data: bytes, name: str) -> float:
    """How surely the content is RTF: its first word says so."""
    return 0.99 if data[:64].lstrip(b"\xef\xbb\xbf\r\n\t \x00").startswith(_BEGINNING) else 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The paragraphs or turns of an RTF document; raises `QualtoolError` naming the file."""
    if not data:
        raise refuse_empty(name)
    refuse_if_too_large(len(data), name, RTF)
    if not recognise(data, name):
        raise QualtoolError(
            "file_not_rtf", _("“{file}” is no RTF document. Choose another kind."), file=name
        )
    reader = RtfText(name)
    lines = [line for line in reader.lines(data) if line.text.strip()]
    notes = list(note_lines(reader.notes))
    findings = Findings("plain")
    findings.cautions.extend(note_caution(len(notes)))
    findings.cautions.extend(left_out(reader.counts))
    if not reader.whole:
        said = _("The file is cut off or damaged: its end may be missing.")
        findings.cautions.append(Caution("file_cut_off", said))
    if title := tidy(reader.title).strip():
        findings.facts["title"] = title
    lines = lines_cleaned([*lines, *notes], choices, findings)
    return source_from_lines(lines, findings, name=name, format="rtf")


READER: Final = Reader(
    "rtf",
    mark("RTF document"),
    ("rtf",),
    recognise,
    read,
    mark(
        "Headings, lists, tables as rows, notes last. Transcripts from f4 and f5: "
        "speakers and times."
    ),
)
