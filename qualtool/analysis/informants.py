"""The informants of the study: who takes part in the material, and has not said no to it."""

from __future__ import annotations

from typing import Final

from sqlalchemy import exists, or_, select
from sqlalchemy.orm import Session

from qualtool.analysis.consent import closed_case_ids
from qualtool.core.names import by_number
from qualtool.store.kept import kept
from qualtool.store.schema import Case, DocumentCase, Speaker

_TABLES: Final = frozenset({"case", "document_case", "speaker", "consent", "document"})


def informants(session: Session) -> tuple[tuple[int, str], ...]:
    """The cases that a document is about or that speak in one: number and name, in
    the order of their names.

    They are the participants; where no participant is in the material, cases of any other kind.
    Who has refused or withdrawn consent is not among them. This is the N of "4 of N".
    """
    return kept(session, "informants", _TABLES, lambda: _informants(session))


def _informants(session: Session) -> tuple[tuple[int, str], ...]:
    rows = session.execute(
        select(Case.id, Case.name, Case.kind).where(
            or_(
                exists().where(DocumentCase.case_id == Case.id),
                exists().where(Speaker.case_id == Case.id, Speaker.role != "interviewer"),
            )
        )
    ).all()
    rows = sorted(rows, key=lambda row: by_number(row.name))
    if any(row.kind == "participant" for row in rows):
        rows = [row for row in rows if row.kind == "participant"]
    closed = closed_case_ids(session)
    return tuple((row.id, row.name) for row in rows if row.id not in closed)
