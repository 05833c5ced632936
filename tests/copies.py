"""Projects that are made once and copied for each test: making one takes longer than most tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from qualtool.store import lock, opening
from qualtool.store.project import Project


def content_of(make: Callable[[Path], Project]) -> bytes:
    """The file of a project that `make` makes at a path and gives back open."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "study.qualtool"
        make(path).close()
        return path.read_bytes()


def opened_copy(content: bytes, path: Path) -> Project:
    """A project of such a file at `path`, open as one that has just been made there.

    Not as one that is opened again, which is checked and backed up first.
    """
    path = path.parent.resolve() / path.name
    path.write_bytes(content)
    assert lock.take(path) is None
    return Project(opening.open_made(path, ""))
