"""Meaning condensed: what a unit says in short, and what all in a sub-group say together.

Sources of the methods: Kvale & Brinkmann, Interviews (2009): natural unit, central theme. Malterud,
Systematic text condensation (2012): the condensate of a sub-group, in the first person, its
analytic text and its gold quotation.
"""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.operations import excerpts
from qualtool.operations.finding import many, one
from qualtool.store.journal import tell
from qualtool.store.schema import Coder, Condensate, Condensation, Document, Excerpt, Theme


def condense(session: Session, excerpt_id: int, text: str, *, coder_id: int | None) -> int | None:
    """Say in short what an excerpt says, as one coder reads it; the id, None if left empty."""
    unit = _unit(session, excerpt_id, coder_id)
    unit.text = text.strip()
    return _kept(session, unit)


def place(
    session: Session, excerpt_ids: Iterable[int], theme_id: int | None, *, coder_id: int | None
) -> None:
    """Let the condensed meaning of excerpts belong to a theme, or to none."""
    rows = many(session, Excerpt, excerpt_ids)
    theme = one(session, Theme, theme_id) if theme_id is not None else None
    for row in rows:
        unit = _unit(session, row.id, coder_id)
        unit.theme_id = theme.id if theme is not None else None
        _kept(session, unit)
    tell(session, theme=theme.name if theme is not None else "", count=len(rows))


def write_condensate(session: Session, theme_id: int, text: str) -> int | None:
    """Say in the first person what all in a sub-group say; the id, None if nothing is left."""
    group = _group(session, theme_id)
    group.text = text.strip()
    return _kept(session, group)


def write_analysis(session: Session, theme_id: int, text: str) -> int | None:
    """Write the analytic text of a sub-group, in the third person."""
    group = _group(session, theme_id)
    group.analytic_text = text.strip()
    return _kept(session, group)


def choose_gold(session: Session, theme_id: int, excerpt_id: int | None) -> int | None:
    """Choose the quotation that says best what the sub-group says, or none."""
    group = _group(session, theme_id)
    before = group.excerpt_id
    group.excerpt_id = one(session, Excerpt, excerpt_id).id if excerpt_id is not None else None
    tell(session, chosen=excerpt_id is not None)
    kept = _kept(session, group)
    if before is not None and before != excerpt_id:
        excerpts.sweep(session, [before])
    return kept


def _unit(session: Session, excerpt_id: int, coder_id: int | None) -> Condensation:
    excerpt = one(session, Excerpt, excerpt_id)
    tell(session, document=one(session, Document, excerpt.document_id).name)
    if coder_id is not None:
        one(session, Coder, coder_id)
    there = session.scalars(
        select(Condensation)
        .where(Condensation.excerpt_id == excerpt_id, Condensation.coder_id.is_(coder_id))
        .order_by(Condensation.id)
        .limit(1)
    ).first()
    if there is None:
        there = Condensation(excerpt_id=excerpt_id, coder_id=coder_id)
        session.add(there)
    return there


def _group(session: Session, theme_id: int) -> Condensate:
    theme = one(session, Theme, theme_id)
    tell(session, theme=theme.name)
    there = session.scalars(
        select(Condensate).where(Condensate.theme_id == theme_id).order_by(Condensate.id).limit(1)
    ).first()
    if there is None:
        there = Condensate(theme_id=theme_id)
        session.add(there)
    return there


def _kept(session: Session, row: Condensation | Condensate) -> int | None:
    """The row's id; one that says nothing any more is taken away, and so is its empty excerpt."""
    session.flush()
    if isinstance(row, Condensation):
        said, excerpt_id = bool(row.text or row.theme_id), row.excerpt_id
    else:
        said, excerpt_id = bool(row.text or row.analytic_text or row.excerpt_id), None
    if said:
        return row.id
    session.delete(row)
    session.flush()
    if excerpt_id is not None:
        excerpts.sweep(session, [excerpt_id])
    return None
