"""A project of an earlier version is brought up whole, or stays as it was."""

from __future__ import annotations

import random
import shutil
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as driver
from sqlalchemy import text

from qualtool.core.errors import QualtoolError
from qualtool.store import backup, connection, inspection, lock, recognising
from qualtool.store.migrations import MIGRATIONS, Migration, ahead
from qualtool.store.opening import open_file
from qualtool.store.project import Project, open_project
from qualtool.store.schema import VERSION
from tests.store import coded, dying, fixture, nobody

NEXT, AFTER = (VERSION[0], VERSION[1] + 1), (VERSION[0], VERSION[1] + 2)


def _add_moods(raw: driver.Connection) -> None:
    """A table, a column that may not be empty, and the notes of the journal brought along."""
    raw.execute("CREATE TABLE mood (id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT) STRICT")
    raw.execute("INSERT INTO mood (name) VALUES ('rolig')")
    raw.execute("ALTER TABLE coding ADD COLUMN mood_id INTEGER NOT NULL DEFAULT 1")
    raw.execute(
        "UPDATE change SET before = json_set(before, '$.mood_id', 1) "
        "WHERE table_name = 'coding' AND before IS NOT NULL"
    )


def _rename_moods(raw: driver.Connection) -> None:
    raw.execute("ALTER TABLE mood RENAME TO feeling")


def _fail_halfway(raw: driver.Connection) -> None:
    raw.execute("DELETE FROM coding")
    raw.execute("ALTER TABLE nowhere ADD COLUMN x")


def _lose_rows(raw: driver.Connection) -> None:
    raw.execute("DELETE FROM excerpt")  # the codings now point to nothing


def _divide_by_nothing(_raw: driver.Connection) -> None:
    raise ZeroDivisionError


def _leave_a_trigger(raw: driver.Connection) -> None:
    raw.execute("CREATE TRIGGER strange AFTER INSERT ON code BEGIN SELECT 1; END")


STEPS = (Migration(VERSION, NEXT, _add_moods), Migration(NEXT, AFTER, _rename_moods))


def _copy(
    tmp_path: Path, *, protected: bool = False, version: inspection.Version = VERSION
) -> Path:
    kept = fixture.fixture(protected=protected, version=version)
    return Path(shutil.copyfile(kept, tmp_path / "studie.qualtool"))


def _open(path: Path, steps: tuple[Migration, ...] = STEPS, phrase: str = "") -> Project:
    return Project(open_file(path, phrase, migrations=steps))


@pytest.mark.parametrize("version", [*(one.source for one in MIGRATIONS), VERSION], ids=str)
@pytest.mark.parametrize("protected", [False, True], ids=["plain", "protected"])
def test_the_project_kept_for_each_version_opens_with_all_that_is_in_it(
    tmp_path: Path, protected: bool, version: inspection.Version
) -> None:
    path = _copy(tmp_path, protected=protected, version=version)
    with open_project(path, pass_phrase=fixture.PHRASE) as project:
        rows = coded.rows(project)
        assert {name: len(rows[name]) for name in ("document", "coding", "theme", "memo")} == {
            "document": 1,
            "coding": 2,
            "theme": 2,
            "memo": 1,
        }
        with project.read() as session:
            assert session.execute(text("SELECT text FROM document_text")).scalar() == fixture.TEXT
            assert session.execute(text("SELECT content FROM original")).scalar() == (
                fixture.TEXT.encode()
            )
        taken_back = 0
        while project.undo():
            taken_back += 1
        assert taken_back == 4
        assert coded.rows(project)["document"] == []
        while project.redo():
            pass
        assert coded.rows(project)["study"][0] != rows["study"][0]
        project.undo()
        assert coded.rows(project) == rows


def test_every_version_has_its_project() -> None:
    versions = {VERSION, *(migration.source for migration in MIGRATIONS)}
    for version in versions:
        for protected in (False, True):
            assert fixture.fixture(version=version, protected=protected).exists()


def test_the_migrations_lead_without_a_gap_to_this_version() -> None:
    chain = [(1, 0), *(migration.target for migration in MIGRATIONS)]
    assert [migration.source for migration in MIGRATIONS] == chain[:-1]
    assert chain[-1] == VERSION


def test_only_what_lies_ahead_is_run() -> None:
    assert ahead(VERSION, STEPS) == STEPS
    assert ahead(NEXT, STEPS) == STEPS[1:]
    assert ahead(AFTER, STEPS) == ()


@pytest.mark.parametrize("protected", [False, True], ids=["plain", "protected"])
def test_a_project_is_brought_up_with_all_that_can_be_undone(
    tmp_path: Path, protected: bool
) -> None:
    path = _copy(tmp_path, protected=protected)
    phrase = fixture.PHRASE if protected else ""
    before = path.read_bytes()
    with _open(path, phrase=phrase) as project:
        assert inspection.version_of(project._raw) == AFTER
        assert not project.read_only
        rows = coded.rows(project)
        with project.read() as session:
            assert session.execute(text("SELECT name FROM feeling")).all() == [("rolig",)]
            assert session.execute(text("SELECT mood_id FROM coding")).all() == [(1,), (1,)]
        while project.undo():
            pass
        assert coded.rows(project)["coding"] == []
        while project.redo():
            pass
        project.undo()
        assert coded.rows(project) == rows
    (saved,) = backup.existing(path)
    assert saved.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {path.name, saved.parent.name}
    kind = recognising.Kind.ENCRYPTED if protected else recognising.Kind.DATABASE
    assert recognising.kind_of(path) is kind
    with _open(path, phrase=phrase) as project:  # there is nothing more to do
        assert inspection.version_of(project._raw) == AFTER


