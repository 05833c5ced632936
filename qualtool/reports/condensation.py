"""Meaning condensed as a table: units, what each says in short, its theme; then the sub-groups."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from qualtool.analysis import codebook
from qualtool.analysis.board import shown_frame
from qualtool.analysis.condensing import condensed, group
from qualtool.analysis.findings import standing
from qualtool.core.report import (
    Block,
    Cell,
    Group,
    Heading,
    Report,
    Row,
    Table,
    Text,
    cell,
    paragraph,
)
from qualtool.i18n import words
from qualtool.reports.columns import columns
from qualtool.reports.heads import CONDENSATION
from qualtool.reports.material import Material, gather
from qualtool.reports.options import Options
from qualtool.reports.sorting import places_of
from qualtool.store.project import Session
from qualtool.store.rows import ThemeRow


def build(session: Session, options: Options) -> Report:
    """The report: the table of units, and under a heading each what is written of a sub-group.

    Units that may not be quoted are left out, with a caution; so are gold quotations.
    """
    material = gather(session, replace(options, starred=False), starred=False)
    said = words(material.language).gettext
    frame = shown_frame(session, options.frame_id)
    themes = list(standing(codebook.themes(session, frame)))
    names = {row.id: row.name for row in codebook.themes(session)}
    quotable = {row.id for row in material.excerpts}
    every = condensed(session)
    found = [unit for unit in every if unit.excerpt.id in quotable]
    held = len(found) < len(every)
    if options.order == "name":
        places = {row.id: number for number, row in enumerate(themes)}
        found.sort(key=lambda unit: places.get(unit.theme_id or 0, len(places)))
    elif options.order:
        place = places_of(options.order, material)
        found.sort(key=lambda unit: place(unit.excerpt))
    rows = tuple(
        Row(
            (
                Cell((material.quotation(unit.excerpt),)),
                cell(unit.text),
                cell(names.get(unit.theme_id, "") if unit.theme_id is not None else ""),
            )
        )
        for unit in found
    )
    title = said("Meaning condensed")
    table = Table(
        label=said("Table"),
        number=options.number,
        caption=title,
        columns=columns(CONDENSATION, material.language),
        groups=(Group(title, rows),) if rows else (),
        caption_above=options.caption_above,
        landscape=bool(options.landscape),
        empty=said("No meaning has been condensed yet."),
        cautions=material.cautions if held else (),
    )
    groups = [block for theme in themes for block in _group(session, theme, material)]
    return Report(title, material.language, (Heading(title), table, *groups))


def _group(session: Session, theme: ThemeRow, material: Material) -> Iterator[Block]:
    """What is written of a sub-group: condensate, analytic text, and the quotation above both."""
    written = group(session, theme.id)
    by_id = {row.id: row for row in material.excerpts}
    gold = by_id.get(written.gold.id) if written.gold is not None else None
    if not (written.text or written.analytic_text or gold):
        return
    yield Heading(theme.report_title or theme.name, 2)
    if gold is not None:
        yield Text((material.quotation(gold),), "quotation")
    for text in (written.text, written.analytic_text):
        lines = tuple(paragraph(line.strip()) for line in text.splitlines() if line.strip())
        if lines:
            yield Text(lines)
