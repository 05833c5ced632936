"""Which words of a label or a file's name are somebody's name."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

from qualtool.core.names import folded
from qualtool.core.speakers import generic

_WORD: Final = re.compile(r"[^\W\d_]+")
_CAMEL: Final = re.compile(r"[A-ZÆØÅ][^\W\d_A-ZÆØÅ]+|[^\W\d_]+")
NEVER_ALONE: Final = frozenset(
    "van von de der den du da di af av la le el al bin ibn og and the mac mc".split()
)
_NO_NAMES: Final = frozenset(
    # parts in a conversation and guests in a meeting
    "intervjuer intervjuar interviewer informant informanten participant deltaker deltakar "
    "respondent svarperson moderator ordstyrer ordstyrar forsker forskar researcher student "
    "leder leiar veileder rettleiar gjest gjestebruker guest ekstern external extern bruker user "
    "speaker taler talar person voice stemme ukjent unknown deg you meg me jeg eg i "
    "dr prof professor fru herr mr mrs ms iphone ipad android pc mac laptop "
    "rektor inspektør lærer lærar lege sykepleier sjukepleiar saksbehandler saksbehandlar "
    "prosjektleder prosjektleiar rådgiver rådgjevar koordinator ansatt tilsett mor far barn "
    "teacher nurse manager principal doctor "
    # files and meetings
    "intervju intervjuet interview samtale samtalen conversation opptak opptaket opptaker av møte "
    "møtet møteopptak meeting recording transcript transcription transkripsjon transkribert "
    "transkript avskrift referat minutes notat notater notes note feltnotat rapport report "
    "fokusgruppe gruppe group gruppeintervju lydfil lyd audio video fil file ny nytt new kopi "
    "copy versjon version utkast draft endelig final ferdig rettet vasket renset original del "
    "part runde round test pilot nr nummer number informantene studie study prosjekt project "
    "data rådata raw word teams zoom whisper otter noscribe autotekst vtt srt txt docx pdf "
    "bokmål nynorsk english norsk kommune kommunen fylke skole skolen kontor avdeling team "
    "ressursgruppe ressursgruppa styringsgruppe arbeidsgruppe styret utvalg workshop seminar "
    "kick off oppstart evaluering oppfølging uten navn med om fra for til på med og and with "
    "the in of uke veke week dag day januar februar mars april mai juni juli august september "
    "oktober november desember january february march may june july october december mandag "
    "tirsdag onsdag torsdag fredag lørdag søndag vår høst sommer vinter".split()
)
# what a whole label may be made of without naming anybody; a surname may be one of them
_PARTS: Final = frozenset(
    "int intv interv iv intervjueren intervjuaren intervjuobjekt intervjuobjektet intervjuperson "
    "intervjupersonen ip inf informanter resp respondenten delt deltakeren deltakaren deltager "
    "deltageren kandidat kandidaten svarpersonen interviewee moderatoren ordstyreren forskeren "
    "forskaren fasilitator facilitator observatør observatøren observer tolk tolken interpreter "
    "spm spørsmål svar question answer kvinne mann jente gutt gut elev eleven foresatt forelder "
    "forelderen alle all flere fleire begge nn publikum".split()
)
_FIRST_NAMES: Final = frozenset(
    "anne inger kari marit ingrid liv eva anna maria ida hilde berit nina marianne astrid "
    "elisabeth kristin bente solveig randi silje anita ragnhild hege camilla linn ellen karin "
    "trine ingeborg wenche julie tone mona siri monica elin line marte martine sara emma nora "
    "thea emilie sofie ingvild karoline vilde guro maren stine lene cecilie heidi gro ruth aud "
    "turid unni sissel lise grete torill tove jan per bjørn ole lars kjell knut arne svein "
    "thomas hans geir tor morten terje odd erik martin andreas john anders rune trond tore "
    "daniel jon kristian espen marius henrik magnus øyvind håkon sigurd jonas markus fredrik "
    "stian sindre eirik olav nils harald egil leif gunnar helge einar steinar frode vidar "
    "kåre pål jørgen roar roger rolf finn dag ola petter peter jens simen sander mathias "
    "tobias emil jakob oliver william filip noah mohammed ahmed ali fatima amina hassan omar "
    "aisha mary james robert michael david jennifer linda susan jessica sarah karen emily "
    "kevin brian george edward jason laura rebecca helen amanda ann tom jo".split()
)


def words_of_name(name: str) -> tuple[str, ...]:
    """The words of a name that can be looked for; none of "Intervjuer" or "Informant 3"."""
    plain = re.sub(r"\([^)]*\)|\[[^\]]*\]|@\S+", " ", unicodedata.normalize("NFC", name))
    return tuple(
        word for word in _WORD.findall(plain) if word.casefold() not in _NO_NAMES and len(word) > 1
    )


def is_name(label: str) -> bool:
    """Whether a speaker's label looks like somebody's name: "Siri Haugen", "OLAV", not "SH".

    With a number it is one where a common first name stands before it: "Kari 2", not "Lærer 2".
    """
    if generic(label):
        return False
    words = [word for word in words_of_name(label) if word.casefold() not in _PARTS]
    if any(word.casefold() in _FIRST_NAMES for word in words):
        return True
    return not any(char.isdigit() for char in label) and any(len(word) > 2 for word in words)


def is_first_name(word: str) -> bool:
    """Whether a word is one of the common first names, also in the genitive."""
    plain = word.casefold()
    return plain in _FIRST_NAMES or (plain.endswith("s") and plain[:-1] in _FIRST_NAMES)


def is_initials(label: str) -> bool:
    """Whether a label is initials that only those who know the person can read: "SH", "K.M."."""
    plain = re.sub(r"[. ]", "", label)
    return 1 < len(plain) < 4 and plain.isalpha() and plain.isupper() and not _is_part(plain)


def tells_who(label: str) -> bool:
    """Whether a speaker's label tells who somebody is, by name or by initials."""
    return is_name(label) or (is_initials(label) and not generic(label))


def _is_part(word: str) -> bool:
    return word.casefold() in _PARTS or word.casefold() in _NO_NAMES


def name_in(words: str) -> str:
    """What looks like somebody's name in a file's name, "" where nothing does.

    A common first name with the capitalised words after it, or two capitalised words together
    that are neither about a conversation nor about a file.
    """
    parts = list(_CAMEL.finditer(unicodedata.normalize("NFC", words)))
    run: list[re.Match[str]] = []
    for part in parts:
        if run and re.search(r"[^ ._+-]", words[run[-1].end() : part.start()]):
            if _named(run):
                break
            run = []
        is_word = folded(part[0]) in _NO_NAMES or len(part[0]) < 2
        if is_word or not (part[0][0].isupper() or folded(part[0]) in _FIRST_NAMES or run):
            if _named(run):
                break
            run = []
        else:
            run.append(part)
    return words[run[0].start() : run[-1].end()] if _named(run) else ""


def _named(run: list[re.Match[str]]) -> bool:
    first = any(each[0].casefold() in _FIRST_NAMES for each in run)
    capitals = [each for each in run if each[0][0].isupper() and not each[0].isupper()]
    return first or len(capitals) > 1
