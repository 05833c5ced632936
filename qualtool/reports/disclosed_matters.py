"""What may tell who somebody is, gathered: each matter once, with all the places where it stands.

One matter is what a decision on all of its places is about (`Disclosed.everywhere`): the same
thing or person, in the same words or their inflections.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.disclosure import LEVELS, Kind, Level
from qualtool.core.names import folded
from qualtool.core.quotation_marks import quoted
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.reports.disclosed import Disclosed, Remedy
from qualtool.store.disclosure_rows import Matter

_OF_OWNER: Final = ("’s", "'s", "s", "’", "'")


@dataclass(frozen=True, slots=True)
class Gathered:
    """One matter, and its places in the order of the report.

    `title` is what it is called, in quotation marks where it is words; `why` is the reason that
    holds for all places, or for most, and `level` the strongest of any place. `key` tells it from
    other matters.
    """

    key: Matter
    title: str
    why: str
    level: Level
    places: tuple[Disclosed, ...]

    @property
    def kind(self) -> Kind:
        """What kind of thing it is, alike in all places."""
        return self.places[0].kind

    @property
    def surest(self) -> int:
        """The first of the places where it is surest, from 0."""
        return next(n for n, each in enumerate(self.places) if each.level == self.level)

    @property
    def levels(self) -> Mapping[Level, int]:
        """How many places there are of each level, the strongest first."""
        counts = Counter(each.level for each in self.places)
        return {level: counts[level] for level in LEVELS if counts[level]}

    @property
    def everywhere(self) -> tuple[Matter, ...]:
        """What decisions have to be about, to hold for all places and for those that come later."""
        return tuple(dict.fromkeys(each.everywhere for each in self.places))

    @property
    def is_divisible(self) -> bool:
        """Whether one place can be decided on without all the others."""
        return len({each.matter for each in self.places}) > 1

    def that_allow(self, remedy: Remedy) -> tuple[Disclosed, ...]:
        """The places where this can be done."""
        return tuple(each for each in self.places if remedy in each.remedies)

    def own_why(self, place: Disclosed) -> str:
        """The reason of a place, where it is another than that of most; else ""."""
        usual = next((_of_any_words(each) for each in self.places if each.why == self.why), "")
        return "" if _of_any_words(place) == usual else place.why


def gathered(found: Iterable[Disclosed]) -> tuple[Gathered, ...]:
    """Findings as matters: the surest first, then those with the most places."""
    rows = tuple(found)
    names = {folded(each.words) for each in rows if each.kind == "name" and not each.known}
    by_key: dict[Matter, list[Disclosed]] = {}
    for each in rows:
        by_key.setdefault(_key(each, names), []).append(each)
    matters = [_one(key, places) for key, places in by_key.items()]
    matters.sort(key=lambda each: (LEVELS.index(each.level), -len(each.places)))
    return tuple(matters)


def counted(matters: Sequence[Gathered]) -> str:
    """How many matters in how many places, in words: "9 matters in 78 places"."""
    places = sum(len(each.places) for each in matters)
    many = ngettext("{count} matter", "{count} matters", len(matters)).format(count=len(matters))
    where = ngettext("in {count} place", "in {count} places", places).format(count=places)
    return f"{many} {where}"


def places_said(matter: Gathered) -> str:
    """How many places a matter has, in words."""
    count = len(matter.places)
    return ngettext("{count} place", "{count} places", count).format(count=count)


def _one(key: Matter, places: Sequence[Disclosed]) -> Gathered:
    whys = Counter(each.why for each in places)
    by_number = sorted(whys, key=lambda each: -whys[each])
    # "Only … has it, and it is … who speaks" says more than holds for all.
    general = (each for each in by_number if all(it.startswith(each[:-1]) for it in whys))
    why = next(general, by_number[0])
    if key.kind == "searchable" and len(whys) > 1:
        why = _("These quotations stand elsewhere with who said them.")
    level = min((each.level for each in places), key=LEVELS.index)
    return Gathered(key, _title(key, places), why, level, tuple(places))


def _title(key: Matter, places: Sequence[Disclosed]) -> str:
    first = " ".join(places[0].words.split())
    if len(places) == 1 or (
        key.kind == "searchable" and len({each.matter for each in places}) == 1
    ):
        return quoted(first)
    if key.kind == "searchable":
        return places[0].everywhere.words
    if key.kind == "pronoun":
        said = (word for each in places for word in each.matter.words.split(", "))
        return quoted(", ".join(dict.fromkeys(said)))
    return quoted(min((each.matter.words for each in places), key=len))


def _key(found: Disclosed, names: Iterable[str]) -> Matter:
    """What a finding is gathered by; a stranger's name and its genitive are one."""
    kind, words, place = found.everywhere
    words = folded(words)
    if kind == "name" and not found.known:
        for ending in _OF_OWNER:
            if words.endswith(ending) and words.removesuffix(ending) in names:
                words = words.removesuffix(ending)
                break
    return Matter(kind, words, folded(place))


def _of_any_words(found: Disclosed) -> str:
    """The reason of a finding, whatever its words are."""
    return found.why.replace(found.matter.words, "")
