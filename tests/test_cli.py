from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import Any

import click
import pytest

from qualtool import __main__, __version__, cli, cli_lines, cli_work, i18n, settings
from qualtool.store.project import open_project
from qualtool.store.schema import Excerpt
from tests.store import nobody

TALK = (
    "Intervjuer: Hva tenker du om samarbeidet?\n\n"
    "Informant 3: Jeg tenker at samtykke er vanskelig. Vi er bare få, og alt tar tid 🐑.\n\n"
    "Intervjuer: Og fylket?\n\n"
    "Informant 3: Det er fylket som eier bussen, og den går ikke etter fire.\n"
)
COMMANDS = (
    "new import info show code export report cases activities figures history undo redo check"
)


class Shell:
    """The command line in a folder: what was said, and the exit code."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.opened: list[tuple[Path | None, bool]] = []
        self._capsys = capsys

    def __call__(self, *arguments: str | Path) -> tuple[int, str, str]:
        self._capsys.readouterr()
        code = cli.run([str(each) for each in arguments], self._window)
        said = self._capsys.readouterr()
        return code, said.out, said.err

    def data(self, *arguments: str | Path) -> Any:
        """What a command prints as JSON."""
        code, out, err = self(*arguments, "--json")
        assert (code, err) == (0, "")
        return json.loads(out)

    def _window(self, study: Path | None, sample: bool) -> int:
        self.opened.append((study, sample))
        return 0


@pytest.fixture
def shell(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path, capsys)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with one interview in it, made once."""
    folder = tmp_path_factory.mktemp("made")
    (folder / "Intervju 3.txt").write_text(TALK, encoding="utf-8")
    for arguments in (
        ("new", str(folder / "s"), "--name", "s", "--coder", "Anne"),
        ("import", str(folder / "s"), str(folder / "Intervju 3.txt")),
    ):
        with pytest.MonkeyPatch.context() as computer:
            computer.setenv("QUALTOOL_HOME", str(folder / "home"))
            computer.setenv("LANGUAGE", "en")
            assert cli.run(arguments, _divide) == 0
    return folder


@pytest.fixture
def study(shell: Shell, made: Path) -> Shell:
    """A project of one's own with one interview in it, and the file it came from."""
    for name in ("s.qualtool", "Intervju 3.txt"):
        shutil.copyfile(made / name, shell.folder / name)
    return shell


def table(shell: Shell, *lines: str, name: str = "c.csv") -> Path:
    path = shell.folder / name
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


# making and taking in


def test_a_new_project_has_the_themes_of_its_template_in_its_language(shell: Shell) -> None:
    code, out, err = shell(
        "new", "ny", "--template", "positive-deviance", "--language", "nn", "--name", "Ny studie"
    )
    assert (code, err) == (0, "")
    assert "ny.qualtool" in out
    data = shell.data("info", "ny.qualtool")
    assert [theme["name"] for theme in data["themes"] if not theme["parent"]] == [
        "Problem",
        "Praksis",
        "Spørsmål",
    ]
    assert (data["name"], data["language"]) == ("Ny studie", "nn")


def test_the_language_of_a_study_is_the_programs_where_that_is_norwegian(shell: Shell) -> None:
    for program, language in (("nn", "nn"), ("nb", "nb"), ("en", "nb")):
        shell("--lang", program, "new", program)
        assert shell.data("info", program)["language"] == language


def test_the_coder_is_the_one_named_or_the_one_chosen_before(shell: Shell) -> None:
    settings.change(coder="Åse")
    shell("new", "a")
    shell("new", "b", "--coder", "Bo")
    shell("new", "c", "--coder", "")
    assert [shell.data("info", each)["coders"] for each in "abc"] == [
        [{"name": "Åse", "codings": 0}],
        [{"name": "Bo", "codings": 0}],
        [],
    ]


def test_a_file_that_is_there_is_never_overwritten_by_a_new_project(study: Shell) -> None:
    before = (study.folder / "s.qualtool").read_bytes()
    code, out, err = study("new", "s")
    assert (code, out) == (1, "")
    assert "s.qualtool" in err
    assert (study.folder / "s.qualtool").read_bytes() == before


