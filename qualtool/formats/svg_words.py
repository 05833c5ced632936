"""Words and numbers as an SVG file writes them."""

from __future__ import annotations

from typing import Final
from xml.sax.saxutils import escape, quoteattr

FACE: Final = "Inter, Helvetica, Arial, sans-serif"
_FORBIDDEN: Final = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])


def said(words: str) -> str:
    """Words between tags, without the characters that XML has no way to write."""
    return escape(_whole(words))


def quoted(words: str) -> str:
    """Words as the value of an attribute, in their quotation marks."""
    return quoteattr(_whole(words))


def px(value: float) -> str:
    """A length in the fewest digits that matter."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def bold(is_bold: bool) -> str:
    """The attribute that makes words bold, or nothing."""
    return ' font-weight="600"' if is_bold else ""


def _whole(words: str) -> str:
    return "".join(each for each in words.translate(_FORBIDDEN) if not "\ud800" <= each <= "\udfff")
