"""The files of the repository, as the rules look at them."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
PACKAGE: Final = ROOT / "qualtool"


@cache
def settings() -> dict[str, Any]:
    """What pyproject.toml says."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


@cache
def _ignored() -> tuple[str, ...]:
    lines = (ROOT / ".gitignore").read_text(encoding="utf-8").split()
    return (".git", *(line.rstrip("/") for line in lines))


def is_ignored(path: Path) -> bool:
    """Whether git leaves this file or folder out."""
    return any(fnmatch(path.name, pattern) for pattern in _ignored())


def files(folder: Path = ROOT) -> Iterator[Path]:
    """Every file under a folder that belongs to the repository, in order."""
    for path in sorted(folder.iterdir()):
        if is_ignored(path):
            continue
        if path.is_dir():
            yield from files(path)
        else:
            yield path


@cache
def modules(folder: Path = PACKAGE) -> tuple[Path, ...]:
    """Every Python module under a folder."""
    return tuple(path for path in files(folder) if path.suffix == ".py")


@cache
def parsed(module: Path) -> ast.Module:
    """A module's syntax tree."""
    return ast.parse(module.read_text(encoding="utf-8"), filename=str(module))


def shown(path: Path, line: int | None = None) -> str:
    """A file, and a line in it, as a person would look it up."""
    name = path.relative_to(ROOT).as_posix()
    return name if line is None else f"{name}:{line}"


def imported(module: Path) -> Iterator[tuple[int, str]]:
    """The full names a module imports anywhere in it, with the line of each."""
    for node in ast.walk(parsed(module)):
        if isinstance(node, ast.Import):
            for name in node.names:
                yield node.lineno, name.name
        elif isinstance(node, ast.ImportFrom):
            for name in node.names:
                yield node.lineno, f"{node.module}.{name.name}"
