"""Files that appear all at once."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from qualtool.store import drafts


def test_a_draft_is_in_the_folder_until_it_is_whole_and_then_takes_its_place(
    tmp_path: Path,
) -> None:
    path = tmp_path / "fil"
    with drafts.draft(path) as part:
        part.write_text("helt")
        assert part.parent == tmp_path
        assert not path.exists()
        assert drafts.is_draft(part.name)
        assert drafts.is_draft(f"{part.name}-journal")
    assert path.read_text() == "helt"
    assert list(tmp_path.iterdir()) == [path]


def test_an_error_leaves_what_was_there(tmp_path: Path) -> None:
    path = tmp_path / "fil"
    path.write_text("gammelt")

    def fail() -> None:
        with drafts.draft(path) as part:
            part.write_text("nytt")
            Path(f"{part}-journal").touch()
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert path.read_text() == "gammelt"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="permissions are of another kind elsewhere")
def test_what_replaces_a_file_has_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "fil"
    path.write_text("gammelt")
    path.chmod(0o640)
    with drafts.draft(path) as part:
        part.write_text("nytt")
    assert path.read_text() == "nytt"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_file_that_is_being_written_to_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "fil"
    path.write_text("gammelt")
    Path(f"{path}-journal").touch()
    with pytest.raises(FileExistsError), drafts.draft(path) as part:
        part.write_text("nytt")
    assert path.read_text() == "gammelt"


def test_a_block_that_makes_no_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), drafts.draft(tmp_path / "fil"):
        pass
    assert list(tmp_path.iterdir()) == []


def test_forgotten_drafts_are_cleared_away_and_nothing_else(tmp_path: Path) -> None:
    old = [tmp_path / name for name in (".qualtool-1.part", ".qualtool-1.part-journal", "annet")]
    fresh = tmp_path / ".qualtool-2.part"
    for file in (*old, fresh):
        file.touch()
    for file in old:
        os.utime(file, (0, 0))
    drafts.tidy(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([fresh, old[2]])
    drafts.tidy(tmp_path / "borte")
