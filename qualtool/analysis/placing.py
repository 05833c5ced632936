"""Whose words an excerpt holds: its turns, speakers and cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.texts import turns_from
from qualtool.core.places import turns_in
from qualtool.core.source import Turn
from qualtool.store.rows import SpeakerRow
from qualtool.store.schema import DocumentCase, DocumentText, Excerpt, Speaker
from qualtool.store.selecting import listed


def cases_of_excerpts(
    session: Session, excerpt_ids: Iterable[int] | None = None
) -> dict[int, frozenset[int]]:
    """The cases each excerpt of the project, or each of these, is about.

    Excerpts that lost their words are left out.

    They are those of the participants who speak in it: what the interviewer says, or a heading,
    is nobody's. In a document none of whose speakers is a case, such as notes, they are the cases
    that the document concerns.
    """
    return _cases_of_excerpts(session, excerpt_ids, careful=False)


def cases_maybe_in_excerpts(session: Session) -> dict[int, frozenset[int]]:
    """The cases that may speak in each excerpt of the project, for what must not slip through.

    The same as `cases_of_excerpts`, but where nobody known speaks, or the words are lost, all that
    the document concerns.
    """
    return _cases_of_excerpts(session, None, careful=True)


def _cases_of_excerpts(
    session: Session, excerpt_ids: Iterable[int] | None, *, careful: bool
) -> dict[int, frozenset[int]]:
    of_document: dict[int, set[int]] = defaultdict(set)
    ties = select(DocumentCase.document_id, DocumentCase.case_id)
    for document_id, case_id in session.execute(ties):
        of_document[document_id].add(case_id)
    shared = {document_id: frozenset(ids) for document_id, ids in of_document.items()}
    only = None if excerpt_ids is None else list(excerpt_ids)
    spoken = _spoken(session, only)
    nobody = frozenset[int]()
    found: dict[int, frozenset[int]] = {}
    wanted = select(Excerpt.id, Excerpt.document_id)
    if not careful:
        wanted = wanted.where(Excerpt.lost.is_(False))
    if only is not None:
        wanted = wanted.where(Excerpt.id.in_(listed(only)))
    for excerpt_id, document_id in session.execute(wanted):
        known = spoken.get(excerpt_id)
        if known is None or (careful and not known):
            known = shared.get(document_id, nobody)
        found[excerpt_id] = known
    return found


def _spoken(session: Session, only: Sequence[int] | None) -> dict[int, frozenset[int]]:
    """The cases of those who speak in each excerpt, in documents where a speaker is a case."""
    case_ids: dict[int, dict[int, int]] = defaultdict(dict)
    behind = select(Speaker.document_id, Speaker.number, Speaker.case_id).where(
        Speaker.case_id.is_not(None), Speaker.role != "interviewer"
    )
    for document_id, number, case_id in session.execute(behind):
        if case_id is not None:
            case_ids[document_id][number] = case_id
    if not case_ids:
        return {}
    spans: dict[int, list[tuple[int, int, int]]] = defaultdict(list)
    wanted = select(Excerpt.id, Excerpt.document_id, Excerpt.start, Excerpt.end).where(
        Excerpt.document_id.in_(listed(case_ids)), Excerpt.lost.is_(False)
    )
    if only is not None:
        wanted = wanted.where(Excerpt.id.in_(listed(only)))
    for excerpt_id, document_id, start, end in session.execute(wanted):
        spans[document_id].append((excerpt_id, start, end))
    packed = select(DocumentText.document_id, DocumentText.turns).where(
        DocumentText.document_id.in_(listed(spans))
    )
    turns = {document_id: _turns(each) for document_id, each in session.execute(packed)}
    found: dict[int, frozenset[int]] = {}
    for document_id, rows in spans.items():
        known = case_ids[document_id]
        for excerpt_id, start, end in rows:
            heard = turns_in(turns.get(document_id, ()), start, end)
            found[excerpt_id] = frozenset(
                known[turn.speaker] for turn in heard if turn.speaker in known
            )
    return found


@lru_cache(maxsize=256)
def _turns(packed: str) -> tuple[Turn, ...]:
    """Turns as the store packs them; they seldom change, and are counted after every step."""
    return turns_from(packed)


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
