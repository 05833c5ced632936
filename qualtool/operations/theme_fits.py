"""Whether what was said fits a theme: it fits, it stretches the theme, or speaks against it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.operations.finding import many, one
from qualtool.store.journal import tell
from qualtool.store.schema import Excerpt, Theme, ThemeExcerpt

FITS: Final = ("fits", "stretches", "against")


def set_fit(session: Session, theme_id: int, excerpt_ids: Iterable[int], fit: str | None) -> None:
    """Mark how excerpts fit a theme, whether they stand in it themselves or through a code.

    None takes the mark away. Raises ValueError for what is none of `FITS`.
    """
    if fit is not None and fit not in FITS:
        raise ValueError(f"no such fit: {fit}")
    theme = one(session, Theme, theme_id)
    excerpts = many(session, Excerpt, excerpt_ids)
    tell(session, theme=theme.name, count=len(excerpts), fit=fit)
    ties = select(ThemeExcerpt).where(ThemeExcerpt.theme_id == theme_id)
    there = {row.excerpt_id: row for row in session.scalars(ties)}
    for excerpt in excerpts:
        row = there.get(excerpt.id)
        if row is None and fit is not None:
            # Behind those that stand here themselves: an order of its own it has not.
            position = len(there)
            there[excerpt.id] = row = ThemeExcerpt(
                theme_id=theme_id, excerpt_id=excerpt.id, direct=False, position=position
            )
            session.add(row)
        if row is None:
            continue
        row.fit = fit
        if fit is None and not row.direct:
            session.delete(row)
    session.flush()
