"""The figures of the material on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualtool.store.project import open_project
from tests.operations.rich import furnish, start
from tests.test_cli import Shell


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    """A command line beside a project with something of everything in it."""
    monkeypatch.chdir(tmp_path)
    with start(tmp_path / "s.qualtool") as project:
        furnish(project)
    return Shell(tmp_path, capsys)


def test_the_material_is_counted_and_what_is_missing_is_told(shell: Shell) -> None:
    code, out, err = shell("figures", "s")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0].startswith("All: 3 documents, ")
    assert lines[0].endswith(" words, 2 min, 4 cases")
    assert lines[1].startswith("  Interview: 1 document, ")
    assert "Faser" in lines
    assert "  Oppstart, Interview: 1 document, 29 words, 1 min, 1 case" in lines
    assert "1 document has no date. Notat" in lines
    assert lines[-1] == "1 entry has a date that is in no phase. Møte 1 (Faser)"


def test_the_figures_are_data_too(shell: Shell) -> None:
    data = shell.data("figures", "s")
    assert data["everything"]["documents"] == 3
    assert [row["kind"] for row in data["by_kind"]] == ["interview", "focus_group", "other"]
    assert data["by_case_kind"][0]["case_kind"] == "participant"
    assert data["by_phase"]["Faser"][0]["phase"] == "Oppstart"
    assert {row["key"] for row in data["disagreements"]} == {
        "document_undated", "participant_without_consent", "phase_none",
    }  # fmt: skip
    with open_project(shell.folder / "s.qualtool") as project:
        assert not project.read_only
