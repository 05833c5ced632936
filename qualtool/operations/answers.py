"""Which passages answer which question of the guide, and what was not asked or declined."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from qualtool.core.names import excerpted
from qualtool.operations.excerpts import check_span
from qualtool.operations.finding import many, one
from qualtool.store.journal import tell
from qualtool.store.schema import Answer, Case, Document, Question
from qualtool.store.selecting import listed

MARKS: Final = ("not_asked", "declined")


@dataclass(frozen=True, slots=True)
class Suggested:
    """A passage of a document, in code points, that may answer a question."""

    question_id: int
    document_id: int
    start: int
    end: int


def accept(session: Session, found: Iterable[Suggested]) -> list[int]:
    """Note that passages answer questions; the answers' ids. The same again is one answer.

    A question that is answered in a document is no longer marked there as not asked.
    Raises QualtoolError: "range", "gone".
    """
    wanted = list(found)
    ids = [_note(session, each, "answered") for each in wanted]
    for each in wanted:
        _unmark(session, each.question_id, each.document_id, None)
    _tell(session, wanted)
    return ids


def reject(session: Session, found: Iterable[Suggested]) -> list[int]:
    """Note that passages do not answer questions, so that it is not suggested again."""
    wanted = list(found)
    ids = [_note(session, each, "rejected") for each in wanted]
    _tell(session, wanted)
    return ids


def set_state(
    session: Session,
    question_id: int,
    document_id: int,
    state: str,
    *,
    case_id: int | None = None,
) -> int | None:
    """Mark a question as "not_asked" or "declined" in a document, or by a case in it; the id.

    An empty state takes the mark away. Passages that were found stay.
    """
    if state and state not in MARKS:
        raise ValueError(f"no such state: {state}")
    question, document = one(session, Question, question_id), one(session, Document, document_id)
    if case_id is not None:
        one(session, Case, case_id)
    tell(
        session,
        question=excerpted(question.text),
        document=document.name,
        state=state,
    )
    _unmark(session, question_id, document_id, case_id)
    if not state:
        return None
    row = Answer(question_id=question_id, document_id=document_id, case_id=case_id, state=state)
    session.add(row)
    session.flush()
    return row.id


def remove(session: Session, answer_ids: Iterable[int]) -> None:
    """Take answers, marks and rejections away; what was rejected is suggested again."""
    going = many(session, Answer, answer_ids)
    if going:
        question = one(session, Question, going[0].question_id)
        tell(session, question=excerpted(question.text), count=len(going))
    ids = [answer.id for answer in going]
    session.execute(delete(Answer).where(Answer.id.in_(listed(ids))))
    session.expire_all()


def _note(session: Session, found: Suggested, state: str) -> int:
    one(session, Question, found.question_id)
    check_span(session, found.document_id, found.start, found.end)
    held = session.scalars(
        select(Answer)
        .where(
            Answer.question_id == found.question_id,
            Answer.document_id == found.document_id,
            Answer.start == found.start,
        )
        .order_by(Answer.id)
    ).first()
    row = held or Answer(
        question_id=found.question_id, document_id=found.document_id, start=found.start
    )
    row.end, row.state = found.end, state
    session.add(row)
    session.flush()
    return row.id


def _unmark(session: Session, question_id: int, document_id: int, case_id: int | None) -> None:
    whose = Answer.case_id.is_(None) if case_id is None else Answer.case_id == case_id
    session.execute(
        delete(Answer).where(
            Answer.question_id == question_id,
            Answer.document_id == document_id,
            Answer.state.in_(MARKS),
            whose,
        )
    )


def _tell(session: Session, found: Sequence[Suggested]) -> None:
    if found:
        question = one(session, Question, found[0].question_id)
        document = one(session, Document, found[0].document_id)
        tell(
            session,
            question=excerpted(question.text),
            document=document.name,
            count=len(found),
        )
