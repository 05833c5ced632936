"""The disclosure check on the command line, and the question before an export."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import docx
import pytest

from qualtool import cli_disclosure, i18n
from qualtool.core.report import Report, Text, paragraph
from qualtool.operations import disclosure, reports
from qualtool.reports.disclosure import check
from qualtool.store.disclosure_rows import Matter
from qualtool.store.project import open_project
from tests.reports.planted import planted
from tests.test_cli import Shell

DRAFT = """# Funn

Informant 3 var nølende. Hun ville tenke på det.

En av dem, Siri, lo.
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    path = tmp_path_factory.mktemp("planted") / "s.qualtool"
    planted(path)[0].close()
    return path.read_bytes()


@pytest.fixture
def shell(
    file: bytes,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Shell:
    """A command line beside a project that gives people away, and a draft."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "s.qualtool").write_bytes(file)
    (tmp_path / "funn.md").write_text(DRAFT, encoding="utf-8")
    return Shell(tmp_path, capsys)


def test_a_draft_is_told_of_line_by_line(shell: Shell) -> None:
    code, out, err = shell("disclosure", "s", "funn.md")
    assert (code, err) == (0, "")
    why = "“hun” tells the gender of Informant 3, which is not to be shown."
    assert out.splitlines() == [
        f"[likely]  {why}",
        "    funn.md, paragraph 2: Informant 3 var nølende. Hun ville tenke på det.",
        "",
        "[likely]  A transcript calls Informant 3 “Siri Myhrvold”.",
        "    funn.md, paragraph 3: En av dem, Siri, lo.",
        "",
        "2 matters in 2 places: likely 2",
    ]


def test_what_is_one_matter_is_told_of_once_with_all_its_places(
    shell: Shell, tmp_path: Path
) -> None:
    draft = "Siri lo. Hun var blid.\n\nSiris hund så på.\n\nRing 412 34 567.\n\nTakk, Siri.\n"
    (tmp_path / "flere.md").write_text(draft, encoding="utf-8")
    _code, out, _err = shell("disclosure", "s", "flere.md")
    lines = out.splitlines()
    at = lines.index("[likely]  A transcript calls Informant 3 “Siri Myhrvold”. (3 places)")
    assert lines[at + 1 : at + 5] == [
        "    flere.md, paragraph 1: Siri lo. Hun var blid.",
        "    flere.md, paragraph 2: Siris hund så på.",
        "    flere.md, paragraph 4: Takk, Siri.",
        "",
    ]
    assert lines[-1] == "2 matters in 4 places: certain 1, likely 1"
    rows = shell.data("disclosure", "s", "flere.md")
    assert sorted((row["matter"], row["words"]) for row in rows) == [
        (1, "412 34 567"),
        (2, "Siri"),
        (2, "Siri"),
        (2, "Siris"),
    ]


def test_what_stands_beside_a_word_draft_is_told_of_with_its_place(
    shell: Shell, tmp_path: Path
) -> None:
    document = docx.Document()
    run = document.add_paragraph("Vi fant lite.").runs[0]
    document.add_comment(run, text="Greit.")
    document.add_comment(run, text="Spør Ola Solvang.")
    document.sections[0].header.paragraphs[0].text = "Utkast, Kari Fjellrev"
    document.core_properties.author = "Torbjørn Fjellrev"
    document.save(str(tmp_path / "funn.docx"))
    rows = shell.data("disclosure", "s", "funn.docx")
    assert sorted((row["place"], row["row"]) for row in rows) == [
        ("funn.docx, comment 2", None),
        ("funn.docx, header", None),
        ("funn.docx, properties of the file", None),
    ]


def test_without_a_draft_the_usual_appendix_is_looked_through(shell: Shell) -> None:
    rows = shell.data("disclosure", "s")
    hat = next(row for row in rows if row["words"] == "NAV-hatten")
    assert hat["kind"] == "workplace"
    assert hat["document"] == "Informant 2"
    assert hat["excerpt"] is not None
    assert hat["text"][hat["start"] : hat["end"]] == "NAV-hatten"
    assert hat["remedies"] == ["display_text", "generalise", "withhold", "fine"]
    assert (hat["draft"], hat["decided"]) == (None, None)
    assert hat["place"].startswith("Tabell ")


def test_a_report_of_another_name_is_refused(shell: Shell, tmp_path: Path) -> None:
    with open_project(tmp_path / "s.qualtool") as project, project.edit("add_report") as session:
        reports.start(session, title="Vedlegg", language="nb")
    code, _out, err = shell("disclosure", "s", "--report", "Noe annet")
    assert code == 1
    assert "Vedlegg" in err
    assert shell.data("disclosure", "s", "--report", "vedlegg")


def test_how_few_participants_are_too_few_can_be_said(shell: Shell) -> None:
    def combinations(*more: str) -> list[str]:
        rows = shell.data("disclosure", "s", *more)
        return [row["why"] for row in rows if row["kind"] == "combination"]

    assert "Only Informant 1 has møtedag torsdag (k = 1)." in combinations()
    two = combinations("--at-most", "2")
    assert "Only Informant 2, Informant 3 have møtedag mandag (k = 2)." in two


def test_what_was_decided_is_counted_apart(shell: Shell, tmp_path: Path) -> None:
    with (
        open_project(tmp_path / "s.qualtool") as project,
        project.edit("decide_disclosure") as session,
    ):
        disclosure.decide(session, *Matter("name", "Siri Myhrvold"), reason="et dekknavn")
    _code, out, _err = shell("disclosure", "s", "funn.md")
    assert out.splitlines()[-1] == "Decided already: 1 matter in 1 place."
    siri = shell.data("disclosure", "s", "funn.md")[1]
    assert siri["decided"]["reason"] == "et dekknavn"


def test_an_export_says_how_much_may_tell_who_somebody_is_and_is_written(shell: Shell) -> None:
    code, out, err = shell("export", "s", "excerpts", "--to", "ut.md")
    assert (code, out) == (0, "Wrote ut.md.\n")
    assert " places may tell who somebody is; “qualtool disclosure” shows them." in err


def test_an_export_counts_as_the_disclosure_check_lists(
    shell: Shell, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twice = Text((paragraph("Siri lo. Ring 412 34 567."),) * 2)
    with open_project(tmp_path / "s.qualtool") as project, project.read() as session:
        report = Report("Vedlegg", "nb", (twice,))
        assert [row.times for row in check(session, report)] == [2, 2]
        assert cli_disclosure.may_be_written(session, report, unasked=True)
    assert capsys.readouterr().err.startswith("2 matters in 2 places may tell")


def test_a_table_that_tells_of_nobody_is_written_without_a_word(shell: Shell) -> None:
    code, _out, err = shell("export", "s", "phase-log", "--to", "ut.md")
    assert (code, err) == (0, "")


@pytest.mark.parametrize(
    ("lang", "answer", "written"),
    [
        ("en", "", False),
        ("en", "yes", True),
        ("nb", "j", True),
        ("nb", "Y", True),
        ("nn", "n", False),
    ],
)
def test_on_a_terminal_it_is_asked_once(
    shell: Shell,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    lang: str,
    answer: str,
    written: bool,
) -> None:
    asked: list[str] = []

    def answered(words: str, **_choices: object) -> str:
        asked.append(words)
        return answer

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(click, "prompt", answered)
    monkeypatch.setenv("LANGUAGE", lang)
    code, _out, err = shell("export", "s", "excerpts", "--to", "ut.md")
    (question,) = asked
    assert question.endswith("[y/N]" if lang == "en" else "[j/N]")
    assert (code, (tmp_path / "ut.md").exists()) == (0 if written else 1, written)
    nothing = i18n.words(lang).gettext("Nothing was written.")
    assert (nothing in err) is not written
    code, _out, _err = shell("export", "s", "excerpts", "--to", "to.md", "--yes")
    assert (code, len(asked), (tmp_path / "to.md").exists()) == (0, 1, True)
