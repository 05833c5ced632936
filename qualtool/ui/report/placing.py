"""The blocks of a report as they were built, each put in its place: counted, headed and opened."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from qualtool.core import report as model
from qualtool.core.report import Contents, Heading, Report, Text, paragraph
from qualtool.i18n import words
from qualtool.reports import in_place
from qualtool.ui.report.composing import Composed, Piece

# What a block holds, tables and figures, is known when it is built; until then it is guessed.
_FIGURES: Final = frozenset({"map", "theme-bars", "timeline", "portrait"})
_TEXTS: Final = frozenset({"findings", "method-facts", "checklist", "coded-transcript"})


@dataclass(frozen=True, slots=True)
class Built:
    """What came of building a block: its report, or why it could not be made.

    `moment` counts the steps that changed anything a report shows.
    """

    piece: Piece
    language: str
    moment: int
    report: Report | None
    refused: str = ""

    def fits(self, piece: Piece, language: str, moment: int) -> bool:
        """Whether it is still what this block shows now."""
        same = (self.piece.name, self.piece.options, self.piece.frozen_ms, self.language) == (
            piece.name,
            piece.options,
            piece.frozen_ms,
            language,
        )
        return same and self.moment == moment


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the how manyth it is (0: it cannot be made), and what was before it."""

    number: int
    tables: int
    figures: int
    counts: tuple[int, int]

    @property
    def first_table(self) -> int:
        """The number of its first table."""
        return self.tables + 1


def places(composed: Composed, built: Mapping[int, Built]) -> dict[int, Place]:
    """The place of each block, by its key."""
    found: dict[int, Place] = {}
    number = tables = figures = 0
    alone = len(composed.pieces) < 2
    for piece in composed.pieces:
        here = built.get(piece.key)
        if here is not None and here.report is None:
            found[piece.key] = Place(0, tables, figures, (0, 0))
            continue
        number += 1
        counts = _counts(piece, here)
        found[piece.key] = Place(0 if alone else number, tables, figures, counts)
        tables, figures = tables + counts[0], figures + counts[1]
    return found


def placed(built: Built, piece: Piece, place: Place, language: str) -> Report:
    """A block as it stands in the report."""
    report = built.report
    if report is None:
        title = piece.heading(language)
        blocks = (Heading(title, 1), Text((paragraph(built.refused),)))
        return Report(title, language, blocks)
    said = words(language).gettext("Appendix {number}").format(number=place.number)
    report = in_place.headed(report, piece.title, said if place.number else "")
    report = in_place.opened(report, piece.opening)
    return in_place.numbered(report, place.tables, place.figures, language)


def front(composed: Composed, told: str) -> Report:
    """The title of a report, whose codings are in it, and its contents."""
    blocks: list[model.Block] = [Heading(composed.title, 0)]
    if told:
        blocks.append(Text((paragraph(told),)))
    if composed.contents and len(composed.pieces) > 1:
        blocks.append(Contents(words(composed.language).gettext("Contents")))
    return Report(composed.title, composed.language, tuple(blocks))


def suggested_opening(built: Built | None) -> str:
    """The sentences that a block says before what it shows, where the researcher says nothing."""
    if built is None or built.report is None:
        return ""
    return in_place.suggestion(built.report)


def _counts(piece: Piece, built: Built | None) -> tuple[int, int]:
    if built is not None and built.report is not None:
        return in_place.counted(built.report)
    if piece.name in _FIGURES:
        return 0, 1
    return (0, 0) if piece.name in _TEXTS else (1, 0)
