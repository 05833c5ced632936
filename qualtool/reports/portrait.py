"""Portraits of the documents: where in each of them the themes are."""

from __future__ import annotations

from collections.abc import Sequence

from qualtool.analysis.consent import closed_documents
from qualtool.analysis.documents import documents
from qualtool.analysis.spans import spans_of
from qualtool.core import portrait
from qualtool.core.report import Report
from qualtool.formats.font_widths import measure
from qualtool.formats.paper_colours import paper
from qualtool.i18n import words
from qualtool.reports import wording
from qualtool.reports.material import gather
from qualtool.reports.options import Options
from qualtool.reports.picturing import across, charted, nothing
from qualtool.reports.theme_bars import held_by
from qualtool.store.project import Session


def build(session: Session, options: Options) -> Report:
    """The picture: each document with something coded, in order, a lane for each theme in it.

    A document of somebody without consent is left out.
    """
    material = gather(session, options, starred=False)
    language = material.language
    said = words(language).gettext
    title = said("Portraits of the documents")
    held = [(theme, held_by(theme, material)) for theme in material.themes]
    spans = spans_of(session, frozenset[int]().union(*(ids for _theme, ids in held)))
    shown: list[portrait.Portrait] = []
    shut = closed_documents(session)
    for number, document in enumerate(documents(session), 1):
        if document.id in shut:
            continue
        lanes = []
        for theme, ids in held:
            inside = sorted(
                (start / document.length, end / document.length)
                for each in ids & spans.keys()
                for where, start, end in (spans[each],)
                if where == document.id
            )
            if inside:
                colour = theme.places[0].theme.colour
                lanes.append(portrait.Lane(theme.title, colour, tuple(inside)))
        if lanes:
            name = wording.document(document.name, number, material.attribution, language)
            shown.append(portrait.Portrait(name, document.length, tuple(lanes)))
    if not shown:
        return nothing(title, said("Nothing is coded with a theme yet."), language)
    return charted(
        title,
        said("Where in each document the themes are"),
        portrait.parts(shown, measure, paper(), across(options)),
        _told(shown),
        language=language,
        options=options,
        note=said("Each strip is a document from its beginning to its end, as long as it is."),
    )


def _told(shown: Sequence[portrait.Portrait]) -> str:
    return " ".join(
        f"{each.title}: "
        + ", ".join(f"{lane.title} {len(lane.stretches)}" for lane in each.lanes)
        + "."
        for each in shown
    )
