"""Text on its way into a file: only what a file may hold, escaped, its language named."""

from __future__ import annotations

import re
from typing import Final

# What XML 1.0 forbids, the C1 controls no program shows, and halves of a character.
_FORBIDDEN: Final = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
_LINE_ENDS: Final = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HALVES: Final = re.compile("[\ud800-\udfff]")
_SUSPECT: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]",
)
_TAG: Final = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_TAGS: Final = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}


def permitted(text: str) -> str:
    """The text with every line end as `\\n` and without what no file format may hold.

    Control characters go; half a character (a lone surrogate) becomes U+FFFD, so that the reader
    sees that something was there.
    """
    if not _SUSPECT.search(text):
        return text
    text = _LINE_ENDS.sub("\n", text)
    return _HALVES.sub("\ufffd", _FORBIDDEN.sub("", text))


def escaped(text: str) -> str:
    """Permitted text for XML and HTML, between tags or inside a double-quoted attribute."""
    text = permitted(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;")


def language_tag(language: str) -> str:
    """The tag that programs know a language by ("nb-NO"); empty where it is not known."""
    return _TAGS.get(language) or (language if _TAG.fullmatch(language) else "")
