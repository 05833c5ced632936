"""What stands in a cue: who speaks by voice tags, and the words without markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from qualtool.core.tidying import tidy

_VOICE: Final = re.compile(r"<v(?:\.[^\s<>]{0,80})?\s+([^<>]{1,200})>")
_TAG: Final = re.compile(
    r"</?(?:c|i|b|u|s|v|rt|ruby|lang|font|span|strong|em|p)(?:[.\s][^<>]{0,200})?/?>"
    r"|<\d{1,3}:\d{2}(?::\d{2})?[.,]\d{3}>|\{\\an?\d\}",
    re.IGNORECASE,
)
_BREAK: Final = re.compile(r"<br\s?/?>", re.IGNORECASE)
_ENTITY: Final = re.compile(
    r"&(?:(amp|lt|gt|nbsp|quot|apos|lrm|rlm)|#(\d{1,7})|#[xX]([\da-fA-F]{1,6}));"
)
_NAMED: Final = {
    "amp": "&",
    "lt": "<",
    "gt": ">",
    "nbsp": " ",
    "quot": '"',
    "apos": "'",
    "lrm": "",
    "rlm": "",
}


def plain(text: str) -> str:
    """Words without tags, with single spaces, and with entities as the signs they stand for."""
    if "<" in text or "{" in text:
        text = _TAG.sub("", _BREAK.sub(" ", text) if "<b" in text or "<B" in text else text)
    if "&" in text:
        text = tidy(_ENTITY.sub(_sign, text))
    return " ".join(text.split())


def voices(lines: Sequence[str]) -> list[tuple[str, str]]:
    """Who says what by the voice tags of a cue; "" as the name where no tag says.

    The closing tag may be missing, and a cue may hold several voices.
    """
    text = " ".join(lines)
    if "<v" not in text:
        return [("", plain(text))]
    said: list[tuple[str, str]] = []
    name, at = "", 0
    for match in _VOICE.finditer(text):
        said.append((name, _without_end(text[at : match.start()])))
        name, at = plain(match[1]), match.end()
    said.append((name, _without_end(text[at:])))
    return [(name, words) for name, words in said if words]


def _without_end(text: str) -> str:
    return plain(text.replace("</v>", " "))


def _sign(match: re.Match[str]) -> str:
    if match[1]:
        return _NAMED[match[1]]
    number = int(match[2]) if match[2] else int(match[3], 16)
    return chr(number) if number <= 0x10FFFF else "�"
