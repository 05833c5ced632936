"""There is always a sound copy of what was done, and never more copies than are of use."""

from __future__ import annotations

import random
import shutil
import time
from contextlib import closing
from pathlib import Path

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.store import backup, backup_names, connection, recognising
from qualtool.store.project import open_project
from tests.store import coded, dying, nobody


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "studie.qualtool"
    coded.make(made).close()
    return made


def _rotate(path: Path, key: str = "") -> Path | None:
    with closing(connection.dial(path, key)) as raw:
        return backup.rotate(raw, path, key)


def test_opening_makes_a_backup_that_is_the_project_byte_by_byte(path: Path) -> None:
    before = path.read_bytes()
    open_project(path).close()
    (made,) = backup.existing(path)
    assert made.parent == path.with_name("studie backups")
    assert made.read_bytes() == before
    assert [file.name for file in made.parent.iterdir()] == [made.name]


def test_nothing_new_makes_no_new_backup(path: Path) -> None:
    assert _rotate(path) is not None
    assert _rotate(path) is None
    for _time in range(3):
        open_project(path).close()
    assert len(backup.existing(path)) == 1
    with open_project(path) as project:
        coded.code(project)
        made = project.back_up()
        assert made is not None
        assert project.back_up() is None
    assert backup.existing(path)[0] == made
    assert coded.count(made) == 1


def test_work_that_goes_on_from_an_older_backup_has_backups_of_its_own(path: Path) -> None:
    with open_project(path) as project:
        coded.code(project)
    open_project(path).close()
    with_coding, without = backup.existing(path)
    shutil.copyfile(without, path)
    time.sleep(1.1)  # the names of backups count seconds
    with open_project(path) as project:
        coded.code(project, number=7)
        made = project.back_up()
    assert made is not None
    assert made not in (with_coding, without)


def test_a_backup_of_a_protected_project_is_protected_by_the_same_phrase(tmp_path: Path) -> None:
    path = tmp_path / "studie.qualtool"
    with coded.make(path, phrase=coded.PHRASE) as project:
        coded.code(project)
        made = project.back_up()
    assert made is not None
    assert recognising.kind_of(made) is recognising.Kind.ENCRYPTED
    assert coded.count(made, key=recognising.key_of(made, coded.PHRASE)) == 1
    assert backup.newest_good(path, coded.PHRASE) == made
    assert backup.newest_good(path, "feil") is None
    assert backup.newest_good(path, "\ud800") is None


def test_a_damaged_project_is_never_backed_up(path: Path) -> None:
    _rotate(path)
    with open_project(path) as project:
        coded.code(project)
        with path.open("r+b") as file:
            file.seek(4096 * 3)
            file.write(bytes(4096 * 6))
        with pytest.raises(QualtoolError) as told:
            project.back_up()
    assert told.value.key == "damaged"
    assert len(backup.existing(path)) == 1
    assert len(list(backup_names.folder_of(path).iterdir())) == 1


def test_only_so_many_are_kept_and_other_files_are_not_touched(path: Path) -> None:
    folder = backup_names.folder_of(path)
    folder.mkdir()
    for day in range(1, 31):
        for hour in (9, 15):
            (folder / f"studie 2024-01-{day:02} {hour:02}.00.00 {day}.qualtool").touch()
    (folder / "mine egne.qualtool").touch()
    made = _rotate(path)
    kept = backup.existing(path)
    assert kept[0] == made
    assert len(kept) == backup_names.NEWEST_KEPT + backup_names.DAYS_KEPT - 6
    assert (folder / "mine egne.qualtool").exists()


def test_a_project_without_a_step_can_be_backed_up(path: Path) -> None:
    with closing(connection.dial(path)) as raw:
        raw.execute("DELETE FROM change")
        raw.execute("DELETE FROM step")
    made = _rotate(path)
    assert made is not None
    assert made.name.endswith(" 0.qualtool")


def test_a_full_disk_leaves_the_older_backups_and_a_caution(tmp_path: Path) -> None:
    with nobody.tiny_disk(tmp_path / "tiny", "1700k") as folder:
        path = folder / "studie.qualtool"
        coded.make(path).close()
        older = _rotate(path)
        with open_project(path) as project:
            coded.code(project)
            (folder / "fyll").write_bytes(random.Random(1).randbytes(300_000))
        with open_project(path) as project:
            assert any("No backup" in caution for caution in project.opened.cautions)
            assert not project.read_only
        assert backup.existing(path) == [older]
        assert len(list(backup_names.folder_of(path).iterdir())) == 1


def test_a_file_that_another_program_is_writing_to_is_not_copied_halfway(path: Path) -> None:
    with closing(connection.dial(path)) as raw, closing(connection.dial(path)) as other:
        raw.execute("PRAGMA busy_timeout = 1")
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(QualtoolError):
            backup.rotate(raw, path, "")
        other.execute("ROLLBACK")
        assert backup.rotate(raw, path, "") is not None


@dying.forks
def test_a_process_killed_while_backing_up_leaves_only_whole_backups(path: Path) -> None:
    chance = random.Random(3)
    with open_project(path) as project, project.edit("x") as session:
        session.connection().exec_driver_sql(
            "UPDATE document_text SET text = replace(hex(zeroblob(400000)), '0', 'ord ')"
        )
    begun = time.perf_counter()
    open_project(path).close()
    usual = time.perf_counter() - begun
    before = set(backup.existing(path))

    def work(say: dying.Say) -> None:
        with open_project(path) as project:
            while True:
                coded.code(project)
                project.back_up()
                say(b"b")

    said = sum(
        len(dying.killed(work, chance.uniform(0, usual), words=chance.randint(0, 2)))
        for _round in range(20)
    )
    made = backup.existing(path)
    assert set(made) - before
    for file in made:
        coded.count(file)
    print(f"{said} backups made by 20 processes that were killed")


def test_a_backup_is_as_private_as_the_project(path: Path) -> None:
    path.chmod(0o600)
    made = _rotate(path)
    assert made is not None
    assert (made.stat().st_mode & 0o777, made.parent.stat().st_mode & 0o777) == (0o600, 0o700)
