from __future__ import annotations

from collections.abc import Iterator

from qualtool.core.template import Wording
from qualtool.i18n import LANGUAGES
from qualtool.operations import profiles, study
from qualtool.store.project import Project
from qualtool.store.schema import Study
from tests.operations.dumping import Dump, dump
from tests.ui.studies import furnish


def _words() -> Iterator[Wording]:
    for profile in profiles.available():
        yield from (profile.title, profile.about)
        if profile.group is not None:
            yield profile.group
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


def test_a_round_through_all_profiles_changes_nothing_but_the_profile(project: Project) -> None:
    furnish(project)
    before = _without_profile(dump(project))
    for profile in profiles.available():
        with project.edit("describe_study") as session:
            study.describe(session, profile=profile.id)
        assert _without_profile(dump(project)) == before
    with project.read() as session:
        assert profiles.chosen(session).id == profiles.available()[-1].id
    for _each in profiles.available()[1:]:
        project.undo()
    assert _without_profile(dump(project)) == before


def test_every_page_that_a_profile_shows_is_a_page() -> None:
    shown = {page for profile in profiles.available() for page in profile.pages}
    assert shown == {"map", "findings", "matrix", "condensation"}


def _without_profile(dumped: Dump) -> Dump:
    place = [column.name for column in Study.__table__.columns].index("profile")
    rows = [(*row[:place], *row[place + 1 :]) for row in dumped["study"]]
    return {**dumped, "study": rows}