def test_an_unknown_template_is_refused_with_those_there_are(shell: Shell) -> None:
    code, _out, err = shell("new", "s", "--template", "x")
    assert code == 1
    assert "empty" in err
    assert list(shell.folder.iterdir()) == []


def test_files_and_folders_come_in_and_each_refusal_is_named(study: Shell) -> None:
    folder = study.folder / "mappe"
    folder.mkdir()
    (folder / "a.md").write_text("Regn hele dagen, og ikke en eneste gjest.", encoding="utf-8")
    (folder / "tom.txt").touch()
    code, out, err = study("import", "s", "mappe", "borte.txt", "Intervju 3.txt")
    assert code == 1
    assert "tom.txt" in err
    assert "borte.txt" in err
    assert "a.md" in out
    assert "same content" in out
    assert [each["name"] for each in study.data("info", "s")["documents"]] == ["Intervju 3", "a"]


def test_what_is_there_already_comes_in_when_it_is_asked_for(study: Shell) -> None:
    told = study.data("import", "s", "Intervju 3.txt", "--duplicates")
    assert told[0]["document"] == "Intervju 3 (2)"
    assert told[0]["duplicate_of"] == "Intervju 3"
    assert [each["role"] for each in told[0]["speakers"]] == ["interviewer", "participant"]


def test_a_refusal_is_in_the_json_too(study: Shell) -> None:
    code, out, err = study("import", "s", "borte.txt", "--json")
    assert code == 1
    assert "borte.txt" in json.loads(out)[0]["error"]
    assert "borte.txt" in err


def test_an_empty_folder_is_said_to_be_empty(study: Shell) -> None:
    (study.folder / "tom").mkdir()
    code, _out, err = study("import", "s", "tom")
    assert code == 1
    assert "no file" in err


def test_a_guess_about_a_file_is_told(study: Shell) -> None:
    (study.folder / "x.srt").write_text(
        "1\n00:00:00,000 --> 00:00:05,000\n[SPEAKER_00]: Hva tenker du om det?\n\n"
        "2\n00:00:05,000 --> 00:00:09,000\n[SPEAKER_01]: Jeg vet ikke helt hva jeg skal si.\n",
        encoding="utf-8",
    )
    code, out, _err = study("import", "s", "x.srt")
    assert code == 0
    assert "SPEAKER_00, SPEAKER_01" in out


# looking


def test_info_tells_what_there_is(study: Shell) -> None:
    study("code", "s", table(study, "document,code,start,end", "Intervju 3,fylke,0,4"))
    code, out, _err = study("info", "s")
    assert code == 0
    assert "Intervju 3: 33 words, 1 excerpt" in out
    assert "  fylke: 1 excerpt, 0 cases" in out  # the interviewer’s words
    assert "    Lokal forankring: 0 excerpts, 0 cases" in out


def test_info_has_the_research_question(study: Shell) -> None:
    with open_project(study.folder / "s.qualtool") as project, project.edit("x") as session:
        from qualtool.operations import study as operations

        operations.describe(session, research_question="Hvorfor?")
    assert "Hvorfor?" in study("info", "s")[1]


def test_show_says_who_speaks_and_when(study: Shell) -> None:
    code, out, _err = study("show", "s", "intervju 3.TXT")
    assert code == 0
    assert out == TALK.replace("\n\n", "\n")
    timed = "[00:12:05] Intervjuer: Hva nå?\n\n[00:12:09] Informant 4: Nå venter vi.\n"
    (study.folder / "tid.txt").write_text(f"Andre samtale\n\n{timed}", encoding="utf-8")
    study("import", "s", "tid.txt")
    assert study("show", "s", "tid")[1].splitlines() == [
        "Andre samtale",
        "[0:12:05] Intervjuer: Hva nå?",
        "[0:12:09] Informant 4: Nå venter vi.",
    ]


