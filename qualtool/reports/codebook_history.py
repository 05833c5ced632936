"""The history of the codebook: what was done with codes and themes, when, by whom and why."""

from __future__ import annotations

from typing import Final

from qualtool.analysis import history_areas
from qualtool.analysis.history import worded
from qualtool.analysis.trail_pages import StepFilter, every
from qualtool.core.day_words import clock_of, day_of
from qualtool.core.report import Cell, Column, Paragraph, Report, Run, cell
from qualtool.i18n import gettext as _
from qualtool.i18n import speaking, words
from qualtool.reports.columns import columns
from qualtool.reports.heads import CODEBOOK_HISTORY
from qualtool.reports.options import Options
from qualtool.reports.plain_table import day_cell, language_of, one_table
from qualtool.store.project import Session
from qualtool.store.rows import StepRow

# What changes how the codebook looks and not what it says.
_LOOKS: Final = frozenset(
    "recolour_codes recolour_themes pin_code move_codes move_themes collapse_theme move_frames "
    "move_findings write_finding add_finding quote_in_findings remove_findings lay_out_map add_box "
    "write_box move_on_map resize_on_map take_off_map link_on_map unlink_on_map".split()
)
_NAMES: Final = ("old", "code", "theme", "into")
_COUNTS: Final = ("codes", "themes")


def build(session: Session, options: Options) -> Report:
    """The report with its one table, the oldest first; what was taken back is not in it."""
    language = language_of(session, options)
    said = words(language).gettext
    told = frozenset(history_areas.actions(frozenset({"codes", "themes"}))) - _LOOKS
    title = said("History of the codebook")
    with speaking(language):
        steps = every(session, StepFilter(actions=told, standing=True))
        rows = [_row(step, language) for step in steps]
    empty = said("Nothing has been done with the codebook yet.")
    return one_table(
        title,
        columns(CODEBOOK_HISTORY, language),
        rows,
        language=language,
        options=options,
        empty=empty,
        landscape=True,
    )


def trail(session: Session, options: Options, wanted: StepFilter) -> Report:
    """The steps that are asked for, whatever they are of, the oldest first."""
    language = language_of(session, options)
    said = words(language).gettext
    shown = (
        Column("date", said("Date"), 1.0, "date"),
        Column("time", said("Time"), 0.6),
        Column("action", said("What was done"), 3.6),
        Column("reason", said("Reason"), 2.2),
        Column("coder", said("Who"), 1.2),
    )
    with speaking(language):
        rows = [
            (
                day_cell(day_of(step.created_ms), language),
                cell(clock_of(step.created_ms)),
                _taken_back(step, worded(step)),
                cell(step.reason),
                cell(step.coder),
            )
            for step in every(session, wanted)
        ]
    title, empty = said("Trail"), said("No step fits.")
    return one_table(
        title, shown, rows, language=language, options=options, empty=empty, landscape=True
    )


def _taken_back(step: StepRow, sentence: str) -> Cell:
    """A step that no longer stands says so."""
    if not step.undone:
        return cell(sentence)
    return Cell((Paragraph((Run(sentence), Run(f" ({_('taken back')})", muted=True))),))


def _row(step: StepRow, language: str) -> tuple[Cell, ...]:
    day = day_of(step.created_ms)
    several = any(isinstance(n := step.about.get(each), int) and n > 1 for each in _COUNTS)
    fields = ("into",) if several else _NAMES  # of several only the first was noted
    names = dict.fromkeys(str(step.about[each]) for each in fields if step.about.get(each))
    return (
        day_cell(day, language),
        cell(worded(step)),
        cell("\n".join(names)),
        cell(step.reason),
        cell(step.coder),
    )
