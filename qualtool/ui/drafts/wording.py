"""How verdicts on quotations are shown: a sign, a word, a colour, and how many there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import partial
from html import escape
from typing import Final

from qualtool.analysis.quotations import QuotationRow, Said
from qualtool.core.quotation_check import Verdict
from qualtool.core.quotation_words import VERDICTS, ascribed_said
from qualtool.i18n import gettext as _
from qualtool.i18n import mark, ngettext
from qualtool.ui import theme
from qualtool.ui.drafts.chips import Kind

SIGNS: Final[dict[Verdict, str]] = {
    "verbatim": "✓",
    "marked": "…",
    "altered": "≠",
    "joined": "+",
    "not_found": "?",
}
ROLES: Final[dict[Verdict, str]] = {
    "verbatim": "good",
    "marked": "good",
    "altered": "trouble",
    "joined": "caution",
    "not_found": "trouble",
}
PROBLEMS: Final[frozenset[Verdict]] = frozenset({"altered", "joined", "not_found"})
_NAMES: Final[dict[Verdict, str]] = {
    "verbatim": mark("Verbatim"),
    "marked": mark("Verbatim but for signs"),
    "altered": mark("Altered"),
    "joined": mark("Joined"),
    "not_found": mark("Not found"),
}


def name(verdict: Verdict) -> str:
    """A verdict in a word or two, as it begins a line."""
    return _(_NAMES[verdict])


def counted(verdict: Verdict, count: int) -> str:
    """What follows a number of quotations with this verdict."""
    match verdict:
        case "verbatim":
            return ngettext("verbatim", "verbatim", count)
        case "marked":
            return ngettext("verbatim but for signs", "verbatim but for signs", count)
        case "altered":
            return ngettext("altered", "altered", count)
        case "joined":
            return ngettext("joined", "joined", count)
        case "not_found":
            return ngettext("not found", "not found", count)


def kinds() -> list[Kind]:
    """The verdicts as they are counted."""
    return [
        Kind(
            each,
            partial(counted, each),
            ROLES[each] if each in PROBLEMS else "ink",
            about(each),
        )
        for each in VERDICTS
    ]


def counts_in_words(rows: Sequence[QuotationRow]) -> str:
    """How many quotations have each verdict, as marked text; what is wrong in its colour."""
    found = Counter(row.checked.verdict for row in rows)
    parts = []
    for verdict in VERDICTS:
        if count := found[verdict]:
            colour = theme.current().colour(ROLES[verdict]).name()
            style = f' style="color: {colour}"' if verdict in PROBLEMS else ""
            parts.append(f"<b{style}>{count}</b>&nbsp;{escape(counted(verdict, count))}")
    return " &nbsp; ".join(parts) or escape(_("No quotations here"))


def about(verdict: Verdict) -> str:
    """What a verdict says, in a sentence."""
    match verdict:
        case "verbatim":
            return _("Word for word what was said.")
        case "marked":
            return _(
                "The words are what was said; only signs differ, or what was left out or put in is "
                "marked."
            )
        case "altered":
            return _("Not quite what was said.")
        case "joined":
            return _("Put together of words from several places, without a mark between them.")
        case "not_found":
            return _(
                "Nobody said this in so many words. It may be your own summary in quotation "
                "marks, or from literature."
            )


def is_problem(row: QuotationRow) -> bool:
    """Whether a quotation should be looked at again: it is not true, or may not be used."""
    return row.checked.verdict in PROBLEMS or any(True for _each in warnings(row))


def warnings(row: QuotationRow) -> Iterator[str]:
    """What speaks against using a quotation, in a word or two each."""
    said: Sequence[Said] = row.said
    if any(each.do_not_quote for each in said):
        yield _("Do not quote")
    if any(each.closed for each in said):
        yield _("No consent")
    if any(each.interviewer for each in said):
        yield _("The interviewer’s words")
    if row.ascribed is not None:
        yield ascribed_said(row.ascribed)


def score(row: QuotationRow) -> str:
    """How like what was said it is, where that is not wholly; a number of a hundred."""
    checked = row.checked
    told = checked.verdict in ("altered", "joined") and checked.score < 99.5
    return f"{checked.score:.0f}" if told else ""


def place_in_draft(row: QuotationRow) -> str:
    """Where in the draft a quotation stands."""
    return _("paragraph {number}").format(number=row.paragraph)


def whose(row: QuotationRow) -> str:
    """Who said it, and where."""
    if not row.said:
        reference = row.quotation.reference
        return _("literature? {reference}").format(reference=reference) if reference else ""
    if len(row.said) > 1:
        names = list(dict.fromkeys(each.informant for each in row.said))
        parts = ngettext("{count} place", "{count} places", len(row.said))
        return f"{', '.join(names)} · {parts.format(count=len(row.said))}"
    said = row.said[0]
    who = (
        said.informant if said.informant == said.document else f"{said.informant}, {said.document}"
    )
    return f"{who}, {said.place}"
