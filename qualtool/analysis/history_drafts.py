"""The words in which the history says what was done with drafts, their claims and quotations."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.analysis.history_told import Say, Told
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext


def _check_claims(a: Told) -> str:
    return ngettext(
        "Found {count} claim in the draft “{name}”",
        "Found {count} claims in the draft “{name}”",
        a.number("count"),
    )


def _link_quotations(a: Told) -> str:
    return ngettext(
        "Tied {count} quotation in the draft “{name}” to its excerpt",
        "Tied {count} quotations in the draft “{name}” to their excerpts",
        a.number("count"),
    )


def _remove_drafts(a: Told) -> str:
    return ngettext(
        "Removed the draft “{name}” from the project",
        "Removed {count} drafts from the project",
        a.number("count"),
    )


def _tie(a: Told) -> str:
    if "theme" in a:
        return _("Tied a claim to the theme “{theme}”")
    if "code" in a:
        return _("Tied a claim to the code “{code}”")
    if "question" in a:
        return _("Tied a claim to the question “{question}”")
    return _("Untied a claim")


def _judge(a: Told) -> str:
    who = "case" in a
    match a.get("stands"):
        case "against":
            if who:
                return _("Judged that “{case}” speaks against a claim")
            return _("Judged that an excerpt speaks against a claim")
        case "neither":
            if who:
                return _("Judged that “{case}” says nothing of a claim")
            return _("Judged that an excerpt says nothing of a claim")
    if who:
        return _("Judged that “{case}” supports a claim")
    return _("Judged that an excerpt supports a claim")


def _drop(a: Told) -> str:
    if "case" in a:
        return _("Took back what was judged of “{case}” and a claim")
    return _("Took back what was judged of an excerpt and a claim")


def _dismiss(a: Told) -> str:
    count = a.number("count")
    if a.get("on") == 0:
        return ngettext("Took a claim back in", "Took {count} claims back in", count)
    return ngettext("Set a claim aside", "Set {count} claims aside", count)


WORDS: Final[Mapping[str, Say]] = {
    "check_claims": _check_claims,
    "link_quotations": _link_quotations,
    "remove_drafts": _remove_drafts,
    "tie_claim": _tie,
    "judge_claim": _judge,
    "drop_judgement": _drop,
    "dismiss_claims": _dismiss,
    "write_claim": lambda a: _("Wrote a claim"),
    "rewrite_claim": lambda a: _("Changed a claim"),
    "remove_claims": lambda a: ngettext(
        "Removed a claim", "Removed {count} claims", a.number("count")
    ),
}
