"""The words in which the history says what a step did."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.analysis import (
    history_care,
    history_coding,
    history_correcting,
    history_describing,
    history_disclosing,
    history_drafts,
    history_methods,
    history_notes,
    history_reports,
    history_themes,
)
from qualtool.analysis.history_told import About, Say, Told
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext


def sentence(action: str, about: About) -> str:
    """What a step with this key did, in the program's language; the key where it is unknown."""
    say = WORDS.get(action)
    told = Told(about)
    return say(told).format_map(told) if say else action.replace("_", " ")


def _project(a: Told) -> str:
    if "template" in a:
        return _("Set the project up with “{template}”")
    return _("Made the project “{name}”")


def _study(a: Told) -> str:
    if "question" in a:
        return _("Wrote the research question “{question}”")
    if "profile" in a:
        return _("Chose another method for the project")
    return _("Changed what the project says of itself")


def _import(a: Told) -> str:
    return ngettext(
        "Imported the document “{document}”",
        "Imported {documents} documents",
        a.number("documents"),
    )


def _remove_documents(a: Told) -> str:
    return ngettext(
        "Removed the document “{document}”", "Removed {documents} documents", a.number("documents")
    )


def _move_documents(a: Told) -> str:
    return ngettext(
        "Moved the document “{document}”", "Moved {documents} documents", a.number("documents")
    )


def _describe_documents(a: Told) -> str:
    return ngettext(
        "Changed what is said of the document “{document}”",
        "Changed what is said of {documents} documents",
        a.number("documents"),
    )


def _recolour_codes(a: Told) -> str:
    return ngettext(
        "Changed the colour of “{code}”", "Changed the colour of {codes} codes", a.number("codes")
    )


def _move_code(a: Told) -> str:
    if "into" in a:
        return ngettext(
            "Moved “{code}” under “{into}”", "Moved {codes} codes under “{into}”", a.number("codes")
        )
    return ngettext("Moved the code “{code}”", "Moved {codes} codes", a.number("codes"))


def _merge_codes(a: Told) -> str:
    what = ngettext(
        "Merged “{code}” into “{into}”", "Merged {codes} codes into “{into}”", a.number("codes")
    )
    much = ngettext("{count} excerpt", "{count} excerpts", a.number("count"))
    return f"{what}, {much}" if "count" in a else what


def _split_code(a: Told) -> str:
    what = _("Split “{code}” off “{old}”")
    much = ngettext("{count} excerpt", "{count} excerpts", a.number("count"))
    return f"{what}, {much}"


def _remove_codes(a: Told) -> str:
    what = ngettext("Removed the code “{code}”", "Removed {codes} codes", a.number("codes"))
    much = ngettext("{codings} coding", "{codings} codings", a.number("codings"))
    return f"{what}, {much}" if a.get("codings") else what


def _retire(a: Told) -> str:
    if a.number("on"):
        what = ngettext(
            "Took “{code}” out of use", "Took {codes} codes out of use", a.number("codes")
        )
        why = _("nothing is removed while codings of others are hidden")
        return f"{what} · {why}" if "unseen" in a else what
    return ngettext(
        "Took “{code}” into use again", "Took {codes} codes into use again", a.number("codes")
    )


def _pin(a: Told) -> str:
    if "key" in a:
        return _("Put “{code}” on the key {key}")
    return _("Took “{code}” off its key")


def _apply(a: Told) -> str:
    return ngettext(
        "Coded a passage in “{document}” with “{code}”",
        "Coded a passage in “{document}” with {codes} codes",
        a.number("codes"),
    )


def _code_excerpts(a: Told) -> str:
    if a.number("codes") == 1:
        return ngettext(
            "Coded {count} excerpt with “{code}”",
            "Coded {count} excerpts with “{code}”",
            a.number("count"),
        )
    return ngettext(
        "Coded {count} excerpt with {codes} codes",
        "Coded {count} excerpts with {codes} codes",
        a.number("count"),
    )


def _valence(a: Told) -> str:
    if "valence" not in a:
        return ngettext(
            "Took the valence off “{code}” in “{document}”",
            "Took the valence off {count} codings",
            a.number("count"),
        )
    return ngettext(
        "Marked “{code}” in “{document}” as {valence}",
        "Marked {count} codings as {valence}",
        a.number("count"),
    )


def _star(a: Told) -> str:
    if a.number("on"):
        return ngettext(
            "Starred a passage in “{document}”", "Starred {count} passages", a.number("count")
        )
    return ngettext(
        "Took the star off a passage in “{document}”",
        "Took the star off {count} passages",
        a.number("count"),
    )


def _do_not_quote(a: Told) -> str:
    if a.number("on"):
        what = ngettext(
            "Marked a passage in “{document}” as not to be quoted",
            "Marked {count} passages as not to be quoted",
            a.number("count"),
        )
        if "stars" not in a:
            return what
        stars = ngettext("its star was taken off", "their stars were taken off", a.number("count"))
        return f"{what} · {stars}"
    return ngettext(
        "Let a passage in “{document}” be quoted again",
        "Let {count} passages be quoted again",
        a.number("count"),
    )


def _display_text(a: Told) -> str:
    if a.number("on"):
        return _("Edited how a passage in “{document}” is shown")
    return _("Let a passage in “{document}” be shown as it was said")


def _recolour_themes(a: Told) -> str:
    return ngettext(
        "Changed the colour of the theme “{theme}”",
        "Changed the colour of {themes} themes",
        a.number("themes"),
    )


def _move_themes(a: Told) -> str:
    if "into" in a:
        return ngettext(
            "Moved the theme “{theme}” under “{into}”",
            "Moved {themes} themes under “{into}”",
            a.number("themes"),
        )
    return ngettext("Moved the theme “{theme}”", "Moved {themes} themes", a.number("themes"))


