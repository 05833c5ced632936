"""Words looked for in all of a project: in the texts, and wherever else they may stand."""

from __future__ import annotations

import json
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from qualtool.analysis.citing import citing
from qualtool.analysis.originals import documents_with_originals
from qualtool.core.context import after, before
from qualtool.core.places import paragraph_at, paragraph_starts
from qualtool.core.word_finding import Wanted, places
from qualtool.i18n import gettext as _
from qualtool.store.correcting_rows import FieldHit, FoundWords, TextHit
from qualtool.store.schema import Coding, Document, DocumentText, Excerpt, Row
from qualtool.store.selecting import listed
from qualtool.store.worded_columns import OWNERS, WORDED, Worded

_AROUND = 60  # code points of text shown on each side of a hit


def find(
    session: Session,
    wanted: Wanted,
    *,
    document_ids: Iterable[int] | None = None,
    most: int | None = None,
) -> FoundWords:
    """Wherever words stand: in texts in the order of documents, then in names, memos and the like.

    With `document_ids` only in these documents' texts, and in what belongs to these documents;
    `most` is how many hits in texts are given at most. Nothing is found where no words are given.
    """
    only = None if document_ids is None else frozenset(document_ids)
    texts = tuple(_in_texts(session, wanted, only, most))
    fields = tuple(_in_fields(session, wanted, only))
    met = {hit.document_id for hit in texts} | {
        hit.document_id
        for hit in fields
        if hit.document_id is not None and hit.table in ("document", "speaker")
    }
    return FoundWords(texts, fields, documents_with_originals(session, met))


def _in_texts(
    session: Session, wanted: Wanted, only: frozenset[int] | None, most: int | None
) -> Iterator[TextHit]:
    rows = (
        select(Document.id, Document.name, DocumentText.text)
        .join(DocumentText, DocumentText.document_id == Document.id)
        .order_by(Document.position, Document.id)
    )
    if only is not None:
        rows = rows.where(Document.id.in_(listed(only)))
    count = 0
    for document_id, name, text in session.execute(rows):
        found = list(places(text, wanted))
        if not found:
            continue
        paragraphs = paragraph_starts(text)
        touched = _touching(session, document_id, found)
        cited = citing(session, document_id, paragraphs)
        for (start, end), excerpts in zip(found, touched, strict=True):
            if count == most:
                return
            count += 1
            yield TextHit(
                document_id=document_id,
                document=name,
                start=start,
                end=end,
                words=text[start:end],
                before=before(text, start, _AROUND).rpartition("\n")[2],
                after=after(text, end, _AROUND).partition("\n")[0],
                paragraph=paragraph_at(paragraphs, start),
                excerpts=excerpts,
                place=cited(start),
            )


def _touching(session: Session, document_id: int, spans: Sequence[tuple[int, int]]) -> list[int]:
    """How many excerpts hold or touch each of these stretches."""
    rows = session.execute(
        select(Excerpt.start, Excerpt.end).where(
            Excerpt.document_id == document_id, Excerpt.lost.is_(False)
        )
    ).all()
    starts, ends = sorted(row.start for row in rows), sorted(row.end for row in rows)
    return [bisect_left(starts, end) - bisect_right(ends, start) for start, end in spans]


def _in_fields(session: Session, wanted: Wanted, only: frozenset[int] | None) -> Iterator[FieldHit]:
    of_kind: dict[type[Row], list[Worded]] = defaultdict(list)
    for field in WORDED:
        of_kind[field.kind].append(field)
    for kind, fields in of_kind.items():
        if only is not None and not _in_documents(kind):
            continue
        documents: dict[int, int | None] | None = None
        owners: dict[int, str] = {}
        columns = [getattr(kind, field.column) for field in fields]
        # Hundreds of thousands of codings have no comment: they are not worth fetching.
        written = select(kind.id, *columns).where(or_(*(column != "" for column in columns)))
        for row_id, *values in session.execute(written.order_by(kind.id)):
            for field, value in zip(fields, values, strict=True):
                shown = _shown(value) if value and field.packed else value
                spans = tuple(places(shown, wanted)) if shown else ()
                if spans:
                    if documents is None:
                        documents = _documents_of(session, kind)
                        owners = _owners(session, kind)
                    document_id = documents.get(row_id)
                    if only is not None and document_id not in only:
                        continue
                    itself = field.column in ("name", "title")
                    yield FieldHit(
                        table=field.table,
                        column=field.column,
                        row_id=row_id,
                        text=shown,
                        spans=spans,
                        what=_(field.what),
                        owner="" if itself and kind not in OWNERS else owners.get(row_id, ""),
                        document_id=document_id,
                    )


def _shown(packed: str) -> str:
    """The strings inside JSON, a line each."""
    found: list[str] = []
    waiting = [json.loads(packed)]
    while waiting:
        match waiting.pop(0):
            case str() as words:
                found.append(words)
            case list() as many:
                waiting += many
            case dict() as named:
                waiting += named.values()
    return "\n".join(found)


def _in_documents(kind: type[Row]) -> bool:
    return kind in (Document, Coding) or hasattr(kind, "document_id")


def _documents_of(session: Session, kind: type[Row]) -> dict[int, int | None]:
    """The document each row of a table belongs to, where it belongs to one."""
    if kind is Document:
        return {row_id: row_id for row_id in session.scalars(select(Document.id))}
    if kind is Coding:
        rows = select(Coding.id, Excerpt.document_id).join(Excerpt, Excerpt.id == Coding.excerpt_id)
        return dict(session.execute(rows).all())
    column = getattr(kind, "document_id", None)
    return {} if column is None else dict(session.execute(select(kind.id, column)).all())


def _owners(session: Session, kind: type[Row]) -> dict[int, str]:
    """What each row is called, or what it belongs to."""
    if kind in OWNERS:
        column, owner, name = OWNERS[kind]
        rows = select(kind.id, getattr(owner, name)).join(owner, owner.id == getattr(kind, column))
    else:
        own = getattr(kind, "name", None) or getattr(kind, "title", None)
        if own is None:
            return {}
        rows = select(kind.id, own)
    return dict(session.execute(rows).all())
