"""What was decided about words that may tell who somebody is, by whom and when."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.names import folded
from qualtool.store.disclosure_rows import DecisionRow, Matter
from qualtool.store.schema import Coder, DisclosureDecision


def decisions(session: Session) -> list[DecisionRow]:
    """All decisions, the newest first."""
    rows = session.execute(
        select(DisclosureDecision, Coder.name)
        .outerjoin(Coder, Coder.id == DisclosureDecision.coder_id)
        .order_by(DisclosureDecision.created_ms.desc(), DisclosureDecision.id.desc())
    )
    return [
        DecisionRow(
            id=row.id,
            matter=Matter(row.kind, row.words, row.place),
            decision=row.decision,
            reason=row.reason,
            coder=coder or "",
            created_ms=row.created_ms,
        )
        for row, coder in rows
    ]


class Decided:
    """The decisions by what they are about, letter case and spacing aside."""

    def __init__(self, rows: Iterable[DecisionRow]) -> None:
        found: dict[Matter, DecisionRow] = {}
        for row in rows:
            found.setdefault(_key(row.matter), row)
        self._rows: Mapping[Matter, DecisionRow] = found

    def on(self, matter: Matter, everywhere: Matter | None = None) -> DecisionRow | None:
        """The decision on this matter, or on it wherever it stands; None where there is none.

        `everywhere` is what a decision on all places is about, where it is not about the words.
        """
        if not self._rows:
            return None
        wider = (matter._replace(place=""), *([everywhere] if everywhere is not None else []))
        return next((row for each in (matter, *wider) if (row := self._rows.get(_key(each)))), None)


def _key(matter: Matter) -> Matter:
    return Matter(matter.kind, folded(matter.words), folded(matter.place))
