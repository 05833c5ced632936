"""The framework matrix as a table: what each case says on each theme, in the researcher's words."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from qualtool.analysis.consent import closed_case_ids
from qualtool.analysis.excerpts import excerpts
from qualtool.analysis.matrix import Matrix, matrix
from qualtool.analysis.study import study
from qualtool.core.report import (
    Block,
    Cell,
    Column,
    Group,
    Heading,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    Text,
    cell,
    paragraph,
)
from qualtool.core.source import Caution
from qualtool.i18n import mark, ngettext, words
from qualtool.reports import wording
from qualtool.reports.options import Options
from qualtool.reports.plain_table import language_of
from qualtool.store.describing_rows import GridRow
from qualtool.store.project import Session
from qualtool.store.rows import ThemeRow

ACROSS: Final = 5  # themes that still stand side by side on a page
MOST: Final = 250  # words of a summary; more is allowed, and said
STATES: Final[Mapping[str, str]] = {
    "not_asked": mark("Not asked"),
    "declined": mark("Declined"),
    "nothing_said": mark("Nothing said"),
}


@dataclass(frozen=True, slots=True)
class _Shown:
    """What is written, of which cases and themes, the names they go by, and what it rests on."""

    matrix: Matrix
    cases: tuple[GridRow, ...]
    themes: tuple[ThemeRow, ...]
    names: Mapping[int, str]
    sources: Mapping[int, str]  # of excerpts: document and place
    language: str


def build(session: Session, options: Options) -> Report:
    """The report: cases by themes, a row for each cell of many themes, or text under headings.

    Only what is written is shown, with `options.sources` where the excerpts behind it stand. A
    case without consent is left out, and where nobody is to be named, cases have numbers.
    """
    language = language_of(session, options)
    said = words(language).gettext
    found = matrix(session, options.frame_id)
    closed = closed_case_ids(session)
    told = {place for place, each in found.cells.items() if each.text or each.state}
    left_out = {case for case, _theme in told} & closed
    cases = [row for row in found.cases if any((row.id, t.id) in told for t in found.themes)]
    cases = [row for row in cases if row.id not in closed]
    ids = {row.id for row in cases}
    themes = [t for t in found.themes if any((case, t.id) in told for case in ids)]
    named = (options.attribution or study(session).attribution) != "none"
    shown = _Shown(
        matrix=found,
        cases=tuple(cases),
        themes=tuple(themes),
        names={
            row.id: row.name if named else said("Case {number}").format(number=number)
            for number, row in enumerate(cases, 1)
        },
        sources=_sources(session, found, ids, language) if named and options.sources else {},
        language=language,
    )
    title = said("Framework matrix")
    cautions = tuple(_cautions(left_out, shown))
    if options.form == "text" and cases:
        return Report(title, language, (Heading(title), *_text(shown)), cautions)
    across = len(themes) <= ACROSS
    columns, rows = _across(shown) if across else _down(shown)
    table = Table(
        label=said("Table"),
        number=options.number,
        caption=said("Cases by themes"),
        columns=columns,
        groups=(Group(said("Cases by themes"), rows),) if rows else (),
        caption_above=options.caption_above,
        landscape=across if options.landscape is None else options.landscape,
        empty=said("Nothing has been summed up yet."),
        cautions=cautions,
    )
    return Report(title, language, (Heading(title), table))


def _sources(
    session: Session, found: Matrix, cases: Collection[int], language: str
) -> dict[int, str]:
    wanted = {
        excerpt_id
        for (case_id, _theme), each in found.cells.items()
        if case_id in cases
        for excerpt_id in each.linked
    }
    if not wanted:
        return {}
    rows = excerpts(session, excerpt_ids=wanted, language=language)
    return {row.id: wording.source(row) for row in rows}


def _across(shown: _Shown) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    columns = (
        Column("case", words(shown.language).gettext("Case"), 0.8),
        *(Column(f"theme-{row.id}", _title(row), 2.0) for row in shown.themes),
    )
    rows = tuple(
        Row((cell(shown.names[case.id]), *(_cell(shown, case, theme) for theme in shown.themes)))
        for case in shown.cases
    )
    return columns, rows


def _down(shown: _Shown) -> tuple[tuple[Column, ...], tuple[Row, ...]]:
    said = words(shown.language).gettext
    columns = (
        Column("case", said("Case"), 0.8),
        Column("theme", said("Theme"), 1.2),
        Column("summary", said("Summary"), 3.0),
    )
    rows: list[Row] = []
    for case in shown.cases:
        told = [(theme, _cell(shown, case, theme)) for theme in shown.themes]
        filled = [(theme, each) for theme, each in told if each.paragraphs]
        for number, (theme, each) in enumerate(filled):
            first = None if number else _name(shown.names[case.id], len(filled))
            rows.append(Row((first, cell(_title(theme)), each)))
    return columns, tuple(rows)


def _text(shown: _Shown) -> Iterator[Block]:
    """Each theme as a heading, with what each case says after its name."""
    for theme in shown.themes:
        yield Heading(_title(theme), 2)
        for case in shown.cases:
            told = _cell(shown, case, theme).paragraphs
            if told:
                name = Run(f"{shown.names[case.id]}: ", bold=True)
                yield Text((Paragraph((name, *told[0].runs)), *told[1:]))


def _name(name: str, rows: int) -> Cell:
    return Cell((Paragraph((Run(name, bold=True),)),), rows=rows)


def _cell(shown: _Shown, case: GridRow, theme: ThemeRow) -> Cell:
    found = shown.matrix.cells.get((case.id, theme.id))
    if found is None:
        return Cell(())
    if found.state and not found.text:
        state = words(shown.language).gettext(STATES[found.state])
        return Cell((Paragraph((Run(state, italic=True),)),))
    if not found.text:
        return Cell(())
    behind = [place for each, place in shown.sources.items() if each in found.linked]
    rests = (Paragraph((Run(f"[{'; '.join(behind)}]", muted=True),)),) if behind else ()
    return Cell((*_paragraphs(found.text), *rests))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    return (paragraph(line.strip()) for line in text.splitlines() if line.strip())


def _title(theme: ThemeRow) -> str:
    return theme.label or theme.report_title or theme.name


def _cautions(left_out: Iterable[int], shown: _Shown) -> Iterator[Caution]:
    count = len(frozenset(left_out))
    if count:
        message = ngettext(
            "{count} case without consent was left out.",
            "{count} cases without consent were left out.",
            count,
        )
        yield Caution("no_consent", message.format(count=count))
    themes = {row.id for row in shown.themes}
    long = sum(
        len(each.text.split()) > MOST
        for (case_id, theme_id), each in shown.matrix.cells.items()
        if case_id in shown.names and theme_id in themes
    )
    if long:
        message = ngettext(
            "{count} summary has more than {most} words.",
            "{count} summaries have more than {most} words.",
            long,
        )
        yield Caution("long_summary", message.format(count=long, most=MOST))
