"""Survey answers into a project: documents, cases and their attributes in one step.

A table has one case a row. `columns` say what each column is, by its head: the case's name, an
answer, an attribute, a date, or left out; what is not said is guessed. The answers come in as one
document with a turn for each answer, under its question, or as a document for each case.

For the import sheet: `read` gives `Survey` (columns with the guess, and what each case says), the
sheet lets the researcher change `Column.use`, calls `read` again with the pairs of head and use,
and `take_in` does the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.exchange import Choices
from qualtool.core.names import free, required, tidy
from qualtool.core.survey import Answers, Column, a_document, one_document
from qualtool.formats.read_survey import survey_of
from qualtool.operations import attributes, cases, documents, value_rows
from qualtool.operations.finding import one
from qualtool.store.journal import tell
from qualtool.store.schema import Attribute, Document


@dataclass(frozen=True, slots=True)
class Survey:
    """A table of answers as it was read, before anything enters the project."""

    columns: tuple[Column, ...]
    answers: tuple[Answers, ...]


def read(
    data: bytes, name: str, *, columns: Sequence[tuple[str, str]] = (), encoding: str = ""
) -> Survey:
    """The answers in a file; `columns` are pairs of a head and one of `core.survey.USES`.

    Raises QualtoolError naming the file, "table_without_answers" where no column is an answer.
    """
    choices = Choices(encoding=encoding, columns=tuple(columns))
    return Survey(*survey_of(data, name, choices=choices))


def take_in(
    session: Session,
    survey: Survey,
    *,
    name: str,
    language: str = "nb",
    per_case: bool = False,
    content_hash: str = "",
) -> list[int]:
    """Make the documents of a survey with its cases and their attributes; the documents' ids.

    One document called `name`, or one `per_case` called after the case. Names that are taken get
    " (2)". A case that is there already is that case. Raises QualtoolError: "name_empty".
    """
    name = required(name)
    tell(session, document=name, count=len(survey.answers))
    answered = [each for each in survey.answers if each.answers]
    ids = cases.ensure_all(session, {each.case: "participant" for each in survey.answers})
    taken = list(session.scalars(select(Document.name)))
    made: list[int] = []
    if per_case:
        for each in answered:
            called = free(tidy(each.case), taken)
            taken.append(called)
            made.append(
                documents.add(
                    session,
                    a_document(each),
                    name=called,
                    kind="survey",
                    language=language,
                    content_hash=content_hash,
                    case_for=[each.case],
                )
            )
            if each.date:
                documents.describe(session, made[-1], date=each.date)
    else:
        source = one_document(survey.columns, answered)
        made.append(
            documents.add(
                session,
                source,
                name=free(name, taken),
                kind="survey",
                language=language,
                content_hash=content_hash,
                case_for=[speaker.label for speaker in source.speakers],
            )
        )
    _write_attributes(session, survey, ids)
    return made


def _write_attributes(session: Session, survey: Survey, ids: dict[str, int]) -> None:
    values: dict[str, dict[int, str]] = {}
    for each in survey.answers:
        for attribute, value in each.attributes:
            values.setdefault(attribute, {})[ids[each.case]] = value
    for attribute, by_case in values.items():
        row = one(session, Attribute, attributes.ensure(session, attribute))
        value_rows.write(session, row, by_case)
