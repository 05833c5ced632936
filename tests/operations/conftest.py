"""A rich project, made once and copied for each test that wants it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.store.project import Project, open_project
from tests.operations.rich import Rich, furnish, start


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Rich]:
    path = tmp_path_factory.mktemp("rich") / "rich.qualtool"
    with start(path) as project:
        return path, furnish(project)


@pytest.fixture
def rich(furnished: tuple[Path, Rich], tmp_path: Path) -> Iterator[tuple[Project, Rich]]:
    copy = tmp_path / "copy.qualtool"
    shutil.copyfile(furnished[0], copy)
    with open_project(copy) as project:
        yield project, furnished[1]
