"""The material as a table: what was collected, how much, when, by whom, and from whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import Final

from qualtool.analysis import material_rows
from qualtool.analysis.material_rows import Material, MaterialRow
from qualtool.analysis.study import study
from qualtool.core import case_kind, document_kind
from qualtool.core.day_spans import as_tables_write, period
from qualtool.core.report import Cell, Group, Heading, Report, Row, Table, Text, cell, paragraph
from qualtool.core.source import Caution
from qualtool.i18n import gettext as _
from qualtool.i18n import language as spoken
from qualtool.i18n import mark, ngettext, words
from qualtool.reports import wording
from qualtool.reports.columns import columns
from qualtool.reports.heads import MATERIAL
from qualtool.reports.options import Options
from qualtool.reports.plain_table import language_of
from qualtool.store.project import Session

_FORMS: Final = {
    "in_person": mark("In person"),
    "phone": mark("By phone"),
    "digital": mark("On screen"),
}
_RECORDED: Final = frozenset({"interview", "focus_group"})
_MINUTE: Final = 60_000
_ACROSS: Final = 5  # columns that have room on a page that stands


def build(session: Session, options: Options) -> Report:
    """The report with its one table: a row for each kind of document in each phase.

    Figures are those of the project's own documents; where the activity register has another
    number of them, a caution says so.
    """
    language = language_of(session, options)
    said = words(language).gettext
    found = material_rows.material(session, options.scheme_id)
    named = (options.attribution or study(session).attribution) != "none"
    title = said("Material")
    heads = {
        key: head
        for key, head in MATERIAL.items()
        if (key != "phase" or found.scheme is not None)
        and (key != "collector" or any(row.collectors for row in found.rows))
        and (key != "group" or any(row.groups for row in found.rows))
    }
    groups = list(_groups(found, list(heads), named=named, language=language))
    headed = options.headed and found.scheme is not None
    in_all = (
        words(language).gettext("Total: {documents}").format(documents=_counted(found, language))
    )
    if options.totals and found.rows and not headed:
        groups.append(_total(found, list(heads), language))
    table = Table(
        label=said("Table"),
        number=options.number,
        caption=said("The material of the study"),
        columns=columns(heads, language, grouping="phase"),
        groups=tuple(groups),
        caption_above=options.caption_above,
        headed=headed,
        landscape=len(heads) > _ACROSS if options.landscape is None else options.landscape,
        note=in_all if options.totals and found.rows and headed else "",
        empty=said("There are no documents yet."),
        cautions=tuple(_cautions(found)),
    )
    if not found.rows:
        return Report(title, language, (Heading(title), table))
    opening = said("The table shows {documents}.").format(documents=_counted(found, language))
    return Report(title, language, (Heading(title), Text((paragraph(opening),)), table))


def _counted(found: Material, language: str) -> str:
    said = words(language).ngettext("{count} document", "{count} documents", found.documents)
    return said.format(count=wording.number(found.documents, language))


def _groups(found: Material, keys: Sequence[str], *, named: bool, language: str) -> Iterator[Group]:
    said = words(language).gettext
    for phase, rows in groupby(found.rows, key=lambda row: row.phase):
        name = said("No phase") if phase is None else phase
        held = list(rows)
        yield Group(
            name,
            tuple(
                Row(
                    tuple(
                        (None if number else cell(name, rows=len(held)))
                        if key == "phase"
                        else _cell(key, row, named=named, language=language)
                        for key in keys
                    )
                )
                for number, row in enumerate(held)
            ),
        )


def _cell(key: str, row: MaterialRow, *, named: bool, language: str) -> Cell:
    match key:
        case "type":
            return cell(document_kind.name(row.kind, language))
        case "count":
            return wording.count_cell(len(row.document_ids), language)
        case "period":
            return cell(_period(row, language))
        case "collector":
            return _lines(row.collectors)
        case "documentation":
            return _lines(list(_documentation(row, language)))
    return _lines(list(_informants(row, named=named, language=language)))


def _lines(lines: Sequence[str]) -> Cell:
    return Cell(tuple(paragraph(each) for each in lines))


def _period(row: MaterialRow, language: str) -> str:
    if len(row.dates) == 1:
        return as_tables_write(row.dates[0], language)
    if row.first is None or row.last is None:
        return ", ".join(row.dates)
    return period(date.fromisoformat(row.first), date.fromisoformat(row.last), language)


def _documentation(row: MaterialRow, language: str) -> Iterator[str]:
    """How it was held, how long it lasted, and what came of it."""
    said = words(language)
    if row.forms:
        forms = [(said.gettext(_FORMS.get(form, form)), count) for form, count in row.forms]
        several = len(forms) > 1
        named = [f"{form} ({count})" if several else form for form, count in forms]
        yield ", ".join([named[0], *(each[:1].lower() + each[1:] for each in named[1:])])
    if row.duration_ms:
        minutes = wording.number(max(1, round(row.duration_ms / _MINUTE)), language)
        if row.timed == len(row.document_ids):
            yield said.gettext("{minutes} min in all").format(minutes=minutes)
        else:
            line = said.gettext("{minutes} min in {count} of them")
            yield line.format(minutes=minutes, count=row.timed)
    if row.words:
        line = said.ngettext("{count} word", "{count} words", row.words)
        yield line.format(count=wording.number(row.words, language))
    if row.checked and row.kind in _RECORDED:
        line = said.gettext("{count} of {all} checked against the recording")
        yield line.format(count=row.checked, all=len(row.document_ids))


def _informants(row: MaterialRow, *, named: bool, language: str) -> Iterator[str]:
    if named:
        for name, kind, count in row.groups:
            yield f"{name or case_kind.name(kind, language)} ({count})"
        return
    counts: dict[str, int] = {}
    for _name, kind, count in row.groups:
        counts[kind] = counts.get(kind, 0) + count
    for kind, count in counts.items():
        yield f"{case_kind.name(kind, language)} ({count})"


def _total(found: Material, keys: Sequence[str], language: str) -> Group:
    title = words(language).gettext("Total")
    first = keys[0]
    cells = {
        first: cell(title),
        "count": wording.count_cell(found.documents, language),
    }
    return Group(title, (Row(tuple(cells.get(key, cell()) for key in keys)),))


def _cautions(found: Material) -> Iterator[Caution]:
    if found.left_out:
        message = ngettext(
            "{count} document of a participant without consent was left out.",
            "{count} documents of participants without consent were left out.",
            found.left_out,
        )
        yield Caution("no_consent", message.format(count=found.left_out))
    if found.twice:
        message = ngettext(
            "{count} document falls into several phases and is counted in each.",
            "{count} documents fall into several phases and are counted in each.",
            found.twice,
        )
        yield Caution("counted_twice", message.format(count=found.twice))
    there: dict[str, set[int]] = {}
    for row in found.rows:
        there.setdefault(row.kind, set()).update(row.document_ids)
    for kind, count in found.registered.items():
        documents = len(there.get(kind, ()))
        if documents != count:
            message = _("{kind}: the activity register has {registered}, the material {documents}.")
            name = document_kind.name(kind, spoken())
            yield Caution(
                "register_differs",
                message.format(kind=name, registered=count, documents=documents),
            )
