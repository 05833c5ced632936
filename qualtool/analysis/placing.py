"""Whose words an excerpt holds: its turns, speakers and cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.texts import speakers, turns_from
from qualtool.core.places import turns_in
from qualtool.core.source import Turn
from qualtool.store.rows import SpeakerRow
from qualtool.store.schema import DocumentCase, DocumentText, Excerpt
from qualtool.store.selecting import listed


def cases_of_excerpts(session: Session) -> dict[int, frozenset[int]]:
    """The cases each excerpt of the project is about.

    In a document that concerns one case, that case; in one that concerns several, such as a focus
    group, the cases of those who speak in the excerpt, or all where none of them is known.
    """
    of_document: dict[int, set[int]] = defaultdict(set)
    ties = select(DocumentCase.document_id, DocumentCase.case_id)
    for document_id, case_id in session.execute(ties):
        of_document[document_id].add(case_id)
    shared = {document_id: frozenset(ids) for document_id, ids in of_document.items()}
    several = [document_id for document_id, ids in shared.items() if len(ids) > 1]
    told_apart = _spoken(session, several)
    nobody = frozenset[int]()
    found: dict[int, frozenset[int]] = {}
    for excerpt_id, document_id in session.execute(select(Excerpt.id, Excerpt.document_id)):
        found[excerpt_id] = told_apart.get(excerpt_id) or shared.get(document_id, nobody)
    return found


def _spoken(session: Session, document_ids: Sequence[int]) -> dict[int, frozenset[int]]:
    """The cases of those who speak in each excerpt of these documents."""
    if not document_ids:
        return {}
    packed = select(DocumentText.document_id, DocumentText.turns).where(
        DocumentText.document_id.in_(listed(document_ids))
    )
    turns = {document_id: turns_from(each) for document_id, each in session.execute(packed)}
    case_ids = {
        document_id: {row.number: row.case_id for row in rows}
        for document_id, rows in speakers(session, document_ids).items()
    }
    spans = select(Excerpt.id, Excerpt.document_id, Excerpt.start, Excerpt.end).where(
        Excerpt.document_id.in_(listed(document_ids))
    )
    found: dict[int, frozenset[int]] = {}
    for excerpt_id, document_id, start, end in session.execute(spans):
        known = case_ids.get(document_id, {})
        heard = turns_in(turns.get(document_id, ()), start, end)
        of_turns = (known.get(turn.speaker) for turn in heard if turn.speaker is not None)
        found[excerpt_id] = frozenset(case_id for case_id in of_turns if case_id is not None)
    return found


def main_speaker(
    turns: Sequence[Turn], who: Sequence[SpeakerRow], start: int, end: int
) -> SpeakerRow | None:
    """Who says most of a stretch of text; a participant, where one says anything in it."""
    by_number = {row.number: row for row in who}
    share: dict[int, int] = defaultdict(int)
    for turn in turns_in(turns, start, end):
        if turn.speaker is not None and turn.speaker in by_number:
            share[turn.speaker] += min(end, turn.end) - max(start, turn.start)
    if not share:
        return None
    said = max(share, key=lambda number: (by_number[number].role == "participant", share[number]))
    return by_number[said]