def test_a_project_of_the_version_before_is_found_to_be_ours(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As it will be when this program is the next one and knows the file's tables as older."""
    path = _copy(tmp_path)
    with closing(connection.dial(path)) as raw:
        raw.execute("DROP INDEX ix_change_step_id")
    monkeypatch.setattr(inspection, "VERSION", NEXT)
    index = "CREATE INDEX ix_change_step_id ON change (step_id)"
    step = Migration(VERSION, NEXT, lambda raw: raw.execute(index))
    with _open(path, (step,)) as project:
        assert inspection.check_ours(project._raw, path) == NEXT


@pytest.mark.parametrize("protected", [False, True], ids=["plain", "protected"])
@pytest.mark.parametrize("change", [_fail_halfway, _lose_rows, _leave_a_trigger])
def test_one_that_fails_leaves_the_file_as_it_was(
    tmp_path: Path, protected: bool, change: Callable[[driver.Connection], None]
) -> None:
    path = _copy(tmp_path, protected=protected)
    phrase = fixture.PHRASE if protected else ""
    before = path.read_bytes()
    steps = (STEPS[0], Migration(NEXT, AFTER, change))
    with pytest.raises(QualtoolError) as told:
        _open(path, steps, phrase)
    assert told.value.key == "not_migrated"
    assert path.name in str(told.value)
    assert path.read_bytes() == before
    assert {file.name for file in tmp_path.iterdir()} == {path.name, "studie backups"}
    assert lock.note_path(path) not in lock._held
    open_project(path, pass_phrase=phrase).close()


def test_a_fault_of_ours_in_a_migration_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    path = _copy(tmp_path)
    before = path.read_bytes()
    with pytest.raises(ZeroDivisionError):
        _open(path, (Migration(VERSION, NEXT, _divide_by_nothing),))
    assert path.read_bytes() == before
    assert not lock.note_path(path).exists()


def test_nothing_is_brought_up_without_a_backup(tmp_path: Path) -> None:
    path = _copy(tmp_path)
    path.with_name("studie backups").touch()
    before = path.read_bytes()
    with pytest.raises(QualtoolError) as told:
        _open(path)
    assert told.value.key == "no_backup"
    assert path.read_bytes() == before


def test_a_full_disk_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    size = fixture.fixture().stat().st_size
    with nobody.tiny_disk(tmp_path / "tiny", str(size * 2 + 150_000)) as folder:
        path = _copy(folder)
        before = path.read_bytes()
        with pytest.raises(QualtoolError) as told:
            _open(path)
        assert told.value.key == "not_migrated"
        assert path.read_bytes() == before
        assert {file.name for file in folder.iterdir()} == {path.name, "studie backups"}


def test_an_earlier_version_that_cannot_be_changed_says_what_to_do(tmp_path: Path) -> None:
    path = _copy(tmp_path)
    with pytest.raises(QualtoolError) as told:
        open_file(path, "", read_only=True, migrations=STEPS)
    assert told.value.key == "too_old_to_read"
    with open_project(path):
        with pytest.raises(QualtoolError) as told:
            open_file(path, "", migrations=STEPS)
        assert told.value.key == "too_old_to_read"
        assert lock.note_path(path) in lock._held


@dying.forks
def test_a_process_killed_while_bringing_up_leaves_the_one_or_the_other(tmp_path: Path) -> None:
    chance = random.Random(13)
    path = _copy(tmp_path)
    with open_project(path) as project, project.edit("x") as session:
        session.execute(text("UPDATE memo SET text = replace(hex(zeroblob(300000)), '0', 'ord ')"))
    whole = path.read_bytes()
    begun = time.perf_counter()
    _open(path).close()
    usual = time.perf_counter() - begun

    def work(say: dying.Say) -> None:
        with _open(path):
            say(b"d")
            time.sleep(60)

    found = []
    for _round in range(30):
        path.write_bytes(whole)
        said = dying.killed(work, chance.uniform(0, 1.5 * usual))
        with closing(connection.dial(path)) as raw:
            found.append(inspection.version_of(raw))
            assert raw.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            moods = raw.execute("SELECT name FROM sqlite_schema WHERE name = 'feeling'").fetchall()
        assert found[-1] in (VERSION, AFTER)
        assert bool(moods) == (found[-1] == AFTER)
        assert not said or found[-1] == AFTER
        with _open(path) as project:
            assert not project.read_only
            assert inspection.version_of(project._raw) == AFTER
    assert VERSION in found
