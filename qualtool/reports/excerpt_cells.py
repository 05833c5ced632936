"""The cells of a row in a table of excerpts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from qualtool.core.report import Cell, Paragraph, Run, cell, paragraph
from qualtool.reports import wording
from qualtool.reports.material import Material
from qualtool.reports.sorting import Entry, Hit
from qualtool.store.rows import CodingRow


def excerpt_cell(key: str, entry: Entry, number: int, material: Material) -> Cell:
    """What the column with this key says of an excerpt; what is said twice is said once."""
    excerpt = entry.excerpt
    match key:
        case "number":
            return wording.count_cell(number, material.language)
        case "excerpt":
            return _words(entry, material)
        case "informant":
            return cell(wording.informant(excerpt, material.language))
        case "source":
            return cell(wording.source(excerpt))
        case "theme":
            return _lines(hit.theme for hit in entry.hits)
        case "code":
            return _lines(_code(hit) for hit in entry.hits)
        case "valence":
            keys = (each.valence for each in _codings(entry) if each.valence)
            return _lines(material.valences.get(valence, valence) for valence in keys)
        case "comment":
            return _lines(each.comment for each in _codings(entry))
        case _:
            return _lines(each.coder for each in _codings(entry))


def _words(entry: Entry, material: Material) -> Cell:
    """The words of the excerpt; in quotation marks where context stands around them."""
    excerpt = entry.excerpt
    language = material.spoken[excerpt.document_id]
    said = wording.quoted_words(excerpt)
    before, after = excerpt.before.strip(), excerpt.after.strip()
    if not before and not after:
        return Cell((paragraph(said, language=language),))
    opening, closing = material.pair
    around = [paragraph(f"{opening}{said}{closing}", language=language)]
    if before:
        around.insert(0, Paragraph((Run(f"… {before}", muted=True, language=language),)))
    if after:
        around.append(Paragraph((Run(f"{after} …", muted=True, language=language),)))
    return Cell(tuple(around))


def _code(hit: Hit) -> str:
    code = hit.coding.code if hit.coding else ""
    if not hit.place or hit.place == code:
        return code
    return f"{hit.place}: {code}" if code else hit.place


def _codings(entry: Entry) -> Iterator[CodingRow]:
    seen = {hit.coding.id: hit.coding for hit in entry.hits if hit.coding}
    return iter(seen.values())


def _lines(texts: Iterable[str]) -> Cell:
    different = dict.fromkeys(text.strip() for text in texts)
    return Cell(tuple(paragraph(text) for text in different if text))
