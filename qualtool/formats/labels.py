"""What a line opens with: a time stamp, a label, or both, in the shapes transcripts have them.

    I: text                [00:02:03] Kari: text       Kari (00:02:03): text
    **Kari** text          00:02:03 Kari: text         [SPEAKER_00]: text
    I<tab>text             #00:02:03-4# text           Kari   (alone on its line)

This finds what may be a label; `speakers` decides which of them are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from qualtool.core.tidying import PAGE_BREAK
from qualtool.core.times import STAMP, milliseconds
from qualtool.formats.known_labels import is_known
from qualtool.formats.pieces import Line

Form = Literal["colon", "tab", "bold", "bracket", "alone"]

_SPAN: Final = rf"(?:\s?(?:-->|[-–/])\s?{STAMP})?"
_LEAD: Final = re.compile(
    rf"[\[(#{{<]\s?(?P<a>{STAMP})(?:-(?P<tenth>\d{{1,3}}))?{_SPAN}\s?[\])#}}>]\s*(?:[-–]\s+)?"
    rf"|(?P<b>{STAMP}){_SPAN}(?=\s|$)\s*(?:[-–]\s+)?"
    r"|(?P<c>\d{1,2}:\d{2}:\d{2}[.,]\d{1,3})(?=[^\W\d_])"
)
_AFTER: Final = re.compile(
    rf"(?P<label>[^:]{{1,48}}?)\s{{0,9}}[\[(#]?(?P<stamp>{STAMP})[\])#]?\s?:(?!\d)"
)
_LABEL: Final = re.compile(r"[^\W\d_][\w .,’'()/&+–-]{0,47}")
_BRACKETS: Final = '[]()*"«»“” \t'
_BRACKET: Final = re.compile(r"[\[(](?P<label>[^\[\]():]{1,40})[\])]\s*(?P<rest>.*)")
_DASH: Final = re.compile(r"(?P<label>[^\W\d_][\w .]{0,30}?) [–-] (?P<rest>.*)")
_LONGEST: Final = 64


@dataclass(frozen=True, slots=True)
class Opening:
    """What a line opens with; `rest` is the line without it. `label` is "" for a stamp alone."""

    label: str
    rest: str
    form: Form
    start_ms: int | None = None
    bold: bool = False


def stamp_before(text: str) -> tuple[int, int, bool] | None:
    """The time stamp a text begins with: its milliseconds, where it ends, and if it has hours."""
    if not text or not (text[0].isdigit() or text[0] in "[(#{<"):
        return None
    match = _LEAD.match(text)
    if match is None:
        return None
    stamp = match["a"] or match["b"] or match["c"]
    if match["tenth"]:
        stamp = f"{stamp}.{match['tenth']}"
    return milliseconds(stamp), match.end(), stamp.count(":") == 2


def opening(line: Line, *, stamps: bool) -> Opening | None:
    """What may be the label (and, where `stamps` count as such, the stamp) of a line."""
    pages = len(line.text) - len(line.text.lstrip(PAGE_BREAK + " "))
    text, page = line.text[pages:], PAGE_BREAK * line.text[:pages].count(PAGE_BREAK)
    start_ms, bold = None, line.bold - pages
    if stamps and (found := stamp_before(text)):
        start_ms, end, _hours = found
        text, bold = text[end:], bold - end
    named = _named(text, bold)
    if named is None:
        return None if start_ms is None else Opening("", page + text, "alone", start_ms)
    label, rest, form, stamp = named
    ms = milliseconds(stamp) if stamp else start_ms
    return Opening(label, page + rest, form, ms, 0 < len(label) <= bold)


def _named(text: str, bold: int) -> tuple[str, str, Form, str] | None:
    """A label, the text after it, the form, and a stamp that belongs to it or ""."""
    colon = text.find(":", 0, _LONGEST)
    if colon > 0:
        found = _before_colon(text, colon)
        if found:
            return found
    tab = text.find("\t", 0, 40)
    if tab > 0 and (label := _label(text[:tab])):
        return label, text[tab:].strip(), "tab", ""
    if 0 < bold < len(text.rstrip()) and (label := _label(text[:bold].rstrip(": "))):
        return label, text[bold:].lstrip(" :"), "bold", ""
    if text[:1] in ("[", "("):
        match = _BRACKET.match(text)
        if match and (label := _label(match["label"])):
            return label, match["rest"], "bracket", ""
    if (match := _DASH.match(text)) and is_known(match["label"]):
        return match["label"], match["rest"], "colon", ""
    if len(text) <= 40 and (label := _label(text)) and text[-1] not in ".,-–":
        return label, "", "alone", ""
    return None


def _before_colon(text: str, colon: int) -> tuple[str, str, Form, str] | None:
    head, rest = text[:colon], text[colon + 1 :]
    if head[-1].isdigit() and rest[:1].isdigit():
        match = _AFTER.match(text)
        label = _label(match["label"]) if match else ""
        if not match or not label:
            return None
        return label, text[match.end() :].strip(), "colon", match["stamp"]
    if rest[:1] in ("/", "\\") or rest[:1].isdigit():
        return None
    label = _label(head.rstrip("*_ "))
    return (label, rest.lstrip("*_ \t"), "colon", "") if label else None


def _label(text: str) -> str:
    """Words that may be a label, without brackets around them, or ""."""
    label = text.strip(_BRACKETS) if text[:1] in _BRACKETS else text.strip()
    if not _LABEL.fullmatch(label) or len(label.split()) > 5:
        return ""
    if ". " in label and not label[label.index(". ") - 1].isupper() and "nr. " not in label:
        return ""  # a sentence ends in it
    return " ".join(label.split())
