from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from qualtool import app
from qualtool.store.project import Project


@pytest.mark.skipif(os.name != "posix", reason="the system asks the window itself there")
@pytest.mark.parametrize("told", ["SIGINT", "SIGTERM"])
def test_told_to_end_the_window_closes_its_project(
    project: Project, tmp_path: Path, told: str
) -> None:
    project.close()
    note = tmp_path / f"{project.path.name}.lock"
    assert not note.exists()
    with subprocess.Popen(
        [sys.executable, "-m", "qualtool", str(project.path)],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    ) as program:
        try:
            _wait_until_there(note)
            program.send_signal(getattr(signal, told))
            _out, errors = program.communicate(timeout=60)
        finally:
            program.kill()
    assert errors == ""
    assert program.returncode == 0
    assert not note.exists()


def _wait_until_there(path: Path) -> None:
    for _ in range(600):
        if path.exists():
            return
        time.sleep(0.05)
    raise AssertionError(f"{path.name} did not come")


@pytest.mark.usefixtures("qtbot")
def test_the_window_never_begins_larger_than_the_screen() -> None:
    window = app.start(None)
    try:
        there = window.screen().availableSize()
        assert window.width() <= there.width()
        assert window.height() <= there.height()
    finally:
        window.close()
        window.deleteLater()
