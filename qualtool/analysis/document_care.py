"""How evenly the documents were worked with: excerpts, what is not coded, and how often read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.analysis.texts import readings
from qualtool.core.coverage import Coverage, coverage, spoken
from qualtool.store.schema import Coding, Document, Excerpt, ReadThrough
from qualtool.store.selecting import listed


@dataclass(frozen=True, slots=True)
class CareRow:
    """A document: the words that may be coded, excerpts, how much is coded, and readings.

    `places` are those without a code, as one goes through them in the text: start and end in code
    points. Readings are counted by kind.
    """

    document_id: int
    name: str
    words: int
    excerpts: int
    percent: int
    places: tuple[tuple[int, int], ...]
    read: int
    listened: int
    checked: int

    @property
    def density(self) -> float:
        """Excerpts per 1,000 words."""
        return 1000 * self.excerpts / self.words if self.words else 0.0


def document_ids(session: Session) -> list[int]:
    """All documents in their order."""
    return list(session.scalars(select(Document.id).order_by(Document.position, Document.id)))


def care(session: Session, ids: Iterable[int]) -> list[CareRow]:
    """What has been done with these documents, in the order given."""
    ids = list(ids)
    texts = readings(session, ids)
    counts = _readings(session, ids)
    spans: dict[int, list[tuple[int, int]]] = defaultdict(list)
    coded = (
        select(Excerpt.document_id, Excerpt.start, Excerpt.end)
        .where(
            Excerpt.document_id.in_(listed(ids)),
            Excerpt.lost.is_(False),
            Excerpt.id.in_(select(Coding.excerpt_id)),
        )
        .order_by(Excerpt.document_id, Excerpt.start, Excerpt.end)
    )
    for document_id, start, end in session.execute(coded):
        spans[document_id].append((start, end))
    found = []
    for document_id in ids:
        text = texts.get(document_id)
        if text is None:
            continue
        asking = [each.number for each in text.speakers if each.role == "interviewer"]
        *_parts, words = spoken(text.text, text.turns, asking)
        covered = coverage(words, spans[document_id])
        found.append(_row(document_id, text.name, covered, len(spans[document_id]), counts))
    return found


def _row(
    document_id: int,
    name: str,
    covered: Coverage,
    excerpts: int,
    counts: dict[tuple[int, str], int],
) -> CareRow:
    return CareRow(
        document_id,
        name,
        covered.words,
        excerpts,
        covered.percent,
        tuple(covered.places),
        *(counts.get((document_id, kind), 0) for kind in ("read", "listened", "checked")),
    )


def _readings(session: Session, ids: Iterable[int]) -> dict[tuple[int, str], int]:
    rows = session.execute(
        select(ReadThrough.document_id, ReadThrough.kind, func.count())
        .where(ReadThrough.document_id.in_(listed(ids)))
        .group_by(ReadThrough.document_id, ReadThrough.kind)
    )
    return {(document_id, kind): count for document_id, kind, count in rows}
