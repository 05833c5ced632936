"""The words of the history for how the material is described: cases, consent, phases, the guide."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.analysis.history_told import Say, Told
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext


def _move_cases(a: Told) -> str:
    if "into" in a:
        return ngettext(
            "Moved the case “{case}” under “{into}”",
            "Moved {cases} cases under “{into}”",
            a.number("cases"),
        )
    return ngettext("Moved the case “{case}”", "Moved {cases} cases", a.number("cases"))


def _describe_cases(a: Told) -> str:
    return ngettext(
        "Changed what is said of the case “{case}”",
        "Changed what is said of {cases} cases",
        a.number("cases"),
    )


def _set_values(a: Told) -> str:
    if a.number("attributes") > 1:
        return ngettext(
            "Set {attributes} attributes for the case “{case}”",
            "Set {attributes} attributes for {cases} cases",
            a.number("cases"),
        )
    if "document" in a and "case" not in a:
        return ngettext(
            "Set {attribute} for the document “{document}”",
            "Set {attribute} for {documents} documents",
            a.number("documents"),
        )
    return ngettext(
        "Set {attribute} for the case “{case}”",
        "Set {attribute} for {cases} cases",
        a.number("cases"),
    )


def _paste(a: Told) -> str:
    return ngettext(
        "Pasted values into {cases} row", "Pasted values into {cases} rows", a.number("cases")
    )


def _move_attributes(a: Told) -> str:
    return ngettext(
        "Moved the attribute “{attribute}”",
        "Moved {attributes} attributes",
        a.number("attributes"),
    )


def _remove_attributes(a: Told) -> str:
    return ngettext(
        "Removed the attribute “{attribute}”",
        "Removed {attributes} attributes",
        a.number("attributes"),
    )


def _join(a: Told) -> str:
    return ngettext(
        "Joined {count} spelling of “{value}” in {attribute}",
        "Joined {count} spellings of “{value}” in {attribute}",
        a.number("count"),
    )


def _separate(a: Told) -> str:
    return ngettext(
        "Let the spelling “{value}” in {attribute} stand for itself again",
        "Let {count} spellings in {attribute} stand for themselves again",
        a.number("count"),
    )


def _consent(a: Told) -> str:
    return ngettext(
        "Noted the consent of “{case}”", "Noted the consent of {cases} cases", a.number("cases")
    )


def _withdraw(a: Told) -> str:
    return ngettext(
        "Noted that “{case}” has withdrawn consent",
        "Noted that {cases} cases have withdrawn consent",
        a.number("cases"),
    )


def _clear(a: Told) -> str:
    return ngettext(
        "Removed what is noted of the consent of “{case}”",
        "Removed what is noted of the consent of {cases} cases",
        a.number("cases"),
    )


def _import_cases(a: Told) -> str:
    return ngettext(
        "Took in {count} case from “{table}”",
        "Took in {count} cases from “{table}”",
        a.number("count"),
    )


def _import_activities(a: Told) -> str:
    if "table" in a:
        return ngettext(
            "Took in {count} activity from “{table}”",
            "Took in {count} activities from “{table}”",
            a.number("count"),
        )
    return ngettext("Entered {count} activity", "Entered {count} activities", a.number("count"))


def _move_activities(a: Told) -> str:
    return ngettext(
        "Moved the activity “{activity}”", "Moved {activities} activities", a.number("activities")
    )


def _remove_activities(a: Told) -> str:
    return ngettext(
        "Removed the activity “{activity}”",
        "Removed {activities} activities",
        a.number("activities"),
    )


def _tie_activity(a: Told) -> str:
    if "document" in a:
        return _("Tied the document “{document}” to the activity “{activity}”")
    return _("Noted that “{case}” took part in “{activity}”")


def _untie_activity(a: Told) -> str:
    if "document" in a:
        return _("Untied the document “{document}” from the activity “{activity}”")
    return _("Noted that “{case}” did not take part in “{activity}”")


def _move_schemes(a: Told) -> str:
    return ngettext(
        "Moved the phase scheme “{scheme}”", "Moved {schemes} phase schemes", a.number("schemes")
    )


def _remove_schemes(a: Told) -> str:
    return ngettext(
        "Removed the phase scheme “{scheme}”",
        "Removed {schemes} phase schemes",
        a.number("schemes"),
    )


def _recolour_phases(a: Told) -> str:
    return ngettext(
        "Changed the colour of the phase “{phase}”",
        "Changed the colour of {phases} phases",
        a.number("phases"),
    )


def _move_phases(a: Told) -> str:
    return ngettext("Moved the phase “{phase}”", "Moved {phases} phases", a.number("phases"))


def _remove_phases(a: Told) -> str:
    return ngettext("Removed the phase “{phase}”", "Removed {phases} phases", a.number("phases"))


def _put(a: Told) -> str:
    return ngettext(
        "Put “{name}” into the phase “{phase}”",
        "Put {count} entries into the phase “{phase}”",
        a.number("count"),
    )


def _take_out(a: Told) -> str:
    return ngettext(
        "Took “{name}” out of the phase “{phase}”",
        "Took {count} entries out of the phase “{phase}”",
        a.number("count"),
    )


def _remove_guides(a: Told) -> str:
    return ngettext(
        "Removed the interview guide “{guide}”",
        "Removed {guides} interview guides",
        a.number("guides"),
    )


def _paste_guide(a: Told) -> str:
    return ngettext(
        "Took {count} question into the guide “{guide}”",
        "Took {count} questions into the guide “{guide}”",
        a.number("count"),
    )


def _move_questions(a: Told) -> str:
    return ngettext(
        "Moved the question “{question}”", "Moved {questions} questions", a.number("questions")
    )


def _remove_questions(a: Told) -> str:
    return ngettext(
        "Removed the question “{question}”", "Removed {questions} questions", a.number("questions")
    )


def _accept(a: Told) -> str:
    return ngettext(
        "Found the question “{question}” in “{document}”",
        "Found {count} questions in the transcripts",
        a.number("count"),
    )


def _reject(a: Told) -> str:
    return ngettext(
        "Turned down that “{question}” is asked in “{document}”",
        "Turned down {count} places of questions",
        a.number("count"),
    )


def _set_answer(a: Told) -> str:
    match a.get("state"):
        case "not_asked":
            return _("Noted that “{question}” was not asked in “{document}”")
        case "declined":
            return _("Noted that “{question}” was not answered in “{document}”")
    return _("Removed what is noted of “{question}” in “{document}”")


def _remove_answers(a: Told) -> str:
    return ngettext(
        "Removed a passage from the question “{question}”",
        "Removed {count} passages from questions",
        a.number("count"),
    )


WORDS: Final[Mapping[str, Say]] = {
    "move_cases": _move_cases,
    "describe_case": _describe_cases,
    "describe_cases": _describe_cases,
    "set_case_kind": _describe_cases,
    "add_attribute": lambda a: _("Made the attribute “{attribute}”"),
    "make_attribute": lambda a: _("Made the attribute “{attribute}” from the code “{code}”"),
    "rename_attribute": lambda a: _("Renamed the attribute “{old}” to “{attribute}”"),
    "change_attribute": lambda a: _("Changed the attribute “{attribute}”"),
    "retype_attribute": lambda a: _("Changed the kind of the attribute “{attribute}”"),
    "set_choices": lambda a: _("Changed the choices of the attribute “{attribute}”"),
    "show_attribute": lambda a: _("Changed how much of “{attribute}” may be shown"),
    "move_attributes": _move_attributes,
    "remove_attributes": _remove_attributes,
    "set_attribute": _set_values,
    "set_values": _set_values,
    "paste_values": _paste,
    "join_values": _join,
    "separate_values": _separate,
    "note_consent": _consent,
    "withdraw_consent": _withdraw,
    "clear_consent": _clear,
    "import_cases": _import_cases,
    "describe_activity": lambda a: _("Changed the activity “{activity}”"),
    "import_activities": _import_activities,
    "move_activities": _move_activities,
    "remove_activities": _remove_activities,
    "tie_activity": _tie_activity,
    "untie_activity": _untie_activity,
    "add_scheme": lambda a: _("Made the phase scheme “{scheme}”"),
    "rename_scheme": lambda a: _("Renamed the phase scheme “{old}” to “{scheme}”"),
    "move_schemes": _move_schemes,
    "remove_schemes": _remove_schemes,
    "add_phase": lambda a: _("Made the phase “{phase}”"),
    "rename_phase": lambda a: _("Renamed the phase “{old}” to “{phase}”"),
    "date_phase": lambda a: _("Changed the dates of the phase “{phase}”"),
    "recolour_phases": _recolour_phases,
    "move_phases": _move_phases,
    "remove_phases": _remove_phases,
    "put_into_phase": _put,
    "take_out_of_phase": _take_out,
    "add_guide": lambda a: _("Made the interview guide “{guide}”"),
    "rename_guide": lambda a: _("Renamed the interview guide “{old}” to “{guide}”"),
    "remove_guides": _remove_guides,
    "paste_guide": _paste_guide,
    "add_question": lambda a: _("Added the question “{question}”"),
    "describe_question": lambda a: _("Changed the question “{question}”"),
    "move_questions": _move_questions,
    "remove_questions": _remove_questions,
    "accept_answers": _accept,
    "reject_answers": _reject,
    "set_answer": _set_answer,
    "remove_answers": _remove_answers,
}
