from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import environment
import pytest
from telling import SetUpError

# A project that needs no packages and builds itself, so that pip works without a network.
PROJECT = """\
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]

[project]
name = "tiny"
version = "1"
requires-python = ">=3.11"
dependencies = []

[project.optional-dependencies]
development = []

[tool.setuptools]
"""

BACKEND = """\
from zipfile import ZipFile

FILES = {
    "tiny.py": "answer = 42",
    "tiny-1.dist-info/METADATA": "Metadata-Version: 2.1\\nName: tiny\\nVersion: 1\\n"
    "Provides-Extra: development\\n",
    "tiny-1.dist-info/WHEEL": "Wheel-Version: 1.0\\nGenerator: x\\nRoot-Is-Purelib: true\\n"
    "Tag: py3-none-any\\n",
    "tiny-1.dist-info/RECORD": "",
}


def build_editable(wheel_directory, config_settings=None, metadata_directory=None):
    name = "tiny-1-py3-none-any.whl"
    with ZipFile(f"{wheel_directory}/{name}", "w") as wheel:
        for path, content in FILES.items():
            wheel.writestr(path, content)
    return name
"""


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small project in a folder with a space in its name, and no network."""
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    for elsewhere in ("PYTHONPYCACHEPREFIX", "PYTHONDONTWRITEBYTECODE"):
        monkeypatch.delenv(elsewhere, raising=False)
    root = tmp_path / "a copy"
    root.mkdir()
    (root / "pyproject.toml").write_text(PROJECT)
    (root / "backend.py").write_text(BACKEND)
    return root


@pytest.fixture
def stamped(root: Path) -> Path:
    """The small project with an environment that looks finished."""
    folder = root / ".venv"
    python = environment.python_in(folder)
    python.parent.mkdir(parents=True)
    python.touch()
    version = ".".join(str(part) for part in sys.version_info[:3])
    (folder / "pyvenv.cfg").write_text(f"home = here\nversion = {version}\n")
    environment.note_done(root, development=False)
    return root


def test_nothing_is_ready_before_it_is_made(root: Path) -> None:
    assert not environment.is_ready(root, development=False)


def test_what_was_finished_needs_nothing_more(stamped: Path) -> None:
    assert environment.is_ready(stamped, development=False)


def test_the_development_tools_are_a_need_of_their_own(stamped: Path) -> None:
    assert not environment.is_ready(stamped, development=True)
    environment.note_done(stamped, development=True)
    assert environment.is_ready(stamped, development=True)
    assert environment.is_ready(stamped, development=False)


def test_other_needs_ask_for_another_installation(stamped: Path) -> None:
    project = stamped / "pyproject.toml"
    project.write_text(PROJECT.replace("dependencies = []", 'dependencies = ["more"]', 1))
    assert not environment.is_ready(stamped, development=False)


def test_settings_of_the_checks_ask_for_no_installation(stamped: Path) -> None:
    with (stamped / "pyproject.toml").open("a") as project:
        project.write("\n[tool.ruff]\nline-length = 100\n")
    assert environment.is_ready(stamped, development=False)


def test_a_folder_that_was_moved_is_noticed(stamped: Path) -> None:
    moved = stamped.rename(stamped.with_name("moved"))
    assert not environment.is_ready(moved, development=False)


@pytest.mark.parametrize("version", ["3.9.2", "3.99.0"])
def test_another_python_is_noticed(stamped: Path, version: str) -> None:
    (stamped / ".venv" / "pyvenv.cfg").write_text(f"version = {version}\n")
    assert not environment.is_ready(stamped, development=False)


def test_a_python_that_went_away_is_noticed(stamped: Path) -> None:
    environment.python_in(stamped / ".venv").unlink()
    assert not environment.is_ready(stamped, development=False)


def test_an_interrupted_environment_is_made_anew(
    stamped: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (stamped / ".venv" / "left over").touch()
    environment.stamp_file(stamped / ".venv").write_text(environment.UNFINISHED)
    assert not environment.is_ready(stamped, development=False)
    environment.make_ready(stamped, development=True)
    assert environment.is_ready(stamped, development=True)
    assert not (stamped / ".venv" / "left over").exists()
    assert not _compiled(stamped)
    assert _answer(stamped) == "42"
    assert "making it anew" in capsys.readouterr().err


def test_packages_that_cannot_be_fetched_are_told_and_fetched_another_time(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wanting = PROJECT.replace("requires = []", 'requires = ["not-to-be-had"]')
    (root / "pyproject.toml").write_text(wanting)
    with pytest.raises(SetUpError, match="on the network"):
        environment.make_ready(root, development=False)
    assert "not-to-be-had" in capsys.readouterr().err
    assert not environment.is_ready(root, development=False)

    (root / "pyproject.toml").write_text(PROJECT)
    environment.make_ready(root, development=False)
    assert environment.is_ready(root, development=False)
    assert "Making .venv" not in capsys.readouterr().err
    assert _compiled(root)
    assert _answer(root) == "42"


@pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="a folder cannot be closed to its owner"
)
def test_a_folder_that_cannot_be_written_is_told_in_a_sentence(root: Path) -> None:
    root.chmod(0o555)
    try:
        with pytest.raises(SetUpError, match="could not be written"):
            environment.make_ready(root, development=False)
    finally:
        root.chmod(0o755)


def test_a_file_in_the_place_of_the_folder_is_told_in_a_sentence(root: Path) -> None:
    (root / ".venv").touch()
    with pytest.raises(SetUpError, match="could not be written"):
        environment.make_ready(root, development=False)


def _compiled(root: Path) -> list[Path]:
    return list((root / ".venv").rglob("tiny.*.pyc"))


def _answer(root: Path) -> str:
    python = environment.python_in(root / ".venv")
    asked = [str(python), "-P", "-c", "import tiny; print(tiny.answer)"]
    ended = subprocess.run(asked, capture_output=True, text=True, check=True, cwd=root.parent)
    return ended.stdout.strip()
