from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from qualtool.core.errors import QualtoolError
from qualtool.reports.saving import refused, save, write_whole
from tests.formats.invented import excerpts, full_report, report, table


def test_a_report_is_saved_as_the_ending_says(tmp_path: Path) -> None:
    for ending, start in (
        ("docx", b"PK"),
        ("XLSX", b"PK"),
        ("csv", b"\xef\xbb\xbf"),
        ("html", b"<!DOCTYPE html>"),
        ("md", b"# "),
    ):
        path = tmp_path / f"vedlegg.{ending}"
        assert save(full_report(), path) == ()
        assert path.read_bytes().startswith(start)


def test_what_the_kind_of_file_does_to_the_report_comes_back(tmp_path: Path) -> None:
    long = report(table(excerpts("ord " * 10_000)))
    assert [each.key for each in save(long, tmp_path / "a.xlsx")] == ["long_cells"]
    assert save(long, tmp_path / "a.csv") == ()


def test_an_unknown_ending_is_told_before_anything_is_written(tmp_path: Path) -> None:
    for name in ("vedlegg.pdf", "vedlegg"):
        with pytest.raises(QualtoolError) as told:
            save(full_report(), tmp_path / name)
        assert told.value.key == "ending_unknown"
    assert list(tmp_path.iterdir()) == []


def test_the_file_that_was_there_is_replaced_whole_and_nothing_left_beside(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"before" * 1000)
    write_whole(path, b"after")
    assert path.read_bytes() == b"after"
    assert list(tmp_path.iterdir()) == [path]


def test_a_very_long_name_leaves_room_for_the_file_beside(tmp_path: Path) -> None:
    path = tmp_path / f"{'x' * 240}.csv"
    write_whole(path, b"1")
    assert path.read_bytes() == b"1"


@pytest.mark.skipif(os.name == "nt", reason="links need rights there")
def test_a_link_is_followed(tmp_path: Path) -> None:
    path, link = tmp_path / "a.csv", tmp_path / "b.csv"
    path.write_bytes(b"before")
    link.symlink_to(path)
    write_whole(link, b"after")
    assert link.is_symlink()
    assert path.read_bytes() == b"after"


def test_a_missing_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in ("gone", "file"):
        with pytest.raises(QualtoolError) as told:
            write_whole(tmp_path / folder / "a.csv", b"1")
        assert told.value.key == "folder_missing"
        assert "a.csv" in str(told.value)


def test_a_folder_of_the_same_name_is_told_and_nothing_left_beside(tmp_path: Path) -> None:
    (tmp_path / "a.csv").mkdir()
    with pytest.raises(QualtoolError) as told:
        write_whole(tmp_path / "a.csv", b"1")
    assert told.value.key in ("not_written", "file_in_use")
    assert [each.name for each in tmp_path.iterdir()] == ["a.csv"]


@pytest.mark.parametrize(
    ("error", "replacing", "key"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), False, "disk_full"),
        (OSError(errno.EDQUOT, "Quota exceeded"), False, "disk_full"),
        (PermissionError(errno.EACCES, "Permission denied"), False, "folder_closed"),
        (PermissionError(errno.EACCES, "Permission denied"), True, "file_in_use"),
        (OSError(errno.EIO, "Input/output error"), False, "not_written"),
        (OSError(), False, "not_written"),
    ],
)
def test_each_refusal_says_what_it_means_and_names_the_file(
    error: OSError, replacing: bool, key: str
) -> None:
    told = refused(error, Path("vedlegg") / "a.docx", replacing=replacing)
    assert told.key == key
    assert "a.docx" in str(told)
    assert "{" not in str(told)


def test_a_private_file_stays_private_and_what_was_left_half_written_goes(tmp_path: Path) -> None:
    path, left = tmp_path / "ut.md", tmp_path / ".qualtool-aaaaaaaaaaaa.part"
    path.write_text("før", "utf-8")
    path.chmod(0o600)
    left.write_text("hemmelig", "utf-8")
    os.utime(left, (0, 0))
    write_whole(path, b"nytt")
    assert path.stat().st_mode & 0o777 == 0o600
    assert not left.exists()
