"""The words in which the history says how themes, and sets of them, were shaped."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.analysis.history_told import Say, Told
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext


def _state(a: Told) -> str:
    count = a.number("themes")
    match a.get("state"):
        case "kept":
            return ngettext("Kept the theme “{theme}”", "Kept {themes} themes", count)
        case "aside":
            return ngettext("Set the theme “{theme}” aside", "Set {themes} themes aside", count)
    return ngettext(
        "Made the theme “{theme}” a candidate again", "Made {themes} themes candidates again", count
    )


def _fit(a: Told) -> str:
    count = a.number("count")
    match a.get("fit"):
        case "fits":
            return ngettext(
                "Marked an excerpt as one that fits “{theme}”",
                "Marked {count} excerpts as ones that fit “{theme}”",
                count,
            )
        case "stretches":
            return ngettext(
                "Marked an excerpt as one that stretches “{theme}”",
                "Marked {count} excerpts as ones that stretch “{theme}”",
                count,
            )
        case "against":
            return ngettext(
                "Marked an excerpt as one that speaks against “{theme}”",
                "Marked {count} excerpts as ones that speak against “{theme}”",
                count,
            )
    return ngettext(
        "Took away the mark of how an excerpt fits “{theme}”",
        "Took away the marks of how {count} excerpts fit “{theme}”",
        count,
    )


def _promote(a: Told) -> str:
    return ngettext(
        "Made a theme of the code “{code}”", "Made themes of {codes} codes", a.number("codes")
    )


def _aside(a: Told) -> str:
    return ngettext(
        "Put the code “{code}” with those that fit no theme",
        "Put {codes} codes with those that fit no theme",
        a.number("codes"),
    )


def _back(a: Told) -> str:
    return ngettext(
        "Took the code “{code}” from those that fit no theme",
        "Took {codes} codes from those that fit no theme",
        a.number("codes"),
    )


WORDS: Final[Mapping[str, Say]] = {
    "set_theme_state": _state,
    "set_fit": _fit,
    "promote_codes": _promote,
    "demote_theme": lambda a: _("Made a code of the theme “{theme}”"),
    "add_frame": lambda a: _("Made the set of themes “{frame}”"),
    "rename_frame": lambda a: _("Renamed the set of themes “{old}” to “{frame}”"),
    "move_frames": lambda a: _("Moved the set of themes “{frame}”"),
    "remove_frame": lambda a: _("Removed the set of themes “{frame}”"),
    "put_codes_aside": _aside,
    "take_codes_back": _back,
}
