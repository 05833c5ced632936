"""The findings as they are written so far: each theme in the order of the report, part by part."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis import codebook
from qualtool.analysis.excerpts import excerpts
from qualtool.store.rows import ExcerptRow, ThemeRow
from qualtool.store.schema import FindingPart, Frame, Theme


@dataclass(frozen=True, slots=True)
class Part:
    """Words of the researcher's own, or a quotation with the words that lead up to it.

    `excerpt` is None for words, and for a quotation whose words are gone from the document.
    """

    id: int
    theme_id: int
    kind: str
    text: str
    excerpt: ExcerptRow | None = None


@dataclass(frozen=True, slots=True)
class ThemeFindings:
    """A theme or sub-theme, how deep it stands, its findings in short, and the parts in order."""

    theme: ThemeRow
    depth: int
    summary: str
    parts: tuple[Part, ...]


def findings(
    session: Session, frame_id: int | None = None, *, language: str = ""
) -> list[ThemeFindings]:
    """What is written of each theme of a frame (the first where None), in the themes' order.

    What is set aside, merged, or under such a theme is left out. Places of quotations are worded
    in `language`, or in the program's.
    """
    if frame_id is None:
        frame_id = session.scalars(select(Frame.id).order_by(Frame.position, Frame.id)).first()
    themes = list(standing(codebook.themes(session, frame_id)))
    rows = session.scalars(select(FindingPart).order_by(FindingPart.position, FindingPart.id)).all()
    quoted = {row.excerpt_id for row in rows if row.excerpt_id is not None}
    by_id = (
        {row.id: row for row in excerpts(session, excerpt_ids=quoted, language=language)}
        if quoted
        else {}
    )
    parts: dict[int, list[Part]] = defaultdict(list)
    for row in rows:
        excerpt = by_id.get(row.excerpt_id) if row.excerpt_id is not None else None
        parts[row.theme_id].append(Part(row.id, row.theme_id, row.kind, row.text, excerpt))
    short = {row.id: row.findings for row in session.execute(select(Theme.id, Theme.findings))}
    depths: dict[int, int] = {}
    for theme in themes:
        depths[theme.id] = depths[theme.parent_id] + 1 if theme.parent_id is not None else 0
    return [
        ThemeFindings(theme, depths[theme.id], short[theme.id], tuple(parts[theme.id]))
        for theme in themes
    ]


def standing(themes: Sequence[ThemeRow]) -> Iterator[ThemeRow]:
    """Those that are neither set aside nor under one that is, each after what it stands under."""
    kept: set[int] = set()
    for row in themes:
        if row.state != "aside" and (row.parent_id is None or row.parent_id in kept):
            kept.add(row.id)
            yield row


def to_quote(session: Session, theme_id: int, *, language: str = "") -> list[ExcerptRow]:
    """The excerpts a theme rests on that are not quoted under it yet, starred ones first."""
    there = set(
        session.scalars(select(FindingPart.excerpt_id).where(FindingPart.theme_id == theme_id))
    )
    rows = excerpts(session, theme_ids=[theme_id], language=language)
    open_to = [row for row in rows if row.id not in there and not row.do_not_quote]
    return sorted(open_to, key=lambda row: not row.starred)
