"""Quotation marks as each language sets them."""

from __future__ import annotations

from qualtool.i18n import language

_MARKS = {"nb": ("«", "»"), "nn": ("«", "»"), "en": ("“", "”")}


def quoted(text: str, lang: str = "") -> str:
    """The text in the quotation marks of a language (`nb`, `nn`, `en`; the program's, if empty)."""
    before, after = _MARKS.get(lang or language(), _MARKS["en"])
    return f"{before}{text}{after}"
