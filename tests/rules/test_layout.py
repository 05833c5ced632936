"""Where things lie and what they are called, so that a newcomer finds them."""

from __future__ import annotations

import ast
import statistics
from pathlib import Path

import pytest

from qualtool import plugins
from tests.rules.tree import (
    PACKAGE,
    ROOT,
    files,
    imported,
    is_ignored,
    modules,
    parsed,
    settings,
    shown,
)

TOP = {
    ".ci",
    ".gitignore",
    "ARCHITECTURE.md",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "packaging",
    "pyproject.toml",
    "qualtool",
    "resources",
    "tests",
}
LONGEST, LONGEST_MAIN_WINDOW, MEDIAN = 400, 300, 120
SAYS_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base_classes"}
MIRRORED = ("analysis", "core", "formats", "operations", "reports", "store")


def _length(module: Path) -> int:
    return len(module.read_text(encoding="utf-8").splitlines())


def test_nothing_else_lies_at_the_top() -> None:
    found = {path.name for path in ROOT.iterdir() if not is_ignored(path)}
    assert found == TOP


def test_no_module_is_too_long_to_be_read_in_one_go() -> None:
    lengths = {
        shown(module): _length(module) for module in (*modules(), *modules(ROOT / "packaging"))
    }
    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}
    assert lengths.get("qualtool/ui/main_window.py", 0) <= LONGEST_MAIN_WINDOW


def test_most_modules_are_short() -> None:
    lengths = [_length(module) for module in modules() if module.name != "__init__.py"]
    assert statistics.median(lengths) <= MEDIAN


def test_module_names_say_what_they_hold() -> None:
    everything = (*modules(), *modules(ROOT / "tests"), *modules(ROOT / "packaging"))
    names = {shown(path): {*path.relative_to(ROOT).with_suffix("").parts} for path in everything}
    assert [path for path, parts in names.items() if parts & SAYS_NOTHING] == []


def test_class_names_say_what_they_hold() -> None:
    found = [
        f"{shown(module, node.lineno)} {node.name}"
        for module in modules()
        for node in ast.walk(parsed(module))
        if isinstance(node, ast.ClassDef)
        and (node.name.lstrip("_").startswith("Abstract") or node.name.endswith("Manager"))
    ]
    assert found == []


def test_the_package_list_names_every_folder() -> None:
    folders = {
        ".".join(path.parent.relative_to(ROOT).parts)
        for path in modules()
        if path.name == "__init__.py"
    }
    assert set(settings()["tool"]["setuptools"]["packages"]) == folders | {"qualtool.resources"}
    assert {path.parent for path in modules()} == {
        ROOT / name.replace(".", "/") for name in folders
    }


def test_every_folder_of_tests_is_a_package() -> None:
    folders = {path.parent for path in modules(ROOT / "tests")}
    assert [shown(folder) for folder in folders if not (folder / "__init__.py").exists()] == []


def test_tests_outside_the_resources_hold_no_left_overs() -> None:
    endings = {".orig", ".rej", ".bak", ".tmp", ".swp", ".pyc"}
    assert [shown(path) for path in files() if path.suffix in endings] == []


def _has_logic(module: Path) -> bool:
    return any(isinstance(node, ast.FunctionDef) for node in ast.walk(parsed(module)))


def _tests_of(module: Path) -> list[Path]:
    """Where the tests of a module may stand: its own file, or that of the folder it is in."""
    place = module.relative_to(PACKAGE)
    own = ROOT / "tests" / place.parent / f"test_{module.stem}.py"
    of_folder = ROOT / "tests" / place.parent.parent / f"test_{place.parent.name}.py"
    return [own, of_folder] if len(place.parts) > 2 else [own]


def _name(module: Path) -> str:
    return ".".join(module.relative_to(ROOT).with_suffix("").parts)


def _used(module: Path) -> set[str]:
    """The modules that a module may be importing names from, or importing whole."""
    names = {name for _line, name in imported(module)}
    if "qualtool.plugins" in names:  # it loads the readers and writers by their names
        names |= {f"qualtool.formats.{name}" for name in (*plugins.READERS, *plugins.WRITERS)}
    return names | {name.rpartition(".")[0] for name in names}


@pytest.mark.parametrize("layer", MIRRORED)
def test_every_module_is_tested_or_is_a_part_of_one_that_is(layer: str) -> None:
    everything = [module for module in modules(PACKAGE / layer) if module.name != "__init__.py"]
    uses = {_name(module): _used(module) for module in everything}
    by_tests = set().union(*map(_used, modules(ROOT / "tests" / layer)))
    reached = {
        _name(module)
        for module in everything
        if not _has_logic(module)
        or _name(module) in by_tests
        or any(test.exists() for test in _tests_of(module))
    }
    waiting = list(reached)
    while waiting:
        parts = uses[waiting.pop()] & set(uses) - reached
        waiting.extend(parts)
        reached |= parts
    assert sorted(set(uses) - reached) == []


@pytest.mark.parametrize("layer", [*MIRRORED, "ui"])
def test_every_test_stands_where_its_module_does_or_says_what_it_is_about(layer: str) -> None:
    astray = []
    for test in modules(ROOT / "tests" / layer):
        if not test.name.startswith("test_"):
            continue
        place = PACKAGE / test.parent.relative_to(ROOT / "tests")
        name = test.stem.removeprefix("test_")
        mirrors = (place / f"{name}.py").exists() or (place / name).is_dir()
        if not mirrors and not ast.get_docstring(parsed(test)):
            astray.append(shown(test))
    assert astray == []
