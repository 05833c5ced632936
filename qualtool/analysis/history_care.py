"""The words in which the history says how the work was followed: phases, readings, self-review."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.analysis.history_told import Say, Told
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext


def _remove_phases(a: Told) -> str:
    return ngettext(
        "Took the phase “{phase}” out of the phase log",
        "Took {count} entries out of the phase log",
        a.number("count"),
    )


def _read(a: Told) -> str:
    match a.get("reading"):
        case "listened":
            return _("Listened to “{document}” from beginning to end")
        case "checked":
            return _("Checked “{document}” against the recording")
    return _("Read “{document}” from beginning to end")


def _take_back(a: Told) -> str:
    return ngettext(
        "Took back that “{document}” was read from beginning to end",
        "Took back {count} readings",
        a.number("count"),
    )


def _answer(a: Told) -> str:
    if a.number("on"):
        return _("Answered a question of self-review")
    return _("Took away an answer of self-review")


WORDS: Final[Mapping[str, Say]] = {
    "enter_method_phase": lambda a: _("Entered the phase “{phase}”"),
    "change_method_phase": lambda a: _("Changed the entry “{phase}” of the phase log"),
    "remove_method_phases": _remove_phases,
    "read_through": _read,
    "take_back_reading": _take_back,
    "answer_review": _answer,
}
