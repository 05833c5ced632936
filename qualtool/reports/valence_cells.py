"""What hinders and what furthers, as cells beside the themes: codes, and how many said so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.analysis import consent
from qualtool.analysis.codebook import valences
from qualtool.analysis.excerpts import excerpts
from qualtool.core.report import Cell, Column, paragraph
from qualtool.i18n import mark, words
from qualtool.operations.templates import available
from qualtool.reports.material import Material
from qualtool.store.project import Session

BOTH: Final = "±"  # stands in the columns of both
# Over a column of several, where the study calls its valences as the template does.
_SEVERAL: Final = {"barrier": mark("Barriers"), "opportunity": mark("Opportunities")}


@dataclass(frozen=True, slots=True)
class ValenceCells:
    """A column for each of the study's valences but `both`; who is coded so, by column and code."""

    columns: tuple[Column, ...]
    people: Mapping[tuple[str, int], frozenset[int]]
    names: Mapping[int, str]

    def cells(self, code_ids: Iterable[int]) -> tuple[Cell, ...]:
        """For each column the codes coded so, those of most informants first, with how many."""
        codes = list(dict.fromkeys(code_ids))
        return tuple(self._cell(column.key, codes) for column in self.columns)

    def _cell(self, key: str, codes: list[int]) -> Cell:
        held = [(code_id, len(self.people[key, code_id])) for code_id in codes
                if (key, code_id) in self.people]  # fmt: skip
        held.sort(key=lambda each: -each[1])
        lines = (
            f"{self.names[code_id]} ({count})" if count else self.names[code_id]
            for code_id, count in held
        )
        return Cell(tuple(map(paragraph, lines)))


def valence_cells(session: Session, material: Material) -> ValenceCells:
    """Count, for each code and valence, the informants; excerpts that are not quoted count too.

    Those of participants without consent do not.
    """
    without = consent.closed_excerpts(session)
    rows = valences(session)
    single = [row.key for row in rows if row.sign != BOTH]
    both = {row.key for row in rows if row.sign == BOTH}
    people: dict[tuple[str, int], set[int]] = defaultdict(set)
    for excerpt in excerpts(session):
        if excerpt.id in without:
            continue
        for coding in excerpt.codings:
            keys = single if coding.valence in both else [coding.valence]
            for key in keys:
                if key in single:
                    people[key, coding.code_id] |= material.informants[excerpt.id]
    return ValenceCells(
        tuple(Column(key, word, 1.5) for key, word in over(single, material).items()),
        {pair: frozenset(ids) for pair, ids in people.items()},
        {row.id: row.name for row in material.codes},
    )


def over(keys: Sequence[str], material: Material) -> dict[str, str]:
    """What stands over the columns of valences: the study's own words, or ours in the plural."""
    ours = {
        (each.key, each.words.get(material.language))
        for template in available()
        for each in template.valences
    }
    found = {key: material.valences[key] for key in keys}
    if all(key in _SEVERAL and (key, word) in ours for key, word in found.items()):
        said = words(material.language).gettext
        return {key: said(_SEVERAL[key]) for key in keys}
    return found
