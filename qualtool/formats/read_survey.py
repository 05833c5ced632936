"""Reads answers to a survey from a spreadsheet (XLSX) or CSV: one case a row.

The answers become one document: each question a heading, each answer a turn of its case. What the
columns are is guessed (`core.survey.columns_of`) and can be chosen by `Choices.columns`, pairs of a
column's head and one of `core.survey.USES`. The attributes of the cases, and a document for each
case instead of one for all, come in with `operations.survey`, which reads the same table.
"""

from __future__ import annotations

from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Source
from qualtool.core.survey import Answers, Column, answers_of, columns_of
from qualtool.core.survey_sheet import Sheet, sheet_of
from qualtool.core.survey_text import one_document
from qualtool.formats.decoding import peek
from qualtool.formats.read_table import Table, read_tables
from qualtool.formats.sizes import PARTS, TEXT, refuse_if_too_many
from qualtool.formats.table_shape import first_rows, is_table
from qualtool.formats.unpacking import unpack
from qualtool.i18n import gettext as _
from qualtool.i18n import mark

_PACKED: Final = b"PK\x03\x04"


def recognise(data: bytes, name: str) -> float:
    """How surely the content is a table: a workbook, or lines that all have the same columns."""
    named = name.lower().endswith((".csv", ".xlsx", ".xlsm"))
    if data.startswith(_PACKED):
        try:
            return 0.95 if "xl/workbook.xml" in unpack(data, name).parts else 0.0
        except QualtoolError:
            return 0.6 if named else 0.0
    beginning = peek(data)
    if not named:
        return 0.4 if is_table(beginning) else 0.0
    rows = [row for row in first_rows(beginning) if row]
    return 0.7 if len(rows) > 1 and len(rows[0]) > 1 else 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The answers of a table as one document; raises `QualtoolError` naming the file."""
    return one_document(*survey_of(data, name, choices=choices))


def survey_of(
    data: bytes, name: str, *, choices: Choices = UNCHOSEN
) -> tuple[tuple[Column, ...], tuple[Answers, ...], Sheet]:
    """The columns of a table, what each case says, and the table itself.

    Raises `QualtoolError` naming the file.
    """
    table = _fullest(read_tables(data, name, encoding=choices.encoding))
    refuse_if_too_many(len(table), name)
    columns = columns_of(table, choices.columns)
    answers = answers_of(table, columns, _("Respondent"))
    questions = sum(one.use == "answer" for one in columns)
    refuse_if_too_many(len(answers) * questions, name)
    length = sum(len(words) for one in answers for _question, words in one.answers)
    refuse_if_too_many(length * PARTS // TEXT, name)
    if not any(one.answers for one in answers):
        raise QualtoolError(
            "table_without_answers",
            _(
                "“{file}” is a table, and none of its columns holds answers in words. Say which "
                "columns are answers, or take it in as cases or activities."
            ),
            file=name,
        )
    return columns, answers, sheet_of(table, {one.at for one in columns if _is_kept_out(one)})


def columns_in(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> tuple[Column, ...]:
    """The columns of a table alone, also where none is an answer; raises `QualtoolError`."""
    table = _fullest(read_tables(data, name, encoding=choices.encoding))
    return columns_of(table, choices.columns)


def _is_kept_out(column: Column) -> bool:
    """Whether a column that may tell who somebody is stays out of the project."""
    return column.private and column.use == "leave"


def _fullest(tables: tuple[Table, ...]) -> Table:
    """The sheet with the most cells; others explain or count."""
    return max(tables, key=lambda table: sum(map(len, table)), default=())


READER: Final = Reader(
    "survey",
    mark("Survey answers"),
    ("xlsx", "csv"),
    recognise,
    read,
    mark(
        "A case for each row, its answers as turns under their questions; other columns "
        "can be attributes."
    ),
)
