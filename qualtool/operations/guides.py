"""Interview guides: numbered questions in blocks, typed or pasted."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.core.guide_text import questions
from qualtool.core.names import excerpted, required, same, tidy
from qualtool.i18n import gettext as _
from qualtool.operations.finding import arrange, change, many, number, one
from qualtool.store.journal import tell
from qualtool.store.schema import Guide, Question
from qualtool.store.selecting import listed

FIELDS: Final = ("block", "number", "text")


def add(session: Session, name: str, text: str = "") -> int:
    """Make a guide with the questions of a pasted text (`core.guide_text`); its id.

    Raises QualtoolError: "name_empty", "guide_exists".
    """
    name = required(name)
    _check_name(session, name)
    guide = Guide(name=name, position=len(in_order(session)))
    session.add(guide)
    session.flush()
    tell(session, guide=name)
    paste(session, guide.id, text)
    return guide.id


def rename(session: Session, guide_id: int, name: str) -> None:
    """Give a guide another name. Raises "name_empty", "guide_exists", "gone"."""
    guide = one(session, Guide, guide_id)
    name = required(name)
    _check_name(session, name, but=guide_id)
    tell(session, guide=name, old=guide.name)
    guide.name = name


def remove(session: Session, guide_ids: Iterable[int]) -> None:
    """Take guides away with their questions and what was found to answer them."""
    going = many(session, Guide, guide_ids)
    if going:
        tell(session, guide=going[0].name, guides=len(going))
    ids = [guide.id for guide in going]
    session.execute(delete(Guide).where(Guide.id.in_(listed(ids))))
    session.expire_all()
    number(in_order(session))


def paste(session: Session, guide_id: int, text: str) -> list[int]:
    """Put the questions of a pasted text last in a guide; their ids."""
    guide = one(session, Guide, guide_id)
    held = len(questions_in(session, guide_id))
    rows = [
        Question(
            guide_id=guide_id,
            block=each.block,
            number=each.number,
            text=each.text,
            position=held + at,
        )
        for at, each in enumerate(questions(text))
    ]
    session.add_all(rows)
    session.flush()
    tell(session, guide=guide.name, count=len(rows))
    return [row.id for row in rows]


def add_question(
    session: Session,
    guide_id: int,
    text: str,
    *,
    number: str = "",
    block: str = "",
    position: int | None = None,
) -> int:
    """Put a question into a guide, before the one at `position` (None: last); its id.

    Raises QualtoolError: "name_empty", "gone".
    """
    guide = one(session, Guide, guide_id)
    before = questions_in(session, guide_id)
    question = Question(guide_id=guide_id, text=_text(text), number=tidy(number), block=tidy(block))
    session.add(question)
    session.flush()
    arrange(before, [question], position)
    tell(session, question=excerpted(question.text), guide=guide.name)
    return question.id


def describe_question(session: Session, question_id: int, **fields: str) -> None:
    """Write a question: any of `FIELDS`. Raises QualtoolError: "name_empty", "gone"."""
    question = one(session, Question, question_id)
    tidied: dict[str, object] = {key: tidy(value) for key, value in fields.items()}
    if "text" in fields:
        tidied["text"] = _text(fields["text"])
    change(question, FIELDS, tidied)
    tell(session, question=excerpted(question.text))


def move_questions(session: Session, question_ids: Iterable[int], position: int | None) -> None:
    """Put questions before the one now at `position` of their guide (None: last)."""
    moving = many(session, Question, question_ids)
    _tell(session, moving)
    if moving:
        arrange(questions_in(session, moving[0].guide_id), moving, position)


def remove_questions(session: Session, question_ids: Iterable[int]) -> None:
    """Take questions away with what was found to answer them."""
    going = many(session, Question, question_ids)
    _tell(session, going)
    guides = {question.guide_id for question in going}
    ids = [question.id for question in going]
    session.execute(delete(Question).where(Question.id.in_(listed(ids))))
    session.expire_all()
    for guide_id in guides:
        number(questions_in(session, guide_id))


def in_order(session: Session) -> Sequence[Guide]:
    """All guides in order."""
    return session.scalars(select(Guide).order_by(Guide.position, Guide.id)).all()


def questions_in(session: Session, guide_id: int) -> Sequence[Question]:
    """The questions of a guide in order."""
    return session.scalars(
        select(Question)
        .where(Question.guide_id == guide_id)
        .order_by(Question.position, Question.id)
    ).all()


def _text(text: str) -> str:
    text = tidy(text)
    if not text:
        raise QualtoolError("name_empty", _("A question needs some words."))
    return text


def _check_name(session: Session, name: str, *, but: int | None = None) -> None:
    if any(row.id != but and same(row.name, name) for row in in_order(session)):
        raise QualtoolError(
            "guide_exists", _("There is an interview guide called “{name}” already."), name=name
        )


def _tell(session: Session, questions: Sequence[Question]) -> None:
    if questions:
        tell(session, question=excerpted(questions[0].text), questions=len(questions))
