"""The cases of the project, with their documents and what is known of them."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.store.rows import CaseRow
from qualtool.store.schema import Attribute, AttributeValue, Case, Document, DocumentCase


def cases(session: Session) -> list[CaseRow]:
    """All cases in order, with the documents that concern them and their attributes' values."""
    documents: dict[int, list[int]] = defaultdict(list)
    for case_id, document_id in session.execute(
        select(DocumentCase.case_id, DocumentCase.document_id)
        .join(Document, Document.id == DocumentCase.document_id)
        .order_by(Document.position, Document.id)
    ):
        documents[case_id].append(document_id)
    values: dict[int, dict[str, str]] = defaultdict(dict)
    for owner, name, value in session.execute(
        select(AttributeValue.case_id, Attribute.name, AttributeValue.value)
        .join(Attribute, Attribute.id == AttributeValue.attribute_id)
        .order_by(Attribute.position, Attribute.id)
    ):
        if owner is not None:
            values[owner][name] = value
    return [
        CaseRow(
            id=row.id,
            parent_id=row.parent_id,
            name=row.name,
            kind=row.kind,
            note=row.note,
            document_ids=tuple(documents[row.id]),
            attributes=values[row.id],
        )
        for row in session.scalars(select(Case).order_by(Case.position, Case.id))
    ]
