"""The register of what was done in a trailing study."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.core.dates import span
from qualtool.core.names import required
from qualtool.operations.finding import many
from qualtool.store.journal import tell
from qualtool.store.schema import Activity, ActivityCase, ActivityDocument, Case, Document


def add(
    session: Session,
    *,
    name: str,
    number: str = "",
    date: str = "",
    content: str = "",
    comment: str = "",
    participants: str = "",
    document_ids: Iterable[int] = (),
    case_ids: Iterable[int] = (),
) -> int:
    """Enter an activity, last in the register; its id. `date` is kept as it is written.

    Raises QualtoolError: "name_empty", "gone".
    """
    name = required(name)
    first, last = span(date)
    activity = Activity(
        name=name,
        number=number,
        date=date,
        date_from=first,
        date_to=last,
        content=content,
        comment=comment,
        participants=participants,
        position=session.scalar(select(func.count(Activity.id))) or 0,
    )
    session.add(activity)
    session.flush()
    for document in many(session, Document, document_ids):
        session.add(ActivityDocument(activity_id=activity.id, document_id=document.id))
    for case in many(session, Case, case_ids):
        session.add(ActivityCase(activity_id=activity.id, case_id=case.id))
    session.flush()
    tell(session, activity=name)
    return activity.id
