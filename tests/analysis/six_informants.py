"""An invented study of six interviews, for what counts informants."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.source import Source, Speaker, Turn
from qualtool.operations import coders, codes, coding, documents, templates, themes
from qualtool.store.project import Project
from qualtool.store.schema import Case, Coding

QUESTION = "Hva mangler du?"
ANSWERS = (
    "Jeg mangler tid til å møte de andre.",
    "Tida strekker aldri til her hos oss.",
    "Vi får aldri nok tid til å snakke sammen.",
    "Det er tid nok, og det er bra for oss.",
    "Jeg savner et sted å være.",
    "Vet ikke helt hva jeg skal si.",
)


@dataclass(frozen=True, slots=True)
class Six:
    """The ids, by informant from the first; `excerpts` are of those who speak of time."""

    documents: tuple[int, ...]
    cases: tuple[int, ...]
    excerpts: tuple[int, ...]
    theme: int
    under: int
    time: int
    shortage: int
    place: int
    coder: int


def furnish(project: Project) -> Six:
    """Three say that time is short, the fourth that it is not, the fifth speaks of a place."""
    with project.edit("import_documents") as session:
        project.coder_id = coder = coders.ensure(session, "Marte")
        templates.apply(session, "barriers-and-opportunities", "nb")
        rooms = tuple(_interview(session, at, answer) for at, answer in enumerate(ANSWERS, 1))
        theme = themes.add(session, "Tid")
        under = themes.add(session, "Knapp tid", parent_id=theme)
        time = codes.add(session, "tid", theme_id=theme)
        shortage = codes.add(session, "for lite tid", parent_id=time)
        place = codes.add(session, "sted")
        wanted = ((0, shortage, "barrier"), (1, time, "barrier"), (2, time, "barrier"),
                  (3, time, "opportunity"), (4, place, None))  # fmt: skip
        made = [
            _code(session, rooms[at], ANSWERS[at], code, valence, coder)
            for at, code, valence in wanted
        ]
        cases = tuple(session.scalars(select(Case.id).order_by(Case.id)))
    return Six(rooms, cases, tuple(made), theme, under, time, shortage, place, coder)


def _interview(session: Session, at: int, answer: str) -> int:
    text = f"{QUESTION}\n{answer}"
    source = Source(
        text=text,
        format="text",
        speakers=(Speaker("Intervjuer", "interviewer"), Speaker(f"Informant {at}", "participant")),
        turns=(Turn(0, len(QUESTION), 0), Turn(len(QUESTION) + 1, len(text), 1)),
    )
    return documents.add(session, source, name=f"Informant {at}")


def _code(
    session: Session, document: int, answer: str, code: int, valence: str | None, coder: int
) -> int:
    start = len(QUESTION) + 1
    (made,) = coding.apply(
        session, document, start, start + len(answer), [code], coder_id=coder, valence=valence
    )
    return session.get_one(Coding, made).excerpt_id
