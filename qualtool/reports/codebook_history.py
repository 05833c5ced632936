"""The history of the codebook: what was done with codes and themes, when, by whom and why."""

from __future__ import annotations

from typing import Final

from qualtool.analysis import history_areas
from qualtool.analysis.history import worded
from qualtool.analysis.trail_pages import StepFilter, every
from qualtool.core.day_words import day_of
from qualtool.core.report import Cell, Column, Report, cell
from qualtool.i18n import speaking, words
from qualtool.reports.options import Options
from qualtool.reports.plain_table import language_of, one_table
from qualtool.store.project import Session
from qualtool.store.rows import StepRow

# What changes how the codebook looks and not what it says.
_LOOKS: Final = frozenset(
    "recolour_codes recolour_themes pin_code move_codes move_themes collapse_theme move_frames "
    "move_findings write_finding add_finding quote_in_findings remove_findings lay_out_map add_box "
    "write_box move_on_map resize_on_map take_off_map link_on_map unlink_on_map".split()
)
_NAMES: Final = ("old", "code", "theme", "into")


def build(session: Session, options: Options) -> Report:
    """The report with its one table, the oldest first; what was taken back is not in it."""
    language = language_of(session, options)
    said = words(language).gettext
    told = frozenset(history_areas.actions(frozenset({"codes", "themes"}))) - _LOOKS
    title = said("History of the codebook")
    columns = (
        Column("date", said("Date"), 0.9, "date"),
        Column("action", said("What was done"), 3.2),
        Column("codes", said("Codes and themes"), 1.8),
        Column("reason", said("Reason"), 2.4),
        Column("coder", said("Who"), 0.9),
    )
    with speaking(language):
        steps = every(session, StepFilter(actions=told, standing=True))
        rows = [_row(step) for step in steps]
    empty = said("Nothing has been done with the codebook yet.")
    return one_table(
        title, columns, rows, language=language, options=options, empty=empty, landscape=True
    )


def _row(step: StepRow) -> tuple[Cell, ...]:
    day = day_of(step.created_ms)
    names = dict.fromkeys(str(step.about[each]) for each in _NAMES if step.about.get(each))
    return (
        cell(day.isoformat(), value=day),
        cell(worded(step)),
        cell("\n".join(names)),
        cell(step.reason),
        cell(step.coder),
    )
