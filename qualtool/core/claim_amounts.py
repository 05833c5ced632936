"""What “most of the informants” says as numbers, and whether the count bears it out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext

Key = Literal[
    "all", "not_all", "most", "half", "under_half", "many", "several", "some", "couple", "few",
    "both", "none", "one", "exactly", "at_least", "more_than", "share",
]  # fmt: skip
Stands = Literal["agrees", "disagrees", "unsaid"]

_MANY: Final = 3  # fewer are never many
_OF_THE_WHOLE: Final = frozenset({"all", "not_all", "most", "half", "under_half", "few", "share"})


@dataclass(frozen=True, slots=True)
class Amount:
    """How many a sentence says: a kind, the number where it gives one, and out of how many.

    `written` is how the sentence has it; `start` and `end` are where, in code points of the
    sentence. Of a share such as a third, `count` and `of` are the fraction. `group` is whom it is
    said of, as written, where that is narrower than all the informants, such as “the managers”;
    empty where it is of all who were asked.
    """

    key: Key
    written: str
    start: int
    end: int
    count: int | None = None
    of: int | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """Whether a claim agrees with the count, disagrees, or that it cannot be said; and why."""

    stands: Stands
    reason: str


def held(amounts: tuple[Amount, ...], supported: int, of: int) -> Held:
    """A claim held against the count: `supported` informants of `of` are behind it.

    The reason is a sentence in the program's language. “Most” is more than half, “several”, “some”
    and “both” at least two; “few” is fewer than half; “many” is at least half, and fewer than
    three are never many. What a claim says of a part of the informants only cannot be held against
    a count of them all, but where the count is too small whoever is meant.
    """
    if (cannot := impossible(amounts)) is not None:
        return cannot
    if not of:
        return Held("unsaid", _("No participant is in the material yet."))
    if not amounts:
        return Held("unsaid", _("The sentence does not say how many."))
    if len({(each.key, each.count, each.of, each.group) for each in amounts}) > 1:
        return Held("unsaid", _("The sentence says more than one amount: judge each by itself."))
    return _one(amounts[0], supported, of)


def impossible(amounts: tuple[Amount, ...]) -> Held | None:
    """What no count could bear out, such as “seven of six”; None where there is no such thing."""
    for each in amounts:
        if each.count is None or each.of is None:
            continue
        if each.count > each.of or (each.key == "more_than" and each.count == each.of):
            return Held(
                "disagrees",
                _("“{word}” is more than there are, and cannot be right.").format(
                    word=each.written
                ),
            )
    return None


def _one(amount: Amount, n: int, of: int) -> Held:
    counted = _counted(n, of)
    told = amount.of is not None and amount.key != "share"
    if told and not amount.group and amount.of != of:
        return Held(
            "disagrees",
            _("The sentence counts {said} informants, the project {total}.").format(
                said=amount.of, total=of
            ),
        )
    least = _least(amount)
    if n < least:
        return Held("disagrees", f"{_said(amount, of)} {counted}")
    narrower = amount.group and (amount.key in _OF_THE_WHOLE or told)
    if narrower or (
        amount.group and amount.key not in ("several", "some", "at_least", "more_than")
    ):
        return Held(
            "unsaid",
            _("The sentence is about “{group}” only, and the count is of all informants.").format(
                group=amount.group
            )
            + f" {counted}",
        )
    match _fits(amount, n, of):
        case True:
            return Held("agrees", f"{_said(amount, of)} {counted}")
        case False:
            return Held("disagrees", f"{_said(amount, of)} {counted}")
    return Held("unsaid", f"{_said(amount, of)} {counted}")


def _least(amount: Amount) -> int:
    """How many must be behind a claim whomever it is about."""
    match amount.key:
        case "several" | "some" | "couple" | "both":
            return 2
        case "most" | "half" | "many" | "one" | "share":
            return 1
        case "all":
            return amount.count or 1
        case "exactly" | "at_least":
            return amount.count or 0
        case "more_than":
            return (amount.count or 0) + 1
    return 0


def _fits(amount: Amount, n: int, of: int) -> bool | None:
    """Whether a count is what an amount says; None where nobody can tell."""
    said = amount.count or 0
    match amount.key:
        case "all":
            return n == of
        case "not_all":
            return n < of
        case "most":
            return 2 * n > of
        case "half":
            # With an odd number nobody can be nearer the half than this.
            return abs(2 * n - of) <= of % 2
        case "share":
            # No whole number of informants can be nearer the fraction than this.
            parts = amount.of or 1
            return 2 * abs(parts * n - said * of) <= parts
        case "under_half" | "few":
            return 2 * n < of
        case "many":
            return True if 2 * n >= of and n >= _MANY else (False if n < _MANY else None)
        case "several" | "some":
            return n > 1
        case "couple":
            return n in (2, 3)
        case "both":
            return n == 2 if of == 2 else None
        case "none":
            return n == 0
        case "one":
            return n == 1
        case "exactly":
            return n == said
        case "at_least":
            return n >= said
    return n > said


def _said(amount: Amount, of: int) -> str:
    """What an amount says, as a sentence."""
    word, said = amount.written, amount.count or 0
    match amount.key:
        case "all":
            if amount.count is not None and amount.count != of:
                return _("“{word}” says {count}.").format(word=word, count=said)
            return _("“{word}” says all {count}.").format(word=word, count=of)
        case "not_all":
            return _("“{word}” says fewer than {count}.").format(word=word, count=of)
        case "most":
            return _("“{word}” says more than half of {count}.").format(word=word, count=of)
        case "half":
            return _("“{word}” says half of {count}.").format(word=word, count=of)
        case "under_half" | "few":
            return _("“{word}” says fewer than half of {count}.").format(word=word, count=of)
        case "share":
            return _("“{word}” says about {count} of {total}.").format(
                word=word, count=round(said * of / (amount.of or 1)), total=of
            )
        case "many":
            return _("“{word}” says at least half of {count}, and never fewer than three.").format(
                word=word, count=of
            )
        case "several" | "some":
            return _("“{word}” says at least two.").format(word=word)
        case "couple":
            return _("“{word}” says two or three.").format(word=word)
        case "both":
            return _("“{word}” says two, and which two cannot be told from the count.").format(
                word=word
            )
        case "none":
            return _("“{word}” says nobody.").format(word=word)
        case "one" | "exactly":
            return _("“{word}” says exactly {count}.").format(word=word, count=said or 1)
        case "at_least":
            return _("“{word}” says at least {count}.").format(word=word, count=said)
        case "more_than":
            return _("“{word}” says more than {count}.").format(word=word, count=said)


def _counted(n: int, of: int) -> str:
    words = ngettext("It is {count} of {total}.", "They are {count} of {total}.", n)
    return words.format(count=n, total=of)
