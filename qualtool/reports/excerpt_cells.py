"""The cells of a row in a table of excerpts."""

from __future__ import annotations

from typing import Final

from qualtool.core.depth import WORDS
from qualtool.core.report import Cell, Paragraph, Run, paragraph
from qualtool.i18n import mark, words
from qualtool.reports import wording
from qualtool.reports.material import Material
from qualtool.reports.options import By
from qualtool.reports.sorting import Entry, Hit
from qualtool.store.rows import CodingRow, ExcerptRow

# What stands where there is none, in a heading and in a cell alike.
NOTHING: Final[dict[By, str]] = {
    "theme": mark("No theme"),
    "code": mark("No code"),
    "case": mark("No informant"),
}


class Cells:
    """The cells of one table. What is said in many rows is one cell, which writers know again."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._said: dict[tuple[str, ...], Cell] = {}

    def of(self, key: str, entry: Entry, number: int) -> Cell:
        """What the column with this key says of a row; what is said twice is said once."""
        excerpt = entry.excerpt
        match key:
            case "number":
                return wording.count_cell(number, self._material.language)
            case "excerpt":
                return _words(excerpt, self._material)
            case "informant":
                who = wording.informant(excerpt, self._material.language)
                return self.saying(who or self._nothing("case"))
            case "source":
                return self.saying(wording.source(excerpt))
            case "theme":
                themes = [hit.theme for hit in entry.hits if hit.theme]
                return self.saying(*(themes or [self._nothing("theme")]))
            case "code":
                return self.saying(*[_code(hit) for hit in entry.hits])
            case "valence":
                known = self._material.valences
                keys = [each.valence for each in _codings(entry) if each.valence]
                return self.saying(*[known.get(valence, valence) for valence in keys])
            case "depth":
                said = words(self._material.language).gettext
                depths = [each.depth for each in _codings(entry) if each.depth]
                return self.saying(*[said(WORDS.get(depth, depth)) for depth in depths])
            case "comment":
                return self.saying(*[each.comment for each in _codings(entry)])
            case _:
                return self.saying(*[each.coder for each in _codings(entry)])

    def _nothing(self, by: By) -> str:
        return words(self._material.language).gettext(NOTHING[by])

    def saying(self, *texts: str) -> Cell:
        """A cell with a paragraph for each different text."""
        if texts not in self._said:
            different = dict.fromkeys(text.strip() for text in texts)
            self._said[texts] = Cell(tuple(paragraph(text) for text in different if text))
        return self._said[texts]


def _words(excerpt: ExcerptRow, material: Material) -> Cell:
    """The words of the excerpt; in quotation marks where context stands around them."""
    language = material.spoken[excerpt.document_id]
    said = wording.quoted_words(excerpt)
    before, after = excerpt.before.strip(), excerpt.after.strip()
    if not before and not after:
        return Cell((paragraph(said, language=language, excerpt_id=excerpt.id),))
    opening, closing = material.pair
    whole = f"{opening}{said}{closing}"
    around = [paragraph(whole, language=language, excerpt_id=excerpt.id)]
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


def _codings(entry: Entry) -> list[CodingRow]:
    return list({hit.coding.id: hit.coding for hit in entry.hits if hit.coding}.values())
