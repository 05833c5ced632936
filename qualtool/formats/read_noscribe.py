"""Reads the HTML that noScribe writes: who says what from when stands in the names of its links.

Each paragraph holds `<a name="ts_START_END_SPEAKER">`, in milliseconds. The first two paragraphs
tell of the program and of the recording; they are left out, since a path gives names away.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final

from qualtool.core.cleaning import clean_signs
from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Source
from qualtool.core.tidying import tidy
from qualtool.formats.cue_source import source_of_cues
from qualtool.formats.decoding import decode, peek
from qualtool.formats.pieces import Findings
from qualtool.formats.sizes import refuse_if_endless, refuse_if_too_many
from qualtool.formats.spoken_cues import Spoken, cues_of
from qualtool.formats.unreadable import refuse_wordless
from qualtool.i18n import mark

_LINK: Final = re.compile(
    r"""<a\s[^<>]{0,80}?name\s*=\s*["']ts_(\d{1,10})_(\d{1,10})_([^"'<>]{0,60})["'][^<>]{0,80}>""",
    re.IGNORECASE,
)
_TAG: Final = re.compile(r"<[^<>]{0,2000}>")
_SPAN: Final = re.compile(r"<span[^<>]{0,200}>\s*\[[\d:.,]{4,14}\]\s*</span>", re.IGNORECASE)
_HEAD: Final = re.compile(r"\s*(?:\[[\d:.,]{4,14}\]\s*)?")


def recognise(data: bytes, name: str) -> float:
    """How surely the content is noScribe's."""
    return 0.97 if _LINK.search(peek(data)) else 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The turns of a transcript by noScribe; raises `QualtoolError` naming the file."""
    decoded = decode(data, name, choices.encoding)
    cleaned = clean_signs(_below_the_head(decoded.raw), choices.left_alone)
    refuse_if_endless(cleaned.text, name)
    refuse_if_too_many(cleaned.text.count("<"), name)
    spoken = list(_spoken(cleaned.text))
    if not spoken:
        raise refuse_wordless(name)
    facts: dict[str, str | int] = {"encoding": decoded.encoding}
    findings = Findings("noscribe", facts, list(decoded.cautions), cleaned)
    return source_of_cues(cues_of(spoken), findings, name=name, format="noscribe")


def _below_the_head(raw: str) -> str:
    """The page from its first words on: above them stand the name and the path of the recording."""
    first = _LINK.search(raw)
    return raw[first.start() :] if first else raw


def _spoken(text: str) -> Iterator[Spoken]:
    links = list(_LINK.finditer(text))
    for number, link in enumerate(links):
        end = links[number + 1].start() if number + 1 < len(links) else len(text)
        speaker = " ".join(tidy(unescape(link[3])).split())
        inner = _SPAN.sub(" ", text[link.end() : end])
        words = " ".join(tidy(unescape(_TAG.sub(" ", inner))).split())
        words = _HEAD.sub("", words.removeprefix(f"{speaker}:").lstrip(), count=1).strip()
        if words:
            yield Spoken(words, int(link[1]), int(link[2]), speaker, place=(link.end(), end))


READER: Final = Reader(
    "noscribe",
    mark("Transcript by noScribe (HTML)"),
    ("html", "htm"),
    recognise,
    read,
    mark("Speakers and times; the path of the recording is left out."),
)
