"""The cases and the activity register as tables to work on in a spreadsheet and take in again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Final

from qualtool.analysis import activities as register
from qualtool.analysis import consent, grid
from qualtool.analysis.documents import documents
from qualtool.analysis.study import study
from qualtool.core import case_kind
from qualtool.core.report import Cell, Column, Group, Heading, Kind, Report, Row, Table, cell
from qualtool.core.table_mapping import FIELDS, Target
from qualtool.i18n import LANGUAGES, words
from qualtool.store.describing_rows import ActivityRow, ConsentRow, GridRow
from qualtool.store.project import Session

_WHOLE: Final = re.compile(r"0|-?[1-9]\d{0,14}")
_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_WIDTHS: Final = {"number": 0.4, "name": 1.6, "content": 3.0, "comment": 2.0, "note": 2.0}


def cases(session: Session, *, language: str = "") -> Report:
    """All cases with their attributes as written, and their consent where any is noted.

    Meant for the researcher alone: what may be shown to others is not sorted out here.
    """
    language = _language(session, language)
    held = grid.cases_grid(session)
    agreed = consent.consents(session)
    names = {row.id: row.name for row in held.rows}
    fields = [field for field in FIELDS["cases"] if agreed or not _is_consent(field)]
    before, after = fields[:3], fields[3:]
    columns = [
        *_columns("cases", before, language),
        *(
            Column(f"attribute{each.id}", each.name, 1.0, _kind(each.kind))
            for each in held.attributes
        ),
        *_columns("cases", after, language),
    ]
    rows = [
        Row(
            (
                *_case_cells(before, row, names, agreed.get(row.id), language),
                *(written(row.values.get(each.id, "")) for each in held.attributes),
                *_case_cells(after, row, names, agreed.get(row.id), language),
            )
        )
        for row in held.rows
    ]
    return _report(words(language).gettext("Cases"), columns, rows, language)


def activities(session: Session, *, language: str = "") -> Report:
    """The whole register, dates as they are written, with the documents that came of each."""
    language = _language(session, language)
    titles = {row.id: row.name for row in documents(session)}
    fields = list(FIELDS["activities"])
    rows = [Row(tuple(_activity_cells(row, titles))) for row in register.activities(session)]
    columns = _columns("activities", fields, language)
    return _report(words(language).gettext("Activity register"), columns, rows, language)


def written(value: str) -> Cell:
    """A cell that says a value as it is written; a number or a day is one in a spreadsheet too."""
    if _WHOLE.fullmatch(value):
        return cell(value, value=int(value))
    if _DAY.fullmatch(value):
        try:
            return cell(value, value=date.fromisoformat(value))
        except ValueError:
            return cell(value)
    return cell(value)


def _case_cells(
    fields: Iterable[str],
    row: GridRow,
    names: dict[int, str],
    agreed: ConsentRow | None,
    language: str,
) -> Iterable[Cell]:
    gettext = words(language).gettext
    said = {
        "name": row.name,
        "parent": names.get(row.parent_id or 0, ""),
        "kind": case_kind.name(row.kind, language),
        "note": row.note,
    }
    if agreed is not None:
        said |= {
            "consent": gettext("Yes") if agreed.given else gettext("No"),
            "consent_date": agreed.date,
            "consent_scope": agreed.scope,
            "withdrawn": gettext("Yes") if agreed.withdrawn == "–" else agreed.withdrawn,
        }
    return (_plain(field, said.get(field, "")) for field in fields)


def _activity_cells(row: ActivityRow, titles: dict[int, str]) -> Iterable[Cell]:
    said = {
        "number": row.number,
        "name": row.name,
        "date": row.date,
        "content": row.content,
        "comment": row.comment,
        "participants": row.participants,
        "documents": "; ".join(titles[each] for each in row.document_ids),
    }
    return (_plain(field, said[field]) for field in FIELDS["activities"])


def _plain(field: str, said: str) -> Cell:
    """A name that happens to be a number stays text; numbers and dates are what they are."""
    of_value = field in ("number", "date", "consent_date", "withdrawn")
    return written(said) if of_value else cell(said)


def _is_consent(field: str) -> bool:
    return field.startswith("consent") or field == "withdrawn"


def _kind(kind: str) -> Kind:
    return "number" if kind == "number" else "text"


def _columns(target: Target, fields: Iterable[str], language: str) -> list[Column]:
    gettext = words(language).gettext
    return [
        Column(field, gettext(FIELDS[target][field]), _WIDTHS.get(field, 1.0)) for field in fields
    ]


def _language(session: Session, chosen: str) -> str:
    language = chosen or study(session).language
    return language if language in LANGUAGES else "en"


def _report(title: str, columns: Sequence[Column], rows: Sequence[Row], language: str) -> Report:
    table = Table(
        label=words(language).gettext("Table"),
        number=1,
        caption=title,
        columns=tuple(columns),
        groups=(Group(title, tuple(rows)),) if rows else (),
        landscape=True,
    )
    return Report(title, language, (Heading(title), table))
