"""Excerpts that stand in the project only because a draft quotes them.

The researcher has not coded them, starred them or used them otherwise, and does not look for them
among the excerpts. They come when they are asked for by their number.
"""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, exists, func, select
from sqlalchemy.orm import Session

from qualtool.store.bare_reading import column
from qualtool.store.schema import (
    ClaimSupport,
    Coding,
    Condensation,
    DraftQuotation,
    Excerpt,
    FindingPart,
    MemoLink,
    SummaryExcerpt,
    ThemeExcerpt,
)

# Few excerpts are quoted, so these are found first, and all others never looked at.
_QUOTED = select(DraftQuotation.excerpt_id).where(DraftQuotation.excerpt_id.is_not(None))
_USES = (MemoLink, SummaryExcerpt, ClaimSupport, FindingPart, Condensation)


def merely_quoted() -> ColumnElement[bool]:
    """The condition that an excerpt is one of them."""
    return and_(
        Excerpt.id.in_(_QUOTED),
        Excerpt.starred.is_(False),
        Excerpt.do_not_quote.is_(False),
        Excerpt.display_text.is_(None),
        ~exists().where(Coding.excerpt_id == Excerpt.id),
        ~exists().where(ThemeExcerpt.excerpt_id == Excerpt.id, ThemeExcerpt.direct.is_(True)),
        *(~exists().where(each.excerpt_id == Excerpt.id) for each in _USES),
    )


COUNT = select(func.count(Excerpt.id)).where(Excerpt.lost.is_(False), merely_quoted())


def count(session: Session) -> int:
    """How many there are."""
    return int(column(session, COUNT)[0])
