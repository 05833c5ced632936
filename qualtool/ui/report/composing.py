"""What the report that is shown is made of; where there is none yet, what it might be made of."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from qualtool.analysis import report_list
from qualtool.analysis.study import study
from qualtool.i18n import gettext as _
from qualtool.i18n import words
from qualtool.operations import usual_blocks
from qualtool.reports import catalogue, saved_options
from qualtool.reports.options import Options
from qualtool.store.project import Session
from qualtool.store.reporting_rows import ReportBlockRow, ReportRow


@dataclass(frozen=True, slots=True)
class Piece:
    """A block: its id, or below 0 where it is only suggested; `title` is the researcher's own."""

    key: int
    name: str
    title: str = ""
    opening: str = ""
    options: Options = field(default_factory=Options)
    frozen_ms: int | None = None

    def heading(self, language: str) -> str:
        """What it is called in the report, in a language."""
        return self.title or self.usual_heading(language)

    def usual_heading(self, language: str) -> str:
        """What it is called where the researcher has not said."""
        known = {block.name: block.title for block in catalogue.BLOCKS}
        return words(language).gettext(known[self.name]) if self.name in known else self.name


@dataclass(frozen=True, slots=True)
class Composed:
    """A report and its blocks in order, and all reports there are.

    `report_id` is None where there is none: then this is what the usual appendix would be, and
    nothing of it is in the project before something is changed.
    """

    report_id: int | None
    title: str
    language: str
    contents: bool
    pieces: tuple[Piece, ...]
    reports: tuple[ReportRow, ...] = ()

    def piece(self, key: int | None) -> Piece | None:
        """The block of this key."""
        return next((piece for piece in self.pieces if piece.key == key), None)


def composed(session: Session, report_id: int | None) -> Composed:
    """The report of this id, the first where that is gone, or what is suggested."""
    reports = tuple(report_list.reports(session))
    row = next((each for each in reports if each.id == report_id), reports[0] if reports else None)
    if row is None:
        return _suggested(session)
    rows = report_list.blocks(session, row.id)
    pieces = tuple(_piece(each, row.language) for each in rows)
    return Composed(row.id, row.title, row.language, row.contents, pieces, reports)


def _piece(row: ReportBlockRow, language: str) -> Piece:
    options = replace(saved_options.read(row.options), language=language)
    return Piece(row.id, row.name, row.title, row.opening, options, row.frozen_ms)


def _suggested(session: Session) -> Composed:
    language = study(session).language
    known = {block.name for block in catalogue.BLOCKS}
    usual = [each for each in usual_blocks.blocks(session).items() if each[0] in known]
    pieces = tuple(
        Piece(-number, name, options=replace(saved_options.read(options), language=language))
        for number, (name, options) in enumerate(usual, 1)
    )
    return Composed(None, words(language).gettext("Appendices"), language, True, pieces)


def known(name: str) -> catalogue.Block | None:
    """The block of this name; None for one of a later version of the program."""
    return next((block for block in catalogue.BLOCKS if block.name == name), None)


def about(name: str) -> str:
    """What a block shows, in the language of the window."""
    block = known(name)
    return _(block.about) if block is not None else ""


def nearest(before: Composed, now: Composed, key: int | None) -> int | None:
    """The block to choose where the one that was chosen is gone; 0, the title, where none is."""
    old = [piece.key for piece in before.pieces]
    there = [piece.key for piece in now.pieces]
    if not there or before.report_id != now.report_id:
        return there[0] if there else 0
    return there[min(old.index(key), len(there) - 1)] if key in old else there[0]
