"""The columns of a survey at `qualtool import`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qualtool import cli

TABLE = "Deltaker;Kontor;Hva hjalp?;Svar a=b\nA;Nord;Fast dag;Ja\nB;Sør;Kaffe;Nei\nC;Sør;;Kanskje\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("svar.csv").write_text(TABLE, "utf-8")
    assert _run("new", "s", "--name", "s", "--coder", "Anne") == 0
    return tmp_path


def _run(*arguments: str) -> int:
    return cli.run(arguments, lambda _study, _sample: 1)


def _documents(capsys: pytest.CaptureFixture[str]) -> list[str]:
    capsys.readouterr()
    assert _run("info", "s", "--json") == 0
    return [one["name"] for one in json.loads(capsys.readouterr().out)["documents"]]


def test_a_table_of_short_answers_comes_in_when_its_columns_are_said(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("import", "s", "svar.csv") == 1
    assert "none of its columns" in capsys.readouterr().err
    said = ("--column", "hva hjalp?=answer", "--column", "Svar a=b=answer")
    assert _run("import", "s", "svar.csv", *said) == 0
    assert "speakers: A, B, C" in capsys.readouterr().out
    assert _documents(capsys) == ["svar"]
    assert _run("show", "s", "svar") == 0
    shown = capsys.readouterr().out
    assert "Fast dag" in shown
    assert "Kanskje" in shown
    assert _run("cases", "s", "--json") == 0
    cases = json.loads(capsys.readouterr().out)
    assert [each["attributes"] for each in cases] == [{"Kontor": k} for k in ("Nord", "Sør", "Sør")]


def test_each_case_may_become_a_document_of_its_own(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("annet.txt").write_text("Bare et notat.", "utf-8")
    said = ("--per-case", "--column", "Hva hjalp?=answer", "--column", "Kontor=leave")
    assert _run("import", "s", "annet.txt", "svar.csv", *said) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.partition(",")[0] for line in lines if line.startswith(("svar", "annet"))] == [
        "annet.txt: “annet”",
        "svar.csv: “svar: A”",
        "svar.csv: “svar: B”",
    ]
    assert _documents(capsys) == ["annet", "svar: A", "svar: B"]
    assert _run("cases", "s", "--json") == 0
    cases = json.loads(capsys.readouterr().out)
    assert [set(each["attributes"]) for each in cases] == [set(), *[{"Svar a=b"}] * 3]


def test_a_column_that_is_not_there_or_no_use_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("import", "s", "svar.csv", "--column", "Hva?=answer") == 1
    assert "“Hva?”" in capsys.readouterr().err
    for wrong in ("Kontor=noe", "Kontor", "=answer"):
        assert _run("import", "s", "svar.csv", "--column", wrong) == 2
        assert "case, answer, attribute, date, leave" in capsys.readouterr().err
    assert _documents(capsys) == []


def test_columns_that_hold_no_answer_are_refused_by_the_name_of_the_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("import", "s", "svar.csv", "--column", "Kontor=attribute") == 1
    assert "“svar.csv”" in capsys.readouterr().err
