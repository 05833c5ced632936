"""Themes and examples: each theme with its sub-themes and the quotations that show them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final

from qualtool.core.report import (
    Cell,
    Group,
    Heading,
    Paragraph,
    Report,
    Row,
    Table,
    Text,
    cell,
    paragraph,
)
from qualtool.core.source import Caution
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext, words
from qualtool.reports import wording
from qualtool.reports.columns import columns
from qualtool.reports.heads import THEMES
from qualtool.reports.material import Material, gather
from qualtool.reports.options import Options
from qualtool.reports.sorting import places_of
from qualtool.reports.theme_list import MainTheme, Place
from qualtool.store.project import Session

_NAMED: Final = 3  # so many themes without an example are named; of more, how many


@dataclass(frozen=True, slots=True)
class _Shown:
    """A place of a theme with the quotations that stand for it."""

    title: str
    quotations: tuple[Paragraph, ...]


def build(session: Session, options: Options) -> Report:
    """The report with its one table; its cautions name what has no example."""
    material = gather(session, options, starred=True)
    if options.order:
        place = places_of(options.order, material)
        material = replace(material, excerpts=tuple(sorted(material.excerpts, key=place)))
    said = words(material.language).gettext
    title = said("Themes and examples")
    groups: list[Group] = []
    bare: list[str] = []
    for theme in material.themes:
        places, without = _places(theme, material)
        bare += without
        rows = _stacked(theme, places) if options.stacked else _merged(theme, places)
        groups.append(Group(theme.title, tuple(rows)))
    table = Table(
        label=said("Table"),
        number=options.number,
        caption=said("Main theme, sub-theme and examples of meaning units"),
        columns=columns(THEMES, material.language, grouping="theme"),
        groups=tuple(groups),
        caption_above=options.caption_above,
        headed=options.headed,
        apart=options.apart,
        landscape=bool(options.landscape),
        note=wording.edits_note(material.excerpts, material.language),
        empty=said("There are no themes yet."),
        cautions=(*material.cautions, *_cautions(bare)),
    )
    opening = Text(
        (paragraph(said("The table shows main themes, sub-themes and examples of meaning units.")),)
    )
    blocks = (Heading(title), opening, table) if groups else (Heading(title), table)
    return Report(title, material.language, blocks)


def _places(theme: MainTheme, material: Material) -> tuple[list[_Shown], list[str]]:
    """What is shown of a theme, and the titles of what has no example."""
    shown: list[_Shown] = []
    bare: list[str] = []
    alone = len(theme.places) == 1
    for place in theme.places:
        quotations = tuple(_quotations(place, material))
        # A main theme has a line of its own only where it has quotations or nothing under it.
        if quotations or place.title or alone:
            shown.append(_Shown(place.title, quotations))
            if not quotations:
                bare.append(place.title or theme.title)
    return shown, bare


def _quotations(place: Place, material: Material) -> Iterator[Paragraph]:
    codes = set(place.theme.code_ids)
    direct = set(material.direct.get(place.theme.id, ()))
    for excerpt in material.excerpts:
        if excerpt.id in direct or any(each.code_id in codes for each in excerpt.codings):
            yield material.quotation(excerpt)


def _merged(theme: MainTheme, places: list[_Shown]) -> Iterator[Row]:
    """A row for each place, the cell of the main theme reaching down along them."""
    for number, place in enumerate(places):
        main = None if number else cell(theme.title, rows=len(places))
        yield Row((main, cell(place.title), Cell(place.quotations)))


def _stacked(theme: MainTheme, places: list[_Shown]) -> Iterator[Row]:
    """One row, with what belongs to the theme stacked in its cells."""
    titles = tuple(paragraph(place.title) for place in places if place.title)
    quotations = tuple(each for place in places for each in place.quotations)
    yield Row((cell(theme.title), Cell(titles), Cell(quotations)))


def _cautions(bare: list[str]) -> Iterator[Caution]:
    if 0 < len(bare) <= _NAMED:
        message = _("No excerpt is starred as an example of: {names}.")
        yield Caution("no_example", message.format(names=", ".join(bare)))
    elif bare:
        message = ngettext(
            "{count} theme or sub-theme has no starred excerpt as an example.",
            "{count} themes and sub-themes have no starred excerpt as an example.",
            len(bare),
        )
        yield Caution("no_example", message.format(count=len(bare)))
