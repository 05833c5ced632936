"""How claims and those who stand for and against them are shown: signs, words and colours."""

from __future__ import annotations

from functools import partial
from typing import Final, Literal

from qualtool.analysis.claims import ClaimRow, Stance, Voice
from qualtool.i18n import gettext as _
from qualtool.i18n import mark, ngettext
from qualtool.ui.drafts.chips import Kind

State = Literal["agrees", "disagrees", "unsaid", "untied", "aside"]
STATES: Final[tuple[State, ...]] = ("agrees", "disagrees", "unsaid", "untied", "aside")
SIGNS: Final[dict[State, str]] = {
    "agrees": "✓",
    "disagrees": "≠",
    "unsaid": "?",
    "untied": "○",
    "aside": "–",
}
ROLES: Final[dict[State, str]] = {
    "agrees": "good",
    "disagrees": "trouble",
    "unsaid": "caution",
    "untied": "muted",
    "aside": "muted",
}
_NAMES: Final[dict[State, str]] = {
    "agrees": mark("Borne out"),
    "disagrees": mark("Not borne out"),
    "unsaid": mark("Cannot be counted"),
    "untied": mark("Not tied yet"),
    "aside": mark("Set aside"),
}
STANCE_SIGNS: Final[dict[Stance, str]] = {"for": "+", "both": "±", "against": "−", "silent": "·"}
STANCE_ROLES: Final[dict[Stance, str]] = {
    "for": "good",
    "both": "caution",
    "against": "trouble",
    "silent": "muted",
}
_STANCES: Final[dict[Stance, str]] = {
    "for": mark("Supports it"),
    "both": mark("Says both"),
    "against": mark("Speaks against it"),
    "silent": mark("Says nothing of it"),
}


def state(row: ClaimRow) -> State:
    """How a claim stands."""
    if row.aside:
        return "aside"
    # What cannot be is wrong before anybody is counted.
    if not counts(row) and row.held.stands == "unsaid":
        return "untied"
    return row.held.stands


def counts(row: ClaimRow) -> bool:
    """Whether there is something by which a claim is counted."""
    judged = bool(row.judged_excerpts) or any(each.judged for each in row.voices)
    return not row.aside and (row.tie is not None or judged)


def name(key: State) -> str:
    """A state in a word or two, as it begins a line."""
    return _(_NAMES[key])


def kinds() -> list[Kind]:
    """The states as they are counted."""
    roles = {"disagrees": "trouble"}
    return [Kind(key, partial(counted, key), roles.get(key, "ink"), name(key)) for key in STATES]


def counted(key: State, count: int) -> str:
    """What follows a number of claims in this state."""
    match key:
        case "agrees":
            return ngettext("borne out", "borne out", count)
        case "disagrees":
            return ngettext("not borne out", "not borne out", count)
        case "unsaid":
            return ngettext("cannot be counted", "cannot be counted", count)
        case "untied":
            return ngettext("not tied yet", "not tied yet", count)
        case "aside":
            return ngettext("set aside", "set aside", count)


def of_all(row: ClaimRow) -> str:
    """How many stand for a claim, of all: "4 of 6"."""
    return _("{count} of {all}").format(count=len(row.supporting), all=len(row.voices))


def stance(voice: Voice) -> str:
    """How somebody stands to a claim, in words."""
    return _(_STANCES[voice.stands])


def why(voice: Voice) -> str:
    """What somebody's stance rests on."""
    parts: list[str] = []
    count = len(voice.supporting) + len(voice.against)
    if count:
        words = ngettext("{count} excerpt", "{count} excerpts", count)
        parts.append(words.format(count=count))
    if voice.summed_up:
        parts.append(_("a summary in the matrix"))
    if voice.judged:
        parts.append(_("judged by you"))
    return " · ".join(parts)


def place(row: ClaimRow) -> str:
    """Where a claim stands."""
    return row.place if row.draft_id is not None else _("your own")
