"""The findings of a theme, part by part: the researcher's own words and chosen quotations."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.operations import excerpts
from qualtool.operations.finding import arrange, many, number, one
from qualtool.store.journal import tell
from qualtool.store.schema import Excerpt, FindingPart, Theme


def add_text(
    session: Session, theme_id: int, text: str = "", *, position: int | None = None
) -> int:
    """Words of the researcher's own, before the part now at `position` (None: last); the id."""
    theme = one(session, Theme, theme_id)
    tell(session, theme=theme.name)
    part = FindingPart(theme_id=theme_id, text=text)
    _put(session, theme_id, [part], position)
    return part.id


def add_quotations(
    session: Session, theme_id: int, excerpt_ids: Iterable[int], *, position: int | None = None
) -> list[int]:
    """Excerpts to be quoted, before the part now at `position` (None: last); their ids.

    One that is quoted under the theme already is not quoted once more.
    """
    theme = one(session, Theme, theme_id)
    rows = many(session, Excerpt, excerpt_ids)
    there = {part.excerpt_id for part in _in_order(session, theme_id)}
    made = [
        FindingPart(theme_id=theme_id, kind="quotation", excerpt_id=row.id)
        for row in rows
        if row.id not in there
    ]
    tell(session, theme=theme.name, count=len(made))
    _put(session, theme_id, made, position)
    return [part.id for part in made]


def write(session: Session, part_id: int, text: str) -> None:
    """Change the researcher's own words, or those that lead up to a quotation."""
    part = one(session, FindingPart, part_id)
    tell(session, theme=one(session, Theme, part.theme_id).name)
    part.text = text


def move(session: Session, part_ids: Iterable[int], theme_id: int, position: int | None) -> None:
    """Put parts before the one now at `position` under a theme (None: last)."""
    parts = many(session, FindingPart, part_ids)
    theme = one(session, Theme, theme_id)
    tell(session, theme=theme.name, count=len(parts))
    left = {part.theme_id for part in parts} - {theme_id}
    siblings = _in_order(session, theme_id)
    for part in parts:
        part.theme_id = theme_id
    arrange(siblings, parts, position)
    session.flush()
    for other in left:
        number(_in_order(session, other))


def remove(session: Session, part_ids: Iterable[int]) -> None:
    """Take parts away; an excerpt that then holds nothing goes too."""
    parts = many(session, FindingPart, part_ids)
    if not parts:
        return
    tell(session, theme=one(session, Theme, parts[0].theme_id).name, count=len(parts))
    themes = {part.theme_id for part in parts}
    quoted = [part.excerpt_id for part in parts if part.excerpt_id is not None]
    for part in parts:
        session.delete(part)
    session.flush()
    for theme_id in themes:
        number(_in_order(session, theme_id))
    excerpts.sweep(session, quoted)


def _put(session: Session, theme_id: int, parts: list[FindingPart], position: int | None) -> None:
    siblings = _in_order(session, theme_id)
    session.add_all(parts)
    session.flush()
    arrange(siblings, parts, position)
    session.flush()


def _in_order(session: Session, theme_id: int) -> list[FindingPart]:
    rows = select(FindingPart).where(FindingPart.theme_id == theme_id)
    return list(session.scalars(rows.order_by(FindingPart.position, FindingPart.id)))
