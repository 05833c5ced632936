from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.analysis.excerpt_sources import sources
from qualtool.analysis.identifying import identifying, known
from qualtool.analysis.ordinary_words import ordinary
from qualtool.core.pseudonyms import Naming
from qualtool.core.source import Source
from qualtool.operations import activities, attributes, cases, consent, documents
from qualtool.store import name_key
from qualtool.store.project import Project
from tests.reports.planted import Planted, planted

Given = tuple[Project, Planted]


@pytest.fixture
def given(tmp_path: Path) -> Iterator[Given]:
    project, ids = planted(tmp_path / "s.qualtool")
    with project:
        yield project, ids


def words(project: Project, origin: str) -> set[str]:
    with project.read() as session:
        return {each.words for each in identifying(session).about.values() if each.origin == origin}


def test_names_places_and_values_are_known(given: Given) -> None:
    project, _ids = given
    assert words(project, "speaker") == {
        "Kari Bråten", "Ola Fjellheim", "Siri Myhrvold", "Leif Tangerud", "Unni Sørgård"
    }  # fmt: skip
    assert words(project, "place") == {"Biblioteket på Eidskog"}
    assert words(project, "collected") == {"Berit Haugland"}
    assert words(project, "participant") == set()
    # What is shown, and fits one only, is known as well; ages and genders are no words to look for.
    assert words(project, "value") == {
        "torsdag", "rektor", "lærer", "Solvik skole", "NAV Sundet", "Nordlia skole"
    }  # fmt: skip


def test_pseudonyms_are_allowed(given: Given) -> None:
    project, _ids = given
    with project.read() as session:
        assert known(session).allowed == tuple(f"Informant {n}" for n in range(1, 6))


def test_a_value_knows_whose_it_is_and_whether_it_fits_one_alone(given: Given) -> None:
    project, ids = given
    with project.read() as session:
        about = {each.words: each for each in identifying(session).about.values()}
    assert about["NAV Sundet"].case_ids == {ids.cases["Informant 2"]}
    assert (about["NAV Sundet"].rare, about["Nordlia skole"].rare) == (True, False)
    assert (about["torsdag"].open, about["rektor"].open) == (True, False)


def test_a_participant_called_by_the_own_name_is_known_and_a_pseudonym_is_not(
    given: Given,
) -> None:
    project, ids = given
    with project.edit("rename_case") as session:
        cases.rename(session, ids.cases["Informant 1"], "Kari Bråten")  # as in the transcript
        cases.rename(session, ids.cases["Informant 2"], "Per")  # where the transcript says Ola
    assert words(project, "participant") == {"Kari Bråten"}
    with project.read() as session:
        assert "Per" in known(session).allowed


def test_names_replaced_on_import_are_known_and_what_stands_for_them_is_allowed(
    given: Given,
) -> None:
    project, _ids = given
    with project.read() as session:
        key = name_key.NameKey(True, True, (Naming("Torunn Vik", "Maren"),))
        assert name_key.save(name_key.of_study(session), key)
    assert words(project, "replaced") == {"Torunn Vik"}
    with project.read() as session:
        assert "Maren" in known(session).allowed


def test_schools_and_places_are_known_but_not_what_is_called_by_a_common_word(
    given: Given,
) -> None:
    project, _ids = given
    with project.edit("add_case") as session:
        cases.add(session, "Fjordvik skole", kind="school")
        cases.add(session, "Skole 2", kind="school")
        cases.add(session, "Ordningen", kind="matter")
    assert words(project, "case") == {"Fjordvik skole"}


def test_names_in_documents_and_activities_are_known(given: Given) -> None:
    project, _ids = given
    with project.edit("something") as session:
        documents.add(session, Source(text="Regn.", format="text"), name="Samtale Marit Dahlum")
        activities.add(session, name="Møte", participants="Ingrid Nes; kontoret, alle lærerne")
    assert words(project, "document") == {"Marit Dahlum"}
    assert words(project, "activity") == {"Ingrid Nes"}


def test_what_is_shown_is_grouped_counted_as_one_and_of_those_who_agreed(given: Given) -> None:
    project, ids = given
    with project.edit("something") as session:
        attributes.join(session, ids.attributes["Møtedag"], ["tirsdag"], "mandag")
        consent.note(session, [ids.cases["Informant 5"]], given=False)
    with project.read() as session:
        shown = identifying(session).shown
    day, age = ids.attributes["Møtedag"], ids.attributes["Alder"]
    assert shown[ids.cases["Informant 4"]] == {day: "mandag", age: "20–39"}
    assert ids.cases["Informant 5"] not in shown


def test_a_spelling_that_counts_as_a_withheld_value_is_known(given: Given) -> None:
    project, ids = given
    with project.edit("something") as session:
        attributes.join(session, ids.attributes["Arbeidssted"], ["Sundet-kontoret"], "NAV Sundet")
    assert "Sundet-kontoret" in words(project, "value")


def test_a_word_is_ordinary_where_the_transcripts_use_it_as_one(given: Given) -> None:
    project, _ids = given
    with project.read() as session:
        is_ordinary = ordinary(session)
    assert is_ordinary("Møtet")
    assert not is_ordinary("Karis")
    assert not is_ordinary("ordskifte")


def test_an_excerpt_knows_its_document_and_who_speaks(given: Given) -> None:
    project, ids = given
    excerpt = ids.excerpt("Karis mor")
    with project.read() as session:
        found = sources(session, [excerpt])
        assert sources(session, []) == {}
    assert found[excerpt].document == "Informant 2"
    assert found[excerpt].case_ids == {ids.cases["Informant 2"]}


def test_the_same_value_in_two_attributes_tells_of_all_who_have_it(given: Given) -> None:
    project, ids = given
    with project.edit("set_attribute") as session:
        cases.set_attribute(session, ids.cases["Informant 1"], "Arbeidsplass", "NAV Sundet")
    with project.read() as session:
        about = {each.words: each for each in identifying(session).about.values()}
    assert about["NAV Sundet"].case_ids == {ids.cases["Informant 1"], ids.cases["Informant 2"]}
