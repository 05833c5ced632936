"""The kinds of repair that reading a file may do, in the order they are done and shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from qualtool.i18n import mark


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of repair: a stable key, and what it is in words (marked for translation).

    What is `fixed` is always done: a text cannot be kept without it. The others can be left alone.
    """

    key: str
    title: str
    fixed: bool = False


KINDS: Final = (
    Kind("signs", mark("Line ends, control characters and composed letters"), fixed=True),
    Kind("spaces", mark("No-break spaces made ordinary")),
    Kind("invisible", mark("Invisible characters removed")),
    Kind("ligatures", mark("Ligatures taken apart")),
    Kind("bullets", mark("Bullets made readable")),
    Kind("pages", mark("Page numbers and running heads lifted out")),
    Kind("footnotes", mark("Footnotes and their marks lifted out")),
    Kind("blank_lines", mark("Blank lines between lines removed")),
    Kind("hyphens", mark("Words divided at the end of a line joined")),
    Kind("line_breaks", mark("Line breaks inside paragraphs removed")),
)
"""All kinds of repair; a text is mended in this order."""

CHOOSABLE: Final = frozenset(kind.key for kind in KINDS if not kind.fixed)
"""The keys of those that can be left alone."""

_TITLES: Final = {kind.key: kind.title for kind in KINDS}


def title_of(key: str) -> str:
    """What a kind of repair is in words, marked for translation; the key of an unknown one."""
    return _TITLES.get(key, key)
