"""A picture as a block of the report: drawn in the colours of paper, told in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from qualtool.core.chart import Chart, Part
from qualtool.core.report import Figure, Heading, Report, Text, paragraph
from qualtool.core.source import Caution
from qualtool.formats import write_chart
from qualtool.i18n import words
from qualtool.reports.options import Options

UPRIGHT: Final = 600  # pixels across a page as it stands, and as it lies
LYING: Final = 920


def across(options: Options) -> int:
    """How wide a picture is drawn, in pixels."""
    return LYING if options.landscape else UPRIGHT


def charted(
    title: str,
    caption: str,
    drawn: tuple[int, Sequence[Part]],
    alternative: str,
    *,
    language: str,
    options: Options,
    note: str = "",
    cautions: Sequence[Caution] = (),
) -> Report:
    """A heading and the chart under it; `drawn` is how high it is, and its parts."""
    high, parts = drawn
    chart = Chart(across(options), high, tuple(parts), alternative, language)
    figure = Figure(
        label=words(language).gettext("Figure"),
        number=options.number,
        caption=caption,
        svg=write_chart.write(chart, title=caption),
        png=b"",
        width=chart.width,
        height=chart.height,
        alternative=alternative,
        caption_above=False,
        landscape=bool(options.landscape),
        note=note,
        cautions=tuple(cautions),
    )
    return Report(title, language, (Heading(title), figure))


def nothing(title: str, why: str, language: str) -> Report:
    """A heading and why there is no picture yet."""
    return Report(title, language, (Heading(title), Text((paragraph(why),))))
