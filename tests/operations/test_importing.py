from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from qualtool import plugins
from qualtool.analysis import cases
from qualtool.analysis.documents import content_hashes
from qualtool.core.exchange import UNCHOSEN, Choices
from qualtool.core.source import Source, Speaker
from qualtool.operations import importing, study
from qualtool.operations.importing import Incoming, examine, take_in
from qualtool.store.project import Project
from qualtool.store.schema import Case, Document, Original
from tests.operations.asking import rows

TALK = "Intervjuer: Hva tenker du om det?\n\nInformant 3: Jeg vet ikke. Vi er bare få, altså.\n" * 4


def write(folder: Path, name: str, content: str = TALK) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8")
    return path


def test_a_file_is_shown_before_it_enters(tmp_path: Path) -> None:
    (found,) = examine([write(tmp_path, "Intervju 3.txt")])
    assert found.source is not None
    assert (found.name, found.kind, found.language, found.wanted) == (
        "Intervju 3",
        "interview",
        "nb",
        True,
    )
    assert [speaker.label for speaker in found.source.speakers] == ["Intervjuer", "Informant 3"]
    assert found.cases == (None, "Informant 3")
    assert len(found.content_hash) == 64


def test_a_date_is_taken_from_the_files_name_or_its_first_lines(tmp_path: Path) -> None:
    said = f"Referat\nDato: høsten 2023\n{TALK}"
    files = [write(tmp_path, "Møte 2.5.2024.txt"), write(tmp_path, "a.txt", said)]
    assert [each.facts.get("date") for each in examine(files)] == ["2024-05-02", "høsten 2023"]


def test_one_file_that_fails_stops_none_of_the_others(tmp_path: Path) -> None:
    empty = tmp_path / "tom.txt"
    empty.touch()
    files = [empty, tmp_path / "borte.txt", write(tmp_path, "a.txt")]
    found = examine(files)
    assert [bool(each.error) for each in found] == [True, True, False]
    assert [each.wanted for each in found] == [False, False, True]
    for path, each in zip(files[:2], found, strict=False):
        assert path.name in each.error
        assert each.error_key


def test_a_fault_of_a_reader_costs_that_file_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = plugins.read

    def faulty(data: bytes, name: str, *, reader: str = "", choices: Choices = UNCHOSEN) -> Source:
        if name == "b.txt":
            raise ZeroDivisionError
        return read(data, name, reader=reader, choices=choices)

    monkeypatch.setattr(plugins, "read", faulty)
    found = examine([write(tmp_path, "b.txt"), write(tmp_path, "c.txt", "Noe annet.")])
    assert [each.error_key for each in found] == ["fault", ""]
    assert "b.txt" in found[0].error


def test_the_same_content_is_offered_to_be_skipped(tmp_path: Path, project: Project) -> None:
    first, copy = write(tmp_path, "a.txt"), write(tmp_path, "kopi.txt")
    found = examine([first, copy])
    assert [(each.duplicate_of, each.wanted) for each in found] == [("", True), ("a.txt", False)]
    with project.edit("x") as session:
        take_in(session, found)
        known = content_hashes(session)
    again = examine([copy], known_hashes=known)
    assert [(each.duplicate_of, each.wanted) for each in again] == [("a", False)]


def test_folders_are_opened_for_what_can_be_read(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "a/x.md", ".hidden/y.txt", "~$open.docx", ".z.txt", "p.png"):
        write(tmp_path, name)
    found = examine([tmp_path, tmp_path / "b" / "1.txt"])
    assert [each.path.relative_to(tmp_path).as_posix() for each in found] == [
        "a/x.md",
        "b/1.txt",
        "b/2.txt",
    ]


def test_how_far_it_has_come_is_told_and_it_can_be_stopped(tmp_path: Path) -> None:
    files = [write(tmp_path, f"{number}.txt", f"Ord {number}.") for number in range(4)]
    told: list[tuple[int, int, str]] = []
    examine(files[:2], progress=lambda *how: told.append(how))
    assert told == [(0, 2, "0.txt"), (1, 2, "1.txt"), (2, 2, "")]
    answers = iter([False, False, True])
    assert len(examine(files, cancelled=lambda: next(answers))) == 2


def test_what_is_wanted_becomes_documents_and_a_taken_name_gets_a_number(project: Project) -> None:
    source = Source("Ord.", "text", speakers=(Speaker("R", "participant"),))
    incoming = [
        Incoming(Path("a.txt"), "Intervju", source=source, cases=("Intervju",)),
        Incoming(Path("b.txt"), "intervju", source=source, cases=("intervju",), language="nn"),
        Incoming(Path("c.txt"), "Uønsket", source=source, wanted=False),
        Incoming(Path("d.txt"), "Feil", error="…"),
        Incoming(Path("e.txt"), " ", source=source, facts={"place": "Teams"}),
    ]
    with project.edit("x") as session:
        assert len(take_in(session, incoming)) == 3
    found = rows(project, Document)
    assert [each.name for each in found] == ["Intervju", "intervju (2)", "Untitled"]
    assert [each.language for each in found] == ["nb", "nn", "nb"]
    assert found[2].place == "Teams"
    assert [case.name for case in rows(project, Case)] == ["Intervju", "intervju (2)"]


