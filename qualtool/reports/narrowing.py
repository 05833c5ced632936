"""What a table is narrowed to: one theme, code, case or document with all that belongs to it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from qualtool.core.ordering import below
from qualtool.reports.options import Options
from qualtool.reports.theme_list import MainTheme
from qualtool.store.rows import CodeRow, ExcerptRow


@dataclass(frozen=True, slots=True)
class Narrowed:
    """The themes, and the codes that are left; None where nothing is narrowed by codes.

    `direct` are the excerpts that stand in the themes themselves.
    """

    themes: tuple[MainTheme, ...]
    codes: frozenset[int] | None
    direct: frozenset[int]
    case_id: int | None
    document_id: int | None

    def takes(self, row: ExcerptRow, about: Mapping[int, frozenset[int]]) -> bool:
        """Whether an excerpt belongs here."""
        if self.document_id is not None and row.document_id != self.document_id:
            return False
        if self.case_id is not None and self.case_id not in about.get(row.id, ()):
            return False
        if self.codes is None or row.id in self.direct:
            return True
        return any(coding.code_id in self.codes for coding in row.codings)

    def trimmed(self, row: ExcerptRow) -> ExcerptRow:
        """An excerpt with the codings alone that belong here."""
        if self.codes is None:
            return row
        return replace(
            row, codings=tuple(each for each in row.codings if each.code_id in self.codes)
        )


def narrowed(
    options: Options,
    themes: tuple[MainTheme, ...],
    codes: Iterable[CodeRow],
    direct: Mapping[int, Collection[int]],
) -> Narrowed:
    """What the options leave of the themes and codes. What is no longer there narrows to nothing.

    A theme comes with what is under it, and under the name of its main theme; a code with its
    sub-codes.
    """
    left: frozenset[int] | None = None
    themselves: frozenset[int] = frozenset()
    if options.theme_id is not None:
        themes = tuple(_of(options.theme_id, themes))
        places = [place.theme for theme in themes for place in theme.places]
        left = frozenset(code_id for place in places for code_id in place.code_ids)
        themselves = frozenset(each for place in places for each in direct.get(place.id, ()))
    if options.code_id is not None:
        wanted = below([options.code_id], {row.id: row.parent_id for row in codes})
        left = frozenset(wanted) if left is None else left & wanted
        themselves = frozenset()
    return Narrowed(themes, left, themselves, options.case_id, options.document_id)


def _of(theme_id: int, themes: Iterable[MainTheme]) -> Iterable[MainTheme]:
    for theme in themes:
        inside = {theme_id}
        for place in theme.places:
            if place.theme.parent_id in inside:
                inside.add(place.theme.id)
        places = tuple(place for place in theme.places if place.theme.id in inside)
        if places:
            yield replace(theme, places=places)
