"""Versions and marks of a project file; what is refused stands in the tests of opening."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from qualtool.store import connection, inspection
from qualtool.store.inspection import Damaged
from qualtool.store.schema import VERSION
from tests.store import coded


@pytest.mark.parametrize("version", [(1, 0), (1, 999), (37, 12)])
def test_a_version_is_read_as_it_was_set(tmp_path: Path, version: tuple[int, int]) -> None:
    with closing(connection.dial(tmp_path / "x", mode="rwc")) as raw:
        inspection.set_version(raw, version)
        assert inspection.version_of(raw) == version


def test_a_new_project_is_ours_and_sound(tmp_path: Path) -> None:
    path = tmp_path / "studie.qualtool"
    coded.make(path).close()
    with closing(connection.dial(path)) as raw:
        assert inspection.check_ours(raw, path) == VERSION
        inspection.check_sound(raw, path)


def test_a_file_shorter_than_it_says_is_not_sound(tmp_path: Path) -> None:
    path = tmp_path / "studie.qualtool"
    coded.make(path).close()
    short = tmp_path / "kort"
    short.write_bytes(path.read_bytes()[:-1])
    with closing(connection.dial(path)) as raw, pytest.raises(Damaged):
        inspection.check_sound(raw, short)
