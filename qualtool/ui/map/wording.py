"""What a screen reader is told of a thing on the map, or of a line."""

from __future__ import annotations

from qualtool.core.thematic_map import Key, ThematicMap, Thing
from qualtool.i18n import gettext as _


def said(map_: ThematicMap, key: Key) -> str:
    """A thing with what it is and belongs to, or a line with its ends."""
    things = {thing.key: thing for thing in map_.things}
    if thing := things.get(key):
        return _thing(thing, things)
    for link in map_.links:
        if key == Key("link", link.id):
            start, end = things[link.start].words, things[link.end].words
            pattern = {
                "line": _("Line between “{start}” and “{end}”"),
                "arrow": _("Arrow from “{start}” to “{end}”"),
                "both_ways": _("Arrows both ways between “{start}” and “{end}”"),
            }[link.kind]
            line = pattern.format(start=start, end=end)
            return f"{line}: {link.words}" if link.words else line
    return ""


def _thing(thing: Thing, things: dict[Key, Thing]) -> str:
    pattern = {
        "theme": _("Theme: {name}"),
        "subtheme": _("Sub-theme: {name}"),
        "code": _("Code: {name}"),
        "box": _("Box: {name}"),
    }[thing.kind]
    parts = [pattern.format(name=thing.words)]
    homes = [things[each].words for each in thing.parents if each in things]
    if homes:
        parts.append(_("belongs to {names}").format(names=", ".join(homes)))
    if thing.note:
        parts.append(thing.note)
    return ", ".join(parts)
