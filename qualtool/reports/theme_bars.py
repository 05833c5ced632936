"""A bar for each informant, parted by theme: who has said how much on what."""

from __future__ import annotations

from collections.abc import Sequence

from qualtool.analysis.cases import cases
from qualtool.analysis.consent import closed_cases
from qualtool.core import theme_bars
from qualtool.core.report import Report
from qualtool.formats.font_widths import measure
from qualtool.formats.paper_colours import paper
from qualtool.i18n import words
from qualtool.reports.material import Material, gather
from qualtool.reports.options import Options
from qualtool.reports.picturing import across, charted, nothing
from qualtool.reports.theme_list import MainTheme
from qualtool.reports.wording import excerpts_said
from qualtool.store.project import Session


def build(session: Session, options: Options) -> Report:
    """The picture; an excerpt in two themes counts in both, one about two informants for both.

    Where nobody is to be named, participants have numbers.
    """
    material = gather(session, options, starred=False)
    language = material.language
    said = words(language).gettext
    title = said("Themes by informant")
    closed = {each.case_id for each in closed_cases(session)}
    everyone = [row for row in cases(session) if row.id not in closed]
    people = [row for row in everyone if row.kind == "participant"] or everyone
    themes = [(theme, theme.places[0].theme.colour) for theme in material.themes]
    held = [held_by(theme, material) for theme in material.themes]
    numbered = said("Participant {number}")
    bars = [
        theme_bars.Bars(
            row.name if material.attribution != "none" else numbered.format(number=number),
            tuple(sum(row.id in material.informants[each] for each in ids) for ids in held),
        )
        for number, row in enumerate(people, 1)
    ]
    if not any(any(each.counts) for each in bars):
        return nothing(title, said("Nothing is coded with a theme yet."), language)
    series = [theme_bars.Series(theme.title, colour) for theme, colour in themes]
    return charted(
        title,
        said("Excerpts by theme for each informant"),
        theme_bars.parts(series, bars, measure, paper(), across(options)),
        _told(series, bars, language),
        language=language,
        options=options,
        note=said("The number is how many excerpts there are; one in two themes counts in both."),
    )


def held_by(theme: MainTheme, material: Material) -> frozenset[int]:
    """The excerpts of a main theme and its sub-themes, each once."""
    found: set[int] = set()
    for place in theme.places:
        found.update(material.direct.get(place.theme.id, ()))
        for code_id in place.theme.code_ids:
            found |= material.coded.get(code_id, frozenset())
    return frozenset(each for each in found if each in material.informants)


def _told(
    series: Sequence[theme_bars.Series], bars: Sequence[theme_bars.Bars], language: str
) -> str:
    lines = []
    for bar in bars:
        counts = [
            f"{theme.title} {count}"
            for theme, count in zip(series, bar.counts, strict=True)
            if count
        ]
        said = excerpts_said(sum(bar.counts), language)
        lines.append(f"{bar.title}: {said}" + (f" ({', '.join(counts)})." if counts else "."))
    return " ".join(lines)
