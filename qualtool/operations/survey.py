"""Survey answers into a project: documents, cases and their attributes in one step.

A table has one case a row. `columns` say what each column is, by its head: the case's name, an
answer, an attribute, a date, or left out; what is not said is guessed. The answers come in as one
document with a turn for each answer, under its question, or as a document for each case.

In the import sheet `read` gives `Survey` (columns with the guess, and what each case says), the
researcher says of a column what else it is, the file is read again with the pairs of head and use,
and `take_in` does the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.exchange import Choices
from qualtool.core.names import folded, free, required, tidy
from qualtool.core.reading import Reading
from qualtool.core.source import Source
from qualtool.core.survey import Answers, Column, free_among
from qualtool.core.survey_sheet import Sheet
from qualtool.core.survey_text import apart, one_document
from qualtool.core.table_mapping import is_register
from qualtool.formats.read_survey import columns_in, survey_of
from qualtool.formats.read_table import read_tables
from qualtool.operations import attributes, cases, documents, value_rows
from qualtool.operations.finding import one
from qualtool.store.journal import tell
from qualtool.store.schema import Attribute, Case, Document


@dataclass(frozen=True, slots=True)
class Survey:
    """A table of answers as it was read, before anything enters the project."""

    columns: tuple[Column, ...]
    answers: tuple[Answers, ...]
    sheet: Sheet | None = None


def read(
    data: bytes, name: str, *, columns: Sequence[tuple[str, str]] = (), encoding: str = ""
) -> Survey:
    """The answers in a file; `columns` are pairs of a head and one of `core.survey.USES`.

    Raises QualtoolError naming the file, "table_without_answers" where no column is an answer.
    """
    choices = Choices(encoding=encoding, columns=tuple(columns))
    return Survey(*survey_of(data, name, choices=choices))


def read_columns(data: bytes, name: str) -> Survey:
    """The columns of a table in which no answers were found, so that they can be pointed out."""
    return Survey(columns_in(data, name), ())


def looks_like_register(data: bytes, name: str, *, encoding: str = "") -> bool:
    """Whether a table is rather one of meetings than of answers, by its heads."""
    return any(is_register(table) for table in read_tables(data, name, encoding=encoding))


def all_answers(survey: Survey) -> Source:
    """All answers as one document."""
    given = [each for each in survey.answers if each.answers]
    return one_document(survey.columns, given, survey.sheet)


def take_in(
    session: Session,
    survey: Survey,
    *,
    name: str,
    kind: str = "survey",
    language: str = "nb",
    per_case: bool = False,
    content_hash: str = "",
    reading: Reading | None = None,
    source: Source | None = None,
    case_for: Sequence[str | None] | None = None,
    **fields: object,
) -> list[int]:
    """Make the documents of a survey with its cases and their attributes; the documents' ids.

    One document called `name`, or one `per_case` called after the case. Names that are taken get
    " (2)". A case that is there already is that case, but for those who answer without a name.
    `source` is `all_answers` with other words, where names were replaced, and `case_for` the case
    behind each who answers in it. `fields` are
    those of `documents.describe`. Raises QualtoolError: "name_empty".
    """
    name = required(name)
    tell(session, document=name, count=len(survey.answers))
    whole = all_answers(survey)
    source = whole if source is None else source
    labels = [speaker.label for speaker in whole.speakers]
    named: dict[str, str | None] = dict(
        zip(labels, labels if case_for is None else case_for, strict=True)
    )
    _keep_apart(session, survey, named)
    of_row = [named.get(each.case, each.case) for each in survey.answers]
    ids = cases.ensure_all(session, {each: "participant" for each in of_row if each})
    taken = list(session.scalars(select(Document.name)))
    parts = apart(source) if per_case else ()
    dates = {each.case: each.date for each in survey.answers}
    made: list[int] = []
    for number, part in parts:
        case = named[labels[number]]
        called = free(tidy(case or part.speakers[0].label), taken)
        taken.append(called)
        date = dates.get(labels[number])
        known: dict[str, Any] = {**fields, "date": date} if date else fields
        made.append(
            documents.add(
                session,
                part,
                name=called,
                kind=kind,
                language=language,
                content_hash=content_hash,
                reading=replace(reading or Reading(), speaker=number),
                case_for=[case],
                **known,
            )
        )
    if not per_case:
        made.append(
            documents.add(
                session,
                source,
                name=free(name, taken),
                kind=kind,
                language=language,
                content_hash=content_hash,
                reading=reading,
                case_for=[named[label] for label in labels],
                **fields,
            )
        )
    _write_attributes(session, survey, [ids.get(each or "") for each in of_row])
    return made


def _keep_apart(session: Session, survey: Survey, named: dict[str, str | None]) -> None:
    """Give those who answer without a name one that nobody has: they are not who has it now."""
    held = {folded(name) for name in session.scalars(select(Case.name))}
    for each in survey.answers:
        if each.anonymous and named.setdefault(each.case, each.case) == each.case:
            named[each.case] = name = free_among(each.case, held)
            held.add(folded(name))


def _write_attributes(session: Session, survey: Survey, ids: Sequence[int | None]) -> None:
    values: dict[str, dict[int, str]] = {}
    for each, case_id in zip(survey.answers, ids, strict=True):
        if case_id is not None:
            for attribute, value in each.attributes:
                values.setdefault(attribute, {})[case_id] = value
    for attribute, by_case in values.items():
        row = one(session, Attribute, attributes.ensure(session, attribute))
        value_rows.write(session, row, by_case)
