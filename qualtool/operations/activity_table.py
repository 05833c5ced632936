"""The activity register from a spreadsheet: what each row comes to, and taking it in."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.dates import read
from qualtool.core.names import LONGEST, folded, tidy
from qualtool.core.table_mapping import Rows, TableMapping
from qualtool.core.table_plan import Action, Line, Plan, PlannedRow, Problem, Taken, lines
from qualtool.i18n import gettext as _
from qualtool.operations import activities
from qualtool.operations.date_problems import date_problem
from qualtool.store.journal import tell
from qualtool.store.schema import ActivityCase, ActivityDocument, Case, Document

_FACTS: Final = ("number", "date", "content", "comment", "participants")
_LISTED: Final = re.compile(r"\s*(?:[,;\n]|\s(?:og|and)\s)\s*")
_DOCUMENTS: Final = re.compile(r"\s*[;\n]\s*")


@dataclass(frozen=True, slots=True)
class _Register:
    """The register as it is, and what its rows may name."""

    rows: Mapping[int, Mapping[str, str]]  # by activity
    numbers: Mapping[str, Sequence[int]]
    named: Mapping[tuple[str, str], int]  # by name and date
    cases: Mapping[str, int]
    documents: Mapping[str, int]
    tied_cases: Mapping[int, frozenset[int]]
    tied_documents: Mapping[int, frozenset[int]]


def plan(session: Session, table: Rows, mapping: TableMapping) -> Plan:
    """What each row comes to, and what is odd about it; nothing is changed.

    A row with the number of an activity is about that one if the name or the date is the same, too;
    without such a number, the one of the same name and date. What is empty in the table leaves what
    is there. Participants that are cases
    and documents that there are will be tied to the activity; others are told.
    """
    register = _register(session)
    places = {use.field: use.at for use in mapping.columns}
    numbers: dict[str, str] = {}
    seen: set[tuple[str, str, str]] = set()
    found: list[PlannedRow] = []
    for line in lines(table, mapping):
        row = _row(line, register)
        key = (_number(line.get("number")), folded(row.name), _when(line.get("date")))
        if refusal := _refusal(row.name, key in seen):
            found.append(replace(row, action="refuse", row_id=None, problems=(refusal,)))
            continue
        seen.add(key)
        if key[0] and key[0] in numbers:
            row = replace(row, row_id=None)  # the one before is the one with this number
        problems = [*_problems(row, register, numbers.get(key[0]))]
        numbers.setdefault(key[0], row.name)
        told = tuple(replace(each, column=places.get(field)) for field, each in problems)
        found.append(replace(row, action=_action(row, register), problems=told))
    return Plan(mapping, tuple(found))


def take_in(session: Session, plan: Plan, *, table: str = "") -> Taken:
    """Enter and change the activities that a plan says; `table` is the file's name.

    Raises QualtoolError "gone" where an activity has been removed meanwhile.
    """
    wanted = [row for row in plan.rows if row.action in ("add", "update")]
    tell(session, table=table, count=len(wanted))
    register = _register(session)
    added: list[int] = []
    updated: list[int] = []
    for row in wanted:
        fields: dict[str, object] = {
            key: value for key, value in row.values.items() if key in _FACTS
        }
        if row.row_id is None:
            activity_id = activities.add(session, name=row.name)
            activities.describe(session, activity_id, **fields)
            added.append(activity_id)
        else:
            activity_id = row.row_id
            activities.describe(session, activity_id, name=row.name, **fields)
            updated.append(activity_id)
        for case_id in _cases_of(row.values, register):
            activities.tie_case(session, activity_id, case_id)
        for document_id in _documents_of(row.values, register):
            activities.tie_document(session, activity_id, document_id)
    return Taken(tuple(added), tuple(updated))


def _row(line: Line, register: _Register) -> PlannedRow:
    name = tidy(line.get("name"))
    number = _number(line.get("number"))
    row_id = _numbered(number, name, line.get("date"), register) if number else None
    if row_id is None:
        row_id = register.named.get((folded(name), _when(line.get("date"))))
        if row_id is not None and number and register.rows[row_id]["number"]:
            row_id = None  # the same again, but under a number of its own
    values = {key: line.get(key) for key in (*_FACTS, "documents") if line.get(key)}
    if row_id is not None:
        held = register.rows[row_id]
        for key, form in (("number", _number), ("date", _when)):
            if key in values and form(values[key]) == form(held[key]):
                values[key] = held[key]  # the same, if put in another way: what is there stays
    return PlannedRow(line.number, "add", name, row_id, values)


def _numbered(number: str, name: str, date: str, register: _Register) -> int | None:
    """The activity with a number and the same name or date; another register counts anew."""
    held = [(each, register.rows[each]) for each in register.numbers.get(number, ())]
    named = (each for each, row in held if folded(row["name"]) == folded(name))
    dated = (each for each, row in held if date and _when(row["date"]) == _when(date))
    return next(named, None) or next(dated, None)


def _number(said: str) -> str:
    """A number as it is compared: "1." is 1."""
    return folded(said).rstrip(".")


def _when(date: str) -> str:
    """A date as it is compared: by the days it means, where they can be told."""
    found = read(date)
    return f"{found.first}/{found.last}" if found.first else folded(date)


def _refusal(name: str, twice: bool) -> Problem | None:
    if not name:
        return Problem("name_missing", _("The row does not say what was done."))
    if len(name) > LONGEST:
        return Problem("name_long", _("The name is too long."))
    if twice:
        return Problem("duplicate", _("The same row stands in the table before."))
    return None


def _problems(
    row: PlannedRow, register: _Register, before: str | None
) -> Iterator[tuple[str, Problem]]:
    values = row.values
    number = values.get("number", "")
    held = register.numbers.get(_number(number), ()) if number else ()
    if number and before is not None:
        message = _("The number {number} stands in the table before, for “{name}”.")
        yield "number", Problem("number_twice", message.format(number=number, name=before))
    elif held and row.row_id is None:
        message = _("“{name}” has the number {number} already; this is a new activity.")
        name = register.rows[held[0]]["name"]
        yield "number", Problem("number_taken", message.format(number=number, name=name))
    if problem := date_problem(values.get("date", "")):
        yield "date", problem
    if register.cases:
        for name in _names(values.get("participants", "")):
            if folded(name) not in register.cases:
                message = _("There is no case called “{name}”; the name is kept as it is written.")
                yield "participants", Problem("participant_unknown", message.format(name=name))
    for name in _listed(values.get("documents", ""), _DOCUMENTS):
        if folded(name) not in register.documents:
            message = _("There is no document called “{name}”.")
            yield "documents", Problem("document_unknown", message.format(name=name))


def _action(row: PlannedRow, register: _Register) -> Action:
    if row.row_id is None:
        return "add"
    held = register.rows[row.row_id]
    same = (
        row.name == held["name"]
        and all(row.values[key] == held[key] for key in _FACTS if key in row.values)
        and _cases_of(row.values, register) <= register.tied_cases.get(row.row_id, frozenset())
        and _documents_of(row.values, register)
        <= register.tied_documents.get(row.row_id, frozenset())
    )
    return "same" if same else "update"


def _cases_of(values: Mapping[str, str], register: _Register) -> frozenset[int]:
    names = _names(values.get("participants", ""))
    return frozenset(
        register.cases[folded(name)] for name in names if folded(name) in register.cases
    )


def _documents_of(values: Mapping[str, str], register: _Register) -> frozenset[int]:
    names = _listed(values.get("documents", ""), _DOCUMENTS)
    return frozenset(
        register.documents[folded(name)] for name in names if folded(name) in register.documents
    )


def _names(said: str) -> list[str]:
    return _listed(said, _LISTED)


def _listed(said: str, between: re.Pattern[str]) -> list[str]:
    return list(dict.fromkeys(name for name in map(tidy, between.split(said)) if name))


def _register(session: Session) -> _Register:
    rows = activities.in_order(session)
    numbers: dict[str, list[int]] = {}
    named: dict[tuple[str, str], int] = {}
    for row in rows:
        if row.number:
            numbers.setdefault(_number(row.number), []).append(row.id)
        named.setdefault((folded(row.name), _when(row.date)), row.id)
    return _Register(
        rows={row.id: {key: getattr(row, key) for key in activities.FIELDS} for row in rows},
        numbers=numbers,
        named=named,
        cases=_ids(session, Case),
        documents=_ids(session, Document),
        tied_cases=_ties(
            session.execute(select(ActivityCase.activity_id, ActivityCase.case_id)).all()
        ),
        tied_documents=_ties(
            session.execute(
                select(ActivityDocument.activity_id, ActivityDocument.document_id)
            ).all()
        ),
    )


def _ids(session: Session, kind: type[Case] | type[Document]) -> dict[str, int]:
    return {folded(name): row_id for row_id, name in session.execute(select(kind.id, kind.name))}


def _ties(pairs: Sequence[tuple[int, int]]) -> dict[int, frozenset[int]]:
    found: dict[int, set[int]] = defaultdict(set)
    for activity_id, other_id in pairs:
        found[activity_id].add(other_id)
    return {activity_id: frozenset(ids) for activity_id, ids in found.items()}
