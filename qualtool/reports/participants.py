"""The participants: who they are, as much of it as may be shown, in rows or side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from qualtool.analysis import attributes, consent
from qualtool.analysis.grid import cases_grid
from qualtool.analysis.study import study
from qualtool.core import alphabet, grouping
from qualtool.core.attribute_values import number
from qualtool.core.day_spans import as_tables_write, one_day
from qualtool.core.report import (
    Cell,
    Column,
    Group,
    Heading,
    Kind,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    Text,
    cell,
    paragraph,
)
from qualtool.core.source import Caution
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext, words
from qualtool.reports import wording
from qualtool.reports.options import Options
from qualtool.reports.plain_table import language_of
from qualtool.store.describing_rows import AttributeRow, Grid, GridRow
from qualtool.store.project import Session

# So many participants stand side by side by themselves; of more, a page turned on its side.
SIDE_BY_SIDE: Final = range(4, 9)
_UPRIGHT: Final = 5
_NOTHING: Final = "–"


@dataclass(frozen=True, slots=True)
class _People:
    """Who is shown, under which name, and what of each attribute may be."""

    rows: tuple[GridRow, ...]
    names: Mapping[int, str]
    attributes: tuple[AttributeRow, ...]
    said: Mapping[tuple[int, int], Cell]  # by participant and attribute


def build(session: Session, options: Options) -> Report:
    """The report with its one table.

    Only attributes that may be shown are, in groups where they may be shown grouped. Who has
    refused or taken back consent is left out, and so are those whom the researcher leaves out: a
    note below the table counts them. Where nobody is to be named, participants have numbers, the
    same ones whoever is left out.
    """
    language = language_of(session, options)
    said = words(language).gettext
    grid = cases_grid(session)
    everyone = _everyone(grid)
    asked = _consenting(session, everyone)
    if options.order == "name":
        asked.sort(key=lambda row: alphabet.key(row.name))
    named = (options.attribution or study(session).attribution) != "none"
    names = _names(asked, named=named, language=language)
    shown = [row for row in asked if row.id not in options.without]
    people = _people(session, shown, grid.attributes, names=names, language=language)
    across = len(shown) in SIDE_BY_SIDE if options.transposed is None else options.transposed
    across = across and bool(people.attributes)
    if across:
        people = _chosen(people, options.columns)
    columns, rows = _side_by_side(people, language) if across else _below(people, language)
    note = _left_out(len(asked) - len(shown), language)
    title = said("Participants")
    turned = len(columns) > _UPRIGHT + 1
    table = Table(
        label=said("Table"),
        number=options.number,
        caption=said("Participants in the study"),
        columns=columns,
        groups=(Group(title, rows),) if rows else (),
        caption_above=options.caption_above,
        landscape=turned if options.landscape is None else options.landscape,
        note=note if rows else "",
        empty=note or said("There are no participants yet."),
        cautions=tuple(_cautions(people, len(everyone) - len(asked), grid.attributes)),
    )
    if not rows:
        return Report(title, language, (Heading(title), table))
    opening = said("The table shows {participants}.").format(
        participants=_counted(len(shown), language)
    )
    return Report(title, language, (Heading(title), Text((paragraph(opening),)), table))


def shown(session: Session) -> list[GridRow]:
    """The participants who have a row as long as nobody is left out."""
    return _consenting(session, _everyone(cases_grid(session)))


def _everyone(grid: Grid) -> list[GridRow]:
    return [row for row in grid.rows if row.kind == "participant"] or list(grid.rows)


def _consenting(session: Session, rows: Sequence[GridRow]) -> list[GridRow]:
    closed = consent.closed_case_ids(session)
    return [row for row in rows if row.id not in closed]


def _names(rows: Sequence[GridRow], *, named: bool, language: str) -> dict[int, str]:
    """What participants are called, or their numbers."""
    numbered = words(language).gettext("Participant {number}")
    return {
        row.id: row.name if named else numbered.format(number=place)
        for place, row in enumerate(rows, 1)
    }


def _counted(count: int, language: str) -> str:
    """So many participants, in words."""
    many = words(language).ngettext("{count} participant", "{count} participants", count)
    return many.format(count=wording.number(count, language))


def _left_out(count: int, language: str) -> str:
    """What is said below the table of those whom the researcher leaves out."""
    if not count:
        return ""
    note = words(language).gettext("The table leaves out {participants}.")
    return note.format(participants=_counted(count, language))


def _people(
    session: Session,
    rows: Sequence[GridRow],
    known: Sequence[AttributeRow],
    *,
    names: Mapping[int, str],
    language: str,
) -> _People:
    """What may be shown; attributes that say nothing about anybody here are left out."""
    said: dict[tuple[int, int], Cell] = {}
    for each in known:
        meant = attributes.meant(session, each.id)
        for row in rows:
            written = row.values.get(each.id, "").strip()
            value = meant.get(written, written)
            if value and (told := _told(each, value, language)) is not None:
                said[row.id, each.id] = told
    return _People(
        tuple(rows),
        names,
        tuple(each for each in known if any((row.id, each.id) in said for row in rows)),
        said,
    )


def _chosen(people: _People, keys: Sequence[str]) -> _People:
    """Those attributes that are chosen where they are rows and no columns; all where none is."""
    by_key = {f"attribute{each.id}": each for each in people.attributes}
    chosen = tuple(by_key[key] for key in dict.fromkeys(keys) if key in by_key)
    return replace(people, attributes=chosen) if chosen else people


def _told(attribute: AttributeRow, value: str, language: str) -> Cell | None:
    """A value as far as it may be shown; None for nothing of it."""
    shown = grouping.shown(
        attribute.kind, attribute.visibility, attribute.grouping, value, language=language
    )
    if shown is None or attribute.visibility == "grouped":
        return cell(shown) if shown else None
    match attribute.kind:
        case "date":
            return cell(as_tables_write(value, language), value=one_day(value))
        case "number":
            found = number(value)
            whole = int(found) if found is not None and found == int(found) else None
            return cell(value, value=whole)
    return cell(value)


def _below(people: _People, language: str) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    columns = (
        Column("participant", words(language).gettext("Participant"), 1.2),
        *(
            Column(f"attribute{each.id}", each.name, 1.4, _kind(each, people))
            for each in people.attributes
        ),
    )
    rows = tuple(
        Row((cell(people.names[row.id]), *(_cell(people, row, each) for each in people.attributes)))
        for row in people.rows
    )
    return columns, rows


def _side_by_side(people: _People, language: str) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    columns = (
        Column("attribute", words(language).gettext("Participant"), 1.2),
        *(Column(f"case{row.id}", people.names[row.id], 1.0) for row in people.rows),
    )
    rows = tuple(
        Row((_head(each.name), *(_cell(people, row, each) for row in people.rows)))
        for each in people.attributes
    )
    return columns, rows


def _head(name: str) -> Cell:
    return Cell((Paragraph((Run(name, bold=True),)),))


def _cell(people: _People, row: GridRow, attribute: AttributeRow) -> Cell:
    return people.said.get((row.id, attribute.id)) or cell(_NOTHING)


def _kind(attribute: AttributeRow, people: _People) -> Kind:
    """Numbers stand to the right, where all of them are plain ones."""
    cells = [people.said.get((row.id, attribute.id)) for row in people.rows]
    values = [each.value for each in cells if each is not None]
    whole = all(isinstance(each, int) and not isinstance(each, date) for each in values)
    return "number" if attribute.kind == "number" and whole else "text"


def _cautions(people: _People, gone: int, known: Sequence[AttributeRow]) -> Iterator[Caution]:
    if gone:
        message = ngettext(
            "{count} participant without consent was left out.",
            "{count} participants without consent were left out.",
            gone,
        )
        yield Caution("no_consent", message.format(count=gone))
    kept_in = [each.name for each in known if each.visibility == "analysis" and each.used]
    if kept_in:
        message = _("For analysis only, and not shown: {names}.")
        yield Caution("analysis_only", message.format(names=", ".join(kept_in)))
    loose = [
        each.name
        for each in known
        if each.visibility == "grouped"
        and any(
            row.values.get(each.id, "").strip() and (row.id, each.id) not in people.said
            for row in people.rows
        )
    ]
    if loose:
        message = _("Values that are in no group are not shown of: {names}.")
        yield Caution("in_no_group", message.format(names=", ".join(loose)))