def test_show_as_json_has_turns_and_excerpts_that_fit_the_text(study: Shell) -> None:
    study(
        "code",
        "s",
        table(
            study,
            "document;code;quote;valence;comment;star;coder",
            "Intervju 3;tid;«alt tar tid 🐑»;-;her;x;Bo",
        ),
    )
    data = study.data("show", "s", "Intervju 3")
    assert [turn["speaker"] for turn in data["turns"]] == ["Intervjuer", "Informant 3"] * 2
    (excerpt,) = data["excerpts"]
    assert excerpt["text"] == "alt tar tid 🐑"
    assert data["text"][excerpt["start"] : excerpt["end"]] == excerpt["text"]
    assert (excerpt["speaker"], excerpt["case"], excerpt["starred"]) == (
        "Informant 3",
        "Informant 3",
        True,
    )
    assert excerpt["codings"] == [
        {
            "code": "tid",
            "themes": [],
            "coder": "Bo",
            "valence": "barrier",
            "depth": None,
            "comment": "her",
        }
    ]


def test_a_document_that_is_not_there_is_named(study: Shell) -> None:
    code, _out, err = study("show", "s", "Intervju 9")
    assert code == 1
    assert "Intervju 9" in err


# coding


def test_each_row_of_a_table_is_told_and_what_was_made_is_listed(study: Shell) -> None:
    path = table(
        study,
        "dokument;kode;sitat;tema;koder",
        "Intervju 3;tid;alt tar tid;Ressurser / Tempo;Bo",
        "Intervju 3;samtykke;JEG TENKER AT SAMTYKKE;;",
        "Intervju 3;fylke;Det er staten som eier bussen, og den går ikke etter fire;;",
        "Intervju 3;fylke;Ingen har noen gang sagt noe som ligner på dette;;",
        "Intervju 7;fylke;x;;",
        "Intervju 3;fylke;xy;;",
    )
    code, out, err = study("code", "s", path)
    assert code == 1
    assert out.splitlines() == [
        "row 2: Intervju 3, “tid”: exact",
        "row 3: Intervju 3, “samtykke”: folded",
        "row 4: Intervju 3, “fylke”: approximate, 91.2 %: “fylket” for “staten”",
        "3 new codings",
        "New codes: “tid”, “samtykke”, “fylke”",
        "New themes: “Tempo”",
        "New coders: “Bo”",
    ]
    told = err.splitlines()
    assert told[0].startswith("row 5: Intervju 3, “fylke”: not found (the nearest is ")
    assert "row 6: Intervju 7" in told[1]
    assert told[2] == "row 7: Intervju 3, “fylke”: not found"


def test_a_table_is_one_step_and_the_same_again_adds_nothing(study: Shell) -> None:
    path = table(
        study, "document,code,quote,coder", "Intervju 3,a,alt tar tid,Bo", "Intervju 3,b,fire,"
    )
    assert study("code", "s", path)[0] == 0
    again = study.data("code", "s", path)
    assert again["added"] == 0
    assert again["made"] == {"codes": [], "themes": [], "coders": []}
    assert study.data("info", "s")["counts"]["coding"] == 2
    assert study("code", "s", path)[1].splitlines()[0].endswith("exact, coded already")
    assert study("undo", "s")[0] == 0
    assert study.data("info", "s")["counts"]["coding"] == 0


def test_a_threshold_decides_what_is_coded(study: Shell) -> None:
    path = table(
        study,
        "document,code,quote",
        "Intervju 3,a,Det er staten som nå eier en buss som nok ikke går etter klokka fire",
    )
    assert study("code", "s", path)[0] == 1
    assert study("code", "s", path, "--threshold", "60")[0] == 0
    assert study("code", "s", path, "--threshold", "101")[0] == 2


def test_where_a_quotation_stands_more_than_once_it_is_told(study: Shell) -> None:
    _code, out, _err = study("code", "s", table(study, "document,code,quote", "Intervju 3,a,er"))
    assert "exact, the first of 3 places" in out


def test_other_punctuation_is_told_as_such(study: Shell) -> None:
    _code, out, _err = study(
        "code",
        "s",
        table(study, "document;code;quote", "Intervju 3;a;eier bussen og den går ikke etter fire"),
    )
    assert "“bussen,” for “bussen”" in out


@pytest.mark.parametrize(("language", "written"), [("nb", "97,2"), ("nn", "97,2"), ("en", "97.2")])
def test_a_part_is_written_as_the_language_writes_it(language: str, written: str) -> None:
    i18n.set_language(language)
    assert (cli_lines.decimal(97.2), cli_lines.decimal(85.0)) == (written, "85")


