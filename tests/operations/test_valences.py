"""A project names its own valences; one that codings have cannot be left without a name."""

from __future__ import annotations

import pytest

from qualtool.analysis import codebook, history
from qualtool.core.errors import QualtoolError
from qualtool.core.source import Source
from qualtool.operations import codes, coding, documents, templates, valences
from qualtool.store.project import Project


def named(project: Project) -> list[tuple[str, str, str]]:
    with project.read() as session:
        return [(row.key, row.sign, row.name) for row in codebook.valences(session)]


def name(project: Project, **names: str) -> None:
    signs = {"minus": "-", "plus": "+", "both": "±"}
    with project.edit("name_valences") as session:
        valences.name(session, {signs[key]: words for key, words in names.items()})


def test_a_project_without_valences_gets_its_own(project: Project) -> None:
    name(project, minus=" hemmer ", plus="fremmer", both="")
    assert named(project) == [("minus", "-", "hemmer"), ("plus", "+", "fremmer")]
    with project.read() as session:
        step = history.steps(session)[0]
    assert history.worded(step) == "Named the valences: hemmer, fremmer"


def test_those_of_a_template_keep_their_keys_under_other_names(project: Project) -> None:
    with project.edit("apply_template") as session:
        templates.apply(session, "barriers-and-opportunities", "nb")
    before = named(project)
    name(project, minus="Utfordring")
    assert [key for key, _sign, _name in named(project)] == [key for key, *_rest in before]
    assert ("-", "Utfordring") in [(sign, words) for _key, sign, words in named(project)]


def test_one_that_no_coding_has_is_taken_away_and_one_in_use_is_not(project: Project) -> None:
    name(project, minus="hemmer", plus="fremmer")
    with project.edit("import_documents") as session:
        document = documents.add(session, Source(text="Det gikk fint.", format="text"), name="A")
        code = codes.add(session, "flyt")
        coding.apply(session, document, 0, 3, [code], coder_id=None, valence="plus")
    name(project, minus="", plus="styrke")
    assert named(project) == [("plus", "+", "styrke")]
    with pytest.raises(QualtoolError, match="styrke") as refused:
        name(project, plus="")
    assert refused.value.key == "valence_used"
    assert named(project) == [("plus", "+", "styrke")]


def test_two_of_one_name_are_refused(project: Project) -> None:
    name(project, minus="hemmer")
    with pytest.raises(QualtoolError) as refused:
        name(project, plus="Hemmer ")
    assert refused.value.key == "valence_twice"
