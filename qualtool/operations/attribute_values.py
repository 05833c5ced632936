"""What is known of cases and documents: values set one by one, filled down, or pasted."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import zip_longest
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core import case_kind
from qualtool.core.names import free, tidy
from qualtool.i18n import gettext as _
from qualtool.operations import cases, documents
from qualtool.operations.finding import many, one
from qualtool.operations.value_rows import write
from qualtool.store.journal import tell
from qualtool.store.schema import Attribute, Case, Document

Fact = Literal["name", "kind", "note"]


def set_values(session: Session, attribute_id: int, row_ids: Iterable[int], value: str) -> None:
    """Give cases (or documents, as the attribute is for) one value; an empty one goes away."""
    attribute = one(session, Attribute, attribute_id)
    rows = _rows(session, attribute.target, row_ids)
    tell(session, attribute=attribute.name)
    if rows and attribute.target == "case":
        tell(session, case=rows[0].name, cases=len(rows))
    elif rows:
        tell(session, document=rows[0].name, documents=len(rows))
    write(session, attribute, {row.id: value for row in rows})


def paste(
    session: Session,
    block: Sequence[Sequence[str]],
    *,
    rows: Sequence[int | None],
    columns: Sequence[int | Fact | None],
    parent_id: int | None = None,
    target: str = "case",
) -> list[int]:
    """Write a rectangle of cells into the grid; the ids of the rows it went into.

    `rows` are those from where it is pasted on, None for a new one; what has more rows than that
    makes new ones. A new row is the case that its name calls, made under `parent_id` if there is
    none; without a name it gets one. A row of nothing makes no case. `columns` are attributes by
    number, or "name", "kind", "note"; None and what is beyond them is left out. An empty cell
    takes a value away, but never a name. Only what is there can be pasted into documents.
    Raises QualtoolError: "case_exists", "document_exists", "name_long", "gone".
    """
    wanted = {each for each in columns if isinstance(each, int)}
    attributes = {row.id: row for row in many(session, Attribute, wanted)}
    values: dict[int, dict[int, str]] = {each: {} for each in attributes}
    held = {row.id: row for row in _rows(session, target, (row for row in rows if row))}
    touched: list[int] = []
    for cells, row_id in zip_longest(block, rows[: len(block)]):
        said = dict(zip(columns, cells, strict=False))
        if row_id is None:
            row_id = _new(session, said, parent_id) if target == "case" else None
        if row_id is None:
            continue
        facts: dict[str, str] = {key: value for key, value in said.items() if isinstance(key, str)}
        _describe(session, target, row_id, held.get(row_id), facts)
        for key, value in said.items():
            if isinstance(key, int):
                values[key][row_id] = value
        touched.append(row_id)
    for attribute_id, by_row in values.items():
        write(session, attributes[attribute_id], by_row)
    tell(session, cases=len(touched), count=sum(map(len, values.values())))
    return touched


def _rows(session: Session, target: str, ids: Iterable[int]) -> Sequence[Case | Document]:
    return many(session, Case, ids) if target == "case" else many(session, Document, ids)


def _new(
    session: Session, said: Mapping[int | Fact | None, str], parent_id: int | None
) -> int | None:
    if not any(value.strip() for key, value in said.items() if key is not None):
        return None
    name = tidy(said.get("name", ""))
    if name:
        return cases.ensure(
            session, name, kind=case_kind.key(said.get("kind", "")), parent_id=parent_id
        )
    taken = session.scalars(select(Case.name))
    return cases.add(session, free(_("New case"), taken), parent_id=parent_id)


def _describe(
    session: Session,
    target: str,
    row_id: int,
    row: Case | Document | None,
    facts: Mapping[str, str],
) -> None:
    name = tidy(facts.get("name", ""))
    if name and row is not None and name != row.name:
        (cases if target == "case" else documents).rename(session, row_id, name)
    if target == "case" and "kind" in facts and (facts["kind"].strip() or row is not None):
        cases.describe(session, row_id, kind=case_kind.key(facts["kind"]))
    if "note" in facts:
        said = {"note": facts["note"].strip()}
        (cases if target == "case" else documents).describe(session, row_id, **said)
