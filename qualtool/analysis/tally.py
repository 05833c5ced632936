"""Counts how much codes, themes, documents and coders have, one excerpt at a time.

What is counted can be taken back, so that a step that touches an excerpt is taken in by taking
the excerpt away as it was and adding it as it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

Codings = tuple[tuple[int, int | None], ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """An excerpt as it counts: its codings as code and coder, and the themes it is in itself."""

    document_id: int
    codings: Codings
    themes: tuple[int, ...]
    cases: frozenset[int]


@dataclass(slots=True)
class Places:
    """Which themes a code stands in, and which themes a theme stands in, all the way up."""

    of_code: Mapping[int, frozenset[int]]
    of_theme: Mapping[int, frozenset[int]]

    def themes(self, codes: Iterable[int], themes: Iterable[int]) -> set[int]:
        """All themes that something with these codes, and in these themes itself, is in."""
        found: set[int] = set()
        for code_id in codes:
            found.update(self.of_code.get(code_id, ()))
        for theme_id in themes:
            found.update(self.of_theme.get(theme_id, ()))
        return found


def _counters() -> defaultdict[int, Counter[int]]:
    return defaultdict(Counter)


@dataclass(slots=True)
class Tally:
    """How many excerpts each has, how many codings, and how many excerpts about each case."""

    codes: Counter[int] = field(default_factory=Counter)
    themes: Counter[int] = field(default_factory=Counter)
    documents: Counter[int] = field(default_factory=Counter)
    codings: Counter[int] = field(default_factory=Counter)  # by document
    coders: Counter[int | None] = field(default_factory=Counter)  # codings
    cases_of_codes: defaultdict[int, Counter[int]] = field(default_factory=_counters)
    cases_of_themes: defaultdict[int, Counter[int]] = field(default_factory=_counters)
    counted_anew: set[int] = field(default_factory=set)  # codes, since somebody last asked

    def add(self, excerpt: Counted, places: Places, sign: int = 1) -> None:
        """Count an excerpt in, or with -1 out again."""
        self.documents[excerpt.document_id] += sign
        self.codings[excerpt.document_id] += sign * len(excerpt.codings)
        codes = set()
        for code_id, coder_id in excerpt.codings:
            codes.add(code_id)
            self.coders[coder_id] += sign
        for code_id in codes:
            self.codes[code_id] += sign
            self.counted_anew.add(code_id)
            if excerpt.cases:
                _add(self.cases_of_codes[code_id], excerpt.cases, sign)
        for theme_id in places.themes(codes, excerpt.themes):
            self.themes[theme_id] += sign
            if excerpt.cases:
                _add(self.cases_of_themes[theme_id], excerpt.cases, sign)


def _add(cases: Counter[int], about: Iterable[int], sign: int) -> None:
    for case_id in about:
        cases[case_id] += sign
        if not cases[case_id]:
            del cases[case_id]
