"""What a line opens with: a time stamp, a label, or both, in the shapes transcripts have them.

    I: text                [00:02:03] Kari: text       Kari (00:02:03): text
    **Kari** text          00:02:03 Kari: text         [SPEAKER_00]: text
    I<tab>text             #00:02:03-4# text           Kari   (alone on its line)
    [Kari] text            Kari – text                 A. text    A) text    12 I: text

This finds what may be a label; `speakers` decides which of them are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final, Literal

from qualtool.core.tidying import PAGE_BREAK
from qualtool.core.times import STAMP, milliseconds
from qualtool.formats.known_labels import is_initials, is_known, is_lead_in, is_name
from qualtool.formats.pieces import Line

Form = Literal["colon", "tab", "bold", "bracket", "dash", "sign", "alone"]
SIGNED: Final = ("bracket", "dash", "sign")  # shapes that other things than labels have too

_SPAN: Final = rf"(?:\s?(?:-->|[-–/])\s?{STAMP})?"
_LEAD: Final = re.compile(
    rf"[\[(#{{<]\s?(?P<a>{STAMP})(?:-(?P<tenth>\d{{1,3}}))?{_SPAN}\s?[\])#}}>]\s*(?:[-–]\s+)?"
    rf"|(?P<b>{STAMP}){_SPAN}(?=\s|$)\s*(?:[-–]\s+)?"
    r"|(?P<c>\d{1,2}:\d{2}:\d{2}[.,]\d{1,3})(?=[^\W\d_])"
    r"|[\[(]?(?P<d>\d{2}\.[0-5]\d\.[0-5]\d)[\])]?\s+"
)
_AFTER: Final = re.compile(
    rf"(?P<label>[^:]{{1,48}}?)\s{{0,9}}[\[(#]?(?P<stamp>{STAMP})[\])#]?\s?:(?!\d)"
)
_BEFORE_STAMP: Final = re.compile(
    rf"(?P<label>[^\W\d_][^:\[\]]{{0,40}}?) [\[(](?P<stamp>{STAMP})[\])] (?P<rest>\S.*)"
)
_LABEL: Final = re.compile(r"[^\W\d_][\w .,’'()/&+|–-]{0,47}")
_BRACKETS: Final = '[]()*"«»“” \t'
_BRACKET: Final = re.compile(
    r"[\[(](?P<label>[^\[\]():]{1,40}(?:\([^\[\]():]{1,12}\))?)[\])]\s*(?P<rest>.*)"
)
_BRACKET_AT_ONCE: Final = re.compile(r"<(?P<label>[^\W\d_][^<>:]{0,30})>\s*(?P<rest>\S.*)")
_DASH: Final = re.compile(
    r"(?P<label>[^\W\d_][\w .’'()-]{0,38}?)(?: [–—-]|(?<=\w)[–-]) (?P<rest>.*)"
)
_SIGN: Final = re.compile(r"(?P<label>[^\W\d_][\w .]{0,24}?) ?[.)/;>]\s+(?P<rest>\S.*)")
_NUMBERED: Final = re.compile(r"\d{1,4}[.)]?\s+(?=[^\W\d_])")
_SHORT_FOR: Final = frozenset("dr prof chr st fr hr mr mrs ms sr jr nr".split())
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
    if match["d"]:  # may be a date: only what comes before says that it is a time
        return milliseconds(match["d"].replace(".", ":")), match.end(), False
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
    named = _named(text, bold) or _numbered(text)
    if named is None:
        return None if start_ms is None else Opening("", page + text, "alone", start_ms)
    label, rest, form, stamp = named
    ms = milliseconds(stamp) if stamp else start_ms
    return Opening(label, page + rest, form, ms, 0 < len(label) <= bold)


def _named(text: str, bold: int) -> tuple[str, str, Form, str] | None:
    """A label, the text after it, the form, and a stamp that belongs to it or ""."""
    colon = text.find(":", 0, _LONGEST)
    if colon > 0 and not 0 < bold < colon:
        found = _set_off(text) if _leads_in(text[:colon]) else None
        found = found or _before_colon(text, colon)
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
    if found := _set_off(text):
        return found
    if len(text) <= 40 and (label := _label(text)):
        short = label.rstrip(".")
        initial = label[-2:-1].isupper() and is_name(label)
        if text[-1] not in ".,-–" or initial or is_known(short) or is_initials(short):
            return label, "", "alone", ""
    return None


def _set_off(text: str) -> tuple[str, str, Form, str] | None:
    """A label before a dash, or before a sign that people put where others have a colon."""
    match = _DASH.match(text)
    if match and (label := _label(match["label"])) and " -" not in label:
        if is_known(label):
            return label, match["rest"], "colon", ""
        if " " in text[match.end("label")] and is_name(label):
            return label, match["rest"], "dash", ""
    match = _BRACKET_AT_ONCE.match(text) or _SIGN.match(text)
    if match and (is_initials(match["label"]) or is_known(match["label"])):
        return match["label"], match["rest"], "sign", ""
    return None


def _leads_in(head: str) -> bool:
    """Whether a colon after "I – Det viktigste" is in what is said, and the label ends before."""
    dash = _DASH.match(f"{head} ")
    match = dash or _SIGN.match(f"{head} ")
    if match is None:
        return False
    before = dash is not None and is_initials(match["label"])
    return before or is_lead_in(match["rest"]) or not is_name(match["rest"])


def _numbered(text: str) -> tuple[str, str, Form, str] | None:
    """The same behind the number of a line or a turn, where what follows can be nothing else."""
    match = _NUMBERED.match(text)
    found = _named(text[match.end() :], 0) if match else None
    if found and found[2] in ("colon", "tab") and (is_known(found[0]) or is_initials(found[0])):
        return found
    return None


def _before_colon(text: str, colon: int) -> tuple[str, str, Form, str] | None:
    head, rest = text[:colon], text[colon + 1 :]
    if head[-1].isdigit() and rest[:1].isdigit():
        match = _AFTER.match(text)
        label = _label(match["label"]) if match else ""
        if not match or not label:
            match = _BEFORE_STAMP.match(text)
            label = _label(match["label"]) if match else ""
            if match and label and (is_name(label) or is_known(label)):
                return label, match["rest"], "colon", match["stamp"]
            return None
        return label, text[match.end() :].strip(), "colon", match["stamp"]
    if rest[:1] in ("/", "\\") or rest[:1].isdigit():
        return None
    label = _label(head.rstrip("*_ "))
    return (label, rest.lstrip("*_ \t"), "colon", "") if label else None


def _label(text: str) -> str:
    """Words that may be a label, without brackets around them, or ""."""
    label = text.strip(_BRACKETS) if text[:1] in _BRACKETS else text.strip()
    if label.count("(") == 1 and not label.endswith(")") and ")" not in label:
        label += ")"  # it was of the label, as in "[Lege (2)]"
    if not _LABEL.fullmatch(label) or len(label.split()) > 5 or _ends_a_sentence(label):
        return ""
    return " ".join(label.split())


def _ends_a_sentence(label: str) -> bool:
    """Whether a full stop in it is more than that of an initial or a title ("Chr. Moe")."""
    words = label.split()
    return any(
        word.endswith(".")
        and not word[-2:-1].isupper()
        and word.rstrip(".").casefold() not in _SHORT_FOR
        and not (len(word) == 3 and word.istitle() and following[:1].isupper())
        for word, following in pairwise(words)
    )
