"""The main job without the window: a study made, filled, coded and written out by commands."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook

from qualtool import cli

# Nothing of one process may be needed by the next: what changes the study is started anew each
# time. What only looks at it is asked in this process, where it takes a tenth of the time.
STARTED_ANEW = {"new", "import", "code", "undo", "redo", "check"}


class Computer:
    """A folder, a home of its own, and the program."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capsys = capsys

    def run(self, *arguments: str | Path) -> tuple[int, str, str]:
        """The exit code, standard output and standard error of a command."""
        words = [str(each) for each in arguments]
        if words[0] in STARTED_ANEW:
            return self._start(words)
        self._capsys.readouterr()
        code = cli.run(words, _no_window)
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def _start(self, words: Sequence[str]) -> tuple[int, str, str]:
        done = subprocess.run(
            [sys.executable, "-m", "qualtool", *words],
            capture_output=True,
            encoding="utf-8",
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return done.returncode, done.stdout, done.stderr

    def do(self, *arguments: str | Path) -> str:
        """What a command says that is to succeed without remarks on standard error."""
        code, said, refused = self.run(*arguments)
        assert (code, refused) == (0, "")
        return said

    def data(self, *arguments: str | Path) -> Any:
        """What a command prints as JSON."""
        return json.loads(self.do(*arguments, "--json"))


def _no_window(_study: Path | None, _sample: bool) -> int:
    raise AssertionError("no command opens the window")


@pytest.fixture
def computer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Computer:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("QUALTOOL_HOME", str(tmp_path / "home"))
    return Computer(tmp_path, capsys)


def test_the_whole_job_by_commands(computer: Computer) -> None:
    make_and_fill(computer)
    before = computer.data("info", "Tindvåg")
    code_from_a_table(computer)
    after = computer.data("info", "Tindvåg")
    look_at_what_was_coded(computer, after)
    write_every_table(computer)
    take_back_and_do_again(computer, before, after)
    assert "sound" in computer.do("check", "Tindvåg")


def make_and_fill(computer: Computer) -> None:
    assert "Tindvåg.qualtool" in computer.do(
        "new", "Tindvåg", "--language", "nb", "--coder", "Marte"
    )
    interviews = sorted(Path(str(files("qualtool.resources") / "sample" / "interviews")).iterdir())
    assert len(interviews) == 6
    broken = computer.folder / "ødelagt.docx"
    broken.write_bytes(b"PK\x03\x04 no document")
    code, said, refused = computer.run("import", "Tindvåg", *interviews, broken)
    assert code == 1
    assert refused.count("\n") == 1
    assert "ødelagt.docx" in refused
    for each in interviews:
        assert f"{each.name}: “{each.stem}”" in said
    code, said, _refused = computer.run("import", "Tindvåg", interviews[0])
    assert code == 0
    assert "skipped" in said
    data = computer.data("info", "Tindvåg")
    assert [row["name"] for row in data["documents"]] == [each.stem for each in interviews]
    assert all(row["words"] >= 2500 for row in data["documents"])


def code_from_a_table(computer: Computer) -> None:
    """A table as one is written by hand: as it was said, nearly as it was said, and not at all."""
    rows = [
        ("Informant 1", "Det har plaga meg i alle år, det der.", "plage", "barrier", ""),
        # Other marks, other white space and letter case.
        ("Informant 1", 'hun sa "det blir  ikke noe SÆRLIG merarbeid"', "merarbeid", "−", "Tid?"),
        # A word too many and one otherwise.
        ("Informant 4", "Dere må bare komme dere ned en trapp", "nærhet", "Mulighet", ""),
        ("Informant 5", "Eg sa nei fyrst.", "motvilje", "moglegheit", ""),
        (
            "Informant 2",
            "Dette har ingen sagt i noe intervju, verken før eller siden.",
            "x",
            "",
            "",
        ),
        ("Informant 9", "Det har plaga meg", "x", "", ""),
    ]
    with (computer.folder / "koder.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(("document", "quote", "code", "valence", "comment", "theme", "coder"))
        writer.writerows((*row, "Ressurser", "Jonas") for row in rows)
    code, said, refused = computer.run("code", "Tindvåg", "koder.csv")
    assert code == 1
    lines = said.splitlines()
    assert [line.split(": ")[0] for line in lines[:4]] == [f"row {n}" for n in (2, 3, 4, 5)]
    states = [line.split("”: ")[1] for line in lines[:4]]
    assert states[0] == "exact"
    assert states[1] == "folded"
    assert states[2].startswith("approximate, ")
    assert states[3] == "exact"
    assert "4 new codings" in said
    assert "“merarbeid”" in said
    assert "New coders: “Jonas”" in said
    refusals = refused.splitlines()
    assert len(refusals) == 2
    assert "row 6" in refusals[0]
    assert "not found" in refusals[0]
    assert "Informant 9" in refusals[1]


def look_at_what_was_coded(computer: Computer, info: Any) -> None:
    assert computer.run("code", "Tindvåg", "koder.csv")[0] == 1
    assert computer.data("info", "Tindvåg") == info  # the same again adds nothing
    shown = computer.data("show", "Tindvåg", "Informant 1")
    plain = computer.do("show", "Tindvåg", "Informant 1")
    for turn in shown["turns"]:
        said = shown["text"][turn["start"] : turn["end"]]
        assert f"{turn['speaker']}: {said}\n" in plain
    for excerpt in shown["excerpts"]:
        assert shown["text"][excerpt["start"] : excerpt["end"]] == excerpt["text"]
    said = {each["text"]: each["codings"] for each in shown["excerpts"]}
    assert said.keys() == {
        "Det har plaga meg i alle år, det der.",
        "hun sa «det blir ikke noe særlig merarbeid»",
    }
    (coding,) = said["hun sa «det blir ikke noe særlig merarbeid»"]
    assert coding["code"] == "merarbeid"
    assert coding["valence"] == "barrier"
    assert coding["comment"] == "Tid?"
    assert coding["coder"] == "Jonas"
    speakers = {turn["role"] for turn in shown["turns"]}
    assert speakers == {"interviewer", "participant"}
    assert all(turn["start_ms"] < turn["end_ms"] for turn in shown["turns"])
    near = computer.data("show", "Tindvåg", "Informant 4")["excerpts"]
    assert [each["text"] for each in near] == ["Dere må bare komme ned en trapp"]


def write_every_table(computer: Computer) -> None:
    words = {"nb": "Mulighet", "nn": "Moglegheit", "en": "Opportunity"}
    for language, opportunity in words.items():
        for ending in ("docx", "xlsx", "csv", "html", "md"):
            name = f"excerpts-{language}.{ending}"
            said = computer.do("export", "Tindvåg", "excerpts", "--to", name, "--lang", language)
            assert name in said
        told = Document(str(computer.folder / f"excerpts-{language}.docx")).tables[0]
        texts = {cell.text for row in told.rows for cell in row.cells}
        assert {"Dere må bare komme ned en trapp", opportunity} <= texts
        sheet = load_workbook(computer.folder / f"excerpts-{language}.xlsx").worksheets[0]
        assert {"Eg sa nei fyrst.", opportunity} <= {v for row in sheet.values for v in row}
        for ending in ("csv", "html", "md"):
            text = (computer.folder / f"excerpts-{language}.{ending}").read_text("utf-8-sig")
            assert "Det har plaga meg i alle år, det der." in text
            assert opportunity in text
    for table in ("themes", "codebook"):
        assert computer.run("export", "Tindvåg", table, "--to", f"{table}.docx")[0] == 0
        rows = Document(str(computer.folder / f"{table}.docx")).tables[0].rows
        assert "Ressurser" in {cell.text for row in rows for cell in row.cells}
    assert computer.run("export", "Tindvåg", "excerpts", "--to", "x.pdf")[0] == 1
    assert computer.run("export", "Tindvåg", "everything", "--to", "x.md")[0] == 2
    assert computer.run("export", "Tindvåg", "excerpts")[0] == 2


def take_back_and_do_again(computer: Computer, before: Any, after: Any) -> None:
    steps = computer.data("history", "Tindvåg")
    assert len(computer.do("history", "Tindvåg").splitlines()) == len(steps)
    assert "koder.csv" in computer.do("undo", "Tindvåg")
    assert counts(computer.data("info", "Tindvåg")) == counts(before)
    computer.do("redo", "Tindvåg")
    assert counts(computer.data("info", "Tindvåg")) == counts(after)
    assert computer.run("redo", "Tindvåg")[0] == 1


def counts(info: Any) -> Any:
    """What a project holds, but for the coders: whoever begins to code has a step of their own."""
    return {key: info[key] for key in ("documents", "codes", "themes")}
