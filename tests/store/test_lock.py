"""Whoever has a project open is known to the next one, and only as long as they live."""

from __future__ import annotations

import getpass
import json
import os
import platform
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from qualtool.store import lock
from qualtool.store.lock import Note
from tests.store import dying, nobody


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "studie.qualtool"


def _leave(path: Path, **fields: object) -> None:
    note = {"user": "Kari", "machine": platform.node(), "process": 1, "since_ms": 5} | fields
    lock.note_path(path).write_text(json.dumps(note), encoding="utf-8")


def test_the_note_says_who_where_and_since_when(path: Path) -> None:
    begun = time.time() * 1000
    assert lock.take(path) is None
    note = json.loads(lock.note_path(path).read_bytes())
    assert note["user"] == getpass.getuser()
    assert note["machine"] == platform.node()
    assert note["process"] == os.getpid()
    assert begun - 1 <= note["since_ms"] <= time.time() * 1000
    lock.release(path)
    assert list(path.parent.iterdir()) == []


def test_a_second_opener_is_told_who_holds_it_also_in_the_same_process(path: Path) -> None:
    assert lock.take(path) is None
    for _again in range(2):
        holder = lock.take(path)
        assert holder is not None
        assert holder.process == os.getpid()
    lock.release(path)
    assert lock.take(path) is None
    lock.release(path)
    lock.release(path)


@dying.forks
def test_a_note_of_a_dead_process_is_taken_over_whatever_its_number(path: Path) -> None:
    def work(say: dying.Say) -> None:
        say(b"h" if lock.take(path) is None else b"n")
        time.sleep(60)

    assert dying.killed(work, 0.0, words=1) == b"h"
    assert lock.note_path(path).exists()
    # Its number may have gone to another process by now, even to this one.
    _leave(path, process=os.getpid())
    assert lock.take(path) is None
    lock.release(path)


@dying.forks
def test_a_note_of_a_living_process_keeps_others_out(path: Path) -> None:
    assert lock.take(path) is None
    found: list[Note | None] = []

    def work(say: dying.Say) -> None:
        found.append(lock.take(path))
        say(b"y" if found[0] and found[0].process == os.getppid() else b"n")
        lock.release(path)  # not ours, so nothing
        say(b"y" if lock.note_path(path).exists() else b"n")
        time.sleep(60)

    assert dying.killed(work, 0.0, words=2) == b"yy"
    lock.release(path)
    assert not lock.note_path(path).exists()


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", b"null", b'{"user": 1}', b"\xff\xfe", b'{"user":"","machine":"","x":1}'],
)
def test_a_note_that_cannot_be_read_is_taken_over(path: Path, content: bytes) -> None:
    lock.note_path(path).write_bytes(content)
    assert lock.take(path) is None
    lock.release(path)
    assert not lock.note_path(path).exists()


def test_a_note_from_another_machine_is_believed_unless_it_is_forced(path: Path) -> None:
    _leave(path, machine="en annen")
    assert lock.take(path) == Note("Kari", "en annen", 1, 5)
    assert lock.take(path, by_force=True) is None
    assert json.loads(lock.note_path(path).read_bytes())["process"] == os.getpid()
    lock.release(path)
    assert not lock.note_path(path).exists()


def test_a_living_holder_on_this_machine_is_not_robbed(path: Path) -> None:
    assert lock.take(path) is None
    assert lock.take(path, by_force=True) is not None
    lock.release(path)


def test_a_note_that_has_become_another_machines_is_left_alone(path: Path) -> None:
    assert lock.take(path) is None
    _leave(path, machine="en annen")
    lock.release(path)
    assert lock.note_path(path).exists()


def test_a_note_that_was_deleted_while_open_does_no_harm(path: Path) -> None:
    assert lock.take(path) is None
    lock.note_path(path).unlink()
    lock.release(path)
    assert lock.take(path) is None
    lock.release(path)


def test_a_closed_folder_is_an_error_and_another_users_note_is_believed() -> None:
    with nobody.closed_folder() as folder:
        path = folder / "studie.qualtool"
        nobody.shut(folder)

        def attempt() -> str:
            try:
                return str(lock.take(path))
            except PermissionError:
                return "PermissionError"

        assert nobody.as_nobody(attempt) == "PermissionError"
        folder.chmod(0o755)
        _leave(path, user="Per")
        lock.note_path(path).chmod(0o644 if not os.geteuid() else 0o444)
        assert "Per" in nobody.as_nobody(attempt)
        lock.note_path(path).chmod(0)
        assert nobody.as_nobody(attempt) == str(Note())


def test_on_a_full_disk_the_note_has_no_words_and_holds_all_the_same(tmp_path: Path) -> None:
    with nobody.tiny_disk(tmp_path / "tiny", "64k") as folder:
        path = folder / "studie.qualtool"
        (folder / "fyll").write_bytes(bytes(64 * 1024))
        assert lock.take(path) is None
        assert lock.take(path) == Note()
        lock.release(path)
        assert not lock.note_path(path).exists()


def test_a_user_without_a_name_can_work_too(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    code = (
        "import os; os.getuid = lambda: 987654; from pathlib import Path; "
        f"from qualtool.store import lock; lock.take(Path({str(path)!r})); "
        f"print(lock.note_path(Path({str(path)!r})).read_text())"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert json.loads(said.stdout)["user"] == ""


def test_a_process_that_ends_without_closing_takes_its_note_away(path: Path) -> None:
    code = (
        "from pathlib import Path; from qualtool.store import lock; "
        f"print(lock.take(Path({str(path)!r})), lock.note_path(Path({str(path)!r})).exists())"
    )
    said = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert said.stdout == "None True\n"
    assert list(path.parent.iterdir()) == []


@dying.forks
def test_of_many_that_come_at_once_never_two_hold_it(path: Path, tmp_path: Path) -> None:
    inside = tmp_path / "inne"

    def contend(say: dying.Say) -> None:
        chance = random.Random(os.getpid())
        while True:
            if lock.take(path) is None:
                os.close(os.open(inside, os.O_CREAT | os.O_EXCL))  # fails if another is inside
                time.sleep(chance.uniform(0, 0.002))
                inside.unlink()
                lock.release(path)
                say(b"+")

    children = []
    for _each in range(4):
        children.append(os.fork())
        if not children[-1]:
            try:
                contend(lambda _word: None)
            finally:
                os._exit(1)  # only an error ends the contention
    try:
        time.sleep(1.5)
        assert [os.waitpid(child, os.WNOHANG) for child in children] == [(0, 0)] * 4
    finally:
        for child in children:
            os.kill(child, 9)
            os.waitpid(child, 0)
    assert lock.take(path) is None
    lock.release(path)
