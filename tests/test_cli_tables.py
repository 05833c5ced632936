"""Cases and the activity register on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.test_cli import Shell, table


@pytest.fixture
def study(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shell:
    """An empty project to take tables into."""
    monkeypatch.chdir(tmp_path)
    shell = Shell(tmp_path, capsys)
    assert shell("new", "s")[0] == 0
    return shell


def test_cases_come_in_are_shown_and_brought_up_to_date(study: Shell) -> None:
    file = table(study, "Navn;Tilhører;Type;Alder", "Skolen;;skole;", "Kari;Skolen;;37")
    assert study("cases", "s", "--import", file) == (0, "2 rows added\n", "")
    assert study("cases", "s")[1] == "Skolen (School)\n  Kari (Participant, Alder: 37)\n"
    file = table(study, "Navn;Alder", "Kari;38", "Skolen;", "kari;39")
    code, out, err = study("cases", "s", "--import", file)
    assert (code, out) == (1, "1 row changed\n1 row is there already\n1 row left out\n")
    assert err == "row 4: “kari” stands in the table before.\n"
    (school, kari) = study.data("cases", "s")
    assert (kari["attributes"], kari["depth"], school["kind"]) == ({"Alder": "38"}, 1, "school")
    assert study("undo", "s")[1] == "Undid: Took in 1 case from “c.csv”\n"


def test_a_register_comes_in_with_what_is_odd_about_it(study: Shell) -> None:
    file = table(study, "Nr;Hva;Dato", "1;Oppstart;29.–30.9.2021", "2;Møte;31.2.2022")
    code, out, err = study("activities", "s", "--import", file)
    assert (code, out) == (0, "2 rows added\n")
    assert err == "row 3: There is no such day as “31.2.2022”; it is kept as it is written.\n"
    assert study("activities", "s")[1].splitlines() == [
        "1  Oppstart  29.–30.9.2021",
        "2  Møte  31.2.2022  [there is no such day]",
    ]
    first, _second = study.data("activities", "s")
    assert (first["from"], first["to"], first["date_state"]) == (
        "2021-09-29", "2021-09-30", "exact",
    )  # fmt: skip


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@pytest.mark.parametrize("command", ["cases", "activities"])
def test_a_table_goes_out_and_comes_in_again_unchanged(
    study: Shell, command: str, ending: str
) -> None:
    study("cases", "s", "--import", table(study, "Navn;Minus", "Kari;-3,5", "Ola;=1+1"))
    study("activities", "s", "--import", table(study, "Nr;Hva;Dato", "1;@Møte;mai/juni 2022"))
    code, out, err = study(command, "s", "--to", f"ut.{ending}", "--lang", "nn")
    assert (code, out, err) == (0, f"Wrote ut.{ending}.\n", "")
    assert study(command, "s", "--to", f"ut.{ending}")[1] == f"Replaced ut.{ending}.\n"
    rows = study.data(command, "s", "--import", f"ut.{ending}")["rows"]
    assert {row["action"] for row in rows} == {"same"}


def test_what_a_table_came_to_is_told_as_data_too(study: Shell) -> None:
    data = study.data("cases", "s", "--import", table(study, "Navn;Alder", "Kari;37"))
    assert data["columns"] == [
        {"head": "Navn", "field": "name", "attribute": None},
        {"head": "Alder", "field": "attribute", "attribute": "Alder"},
    ]
    assert (len(data["added"]), data["updated"]) == (1, [])
    assert data["rows"] == [{"row": 2, "name": "Kari", "action": "add", "problems": []}]


def test_a_table_with_nothing_in_it_is_refused(study: Shell) -> None:
    code, _out, err = study("cases", "s", "--import", table(study, "Navn;Alder"))
    assert code == 1
    code, _out, err = study("cases", "s", "--import", table(study, ";;", ";"))
    assert (code, err) == (1, "The table is empty: there is nothing to take in.\n")


def test_names_that_the_project_has_pseudonyms_for_do_not_come_back(study: Shell) -> None:
    talk = "Intervjuer: Hva så?\nKari Moe: Det gikk fint.\n" * 3
    (study.folder / "opptak.txt").write_text(talk, "utf-8")
    assert study("import", "s", "opptak.txt", "--pseudonyms")[0] == 0
    file = table(study, "Nr;Aktivitet;Innhold;Deltakere", "1;Møte;Kari og Berit;Kari, Berit")
    file = file.rename(file.with_name("hos Kari.csv"))
    code, out, _err = study("activities", "s", "--import", file)
    assert (code, out.splitlines()[0]) == (0, "1 row added")
    assert "2 names were replaced by their pseudonyms; with --keep-names they stay." in out
    (row,) = study.data("activities", "s")
    assert (row["content"], row["participants"]) == ("Informant 1 og Berit", "Informant 1, Berit")
    assert b"Kari" not in (study.folder / "s.qualtool").read_bytes()
    file = table(study, "Navn;Alder", "Kari Moe;38")
    assert "1 name was replaced" in study("cases", "s", "--import", file)[1]
    (case,) = study.data("cases", "s")
    assert (case["name"], case["attributes"]) == ("Informant 1", {"Alder": "38"})
    study("cases", "s", "--import", file, "--keep-names")
    assert [case["name"] for case in study.data("cases", "s")] == ["Informant 1", "Kari Moe"]
