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


def _quote(a: Told) -> str:
    return ngettext(
        "Quoted an excerpt in the findings of “{theme}”",
        "Quoted {count} excerpts in the findings of “{theme}”",
        a.number("count"),
    )


def _remove_findings(a: Told) -> str:
    return ngettext(
        "Took a part out of the findings of “{theme}”",
        "Took {count} parts out of the findings of “{theme}”",
        a.number("count"),
    )


def _move_on_map(a: Told) -> str:
    return ngettext(
        "Moved something on the map", "Moved {count} things on the map", a.number("count")
    )


def _take_off_map(a: Told) -> str:
    return ngettext(
        "Took something off the map", "Took {count} things off the map", a.number("count")
    )


def _put_back_on_map(a: Told) -> str:
    return ngettext(
        "Put something back on the map", "Put {count} things back on the map", a.number("count")
    )


def _remove_snapshots(a: Told) -> str:
    return ngettext(
        "Removed the snapshot “{snapshot}”", "Removed {count} snapshots", a.number("count")
    )


def _decision(a: Told) -> str:
    what = (
        _("Noted why the theme “{theme}” is defined anew")
        if "theme" in a
        else _("Noted why the code “{code}” is defined anew")
    )
    if not a.get("codings"):
        return what
    again = ngettext(
        "{codings} coding to look at again",
        "{codings} codings to look at again",
        a.number("codings"),
    )
    return f"{what} · {again}"


def _settle(a: Told) -> str:
    count = a.number("count")
    match a.get("state"):
        case "kept":
            return ngettext(
                "Looked again at a coding with “{code}” and kept it",
                "Looked again at {count} codings and kept them",
                count,
            )
        case "changed":
            return ngettext(
                "Looked again at a coding with “{code}” and changed it",
                "Looked again at {count} codings and changed them",
                count,
            )
    return ngettext(
        "Let a coding with “{code}” wait for another look",
        "Let {count} codings wait for another look",
        count,
    )


def _hold(a: Told) -> str:
    match a.get("stands"):
        case "supports":
            return _("Found that “{theme}” supports the expectation “{expectation}”")
        case "contradicts":
            return _("Found that “{theme}” contradicts the expectation “{expectation}”")
        case "not_seen":
            return _("Did not see the expectation “{expectation}” in “{theme}”")
    return _("Held the expectation “{expectation}” against “{theme}” no longer")


WORDS: Final[Mapping[str, Say]] = {
    "note_expectation": lambda a: _("Noted the expectation “{expectation}”"),
    "write_expectation": lambda a: _("Changed the expectation “{expectation}”"),
    "remove_expectation": lambda a: _("Removed the expectation “{expectation}”"),
    "hold_expectation": _hold,
    "note_decision": _decision,
    "settle_look_again": _settle,
    "set_theme_state": _state,
    "split_theme": lambda a: _("Split the theme “{theme}” off “{old}”"),
    "set_fit": _fit,
    "promote_codes": _promote,
    "demote_theme": lambda a: _("Made a code of the theme “{theme}”"),
    "add_frame": lambda a: _("Made the set of themes “{frame}”"),
    "rename_frame": lambda a: _("Renamed the set of themes “{old}” to “{frame}”"),
    "move_frames": lambda a: _("Moved the set of themes “{frame}”"),
    "remove_frame": lambda a: _("Removed the set of themes “{frame}”"),
    "add_finding": lambda a: _("Began a part of the findings of “{theme}”"),
    "quote_in_findings": _quote,
    "write_finding": lambda a: _("Wrote in the findings of “{theme}”"),
    "move_findings": lambda a: _("Moved parts of the findings of “{theme}”"),
    "remove_findings": _remove_findings,
    "lay_out_map": lambda a: _("Laid the map out"),
    "add_box": lambda a: _("Put the box “{text}” on the map"),
    "write_box": lambda a: _("Wrote “{text}” on the map"),
    "move_on_map": _move_on_map,
    "resize_on_map": lambda a: _("Changed the size of a box on the map"),
    "take_off_map": _take_off_map,
    "put_back_on_map": _put_back_on_map,
    "link_on_map": lambda a: _("Drew a line on the map"),
    "unlink_on_map": lambda a: _("Took a line off the map"),
    "take_snapshot": lambda a: _("Took the snapshot “{snapshot}”"),
    "rename_snapshot": lambda a: _("Renamed the snapshot “{old}” to “{snapshot}”"),
    "remove_snapshots": _remove_snapshots,
    "put_codes_aside": _aside,
    "take_codes_back": _back,
}
