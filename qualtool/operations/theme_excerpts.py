"""Excerpts placed in a theme by hand, whatever their codes."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.operations import excerpts
from qualtool.operations.finding import many, number, one
from qualtool.store.journal import tell
from qualtool.store.schema import Coding, Document, Excerpt, Theme, ThemeCode, ThemeExcerpt
from qualtool.store.selecting import listed


def place_excerpts(session: Session, theme_id: int, excerpt_ids: Iterable[int]) -> None:
    """Let excerpts stand in a theme themselves, last in it; those that do already stay."""
    theme = one(session, Theme, theme_id)
    rows = many(session, Excerpt, excerpt_ids)
    _tell(session, theme, rows)
    there = {row.excerpt_id: row for row in _in_order(session, theme_id)}
    position = len(there)
    for excerpt in rows:
        row = there.get(excerpt.id)
        if row is None:
            session.add(ThemeExcerpt(theme_id=theme_id, excerpt_id=excerpt.id, position=position))
            position += 1
        else:
            row.direct = True
    session.flush()


def take_excerpts_out(session: Session, theme_id: int, excerpt_ids: Iterable[int]) -> None:
    """Let excerpts no longer stand in a theme themselves; those that hold nothing then go.

    One that is in the theme by a code too keeps the mark of how it fits.
    """
    theme = one(session, Theme, theme_id)
    rows = many(session, Excerpt, excerpt_ids)
    _tell(session, theme, rows)
    taken = {excerpt.id for excerpt in rows}
    coded = set(
        session.scalars(
            select(Coding.excerpt_id)
            .join(ThemeCode, ThemeCode.code_id == Coding.code_id)
            .where(ThemeCode.theme_id == theme_id, Coding.excerpt_id.in_(listed(taken)))
        )
    )
    for row in _in_order(session, theme_id):
        if row.excerpt_id in taken and row.fit and row.excerpt_id in coded:
            row.direct = False
        elif row.excerpt_id in taken:
            session.delete(row)
    session.flush()
    session.expire_all()
    number(_in_order(session, theme_id))
    excerpts.sweep(session, taken)


def _in_order(session: Session, theme_id: int) -> list[ThemeExcerpt]:
    rows = select(ThemeExcerpt).where(ThemeExcerpt.theme_id == theme_id)
    return list(session.scalars(rows.order_by(ThemeExcerpt.position, ThemeExcerpt.id)))


def _tell(session: Session, theme: Theme, rows: list[Excerpt]) -> None:
    tell(session, theme=theme.name, count=len(rows))
    if len({excerpt.document_id for excerpt in rows}) == 1:
        tell(session, document=one(session, Document, rows[0].document_id).name)
