"""What the import sheet says of files: the state of each, and of all of them together."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext
from qualtool.operations.importing import REGISTER
from qualtool.ui.material_words import counted
from qualtool.ui.models.incoming import Entry, State, joined_cues
from qualtool.ui.models.naming import file_name_tells

ENCODINGS = {
    "utf-8": "UTF-8",
    "windows-1252": "Windows-1252",
    "iso-8859-1": "Latin-1",
    "mac-roman": "Mac Roman",
    "cp865": "DOS 865",
    "cp850": "DOS 850",
    "utf-16": "UTF-16",
}
_SAME = {
    "utf-8-sig": "utf-8",
    "utf-16-le": "utf-16",
    "utf-16-be": "utf-16",
    "cp1252": "windows-1252",
    "latin-1": "iso-8859-1",
    "iso8859-1": "iso-8859-1",
}
_ROLES = ("roles_guessed", "roles_unknown")


def state_words(entry: Entry) -> tuple[str, str]:
    """The state of a file in a word or two, and what is to be known besides."""
    match entry.state:
        case State.REFUSED:
            return error_said(entry), ""
        case State.ASKS:
            return _("who is who?"), ""
        case State.THERE:
            return _there(entry), ""
        case _ if not entry.chosen.wanted and _told(entry, REGISTER):
            return "", _("looks like an activity register")
        case _ if not entry.chosen.wanted:
            return "", _("left out")
        case _:
            return _("ready"), " · ".join(_besides(entry))


def _told(entry: Entry, key: str) -> bool:
    return any(e.key == key for e in entry.found.source.cautions) if entry.found.source else False


def error_said(entry: Entry) -> str:
    """Why a file cannot be read, in a row that says already which file it is."""
    name = re.escape(entry.found.path.name)
    words = re.sub(rf"[“«\"]{name}[”»\"]", lambda m: _the_file(m.start() == 0), entry.found.error)
    return words.replace(entry.found.path.name, _the_file(first=False))


def _the_file(first: bool) -> str:
    return _("The file") if first else _("the file")


def counts_said(entries: Sequence[Entry]) -> str:
    """How many files are ready, need an answer, are there already, cannot be read."""
    count = Counter(each.state for each in entries)
    count[State.READY] = sum(1 for each in entries if each.chosen.wanted)
    left = sum(1 for e in entries if e.state is State.READY and not e.chosen.wanted)
    said = (
        (count[State.READY], ngettext("{count} ready", "{count} ready", count[State.READY])),
        (
            count[State.ASKS],
            ngettext("{count} needs an answer", "{count} need an answer", count[State.ASKS]),
        ),
        (
            count[State.THERE],
            ngettext("{count} is here already", "{count} are here already", count[State.THERE]),
        ),
        (left, ngettext("{count} left out", "{count} left out", left)),
        (
            count[State.REFUSED],
            ngettext("{count} cannot be read", "{count} cannot be read", count[State.REFUSED]),
        ),
    )
    return " · ".join(words.format(count=counted(n)) for n, words in said if n)


def speakers_said(entry: Entry) -> str:
    """Who speaks in the document, in the order in which they first do."""
    speakers = entry.source.speakers if entry.source else ()
    if not speakers:
        return "–"
    if entry.asks:
        words = ngettext("unknown: {count} speaker", "unknown: {count} speakers", len(speakers))
        return words.format(count=len(speakers))
    if entry.found.survey is not None:
        words = ngettext("{count} case", "{count} cases", len(speakers))
        return words.format(count=counted(len(speakers)))
    return ", ".join(each.label for each in speakers)


def encoding_of(entry: Entry) -> str:
    """The encoding a text was read in, a key of `ENCODINGS` if it is one of them."""
    facts = entry.source.facts if entry.source else {}
    encoding = str(facts.get("encoding", "")).lower().replace("_", "-")
    return _SAME.get(encoding, encoding)


def duplicate_said(entry: Entry) -> str:
    """What has the same content already; nothing where none has."""
    return _there(entry) if entry.found.duplicate_of else ""


def _there(entry: Entry) -> str:
    if entry.in_project:
        return _("is in the project already, as “{name}”").format(name=entry.found.duplicate_of)
    return _("has the same content as “{name}”").format(name=entry.found.duplicate_of)


def _besides(entry: Entry) -> list[str]:
    source = entry.source
    assert source is not None
    said: list[str] = []
    if entry.found.duplicate_of:
        said.append(_there(entry))
    if not entry.answered and any(each.key == "roles_guessed" for each in source.cautions):
        said.append(_("look over who asks"))
    if file_name_tells(entry):
        said.append(_("a name in the file’s name?"))
    survey = entry.found.survey
    if private := sum(e.private and e.use == "leave" for e in survey.columns) if survey else 0:
        words = ngettext(
            "{count} private column left out", "{count} private columns left out", private
        )
        said.append(words.format(count=private))
    if cues := joined_cues(source):
        turns = ngettext("{turns} turn", "{turns} turns", len(source.turns))
        words = ngettext("{cues} cue joined to", "{cues} cues joined to", cues)
        joined = words.format(cues=counted(cues))
        said.append(f"{joined} {turns.format(turns=counted(len(source.turns)))}")
    if (encoding := encoding_of(entry)) not in ("", "utf-8"):
        said.append(ENCODINGS.get(encoding, encoding))
    if rest := sum(1 for each in source.cautions if each.key not in _ROLES):
        words = ngettext("{count} thing to know", "{count} things to know", rest)
        said.append(words.format(count=rest))
    return said