def test_names_are_quoted_as_the_language_quotes(study: Shell) -> None:
    path = table(study, "document,code,quote", "Intervju 3,Tid,alt tar tid")
    out = study("--lang", "nb", "code", "s", path)[1]
    assert out.splitlines()[-1] == f"Nye koder: {i18n.gettext('“{name}”').format(name='Tid')}"


def test_a_table_that_is_none_is_refused_by_name(study: Shell) -> None:
    for path in (study.folder / "borte.csv", table(study, "a,b", "1,2", name="feil.csv")):
        code, _out, err = study("code", "s", path)
        assert code == 1
        assert path.name in err
    assert study("code", "s", "borte.csv")[2] == "“borte.csv” does not exist.\n"


def test_places_in_numbers_are_taken_as_they_are(study: Shell) -> None:
    path = table(study, "document,code,start,end", "Intervju 3,a,0,3")
    assert "placed" in study("code", "s", path)[1]
    before = table(study, "document,code,start,end", "Intervju 3,a,-3,3")
    assert "-3–3 is no passage of Intervju 3" in study("code", "s", before)[2]
    assert study.data("show", "s", "Intervju 3")["excerpts"][0]["text"] == "Hva"


# writing out


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv", "html", "md"])
@pytest.mark.parametrize("name", ["excerpts", "themes", "codebook", "memos"])
def test_every_table_is_written_in_every_form(study: Shell, name: str, ending: str) -> None:
    study("code", "s", table(study, "document,code,quote", "Intervju 3,a,alt tar tid"))
    out = study.folder / f"ut.{ending}"
    code, said, _err = study("export", "s", name, "--to", out, "--by", "code", "--lang", "nn")
    assert (code, said) == (0, f"Wrote ut.{ending}.\n")
    assert out.stat().st_size > 50


def test_exporting_again_replaces_the_file_and_says_so(study: Shell) -> None:
    for said in ("Wrote ut.md.\n", "Replaced ut.md.\n"):
        assert study("export", "s", "codebook", "--to", "ut.md")[1] == said


def test_what_should_be_known_of_a_table_goes_to_standard_error(study: Shell) -> None:
    code, _out, err = study("export", "s", "themes", "--to", "ut.md")
    assert (code, err.count("\n"), len(err) < 100) == (0, 1, True)
    assert "11 themes and sub-themes" in err


def test_memos_are_exported_as_they_are_asked_for(study: Shell) -> None:
    from qualtool.operations import memos
    from qualtool.store.project import open_project

    with open_project(study.folder / "s.qualtool") as project, project.edit("add_memo") as session:
        memos.add(session, text="Om meg.", kind="reflexive", date="2024-02-01")
        memos.add(session, text="Vi slo sammen.", kind="decision", date="2024-03-01")
        memos.add(session, text="Metoden.", kind="method", date="2025-03-01")
    out = study.folder / "ut.md"
    code, _out, err = study("export", "s", "memos", "--to", out)
    assert (code, err) == (0, "1 private memo was left out.\n")
    said = out.read_text("utf-8")
    assert "Vi slo sammen." in said
    assert "Om meg." not in said
    assert study("export", "s", "memos", "--to", out, "--private", "--until", "2024")[0] == 0
    said = out.read_text("utf-8")
    assert "Om meg." in said
    assert "Metoden." not in said
    asked = ("--kind", "method", "--kind", "decision", "--on", "study", "--words", "metoden")
    assert study("export", "s", "memos", "--to", out, *asked)[0] == 0
    said = out.read_text("utf-8")
    assert "Metoden." in said
    assert "Vi slo sammen." not in said
    code, _out, err = study("export", "s", "themes", "--to", out, "--private")
    assert code == 2
    assert "memos" in err


def test_an_unknown_table_is_wrong_usage_and_an_unknown_ending_a_refusal(study: Shell) -> None:
    code, _out, err = study("export", "s", "nonsense", "--to", "ut.md")
    assert code == 2
    assert "codebook" in err
    code, _out, err = study("export", "s", "codebook", "--to", "ut.xyz")
    assert code == 1
    assert "docx" in err


# the history


