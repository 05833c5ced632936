"""Cleaning a text that came out of a file: what is repaired, and the way back to what stood there.

`clean(raw, left_alone)` mends a text of lines, `clean_signs` one whose lines are paragraphs.
`KINDS` lists the kinds of repair in a fixed order. Every repair can be left alone, is counted, and
can be shown: a `Repair` says which stretch of the raw text became which of the clean one.
"""

from qualtool.core.cleaning.cleaned import Cleaned, clean, clean_signs, counted
from qualtool.core.cleaning.footnotes import Note
from qualtool.core.cleaning.kinds import CHOOSABLE, KINDS, Kind, title_of

__all__ = [
    "CHOOSABLE",
    "KINDS",
    "Cleaned",
    "Kind",
    "Note",
    "clean",
    "clean_signs",
    "counted",
    "title_of",
]
