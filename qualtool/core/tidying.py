"""Text as it is kept: composed letters, one kind of line break, nothing that cannot be seen.

What was written is not changed: letters keep their accents and widths (NFC, never NFKC). Only
what a researcher cannot see, or what the same sign looks like in another program, is evened out.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Final

PAGE_BREAK: Final = "\f"

# Line breaks of other systems and the no-break spaces become the ordinary ones; ligatures come
# apart because nobody types them when searching; private-use bullets are Word's Symbol font.
_SAME_AS: Final = {
    "\r\n": "\n",
    "\r": "\n",
    "\v": "\n",
    "\x85": "\n",
    "\u2028": "\n",
    "\u2029": "\n",
    "\u00a0": " ",
    "\u2007": " ",
    "\u202f": " ",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
    "\uf0b7": "•",
    "\uf0a7": "•",
}
_UNSEEN: Final = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # control characters, which XML forbids as well
    "\u00ad\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
    "\ufff9-\ufffb\ufffe\uffff]"
    # A joiner holds an emoji of several together; between letters of ours it means nothing.
    "|\u200d(?![\u2190-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff])"
)
_CHANGED: Final = re.compile(
    "[\x00-\x08\x0b\x0d-\x1f\x7f-\xa0\u00ad\u2007\u200b-\u200f\u2028-\u202f\u2060-\u2069"
    "\ud800-\udfff\uf0a7\uf0b7\ufb00-\ufb06\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_PILES: Final = re.compile(r"[^\w\s\x00-\x7f]{100,}")
_HIGHEST_PILE: Final = 60
_HALVES: Final = re.compile("[\ud800-\udfff]")


def tidy(text: str) -> str:
    """A text in NFC with `\\n` for line breaks, and `\\f` only where a page ends."""
    if text.isascii() and text.isprintable():
        return text
    if _CHANGED.search(text):
        for sign, plain in _SAME_AS.items():
            text = text.replace(sign, plain)
        text = _UNSEEN.sub("", text)
        # Half of a character: its place is kept, what it was is lost.
        text = _HALVES.sub("\ufffd", text)
    # Thousands of accents on one letter are no language and take hours to put in order.
    text = _PILES.sub(_without_piles, text)
    return text if unicodedata.is_normalized("NFC", text) else unicodedata.normalize("NFC", text)


def _without_piles(match: re.Match[str]) -> str:
    kept: list[str] = []
    height = 0
    for sign in match.group():
        height = height + 1 if unicodedata.combining(sign) else 0
        if height <= _HIGHEST_PILE:
            kept.append(sign)
    return "".join(kept)
