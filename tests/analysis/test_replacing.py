"""Words are found in texts and wherever else they stand."""

from __future__ import annotations

import pytest

from qualtool.analysis import replacing
from qualtool.core.word_finding import Wanted
from qualtool.store.correcting_rows import FoundWords
from qualtool.store.project import Project
from tests.operations.naming import TEXT, name_everywhere
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]
KARI = Wanted("Kari", endings=True)


@pytest.fixture
def named(rich: Furnished) -> Furnished:
    project, r = rich
    with project.edit("x") as session:
        name_everywhere(session, r)
    return project, r


def found(
    project: Project,
    wanted: Wanted = KARI,
    document_ids: list[int] | None = None,
    most: int | None = None,
) -> FoundWords:
    with project.read() as session:
        return replacing.find(session, wanted, document_ids=document_ids, most=most)


def test_a_name_is_found_in_texts_with_its_surroundings(named: Furnished) -> None:
    project, _r = named
    texts = found(project).texts
    assert [(hit.words, hit.paragraph, hit.excerpts) for hit in texts] == [
        ("Kari", 1, 1),
        ("KARI", 2, 1),
        ("Karis", 2, 0),
    ]
    assert [hit.place for hit in texts] == ["paragraph 1", "paragraph 2", "paragraph 2"]
    assert texts[1].document == "Samtale med Kari"
    assert (texts[0].before, texts[0].after) == ("", " kom først.")
    assert (texts[1].before, texts[2].after) == ("Da ", " sykkel. Karin lo.")
    assert TEXT[texts[2].start : texts[2].end] == "Karis"


def test_a_name_is_found_wherever_else_it_stands(named: Furnished) -> None:
    project, r = named
    fields = found(project).fields
    assert {(hit.table, hit.column) for hit in fields} == {
        ("document", "name"), ("document", "note"), ("speaker", "label"), ("case", "name"),
        ("case", "note"), ("memo", "title"), ("memo", "text"), ("coding", "comment"),
        ("excerpt", "display_text"), ("code", "name"), ("theme", "name"),
        ("study", "research_question"), ("attribute", "choices"), ("snapshot", "content"),
    }  # fmt: skip
    told = {(hit.table, hit.column): hit for hit in fields}
    assert told["coding", "comment"].owner == "tid"
    assert told["coding", "comment"].document_id == r.group
    assert told["speaker", "label"].owner == "Intervju 1"
    assert told["memo", "text"].owner == "Om Kari"
    assert told["document", "name"].owner == ""
    assert told["document", "name"].what == "Document name"
    assert told["case", "note"].owner == "Kontoret"
    assert told["attribute", "choices"].text == 'Kari "K"\ningen'
    label = told["memo", "text"]
    assert [label.text[start:end] for start, end in label.spans] == ["Kari"]


def test_looking_in_some_documents_leaves_the_rest_out(named: Furnished) -> None:
    project, r = named
    assert found(project, document_ids=[r.notes]) == FoundWords()
    only = found(project, document_ids=[r.interview])
    assert only.texts == ()
    assert {(hit.table, hit.column) for hit in only.fields} == {
        ("speaker", "label"),
        ("excerpt", "display_text"),
    }
    assert len(found(project, most=2).texts) == 2
    assert found(project, Wanted(" ")) == FoundWords()
