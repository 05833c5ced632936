"""Whose words an excerpt holds: its turns, speakers and cases."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.voices import voices
from qualtool.core.places import turns_in
from qualtool.core.source import Turn
from qualtool.store.rows import SpeakerRow
from qualtool.store.schema import Excerpt
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
    wanted = select(Excerpt.id, Excerpt.document_id, Excerpt.start, Excerpt.end, Excerpt.lost)
    if not careful:
        wanted = wanted.where(Excerpt.lost.is_(False))
    if excerpt_ids is not None:
        wanted = wanted.where(Excerpt.id.in_(listed(excerpt_ids)))
    rows = session.execute(wanted).all()
    of = voices(session, {document_id for _id, document_id, _start, _end, _lost in rows})
    found: dict[int, frozenset[int]] = {}
    for excerpt_id, document_id, start, end, lost in rows:
        here = of[document_id]
        known = here.concerned if lost else here.about(start, end)
        found[excerpt_id] = known or here.concerned if careful else known
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
