"""A document's text with who speaks where, as the store keeps it."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.source import Anchor, Block, Locator, Turn
from qualtool.store.kept import kept
from qualtool.store.rows import Reading, SpeakerRow
from qualtool.store.schema import Case, Document, DocumentText, Speaker, Study
from qualtool.store.selecting import listed

_TABLES: Final = frozenset({"document", "document_text", "speaker", "case", "study"})


def turns_from(packed: str) -> tuple[Turn, ...]:
    """Turns from the JSON list the store holds."""
    return tuple(Turn(*row) for row in json.loads(packed))


def speakers(session: Session, document_ids: Iterable[int]) -> dict[int, tuple[SpeakerRow, ...]]:
    """The speakers of each of these documents, in order of their numbers."""
    rows = session.execute(
        select(
            Speaker.document_id,
            Speaker.id,
            Speaker.number,
            Speaker.label,
            Speaker.role,
            Speaker.case_id,
            Case.name,
        )
        .outerjoin(Case, Case.id == Speaker.case_id)
        .where(Speaker.document_id.in_(listed(document_ids)))
        .order_by(Speaker.document_id, Speaker.number, Speaker.id)
    )
    found: dict[int, list[SpeakerRow]] = {}
    for document_id, row_id, number, label, role, case_id, case in rows:
        found.setdefault(document_id, []).append(
            SpeakerRow(
                id=row_id,
                number=number,
                label=label,
                role=role,
                case_id=case_id,
                case=case or "",
            )
        )
    return {document_id: tuple(each) for document_id, each in found.items()}


def readings(session: Session, document_ids: Iterable[int]) -> dict[int, Reading]:
    """The texts of documents, by the documents' numbers; those without a text left out."""
    wanted = list(document_ids)
    if len(wanted) != 1:
        return _read(session, wanted)
    last = kept(session, "last reading", _TABLES, dict[int, Reading])
    if wanted[0] not in last:
        last.clear()  # one is enough: the document that is worked with
        last.update(_read(session, wanted))
    return dict(last)


def _read(session: Session, wanted: Sequence[int]) -> dict[int, Reading]:
    of_documents = speakers(session, wanted)
    scheme = session.scalar(select(Study.citation).limit(1)) or "paragraph"
    rows = session.execute(
        select(
            Document.id,
            Document.name,
            Document.language,
            DocumentText.text,
            DocumentText.turns,
            DocumentText.anchors,
            DocumentText.locators,
            DocumentText.blocks,
        )
        .join(DocumentText, DocumentText.document_id == Document.id)
        .where(Document.id.in_(listed(wanted)))
    )
    return {
        document_id: Reading(
            document_id=document_id,
            name=name,
            language=language,
            text=text,
            turns=turns_from(turns),
            anchors=tuple(Anchor(*row) for row in json.loads(anchors)),
            locators=tuple(Locator(*row) for row in json.loads(locators)),
            blocks=tuple(Block(*row) for row in json.loads(blocks)),
            speakers=of_documents.get(document_id, ()),
            citation=scheme,
        )
        for document_id, name, language, text, turns, anchors, locators, blocks in rows
    }
