"""The values of one attribute, written for many cases or documents at once."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.names import tidy
from qualtool.store.schema import Attribute, AttributeValue
from qualtool.store.selecting import listed


def write(session: Session, attribute: Attribute, values: Mapping[int, str]) -> None:
    """Give cases or documents (as the attribute is for) their values, by their numbers.

    An empty value goes away.
    """
    of_case = attribute.target == "case"
    column = AttributeValue.case_id if of_case else AttributeValue.document_id
    held = {
        row.case_id if of_case else row.document_id: row
        for row in session.scalars(
            select(AttributeValue).where(
                AttributeValue.attribute_id == attribute.id, column.in_(listed(values))
            )
        )
    }
    for row_id, said in values.items():
        value, row = tidy(said), held.get(row_id)
        if row is not None and not value:
            session.delete(row)
        elif row is not None:
            row.value = value
        elif value:
            whose = {column.key: row_id}
            session.add(AttributeValue(attribute_id=attribute.id, value=value, **whose))
    session.flush()
