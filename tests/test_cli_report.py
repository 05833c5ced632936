"""A whole report on the command line."""

from __future__ import annotations

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from docx import Document

from qualtool.operations import report_blocks, reports
from qualtool.store.project import open_project
from tests.operations.rich import furnish, start
from tests.test_cli import Shell

STUDY = "s.qualtool"


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with something of everything, and no report; no test changes it."""
    path = tmp_path_factory.mktemp("made") / STUDY
    with start(path) as project:
        furnish(project)
    return path


@pytest.fixture
def shell(
    furnished: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Shell:
    """A command line beside a copy of the project."""
    monkeypatch.chdir(tmp_path)
    shutil.copyfile(furnished, tmp_path / STUDY)
    return Shell(tmp_path, capsys)


def _told(shell: Shell, *arguments: str) -> Any:
    """What is printed as JSON; what may tell who somebody is is said beside it."""
    code, out, _err = shell("report", STUDY, *arguments, "--json")
    assert code == 0
    return json.loads(out)


def _keep(folder: Path, title: str, *names: str) -> None:
    with open_project(folder / STUDY) as project, project.edit("add_report") as session:
        made = reports.add(session, title, language="en")
        for name in names:
            report_blocks.add(session, made, name)


def _headings(path: Path) -> list[str]:
    return [
        each.text
        for each in Document(str(path)).paragraphs
        if each.style is not None and each.style.name == "Heading 1"
    ]


def test_the_usual_appendix_is_written_by_one_command(shell: Shell, tmp_path: Path) -> None:
    code, out, _err = shell("report", "s", "vedlegg.docx", "--lang", "en")
    assert (code, out.strip()) == (0, "Wrote vedlegg.docx.")
    headings = _headings(tmp_path / "vedlegg.docx")
    assert headings[0].startswith("Appendix 1")
    assert headings[0].endswith("Participants")
    assert len(headings) > 5
    assert shell("report", "s", "vedlegg.docx")[1].strip() == "Replaced vedlegg.docx."


def test_nothing_in_the_project_is_changed(shell: Shell, tmp_path: Path) -> None:
    before = hashlib.sha256((tmp_path / STUDY).read_bytes()).hexdigest()
    assert shell("report", "s", "vedlegg.html")[0] == 0
    assert shell("report", "s")[0] == 0
    assert hashlib.sha256((tmp_path / STUDY).read_bytes()).hexdigest() == before


@pytest.mark.parametrize("ending", ["docx", "xlsx", "html", "md"])
def test_it_becomes_every_kind_of_file_that_holds_several_tables(
    shell: Shell, tmp_path: Path, ending: str
) -> None:
    told = _told(shell, f"v.{ending}", "--lang", "nn")
    assert told["language"] == "nn"
    assert told["tables"] > 3
    assert len(told["headings"]) >= told["tables"]
    assert (tmp_path / f"v.{ending}").stat().st_size > 1_000


def test_a_spreadsheet_has_a_sheet_for_each_table(shell: Shell, tmp_path: Path) -> None:
    told = _told(shell, "v.xlsx")
    book = openpyxl.load_workbook(tmp_path / "v.xlsx")
    assert len(book.sheetnames) >= told["tables"]
    book.close()


def test_the_one_report_that_is_kept_is_written(shell: Shell, tmp_path: Path) -> None:
    _keep(tmp_path, "To the thesis", "codebook", "themes")
    told = _told(shell, "v.md")
    assert told["title"] == "To the thesis"
    assert told["headings"] == ["Appendix 1  Codebook", "Appendix 2  Themes and examples"]


def test_of_several_reports_one_is_named(shell: Shell, tmp_path: Path) -> None:
    _keep(tmp_path, "To the thesis", "codebook")
    _keep(tmp_path, "To the article", "themes")
    code, _out, err = shell("report", "s", "v.md")
    assert code == 1
    assert "“To the thesis”, “To the article”" in err
    assert not (tmp_path / "v.md").exists()
    told = _told(shell, "v.md", "--report", "to the ARTICLE")
    assert told["headings"] == ["Themes and examples"]
    code, _out, err = shell("report", "s", "v.md", "--report", "Annet")
    assert code == 1
    assert "“Annet”. There are: “To the thesis”" in err


def test_a_report_that_is_not_there_is_said_to_be(shell: Shell) -> None:
    code, _out, err = shell("report", "s", "v.md", "--report", "Annet")
    assert code == 1
    assert "none is kept" in err


def test_several_tables_do_not_become_one_csv(shell: Shell, tmp_path: Path) -> None:
    code, _out, err = shell("report", "s", "v.csv")
    assert code == 1
    assert ".xlsx" in err
    assert "qualtool export" in err
    assert not (tmp_path / "v.csv").exists()
    _keep(tmp_path, "To the thesis", "codebook")
    assert shell("report", "s", "v.csv")[0] == 0
    assert (tmp_path / "v.csv").read_text("utf-8-sig").startswith("Theme;")


def test_an_ending_that_is_not_known_is_refused(shell: Shell, tmp_path: Path) -> None:
    code, _out, err = shell("report", "s", "v.pdf")
    assert code == 1
    assert "docx" in err
    assert not (tmp_path / "v.pdf").exists()


def test_which_reports_there_are_is_told_without_a_file(shell: Shell, tmp_path: Path) -> None:
    code, out, _err = shell("report", "s")
    assert code == 0
    assert (
        out.splitlines()[0] == "No report is kept in this project. The usual appendix would have:"
    )
    assert "    codebook" in out.splitlines()
    _keep(tmp_path, "To the thesis", "codebook", "themes")
    code, out, _err = shell("report", "s")
    assert out.splitlines() == ["To the thesis (en) · 2 blocks", "    codebook", "    themes"]
    told = _told(shell)
    assert told["reports"][0]["title"] == "To the thesis"
    assert [each["name"] for each in told["reports"][0]["blocks"]] == ["codebook", "themes"]
    assert "excerpts" in told["usual"]
