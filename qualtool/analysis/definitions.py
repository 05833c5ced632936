"""What a code means, how it is used, and where it comes from."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.store.schema import Change, Code, Coder, Coding, Excerpt, Step


@dataclass(frozen=True, slots=True)
class Definition:
    """All that is written of a code; `made` is the day it was made (ISO), `coder` who made it.

    `colour` is the code's own, empty where it has that of its theme or parent. `split_off` is the
    code it was split off, as that was called then, and `merged` are those that were merged into it.
    """

    code_id: int
    name: str
    description: str
    use_when: str
    use_not: str
    decision_rules: str
    provenance: str
    source: str
    departure: str
    colour: str
    pin: int | None
    example_excerpt_id: int | None
    made: str
    coder: str
    split_off: str = ""
    merged: tuple[str, ...] = ()


def definition(session: Session, code_id: int) -> Definition | None:
    """What is written of a code; None where it is gone."""
    code = session.get(Code, code_id)
    if code is None or code.state == "merged":
        return None
    coder, split_off = _making(session, code.id)
    merged = select(Code.name).where(Code.merged_into_id == code.id).order_by(Code.id)
    return Definition(
        code_id=code.id,
        name=code.name,
        description=code.description,
        use_when=code.use_when,
        use_not=code.use_not,
        decision_rules=code.decision_rules,
        provenance=code.provenance,
        source=code.source,
        departure=code.departure,
        colour=code.colour,
        pin=code.pin,
        example_excerpt_id=code.example_excerpt_id,
        made=datetime.fromtimestamp(code.created_ms / 1000, UTC).date().isoformat(),
        coder=coder,
        split_off=split_off,
        merged=tuple(session.scalars(merged)),
    )


def told(session: Session) -> dict[int, tuple[str, str, str]]:
    """For each code where it comes from, the source of its definition, and the departure."""
    rows = session.execute(select(Code.id, Code.provenance, Code.source, Code.departure))
    return {
        code_id: (provenance, source, departure) for code_id, provenance, source, departure in rows
    }


def candidates(session: Session, code_id: int, most: int = 200) -> list[int]:
    """Excerpts that may be typical of a code: the one chosen, the starred, then the first."""
    chosen = select(Code.example_excerpt_id).where(Code.id == code_id).scalar_subquery()
    return list(
        session.scalars(
            select(Excerpt.id)
            .join(Coding, Coding.excerpt_id == Excerpt.id)
            .where(Coding.code_id == code_id, Excerpt.lost.is_(False))
            .group_by(Excerpt.id)
            .order_by(
                (Excerpt.id == chosen).desc(),
                Excerpt.starred.desc(),
                Excerpt.document_id,
                Excerpt.start,
            )
            .limit(most)
        )
    )


def _making(session: Session, code_id: int) -> tuple[str, str]:
    """Whose step made the code, and which it was split off; empty where that is not told."""
    found = session.execute(
        select(Coder.name, Step.action, Step.about)
        .join(Change, Change.step_id == Step.id)
        .outerjoin(Coder, Coder.id == Step.coder_id)
        .where(Change.table_name == "code", Change.row_id == code_id, Change.before.is_(None))
        .order_by(Step.id)
        .limit(1)
    ).first()
    if found is None:
        return "", ""
    old = json.loads(found.about).get("old", "") if found.action == "split_code" else ""
    return found.name or "", str(old)
