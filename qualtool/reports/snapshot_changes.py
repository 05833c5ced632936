"""Two moments of the codebook side by side: what came, went, was renamed, redefined or moved."""

from __future__ import annotations

from collections.abc import Iterable

from qualtool.core import codebook_moment
from qualtool.core.codebook_moment import STATES, Difference
from qualtool.core.report import Cell, Column, Report, cell
from qualtool.i18n import words
from qualtool.reports.options import Options
from qualtool.reports.plain_table import one_table


def build(
    changes: Iterable[Difference], before: str, after: str, *, language: str, options: Options
) -> Report:
    """The report with its one table; `before` and `after` name the two moments."""
    said = words(language).gettext
    title = said("The codebook at “{before}” and at “{after}”").format(before=before, after=after)
    rows: list[tuple[Cell, ...]] = [
        (
            cell(said(codebook_moment.WORDS[each.change])),
            cell(said("Theme") if each.kind == "theme" else said("Code")),
            cell(each.name),
            cell(side(each, each.before, language)),
            cell(side(each, each.after, language)),
        )
        for each in changes
    ]
    columns = (
        Column("change", said("Change"), 1.0),
        Column("kind", said("Kind"), 0.7),
        Column("name", said("Name"), 1.8),
        Column("before", before, 2.8),
        Column("after", after, 2.8),
    )
    empty = said("Nothing has changed between the two.")
    return one_table(
        title, columns, rows, language=language, options=options, empty=empty, landscape=True
    )


def side(change: Difference, value: str, language: str) -> str:
    """How it was or is, in words of a language."""
    said = words(language).gettext
    match change.change:
        case "state":
            return said(STATES[value]) if value in STATES else value
        case "merged" if value:
            return said("into “{name}”").format(name=value)
        case "moved" if not value:
            return said("at the top")
    return value
