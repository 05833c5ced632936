"""The researcher's drafts: known by name, with their quotations tied to what was said."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.names import folded
from qualtool.operations import claims, excerpts
from qualtool.operations.finding import many
from qualtool.store.draft_rows import LinkOutcome, Place, Quoted
from qualtool.store.journal import tell
from qualtool.store.schema import DocumentText, Draft, DraftQuotation
from qualtool.store.schema.base import now_ms
from qualtool.store.selecting import listed


def content_hash(data: bytes) -> str:
    """By which a draft is known again under another name: SHA-256 of the file."""
    return hashlib.sha256(data).hexdigest()


def ensure(session: Session, name: str, content_hash: str = "") -> int:
    """The draft with this name, or else with this content; noted as checked now; its id.

    Of the draft, nothing but the file's name and the hash of its content is kept.
    """
    rows = list(session.scalars(select(Draft).order_by(Draft.id)))
    by_name = (row for row in rows if folded(row.name) == folded(name))
    by_content = (row for row in rows if content_hash and row.content_hash == content_hash)
    row = next(by_name, None) or next(by_content, None)
    if row is None:
        row = Draft(name=name)
        session.add(row)
    row.name, row.content_hash, row.checked_ms = name, content_hash, now_ms()
    session.flush()
    tell(session, name=name)
    return row.id


def link(session: Session, name: str, content_hash: str, quoted: Iterable[Quoted]) -> LinkOutcome:
    """Tie the quotations of a draft to the excerpts on exactly what they are from.

    Where there is no excerpt on a quotation's words, one is made; it stays as long as the draft
    quotes it. What was tied before for the same draft is replaced, and an excerpt that then holds
    nothing goes. A place whose words are no longer those that were found is passed by. The draft
    itself is not touched. Steps are called "link_quotations".
    """
    draft_id = ensure(session, name, content_hash)
    wanted = list(quoted)
    sure = _sure(session, wanted)
    before = {
        (row.number, row.part): row
        for row in session.scalars(
            select(DraftQuotation).where(DraftQuotation.draft_id == draft_id)
        )
    }
    was_tied = {row.excerpt_id for row in before.values() if row.excerpt_id is not None}
    numbers_before = {number for number, _part in before}
    made, linked = 0, set[int]()
    for tie in _ties(wanted, sure):
        span = (tie.place.document_id, tie.place.start, tie.place.end)
        excerpt_id = excerpts.with_span(session, *span)
        if excerpt_id is None:
            excerpt_id = excerpts.at(session, *span)
            made += 1
        row = before.pop((tie.quoted.number, tie.part), None)
        if row is None:
            row = DraftQuotation(draft_id=draft_id, number=tie.quoted.number, part=tie.part)
            session.add(row)
        row.excerpt_id = excerpt_id
        row.text, row.verdict = tie.quoted.text, tie.quoted.verdict
        row.place = str(tie.quoted.paragraph)
        linked.add(tie.quoted.number)
    for row in before.values():
        session.delete(row)
    session.flush()
    excerpts.sweep(session, was_tied)
    tell(session, count=len(linked))
    changed = sum(place not in sure for each in wanted for place in each.places)
    return LinkOutcome(draft_id, len(linked), made, len(numbers_before - linked), changed)


def remove(session: Session, draft_ids: Iterable[int]) -> None:
    """Forget drafts with their quotations and claims.

    A claim that is tied to something or has been judged stays, as one of the researcher's own; an
    excerpt that then holds nothing goes. Steps are called "remove_drafts".
    """
    rows = many(session, Draft, draft_ids)
    tell(session, name=rows[0].name if rows else "", count=len(rows))
    ids = [row.id for row in rows]
    quoted = session.scalars(
        select(DraftQuotation.excerpt_id).where(DraftQuotation.draft_id.in_(listed(ids)))
    ).all()
    claims.let_go(session, ids)
    for row in rows:
        session.delete(row)
    session.flush()
    session.expire_all()
    excerpts.sweep(session, [each for each in quoted if each is not None])


@dataclass(frozen=True, slots=True)
class _Tie:
    quoted: Quoted
    part: int
    place: Place


def _ties(quoted: Sequence[Quoted], sure: set[Place]) -> Iterator[_Tie]:
    for each in quoted:
        for part, place in enumerate(each.places, 1):
            if place in sure:
                yield _Tie(each, part, place)


def _sure(session: Session, quoted: Sequence[Quoted]) -> set[Place]:
    """The places whose words still are those that were found."""
    places = {place for each in quoted for place in each.places if place.start < place.end}
    rows = session.execute(
        select(DocumentText.document_id, DocumentText.text).where(
            DocumentText.document_id.in_(listed({place.document_id for place in places}))
        )
    )
    texts = dict(rows.all())
    return {
        place
        for place in places
        if texts.get(place.document_id, "")[place.start : place.end] == place.said
    }
