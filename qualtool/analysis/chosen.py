"""Excerpts the researcher has chosen by hand: put in a theme itself, or typical of a code."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.store.schema import Code, Excerpt, ThemeExcerpt


def in_themes(session: Session) -> dict[int, tuple[int, ...]]:
    """For each theme the excerpts that stand in it themselves, not through a code, in order."""
    found: dict[int, list[int]] = defaultdict(list)
    for theme_id, excerpt_id in session.execute(
        select(ThemeExcerpt.theme_id, ThemeExcerpt.excerpt_id)
        .join(Excerpt, Excerpt.id == ThemeExcerpt.excerpt_id)
        .where(ThemeExcerpt.direct.is_(True), Excerpt.lost.is_(False))
        .order_by(ThemeExcerpt.position, ThemeExcerpt.id)
    ):
        found[theme_id].append(excerpt_id)
    return {theme_id: tuple(excerpts) for theme_id, excerpts in found.items()}


def typical(session: Session) -> dict[int, int]:
    """For each code that has one, the excerpt that shows what is meant by it."""
    rows = session.execute(
        select(Code.id, Code.example_excerpt_id)
        .join(Excerpt, Excerpt.id == Code.example_excerpt_id)
        .where(Excerpt.lost.is_(False))
    )
    return {code_id: excerpt_id for code_id, excerpt_id in rows if excerpt_id is not None}
