"""A report of one table with its heading, as the tables about the work itself are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from qualtool.analysis.study import study
from qualtool.core.day_words import day_in_words
from qualtool.core.report import Block, Cell, Column, Group, Heading, Report, Row, Table, cell
from qualtool.i18n import LANGUAGES, words
from qualtool.reports.options import Options
from qualtool.store.project import Session


def language_of(session: Session, options: Options) -> str:
    """The language a report is written in: the one chosen, else the study's, else English."""
    language = options.language or study(session).language
    return language if language in LANGUAGES else "en"


def day_cell(day: date, language: str) -> Cell:
    """A day as tables write it, 14.3.2024 in Norwegian; in a spreadsheet it is a date."""
    if language == "en":
        return cell(day_in_words(day, language), value=day)
    return cell(f"{day.day}.{day.month}.{day.year}", value=day)


def one_table(
    title: str,
    columns: Sequence[Column],
    rows: Sequence[tuple[Cell, ...]],
    *,
    language: str,
    options: Options,
    empty: str,
    opening: Sequence[Block] = (),
    landscape: bool = False,
) -> Report:
    """A heading, what is said before the table, and the table."""
    table = Table(
        label=words(language).gettext("Table"),
        number=options.number,
        caption=title,
        columns=tuple(columns),
        groups=(Group(title, tuple(Row(cells) for cells in rows)),) if rows else (),
        caption_above=options.caption_above,
        landscape=landscape if options.landscape is None else options.landscape,
        empty=empty,
    )
    return Report(title, language, (Heading(title), *opening, table))
