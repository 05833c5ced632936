"""Telephone numbers and the like in files on their way in: shown as names are, and replaced."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from qualtool.core.direct_identifiers import Kind, identifiers, numbers
from qualtool.core.pseudonyms import Place
from qualtool.ui.models.incoming import Entry

_INSTEAD: Final[Mapping[Kind, Mapping[str, str]]] = {
    "phone": {"nb": "[telefon]", "nn": "[telefon]", "en": "[telephone]"},
    "email": {"nb": "[e-post]", "nn": "[e-post]", "en": "[e-mail]"},
    "birth_number": {
        "nb": "[fødselsnummer]",
        "nn": "[fødselsnummer]",
        "en": "[birth number]",
    },
}


@lru_cache(maxsize=4)
def number_places(text: str, language: str) -> tuple[Place, ...]:
    """Where numbers and addresses stand in a text, and what would stand there instead."""
    return tuple(
        Place(each.start, each.end, instead.get(language, instead["en"]))
        for each in numbers(text)
        if (instead := _INSTEAD.get(each.kind))
    )


def counts(entry: Entry) -> Counter[Kind]:
    """How many of each kind stand in the text of a file."""
    found = entry.found.source
    return Counter(each.kind for each in numbers(found.text)) if found else Counter()


def may_be_names(entry: Entry) -> tuple[str, ...]:
    """Capitalised words that may be names and are not replaced, the most frequent first."""
    source = entry.found.source
    if source is None:
        return ()
    labels = (each.label for each in source.speakers)
    known = (part for each in entry.namings for part in (each.name, each.pseudonym))
    return _may_be_names(source.text, frozenset((*labels, *known)))


@lru_cache(maxsize=4)
def _may_be_names(text: str, known: frozenset[str]) -> tuple[str, ...]:
    found = Counter(
        text[each.start : each.end]
        for each in identifiers(text, known=known)
        if each.kind == "name"
    )
    return tuple(word for word, _count in found.most_common())


def together(names: Iterable[Place], found: Iterable[Place]) -> tuple[Place, ...]:
    """Names with numbers and addresses, in order; a name inside an address is part of it."""
    found = tuple(found)
    outside = [n for n in names if not any(n.start < f.end and f.start < n.end for f in found)]
    return tuple(sorted((*outside, *found), key=lambda place: place.start))
