"""The framework matrix as a table: what each case says on each theme, in the researcher's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Final

from qualtool.analysis.consent import consents
from qualtool.analysis.matrix import Matrix, matrix
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
from qualtool.i18n import mark, ngettext, words
from qualtool.reports.options import Options
from qualtool.reports.plain_table import language_of
from qualtool.store.describing_rows import GridRow
from qualtool.store.project import Session
from qualtool.store.rows import ThemeRow

ACROSS: Final = 5  # themes that still stand side by side on a page
STATES: Final[Mapping[str, str]] = {
    "not_asked": mark("Not asked"),
    "declined": mark("Declined"),
    "nothing_said": mark("Nothing said"),
}


def build(session: Session, options: Options) -> Report:
    """The report with its one table: cases by themes, or a row for each cell of many themes.

    Only what is written is shown. A case without consent is left out, and where nobody is to be
    named, cases have numbers.
    """
    language = language_of(session, options)
    said = words(language).gettext
    shown = matrix(session, options.frame_id)
    closed = {each.case_id for each in consents(session).values() if each.state != "given"}
    told = {place for place, each in shown.cells.items() if each.text or each.state}
    left_out = {case for case, _theme in told} & closed
    cases = [row for row in shown.cases if any((row.id, t.id) in told for t in shown.themes)]
    cases = [row for row in cases if row.id not in closed]
    ids = {row.id for row in cases}
    themes = [t for t in shown.themes if any((case, t.id) in told for case in ids)]
    named = (options.attribution or study(session).attribution) != "none"
    names = {
        row.id: row.name if named else said("Case {number}").format(number=number)
        for number, row in enumerate(cases, 1)
    }
    across = len(themes) <= ACROSS
    columns, rows = (
        _across(shown, cases, themes, names, language)
        if across
        else _down(shown, cases, themes, names, language)
    )
    table = Table(
        label=said("Table"),
        number=options.number,
        caption=said("Cases by themes"),
        columns=columns,
        groups=(Group(said("Cases by themes"), rows),) if rows else (),
        caption_above=options.caption_above,
        landscape=across if options.landscape is None else options.landscape,
        empty=said("Nothing has been summed up yet."),
        cautions=tuple(_cautions(left_out)),
    )
    title = said("Framework matrix")
    return Report(title, language, (Heading(title), table))


def _across(
    shown: Matrix,
    cases: Sequence[GridRow],
    themes: Sequence[ThemeRow],
    names: Mapping[int, str],
    language: str,
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    columns = (
        Column("case", words(language).gettext("Case"), 0.8),
        *(Column(f"theme-{row.id}", _title(row), 2.0) for row in themes),
    )
    rows = tuple(
        Row((cell(names[case.id]), *(_cell(shown, case, theme, language) for theme in themes)))
        for case in cases
    )
    return columns, rows


def _down(
    shown: Matrix,
    cases: Sequence[GridRow],
    themes: Sequence[ThemeRow],
    names: Mapping[int, str],
    language: str,
) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    said = words(language).gettext
    columns = (
        Column("case", said("Case"), 0.8),
        Column("theme", said("Theme"), 1.2),
        Column("summary", said("Summary"), 3.0),
    )
    rows: list[Row] = []
    for case in cases:
        told = [theme for theme in themes if (case.id, theme.id) in shown.cells]
        filled = [(theme, _cell(shown, case, theme, language)) for theme in told]
        filled = [(theme, each) for theme, each in filled if each.paragraphs]
        for number, (theme, each) in enumerate(filled):
            first = None if number else _name(names[case.id], len(filled))
            rows.append(Row((first, cell(_title(theme)), each)))
    return columns, tuple(rows)


def _name(name: str, rows: int) -> Cell:
    return Cell((Paragraph((Run(name, bold=True),)),), rows=rows)


def _cell(shown: Matrix, case: GridRow, theme: ThemeRow, language: str) -> Cell:
    found = shown.cells.get((case.id, theme.id))
    if found is None:
        return Cell(())
    if found.state and not found.text:
        state = words(language).gettext(STATES[found.state])
        return Cell((Paragraph((Run(state, italic=True),)),))
    return Cell(tuple(_paragraphs(found.text)))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    return (paragraph(line.strip()) for line in text.splitlines() if line.strip())


def _title(theme: ThemeRow) -> str:
    return theme.label or theme.report_title or theme.name


def _cautions(left_out: Iterable[int]) -> Iterator[Caution]:
    count = len(frozenset(left_out))
    if count:
        message = ngettext(
            "{count} case without consent was left out.",
            "{count} cases without consent were left out.",
            count,
        )
        yield Caution("no_consent", message.format(count=count))
