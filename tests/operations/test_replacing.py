"""A name is got rid of wherever it stands, and nothing else is touched."""

from __future__ import annotations

import json

import pytest
from sqlalchemy import func, select

from qualtool.analysis import history, replacing
from qualtool.analysis.originals import has_original, in_original
from qualtool.core.errors import QualtoolError
from qualtool.core.source import Source
from qualtool.core.word_finding import Wanted
from qualtool.operations import (
    cases,
    codes,
    coding,
    documents,
    originals,
)
from qualtool.operations import replacing as operations
from qualtool.operations.replacing import Replaced
from qualtool.store.correcting_rows import FieldHit, FoundWords
from qualtool.store.project import Project
from qualtool.store.schema import (
    Base,
    Case,
    Code,
    Document,
    DocumentText,
    Excerpt,
    Snapshot,
    Theme,
)
from tests.operations.dumping import dump
from tests.operations.naming import TEXT, name_everywhere
from tests.operations.rich import Rich

Furnished = tuple[Project, Rich]
KARI = Wanted("Kari", endings=True)


def found(project: Project, wanted: Wanted = KARI) -> FoundWords:
    with project.read() as session:
        return replacing.find(session, wanted)


def replace_all(project: Project, wanted: Wanted, replacement: str) -> Replaced:
    hits = found(project, wanted)
    with project.edit("replace_words") as session:
        return operations.replace(session, wanted, replacement, hits=hits.texts, fields=hits.fields)


@pytest.fixture
def named(rich: Furnished) -> Furnished:
    project, r = rich
    with project.edit("x") as session:
        name_everywhere(session, r)
    return project, r


def everything(project: Project) -> str:
    return json.dumps(
        {name: rows for name, rows in dump(project).items() if name not in ("change", "step")},
        ensure_ascii=False,
    )


def test_a_name_replaced_everywhere_stands_nowhere(named: Furnished) -> None:
    project, _r = named
    before = dump(project)
    made = replace_all(project, KARI, "Anne")
    assert (made.places, made.fields, made.lost) == (3, 14, ())
    everywhere = everything(project).replace("Karin", "")
    assert "kari" not in everywhere.casefold()
    with project.read() as session:
        text = session.scalars(
            select(DocumentText.text).where(DocumentText.text.contains("sykkel"))
        ).one()
        assert text == "Anne kom først.\nDa ANNE gikk, tok Ola Annes sykkel. Karin lo."
        assert session.scalars(select(Code.name).where(Code.name == "Annes vaner")).all()
        assert session.scalars(select(Theme.name).where(Theme.name == "Rundt Anne")).all()
        assert json.loads(session.scalars(select(Snapshot.content)).one()) == {
            "codes": [{"name": "Annes vaner"}]
        }
        row = session.scalars(select(Excerpt).where(Excerpt.start == 0, Excerpt.end == 4)).all()
        assert row
        newest = history.steps(session, limit=1)[0]
        assert history.worded(newest) == "Put “Anne” in 17 places"
    assert not found(project).texts
    project.undo()
    assert dump(project) == before


def test_only_what_was_chosen_is_replaced(named: Furnished) -> None:
    project, _r = named
    hits = found(project)
    with project.edit("replace_words") as session:
        made = operations.replace(session, KARI, "Anne", hits=[hits.texts[1], hits.texts[1]])
    assert (made.places, made.fields) == (1, 0)
    assert [hit.words for hit in found(project).texts] == ["Kari", "Karis"]
    assert len(found(project).fields) == len(hits.fields)


def test_an_excerpt_of_just_the_name_follows_it(named: Furnished) -> None:
    project, _r = named
    made = replace_all(project, KARI, "En lærer")
    assert made.lost == ()
    assert made.documents[0].changed == 2


