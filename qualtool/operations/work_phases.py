"""The phase log: when which phase of the method was worked in. Phases come again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime
from typing import Final

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.core.template import said
from qualtool.i18n import gettext as _
from qualtool.operations import profiles
from qualtool.operations.finding import change, many, one
from qualtool.store.journal import tell
from qualtool.store.schema import Study, WorkPhase

FIELDS: Final = ("date_from", "date_to", "note")


def enter(
    session: Session, key: str, *, date_from: str = "", date_to: str = "", note: str = ""
) -> int:
    """Note that a phase of the method is worked in; the entry's number.

    Days are ISO (2024-03-25); it begins today unless said otherwise, and is open at the end.
    Raises QualtoolError "day_unknown", "days_turned".
    """
    first, last = _day(date_from) or today(), _day(date_to)
    _check_order(first, last)
    position = session.scalar(select(func.max(WorkPhase.position)))
    row = WorkPhase(
        key=key,
        date_from=first,
        date_to=last,
        note=note,
        position=0 if position is None else position + 1,
    )
    session.add(row)
    session.flush()
    tell(session, phase=_title(session, key))
    return row.id


def change_entry(session: Session, entry_id: int, **fields: str) -> None:
    """Change the days or the note of an entry: any of `FIELDS`; an empty end is an open one.

    Raises QualtoolError "gone", "day_unknown", "days_turned".
    """
    row = one(session, WorkPhase, entry_id)
    first = _day(fields["date_from"]) if "date_from" in fields else row.date_from
    last = _day(fields["date_to"]) if "date_to" in fields else row.date_to
    _check_order(first or "", last)
    meant: dict[str, object] = {**fields, "date_from": first or row.date_from, "date_to": last}
    change(row, FIELDS, meant)
    tell(session, phase=_title(session, row.key))


def remove(session: Session, entry_ids: Iterable[int]) -> None:
    """Take entries out of the log."""
    rows = many(session, WorkPhase, entry_ids)
    if rows:
        tell(session, phase=_title(session, rows[0].key), count=len(rows))
    for row in rows:
        session.delete(row)
    session.flush()


def _title(session: Session, key: str) -> str:
    """What a phase is called in the language of the project, for the history."""
    phase = profiles.chosen(session).phase(key)
    language = session.scalar(select(Study.language).order_by(Study.id).limit(1)) or ""
    return said(phase.title, language) if phase is not None else key


def today() -> str:
    """Today, where this computer is (2024-03-25)."""
    return datetime.now(UTC).astimezone().date().isoformat()


def _day(written: str) -> str | None:
    if not written.strip():
        return None
    try:
        return date.fromisoformat(written.strip()).isoformat()
    except ValueError:
        raise QualtoolError(
            "day_unknown",
            _("“{day}” is no day. Write it as year, month and day: 2024-03-25."),
            day=written.strip(),
        ) from None


def _check_order(first: str, last: str | None) -> None:
    if last is not None and last < first:
        raise QualtoolError(
            "days_turned", _("A phase cannot end ({last}) before it begins ({first})."),
            first=first, last=last,
        )  # fmt: skip
