"""A survey comes in with its cases and their attributes in one step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.originals import in_original
from qualtool.core.exchange import Choices
from qualtool.operations import importing, originals, study, survey
from qualtool.store.project import Project
from qualtool.store.schema import Attribute, AttributeValue, Case, Document, DocumentText

ANSWERS = (Path(__file__).parents[1] / "data" / "formats" / "svar-nb.csv").read_bytes()


def values(session: Session) -> dict[tuple[str, str], str]:
    rows = session.execute(
        select(Case.name, Attribute.name, AttributeValue.value)
        .join(AttributeValue, AttributeValue.case_id == Case.id)
        .join(Attribute, Attribute.id == AttributeValue.attribute_id)
    )
    return {(case, attribute): value for case, attribute, value in rows}


def test_what_the_columns_are_is_guessed() -> None:
    uses = [column.use for column in survey.read(ANSWERS, "svar.csv").columns]
    assert uses == ["date", "case", "leave", "attribute", "attribute", "answer", "answer"]


def test_one_document_holds_all_answers_and_the_cases_their_attributes(project: Project) -> None:
    with project.edit("import") as session:
        made = survey.take_in(session, survey.read(ANSWERS, "svar.csv"), name="Svar")
    with project.read() as session:
        assert len(made) == 1
        document = session.get_one(Document, made[0])
        assert (document.name, document.kind) == ("Svar", "survey")
        found = values(session)
        assert found["Respondent 1", "Kommune"] == "Fjordvik"
        assert found["Respondent 3", "Rolle"] == "Rådgiver"
        assert len(session.scalars(select(Case)).all()) == 4


def test_a_document_for_each_case_has_its_date(project: Project) -> None:
    with project.edit("import") as session:
        made = survey.take_in(session, survey.read(ANSWERS, "svar.csv"), name="Svar", per_case=True)
    with project.read() as session:
        assert len(made) == 4
        assert session.get_one(Document, made[0]).date_from == "2023-05-03"


def test_a_survey_is_one_step_that_can_be_undone(project: Project) -> None:
    with project.edit("import") as session:
        survey.take_in(session, survey.read(ANSWERS, "svar.csv"), name="Svar")
    project.undo()
    with project.read() as session:
        assert not session.scalars(select(Document)).all()
        assert not session.scalars(select(Case)).all()
        assert not session.scalars(select(Attribute)).all()


def test_those_who_answer_without_a_name_are_never_taken_for_somebody_else(
    project: Project,
) -> None:
    anonymous = "Hva gikk bra i samarbeidet?;Kommune\nAt vi møttes ansikt til ansikt hver uke;{}\n"
    for name, town in (("Før", "Fjordvik"), ("Etter", "Nesbygd")):
        with project.edit("import") as session:
            read = survey.read(anonymous.format(town).encode(), f"{name}.csv")
            survey.take_in(session, read, name=name)
    with project.read() as session:
        assert values(session) == {
            ("Respondent 1", "Kommune"): "Fjordvik",
            ("Respondent 1 (2)", "Kommune"): "Nesbygd",
        }


@pytest.mark.parametrize("keeps", [False, True])
def test_what_a_column_is_called_is_kept_with_its_file_alone(
    project: Project, tmp_path: Path, keeps: bool
) -> None:
    path = tmp_path / "svar.csv"
    path.write_text("Deltaker;Hva sa Siri?\nA;Ja\nB;Nei\n")
    choices = Choices(columns=(("Hva sa Siri?", "answer"),))
    incoming = importing.recognised(path.read_bytes(), path, reader="survey", choices=choices)
    with project.edit("import") as session:
        study.describe(session, keep_originals=keeps)
        (made,) = importing.take_in(session, [incoming])
    with project.read() as session:
        assert ("Siri" in session.get_one(Document, made).reading) == keeps
    with project.edit("forget_originals") as session:
        assert originals.forget(session, [made]) == keeps
    with project.read() as session:
        assert "Siri" not in session.get_one(Document, made).reading


@pytest.mark.parametrize("per_case", [False, True])
def test_an_answer_is_shown_in_its_row_of_the_original(
    project: Project, tmp_path: Path, per_case: bool
) -> None:
    path = tmp_path / "svar.csv"
    same = "Nei, det har vi ikke tid til"
    path.write_text(
        "Deltaker;Kontor;Hva hindrer?;Noe mer å si til slutt?\n"
        f"A;Nord;{same};{same}\nB;Sør;Alt for mange møter, hele tiden;\nC;Vest;{same};{same}\n"
    )
    columns = (("Hva hindrer?", "answer"), ("Noe mer å si til slutt?", "answer"))
    choices = replace(importing.examine([path])[0].choices, columns=columns)
    incoming = importing.recognised(path.read_bytes(), path, reader="survey", choices=choices)
    with project.edit("import") as session:
        study.describe(session, keep_originals=True)
        made = importing.take_in(session, [replace(incoming, per_case=per_case)])
    found: list[tuple[str, str]] = []
    with project.read() as session:
        for document_id in made:
            text = session.get_one(DocumentText, document_id).text
            at = 0
            for line in text.split("\n"):
                place = in_original(session, document_id, at, at + len(line))
                row = place.raw.rfind("\n", 0, place.start) + 1
                found.append((place.raw[row], place.raw[place.start : place.end]))
                assert not place.corrected
                at += len(line) + 1
        whole = in_original(session, made[0], 0, len(session.get_one(DocumentText, made[0]).text))
        assert sorted(whole.raw[slice(*part)] for part in whole.parts) == sorted(
            words for _row, words in (found[:4] if per_case else found)
        )
    asked = [("1", head) for head, _use in columns]
    other = ("3", "Alt for mange møter, hele tiden")
    first, last = ("2", same), ("4", same)
    if per_case:
        assert found == [
            *(asked[0], first, asked[1], first),
            *(asked[0], other),
            *(asked[0], last, asked[1], last),
        ]
    else:
        assert found == [asked[0], first, other, last, asked[1], first, last]
