"""The words in which the history says what was condensed and summed up."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.analysis.history_told import Say, Told
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext


def _link(a: Told) -> str:
    return ngettext(
        "Tied an excerpt to the cell “{case}” by “{theme}”",
        "Tied {count} excerpts to the cell “{case}” by “{theme}”",
        a.number("count"),
    )


def _unlink(a: Told) -> str:
    return ngettext(
        "Untied an excerpt from the cell “{case}” by “{theme}”",
        "Untied {count} excerpts from the cell “{case}” by “{theme}”",
        a.number("count"),
    )


def _place(a: Told) -> str:
    count = a.number("count")
    if a.get("theme"):
        return ngettext(
            "Placed a condensed meaning in “{theme}”",
            "Placed {count} condensed meanings in “{theme}”",
            count,
        )
    return ngettext(
        "Took a condensed meaning out of its theme",
        "Took {count} condensed meanings out of their themes",
        count,
    )


def _gold(a: Told) -> str:
    if a.get("chosen"):
        return _("Chose the gold quotation of “{theme}”")
    return _("Let “{theme}” be without a gold quotation")


def _judged(a: Told) -> str:
    if a.get("question"):
        return _("Judged how the cases stand on “{question}”")
    return _("Judged how the cases stand on “{theme}”")


WORDS: Final[Mapping[str, Say]] = {
    "write_summary": lambda a: _("Summed up “{case}” on “{theme}”"),
    "set_cell_state": lambda a: _("Said why the cell “{case}” by “{theme}” is empty"),
    "set_evidence": lambda a: _("Noted how strong “{case}” is on “{theme}”"),
    "rate_cell": lambda a: _("Judged how “{case}” stands on “{theme}”"),
    "judge_across": _judged,
    "link_to_cell": _link,
    "unlink_from_cell": _unlink,
    "condense": lambda a: _("Condensed a unit of “{document}”"),
    "place_condensed": _place,
    "write_condensate": lambda a: _("Wrote the condensate of “{theme}”"),
    "write_analysis": lambda a: _("Wrote the analytic text of “{theme}”"),
    "choose_gold": _gold,
}
