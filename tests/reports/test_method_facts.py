from __future__ import annotations

from pathlib import Path

from qualtool.core.report import Text, plain
from qualtool.operations import (
    code_merging,
    codes,
    documents,
    memos,
    snapshots,
    theme_states,
)
from qualtool.reports import method_facts
from qualtool.reports.options import Options
from tests.reports.invented import Study, coded_study, study


def told(made: Study, language: str = "en") -> list[str]:
    with made.project.read() as session:
        report = method_facts.build(session, Options(language=language))
    text = report.blocks[1]
    assert isinstance(text, Text)
    return [plain(each) for each in text.paragraphs]


def test_an_empty_project_says_that_it_is_empty(tmp_path: Path) -> None:
    made = study(tmp_path)
    with made.edit() as session:
        documents.remove(session, [each for each, _text in made.documents.values()])
    assert told(made) == ["There is no material yet."]


def test_what_is_not_there_is_not_said(tmp_path: Path) -> None:
    said = " ".join(told(study(tmp_path)))
    assert "3 interviews" in said
    assert "coded" not in said
    assert "average" not in said
    assert "memo" not in said
    assert "merged" not in said


def test_the_material_is_counted_with_its_days_and_lengths(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    ids = [each for each, _text in made.documents.values()]
    with made.edit() as session:
        documents.describe(session, ids[2], kind="observation")
        documents.describe(session, ids[0], date="1.3.2024", duration_ms=30 * 60_000)
        documents.describe(session, ids[0], form="digital", checked=True)
        documents.describe(session, ids[1], date="7.5.2024", form="in_person")
    first = told(made)[0]
    assert first.startswith("The material is 2 interviews and 1 observation, ")
    assert "2 participants took part." in first
    assert "The interviews were held from 1 March 2024 to 7 May 2024." in first
    assert "The length is known of 1 of them: from 30 to 30 minutes, 30 on average, 0.5" in first
    assert "Of these, 1 in person and 1 digitally." in first
    assert "1 of 3 documents was checked" in first or "1 of 3 documents were checked" in first
    with made.edit() as session:
        documents.describe(session, ids[1], date="1.3.2024", duration_ms=60 * 60_000)
    assert "were held on 1 March 2024." in told(made)[0]
    assert "lasted from 30 to 60 minutes, 45 on average, 1.5 hours" in told(made)[0]


def test_what_became_of_the_codes_is_told(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    with made.edit() as session:
        snapshots.take(session, "Etter første runde")
    with made.project.edit("rename_code") as session:
        codes.rename(session, made.codes["tid"], "ikke tid")
    with made.project.edit("merge_codes") as session:
        code_merging.merge(session, [made.codes["løs"]], made.codes["håp"])
    with made.edit() as session:
        theme_states.set_state(session, [made.themes["Struktur"]], "aside")
        memos.add(session, text="Hva ser jeg ikke?", kind="reflexive")
    said = " ".join(told(made))
    assert "there were 5 codes in use (“Etter første runde”)." in said
    assert "1 code was merged: “løs” into “håp”." in said
    assert "A code was given another name 1 time." in said
    assert "with 4 codes" in said
    assert "2 coders took part" in said
    assert "1 candidate was set aside." in said
    assert "1 memo was written along the way, of which 1 reflexive" in said


def test_many_merged_codes_are_counted_and_not_named(tmp_path: Path) -> None:
    made = coded_study(tmp_path)
    with made.edit() as session:
        more = [codes.add(session, f"kode {number}") for number in range(10)]
        code_merging.merge(session, more, made.codes["håp"])
    said = " ".join(told(made))
    assert "10 codes were merged into others." in said
    assert "kode 3" not in said
