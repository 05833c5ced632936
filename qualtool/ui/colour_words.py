"""The colours of the palette in words."""

from __future__ import annotations

from qualtool.i18n import gettext as _
from qualtool.i18n import mark

NAMES = {
    "violet": mark("Violet"),
    "blue": mark("Blue"),
    "green": mark("Green"),
    "amber": mark("Amber"),
    "rose": mark("Rose"),
    "teal": mark("Teal"),
    "olive": mark("Olive"),
    "sky": mark("Sky blue"),
    "orange": mark("Orange"),
    "plum": mark("Plum"),
    "slate": mark("Slate grey"),
    "brown": mark("Brown"),
}


def colour_name(key: str) -> str:
    """What a colour is called in the program's language."""
    return _(NAMES[key])
