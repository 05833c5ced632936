"""How evenly the documents were read and coded, as a table."""

from __future__ import annotations

from typing import Final

from qualtool.analysis.document_care import care, document_ids
from qualtool.analysis.study import study
from qualtool.core.report import Cell, Column, Report, cell
from qualtool.i18n import mark, words
from qualtool.reports import wording
from qualtool.reports.options import Options
from qualtool.reports.plain_table import language_of, one_table
from qualtool.reports.wording import count_cell
from qualtool.store.project import Session

_HEADS: Final = (
    mark("Words"),
    mark("Excerpts"),
    mark("Excerpts per 1,000 words"),
    mark("Coded (%)"),
    mark("Places without a code"),
    mark("Read"),
    mark("Listened to"),
    mark("Checked"),
)


def build(session: Session, options: Options) -> Report:
    """The report with its one table: a row for each document.

    Words are those of the informants, or all where nobody else is known to speak.
    """
    language = language_of(session, options)
    said = words(language).gettext
    rows: list[tuple[Cell, ...]] = []
    attribution = options.attribution or study(session).attribution
    for number, row in enumerate(care(session, document_ids(session)), 1):
        counts = (row.words, row.excerpts, round(row.density), row.percent, len(row.places),
                  row.read, row.listened, row.checked)  # fmt: skip
        name = wording.document(row.name, number, attribution, language)
        rows.append((cell(name), *(count_cell(count, language) for count in counts)))
    columns = (
        Column("document", said("Document"), 2.2),
        *(Column(str(place), said(head), 0.9, "number") for place, head in enumerate(_HEADS)),
    )
    return one_table(
        said("Coverage"),
        columns,
        rows,
        language=language,
        options=options,
        empty=said("There are no documents yet."),
        landscape=True,
    )
