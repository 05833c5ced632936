"""The thematic map as a picture of a report: titled, told in words, and as SVG."""

from __future__ import annotations

from collections.abc import Sequence

from qualtool.analysis.study import study
from qualtool.analysis.thematic_map import thematic_map
from qualtool.core.map_boxes import shapes
from qualtool.core.map_drawing import Drawing, arranged, drawn
from qualtool.core.map_picture import Picture, pictured
from qualtool.core.thematic_map import Key, ThematicMap, Thing
from qualtool.formats import write_svg
from qualtool.formats.font_widths import measure
from qualtool.formats.paper_colours import paper
from qualtool.i18n import words
from qualtool.store.project import Session


def picture(
    session: Session,
    frame_id: int | None = None,
    *,
    language: str = "",
    title: str | None = None,
    by_excerpts: bool = False,
) -> Picture:
    """The map of a frame (the first where None) under a title, the study's name if None.

    Words that are not the researcher's own are in `language`, else in the study's.
    """
    about = study(session)
    language = language or about.language
    map_ = thematic_map(session, frame_id)
    sizes = shapes(map_.things, measure, by_excerpts=by_excerpts)
    drawing = drawn(map_, sizes, arranged(map_, sizes), measure)
    heading = about.name if title is None else title
    return titled(map_, drawing, heading, language)


def titled(map_: ThematicMap, drawing: Drawing, title: str, language: str) -> Picture:
    """A drawing as a picture under a title; without one, what it is is not said either."""
    return pictured(
        drawing,
        measure,
        title=title,
        under=words(language).gettext("Thematic map") if title else "",
        alternative=told(map_, language),
        language=language,
    )


def svg(shown: Picture) -> bytes:
    """The bytes of an SVG file, in the colours of paper."""
    return write_svg.write(shown, paper())


def told(map_: ThematicMap, language: str) -> str:
    """What the map shows, in words: each theme with what belongs to it, then the lines."""
    said = words(language).gettext
    by_key = {thing.key: thing for thing in map_.things}
    lines = [_theme(thing, map_.things, language) for thing in map_.things if thing.kind == "theme"]
    own = [_named(thing) for thing in map_.things if thing.kind == "box"]
    if own:
        lines.append(said("Boxes: {names}.").format(names=", ".join(own)))
    for link in map_.links:
        pattern = {
            "line": said("A line between {start} and {end}: {words}."),
            "arrow": said("An arrow from {start} to {end}: {words}."),
            "both_ways": said("Arrows both ways between {start} and {end}: {words}."),
        }[link.kind]
        if not link.words.strip():
            pattern = pattern.replace(": {words}", "")
        start, end = _named(by_key[link.start]), _named(by_key[link.end])
        lines.append(pattern.format(start=start, end=end, words=" ".join(link.words.split())))
    return " ".join(lines)


def _theme(theme: Thing, things: Sequence[Thing], language: str) -> str:
    said = words(language).gettext
    subs = [each for each in things if theme.key in each.parents and each.kind == "subtheme"]
    below: set[Key] = {theme.key}
    for each in things:
        if below & set(each.parents):
            below.add(each.key)
    codes = [each for each in things if each.kind == "code" and each.key in below]
    parts = [said("Theme: {name}").format(name=_named(theme))]
    if subs:
        parts.append(said("sub-themes: {names}").format(names=", ".join(map(_named, subs))))
    if codes:
        parts.append(said("codes: {names}").format(names=", ".join(map(_named, codes))))
    return "; ".join(parts) + "."


def _named(thing: Thing) -> str:
    return " ".join(thing.words.split())