def test_steps_are_told_taken_back_and_done_again(study: Shell) -> None:
    assert study("undo", "s")[1] == "Undid: Imported the document “Intervju 3”\n"
    assert study.data("info", "s")["documents"] == []
    assert study("redo", "s")[1] == "Did again: Imported the document “Intervju 3”\n"
    _code, out, _err = study("history", "s", "--limit", "3")
    assert [line.split("  ")[1] for line in out.splitlines()] == [
        "Did again: Imported the document “Intervju 3”",
        "Undid: Imported the document “Intervju 3”",
        "Imported the document “Intervju 3”",
    ]
    assert out.splitlines()[2].endswith("(Anne)")
    told = study.data("history", "s")
    assert [step["action"] for step in told][-1] == "create_project"


def test_taking_back_is_nobodys_new_work(study: Shell) -> None:
    settings.change(coder="En annen")
    assert study("undo", "s")[1] == "Undid: Imported the document “Intervju 3”\n"
    assert study("redo", "s")[0] == 0
    assert [each["name"] for each in study.data("info", "s")["coders"]] == ["Anne"]


def test_taking_back_is_signed_by_who_is_named_and_nobody_is_added(study: Shell) -> None:
    assert study("undo", "s", "--coder", "Anne")[0] == 0
    assert study("history", "s", "--limit", "1")[1].endswith("(Anne)\n")
    assert study("redo", "s")[0] == 0
    assert study("history", "s", "--limit", "1")[1].endswith("(nobody named)\n")
    code, _out, err = study("undo", "s", "--coder", "Ukjent")
    assert code == 1
    assert "Ukjent" in err
    assert [each["name"] for each in study.data("info", "s")["coders"]] == ["Anne"]


def test_a_step_that_is_nobodys_says_so(shell: Shell) -> None:
    shell("new", "a")
    shell("new", "b", "--coder", "Bo")
    assert shell("history", "a")[1].endswith("  (nobody named)\n")
    assert shell("history", "b")[1].endswith("  (Bo)\n")


def test_a_step_that_was_taken_back_is_marked(study: Shell) -> None:
    study("undo", "s")
    assert "[taken back]" in study("history", "s")[1]


def test_when_there_is_nothing_to_take_back_or_do_again_it_says_so(shell: Shell) -> None:
    shell("new", "s")
    for command in ("undo", "redo"):
        code, _out, err = shell(command, "s")
        assert code == 1
        assert "nothing" in err


# checking


def test_a_sound_project_passes_and_a_broken_one_does_not(study: Shell) -> None:
    assert study("check", "s") == (0, "s.qualtool is sound.\n", "")
    assert study.data("check", "s") == []
    study("code", "s", table(study, "document,code,quote", "Intervju 3,a,alt tar tid"))
    with open_project(study.folder / "s.qualtool") as project, project.edit("x") as session:
        session.get_one(Excerpt, 1).end = 9999
    code, out, err = study("check", "s", "--json")
    assert code == 1
    assert json.loads(out)[0]["key"] == "outside"
    assert "1 excerpt" in err


@pytest.mark.parametrize(
    "arguments",
    [
        ("info", "x"),
        ("show", "x", "d"),
        ("history", "x"),
        ("check", "x"),
        ("undo", "x"),
        ("redo", "x"),
        ("import", "x", "f.txt"),
        ("export", "x", "codebook", "--to", "o.md"),
    ],
)
@pytest.mark.parametrize("content", [None, b"", b"not a project", b"SQLite format 3\x00" * 99])
def test_what_is_no_project_is_refused_by_name(
    shell: Shell, arguments: tuple[str, ...], content: bytes | None
) -> None:
    if content is not None:
        (shell.folder / "x").write_bytes(content)
    code, out, err = shell(*arguments)
    assert (code, out) == (1, "")
    assert "x" in err
    assert "fault" not in err
    assert "Traceback" not in err


def test_a_folder_is_no_project(shell: Shell) -> None:
    code, _out, err = shell("info", ".")
    assert code == 1
    assert "fault" not in err


