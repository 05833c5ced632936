"""Where something stands in a document, as the project cites places."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.texts import readings
from qualtool.core.places import Place, paragraph_at, worded
from qualtool.store.schema import Study


def citing(
    session: Session, document_id: int, paragraphs: Sequence[int], language: str = ""
) -> Callable[[int], str]:
    """What gives the place of an offset in words ("page 4"), in `language` or the program's.

    `paragraphs` is where each begins. Nothing more is read where paragraphs are what is cited.
    """
    scheme = session.scalar(select(Study.citation).limit(1)) or "paragraph"
    page = None if scheme == "paragraph" else readings(session, [document_id]).get(document_id)
    if page is None:
        return lambda offset: worded(
            Place("paragraph", str(paragraph_at(paragraphs, offset))), language
        )
    return lambda offset: worded(page.place_at(offset), language)
