"""Summary of findings: each theme with its sub-themes and, for each, what was found in short."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final

from qualtool.analysis.findings import ThemeFindings, findings
from qualtool.analysis.study import study
from qualtool.core.ordering import above, below
from qualtool.core.report import (
    Cell,
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
from qualtool.i18n import LANGUAGES, ngettext, words
from qualtool.i18n import gettext as _
from qualtool.reports.columns import columns
from qualtool.reports.heads import SUMMARY
from qualtool.reports.material import gather
from qualtool.reports.options import Options
from qualtool.reports.valence_cells import ValenceCells, valence_cells
from qualtool.store.project import Session

FEWEST, MOST = 20, 80  # words that a summary in a table usually has
_NAMED: Final = 3


def build(session: Session, options: Options) -> Report:
    """The report with its one table; its cautions name what has no summary, or a long one.

    With `valences` in the options, what hinders and what furthers stands beside.
    """
    language = options.language or study(session).language
    language = language if language in LANGUAGES else "en"
    said = words(language).gettext
    title = said("Summary of findings")
    found = inside(findings(session, options.frame_id, language=language), options.theme_id)
    beside = None
    if options.valences:
        material = gather(session, replace(options, columns=()), starred=False)
        beside = valence_cells(session, material)
    more = beside.columns if beside is not None else ()
    groups = [
        Group(_title(main), tuple(_rows(main, below, beside))) for main, below in _families(found)
    ]
    table = Table(
        label=said("Table"),
        number=options.number,
        caption=said("Main themes, sub-themes and summary of findings"),
        columns=(
            *columns(SUMMARY, language, grouping="theme"),
            *more,
        ),
        groups=tuple(groups),
        caption_above=options.caption_above,
        headed=options.headed,
        apart=options.apart,
        landscape=bool(more) if options.landscape is None else options.landscape,
        note=said("In brackets: the number of informants.") if more else "",
        empty=said("There are no themes yet."),
        cautions=tuple(_cautions(found)),
    )
    opening = Text((paragraph(said("The table sums up what was found for each theme.")),))
    blocks = (Heading(title), opening, table) if groups else (Heading(title), table)
    return Report(title, language, blocks)


def inside(found: Sequence[ThemeFindings], theme_id: int | None) -> list[ThemeFindings]:
    """What is written of one theme and of what is under it, or of all where None.

    A sub-theme comes with its main theme, whose own findings are then left out.
    """
    if theme_id is None:
        return list(found)
    parents = {each.theme.id: each.theme.parent_id for each in found}
    wanted = below([theme_id], parents)
    over = set(above(theme_id, parents))
    return [
        each if each.theme.id in wanted else replace(each, summary="", parts=())
        for each in found
        if each.theme.id in wanted or each.theme.id in over
    ]


def word_count(text: str) -> int:
    """How many words a summary has."""
    return len(text.split())


def _families(
    found: Sequence[ThemeFindings],
) -> Iterator[tuple[ThemeFindings, list[ThemeFindings]]]:
    """Each main theme with what has a row under it: its sub-themes at any depth."""
    ends = [number for number, each in enumerate(found) if each.depth == 0] + [len(found)]
    for start, end in pairwise(ends):
        yield found[start], list(found[start + 1 : end])


def _rows(
    main: ThemeFindings, below: Sequence[ThemeFindings], beside: ValenceCells | None
) -> Iterator[Row]:
    filled = beside is not None and any(
        each.paragraphs for each in beside.cells(main.theme.code_ids)
    )
    own = [main] if main.summary.strip() or not below or filled else []
    shown = [*own, *below]
    for number, each in enumerate(shown):
        first = None if number else _main_cell(main, len(shown))
        sub = "" if each is main else each.theme.report_title or each.theme.name
        more = beside.cells(each.theme.code_ids) if beside is not None else ()
        yield Row((first, cell(sub), Cell(tuple(_paragraphs(each.summary))), *more))


def _main_cell(main: ThemeFindings, rows: int) -> Cell:
    """The theme's short label over its definition."""
    head = Paragraph((Run(_title(main), bold=True),))
    return Cell((head, *_paragraphs(main.theme.definition)), rows=rows)


def _title(each: ThemeFindings) -> str:
    return each.theme.label or each.theme.report_title or each.theme.name


def _paragraphs(text: str) -> Iterator[Paragraph]:
    return (paragraph(line.strip()) for line in text.splitlines() if line.strip())


def _cautions(found: Sequence[ThemeFindings]) -> Iterator[Caution]:
    parents = {each.theme.parent_id for each in found}
    bare = [
        each.theme.name
        for each in found
        if not each.summary.strip() and each.theme.id not in parents
    ]
    if 0 < len(bare) <= _NAMED:
        yield Caution(
            "no_summary", _("There is no summary yet of: {names}.").format(names=", ".join(bare))
        )
    elif bare:
        message = ngettext(
            "{count} theme or sub-theme has no summary yet.",
            "{count} themes and sub-themes have no summary yet.",
            len(bare),
        )
        yield Caution("no_summary", message.format(count=len(bare)))
    short = [each.theme.name for each in found if 0 < word_count(each.summary) < FEWEST]
    if short:
        message = _("Fewer than {count} words sum up: {names}.")
        yield Caution("short_summary", message.format(count=FEWEST, names=", ".join(short)))
    long = [each.theme.name for each in found if word_count(each.summary) > MOST]
    if long:
        message = _("More than {count} words sum up: {names}.")
        yield Caution("long_summary", message.format(count=MOST, names=", ".join(long)))
