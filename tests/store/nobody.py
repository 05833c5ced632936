"""Folders and disks that refuse, and a user without rights, also where root runs the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_NOBODY = 65534


@contextmanager
def closed_folder() -> Iterator[Path]:
    """A folder that everyone can read; make it `shut` once what belongs in it is there."""
    folder = Path(tempfile.mkdtemp(prefix="qualtool-test-"))
    folder.chmod(0o755)
    try:
        yield folder
    finally:
        for place in (folder, *(each for each in folder.rglob("*") if each.is_dir())):
            place.chmod(0o755)
        shutil.rmtree(folder)


def shut(folder: Path) -> None:
    """Let nobody write to a folder from now on."""
    folder.chmod(0o555)


def as_nobody(work: Callable[[], str]) -> str:
    """What `work` returns when done by a user without rights.

    Whatever it imports must have been imported before: such a user may not read even Python.
    """
    if not hasattr(os, "fork"):
        pytest.skip("this system cannot fork a process")
    if os.geteuid():
        return work()
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.setgid(_NOBODY)
            os.setuid(_NOBODY)
            os.write(writing, work().encode())
        except BaseException as error:
            os.write(writing, f"{type(error).__name__}: {error}".encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read().decode()
    os.waitpid(child, 0)
    return said


@contextmanager
def tiny_disk(folder: Path, size: str) -> Iterator[Path]:
    """A disk of its own, of this size ("1m", "200k"), where root may have one."""
    if sys.platform != "linux" or os.geteuid() or shutil.which("mount") is None:
        pytest.skip("only root can make a tiny disk")
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let a tiny disk be made")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
