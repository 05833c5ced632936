"""The questions of self-review with what the project says for itself and what was answered."""

from __future__ import annotations

from qualtool.analysis.review_evidence import answers, evidence
from qualtool.core.prose import paragraphs
from qualtool.core.report import Cell, Column, Paragraph, Report, Run, cell, paragraph
from qualtool.core.template import said as worded
from qualtool.i18n import speaking, words
from qualtool.operations import profiles
from qualtool.reports.options import Options
from qualtool.reports.plain_table import language_of, one_table
from qualtool.store.project import Session


def build(session: Session, options: Options) -> Report:
    """The report with its one table: a row for each question of the profile. There is no score."""
    language = language_of(session, options)
    said = words(language).gettext
    written = answers(session)
    rows: list[tuple[Cell, ...]] = []
    with speaking(language):
        for question in profiles.chosen(session).questions:
            facts = evidence(session, question.evidence)
            answer = written.get(question.key, "")
            blank = Cell((Paragraph((Run(said("Not answered"), muted=True),)),))
            rows.append(
                (
                    cell(worded(question.text, language)),
                    Cell(tuple(paragraph(fact) for fact in facts)),
                    Cell(paragraphs(answer)) if answer.strip() else blank,
                )
            )
    columns = (
        Column("question", said("Question"), 2.0),
        Column("evidence", said("What the project says"), 2.6),
        Column("answer", said("Answer"), 3.0),
    )
    empty = said("The profile of the project asks no questions.")
    return one_table(
        said("Self-review"), columns, rows, language=language, options=options, empty=empty,
        landscape=True,
    )  # fmt: skip
