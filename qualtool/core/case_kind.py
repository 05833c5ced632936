"""What a case can be: a participant, a group, a municipality, or a kind of the researcher's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from qualtool.core.names import folded, tidy
from qualtool.i18n import LANGUAGES, mark, words

NAMES: Final[Mapping[str, str]] = {
    "participant": mark("Participant"),
    "group": mark("Group"),
    "organisation": mark("Organisation"),
    "office": mark("Office"),
    "school": mark("School"),
    "municipality": mark("Municipality"),
    "county": mark("County"),
    "event": mark("Event"),
    "matter": mark("Matter"),
}
_ALSO: Final[Mapping[str, str]] = {
    name: kind
    for kind, names in {
        "participant": "informant deltaker deltakar person respondent participant interviewee",
        "group": "gruppe team group",
        "organisation": "organisasjon virksomhet verksemd bedrift organisation organization etat",
        "office": "kontor avdeling avdeling eining enhet office department unit",
        "school": "skole skule school",
        "municipality": "kommune municipality",
        "county": "fylke fylkeskommune county",
        "event": "hendelse hending event",
        "matter": "sak matter case",
    }.items()
    for name in names.split()
}


def key(said: str) -> str:
    """The kind that a word means, in any of our languages; a word of the researcher's own stays.

    Nothing said is a participant.
    """
    wanted = folded(said)
    if not wanted:
        return "participant"
    for kind, name in NAMES.items():
        if wanted in {kind, *(folded(words(each).gettext(name)) for each in LANGUAGES)}:
            return kind
    return _ALSO.get(wanted, tidy(said))


def name(kind: str, language: str) -> str:
    """A kind in words of a language; one of the researcher's own as it is."""
    return words(language).gettext(NAMES[kind]) if kind in NAMES else kind
