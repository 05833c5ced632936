"""The words in which the history says what was corrected and replaced in texts."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.analysis.history_told import Say, Told
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext


def _replace(a: Told) -> str:
    if "into" in a:
        return ngettext(
            "Put “{into}” in {count} place", "Put “{into}” in {count} places", a.number("count")
        )
    return ngettext(
        "Took words out in {count} place", "Took words out in {count} places", a.number("count")
    )


def _give_up(a: Told) -> str:
    return ngettext(
        "Gave up an excerpt that had lost its words in “{document}”",
        "Gave up {count} excerpts that had lost their words",
        a.number("count"),
    )


def _forget(a: Told) -> str:
    return ngettext(
        "Removed the original file of “{document}”",
        "Removed the original files of {documents} documents",
        a.number("documents"),
    )


WORDS: Final[Mapping[str, Say]] = {
    "correct_text": lambda a: _("Corrected the text of “{document}”"),
    "replace_words": _replace,
    "place_excerpt_again": lambda a: _("Gave a lost excerpt a place in “{document}” again"),
    "give_up_excerpts": _give_up,
    "forget_originals": _forget,
}
