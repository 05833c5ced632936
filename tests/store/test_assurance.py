from __future__ import annotations

import threading
import time
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import func, select

from qualtool.core.errors import QualtoolError
from qualtool.store import backup, backup_names, connection, lock
from qualtool.store.project import Project, open_project
from qualtool.store.schema import Coding, DocumentText
from tests.store import coded

PAGE = 4096


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A closed project without backups, with a text that is longer than a page of the file."""
    made = tmp_path / "studie.qualtool"
    with coded.make(made) as project, project.edit("x") as session:
        session.get_one(DocumentText, 1).text = "Et sjeldent ord. " * 2000
    return made


def _spoil(path: Path) -> bytes:
    """Make a page inside the long text no page at all; what the file holds now."""
    content = bytearray(path.read_bytes())
    page = content.find(b"sjeldent") // PAGE + 1
    content[page * PAGE : (page + 1) * PAGE] = b"\xff" * PAGE
    path.write_bytes(content)
    return bytes(content)


def _codings(project: Project) -> int:
    with project.read() as session:
        return session.scalar(select(func.count(Coding.id))) or 0


def _is_assured(project: Project) -> bool:
    return project.assured


def test_nothing_is_gone_through_before_the_project_is_shown(path: Path) -> None:
    before = {thread.name for thread in threading.enumerate()}
    with open_project(path, at_once=True) as project:
        assert _codings(project) == 0
        assert {thread.name for thread in threading.enumerate()} == before
        assert not _is_assured(project)
        project.begin_to_assure()
        for _trial in range(500):
            if _is_assured(project):
                break
            time.sleep(0.01)
        assert _is_assured(project)
        assert len(backup.existing(path)) == 1


def test_a_damaged_project_that_is_shown_is_never_written_to(path: Path) -> None:
    spoilt = _spoil(path)
    with open_project(path, at_once=True) as project:
        assert _codings(project) == 0
        for act in (project.assure, lambda: coded.code(project), project.back_up, project.undo):
            with pytest.raises(QualtoolError) as told:
                act()
            assert told.value.key == "damaged"
    assert path.read_bytes() == spoilt
    assert backup.existing(path) == []
    assert not lock.note_path(path).exists()


def test_the_newest_sound_backup_is_told_of_a_project_that_is_shown(path: Path) -> None:
    open_project(path).close()
    (saved,) = backup.existing(path)
    _spoil(path)
    with open_project(path, at_once=True) as project, pytest.raises(QualtoolError) as told:
        project.assure()
    assert saved.name in str(told.value)


def test_the_first_step_comes_after_the_backup(path: Path) -> None:
    with open_project(path, at_once=True) as project:
        coded.code(project)
        assert project.assured
        (saved,) = backup.existing(path)
        assert _codings(project) == 1
    with open_project(saved) as project:
        assert _codings(project) == 0


def test_a_project_closed_at_once_is_backed_up_and_let_go_of(path: Path) -> None:
    open_project(path, at_once=True).close()
    assert len(backup.existing(path)) == 1
    assert not lock.note_path(path).exists()
    with open_project(path) as project:
        assert not project.read_only


def test_a_backup_that_cannot_be_made_is_cautioned_of_when_that_is_known(path: Path) -> None:
    backup_names.folder_of(path).write_text("in the way")
    with open_project(path, at_once=True) as project:
        project.assure()
        (caution,) = project.opened.cautions
        assert "No backup" in caution
        project.assure()
        assert project.opened.cautions == (caution,)
        coded.code(project)


def test_what_has_to_be_written_to_be_opened_is_checked_first(path: Path) -> None:
    with closing(connection.dial(path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
    with open_project(path, at_once=True) as project:
        assert project.assured
        assert project._raw.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert len(backup.existing(path)) == 1
    with closing(connection.dial(path)) as raw:
        raw.execute("PRAGMA journal_mode = WAL")
    _spoil(path)
    with pytest.raises(QualtoolError) as told:
        open_project(path, at_once=True)
    assert told.value.key == "damaged"


def test_a_file_cut_short_is_not_shown_at_all(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: -10 * PAGE])
    with pytest.raises(QualtoolError) as told:
        open_project(path, at_once=True)
    assert told.value.key == "damaged"


def test_a_protected_project_is_checked_and_backed_up_in_its_own_key(tmp_path: Path) -> None:
    path = tmp_path / "vernet.qualtool"
    coded.make(path, phrase=coded.PHRASE).close()
    with open_project(path, pass_phrase=coded.PHRASE, at_once=True) as project:
        project.assure()
        (saved,) = backup.existing(path)
    with open_project(saved, pass_phrase=coded.PHRASE) as project:
        assert project.protected


def test_for_reading_only_it_is_checked_and_nothing_is_written(path: Path) -> None:
    with open_project(path, read_only=True, at_once=True) as project:
        project.assure()
    assert [file.name for file in path.parent.iterdir()] == [path.name]
