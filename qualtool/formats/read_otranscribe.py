"""Reads oTranscribe's own files (OTR): a web page inside JSON, with the times it put in.

The name of the recording stands beside the text; it is left out, since it may give names away.
"""

from __future__ import annotations

import json
from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Source
from qualtool.formats.cleaned_lines import lines_cleaned
from qualtool.formats.decoding import decode, peek
from qualtool.formats.pieces import Findings
from qualtool.formats.sizes import PARTS, TAGS, refuse_if_too_many
from qualtool.formats.transcript import source_from_lines
from qualtool.formats.unpacking import damaged
from qualtool.formats.unreadable import refuse_wordless
from qualtool.i18n import gettext as _
from qualtool.i18n import mark


def recognise(data: bytes, name: str) -> float:
    """How surely the content is oTranscribe's: JSON with a text, and a recording beside it."""
    beginning = peek(data).lstrip()
    if not beginning.startswith("{") or '"text"' not in beginning:
        return 0.0
    stamped = "data-timestamp" in beginning or '"media"' in beginning
    if stamped and '"segments"' not in beginning:
        return 0.98
    return 0.9 if name.lower().endswith(".otr") else 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The turns of a transcript by oTranscribe; raises `QualtoolError` naming the file."""
    from lxml import etree

    from qualtool.formats.html_lines import lines_of_html

    decoded = decode(data, name, choices.encoding)
    refuse_if_too_many(decoded.text.count("<") * PARTS // TAGS, name)
    page = _page(decoded.text, name)
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        held = f"<html><body>{page}</body></html>".encode("utf-8", "replace")
        root = etree.fromstring(held, parser)
    except (etree.LxmlError, ValueError) as fault:
        raise damaged(name) from fault
    findings = Findings("plain", {"encoding": decoded.encoding}, list(decoded.cautions))
    lines = lines_cleaned(lines_of_html(root), choices, findings)
    return source_from_lines(lines, findings, name=name, format="otranscribe")


def _page(text: str, name: str) -> str:
    try:
        held = json.loads(text)
    except (ValueError, RecursionError) as fault:
        raise QualtoolError(
            "file_damaged",
            _("“{file}” is cut off or damaged: it is no whole JSON. Fetch or export it once more."),
            file=name,
        ) from fault
    page = held.get("text") if isinstance(held, dict) else None
    if not isinstance(page, str) or not page.strip():
        raise refuse_wordless(name)
    return page.replace("\0", "")


READER: Final = Reader(
    "otranscribe",
    mark("Transcript by oTranscribe (OTR)"),
    ("otr",),
    recognise,
    read,
    mark("Typed labels and times; the name of the recording is left out."),
)
