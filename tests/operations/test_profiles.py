from __future__ import annotations

from collections.abc import Iterator

from qualtool.core.template import Wording
from qualtool.i18n import LANGUAGES
from qualtool.operations import profiles, study
from qualtool.store.project import Project


def _words() -> Iterator[Wording]:
    for profile in profiles.available():
        yield profile.title
        for phase in profile.phases:
            yield from (phase.title, phase.about, *phase.prompts)
        for question in profile.questions:
            yield question.text


def test_every_profile_speaks_all_languages() -> None:
    assert [each for each in _words() if not all(each.get(one) for one in LANGUAGES)] == []


def test_keys_of_phases_and_questions_are_told_apart() -> None:
    for profile in profiles.available():
        keys = [each.key for each in profile.phases] + [each.key for each in profile.questions]
        phases = [each.key for each in profile.phases]
        assert len(set(phases)) == len(phases)
        assert len(keys) - len(phases) == len({each.key for each in profile.questions})


def test_a_project_has_the_profile_it_chose_and_else_the_default(project: Project) -> None:
    with project.read() as session:
        assert profiles.chosen(session).id == "reflexive"
    for key, meant in (("framework", "framework"), ("unheard of", "reflexive")):
        with project.edit("describe_study") as session:
            study.describe(session, profile=key)
        with project.read() as session:
            assert profiles.chosen(session).id == meant
