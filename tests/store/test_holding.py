"""Who may change a project, and what the others are told."""

from __future__ import annotations

import errno
import json
import platform
from pathlib import Path

import pytest

from qualtool.store import holding, lock
from qualtool.store.holding import Opened
from qualtool.store.project import open_project
from tests.store import coded


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "studie.qualtool"
    coded.make(made).close()
    return made


def _leave(path: Path, machine: str) -> None:
    note = {"user": "Kari", "machine": machine, "process": 7, "since_ms": 1_700_000_000_000}
    lock.note_path(path).write_text(json.dumps(note), encoding="utf-8")


def test_the_first_may_write_and_the_second_is_told_where_it_is_open(path: Path) -> None:
    assert holding.hold(path, read_only=False, by_force=False) == Opened()
    second = holding.hold(path, read_only=False, by_force=False)
    assert second.read_only
    assert second.held_by is not None
    assert second.held_by.machine == platform.node()
    assert "another window on this machine" in second.cautions[0]
    lock.release(path)


def test_who_only_wants_to_read_leaves_no_note(path: Path) -> None:
    assert holding.hold(path, read_only=True, by_force=False) == Opened(read_only=True)
    assert not lock.note_path(path).exists()


def test_another_machine_is_named_with_the_way_out(path: Path) -> None:
    _leave(path, "kontoret")
    with open_project(path) as project:
        (caution,) = project.opened.cautions
        for word in ("Kari", "kontoret", "2023-11-1", "studie.qualtool.lock"):
            assert word in caution
        assert project.read_only
    assert lock.note_path(path).exists()
    with open_project(path, by_force=True) as project:
        assert not project.read_only
    assert not lock.note_path(path).exists()


def test_a_holder_whose_note_cannot_be_read_is_somebody(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert lock.take(path) is None
    lock.note_path(path).write_bytes(b"")
    second = holding.hold(path, read_only=False, by_force=False)
    assert second.held_by == lock.Note()
    assert "somewhere else" in second.cautions[0]
    lock.release(path)


def test_a_disk_without_locks_is_for_reading_and_is_told_of(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fcntl = pytest.importorskip("fcntl")

    def refuses(_file: int, _how: int) -> None:
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(fcntl, "flock", refuses)
    opened = holding.hold(path, read_only=False, by_force=False)
    assert opened.read_only
    assert "cannot keep two programs" in opened.cautions[0]
    assert not lock.note_path(path).exists()
