from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from qualtool import __version__


def _start(*arguments: str, home: Path) -> subprocess.CompletedProcess[str]:
    """Start the program as somebody without a display does."""
    without = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    kept = {name: value for name, value in os.environ.items() if name not in without}
    return subprocess.run(
        [sys.executable, "-m", "qualtool", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**kept, "QUALTOOL_HOME": str(home), "LANGUAGE": "en"},
    )


def test_the_version_is_told(tmp_path: Path) -> None:
    ended = _start("--version", home=tmp_path)
    assert ended.stdout == f"qualtool {__version__}\n"
    assert ended.returncode == 0


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_the_command_line_is_named_in_place_of_the_window(tmp_path: Path) -> None:
    ended = _start(home=tmp_path)
    assert ended.returncode == 1
    assert "no display here" in ended.stderr
    assert "qualtool --help" in ended.stderr


def test_the_exit_code_passes_on_to_the_computer(tmp_path: Path) -> None:
    assert _start("exprot", home=tmp_path).returncode == 2
    assert _start("info", str(tmp_path / "none.qualtool"), home=tmp_path).returncode == 1
