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


WITH_A_DISPLAY = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
sys.argv = ["qualtool", *sys.argv[2:]]
from qualtool import __main__, app

def run(study, **_wanted):
    print(study, "qualtool.cli" in sys.modules)
    return 1 // {divisor}

app.run = run
sys.exit(__main__.main())
"""


def _begin(*arguments: str, home: Path, divisor: int = 1) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", WITH_A_DISPLAY.format(divisor=divisor), "--", *arguments],
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "QUALTOOL_HOME": str(home), "LANGUAGE": "en"},
    )


def test_a_window_is_opened_without_the_command_line(tmp_path: Path) -> None:
    study = tmp_path / "studie.qualtool"
    study.touch()
    assert _begin(home=tmp_path).stdout == "None False\n"
    assert _begin(str(study), home=tmp_path).stdout == f"{study} False\n"
    assert _begin("--sample", home=tmp_path).stdout == "None True\n"
    assert _begin(str(study.with_suffix("")), home=tmp_path).stdout == f"{study} True\n"


def test_a_window_that_cannot_be_opened_is_told_of_as_any_fault(tmp_path: Path) -> None:
    ended = _begin(home=tmp_path, divisor=0)
    assert ended.returncode == 1
    assert "the program’s fault (ZeroDivisionError)" in ended.stderr
    assert "Traceback" not in ended.stderr
