"""What the project says of itself: its name, research question, and how it is worked with."""

from __future__ import annotations

from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.names import required
from qualtool.operations.finding import change
from qualtool.store.journal import tell
from qualtool.store.schema import Study

FIELDS: Final = (
    "name",
    "language",
    "research_question",
    "template",
    "profile",
    "citation",
    "attribution",
    "data_class",
    "keep_originals",
    "smallest_group",
)


def describe(session: Session, **fields: object) -> None:
    """Write what the project is: any of `FIELDS`. Raises QualtoolError "name_empty"."""
    study = session.scalars(select(Study).order_by(Study.id).limit(1)).one()
    if "name" in fields:
        fields["name"] = required(str(fields["name"]))
    asked, profile = study.research_question, study.profile
    change(study, FIELDS, fields)
    tell(session, name=study.name)
    if study.research_question != asked:
        tell(session, question=study.research_question)
    if study.profile != profile:
        tell(session, profile=study.profile)
