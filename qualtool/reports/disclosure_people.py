"""Which participants a text of a report names, and what it tells of them beside the name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from qualtool.analysis.identifying import Identifying
from qualtool.core.names import folded
from qualtool.core.report_texts import Piece, Unit

_ATTRIBUTE: Final = re.compile(r"attribute(\d+)")
_CASE: Final = re.compile(r"case(\d+)")
_LETTERS: Final = re.compile(r"[^\W\d_]{3}|[A-ZÆØÅ]{2}")
_QUOTES: Final = re.compile('[«»“”"]')
_SHORT: Final = 60  # characters of a cell that says what a row is about
_NOBODY: Final[frozenset[int]] = frozenset()


class _Read(NamedTuple):
    unit: Unit  # held, so that no other takes its place in memory
    about: frozenset[int]
    shown: Mapping[int, str]


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
        values = {value for shown in known.shown.values() for value in shown.values()}
        self._values = _phrases(value for value in values if _LETTERS.search(value))
        self._units: dict[int, _Read] = {}
        self._values_in = lru_cache(maxsize=65_536)(self._told_in)
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
        found = self.named_in(piece.text) | self._of(piece.unit).about
        return found | self.named_in(piece.head) if piece.head else found

    def _of(self, unit: Unit) -> _Read:
        """What is read off a row once for all its cells."""
        known = self._units.get(id(unit))
        if known is None:
            about = _NOBODY
            shown: dict[int, str] = {}
            for head, words in unit.cells:
                if 3 <= len(words) <= _SHORT and not _QUOTES.search(words):
                    about |= self.named_in(words)
                attribute = self._attributes.get(folded(head)) if words else None
                if attribute is not None:
                    shown[attribute] = words
            for head in unit.heads:
                about |= self.named_in(head)
            known = self._units[id(unit)] = _Read(unit, about, shown)
        return known

    def is_name(self, text: str) -> bool:
        """Whether a text is nothing but the name of a participant."""
        return text.strip() in self._by_name

    def in_row(self, piece: Piece) -> Mapping[int, str]:
        """What a row of a table shows of whom it is about, by attribute; none in another table."""
        return self._of(piece.unit).shown

    def shown_by(self, piece: Piece) -> int | None:
        """The attribute that a cell of a row shows, by the head of its column."""
        return self._attributes.get(folded(piece.head)) if piece.unit.cells else None

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
        said = self._values_in(text)
        if not said:
            return {}
        shown = self._known.shown.get(case_id, {})
        return {attribute: value for attribute, value in shown.items() if folded(value) in said}

    def tells(self, text: str) -> bool:
        """Whether a text holds a value of anybody's that may be shown."""
        return bool(self._values_in(text))

    def _told_in(self, text: str) -> frozenset[str]:
        """The values that stand in a text, folded."""
        if self._values is None:
            return frozenset()
        return frozenset(folded(match[1]) for match in self._values.finditer(text))

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


def _phrases(values: Iterable[str]) -> re.Pattern[str] | None:
    """Finds any of these values where it stands alone, with an ending or none."""
    either = "|".join(map(re.escape, sorted(values, key=len, reverse=True)))
    if not either:
        return None
    return re.compile(rf"(?<!\w)({either})(?=(?:e?n|e?t|s)?(?!\w))", re.IGNORECASE)


def _inside(name: str) -> str:
    """A name as it is written inside a sentence: an abbreviation keeps its capitals."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]