def test_a_project_that_is_open_elsewhere_is_read_but_not_changed(
    study: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cli_work, "PATIENCE_S", 0.3)
    with open_project(study.folder / "s.qualtool"):
        assert study("info", "s")[0] == 0
        code, _out, err = study("undo", "s")
    assert code == 1
    assert "s.qualtool is open in another window" in err


def test_a_project_that_is_let_go_of_soon_is_waited_for(study: Shell) -> None:
    holder = open_project(study.folder / "s.qualtool")
    with ThreadPoolExecutor(1) as beside:
        undone = beside.submit(cli.run, ["undo", "s"], _divide)
        assert wait([undone], timeout=0.5).not_done
        holder.close()
        assert undone.result() == 0


def test_what_cannot_be_written_to_is_not_said_to_be_open(study: Shell) -> None:
    study("redo", "s")
    (kept,) = (study.folder / "s backups").iterdir()
    code, _out, err = study("undo", kept)
    assert code == 1
    assert "is a backup" in err
    assert "open in another" not in err
    with nobody.closed_folder() as shut:
        shutil.copyfile(study.folder / "s.qualtool", shut / "s.qualtool")
        nobody.shut(shut)
        for mode, said in ((0o444, "may not be changed by you"), (0o666, "cannot be written to")):
            (shut / "s.qualtool").chmod(mode)
            told = nobody.as_nobody(lambda: _refused("undo", shut / "s.qualtool"))
            assert told.startswith("1 ")
            assert said in told


def _refused(command: str, path: Path) -> str:
    with redirect_stderr(StringIO()) as said:
        code = cli.run([command, str(path)], _divide)
    return f"{code} {said.getvalue()}"


def test_what_cannot_be_read_is_refused_in_our_own_words(study: Shell) -> None:
    study("info", "s")
    with nobody.closed_folder() as folder:
        path = folder / "s.qualtool"
        shutil.copyfile(study.folder / "s.qualtool", path)
        path.chmod(0o000)
        told = nobody.as_nobody(lambda: _refused("info", path))
    assert told.startswith("1 s.qualtool cannot be read: this machine")
    paths = [
        each.type
        for command in cli.commands(_divide).commands.values()
        for each in command.params
        if isinstance(each.type, click.Path)
    ]
    # Click would refuse them before we are asked, in words that nobody translates.
    assert len(paths) > 10
    assert not any(each.readable for each in paths)


def test_an_empty_file_and_one_of_another_kind_are_told_apart(shell: Shell) -> None:
    (shell.folder / "tom.qualtool").touch()
    (shell.folder / "brev.qualtool").write_text("Kjære deg", encoding="utf-8")
    assert "tom.qualtool is empty" in shell("info", "tom")[2]
    assert "“tom backups”" in shell("info", "tom")[2]
    assert "though its name ends like one" in shell("info", "brev")[2]


def test_a_project_that_is_not_there_is_missed_in_its_whole_folder(shell: Shell) -> None:
    assert f"x.qualtool is not in {shell.folder}. " in shell("info", "x.qualtool")[2]


# the program


def test_a_project_or_nothing_opens_the_window(study: Shell) -> None:
    for arguments in (
        ("s.qualtool",),
        ("s",),
        (),
        ("--lang", "nb"),
        ("--sample",),
        ("--language=nn", "s"),
        ("open", "s"),
        ("nowhere/at.all",),
    ):
        assert study(*arguments)[0] == 0
    path = Path("s.qualtool")
    assert study.opened == [
        (path, False),
        (path, False),
        (None, False),
        (None, False),
        (None, True),
        (path, False),
        (path, False),
        (Path("nowhere/at.all"), False),
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        ("improt", "s", "x"),
        ("--nonsense",),
        ("import",),
        ("import", "s"),
        ("export", "s", "codebook"),
        ("history", "s", "--limit", "0"),
        ("new", "s", "--language", "de"),
        ("--lang", "de", "info", "s"),
        ("--lang",),
        ("info", "s", "extra"),
        ("new", "."),
    ],
)
def test_wrong_usage_is_told_with_a_code_of_its_own(
    shell: Shell, arguments: tuple[str, ...]
) -> None:
    code, out, err = shell(*arguments)
    assert (code, out) == (2, "")
    assert "Error" in err
    assert shell.opened == []


