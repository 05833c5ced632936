"""The words that transcripts use for those who speak, and words that look so and are not.

Bokmål, nynorsk and English. All are compared without regard to case.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from qualtool.core.source import Role

_INTERVIEWER: Final = (
    r"int|intv|interv|iv|intervju(?:er|ar|eren|aren|ere|arar)?|interviewer|moderator(?:en)?|ordstyrer"
    r"|ordstyrar|forsker(?:en)?|forskar(?:en)?|researcher|fa[cs]ilitator"
)
_PARTICIPANT: Final = (
    r"inf|informant(?:en)?|resp|respondent(?:en)?|delt|deltak[ea]r(?:en)?|deltager(?:en)?"
    r"|participant|interviewee|intervjuobjekt(?:et)?|intervjuperson(?:en)?|ip|svarperson"
    r"|kvinne|mann|jente|gut|gutt|elev|lær[ea]r|foreld[er]r|leder|leiar|ansatt|tilsett"
)
_UNNAMED: Final = (
    r"speaker|spk|taler|talar|høyttaler|høgtalar|høgtalande|talende|stemme|røyst|person|voice"
)
_NUMBER: Final = r"(?:[ ._-]*(?:nr\.? ?)?\d{1,3}[a-c]?|[ ._-]+[a-h](?![\wæøå]))"

# With a number these are labels wherever they stand; without, only the first two rows are.
_KNOWN: Final = re.compile(
    rf"(?:{_INTERVIEWER}|informant(?:en)?|respondent(?:en)?|deltak[ea]r(?:en)?|deltager(?:en)?"
    r"|participant|interviewee|intervjuobjekt(?:et)?|intervjuperson(?:en)?|inf|svarperson"
    r"|tolk|interpreter|observatør|(?:unknown|ukjent|ukjend)(?: (?:speaker|taler|talar))?)"
    rf"|(?:{_INTERVIEWER}|{_PARTICIPANT}|{_UNNAMED}|student){_NUMBER}|s\d\d"
)
_INTERVIEWER_LABEL: Final = re.compile(
    rf"(?:{_INTERVIEWER}|i|q)(?:{_NUMBER})?|spm|spørsmål|question|jeg|eg|meg"
)
_PARTICIPANT_LABEL: Final = re.compile(
    rf"(?:{_PARTICIPANT}|r|b|p|d|a|student)(?:{_NUMBER})?|svar|answer"
)
QUESTIONS: Final = frozenset(("spørsmål", "spm", "question"))
ANSWERS: Final = frozenset(("svar", "answer"))
_IN_BRACKETS: Final = re.compile(r" ?\(.*")
_PRONOUNS: Final = re.compile(
    r" ?[\[(](?:he|she|they|han|hun|ho|hen|de|dei)(?:/[a-zæøå]{2,7}){1,2}[\])]?", re.IGNORECASE
)
_NOBODY_LABEL: Final = re.compile(
    r"(?:unknown|ukjent|ukjend)(?: (?:speaker|taler|talar))?"
    r"|alle|all|flere|fleire|tolk|interpreter|observatør"
)
_INITIALS: Final = re.compile(
    r"[A-ZÆØÅ]{1,3}\d{0,2}|(?:[A-ZÆØÅ]\. ?){1,3}|[IRBPDMFKS] ?\d{1,2}|[irb]\d{0,2}"
)

_LEAD_INS: Final = frozenset(
    """viktig viktigst merk merknad obs nb ps tips eksempel eksempelvis konklusjon oppsummering
    oppsummert altså dvs jf kl tlf mvh ref re vs sv cc to eks kilde kilder kjelde kjelder ansvar
    frist vedtak sak saker referent tilstede fraværende møteleder møteleiar deltakere deltakarar
    deltagere agenda utfordring utfordringer utfordringar fordel fordeler fordelar ulempe ulemper
    mulighet muligheter moglegheit moglegheiter barriere barrierer fremmer hemmer problem
    løsning løysing resultat resultater tiltak mål formål føremål bakgrunn refleksjon
    refleksjoner refleksjonar notat notater kommentar kommentarer observasjon vurdering
    forslag innspill merknader metode funn tema temaer hovedfunn poeng regel resultat sitat
    kategori kode alternativ først deretter dessuten tillegg summary example note important
    conclusion background method result results aim purpose topic theme quote action deadline
    warning
    latter musikk pause applaus stillhet uhørbart laughter music applause inaudible ja nei mm
    hmm ok akkurat nettopp riktig yes no okay ki url http https mailto www fase del kapittel
    tabell figur vedlegg punkt hypotese fremmere hemmere fremjarar hemmarar mandag tirsdag onsdag
    torsdag fredag lørdag søndag måndag tysdag laurdag sundag monday tuesday wednesday thursday
    friday saturday sunday enablers barriers drivers tolkning tolking følge frå fra til emne sendt
    from sent subject trinn steg step sak""".split()
)
_METADATA: Final = frozenset(
    """dato date tid time klokkeslett tidspunkt sted stad place varighet lengde duration prosjekt
    project tema tittel title intervju interview opptak lydfil audio fil file transkribert
    transkribent transkribering transcribed versjon version rolle stilling alder kjønn age gender
    form kanal plattform språk language intervjunummer id arbeidssted arbeidsstad kommune""".split()
)
_FIRST_WORDS: Final = frozenset(
    """og men så da då for fordi hvis viss når jeg eg vi me du dere de dei han hun ho det den dette
    denne disse her der som at ja nei nå no bare berre kanskje and but so then if when i'm we you
    they he she it this that there here as på i til fra frå med av om etter før under ett en et ei
    ein eit to tre fire fem hva kva hvorfor kvifor hvordan korleis""".split()
)
_SAYING: Final = frozenset(
    """sa sier seier spurte spør spurde tenkte tenker tenkjer svarte svarer svarar skrev skreiv
    skriver ropte said says asked thought wrote er var blir har hadde vil skal kan må""".split()
)


@lru_cache(maxsize=4096)
def key_of(label: str) -> str:
    """A label as it is compared: "INFORMANT nr. 3" and "Informant 3" are one."""
    plain = " ".join(label.casefold().split()).strip(" .*_-–()[]\"«»'’")
    return re.sub(r"[ ._-]+(?:nr\.? ?)?(?=\d)", " ", plain)


@lru_cache(maxsize=4096)
def is_known(label: str) -> bool:
    """Whether a label is a word for a speaker that needs no further sign."""
    return _KNOWN.fullmatch(_IN_BRACKETS.sub("", key_of(label))) is not None


def is_initials(label: str) -> bool:
    """Whether a label may be initials, such as "KH", "I" or "R1", and is no abbreviation."""
    return bool(_INITIALS.fullmatch(label)) and key_of(label) not in _LEAD_INS


def is_metadata(label: str) -> bool:
    """Whether a label is one of a transcript's head: a date, a place, a length."""
    return label.casefold().split(" ")[0].strip(".") in _METADATA