def _merge_themes(a: Told) -> str:
    return ngettext(
        "Merged the theme “{theme}” into “{into}”",
        "Merged {themes} themes into “{into}”",
        a.number("themes"),
    )


def _remove_themes(a: Told) -> str:
    return ngettext("Removed the theme “{theme}”", "Removed {themes} themes", a.number("themes"))


def _place_codes(a: Told) -> str:
    return ngettext(
        "Put “{code}” under the theme “{theme}”",
        "Put {codes} codes under the theme “{theme}”",
        a.number("codes"),
    )


def _take_codes_out(a: Told) -> str:
    return ngettext(
        "Took “{code}” out of the theme “{theme}”",
        "Took {codes} codes out of the theme “{theme}”",
        a.number("codes"),
    )


def _collapse(a: Told) -> str:
    return _("Folded the theme “{theme}”") if a.number("on") else _("Unfolded the theme “{theme}”")


def _place_excerpts(a: Told) -> str:
    return ngettext(
        "Put a passage in “{document}” under the theme “{theme}”",
        "Put {count} passages under the theme “{theme}”",
        a.number("count"),
    )


def _take_excerpts_out(a: Told) -> str:
    return ngettext(
        "Took a passage in “{document}” out of the theme “{theme}”",
        "Took {count} passages out of the theme “{theme}”",
        a.number("count"),
    )


def _remove_cases(a: Told) -> str:
    return ngettext("Removed the case “{case}”", "Removed {cases} cases", a.number("cases"))


def _table(a: Told) -> str:
    if "document" in a:
        return ngettext(
            "Coded {count} passage in “{document}” from the table “{table}”",
            "Coded {count} passages in “{document}” from the table “{table}”",
            a.number("count"),
        )
    return ngettext(
        "Coded {count} passage from the table “{table}”",
        "Coded {count} passages from the table “{table}”",
        a.number("count"),
    )


def _codebook(a: Told) -> str:
    return ngettext(
        "Took in a codebook with {codes} code",
        "Took in a codebook with {codes} codes",
        a.number("codes"),
    )


def _again(a: Told, words: str) -> str:
    about = {field: value for field, value in a.items() if isinstance(value, str | int)}
    a["what"] = sentence(str(a["action"]), about)
    return words


def _undo(a: Told) -> str:
    return _again(a, _("Undid: {what}")) if "action" in a else _("Undid a step")


def _redo(a: Told) -> str:
    return _again(a, _("Did again: {what}")) if "action" in a else _("Redid a step")


WORDS: Final[Mapping[str, Say]] = {
    "create_project": _project,
    "finish_sample": lambda a: _("Handed over the sample study"),
    "describe_study": _study,
    "name_valences": lambda a: (
        _("Named the valences: {names}") if a.get("names") else _("Took the valences away")
    ),
    "apply_template": lambda a: _("Took in the themes of “{template}”"),
    "import_documents": _import,
    "rename_document": lambda a: _("Renamed the document “{old}” to “{document}”"),
    "describe_document": _describe_documents,
    "remove_documents": _remove_documents,
    "move_documents": _move_documents,
    "set_speaker": lambda a: _("Changed the speaker {speaker} in “{document}”"),
    "add_code": lambda a: _("Made the code “{code}”"),
    "rename_code": lambda a: _("Renamed the code “{old}” to “{code}”"),
    "recolour_codes": _recolour_codes,
    "describe_code": lambda a: _("Changed the description of the code “{code}”"),
    "move_codes": _move_code,
    "merge_codes": _merge_codes,
    "split_code": _split_code,
    "remove_codes": _remove_codes,
    "retire_codes": _retire,
    "pin_code": _pin,
    "apply_code": _apply,
    "code_excerpts": _code_excerpts,
    "apply_theme": _apply,
    "set_valence": _valence,
    "set_comment": lambda a: _("Changed the comment on “{code}” in “{document}”"),
    "set_star": _star,
    "set_do_not_quote": _do_not_quote,
    "set_display_text": _display_text,
    "add_theme": lambda a: _("Made the theme “{theme}”"),
    "rename_theme": lambda a: _("Renamed the theme “{old}” to “{theme}”"),
    "recolour_themes": _recolour_themes,
    "describe_theme": lambda a: _("Changed the description of the theme “{theme}”"),
    "move_themes": _move_themes,
    "merge_themes": _merge_themes,
    "remove_themes": _remove_themes,
    "place_codes": _place_codes,
    "take_codes_out": _take_codes_out,
    "move_codes_between_themes": lambda a: _place_codes(a) if "theme" in a else _move_code(a),
    "collapse_theme": _collapse,
    "place_excerpts": _place_excerpts,
    "take_excerpts_out": _take_excerpts_out,
    "add_coder": lambda a: _("Added the coder {coder}"),
    "rename_coder": lambda a: _("Renamed the coder {old} to {coder}"),
    "add_case": lambda a: _("Made the case “{case}”"),
    "rename_case": lambda a: _("Renamed the case “{old}” to “{case}”"),
    "tie_case": lambda a: _("Tied “{document}” to the case “{case}”"),
    "untie_case": lambda a: _("Untied “{document}” from the case “{case}”"),
    "remove_cases": _remove_cases,
    "add_activity": lambda a: _("Entered the activity “{activity}”"),
    "code_table": _table,
    "import_codebook": _codebook,
    **history_care.WORDS,
    **history_coding.WORDS,
    **history_methods.WORDS,
    **history_themes.WORDS,
    **history_describing.WORDS,
    **history_disclosing.WORDS,
    **history_drafts.WORDS,
    **history_notes.WORDS,
    **history_correcting.WORDS,
    **history_reports.WORDS,
    "undo": _undo,
    "redo": _redo,
}