def test_words_taken_out_leave_a_lost_excerpt_and_an_unnamed_case(named: Furnished) -> None:
    project, _r = named
    made = replace_all(project, KARI, "")
    assert len(made.lost) == 1
    with project.read() as session:
        assert session.scalars(select(Case.name).where(Case.name == "[…]")).all()
        assert session.get_one(Excerpt, made.lost[0]).lost_words == "Kari"
    again = found(project)
    assert {(hit.table, hit.column) for hit in again.fields} == {("excerpt", "lost_words")}
    replace_all(project, KARI, "N.N.")
    with project.read() as session:
        assert session.get_one(Excerpt, made.lost[0]).lost_words == "N.N."


def test_a_name_that_is_taken_already_gets_a_number(named: Furnished) -> None:
    project, _r = named
    with project.edit("x") as session:
        cases.add(session, "Anne")
        documents.add(session, Source("x", "text"), name="samtale med anne")
        codes.add(session, "Annes vaner")
    replace_all(project, KARI, "Anne")
    with project.read() as session:
        assert session.scalars(select(Case.name).where(Case.name == "Anne (2)")).all()
        assert session.scalars(select(Code.name).where(Code.name == "Annes vaner (2)")).all()
        names = session.scalars(select(Document.name)).all()
    assert "Samtale med Anne (2)" in names


def test_the_code_that_stands_for_a_theme_follows_its_name(named: Furnished) -> None:
    project, r = named
    with project.edit("x") as session:
        theme_id = session.scalars(select(Theme.id).where(Theme.name == "Rundt Kari")).one()
        coding.apply_theme(session, r.notes, 5, 9, [theme_id], coder_id=r.anne)
    hits = [hit for hit in found(project).fields if hit.table == "theme"]
    with project.edit("replace_words") as session:
        operations.replace(session, KARI, "Anne", fields=hits)
    with project.read() as session:
        assert session.scalars(select(Code.name).where(Code.name == "Rundt Anne")).all()


def test_a_text_changed_in_the_meantime_is_not_guessed_at(named: Furnished) -> None:
    project, _r = named
    hits = found(project)
    replace_all(project, KARI, "Anne-Lise")
    before = dump(project)
    with pytest.raises(QualtoolError) as told, project.edit("replace_words") as session:
        operations.replace(session, KARI, "Anne", hits=hits.texts)
    assert told.value.key == "changed"
    gone = FieldHit("memo", "text", 999, "Kari", ((0, 4),), "Memo")
    with pytest.raises(QualtoolError) as told, project.edit("replace_words") as session:
        operations.replace(session, KARI, "Anne", fields=[gone])
    assert told.value.key == "gone"
    assert dump(project) == before


def test_only_columns_of_words_can_be_written(named: Furnished) -> None:
    project, _r = named
    odd = FieldHit("document", "content_hash", 1, "Kari", ((0, 4),), "x")
    with pytest.raises(ValueError, match="content_hash"), project.edit("x") as session:
        operations.replace(session, KARI, "Anne", fields=[odd])


def test_the_file_that_was_kept_is_told_of_and_can_be_forgotten(named: Furnished) -> None:
    project, r = named
    hits = found(project)
    document_id = hits.texts[0].document_id
    assert hits.originals == (document_id,)
    with project.read() as session:
        assert in_original(session, document_id, 0, 4).raw == TEXT
    made = replace_all(project, KARI, "Anne")
    assert made.originals == (document_id,)
    with project.edit("forget_originals") as session:
        assert originals.forget(session, [document_id, r.notes]) == 1
    with project.read() as session:
        assert not has_original(session, document_id)
        with pytest.raises(QualtoolError) as told:
            in_original(session, document_id, 0, 4)
        assert told.value.key == "original_not_kept"
        assert history.worded(history.steps(session, limit=1)[0]) == (
            "Removed the original file of “Samtale med Anne”"
        )
    with project.edit("forget_originals") as session:
        assert originals.forget(session, [document_id]) == 0
    project.undo()
    with project.read() as session:
        assert has_original(session, document_id)
        assert session.scalar(select(func.count()).select_from(Base.metadata.tables["original"]))
