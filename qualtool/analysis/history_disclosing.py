"""The words of the history for what was done about words that may tell who somebody is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.analysis.history_told import Say, Told
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext


def _decide(a: Told) -> str:
    if a.number("everywhere"):
        return _("Decided that words may stand, wherever they do")
    return _("Decided that words may stand as they are")


def _take_back(a: Told) -> str:
    return ngettext(
        "Took back a decision on what may be told",
        "Took back {count} decisions on what may be told",
        a.number("count"),
    )


def _change(a: Told) -> str:
    if "document" in a:
        return _("Changed how an excerpt of “{document}” is shown, so that it tells nobody apart")
    return _("Changed how an excerpt is shown, so that it tells nobody apart")


def _generalise(a: Told) -> str:
    if "attribute" in a:
        return _("Let “{attribute}” be shown in groups, so that it tells nobody apart")
    count = a.number("count")
    if count > 1:
        return ngettext(
            "Put a wider word into {count} excerpt", "Put a wider word into {count} excerpts", count
        )
    if "document" in a:
        return _("Put a wider word into an excerpt of “{document}”")
    return _("Put a wider word into an excerpt")


def _withhold(a: Told) -> str:
    if "attribute" in a:
        return _("Kept “{attribute}” for the analysis, so that it tells nobody apart")
    count = a.number("count")
    if count > 1:
        return ngettext(
            "Kept {count} excerpt from being quoted, since it may tell who it is",
            "Kept {count} excerpts from being quoted, since they may tell who it is",
            count,
        )
    if "document" in a:
        return _("Kept an excerpt of “{document}” from being quoted, since it may tell who it is")
    return _("Kept an excerpt from being quoted, since it may tell who it is")


WORDS: Final[Mapping[str, Say]] = {
    "decide_disclosure": _decide,
    "take_back_disclosure": _take_back,
    "change_disclosed": _change,
    "generalise_disclosed": _generalise,
    "withhold_disclosed": _withhold,
}
