"""Lines out of a raw text, cleaned, each with its place: what most readers begin with."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from qualtool.core.cleaning import Cleaned, clean, clean_signs
from qualtool.core.exchange import UNCHOSEN, Choices
from qualtool.core.source import Caution, Origin
from qualtool.formats.pieces import Findings, Line
from qualtool.i18n import ngettext

_LINE_ENDS: Final = re.compile("\r\n?|[\n\v\x85\u2028\u2029]")


def lines_of_raw(raw: str, choices: Choices, findings: Findings) -> list[Line]:
    """The lines of a text that is broken as on paper; each says if it continues a paragraph."""
    cleaned = findings.cleaned = clean(raw, choices.left_alone)
    if count := len(cleaned.notes):
        said = ngettext(
            "{count} footnote was lifted out of the text.",
            "{count} footnotes were lifted out of the text.",
            count,
        )
        findings.cautions.append(Caution("notes_lifted", said.format(count=count)))
    return _lines(cleaned)


def lines_of_text(text: str) -> list[Line]:
    """The same of a text that is no file's, without places."""
    return [replace(line, place=None) for line in _lines(clean(text, UNCHOSEN.left_alone))]


def lines_cleaned(lines: Sequence[Line], choices: Choices, findings: Findings) -> list[Line]:
    """Lines that are paragraphs already, with each sign mended that is to be, and their places."""
    if not lines:
        return []
    written = [part for line in lines for part in _parts(line)]
    raw = "\n".join(line.text for line in written)
    cleaned = findings.cleaned = clean_signs(raw, choices.left_alone)
    kept: list[Line] = []
    at = raw_at = 0
    for line, text in zip(written, cleaned.text.split("\n"), strict=True):
        # An empty cell at the beginning of a row is a tab.
        words = text.rstrip(" \t") if line.kind == "table_row" else text.strip(" \t")
        if words.strip():
            start = at + text.index(words)
            bold = _clean_offset(cleaned.origins, raw_at + line.bold) - start if line.bold else 0
            place = start, start + len(words)
            kept.append(replace(line, text=words, bold=max(0, bold), place=place))
        at += len(text) + 1
        raw_at += len(line.text) + 1
    return kept


def _lines(cleaned: Cleaned) -> list[Line]:
    """A clean text in the lines it was written in: one may yet turn out to open with a label."""
    breaks = [one for one in cleaned.repairs if one.kind == "line_breaks"]
    lines: list[Line] = []
    number = start = 0
    text = cleaned.text
    for paragraph in text.split("\n"):
        end = start + len(paragraph)
        at, continues = start, False
        while number < len(breaks) and breaks[number].start < end:
            _add(lines, text, at, breaks[number].start, continues)
            at, continues = breaks[number].end, True
            number += 1
        _add(lines, text, at, end, continues)
        start = end + 1
    return lines


def _add(lines: list[Line], text: str, start: int, end: int, continues: bool) -> None:
    words = text[start:end].strip()
    if words:
        first = text.index(words, start)
        lines.append(Line(words, continues=continues, place=(first, first + len(words))))


def _parts(line: Line) -> list[Line]:
    """A line in the parts that are lines of their own once line ends are even."""
    first, *others = _LINE_ENDS.split(line.text)
    if not others:
        return [line]
    return [replace(line, text=first), *(replace(line, text=one, bold=0) for one in others)]


def _clean_offset(origins: Sequence[Origin], raw: int) -> int:
    """Where what stands at an offset of the raw text stands in the clean one."""
    number = bisect_right(origins, raw, key=lambda origin: origin.raw_start) - 1
    if number < 0:
        return 0
    origin = origins[number]
    return origin.start + min(raw - origin.raw_start, origin.length)
