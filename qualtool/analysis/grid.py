"""Cases and documents as a grid of their attributes, as it is edited and exported."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.analysis.attributes import attributes
from qualtool.analysis.consent import consents
from qualtool.core.attribute_values import fits
from qualtool.core.ordering import above, downwards
from qualtool.store.describing_rows import AttributeRow, Grid, GridRow
from qualtool.store.schema import AttributeValue, Case, Document, DocumentCase


def cases_grid(session: Session) -> Grid:
    """All cases as the tree is read from top to bottom, with their values as written."""
    columns = attributes(session, "case")
    rows = session.scalars(select(Case).order_by(Case.position, Case.id)).all()
    by_id = {row.id: row for row in rows}
    parents = {row.id: row.parent_id for row in rows}
    counts = Counter(
        dict(
            session.execute(
                select(DocumentCase.case_id, func.count()).group_by(DocumentCase.case_id)
            ).all()
        )
    )
    known = consents(session)
    values = _values(session, "case")
    return Grid(
        tuple(columns),
        tuple(
            GridRow(
                id=each,
                parent_id=by_id[each].parent_id,
                depth=len(above(each, parents)),
                name=by_id[each].name,
                kind=by_id[each].kind,
                note=by_id[each].note,
                documents=counts[each],
                consent=known[each].state if each in known else "none",
                values=values[each],
                unfit=_unfit(columns, values[each]),
            )
            for each in downwards(parents.items())
        ),
    )


def documents_grid(session: Session) -> Grid:
    """All documents in the order of the list, with their values as written."""
    columns = attributes(session, "document")
    values = _values(session, "document")
    rows = session.scalars(select(Document).order_by(Document.position, Document.id))
    return Grid(
        tuple(columns),
        tuple(
            GridRow(
                id=row.id,
                parent_id=None,
                depth=0,
                name=row.name,
                kind=row.kind,
                note=row.note,
                documents=1,
                consent="none",
                values=values[row.id],
                unfit=_unfit(columns, values[row.id]),
            )
            for row in rows
        ),
    )


def _values(session: Session, target: str) -> Mapping[int, Mapping[int, str]]:
    """By case or document: its values by attribute."""
    column = AttributeValue.case_id if target == "case" else AttributeValue.document_id
    found: dict[int, dict[int, str]] = defaultdict(dict)
    for row_id, attribute_id, value in session.execute(
        select(column, AttributeValue.attribute_id, AttributeValue.value)
    ):
        if row_id is not None:
            found[row_id][attribute_id] = value
    return found


def _unfit(columns: Sequence[AttributeRow], values: Mapping[int, str]) -> frozenset[int]:
    return frozenset(
        each.id for each in columns if not fits(each.kind, values.get(each.id, ""), each.choices)
    )
