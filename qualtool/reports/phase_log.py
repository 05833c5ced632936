"""The phase log as a table: which phase of the method was worked in when, and with what note."""

from __future__ import annotations

from datetime import date

from qualtool.analysis.phase_log import phase_log
from qualtool.core.report import Cell, Column, Report, cell
from qualtool.core.template import said as worded
from qualtool.i18n import words
from qualtool.operations import profiles
from qualtool.reports.options import Options
from qualtool.reports.plain_table import day_cell, language_of, one_table
from qualtool.store.project import Session


def build(session: Session, options: Options) -> Report:
    """The report with its one table, in the order of the days; a phase may come again."""
    language = language_of(session, options)
    said = words(language).gettext
    profile = profiles.chosen(session)
    rows: list[tuple[Cell, ...]] = []
    for entry in phase_log(session):
        phase = profile.phase(entry.key)
        name = worded(phase.title, language) if phase is not None else entry.key
        last = _day(entry.last, language) if entry.last else cell(said("still going on"))
        rows.append((cell(name), _day(entry.first, language), last, cell(entry.note)))
    columns = (
        Column("phase", said("Phase"), 2.0),
        Column("from", said("From"), 1.2, "date"),
        Column("to", said("To"), 1.2, "date"),
        Column("note", said("Note"), 3.5),
    )
    empty = said("The phase log is empty.")
    title = said("Phase log")
    return one_table(title, columns, rows, language=language, options=options, empty=empty)


def _day(written: str, language: str) -> Cell:
    try:
        return day_cell(date.fromisoformat(written), language)
    except ValueError:
        return cell(written)
