"""A rich project, made once and copied for each test that wants it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualtool.store.project import Project
from tests.copies import opened_copy
from tests.operations.rich import Rich, furnish, start


@pytest.fixture(scope="session")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Rich]:
    path = tmp_path_factory.mktemp("rich") / "rich.qualtool"
    with start(path) as project:
        return path, furnish(project)


@pytest.fixture
def rich(furnished: tuple[Path, Rich], tmp_path: Path) -> Iterator[tuple[Project, Rich]]:
    with opened_copy(furnished[0].read_bytes(), tmp_path / "copy.qualtool") as project:
        yield project, furnished[1]
