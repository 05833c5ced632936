from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import dev
import pytest

DEV = Path(dev.__file__)


def test_any_python_3_can_read_the_file_that_says_which_python_is_needed() -> None:
    source = DEV.read_text(encoding="utf-8")
    assert "__future__" not in source
    assert ast.parse(source, feature_version=(3, 6)).body


def test_an_older_python_is_told_which_one_is_needed(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert dev.refuse((3, 9)) == 1
    told = capsys.readouterr().err
    assert "needs Python 3.11 or newer; this is Python 3.9" in told
    assert "install it" in told


def test_an_older_python_names_a_newer_one_that_is_there(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    name = "python3.12.exe" if sys.platform == "win32" else "python3.12"
    newer = tmp_path / name
    newer.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    dev.refuse((3, 10))
    assert "write python3.12 in place of python3" in capsys.readouterr().err


def test_python_named_as_needed_is_the_one_the_package_needs() -> None:
    project = (DEV.parent.parent / "pyproject.toml").read_text(encoding="utf-8")
    assert f'requires-python = ">={dev.NEEDED[0]}.{dev.NEEDED[1]}"' in project


def test_without_a_command_the_commands_are_told_and_the_usage_is_wrong() -> None:
    ended = subprocess.run([sys.executable, DEV], capture_output=True, text=True, check=False)
    assert ended.returncode == 2
    assert "packaging/dev.py run" in ended.stderr
    assert "packaging/dev.py test" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_without_parts_of_the_standard_library_there_is_no_traceback(tmp_path: Path) -> None:
    for name in ("dev.py", "commands.py"):
        (tmp_path / name).write_bytes((DEV.parent / name).read_bytes())
    ended = subprocess.run(
        [sys.executable, tmp_path / "dev.py", "run"], capture_output=True, text=True, check=False
    )
    assert ended.returncode == 1
    assert "apt-get install python3 python3-venv" in ended.stderr
    assert "Traceback" not in ended.stderr
