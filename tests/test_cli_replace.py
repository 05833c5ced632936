"""Words replaced on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from qualtool.analysis.originals import has_original
from qualtool.store.project import open_project
from tests.operations.naming import name_everywhere
from tests.operations.rich import furnish, start
from tests.test_cli import Shell


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    """A command line beside a project in which one name stands in every place there is."""
    monkeypatch.chdir(tmp_path)
    with start(tmp_path / "s.qualtool") as project:
        rich = furnish(project)
        with project.edit("x") as session:
            name_everywhere(session, rich)
    return Shell(tmp_path, capsys)


def test_a_trial_tells_where_the_words_stand_and_changes_nothing(shell: Shell) -> None:
    before = (shell.folder / "s.qualtool").read_bytes()
    code, out, err = shell("replace", "s", "Kari", "Anne", "--endings", "--dry-run")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[:3] == [
        "Samtale med Kari, paragraph 1: [Kari → Anne] kom først.",
        "Samtale med Kari, paragraph 2: Da [KARI → ANNE] gikk, tok Ola Karis sykkel. Karin lo.",
        "Samtale med Kari, paragraph 2: Da KARI gikk, tok Ola [Karis → Annes] sykkel. Karin lo.",
    ]
    assert "Memo (Om Kari): Kari, igjen → Anne, igjen" in lines
    assert "Document name: Samtale med Kari → Samtale med Anne" in lines
    assert (shell.folder / "s.qualtool").read_bytes() == before
    data = shell.data("replace", "s", "Kari", "Anne", "--endings", "--dry-run")
    assert [row["becomes"] for row in data["texts"]] == ["Anne", "ANNE", "Annes"]
    assert data["texts"][0]["excerpts"] == 1
    assert len(data["originals"]) == 1
    assert ("case", "name", "Anne") in {
        (row["table"], row["column"], row["becomes"]) for row in data["fields"]
    }


def test_a_name_is_replaced_and_what_still_holds_it_is_told(shell: Shell) -> None:
    code, out, err = shell("replace", "s", "Kari", "Anne", "--endings", "--coder", "Anne")
    assert (code, err) == (0, "")
    lines = out.splitlines()
    assert lines[0] == "Replaced: 3 places in texts, 14 names and notes."
    assert lines[1].startswith("The original file of 1 document is kept and still holds")
    assert lines[2].startswith("The history and earlier backups still hold the old words")
    assert shell("replace", "s", "Kari", "Anne", "--endings")[1] == "These words stand nowhere.\n"
    assert shell("replace", "s", "Kari", "x", "--endings", "--dry-run")[1] == (
        "These words stand nowhere.\n"
    )
    assert "Put “Anne” in 17 places" in shell("history", "s", "--limit", "1")[1]
    assert shell("undo", "s")[0] == 0
    assert len(shell.data("replace", "s", "Kari", "x", "--endings", "--dry-run")["texts"]) == 3


def test_kept_files_are_let_go_of_where_that_is_asked(shell: Shell) -> None:
    data = shell.data("replace", "s", "Kari", "", "--endings", "--forget-originals")
    assert data["originals"] == []
    assert (data["places"], data["fields"]) == (3, 14)
    (row,) = data["documents"]
    assert (row["places"], row["excerpts_lost"]) == (3, 1)
    with open_project(shell.folder / "s.qualtool") as project, project.read() as session:
        assert not has_original(session, row["id"])


def test_a_lost_excerpt_is_told_of(shell: Shell) -> None:
    _code, out, _err = shell("replace", "s", "Kari", "", "--whole-words", "--match-case")
    assert "1 excerpt has lost its words and waits for a decision." in out


def test_there_have_to_be_words(shell: Shell) -> None:
    code, out, err = shell("replace", "s", " ", "Anne")
    assert (code, out) == (1, "")
    assert err == "There are no words to look for.\n"
