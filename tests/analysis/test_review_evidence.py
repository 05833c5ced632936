from __future__ import annotations

import pytest

from qualtool import i18n
from qualtool.analysis.review_evidence import KINDS, answers, evidence
from qualtool.operations import profiles, self_review, theme_fits, work_phases
from qualtool.store.project import Project
from tests.operations.rich import Rich


def test_every_question_of_every_profile_has_evidence() -> None:
    asked = {each.evidence for profile in profiles.available() for each in profile.questions}
    assert asked <= KINDS


@pytest.mark.parametrize("kind", sorted(KINDS))
@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_evidence_is_whole_sentences(rich: tuple[Project, Rich], kind: str, language: str) -> None:
    project, _r = rich
    with project.read() as session, i18n.speaking(language):
        facts = evidence(session, kind)
    assert facts
    assert all(fact.endswith((".", "…")) and "{" not in fact for fact in facts)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_an_empty_project_has_something_to_say_too(project: Project, kind: str) -> None:
    with project.read() as session:
        assert all("{" not in fact for fact in evidence(session, kind))
        assert evidence(session, "unheard of") == []


def test_what_was_marked_and_answered_is_told(rich: tuple[Project, Rich]) -> None:
    project, r = rich
    with project.edit("set_fit") as session:
        theme_fits.set_fit(session, r.culture, [r.lone], "against")
        self_review.answer(session, "against", "Ja.")
        for day in ("2024-01-01", "2024-02-01"):
            work_phases.enter(session, "coding", date_from=day, date_to=day)
    with project.read() as session:
        assert evidence(session, "against")[0] == (
            "1 excerpt is marked as speaking against a theme."
        )
        assert evidence(session, "time") == [
            "The phase log has 2 entries, the first of 1 January 2024.",
            "1 phase was entered more than once.",
        ]
        assert answers(session) == {"against": "Ja."}
