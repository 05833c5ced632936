"""A small invented study for the tests of the window."""

from __future__ import annotations

from dataclasses import dataclass

from qualtool.core.source import Source, Speaker, Turn
from qualtool.operations import coders, codes, coding, documents, templates, themes
from qualtool.store.project import Project

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
    with project.edit("import_documents") as session:
        project.coder_id = coders.ensure(session, "Marte")
        templates.apply(session, "barriers-and-opportunities", "nb")
        document = documents.add(session, source, name="Informant 1")
        culture = themes.add(session, "Vaner som holder igjen")
        structure = themes.add(session, "Ingen eier det")
        places = codes.add(session, "faste møteplasser", theme_id=structure)
        habits = codes.add(session, "slik gjør vi det her")
        made = coding.apply(
            session, document, *excerpt, [places], coder_id=project.coder_id, valence="barrier"
        )
    return Study(document, culture, structure, places, habits, made[0], excerpt)
