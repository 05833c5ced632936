"""The activity register of a trailing study."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.dates import read
from qualtool.store.describing_rows import ActivityRow
from qualtool.store.schema import Activity, ActivityCase, ActivityDocument, Case, Document


def activities(session: Session) -> list[ActivityRow]:
    """All activities in the order of the register, with what came of them and who took part."""
    documents: dict[int, list[int]] = defaultdict(list)
    for activity_id, document_id in session.execute(
        select(ActivityDocument.activity_id, ActivityDocument.document_id)
        .join(Document, Document.id == ActivityDocument.document_id)
        .order_by(Document.position, Document.id)
    ):
        documents[activity_id].append(document_id)
    cases: dict[int, list[int]] = defaultdict(list)
    for activity_id, case_id in session.execute(
        select(ActivityCase.activity_id, ActivityCase.case_id)
        .join(Case, Case.id == ActivityCase.case_id)
        .order_by(Case.position, Case.id)
    ):
        cases[activity_id].append(case_id)
    return [
        ActivityRow(
            id=row.id,
            number=row.number,
            name=row.name,
            date=row.date,
            date_from=row.date_from,
            date_to=row.date_to,
            date_state=read(row.date).state,
            content=row.content,
            comment=row.comment,
            participants=row.participants,
            position=row.position,
            document_ids=tuple(documents[row.id]),
            case_ids=tuple(cases[row.id]),
        )
        for row in session.scalars(select(Activity).order_by(Activity.position, Activity.id))
    ]
