"""The quotation check on the command line."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest

from qualtool.operations import cases
from qualtool.store import project as projects
from tests.test_cli import Shell
from tests.ui.studies import furnish

DRAFT = """# Funn

En sa at det «ingen visste hvem som eide den» da. «Alt hang på at noen tok telefonen.»

Clark (2021) kaller dette for «institusjonell logikk».
"""


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    """A command line beside a project with one interview, and a draft."""
    monkeypatch.chdir(tmp_path)
    with projects.create(tmp_path / "s.qualtool", name="s") as project:
        furnish(project)
    (tmp_path / "funn.md").write_text(DRAFT, encoding="utf-8")
    return Shell(tmp_path, capsys)


def test_each_quotation_is_told_with_its_verdict(shell: Shell) -> None:
    code, out, err = shell("quotes", "s", "funn.md")
    assert (code, err) == (0, "")
    verdict = "verbatim but for marked omissions or typography"
    assert out.splitlines() == [
        "Paragraph 2: not found  ingen visste hvem som eide den",
        f"Paragraph 2: {verdict}  Alt hang på at noen tok telefonen.",
        "    Informant 1, paragraph 2: Informant 1",
        "Paragraph 3: not found  institusjonell logikk",
        "    Perhaps from literature: Clark (2021) stands beside it.",
        "",
        f"{verdict} 1, not found 2",
        "Informant 1: 1 quotation",
    ]


def test_the_verdicts_are_data_too(shell: Shell) -> None:
    none, said, literature = shell.data("quotes", "s", "funn.md")
    assert (none["verdict"], none["document"], none["start"]) == ("not_found", None, None)
    assert said["text"] == "Alt hang på at noen tok telefonen."
    assert (said["verdict"], said["score"], said["document"]) == ("marked", 100.0, "Informant 1")
    assert said["end"] - said["start"] == len("Alt hang på at noen tok telefonen")
    assert said["differences"] == []
    assert said["passages"][0]["informant"] == "Informant 1"
    assert literature["reference"] == "Clark (2021)"


def test_a_copy_with_comments_is_written_and_the_draft_left_alone(shell: Shell) -> None:
    document = docx.Document()
    document.add_paragraph("«ikke noe fast sted»")
    document.save(str(shell.folder / "funn.docx"))
    before = (shell.folder / "funn.docx").read_bytes()
    code, _out, err = shell("quotes", "s", "funn.docx", "--comments", "ut.docx")
    assert (code, err) == (0, "")
    assert (shell.folder / "funn.docx").read_bytes() == before
    [comment] = docx.Document(str(shell.folder / "ut.docx")).comments
    assert comment.text.startswith("Verbatim.")
    code, _out, err = shell("quotes", "s", "funn.docx", "--comments", "funn.docx")
    assert code == 1
    assert "never changed" in err
    assert (shell.folder / "funn.docx").read_bytes() == before


def test_a_draft_without_quotations_and_one_that_is_not_there(shell: Shell) -> None:
    (shell.folder / "tom.txt").write_text("Ingen sitater her.", encoding="utf-8")
    assert shell("quotes", "s", "tom.txt")[1].strip() == "No quotations were found in the draft."
    code, _out, err = shell("quotes", "s", "borte.docx")
    assert code == 1
    assert "borte.docx" in err


def test_a_quotation_given_to_somebody_else_is_told_everywhere(shell: Shell) -> None:
    with (
        projects.open_project(shell.folder / "s.qualtool") as project,
        project.edit("add_case") as session,
    ):
        cases.ensure(session, "Informant 5")
    document = docx.Document()
    document.add_paragraph("En sa det: «ikke noe fast sted» (Informant 5).")
    document.save(str(shell.folder / "funn.docx"))
    code, out, err = shell("quotes", "s", "funn.docx", "--comments", "ut.docx")
    assert (code, err) == (0, "")
    caution = "Ascribed to Informant 5, said by Informant 1."
    assert f"    {caution}" in out.splitlines()
    [comment] = docx.Document(str(shell.folder / "ut.docx")).comments
    assert comment.text.startswith("Verbatim.")
    assert caution in comment.text
    [told] = shell.data("quotes", "s", "funn.docx")
    assert told["verdict"] == "verbatim"
    assert told["ascribed"] == {"to": "Informant 5", "said_by": "Informant 1"}
    assert shell.data("quotes", "s", "funn.md")[0]["ascribed"] is None
