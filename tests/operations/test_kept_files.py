"""Original files are kept as long as they may be needed, and can be taken away for good."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy.exc import DBAPIError

from qualtool.analysis.originals import has_original, in_original, kept_files
from qualtool.operations import documents, importing, originals, study
from qualtool.operations.importing import Incoming
from qualtool.operations.new_project import start
from qualtool.store.project import Project

SECRET = "Hemmelig navn Xzøqvist-Bræk"
RAW = f"Intervjuer: Hvem er du?\r\nInformant: {SECRET}.\r\n"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = start(
        tmp_path / "a.qualtool", name="Bygg", language="nb", template="empty", coder="Kari"
    )
    with made.edit("describe_study") as session:
        study.describe(session, keep_originals=True)
    return made


def read(tmp_path: Path, raw: str = RAW, name: str = "samtale.txt") -> Incoming:
    path = tmp_path / name
    path.write_bytes(raw.encode())
    return importing.examine([path])[0]


def take_in(project: Project, *incoming: Incoming) -> list[int]:
    with project.edit("import_documents") as session:
        return importing.take_in(session, incoming)


def unused(project: Project) -> tuple[int, int]:
    with project.read() as session:
        found = kept_files(session)
    return found.files, found.unused


def test_a_file_stays_as_long_as_undoing_may_need_it(project: Project, tmp_path: Path) -> None:
    (document,) = take_in(project, read(tmp_path))
    assert unused(project) == (1, 0)
    with project.edit("remove_documents") as session:
        documents.remove(session, [document])
    assert unused(project) == (1, 1)
    project.undo()
    with project.read() as session:
        assert in_original(session, document, 0, 4).raw == RAW
    project.undo()
    assert unused(project) == (1, 1)
    project.close()


def test_what_no_document_needs_is_gone_from_the_file_for_good(
    project: Project, tmp_path: Path
) -> None:
    padding = "".join(f"Informant: Linje {number}.\r\n" for number in range(2000))
    going, staying = read(tmp_path, padding + RAW), read(tmp_path, "A: Ja.\r\nB: Nei.", "to.txt")
    bare = replace(going.source, raw="") if going.source else None
    document, other = take_in(project, replace(going, source=bare), staying)
    with project.edit("remove_documents") as session:
        documents.remove(session, [document])
    steps = project.next_undo()
    with project.clear_out() as session:
        assert originals.remove_unused(session) == 1
    assert unused(project) == (1, 0)
    after = project.next_undo()
    assert steps is not None
    assert after is not None
    assert after.id == steps.id
    project.undo()
    with project.read() as session:
        assert not has_original(session, document)
        assert has_original(session, other)
    path = project.path
    project.close()
    assert f"Informant: {SECRET}".encode() not in path.read_bytes()


def test_nothing_that_steps_note_can_be_changed_on_the_side(
    project: Project, tmp_path: Path
) -> None:
    (document,) = take_in(project, read(tmp_path))
    with pytest.raises(DBAPIError), project.clear_out() as session:
        documents.rename(session, document, "Et annet navn")
        session.flush()
    with project.read() as session:
        assert has_original(session, document)
    with project.edit("rename_document") as session:
        documents.rename(session, document, "Et annet navn")
    project.close()


def test_a_file_changed_or_gone_since_it_was_read_loses_no_document(
    project: Project, tmp_path: Path
) -> None:
    changed, gone, same = (
        read(tmp_path, f"A: Hei, {name}.\r\nB: Ja.\r\nA: Jo.\r\nB: Nei.", f"{name}.txt")
        for name in ("endret", "borte", "lik")
    )
    changed.path.write_bytes(b"Noe helt annet")
    gone.path.unlink()
    made = take_in(project, changed, gone, same)
    assert len(made) == 3
    with project.read() as session:
        assert importing.not_kept(session, [changed, gone, same]) == ["endret.txt", "borte.txt"]
        assert [has_original(session, each) for each in made] == [False, False, True]
        silent = replace(changed, keep_original=False)
        assert importing.not_kept(session, [silent]) == []
    project.close()
