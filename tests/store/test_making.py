"""A new project file is there whole, or not at all."""

from __future__ import annotations

import random
import time
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.store import lock, making, recognising
from qualtool.store.project import create, open_project
from qualtool.store.schema import Code, Study
from tests.store import coded, dying, nobody


def _refused(path: Path) -> str:
    before = sorted(path.parent.iterdir()) if path.parent.is_dir() else []
    with pytest.raises(QualtoolError) as told:
        create(path, name="Prøve")
    assert (sorted(path.parent.iterdir()) if path.parent.is_dir() else []) == before
    assert lock.note_path(path) not in lock._held
    assert str(told.value)
    return told.value.key


def test_a_new_project_is_open_held_and_alone_in_its_folder(tmp_path: Path) -> None:
    path = tmp_path / "studie.qualtool"
    with create(path, name="Prøve", language="nn") as project:
        assert {file.name for file in tmp_path.iterdir()} == {path.name, f"{path.name}.lock"}
        assert not project.read_only
        with project.read() as session:
            study = session.scalars(select(Study)).one()
            assert (study.name, study.language) == ("Prøve", "nn")
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_what_is_there_already_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "studie.qualtool"
    path.write_text("something else")
    assert _refused(path) == "exists"
    assert path.read_text() == "something else"
    (tmp_path / "lenke.qualtool").symlink_to(tmp_path / "borte")
    assert _refused(tmp_path / "lenke.qualtool") == "exists"
    (tmp_path / "mappe.qualtool").mkdir()
    assert _refused(tmp_path / "mappe.qualtool") == "exists"


def test_what_appears_meanwhile_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "studie.qualtool"
    with pytest.raises(QualtoolError) as told:
        create(path, name="Prøve", fill=lambda _session: path.touch())
    assert told.value.key == "exists"
    assert path.stat().st_size == 0
    assert [file.name for file in tmp_path.iterdir()] == [path.name]


def test_a_name_that_another_window_is_using_is_taken(tmp_path: Path) -> None:
    path = tmp_path / "studie.qualtool"
    assert lock.take(path) is None
    with pytest.raises(QualtoolError) as told:
        create(path, name="Prøve")
    assert told.value.key == "exists"
    lock.release(path)


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    assert _refused(tmp_path / "borte" / "studie.qualtool") == "folder_missing"
    (tmp_path / "fil").touch()
    assert _refused(tmp_path / "fil" / "studie.qualtool") == "folder_missing"


@pytest.mark.parametrize("name", ["..", "nul\x00.qualtool", "x" * 300, "æ" * 124 + ".qualtool"])
def test_a_name_that_cannot_be(tmp_path: Path, name: str) -> None:
    assert _refused(tmp_path / name) in {"name_impossible", "exists"}


def test_the_longest_possible_name_works(tmp_path: Path) -> None:
    path = tmp_path / ("x" * (255 - len("-journal") - len(".qualtool")) + ".qualtool")
    with create(path, name="Prøve") as project, project.edit("x") as session:
        session.add(Code(name="tid"))
    with open_project(path) as project:
        assert not project.read_only
        assert any("No backup" in caution for caution in project.opened.cautions)


def test_a_closed_folder_is_told_and_left_as_it_is(tmp_path: Path) -> None:
    create(tmp_path / "warm.qualtool", name="Prøve").close()
    with nobody.closed_folder() as folder:
        nobody.shut(folder)
        assert nobody.as_nobody(lambda: _refused(folder / "studie.qualtool")) == "folder_refused"


def test_an_error_on_the_way_leaves_nothing(tmp_path: Path) -> None:
    def fail(_session: Session) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        create(tmp_path / "studie.qualtool", name="Prøve", fill=fail)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("size", ["200k", "400k", "600k"])
def test_a_full_disk_on_the_way_leaves_nothing_and_says_so(tmp_path: Path, size: str) -> None:
    def fill(session: Session) -> None:
        session.add_all(Code(name="x" * 1000) for _each in range(600))

    with nobody.tiny_disk(tmp_path / "tiny", size) as folder:
        with pytest.raises(QualtoolError) as told:
            create(folder / "studie.qualtool", name="Prøve", fill=fill)
        assert told.value.key == "disk_full"
        assert "studie.qualtool could not be made" in str(told.value)
        assert list(folder.iterdir()) == []


def test_the_journal_of_a_file_that_is_gone_is_not_played_into_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "studie.qualtool"
    Path(f"{path}-journal").write_bytes(random.Random(1).randbytes(5000))
    coded.make(path).close()
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert coded.count(path, "document") == 1


def test_a_protected_project_is_so_from_its_first_byte(tmp_path: Path) -> None:
    path = tmp_path / "studie.qualtool"
    create(path, name="Hemmelig studie", pass_phrase=coded.PHRASE).close()
    assert recognising.kind_of(path) is recognising.Kind.ENCRYPTED
    assert b"Hemmelig" not in path.read_bytes()


def test_any_program_that_reads_sqlcipher_opens_it_with_the_phrase(tmp_path: Path) -> None:
    path = tmp_path / "studie.qualtool"
    create(path, name="Prøve", pass_phrase=coded.PHRASE).close()
    with closing(driver.connect(str(path))) as raw:
        quoted = coded.PHRASE.replace("'", "''")
        raw.execute(f"PRAGMA key = '{quoted}'")
        assert raw.execute("SELECT name FROM study").fetchall() == [("Prøve",)]


def test_without_a_phrase_there_is_no_key() -> None:
    assert making.new_key("") == ""
    assert making.new_key("a") != making.new_key("a")


@dying.forks
def test_a_process_killed_while_making_leaves_a_whole_project_or_none(tmp_path: Path) -> None:
    chance = random.Random(5)
    begun = time.perf_counter()
    create(tmp_path / "warm.qualtool", name="Prøve").close()
    usual = time.perf_counter() - begun
    whole = 0
    for number in range(40):
        path = tmp_path / f"studie {number}.qualtool"

        def work(say: dying.Say, path: Path = path) -> None:
            def fill(session: Session) -> None:
                session.add_all(Code(name=f"kode {each}") for each in range(20))

            create(path, name="Prøve", fill=fill)
            say(b"d")
            time.sleep(60)

        said = dying.killed(work, chance.uniform(0, 2 * usual))
        assert path.exists() >= bool(said)
        if path.exists():
            with open_project(path) as project:
                assert not project.read_only
                assert len(coded.rows(project)["code"]) == 20
            whole += 1
    assert whole > 0
    assert all(file.stat().st_size for file in tmp_path.glob("*.qualtool"))