def is_lead_in(label: str) -> bool:
    """Whether words before a colon lead in what follows and name nobody ("Viktig:")."""
    words = key_of(label).split()
    if not words or words[0] in _LEAD_INS or is_metadata(label):
        return True
    return len(words) > 1 and (words[0] in _FIRST_WORDS or not _SAYING.isdisjoint(words))


def is_name(label: str) -> bool:
    """Whether a label is written as names are: each word with a capital, or a number.

    Pronouns behind a name ("Jo Berg (hun/henne)"), as meeting programs show them, do not count.
    """
    words = re.sub(r"[()\[\],/|]", " ", _PRONOUNS.sub("", label)).split()
    particles = {"von", "van", "de", "af", "av", "der", "den", "di", "da", "nr", "nr.", "og"}
    first = words[0][0] if words else ""
    return first.isupper() and all(
        word[0].isupper() or word[0].isdigit() or word in particles for word in words
    )


def role_of(label: str) -> Role | None:
    """The role a label's word says, if any."""
    key = _IN_BRACKETS.sub("", key_of(label))
    first = key.split(" ")[0]
    for words in (key, first if len(first) > 3 else key):  # "Intervjuer Kari" says it as well
        if _NOBODY_LABEL.fullmatch(words):
            return "other"
        if _INTERVIEWER_LABEL.fullmatch(words):
            return "interviewer"
        if _PARTICIPANT_LABEL.fullmatch(words):
            return "participant"
    return None
