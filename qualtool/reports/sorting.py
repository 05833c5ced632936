"""Excerpts in the order of a table: under each theme, code or informant they belong to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from qualtool.core import alphabet, dates
from qualtool.core.ordering import downwards
from qualtool.reports.material import Material
from qualtool.reports.options import By, Order
from qualtool.reports.theme_list import MainTheme
from qualtool.reports.wording import informant
from qualtool.store.rows import CodingRow, ExcerptRow


@dataclass(frozen=True, slots=True)
class Hit:
    """Why an excerpt stands where it does: a code, with the place of the theme it is under.

    `coding` is None where the excerpt stands in the theme itself.
    """

    theme: str
    place: str
    coding: CodingRow | None


@dataclass(frozen=True, slots=True)
class Entry:
    """A row of the table: an excerpt with the reasons it stands there."""

    excerpt: ExcerptRow
    hits: tuple[Hit, ...]


@dataclass(frozen=True, slots=True)
class Bundle:
    """Rows under one title; the title is empty where there is no theme, code or speaker known."""

    title: str
    entries: tuple[Entry, ...]


def bundles(material: Material, by: By) -> list[Bundle]:
    """The excerpts under each theme, code or informant in the project's order; none empty.

    Under a theme: by sub-theme and code, then in the order of documents and text. An excerpt in
    two themes stands under both.
    """
    match by:
        case "theme":
            found = _by_theme(material)
        case "code":
            found = _by_code(material)
        case _:
            found = _by_case(material)
    return [bundle for bundle in found if bundle.entries]


def ordered(found: Sequence[Bundle], order: Order, material: Material) -> list[Bundle]:
    """The same with the bundles, or what is in each, in another order; as they are where empty.

    By name or use (most excerpts first) it is the bundles, else what is in them.
    """
    match order:
        case "":
            return list(found)
        case "name":
            return sorted(found, key=lambda each: (not each.title, alphabet.key(each.title)))
        case "use":
            return sorted(found, key=lambda each: (not each.title, -len(excerpts_in(each.entries))))
    place = places_of(order, material)
    return [
        replace(bundle, entries=tuple(sorted(bundle.entries, key=lambda each: place(each.excerpt))))
        for bundle in found
    ]


def places_of(order: Order, material: Material) -> Callable[[ExcerptRow], tuple[object, ...]]:
    """What to sort excerpts by: their case or the date of their document, then document and place.

    Any other order is that of the documents.
    """
    at = {row.id: number for number, row in enumerate(material.excerpts)}
    match order:
        case "case":
            return lambda row: (not row.case, alphabet.key(row.case), at[row.id])
        case "time":
            return lambda row: (*dates.order(material.dates[row.document_id]), at[row.id])
    return lambda row: (at[row.id],)


def each_coding(bundle: Bundle) -> Bundle:
    """The same with a row for each coding, and one for what stands there without any."""
    entries: list[Entry] = []
    for entry in bundle.entries:
        hits: dict[int | None, list[Hit]] = defaultdict(list)
        for hit in entry.hits:
            hits[hit.coding.id if hit.coding else None].append(hit)
        entries.extend(replace(entry, hits=tuple(each)) for each in hits.values())
    return replace(bundle, entries=tuple(entries))


def _by_theme(material: Material) -> Iterator[Bundle]:
    placed: set[int] = set()
    for theme in material.themes:
        entries = _under(theme, material)
        placed.update(
            hit.coding.id for entry in entries for hit in entry.hits if hit.coding is not None
        )
        placed.update(-entry.excerpt.id for entry in entries)
        yield Bundle(theme.title, tuple(entries))
    yield Bundle("", tuple(_left(material, placed)))


def _under(theme: MainTheme, material: Material) -> list[Entry]:
    places: dict[int, list[tuple[int, int]]] = defaultdict(list)
    direct: dict[int, list[int]] = defaultdict(list)
    for number, place in enumerate(theme.places):
        for rank, code_id in enumerate(place.theme.code_ids):
            places[code_id].append((number, rank))
        for excerpt_id in material.direct.get(place.theme.id, ()):
            direct[excerpt_id].append(number)
    found: list[tuple[tuple[int, int], int, Entry]] = []
    for order, excerpt in enumerate(material.excerpts):
        ranked = [
            (spot, coding) for coding in excerpt.codings for spot in places.get(coding.code_id, ())
        ]
        ranked.sort(key=lambda pair: (pair[0], pair[1].id))
        coded = {spot[0] for spot, _coding in ranked}
        hits = [
            (spot, Hit(theme.title, theme.places[spot[0]].title, coding)) for spot, coding in ranked
        ]
        hits += [
            ((number, -1), Hit(theme.title, theme.places[number].title, None))
            for number in direct.get(excerpt.id, ())
            if number not in coded
        ]
        if hits:
            hits.sort(key=lambda pair: pair[0])
            found.append((hits[0][0], order, Entry(excerpt, tuple(hit for _spot, hit in hits))))
    found.sort(key=lambda each: each[:2])
    return [entry for _spot, _order, entry in found]


def _left(material: Material, placed: set[int]) -> Iterator[Entry]:
    """What stands in no theme: codings whose code is in none, and excerpts without any."""
    for excerpt in material.excerpts:
        hits = tuple(Hit("", "", each) for each in excerpt.codings if each.id not in placed)
        if hits:
            yield Entry(excerpt, hits)
        elif not excerpt.codings and -excerpt.id not in placed:
            yield Entry(excerpt, (Hit("", "", None),))


def _by_code(material: Material) -> Iterator[Bundle]:
    themes = _themes_of_codes(material)
    coded: dict[int, list[Entry]] = defaultdict(list)
    bare: list[Entry] = []
    for excerpt in material.excerpts:
        hits: dict[int, list[Hit]] = defaultdict(list)
        for coding in excerpt.codings:
            hits[coding.code_id].append(Hit(themes.get(coding.code_id, ""), "", coding))
        for code_id, each in hits.items():
            coded[code_id].append(Entry(excerpt, tuple(each)))
        if not hits:
            bare.append(Entry(excerpt, (Hit("", "", None),)))
    names = {code.id: code.name for code in material.codes}
    for code_id in downwards((code.id, code.parent_id) for code in material.codes):
        yield Bundle(names[code_id], tuple(coded.get(code_id, ())))
    yield Bundle("", tuple(bare))


def _by_case(material: Material) -> Iterator[Bundle]:
    spots = _places_of_codes(material)
    said: dict[str, list[Entry]] = defaultdict(list)
    for excerpt in material.excerpts:
        who = informant(excerpt, material.language)
        said[who].append(Entry(excerpt, tuple(_everywhere(excerpt, spots, material))))
    for name in dict.fromkeys((*material.case_order, *said)):
        if name:
            yield Bundle(name, tuple(said.get(name, ())))
    yield Bundle("", tuple(said.get("", ())))


def _everywhere(
    excerpt: ExcerptRow, spots: Mapping[int, list[tuple[str, str]]], material: Material
) -> Iterator[Hit]:
    nowhere = [("", "")]
    for coding in excerpt.codings:
        for theme, place in spots.get(coding.code_id, nowhere):
            yield Hit(theme, place, coding)
    if not excerpt.codings:
        found = [
            Hit(theme.title, place.title, None)
            for theme in material.themes
            for place in theme.places
            if excerpt.id in material.direct.get(place.theme.id, ())
        ]
        yield from found or [Hit("", "", None)]


def _places_of_codes(material: Material) -> dict[int, list[tuple[str, str]]]:
    found: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for theme in material.themes:
        for place in theme.places:
            for code_id in place.theme.code_ids:
                found[code_id].append((theme.title, place.title))
    return found


def _themes_of_codes(material: Material) -> dict[int, str]:
    return {
        code_id: ", ".join(dict.fromkeys(theme for theme, _place in spots))
        for code_id, spots in _places_of_codes(material).items()
    }


def excerpts_in(entries: Iterable[Entry]) -> set[int]:
    """The excerpts of these rows, each once."""
    return {entry.excerpt.id for entry in entries}