def test_help_lists_every_command(shell: Shell) -> None:
    code, out, _err = shell("--help")
    assert code == 0
    for name in (
        "new import info show code export cases activities figures history undo redo check".split()
    ):
        assert f"  {name} " in out
    assert "..." not in out
    assert max(map(len, out.splitlines())) <= 80
    assert shell("--version")[1] == f"qualtool {__version__}\n"


@pytest.mark.parametrize("language", ["nb", "nn"])
def test_help_is_norwegian_to_the_last_word(shell: Shell, language: str) -> None:
    everything = [
        "",
        *COMMANDS.split(),
    ]
    for command in everything:
        code, out, _err = shell("--lang", language, *([command] if command else []), "--help")
        assert code == 0
        assert out.startswith("Bruk: qualtool")
        for english in ("Usage", "Options:", "Commands:", "Show ", "Print ", "OPTIONS", "STUDY"):
            assert english not in out


def test_the_language_is_the_one_asked_for_or_chosen_or_the_computers(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoken: list[str] = []

    def window(_study: Path | None, _sample: bool) -> int:
        spoken.append(i18n.language())
        return 0

    monkeypatch.setenv("LANGUAGE", "nn_NO")
    cli.run([], window)
    settings.change(language="nb")
    cli.run([], window)
    cli.run(["--lang", "en"], window)
    assert spoken == ["nn", "nb", "en"]


def test_a_fault_of_the_program_is_one_line_and_a_report_without_the_material(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_how: object) -> int:
        try:
            raise KeyError("hemmelig sitat")
        except KeyError as error:
            raise ValueError("et sitat fra et intervju") from error

    code = cli.run([], faulty)
    assert code == 1
    (report,) = (settings.data_folder() / "faults").iterdir()
    said = report.read_text(encoding="utf-8")
    assert "ValueError" in said
    assert "KeyError" in said
    assert "sitat" not in said


def test_a_report_that_cannot_be_written_is_no_second_fault(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (shell.folder / "file").touch()
    monkeypatch.setenv("QUALTOOL_HOME", str(shell.folder / "file"))
    assert cli.run([], _divide) == 1
    assert "ZeroDivisionError" in capsys.readouterr().err


def _divide(_study: Path | None, _sample: bool) -> int:
    return 1 // 0


def test_stopping_it_is_no_fault(shell: Shell, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(*_how: object) -> int:
        raise KeyboardInterrupt

    assert cli.run([], stop) == 1
    assert "Stopped" in capsys.readouterr().err


def test_the_window_comes_from_the_program_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "argv", ["qualtool", "--help"])
    assert __main__.main() == 0


# as it is started


def start(*arguments: str, **how: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "qualtool", *arguments], capture_output=True, check=False, **how
    )


def test_it_starts_as_a_module_and_speaks_utf8_in_any_locale(study: Shell) -> None:
    done = start("show", "s", "Intervju 3", env={**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0"})
    assert done.returncode == 0
    assert "🐑" in done.stdout.decode("utf-8")
    assert start("--version").stdout.decode() == f"qualtool {__version__}\n"


def test_whoever_reads_may_stop_reading(study: Shell) -> None:
    (study.folder / "lang.txt").write_text("Ord og ord.\n" * 50_000, encoding="utf-8")
    assert study("import", "s", "lang.txt")[0] == 0
    running = subprocess.Popen(
        [sys.executable, "-m", "qualtool", "show", "s", "lang"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdout is not None
    assert running.stderr is not None
    running.stdout.read(10)
    running.stdout.close()
    assert running.stderr.read() == b""
    assert running.wait() == 0
    running.stderr.close()


def test_a_register_among_the_files_is_skipped_and_the_way_in_is_told(shell: Shell) -> None:
    shell("new", "s")
    lines = (
        "Nr;Dato;Aktivitet;Innhold;Deltakere",
        "1;3.4.2023;Møte;Avklare hvem som har ansvar for hva når saker går på tvers;Alle",
    )
    table(shell, *lines, name="møter.csv")
    code, out, err = shell("import", "s", "møter.csv")
    assert (code, err) == (0, "")
    assert "møter.csv: skipped. This looks like an activity register" in out
    assert shell.data("info", "s")["documents"] == []
