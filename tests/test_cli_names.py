"""Real names at `qualtool import`: told of, or replaced before anything is stored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from qualtool import cli

TALK = (
    "Siri Haugen: Hvordan var det i starten, Jonas?\n\n"
    "Jonas Ekeberg: Det fantes ikke noe fast sted, Siri. Alt hang på telefonen.\n\n"
    "Siri Haugen: Og så?\n\n"
    "Jonas Ekeberg: Så begynte vi å møtes, og Berit Lund laget kaffe.\n"
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with an empty project and a talk whose file's name is somebody's."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "Samtale Jonas Ekeberg.txt").write_text(TALK, "utf-8")
    assert _run("new", "s", "--name", "s", "--coder", "Anne") == 0
    return tmp_path


def _run(*arguments: str) -> int:
    return cli.run(arguments, lambda _study, _sample: 1)


def _stored(folder: Path) -> bytes:
    return (folder / "s.qualtool").read_bytes()


def test_what_looks_like_a_real_name_is_told_of(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert _run("import", "s", "Samtale Jonas Ekeberg.txt") == 0
    said = capsys.readouterr().out
    assert "“Siri Haugen”, “Jonas Ekeberg” look like real names" in said
    assert "--pseudonyms" in said


def test_pseudonyms_stand_for_names_everywhere_in_the_project(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert _run("import", "s", "Samtale Jonas Ekeberg.txt", "--pseudonyms") == 0
    said = capsys.readouterr().out
    assert "Jonas Ekeberg → Informant" in said
    assert "look like real names" not in said
    stored = _stored(folder)
    assert b"telefonen" in stored
    for name in (b"Siri", b"Haugen", b"Jonas", b"Ekeberg"):
        assert name not in stored


def test_who_is_who_is_the_same_at_the_next_import(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert _run("import", "s", "Samtale Jonas Ekeberg.txt", "--pseudonyms") == 0
    first = capsys.readouterr().out
    (folder / "Ny.txt").write_text(TALK.replace("starten", "fjor"), "utf-8")
    assert _run("import", "s", "Ny.txt", "--pseudonyms") == 0
    second = capsys.readouterr().out
    told = [line for line in first.splitlines() if " → " in line]
    assert told
    assert set(told) <= set(second.splitlines())


def test_names_and_pseudonyms_come_from_a_table(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "navn.csv").write_text(
        "Navn;Pseudonym\nSiri Haugen;Forsker\nBerit Lund;Kollegaen\n", "utf-8"
    )
    capsys.readouterr()
    assert _run("import", "s", "Samtale Jonas Ekeberg.txt", "--names", "navn.csv", "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)
    labels = [speaker["label"] for speaker in told["speakers"]]
    assert labels[0] == "Forsker"
    assert labels[1].startswith("Informant")
    assert told["likely_names"] == []
    stored = _stored(folder)
    assert b"Kollegaen laget kaffe" in stored
    assert b"Berit" not in stored


@pytest.mark.parametrize("content", ["Siri Haugen\nJonas Ekeberg\n", "Navn;Pseudonym\n"])
def test_a_table_without_pseudonyms_is_refused_and_nothing_comes_in(
    folder: Path, capsys: pytest.CaptureFixture[str], content: str
) -> None:
    (folder / "navn.csv").write_text(content, "utf-8")
    capsys.readouterr()
    assert _run("import", "s", "Samtale Jonas Ekeberg.txt", "--names", "navn.csv") == 1
    assert "“navn.csv” holds no names with pseudonyms" in capsys.readouterr().err
    _run("info", "s", "--json")
    assert json.loads(capsys.readouterr().out)["documents"] == []


def test_labels_in_capitals_are_not_stored(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    loud = TALK.replace("Siri Haugen:", "SIRI:").replace("Jonas Ekeberg:", "GEIRMUND:")
    (folder / "opptak.txt").write_text(loud.replace("Jonas", "Geirmund"), "utf-8")
    (folder / "navn.csv").write_text("Geirmund Holm;Informant 5\n", "utf-8")
    capsys.readouterr()
    assert _run("import", "s", "opptak.txt", "--names", "navn.csv", "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert [each["label"] for each in told["speakers"]] == ["Intervjuer", "Informant 5"]
    stored = _stored(folder).lower()
    assert b"telefonen" in stored
    assert b"siri" not in stored
    assert b"geirmund" not in stored


def _telling(folder: Path) -> None:
    said = "Nummeret er 91 23 45 67, eller berit@fjell.example."
    more = f"{TALK}\nSiri Haugen: Ja?\n\nJonas Ekeberg: {said}\n"
    (folder / "opptak.txt").write_text(more, "utf-8")


def test_what_may_still_tell_who_somebody_is_is_listed_with_its_places(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _telling(folder)
    capsys.readouterr()
    assert _run("import", "s", "opptak.txt", "--pseudonyms") == 0
    said = capsys.readouterr().out
    assert "opptak.txt: this may still tell who somebody is:" in said
    assert "capitalised words that may be names: 1 (Berit Lund ¶ 4)" in said
    assert "telephone numbers: 1 (91 23 45 67 ¶ 6)" in said
    assert "e-mail addresses: 1 (berit@fjell.example ¶ 6)" in said
    for log in folder.rglob("*.log"):
        assert "Berit" not in log.read_text("utf-8")


def test_without_pseudonyms_nothing_more_is_listed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _telling(folder)
    capsys.readouterr()
    assert _run("import", "s", "opptak.txt") == 0
    assert "may still tell" not in capsys.readouterr().out


def test_numbers_and_addresses_are_replaced_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _telling(folder)
    capsys.readouterr()
    assert _run("import", "s", "opptak.txt", "--pseudonyms", "--numbers", "--json") == 0
    (told,) = json.loads(capsys.readouterr().out)
    assert [(each["kind"], each["words"]) for each in told["may_identify"]] == [
        ("name", "Berit Lund")
    ]
    stored = _stored(folder)
    assert b"[telefon]" in stored
    assert b"91 23 45 67" not in stored
    assert b"fjell.example" not in stored
