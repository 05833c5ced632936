"""The verdicts on quotations and what goes with them, in words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from qualtool.core.quotation_marks import quoted
from qualtool.i18n import gettext as _
from qualtool.i18n import mark

if TYPE_CHECKING:
    from qualtool.core.ascription import Ascribed
    from qualtool.core.quotation_check import Verdict
    from qualtool.core.quotes import Difference

VERDICTS: Final[tuple[Verdict, ...]] = ("verbatim", "marked", "altered", "joined", "not_found")
_NAMES: Final[dict[str, str]] = {
    "verbatim": mark("verbatim"),
    "marked": mark("verbatim but for marked omissions or typography"),
    "altered": mark("altered"),
    "joined": mark("joined from several places"),
    "not_found": mark("not found"),
}


def verdict_said(verdict: Verdict) -> str:
    """A verdict in words."""
    return _(_NAMES[verdict])


def difference_said(difference: Difference) -> str:
    """What differs, as a sentence of the quotation and of what was said."""
    said, written = quoted(difference.said), quoted(difference.quoted)
    if not difference.quoted:
        return _("left out: {said}").format(said=said)
    if not difference.said:
        return _("put in: {quoted}").format(quoted=written)
    return _("{quoted} where {said} was said").format(quoted=written, said=said)


def cautions_said(
    *,
    reference: str,
    do_not_quote: bool,
    closed: bool,
    interviewer: bool,
    ascribed: Ascribed | None = None,
) -> Iterator[str]:
    """What a researcher should know of a quotation beside its verdict, a sentence each."""
    if reference:
        yield _("Perhaps from literature: {reference} stands beside it.").format(
            reference=reference
        )
    if do_not_quote:
        yield _("The passage is marked “do not quote”.")
    if closed:
        yield _("Consent was refused or withdrawn.")
    if interviewer:
        yield _("The words are the interviewer’s.")
    if ascribed is not None:
        yield f"{ascribed_said(ascribed)}."


def ascribed_said(ascribed: Ascribed) -> str:
    """Whose a draft says that a quotation is, and whose it is."""
    return _("Ascribed to {one}, said by {other}").format(one=ascribed.to, other=ascribed.said_by)