def test_nothing_wanted_is_no_step(project: Project) -> None:
    with project.edit("x") as session:
        assert take_in(session, []) == []
    assert project.next_undo() is None


def test_the_file_itself_is_kept_only_if_the_study_says_so(
    tmp_path: Path, project: Project
) -> None:
    found = examine([write(tmp_path, "a.txt"), write(tmp_path, "b.txt", "Noe helt annet.")])
    with project.edit("x") as session:
        take_in(session, found[:1])
        study.describe(session, keep_originals=True)
        found[1].path.write_text("Endret siden.", encoding="utf-8")
        both = [replace(each, name=f"{each.name} 2") for each in found]
        take_in(session, both)
        take_in(session, both)
        kept = [original.content_hash for original in session.query(Original)]
    assert kept == [found[0].content_hash]


def test_a_folder_that_goes_round_is_read_once(tmp_path: Path) -> None:
    write(tmp_path, "a.txt")
    (tmp_path / "round").symlink_to(tmp_path)
    assert len(examine([tmp_path])) == 1
    assert len(list(importing.opened([tmp_path / "a.txt", tmp_path / "." / "a.txt"]))) == 1


def test_files_in_a_folder_come_in_the_order_of_their_numbers(tmp_path: Path) -> None:
    for number in (10, 9, 1):
        write(tmp_path, f"Informant {number}.txt")
    assert [path.stem for path in importing.opened([tmp_path])] == [
        "Informant 1",
        "Informant 9",
        "Informant 10",
    ]


SURVEY = (
    "Deltaker;E-post;Kommune;Hva gikk bra i samarbeidet?\n"
    "Ada;ada@example.org;Fjordvik;At vi møttes ansikt til ansikt hver uke.\n"
    "Bo;bo@example.org;Nesbygd;\n"
)


def test_a_table_of_answers_comes_in_with_its_cases_and_their_attributes(
    project: Project, tmp_path: Path
) -> None:
    (found,) = importing.examine([write(tmp_path, "Svar.csv", SURVEY)])
    assert (found.reader, found.kind, found.keep_original) == ("survey", "survey", False)
    with project.edit("import_documents") as session:
        importing.take_in(session, [found])
    with project.read() as session:
        held = cases.cases(session)
    assert [(row.name, dict(row.attributes)) for row in held] == [
        ("Ada", {"Kommune": "Fjordvik"}),
        ("Bo", {"Kommune": "Nesbygd"}),
    ]


def test_a_case_called_otherwise_takes_its_attributes_along(
    project: Project, tmp_path: Path
) -> None:
    (found,) = importing.examine([write(tmp_path, "Svar.csv", SURVEY)])
    found = replace(found, cases=("Informant 1",), per_case=True)
    with project.edit("import_documents") as session:
        (made,) = importing.take_in(session, [found])
    with project.read() as session:
        assert session.get_one(Document, made).name == "Informant 1"
        held = {row.name: dict(row.attributes) for row in cases.cases(session)}
    assert held["Informant 1"] == {"Kommune": "Fjordvik"}
    assert "Ada" not in held


def test_a_table_without_answers_tells_its_columns_all_the_same(tmp_path: Path) -> None:
    (found,) = importing.examine(
        [write(tmp_path, "Svar.csv", "Navn;Kommune\nAda;Fjordvik\nBo;Nesbygd\n")]
    )
    assert found.source is None
    assert found.survey is not None
    assert [(each.head, each.use) for each in found.survey.columns] == [
        ("Navn", "leave"),
        ("Kommune", "attribute"),
    ]


def test_a_register_of_meetings_is_left_out_and_told_of(tmp_path: Path) -> None:
    register = (
        "Nr;Dato;Aktivitet;Innhold;Deltakere\n"
        "1;3.4.2023;Møte;Avklare hvem som har ansvar for hva når saker går på tvers;Alle\n"
        "2;4.4.2023;Befaring;Se på lokalene sammen med dem som skal bruke dem;Alle\n"
    )
    (found,) = examine([write(tmp_path, "Møter.csv", register)])
    assert found.source is not None
    assert not found.wanted
    assert [caution.key for caution in found.source.cautions] == ["register"]
    (answers,) = examine([write(tmp_path, "Svar.csv", SURVEY)])
    assert answers.wanted
