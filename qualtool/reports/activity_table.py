"""The activity register as the report prints it: number, activity, date, content and comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from qualtool.analysis import activities as register
from qualtool.analysis.documents import documents
from qualtool.analysis.phases import phases_of_activities, schemes
from qualtool.core.dates import order
from qualtool.core.day_spans import as_tables_write, one_day, period
from qualtool.core.report import Cell, Group, Heading, Report, Row, Table, Text, cell, paragraph
from qualtool.core.source import Caution
from qualtool.i18n import ngettext, words
from qualtool.reports import wording
from qualtool.reports.columns import columns
from qualtool.reports.heads import ACTIVITIES, usual
from qualtool.reports.options import Options
from qualtool.reports.plain_table import language_of
from qualtool.store.describing_rows import ActivityRow
from qualtool.store.project import Session


@dataclass(frozen=True, slots=True)
class _Register:
    """The activities with the names of their phases and of the documents that came of them."""

    rows: tuple[ActivityRow, ...]
    phases: Mapping[int, tuple[str, ...]]
    phase_names: tuple[str, ...]
    documents: Mapping[int, str]
    language: str


def build(session: Session, options: Options) -> Report:
    """The report with its one table, in the order of the register or of the dates.

    With `headed` each phase has a heading; an activity of two phases stands in the first of them.
    """
    found = _register(session, options)
    language = found.language
    said = words(language).gettext
    title = said("Activity register")
    headed = options.headed and bool(found.phase_names)
    wanted = [key for key in options.columns or usual("activities") if key in ACTIVITIES]
    wanted = wanted or list(usual("activities"))
    if headed and "phase" not in wanted:
        wanted.insert(0, "phase")
    heads = {key: ACTIVITIES[key] for key in dict.fromkeys(wanted)}
    groups = _by_phase(found, list(heads)) if headed else _all(found, list(heads), title)
    table = Table(
        label=said("Table"),
        number=options.number,
        caption=said("The activities of the study"),
        columns=columns(heads, language, grouping="phase" if headed else ""),
        groups=tuple(groups),
        caption_above=options.caption_above,
        headed=headed,
        apart=options.apart,
        landscape=bool(options.landscape),
        note=_total(found) if options.totals and found.rows else "",
        empty=said("There are no activities yet."),
        cautions=tuple(_cautions(found)),
    )
    if not found.rows:
        return Report(title, language, (Heading(title), table))
    opening = said("The table shows {activities}.").format(activities=_counted(found.rows, found))
    return Report(title, language, (Heading(title), Text((paragraph(opening),)), table))


def _register(session: Session, options: Options) -> _Register:
    rows = register.activities(session)
    if options.order == "time":
        rows.sort(key=lambda row: order(row.date))
    known = [each for each in schemes(session) if each.phases]
    scheme = next(
        (each for each in known if options.scheme_id is None or each.id == options.scheme_id), None
    )
    phases: dict[int, tuple[str, ...]] = {}
    if scheme is not None:
        names = {phase.id: phase.name for phase in scheme.phases}
        phases = {
            activity_id: tuple(names[each] for each in fallen.phase_ids)
            for activity_id, every in phases_of_activities(session).items()
            for fallen in every
            if fallen.scheme.id == scheme.id
        }
    return _Register(
        rows=tuple(rows),
        phases=phases,
        phase_names=tuple(phase.name for phase in scheme.phases) if scheme is not None else (),
        documents={row.id: row.name for row in documents(session)},
        language=language_of(session, options),
    )


def _all(found: _Register, keys: Sequence[str], title: str) -> Iterator[Group]:
    if found.rows:
        yield Group(title, tuple(_row(each, keys, found) for each in found.rows))


def _by_phase(found: _Register, keys: Sequence[str]) -> Iterator[Group]:
    none = words(found.language).gettext("No phase")
    for name in (*found.phase_names, ""):
        here = [row for row in found.rows if (found.phases.get(row.id) or ("",))[0] == name]
        if here:
            rows = tuple(_row(each, keys, found) for each in here)
            yield Group(name or none, rows, _counted(here, found))


def _row(row: ActivityRow, keys: Sequence[str], found: _Register) -> Row:
    return Row(tuple(_cell(key, row, found) for key in keys))


def _cell(key: str, row: ActivityRow, found: _Register) -> Cell:
    match key:
        case "number":
            return cell(row.number, value=int(row.number) if row.number.isdecimal() else None)
        case "phase":
            return _lines(found.phases.get(row.id, ()))
        case "name":
            return cell(row.name)
        case "date":
            return cell(as_tables_write(row.date, found.language), value=one_day(row.date))
        case "content":
            return _lines((*row.content.splitlines(), *row.comment.splitlines()))
        case "participants":
            return _lines(row.participants.splitlines())
    return _lines([found.documents[each] for each in row.document_ids])


def _lines(lines: Sequence[str]) -> Cell:
    return Cell(tuple(paragraph(each.strip()) for each in lines if each.strip()))


def _counted(rows: Sequence[ActivityRow], found: _Register) -> str:
    said = words(found.language).ngettext("{count} activity", "{count} activities", len(rows))
    return said.format(count=wording.number(len(rows), found.language))


def _total(found: _Register) -> str:
    """How many there are, and from when to when."""
    said = words(found.language).gettext
    firsts = [row.date_from for row in found.rows if row.date_from]
    lasts = [row.date_to for row in found.rows if row.date_to]
    count = _counted(found.rows, found)
    if not firsts or not lasts:
        return said("Total: {activities}").format(activities=count)
    first, last = date.fromisoformat(min(firsts)), date.fromisoformat(max(lasts))
    return said("Total: {activities}, {period}").format(
        activities=count, period=period(first, last, found.language)
    )


def _cautions(found: _Register) -> Iterator[Caution]:
    vague = sum(row.date_state in ("empty", "impossible", "unreadable") for row in found.rows)
    if vague:
        message = ngettext(
            "The date of {count} activity is missing or cannot be read.",
            "The dates of {count} activities are missing or cannot be read.",
            vague,
        )
        yield Caution("no_date", message.format(count=vague))
