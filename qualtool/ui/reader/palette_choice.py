"""What the code palette shows for what is typed: the codes that fit, by how likely each is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from math import log1p
from typing import Final

from qualtool.core.fuzzy import Entry, Names, letters_of, misspelt
from qualtool.core.names import folded, tidy
from qualtool.i18n import gettext as _
from qualtool.ui.reader.candidates import Candidate
from qualtool.ui.reader.palette_rows import Row

_REMEMBERED: Final = 12
_MOST: Final = 30  # rows
_ASIDE: Final = 60  # code points of a description


class Choice:
    """Candidates to choose from; remembers which were used last."""

    def __init__(self) -> None:
        self._candidates: Sequence[Candidate] = ()
        self._recent: list[tuple[str, int]] = []
        self._made: tuple[str, ...] = ()  # names wished for, until there are codes of them
        self._entries: list[Entry] = []
        self._names = Names(())
        self._weights: list[float] | None = None
        self._same: Counter[str] = Counter()

    def set_candidates(self, candidates: Sequence[Candidate]) -> None:
        """Offer these."""
        self._candidates = candidates
        self._weights = None
        if self._made:
            self.used([c for c in candidates if c.kind == "code" and c.name in self._made])

    def used(self, candidates: Sequence[Candidate]) -> None:
        """Remember what was just used: it is likely to be used again."""
        self._made = tuple(each.name for each in candidates if each.kind == "new")
        for candidate in (each for each in candidates if each.kind != "new"):
            key = (candidate.kind, candidate.id)
            self._recent = [key, *(each for each in self._recent if each != key)][:_REMEMBERED]
        self._weights = None

    def rows(self, typed: str, ticked: Sequence[Candidate]) -> list[Row]:
        """The rows for what is typed, among them the code that could be made of it.

        It stands after the names that are meant, and before what merely resembles them or is
        explained in the same words: Enter must not take what nobody typed.
        """
        if self._weights is None:
            self._prepare()
        rows = [
            self._row(self._candidates[hit.number], typed, ticked)
            for hit in self._names.find(typed, self._weights, _MOST)
        ]
        name = tidy(typed)
        meant = [row for row in rows if not name or row.letters or misspelt(name, row.name)]
        exists = any(
            row.candidate is not None
            and row.candidate.kind == "code"
            and folded(row.name) == folded(name)
            for row in rows
        )
        if not name or exists:
            return rows
        return [*meant, Row(None, name), *(row for row in rows if row not in meant)]

    def places(self, typed: str) -> list[Row]:
        """The rows for where a new code may stand: nowhere, in a theme, or under a code."""
        rows = [row for row in self.rows(typed, ()) if row.candidate is not None]
        if typed.strip():
            return rows
        themes = [Row(each, each.name) for each in self._candidates if each.kind == "theme"]
        codes = [row for row in rows if row.candidate and row.candidate.kind == "code"]
        nowhere = _("In no theme and under no code")
        return [Row(Candidate("nowhere", 0, nowhere), nowhere), *themes, *codes]

    def _row(self, candidate: Candidate, typed: str, ticked: Sequence[Candidate]) -> Row:
        letters = tuple(letters_of(candidate.name, typed))
        aside = candidate.path if self._same[candidate.name.casefold()] > 1 else ""
        if typed.strip() and not letters and _explains(candidate, typed):
            aside = _around(candidate.description, typed)
        return Row(candidate, candidate.name, letters, aside, candidate in ticked)

    def _prepare(self) -> None:
        entries = [Entry(each.name, each.description) for each in self._candidates]
        if entries != self._entries:
            # Only the counts have changed where a passage was coded; the names stay searchable.
            self._entries, self._names = entries, Names(entries)
            self._same = Counter(each.name.casefold() for each in self._candidates)
        most = max((each.count for each in self._candidates), default=0)
        ranks = {key: rank for rank, key in enumerate(self._recent)}
        self._weights = [_weight(each, most, ranks) for each in self._candidates]


def _weight(candidate: Candidate, most: int, ranks: Mapping[tuple[str, int], int]) -> float:
    """How likely a candidate is meant, 0 to 1: used lately, else used often."""
    rank = ranks.get((candidate.kind, candidate.id))
    weight = 0.5 * log1p(candidate.count) / log1p(most) if most else 0.0
    if rank is not None:
        weight = 1.0 - 0.03 * rank
    # A code says more than its theme.
    return weight * 0.5 if candidate.kind == "theme" else weight


def _explains(candidate: Candidate, typed: str) -> bool:
    return all(word in candidate.description.lower() for word in typed.lower().split())


def _around(description: str, typed: str) -> str:
    at = description.lower().find(typed.lower().split()[0])
    start = description.rfind(" ", 0, max(0, at - 12)) + 1
    words = " ".join(description[start : start + _ASIDE].split())
    return f"… {words}" if start else words
