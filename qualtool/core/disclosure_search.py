"""Everything in a text that may give somebody away: what a project knows, and what looks so."""

from __future__ import annotations

from qualtool.core.direct_identifiers import numbers
from qualtool.core.disclosure import Finding
from qualtool.core.known_words import Known


def search(text: str, known: Known, *, language: str = "nb") -> tuple[Finding, ...]:
    """All of a text, in order; places of two kinds may overlap, those of one kind do not."""
    found = [
        Finding(each.kind, text[each.start : each.end], each.start, each.end)
        for each in numbers(text)
    ]
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))
