"""A survey comes in with its cases and their attributes in one step."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.operations import survey
from qualtool.store.project import Project
from qualtool.store.schema import Attribute, AttributeValue, Case, Document

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
