"""What participants have agreed to, and whether they have taken it back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from qualtool.core.names import tidy
from qualtool.operations.finding import change, many
from qualtool.store.journal import tell
from qualtool.store.schema import Case, Consent
from qualtool.store.selecting import listed

FIELDS: Final = ("given", "date", "scope", "withdrawn")


def note(session: Session, case_ids: Iterable[int], **fields: object) -> None:
    """Note what cases have agreed to: any of `FIELDS`; dates are kept as they are written.

    `withdrawn` is the date on which the consent was taken back, empty where it was not.
    """
    cases = many(session, Case, case_ids)
    if cases:
        tell(session, case=cases[0].name, cases=len(cases))
    held = {
        row.case_id: row
        for row in session.scalars(
            select(Consent)
            .where(Consent.case_id.in_(listed(case.id for case in cases)))
            .order_by(Consent.id)
        )
    }
    tidied = {key: tidy(each) if isinstance(each, str) else each for key, each in fields.items()}
    for case in cases:
        row = held.get(case.id) or Consent(case_id=case.id)
        session.add(row)
        change(row, FIELDS, tidied)
    session.flush()


def withdraw(session: Session, case_ids: Iterable[int], date: str) -> None:
    """Note that cases have taken their consent back, and when; their excerpts stay in the project.

    Reports leave them out (`reports.quotable`). A missing date is noted as "–".
    """
    note(session, case_ids, withdrawn=tidy(date) or "–")


def clear(session: Session, case_ids: Iterable[int]) -> None:
    """Take away what is noted of the consent of cases."""
    cases = many(session, Case, case_ids)
    if cases:
        tell(session, case=cases[0].name, cases=len(cases))
    ids = [case.id for case in cases]
    session.execute(delete(Consent).where(Consent.case_id.in_(listed(ids))))
    session.expire_all()
