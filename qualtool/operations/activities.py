"""The register of what was done in a trailing study."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from qualtool.core.dates import span
from qualtool.core.names import required
from qualtool.operations.finding import arrange, change, many, number, one
from qualtool.store.journal import tell
from qualtool.store.schema import Activity, ActivityCase, ActivityDocument, Case, Document
from qualtool.store.selecting import listed

FIELDS: Final = ("number", "name", "date", "content", "comment", "participants")


def add(
    session: Session,
    *,
    name: str,
    document_ids: Iterable[int] = (),
    case_ids: Iterable[int] = (),
    **fields: object,
) -> int:
    """Enter an activity, last in the register; its id. `fields` are any of the other `FIELDS`.

    `date` is kept as it is written. Raises QualtoolError: "name_empty", "gone".
    """
    activity = Activity(
        name=required(name),
        date="",
        position=session.scalar(select(func.count(Activity.id))) or 0,
    )
    _describe(activity, fields)
    session.add(activity)
    session.flush()
    tell(session, activity=activity.name)
    for document_id in document_ids:
        tie_document(session, activity.id, document_id)
    for case_id in case_ids:
        tie_case(session, activity.id, case_id)
    return activity.id


def describe(session: Session, activity_id: int, **fields: object) -> None:
    """Write what was done: any of `FIELDS`; a `date` is kept as it is written.

    Raises QualtoolError: "name_empty", "gone".
    """
    activity = one(session, Activity, activity_id)
    if "name" in fields:
        fields["name"] = required(str(fields["name"]))
    tell(session, activity=activity.name)
    _describe(activity, fields)


def move(session: Session, activity_ids: Iterable[int], position: int | None) -> None:
    """Put activities before the one now at `position` in the register (None: last)."""
    moving = many(session, Activity, activity_ids)
    _tell(session, moving)
    arrange(in_order(session), moving, position)


def remove(session: Session, activity_ids: Iterable[int]) -> None:
    """Take activities away; the documents that came of them, and the cases, stay."""
    going = many(session, Activity, activity_ids)
    _tell(session, going)
    ids = [activity.id for activity in going]
    session.execute(delete(Activity).where(Activity.id.in_(listed(ids))))
    session.expire_all()
    number(in_order(session))


def tie_document(session: Session, activity_id: int, document_id: int) -> None:
    """Note that a document came of an activity."""
    activity, document = one(session, Activity, activity_id), one(session, Document, document_id)
    tell(session, activity=activity.name, document=document.name)
    tied = select(ActivityDocument.document_id).where(ActivityDocument.activity_id == activity_id)
    if document_id not in session.scalars(tied).all():
        session.add(ActivityDocument(activity_id=activity_id, document_id=document_id))
        session.flush()


def untie_document(session: Session, activity_id: int, document_id: int) -> None:
    """Note that a document did not come of an activity."""
    activity, document = one(session, Activity, activity_id), one(session, Document, document_id)
    tell(session, activity=activity.name, document=document.name)
    session.execute(
        delete(ActivityDocument).where(
            ActivityDocument.activity_id == activity_id,
            ActivityDocument.document_id == document_id,
        )
    )


def tie_case(session: Session, activity_id: int, case_id: int) -> None:
    """Note that a case took part in an activity."""
    activity, case = one(session, Activity, activity_id), one(session, Case, case_id)
    tell(session, activity=activity.name, case=case.name)
    tied = select(ActivityCase.case_id).where(ActivityCase.activity_id == activity_id)
    if case_id not in session.scalars(tied).all():
        session.add(ActivityCase(activity_id=activity_id, case_id=case_id))
        session.flush()


def untie_case(session: Session, activity_id: int, case_id: int) -> None:
    """Note that a case did not take part in an activity."""
    activity, case = one(session, Activity, activity_id), one(session, Case, case_id)
    tell(session, activity=activity.name, case=case.name)
    session.execute(
        delete(ActivityCase).where(
            ActivityCase.activity_id == activity_id, ActivityCase.case_id == case_id
        )
    )


def in_order(session: Session) -> Sequence[Activity]:
    """All activities in the order of the register."""
    return session.scalars(select(Activity).order_by(Activity.position, Activity.id)).all()


def _describe(activity: Activity, fields: dict[str, object]) -> None:
    change(activity, FIELDS, fields)
    if "date" in fields:
        activity.date_from, activity.date_to = span(activity.date)


def _tell(session: Session, activities: Sequence[Activity]) -> None:
    if activities:
        tell(session, activity=activities[0].name, activities=len(activities))
