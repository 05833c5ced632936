"""Meaning condensed: what units say in short, and what all in a sub-group say together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.excerpts import excerpts
from qualtool.store.rows import ExcerptRow
from qualtool.store.schema import Condensate, Condensation
from qualtool.store.whose import read_in


@dataclass(frozen=True, slots=True)
class Unit:
    """An excerpt, what it says in short, and the theme that belongs to; None for none yet."""

    excerpt: ExcerptRow
    text: str = ""
    theme_id: int | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """What is written of a theme or sub-group: its condensate, analytic text, gold quotation."""

    text: str = ""
    analytic_text: str = ""
    gold: ExcerptRow | None = None


def units(
    session: Session, coder_id: int | None, document_ids: Iterable[int] | None = None
) -> list[Unit]:
    """The units of documents (None: of all) in order of the text, as one coder condenses them."""
    written = {
        row.excerpt_id: row
        for row in session.scalars(
            select(Condensation)
            .where(Condensation.coder_id.is_(coder_id))
            .order_by(Condensation.id.desc())
        )
    }
    found: list[Unit] = []
    for excerpt in excerpts(session, document_ids=document_ids):
        row = written.get(excerpt.id)
        if row is None:
            found.append(Unit(excerpt))
        else:
            found.append(Unit(excerpt, row.text, row.theme_id))
    return found


def units_of(session: Session, coder_id: int | None, theme_id: int) -> list[Unit]:
    """The units that one coder has placed in a theme, in order of the text."""
    rows = {
        row.excerpt_id: row
        for row in session.scalars(
            select(Condensation).where(
                Condensation.coder_id.is_(coder_id), Condensation.theme_id == theme_id
            )
        )
    }
    found = excerpts(session, excerpt_ids=rows) if rows else []
    return [Unit(each, rows[each.id].text, theme_id) for each in found]


def group(session: Session, theme_id: int) -> Group:
    """What is written of a theme; a gold quotation whose words are gone is none."""
    row = session.scalars(
        select(Condensate).where(Condensate.theme_id == theme_id).order_by(Condensate.id).limit(1)
    ).first()
    if row is None:
        return Group()
    gold = excerpts(session, excerpt_ids=[row.excerpt_id]) if row.excerpt_id is not None else []
    return Group(row.text, row.analytic_text, gold[0] if gold else None)


def condensed(session: Session) -> list[Unit]:
    """All units of which anything is written, of every coder who is read, in order of the text."""
    only = read_in(session)
    written: dict[int, list[Condensation]] = defaultdict(list)
    for row in session.scalars(select(Condensation).order_by(Condensation.id)):
        if only is None or row.coder_id is None or row.coder_id in only:
            written[row.excerpt_id].append(row)
    return [
        Unit(excerpt, row.text, row.theme_id)
        for excerpt in (excerpts(session, excerpt_ids=written) if written else ())
        for row in written[excerpt.id]
    ]
