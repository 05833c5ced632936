"""The cross-case matrix as a table: how each case stands on each dimension, and how all of them do.

Few cases stand side by side; of many, each has a row of its own under the dimension.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from qualtool.analysis.comparing import CrossCase, Dimension, Judgement, Standing, cross_case
from qualtool.analysis.consent import closed_case_ids
from qualtool.analysis.study import study
from qualtool.core.report import (
    Cell,
    Column,
    Group,
    Heading,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    cell,
    paragraph,
)
from qualtool.core.source import Caution
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext, words
from qualtool.reports.framework import STATES
from qualtool.reports.options import Options
from qualtool.reports.plain_table import language_of
from qualtool.store.describing_rows import GridRow
from qualtool.store.project import Session

ACROSS: Final = 6  # cases that still stand side by side on a page
_NOTHING: Final = Judgement()


def build(session: Session, options: Options) -> Report:
    """The report with its one table: a row for each dimension that anything is said of.

    A case without consent is left out; where nobody is to be named, cases have numbers.
    """
    language = language_of(session, options)
    said = words(language).gettext
    found = cross_case(session, options.frame_id)
    closed = closed_case_ids(session)
    cases = [row for row in found.cases if row.id not in closed]
    named = (options.attribution or study(session).attribution) != "none"
    names = {
        row.id: row.name if named else said("Case {number}").format(number=number)
        for number, row in enumerate(cases, 1)
    }
    ids = {row.id for row in cases}
    dimensions = [
        each
        for each in found.dimensions
        if each in found.judged or any((each, case_id) in found.cells for case_id in ids)
    ]
    across = len(cases) <= ACROSS
    columns, rows = (_across if across else _down)(found, dimensions, cases, names, language)
    title = said("Cross-case matrix")
    table = Table(
        label=said("Table"),
        number=options.number,
        caption=said("The cases compared"),
        columns=columns,
        groups=(Group(title, tuple(rows)),) if rows else (),
        caption_above=options.caption_above,
        landscape=True if options.landscape is None else options.landscape,
        empty=said("No case has been judged or summed up yet."),
        cautions=tuple(_cautions(found, dimensions, len(found.cases) - len(cases))),
    )
    return Report(title, language, (Heading(title), table))


def _across(
    found: CrossCase,
    dimensions: Sequence[Dimension],
    cases: Sequence[GridRow],
    names: Mapping[int, str],
    language: str,
) -> tuple[tuple[Column, ...], list[Row]]:
    said = words(language).gettext
    columns = (
        Column("dimension", said("Dimension"), 1.2),
        *(Column(f"case{row.id}", names[row.id], 1.3) for row in cases),
        *_whole(language),
    )
    rows = [
        Row(
            (
                _title(each),
                *(_standing(found.cells.get((each, row.id)), language) for row in cases),
                *_judged(found, each),
            )
        )
        for each in dimensions
    ]
    return columns, rows


def _down(
    found: CrossCase,
    dimensions: Sequence[Dimension],
    cases: Sequence[GridRow],
    names: Mapping[int, str],
    language: str,
) -> tuple[tuple[Column, ...], list[Row]]:
    said = words(language).gettext
    columns = (
        Column("dimension", said("Dimension"), 1.2),
        Column("case", said("Case"), 1.0),
        Column("standing", said("How it stands"), 2.4),
        *_whole(language),
    )
    rows: list[Row] = []
    for each in dimensions:
        here = [row for row in cases if (each, row.id) in found.cells]
        many = max(1, len(here))
        whole = tuple(_reaching(part, many) for part in _judged(found, each))
        covered = tuple(None for _part in whole)
        if not here:
            rows.append(Row((_title(each), cell(), cell(), *whole)))
        for number, row in enumerate(here):
            own = (cell(names[row.id]), _standing(found.cells[each, row.id], language))
            if number:
                rows.append(Row((None, *own, *covered)))
            else:
                rows.append(Row((_reaching(_title(each), many), *own, *whole)))
    return columns, rows


def _whole(language: str) -> tuple[Column, ...]:
    said = words(language).gettext
    return (
        Column("rating", said("Judgement"), 1.0),
        Column("explanation", said("Explanation"), 2.0),
        Column("evidence", said("Evidence"), 1.0),
    )


def _title(dimension: Dimension) -> Cell:
    return Cell((Paragraph((Run(dimension.title, bold=not dimension.depth),)),))


def _standing(found: Standing | None, language: str) -> Cell:
    """The judgement over the words of the cell, or why there are none."""
    if found is None:
        return cell()
    if found.state and not found.text and not found.rating:
        state = words(language).gettext(STATES[found.state])
        return Cell((Paragraph((Run(state, italic=True),)),))
    judged = (Paragraph((Run(found.rating, bold=True),)),) if found.rating else ()
    return Cell((*judged, *_lines(found.text)))


def _judged(found: CrossCase, dimension: Dimension) -> tuple[Cell, Cell, Cell]:
    whole = found.judged.get(dimension, _NOTHING)
    rating = Cell((Paragraph((Run(whole.rating, bold=True),)),)) if whole.rating else cell()
    return rating, Cell(tuple(_lines(whole.explanation))), cell(whole.evidence)


def _lines(text: str) -> Iterator[Paragraph]:
    return (paragraph(line.strip()) for line in text.splitlines() if line.strip())


def _reaching(each: Cell, rows: int) -> Cell:
    return Cell(each.paragraphs, each.value, rows)


def _cautions(
    found: CrossCase, dimensions: Sequence[Dimension], left_out: int
) -> Iterator[Caution]:
    if left_out:
        message = ngettext(
            "{count} case without consent was left out.",
            "{count} cases without consent were left out.",
            left_out,
        )
        yield Caution("no_consent", message.format(count=left_out))
    bare = [each.title for each in dimensions if not found.judged.get(each, _NOTHING).rating]
    if bare:
        message = _("Not judged across the cases yet: {names}.")
        yield Caution("not_judged", message.format(names=", ".join(bare)))
