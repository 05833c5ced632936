"""The interview guide beside the transcripts: what was asked where, and what is to be looked at."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.texts import readings
from qualtool.core.guide_matching import LEAST, Match, matches
from qualtool.core.source import Turn
from qualtool.store.describing_rows import AnswerRow, Asked, FoundQuestion, GuideRow, QuestionRow
from qualtool.store.rows import Reading
from qualtool.store.schema import Answer, Document, Guide, Question


def guides(session: Session) -> list[GuideRow]:
    """All guides in order with their questions, and how often each was answered."""
    counts: Counter[int] = Counter()
    documents: dict[int, set[int | None]] = defaultdict(set)
    for row in answers(session):
        if row.state == "answered":
            counts[row.question_id] += 1
            documents[row.question_id].add(row.document_id)
    questions: dict[int, list[QuestionRow]] = defaultdict(list)
    for each in session.scalars(select(Question).order_by(Question.position, Question.id)):
        questions[each.guide_id].append(
            QuestionRow(
                id=each.id,
                guide_id=each.guide_id,
                block=each.block,
                number=each.number,
                text=each.text,
                position=each.position,
                answers=counts[each.id],
                documents=len(documents[each.id]),
            )
        )
    rows = session.scalars(select(Guide).order_by(Guide.position, Guide.id))
    return [GuideRow(row.id, row.name, row.position, tuple(questions[row.id])) for row in rows]


def answers(session: Session, guide_id: int | None = None) -> list[AnswerRow]:
    """What is noted of the questions of a guide (None: of all), in order of documents and text."""
    query = (
        select(Answer)
        .join(Question, Question.id == Answer.question_id)
        .outerjoin(Document, Document.id == Answer.document_id)
        .order_by(Document.position, Document.id, Answer.start, Question.position, Answer.id)
    )
    if guide_id is not None:
        query = query.where(Question.guide_id == guide_id)
    return [
        AnswerRow(
            id=row.id,
            question_id=row.question_id,
            document_id=row.document_id,
            case_id=row.case_id,
            start=row.start,
            end=row.end,
            state=row.state,
        )
        for row in session.scalars(query)
    ]


def asked(session: Session, guide_id: int) -> list[Asked]:
    """For each question and document of which anything is known: what, and how many passages.

    A mark made by hand (not asked, declined) goes before the passages that were found.
    """
    states: dict[tuple[int, int], str] = {}
    counts: Counter[tuple[int, int]] = Counter()
    for row in answers(session, guide_id):
        if row.document_id is None or row.state == "rejected":
            continue
        cell = (row.question_id, row.document_id)
        if row.state != "answered":
            states[cell] = row.state
        else:
            states.setdefault(cell, "answered")
            counts[cell] += 1
    return [
        Asked(question_id, document_id, state, counts[question_id, document_id])
        for (question_id, document_id), state in states.items()
    ]


def review(
    session: Session,
    guide_id: int,
    document_ids: Iterable[int] | None = None,
    *,
    least: float = LEAST,
) -> list[FoundQuestion]:
    """The questions that seem to be asked in the transcripts, where nobody has decided yet.

    Looked for in what interviewers say, and where nobody is said to be one, in every turn with a
    question mark. The answer to a question is what follows until the next question that is found.
    """
    questions = session.scalars(
        select(Question)
        .where(Question.guide_id == guide_id)
        .order_by(Question.position, Question.id)
    ).all()
    wanted = (
        session.scalars(select(Document.id).order_by(Document.position, Document.id)).all()
        if document_ids is None
        else list(document_ids)
    )
    pages = readings(session, wanted)
    said = [each for page in wanted if page in pages for each in _said(pages[page])]
    found = matches([row.text for row in questions], [each.text for each in said], least=least)
    decided = _decided(session, guide_id)
    of_page: dict[int, list[tuple[_Said, Match]]] = defaultdict(list)
    for match in found:
        place = said[match.said]
        rejected = decided.get((place.page.document_id, place.start), {})
        if rejected.get(questions[match.question].id) != "rejected":
            of_page[place.page.document_id].append((place, match))
    return [
        row
        for document_id in wanted
        for row in _suggested(of_page[document_id], questions, decided)
    ]


def questions_of_turns(session: Session, document_id: int) -> tuple[int | None, ...]:
    """The question that each turn of a document is about, by the passages that were accepted.

    A turn right before such a passage, which asks the question, is about it too.
    """
    page = readings(session, [document_id]).get(document_id)
    if page is None:
        return ()
    rows = session.scalars(
        select(Answer)
        .where(Answer.document_id == document_id, Answer.state == "answered")
        .order_by(Answer.start, Answer.id)
    )
    found: list[int | None] = [None] * len(page.turns)
    for row in rows:
        for at, turn in enumerate(page.turns):
            if row.start is None or row.end is None or turn.start >= row.end:
                break
            if turn.end > row.start:
                found[at] = row.question_id
                if at and found[at - 1] is None and page.turns[at - 1].end <= row.start:
                    found[at - 1] = row.question_id
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Said:
    """A turn in which something is asked; `start` is where what follows it starts."""

    page: Reading
    turn: int
    text: str
    start: int


def _said(page: Reading) -> list[_Said]:
    asks = {row.number for row in page.speakers if row.role == "interviewer"}
    found: list[_Said] = []
    for at, turn in enumerate(page.turns):
        text = page.text[turn.start : turn.end]
        if (turn.speaker in asks) if asks else ("?" in text):
            start = page.turns[at + 1].start if at + 1 < len(page.turns) else turn.end
            found.append(_Said(page, at, text, start))
    return found


def _decided(session: Session, guide_id: int) -> Mapping[tuple[int, int], Mapping[int, str]]:
    """By document and start of a passage: what was decided of which question."""
    found: dict[tuple[int, int], dict[int, str]] = defaultdict(dict)
    for row in answers(session, guide_id):
        if row.document_id is not None and row.start is not None:
            found[row.document_id, row.start][row.question_id] = row.state
    return found


def _suggested(
    found: Sequence[tuple[_Said, Match]],
    questions: Sequence[Question],
    decided: Mapping[tuple[int, int], Mapping[int, str]],
) -> Iterable[FoundQuestion]:
    starts = [place.page.turns[place.turn].start for place, _match in found]
    for place, match in found:
        page, turn = place.page, place.page.turns[place.turn]
        if "answered" in decided.get((page.document_id, place.start), {}).values():
            continue
        following = bisect_left(starts, place.start)
        end = _end(page, place.start, starts[following] if following < len(starts) else None)
        if place.start >= end:
            continue  # the next question comes at once, or nothing follows
        yield FoundQuestion(
            document_id=page.document_id,
            document=page.name,
            turn=place.turn,
            said=place.text,
            said_start=turn.start,
            said_end=turn.end,
            question_id=questions[match.question].id,
            score=match.score,
            second_id=None if match.second is None else questions[match.second].id,
            second_score=match.second_score,
            sure=match.sure,
            start=place.start,
            end=end,
        )


def _end(page: Reading, start: int, following: int | None) -> int:
    """Where the last turn before the next question ends."""
    turns: Sequence[Turn] = page.turns
    inside = [
        turn.end
        for turn in turns
        if turn.start >= start and (following is None or turn.start < following)
    ]
    return max(inside, default=start)
