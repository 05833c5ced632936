"""An interview guide as it is pasted: questions in blocks, with their numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.names import tidy

_NUMBERED: Final = re.compile(
    r"(?:(?:spørsmål|spm|question|q)\.?\s*)?(\d{1,3}(?:\.\d{1,3})*)([a-zæøå]?)(?:[.):]+\s*|\s+)(\S.*)",
    re.IGNORECASE,
)
_LETTERED: Final = re.compile(r"\(?([a-zæøå])[.)]\s+(\S.*)", re.IGNORECASE)
_ROMAN: Final = re.compile(r"(?:[IVX]{1,5})[.):]\s+(\S.*)")
_BULLET: Final = re.compile(r"[-–—•●◦▪*·]\s+(\S.*)")
_HEADING: Final = re.compile(
    r"(?:#+\s*(?P<marked>\S.*)|(?P<said>(?:del|tema|bolk|blokk|part|section|block|theme)\b.*))",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(r"(?:intervju|interview|samtale)\s*-?\s*guide\b.*", re.IGNORECASE)
_LONGEST_HEADING: Final = 60  # code points
_ENDS: Final = ("?", ".", "!", "…")


@dataclass(frozen=True, slots=True)
class GuideQuestion:
    """A question as it stands in the guide; `number` and `block` may be empty."""

    number: str
    block: str
    text: str


@dataclass(frozen=True, slots=True)
class _Line:
    number: str
    letter: str
    text: str
    bullet: bool = False
    indented: bool = False


def questions(text: str) -> tuple[GuideQuestion, ...]:
    """The questions of a guide in order, each with the block it stands in.

    Numbers such as "1", "2.3", "Spm 4" and letters under them ("1a") are taken off the text and
    kept. A heading is a line that says so ("Del 2: …", "# …", "Bakgrunn:"), a number with
    sub-numbers under it, or a short line without a number or a question mark. A line that goes on
    in lower case belongs to the question before it.
    """
    lines = [_read(line) for line in text.splitlines() if line.strip()]
    numbered = any(line.number for line in lines)
    found: list[GuideQuestion] = []
    block = number = ""
    for at, line in enumerate(lines):
        if heading := _heading(line, lines[at + 1 : at + 2], numbered):
            block = "" if _TITLE.fullmatch(heading) else heading
            number = line.number or number
        elif found and _goes_on(line, found[-1]):
            last = found[-1]
            found[-1] = GuideQuestion(last.number, last.block, f"{last.text} {line.text}")
        else:
            number = line.number or number
            own = f"{number}{line.letter}" if line.letter else line.number
            found.append(GuideQuestion(own, block, line.text))
    return tuple(found)


def _read(written: str) -> _Line:
    line, indented = tidy(written), written[:1].isspace()
    if match := _NUMBERED.fullmatch(line):
        return _Line(match[1], match[2].lower(), match[3], indented=indented)
    if match := _LETTERED.fullmatch(line):
        return _Line("", match[1].lower(), match[2], indented=indented)
    if match := _BULLET.fullmatch(line):
        return _Line("", "", match[1], bullet=True, indented=indented)
    return _Line("", "", line, indented=indented)


def _heading(line: _Line, following: Sequence[_Line], numbered: bool) -> str:
    """The heading that a line is; empty where it is none."""
    if line.bullet or line.letter or line.text.endswith("?"):
        return ""
    if line.number:
        under = bool(following) and following[0].number.startswith(f"{line.number}.")
        return line.text.rstrip(":") if under else ""
    if match := _HEADING.fullmatch(line.text):
        return (match["marked"] or match["said"]).strip(" :")
    if match := _ROMAN.fullmatch(line.text):
        return match[1].strip(" :")
    short = len(line.text) <= _LONGEST_HEADING and not line.text.endswith(_ENDS)
    if line.text.endswith(":") or (short and line.text[:1].isupper()):
        return line.text.rstrip(":")
    return line.text if short and numbered and not line.indented else ""


def _goes_on(line: _Line, before: GuideQuestion) -> bool:
    plain = not (line.number or line.letter or line.bullet)
    return plain and line.text[:1].islower() and not before.text.endswith(("?", "!"))
