from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import commands
import environment
import pytest


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["--sample"],
        ["study.qualtool"],
        ["a folder/Study 1.QUALTOOL"],
        ["--lang", "nb"],
        ["--lang", "nn", "study.qualtool"],
        ["--lang=en", "open"],
    ],
)
def test_no_command_opens_the_window(arguments: list[str]) -> None:
    assert commands.opens_window(arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ["--version"],
        ["--help"],
        ["info", "study.qualtool"],
        ["--lang", "nn", "info", "study.qualtool"],
        ["open", "--help"],
        ["new", "study.qualtool"],
        ["exprot"],
        ["--nope"],
        ["--lang", "de"],
        ["--language"],
        ["--lang=nb", "--sampel"],
        ["study.qualtool", "--nope"],
        ["export", "study.qualtool", "excerpts", "--to", "out.docx"],
    ],
)
def test_a_command_needs_neither_window_nor_display(arguments: list[str]) -> None:
    assert not commands.opens_window(arguments)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
def test_without_a_display_the_command_line_is_shown_instead(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert commands.main(["run"]) == 1
    told = capsys.readouterr().err
    assert "no display" in told
    assert "packaging/dev.py run --help" in told


def test_the_gates_stand_in_the_order_of_the_design() -> None:
    assert [name for name, _ in commands.GATES] == [
        "ruff format --check",
        "ruff check",
        "mypy",
        "lint-imports",
        "pytest",
    ]


def test_the_first_gate_that_fails_ends_the_check_with_its_exit_code(
    capfd: pytest.CaptureFixture[str],
) -> None:
    gates = (
        ("first", ("-c", "print('said by first')")),
        ("second", ("-c", "raise SystemExit(7)")),
        ("third", ("-c", "print('said by third')")),
    )
    assert commands.pass_gates(gates, python=Path(sys.executable)) == 7
    told = capfd.readouterr().out
    assert "── first\nsaid by first" in told
    assert "second 0." in told
    assert "(failed)" in told
    assert "third" not in told


def test_gates_draw_windows_off_the_screen(capfd: pytest.CaptureFixture[str]) -> None:
    gates = [("asked", ("-c", "import os; print(os.environ['QT_QPA_PLATFORM'])"))]
    assert commands.pass_gates(gates, python=Path(sys.executable)) == 0
    assert "offscreen" in capfd.readouterr().out


def test_gates_keep_what_is_compiled_beside_the_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONDONTWRITEBYTECODE", "1")
    around = commands.surroundings()
    assert "PYTHONDONTWRITEBYTECODE" not in around
    assert Path(around["PYTHONPYCACHEPREFIX"]).parent == commands.ROOT / ".venv"


@pytest.mark.skipif(sys.platform != "linux", reason="other systems offer no folder in memory")
def test_temporary_files_lie_in_memory_where_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("TMPDIR", raising=False)
    monkeypatch.setattr(commands, "ROOM", 0)
    assert commands.surroundings(tmp_path)["TMPDIR"] == str(tmp_path)
    assert "TMPDIR" not in commands.surroundings(tmp_path / "no such folder")
    monkeypatch.setattr(commands, "ROOM", 2**80)
    assert "TMPDIR" not in commands.surroundings(tmp_path)
    monkeypatch.setenv("TMPDIR", "chosen")
    assert commands.surroundings(tmp_path)["TMPDIR"] == "chosen"


def test_ci_makes_the_checks_that_the_readme_names() -> None:
    script = commands.ROOT / ".ci" / "run"
    assert "exec python3 packaging/dev.py test\n" in script.read_text(encoding="utf-8")
    readme = (commands.ROOT / "README.md").read_text(encoding="utf-8")
    assert "python3 packaging/dev.py test" in readme
    assert "python3 packaging/dev.py run" in readme


@pytest.mark.skipif(sys.platform == "win32", reason="a process cannot take another's place there")
def test_arguments_and_exit_code_of_the_program_pass_through(tmp_path: Path) -> None:
    root = tmp_path / "copy"
    packaging = root / "packaging"
    packaging.mkdir(parents=True)
    for file in Path(commands.__file__).parent.glob("*.py"):
        (packaging / file.name).write_bytes(file.read_bytes())
    (root / "pyproject.toml").write_bytes((commands.ROOT / "pyproject.toml").read_bytes())
    _pretend_set_up(root)
    called = [sys.executable, str(packaging / "dev.py"), "run", "info", "a study.qualtool"]
    ended = subprocess.run(called, capture_output=True, text=True, check=False, cwd=tmp_path)
    assert ended.stdout.splitlines() == ["-P -m qualtool info a study.qualtool", str(tmp_path)]
    assert ended.returncode == 5
    assert ended.stderr == ""


def _pretend_set_up(root: Path) -> None:
    """An environment that is ready, whose Python says what it was called with and ends in 5."""
    folder = root / ".venv"
    python = environment.python_in(folder)
    python.parent.mkdir(parents=True)
    python.write_text('#!/bin/sh\necho "$@"\npwd\nexit 5\n')
    python.chmod(0o755)
    version = ".".join(str(part) for part in sys.version_info[:3])
    (folder / "pyvenv.cfg").write_text(f"version = {version}\n")
    environment.note_done(root, development=False)
