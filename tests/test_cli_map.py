"""The thematic map on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualtool.operations import frames, themes
from tests.operations.rich import furnish, start
from tests.test_cli import Shell


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    """A command line beside a project with two sets of themes."""
    monkeypatch.chdir(tmp_path)
    with start(tmp_path / "s.qualtool") as project:
        furnish(project)
        with project.edit("x") as session:
            frame = frames.add(session, "Innsatsområder")
            themes.add(session, "Barnehage", frame_id=frame)
    return Shell(tmp_path, capsys)


def test_the_map_is_drawn_without_any_window(shell: Shell, tmp_path: Path) -> None:
    code, out, err = shell("map", "s", "--to", "kart.svg", "--title", "Funn", "--lang", "nb")
    assert (code, err) == (0, "")
    assert out.strip() == "Wrote kart.svg."
    svg = (tmp_path / "kart.svg").read_text("utf-8")
    assert "Funn" in svg
    assert "Barnehage" not in svg


def test_another_set_of_themes_is_named(shell: Shell, tmp_path: Path) -> None:
    assert shell("map", "s", "--to", "kart.svg", "--themes", "innsatsområder")[0] == 0
    assert "Barnehage" in (tmp_path / "kart.svg").read_text("utf-8")
    code, _out, err = shell("map", "s", "--to", "kart.svg", "--themes", "Andre")
    assert code != 0
    assert "Innsatsområder" in err


def test_a_bitmap_and_a_page_are_painted_too(shell: Shell, tmp_path: Path) -> None:
    for ending, begins in (("png", b"\x89PNG"), ("pdf", b"%PDF")):
        assert shell("map", "s", "--to", f"kart.{ending}")[0] == 0
        assert (tmp_path / f"kart.{ending}").read_bytes().startswith(begins)
    code, _out, err = shell("map", "s", "--to", "kart.gif")
    assert code != 0
    assert "SVG, PNG or PDF" in err
