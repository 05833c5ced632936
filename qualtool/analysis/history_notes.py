"""The words in which the history says what was written: memos and the entries of the journal."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.analysis.history_told import Say, Told
from qualtool.core import memo_kind
from qualtool.core.memo_kind import KINDS
from qualtool.i18n import gettext as _
from qualtool.i18n import language, ngettext


def _add_memo(a: Told) -> str:
    if "memo" in a and "about" in a:
        what = _("Wrote the memo “{memo}” on “{about}”")
    elif "memo" in a:
        what = _("Wrote the memo “{memo}”")
    else:
        what = _("Wrote a memo on “{about}”") if "about" in a else _("Wrote a memo")
    return _with_kind(a, what)


def _edit_memo(a: Told) -> str:
    if "memo" in a:
        return _with_kind(a, _("Changed the memo “{memo}”"))
    what = _("Changed a memo on “{about}”") if "about" in a else _("Changed a memo")
    return _with_kind(a, what)


def _with_kind(a: Told, what: str) -> str:
    """What was written, and of which kind it is: a decision is not a first impression."""
    kind = str(a.get("kind", ""))
    return f"{what} · {memo_kind.kind(kind, language()).lower()}" if kind in KINDS else what


def _remove_memos(a: Told) -> str:
    if "memo" in a or a.number("count") > 1:
        return ngettext("Removed the memo “{memo}”", "Removed {count} memos", a.number("count"))
    return _("Removed a memo")


def _tie_memos(a: Told) -> str:
    if "memo" in a or a.number("count") > 1:
        return ngettext(
            "Tied the memo “{memo}” to something else",
            "Tied {count} memos to something else",
            a.number("count"),
        )
    return _("Tied a memo to something else")


WORDS: Final[Mapping[str, Say]] = {
    "add_memo": _add_memo,
    "edit_memo": _edit_memo,
    "remove_memos": _remove_memos,
    "tie_memos": _tie_memos,
}
