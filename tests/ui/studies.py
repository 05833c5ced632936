"""A small invented study for the tests of the window."""

from __future__ import annotations

from dataclasses import dataclass

from qualtool.core.source import Source, Speaker, Turn
from qualtool.operations import coders, codes, coding, documents, templates, themes
from qualtool.store.project import Project, Session
from tests.ui.replaying import Replayed

QUESTION = "Hvordan var det i starten?"
ANSWER = "Det fantes ikke noe fast sted hvor vi møttes, så alt hang på at noen tok telefonen."
TEXT = f"{QUESTION}\n{ANSWER}"


@dataclass(frozen=True, slots=True)
class Study:
    """The ids of what is in it."""

    document: int
    culture: int
    structure: int
    places: int
    habits: int
    coding: int
    excerpt: tuple[int, int]


def furnish(project: Project) -> Study:
    """One interview, the default template, two codes, one coding."""
    study, project.coder_id = _furnished(project)
    return study


def _furnish(session: Session) -> tuple[Study, int]:
    source = Source(
        text=TEXT,
        format="text",
        speakers=(Speaker("Intervjuer", "interviewer"), Speaker("Informant 1", "participant")),
        turns=(
            Turn(0, len(QUESTION), 0, 1000, 3000),
            Turn(len(QUESTION) + 1, len(TEXT), 1, 4000, 9000),
        ),
    )
    start = TEXT.index("ikke noe fast sted")
    excerpt = (start, start + len("ikke noe fast sted"))
    coder = coders.ensure(session, "Marte")
    templates.apply(session, "barriers-and-opportunities", "nb")
    document = documents.add(session, source, name="Informant 1")
    culture = themes.add(session, "Vaner som holder igjen")
    structure = themes.add(session, "Ingen eier det")
    places = codes.add(session, "faste møteplasser", theme_id=structure)
    habits = codes.add(session, "slik gjør vi det her")
    made = coding.apply(session, document, *excerpt, [places], coder_id=coder, valence="barrier")
    return Study(document, culture, structure, places, habits, made[0], excerpt), coder


_furnished = Replayed("import_documents", _furnish)
