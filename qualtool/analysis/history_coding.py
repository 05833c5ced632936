"""The words in which the history says how codings and the ends of excerpts were changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.analysis.history_told import Say, Told
from qualtool.core.depth import LATENT
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext


def _remove_coding(a: Told) -> str:
    if a.number("count") > 1:
        if a.get("passages") == 1:
            what = _("Took all {count} codes off a passage in “{document}”")
        else:
            what = ngettext(
                "Took {count} coding away", "Took {count} codings away", a.number("count")
            )
    else:
        what = _("Took “{code}” off a passage in “{document}”")
    return f"{what} · {_('coded by {whose}')}" if "whose" in a else what


def _depth(a: Told) -> str:
    if "depth" not in a:
        return ngettext(
            "Took the depth off “{code}” in “{document}”",
            "Took the depth off {count} codings",
            a.number("count"),
        )
    if a["depth"] == LATENT:
        return ngettext(
            "Marked “{code}” in “{document}” as latent",
            "Marked {count} codings as latent",
            a.number("count"),
        )
    return ngettext(
        "Marked “{code}” in “{document}” as semantic",
        "Marked {count} codings as semantic",
        a.number("count"),
    )


def _resize(a: Told) -> str:
    if "joined" in a:
        what = _("Let a passage in “{document}” go into another of the same words")
    else:
        what = _("Changed where a passage in “{document}” starts or ends")
    return _with_edited(a, what)


def _with_edited(a: Told, what: str) -> str:
    """A changed stretch, and whether what it was to be shown as went with the old one."""
    return f"{what} · {_('its edited form was dropped')}" if "edited" in a else what


WORDS: Final[Mapping[str, Say]] = {
    "remove_codings": _remove_coding,
    "set_depth": _depth,
    "resize_excerpt": _resize,
    "split_excerpt": lambda a: _with_edited(a, _("Split a passage in “{document}” in two")),
}
