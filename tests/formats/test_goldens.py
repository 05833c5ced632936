"""Every fixture file is read as the page beside it says."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualtool import plugins
from tests.formats.checking import check, on_paper

FOLDER = Path(__file__).parents[1] / "data" / "formats"
FILES = sorted(path for path in FOLDER.iterdir() if path.is_file())


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_read_as_its_page_says(path: Path) -> None:
    source = plugins.read_file(path)
    check(source)
    expected = FOLDER / "read" / f"{path.name}.txt"
    assert on_paper(source) == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_a_file_is_known_by_its_content_under_any_name(path: Path) -> None:
    data = path.read_bytes()
    by_content = plugins.read(data, "uten-endelse")
    assert by_content.text == plugins.read(data, path.name).text


def test_there_are_two_fixtures_of_each_kind_and_a_norwegian_one() -> None:
    for ending in (".txt", ".md", ".vtt", ".srt"):
        names = [path.stem for path in FILES if path.suffix == ending]
        assert len(names) >= 2
        assert any(name.endswith(("-nb", "-nn")) for name in names)
