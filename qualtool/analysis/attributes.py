"""The attributes of cases and documents, their values, and the spellings that count as one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core import variants as spelling
from qualtool.core.attribute_values import fits
from qualtool.core.errors import QualtoolError
from qualtool.core.variants import Suggestion
from qualtool.i18n import gettext as _
from qualtool.store.describing_rows import AttributeRow, ValueRow, VariantRow
from qualtool.store.schema import Attribute, AttributeValue, AttributeVariant, Change


def attributes(session: Session, target: str = "case") -> list[AttributeRow]:
    """The attributes of cases (or of documents) in order, with how many have a value."""
    rows = session.scalars(
        select(Attribute)
        .where(Attribute.target == target)
        .order_by(Attribute.position, Attribute.id)
    )
    written: dict[int, list[str]] = {}
    for attribute_id, value in session.execute(
        select(AttributeValue.attribute_id, AttributeValue.value)
    ):
        written.setdefault(attribute_id, []).append(value)
    return [_row(each, written.get(each.id, [])) for each in rows]


def called(session: Session, name: str) -> list[AttributeRow]:
    """The attributes of cases with this name; where none has it, those that once had it."""
    rows = attributes(session)
    if now := [row for row in rows if row.name == name]:
        return now
    noted = select(Change.row_id, Change.before).where(Change.table_name == Attribute.__tablename__)
    had = {
        row_id
        for row_id, before in session.execute(noted)
        if before and json.loads(before)["name"] == name
    }
    return [row for row in rows if row.id in had]


def values(session: Session, attribute_id: int) -> list[ValueRow]:
    """The different values of an attribute, the most frequent first, and what each counts as."""
    attribute = _attribute(session, attribute_id)
    choices = json.loads(attribute.choices)
    counts = _counts(session, attribute_id)
    as_one = meant(session, attribute_id)
    return [
        ValueRow(
            written=value,
            count=count,
            counts_as=as_one.get(value, value),
            fits=fits(attribute.kind, value, choices),
        )
        for value, count in counts.most_common()
    ]


def variants(session: Session, attribute_id: int) -> list[VariantRow]:
    """The spellings that count as another value."""
    rows = session.scalars(
        select(AttributeVariant)
        .where(AttributeVariant.attribute_id == attribute_id)
        .order_by(AttributeVariant.value, AttributeVariant.id)
    )
    return [VariantRow(row.id, row.attribute_id, row.variant, row.value) for row in rows]


def meant(session: Session, attribute_id: int) -> Mapping[str, str]:
    """What each spelling that is joined counts as."""
    return {row.variant: row.value for row in variants(session, attribute_id)}


def suggestions(session: Session, attribute_id: int) -> tuple[Suggestion, ...]:
    """Values that may be one, of those that are not joined yet; none for numbers and the like."""
    attribute = _attribute(session, attribute_id)
    if attribute.kind not in ("text", "choice"):
        return ()
    joined = meant(session, attribute_id)
    counts: Counter[str] = Counter()
    for value, count in _counts(session, attribute_id).items():
        counts[joined.get(value, value)] += count
    return spelling.suggestions(counts)


def _row(row: Attribute, written: list[str]) -> AttributeRow:
    choices = tuple(json.loads(row.choices))
    return AttributeRow(
        id=row.id,
        guid=row.guid,
        name=row.name,
        target=row.target,
        kind=row.kind,
        visibility=row.visibility,
        grouping=row.grouping,
        choices=choices,
        position=row.position,
        used=len(written),
        unfit=sum(not fits(row.kind, value, choices) for value in written),
    )


def _counts(session: Session, attribute_id: int) -> Counter[str]:
    rows = session.scalars(
        select(AttributeValue.value)
        .where(AttributeValue.attribute_id == attribute_id)
        .order_by(AttributeValue.id)
    )
    return Counter(rows)


def _attribute(session: Session, attribute_id: int) -> Attribute:
    row = session.get(Attribute, attribute_id)
    if row is None:
        raise QualtoolError("gone", _("This attribute is no longer in the project."))
    return row
