"""Which participants a text of a report names, and what it tells of them beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from qualtool.analysis.identifying import Identifying
from qualtool.core.names import folded
from qualtool.core.report_texts import Piece

_ATTRIBUTE: Final = re.compile(r"attribute(\d+)")
_CASE: Final = re.compile(r"case(\d+)")
_LETTERS: Final = re.compile(r"[^\W\d_]{3}|[A-ZÆØÅ]{2}")
_QUOTES: Final = re.compile('[«»“”"]')
_SHORT: Final = 60  # characters of a cell that says what a row is about
_NOBODY: Final[frozenset[int]] = frozenset()


class People:
    """The participants by the names they have in the report, and what may be shown of them."""

    def __init__(self, known: Identifying) -> None:
        self._known = known
        self._by_name: dict[str, set[int]] = {}
        for case_id, name in known.participants.items():
            self._by_name.setdefault(name, set()).add(case_id)
        names = sorted(self._by_name, key=len, reverse=True)
        either = "|".join(map(re.escape, filter(None, names)))
        # A name with a capital: "prosjektleder" is a job, where "Prosjektleder" is a participant.
        self._pattern = re.compile(rf"(?<!\w)({either})(?=s?(?!\w))") if either else None
        self._attributes = {folded(row.name): row.id for row in known.attributes.values()}
        self._values = {
            case_id: {
                attribute: _phrase(value) for attribute, value in shown.items() if _told(value)
            }
            for case_id, shown in known.shown.items()
        }
        self.named_in = lru_cache(maxsize=65_536)(self._named_in)

    def _named_in(self, text: str) -> frozenset[int]:
        """The participants that a text names."""
        if self._pattern is None:
            return _NOBODY
        found = {each for match in self._pattern.finditer(text) for each in self._by_name[match[1]]}
        return frozenset(found) if found else _NOBODY

    def beside(self, piece: Piece) -> frozenset[int]:
        """The participants named in what is read together with a piece, its heads included."""
        found = self.named_in(piece.unit.text)
        for head in (*piece.unit.heads, piece.head):
            if head:
                found |= self.named_in(head)
        return found

    def about(self, piece: Piece) -> frozenset[int]:
        """The participants whom a piece is about: named in it, beside it in short, or over it.

        Who is named after a quotation in another cell is not.
        """
        found = self.named_in(piece.text)
        for _head, words in piece.unit.cells:
            if len(words) <= _SHORT and not _QUOTES.search(words):
                found |= self.named_in(words)
        for head in (*piece.unit.heads, piece.head):
            if head:
                found |= self.named_in(head)
        return found

    def is_name(self, text: str) -> bool:
        """Whether a text is nothing but the name of a participant."""
        return text.strip() in self._by_name

    def in_row(self, piece: Piece) -> dict[int, str]:
        """What a row of a table shows of whom it is about, by attribute; none in another table."""
        found: dict[int, str] = {}
        for head, words in piece.unit.cells:
            attribute = self._attributes.get(folded(head)) if words else None
            if attribute is not None:
                found[attribute] = words
        return found

    def in_column(self, piece: Piece) -> tuple[int, int, str] | None:
        """Case, attribute and value, of a cell in a table with a column for each participant."""
        match = _CASE.fullmatch(piece.column)
        if match is None or not piece.unit.cells:
            return None
        attribute = self._attributes.get(folded(piece.unit.cells[0][1]))
        return (int(match[1]), attribute, piece.text) if attribute is not None else None

    def is_attribute(self, piece: Piece) -> bool:
        """Whether a piece is where the value of an attribute is shown on purpose."""
        if folded(piece.head) in self._attributes or _ATTRIBUTE.fullmatch(piece.column):
            return True
        return self.in_column(piece) is not None

    def told_of(self, case_id: int, text: str) -> dict[int, str]:
        """What a text tells of a participant whom it names, of what may be shown."""
        shown = self._known.shown.get(case_id, {})
        return {
            attribute: shown[attribute]
            for attribute, phrase in self._values.get(case_id, {}).items()
            if phrase.search(text)
        }

    def facts_said(self, facts: Iterable[tuple[int, str]]) -> str:
        """Facts in words: "møtedag torsdag, rolle lærer"."""
        return ", ".join(f"{_inside(self._name(key))} {value}" for key, value in facts)

    def _name(self, attribute_id: int) -> str:
        return self._known.attributes[attribute_id].name

    def names(self, case_ids: Iterable[int]) -> tuple[str, ...]:
        """What participants or other cases are called, in their order."""
        wanted = set(case_ids)
        names: Mapping[int, str] = self._known.names
        return tuple(name for case_id, name in names.items() if case_id in wanted)


def _told(value: str) -> bool:
    return _LETTERS.search(value) is not None


def _phrase(value: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(value)}(?:e?n|e?t|s)?(?!\w)", re.IGNORECASE)


def _inside(name: str) -> str:
    """A name as it is written inside a sentence: an abbreviation keeps its capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
