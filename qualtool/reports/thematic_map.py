"""The thematic map as a block of the report."""

from __future__ import annotations

from qualtool.core.report import Figure, Heading, Report
from qualtool.i18n import words
from qualtool.reports import map_picture
from qualtool.reports.options import Options
from qualtool.reports.picturing import UPRIGHT, nothing
from qualtool.reports.plain_table import language_of
from qualtool.store.project import Session


def build(session: Session, options: Options) -> Report:
    """The picture of the frame that is chosen, as it stands on the map's page."""
    language = language_of(session, options)
    said = words(language).gettext
    title = said("Thematic map")
    shown = map_picture.picture(session, options.frame_id, language=language, title="")
    if not shown.drawing.boxes:
        return nothing(title, said("There are no themes yet."), language)
    figure = Figure(
        label=said("Figure"),
        number=options.number,
        caption=title,
        svg=map_picture.svg(shown),
        png=b"",
        width=shown.width,
        height=shown.height,
        alternative=shown.alternative,
        caption_above=False,
        # On a page that stands, the words of a wide map would be too small to read.
        landscape=shown.width > UPRIGHT if options.landscape is None else options.landscape,
    )
    return Report(title, language, (Heading(title), figure))
