"""Who is behind a speaker's label: which labels name somebody, and which any file might have."""

from __future__ import annotations

import re
from typing import Final

from qualtool.core.names import folded, same
from qualtool.core.source import Source

_ALWAYS: Final = re.compile(
    r"(?:speaker|spk|taler|talar|høyttaler|høgtalar|person|stemme|røyst|voice|"
    r"ukjent(?: (?:taler|talar))?|unknown(?: speaker)?|[a-zæøå])[ _.-]*\d*"
)
_ALONE: Final = frozenset(
    {
        *("informant", "informanten", "deltaker", "deltakeren", "deltakar", "deltakaren"),
        *("respondent", "respondenten", "intervjuobjekt", "intervjuobjektet"),
        *("intervjuperson", "intervjupersonen", "kandidat", "svarperson"),
        *("participant", "interviewee", "inf", "resp", "ip"),
        *("int", "intv", "interv", "iv"),
    }
)


def generic(label: str) -> bool:
    """Whether a label says nothing of who speaks: "SPEAKER_01", "S00", "R", "Informant".

    A word with a number, such as "Informant 3", is how studies name people, and is not generic.
    """
    name = folded(label).strip(" .:")
    return name in _ALONE or _ALWAYS.fullmatch(name) is not None


def case_names(source: Source, name: str, kind: str = "interview") -> tuple[str | None, ...]:
    """The case behind each speaker of a document called `name`; None where there is none.

    A participant has a case of their label, or where that is generic of the document's name (with
    the label added if there are several such). A document without speakers has one, of its name,
    if it is an interview.
    """
    if not source.speakers:
        return (name,) if kind == "interview" else ()
    unnamed = [
        speaker.label
        for speaker in source.speakers
        if speaker.role == "participant" and generic(speaker.label)
    ]
    several = any(not same(label, unnamed[0]) for label in unnamed)
    found: list[str | None] = []
    for speaker in source.speakers:
        if speaker.role != "participant":
            found.append(None)
        elif not generic(speaker.label):
            found.append(speaker.label)
        else:
            found.append(f"{name}: {speaker.label}" if several else name)
    return tuple(found)
