"""Lines of a text as places are cited by them, whatever the width of a window or a sheet.

A line is at most 72 characters, broken between words; every paragraph begins a line, and lines
are numbered through the whole document. Where the file has line numbers of its own, those are
cited instead (`core.places`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from qualtool.core.places import paragraph_starts
from qualtool.core.source import Locator

LONGEST: Final = 72  # code points


def line_starts(text: str) -> list[int]:
    """The offset at which each line begins; the first is 0."""
    found: list[int] = []
    starts = paragraph_starts(text)
    for start, after in zip(starts, [*starts[1:], len(text) + 1], strict=True):
        end = after - 1
        found.append(start)
        while end - start > LONGEST:
            blank = text.rfind(" ", start + 1, start + LONGEST + 1)
            start = blank + 1 if blank > 0 else start + LONGEST
            if start < end:
                found.append(start)
    return found


def cited_lines(scheme: str, text: str, locators: Sequence[Locator]) -> list[int]:
    """The lines that places are cited by; none where another scheme or the file's own are."""
    own = any(each.kind == "line" for each in locators)
    return line_starts(text) if scheme == "line" and not own else []
