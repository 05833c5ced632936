"""The codebook on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_cli import Shell, table


@pytest.fixture
def study(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    """Two empty projects, s and t."""
    monkeypatch.chdir(tmp_path)
    shell = Shell(tmp_path, capsys)
    assert shell("new", "s")[0] == 0
    assert shell("new", "t")[0] == 0
    return shell


def test_a_codebook_comes_in_is_shown_and_goes_from_project_to_project(study: Shell) -> None:
    file = table(study, "Code;Parent;Description", "tid;;Om tid", "vente;tid;")
    assert study("codebook", "s", "--from", file) == (0, "2 codes made, 0 changed\n", "")
    assert study("codebook", "s")[1] == "tid (0)\n  vente (0)\n"
    assert study("codebook", "s", "--to", "bok.md")[0] == 0
    assert study("codebook", "t", "--from", "bok.md")[0] == 0
    first, second = study.data("codebook", "t")
    assert (first["name"], first["description"]) == ("tid", "Om tid")
    assert second["path"] == ["tid"]


def test_a_bad_row_is_named_and_the_rest_taken_in(study: Shell) -> None:
    file = table(study, "Code", "tid", "x" * 600)
    code, out, err = study("codebook", "s", "--from", file)
    assert (code, out) == (1, "1 code made, 0 changed\n")
    assert err.startswith("row 3: ")


def test_a_file_without_codes_is_refused_by_name(study: Shell) -> None:
    code, _out, err = study("codebook", "s", "--from", table(study, "a;b", "1;2"))
    assert code == 1
    assert "c.csv" in err
