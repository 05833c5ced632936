"""An excerpt split in two."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.cutting import inside_character
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.operations import excerpts, resizing
from qualtool.operations.finding import one
from qualtool.store.journal import tell
from qualtool.store.schema import Coding, Document, DocumentText, Excerpt


def split(session: Session, excerpt_id: int, at: int, *, by: int | None = None) -> tuple[int, int]:
    """Split an excerpt before the character at `at` (code points); the ids of both parts.

    White space at the cut goes to neither part. Both parts have all codings, with coder, valence,
    depth and comment; both are starred or not to be quoted if the whole was; both stand where
    the whole stood in themes, and behind summaries and claims. What is one and cannot be doubled
    stays with the first part: memos, and being the typical example of a code. A display text is
    dropped: it was of other words. Where a part has the span of another excerpt, it goes into
    that. Where a coder splits (`by`), what others have coded there stays whole (`resizing.own`).
    Raises QualtoolError: "split_place" where a part would be without words, or a character would
    be divided; "gone".
    """
    excerpt = one(session, Excerpt, excerpt_id)
    document = one(session, Document, excerpt.document_id)
    text = session.scalar(
        select(DocumentText.text).where(DocumentText.document_id == excerpt.document_id)
    )
    start, end = excerpt.start, excerpt.end
    text = text or ""
    before = text[start : max(start, at)].rstrip()
    after = text[max(start, at) : end].lstrip()
    if not before.strip() or not after.strip() or inside_character(text, at):
        raise QualtoolError(
            "split_place",
            _("Put the caret between two words of the excerpt; it is split there."),
        )
    tell(session, document=document.name)
    first = resizing.own(session, excerpt, by)
    second = excerpts.copy_of(session, first)
    _copy_codings(session, first.id, second.id)
    return (
        resizing.resize(session, first.id, start, start + len(before)),
        resizing.resize(session, second.id, end - len(after), end),
    )


def _copy_codings(session: Session, source: int, into: int) -> None:
    rows = select(Coding).where(Coding.excerpt_id == source).order_by(Coding.id)
    for row in session.scalars(rows).all():
        session.add(Coding(**excerpts.told_by(row), excerpt_id=into))
    session.flush()
