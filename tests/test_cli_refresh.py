"""A report in one's own document, from the command line."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from qualtool.operations import report_blocks, reports
from tests.formats.own_documents import body, entries, thesis, with_body, words
from tests.operations.rich import furnish, start
from tests.test_cli import Shell

STUDY = "s.qualtool"


@pytest.fixture(scope="module")
def furnished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with something of everything, and one report; no test changes it."""
    path = tmp_path_factory.mktemp("made") / STUDY
    with start(path) as project:
        furnish(project)
        with project.edit("add_report") as session:
            made = reports.add(session, "To the thesis", language="en")
            report_blocks.add(session, made, "codebook")
            report_blocks.add(session, made, "themes")
    return path


@pytest.fixture
def shell(
    furnished: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> Shell:
    """A command line beside a copy of the project and a thesis."""
    monkeypatch.chdir(tmp_path)
    shutil.copyfile(furnished, tmp_path / STUDY)
    (tmp_path / "thesis.docx").write_bytes(thesis(words("The end.")))
    return Shell(tmp_path, capsys)


def test_blocks_are_added_and_then_renewed(shell: Shell, tmp_path: Path) -> None:
    own = tmp_path / "thesis.docx"
    before = own.read_bytes()
    code, out, _err = shell("refresh", "s", "thesis.docx")
    assert (code, out.strip()) == (0, "thesis.docx: 0 blocks renewed, 2 blocks added.")
    once = own.read_bytes()
    code, out, _err = shell("refresh", "s", "thesis.docx", "--json")
    told = json.loads(out)
    assert code == 0
    assert told["replaced"] == ["Codebook", "Themes and examples"]
    assert (told["added"], told["left"], told["edited"], told["kept"]) == ([], [], [], None)
    assert own.read_bytes() == once
    old, new = entries(before), entries(once)
    assert [name for name in old if old[name] != new[name]] == ["word/document.xml"]


def test_another_document_is_written_where_wished(shell: Shell, tmp_path: Path) -> None:
    before = (tmp_path / "thesis.docx").read_bytes()
    report = ("--report", "to the THESIS", "--lang", "nb")
    assert shell("refresh", "s", "thesis.docx", "--to", "ny.docx", *report)[0] == 0
    assert (tmp_path / "thesis.docx").read_bytes() == before
    assert body((tmp_path / "ny.docx").read_bytes()).count("qualtool:") == 2


def test_where_something_was_changed_by_hand_it_is_said_and_kept(
    shell: Shell, tmp_path: Path
) -> None:
    own = tmp_path / "thesis.docx"
    shell("refresh", "s", "thesis.docx")
    once = own.read_bytes()
    mine = with_body(once, body(once).replace("Codebook</w:t>", "Codebook, all of it</w:t>"))
    own.write_bytes(mine)
    code, _out, err = shell("refresh", "s", "thesis.docx")
    assert code == 0
    assert "“Codebook” had been changed by hand" in err
    assert "thesis (before refresh).docx" in err
    assert (tmp_path / "thesis (before refresh).docx").read_bytes() == mine


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("borte.docx",), "borte.docx"),
        (("thesis.docx", "--report", "Annet"), "There are: “To the thesis”"),
        (("thesis.docx", "--to", "x.odt"), "x.odt"),
    ],
)
def test_what_cannot_be_done_is_told(
    shell: Shell, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = (tmp_path / "thesis.docx").read_bytes()
    code, _out, err = shell("refresh", "s", *arguments)
    assert code == 1
    assert said in err
    assert (tmp_path / "thesis.docx").read_bytes() == before
