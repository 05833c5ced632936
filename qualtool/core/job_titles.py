"""Job titles with a workplace or a place beside them, which together may point to one person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Final

from qualtool.core.disclosure import Finding, Level
from qualtool.core.double_meanings import SMALL
from qualtool.core.institution_words import BETWEEN, LEGAL, is_institution
from qualtool.core.known_words import TOKEN, folded
from qualtool.core.sentence_edges import begins, sentence

_ENDINGS: Final = (
    "leder", "leiar", "sjef", "direktør", "rådgiver", "rådgjevar", "lege", "sykepleier",
    "sjukepleiar", "vernepleier", "vernepleiar", "hjelpepleier", "hjelpepleiar", "lærer", "lærar",
    "ordfører", "ordførar", "saksbehandler", "saksbehandlar", "konsulent", "koordinator",
    "veileder", "rettleiar", "terapeut", "psykolog", "pedagog", "inspektør", "rektor", "sekretær",
    "mester", "meister", "arbeider", "arbeidar", "ingeniør", "arkitekt", "planlegger",
    "planleggjar", "assistent", "advokat", "jurist", "prest", "logoped", "jordmor", "styrer",
    "styrar", "bestyrer", "bestyrar", "forvalter", "forvaltar", "bibliotekar", "kontakt", "ombud",
    "verneombud", "fogd", "dommer", "dommar", "trener", "trenar", "betjent", "fullmektig",
    "representant", "politiker", "politikar", "rådmann", "lensmann", "vaktmester", "logist",
    "økonom", "kontroller", "redaktør", "journalist", "kantor", "organist", "byråd", "kokk",
    "renholder", "reinhaldar", "miljøterapeut", "barnevernspedagog", "stipendiat", "forsker",
    "professor", "lektor", "forskar",
)  # fmt: skip
_ENGLISH: Final = frozenset(
    "principal headteacher headmaster mayor manager director chief nurse doctor gp teacher adviser "
    "advisor coordinator caseworker officer supervisor inspector vicar librarian psychologist "
    "head ceo chair chairman chairwoman consultant midwife therapist pharmacist physician social "
    "counsellor councillor secretary editor superintendent warden caretaker deputy".split()
)
_INFLECTED: Final = ("ens", "en", "n", "a", "s", "et", "")
# What ends as a title does, and is none
_NO_TITLES: Final = frozenset(
    "kontakt øyekontakt augekontakt kroppskontakt nærkontakt blikkontakt brukerkontakt mester "
    "kokk".split()
)
_VERBS: Final = frozenset(
    "innleder avleder arbeider arbeidar bearbeider utarbeider samarbeider samarbeidar motarbeider "
    "innarbeider opparbeider styrer styrar overstyrer detaljstyrer fjernstyrer selvstyrer "
    "forvalter forvaltar trener trenar kontroller forsker forskar".split()
)
_DOCTORS: Final = (
    "fastlege", "overlege", "tannlege", "dyrlege", "tilsynslege", "kommunelege", "distriktslege",
    "bydelslege", "vaktlege", "sjukehuslege", "sykehuslege", "spesiallege", "allmennlege",
    "bedriftslege", "skolelege", "skulelege", "legevaktlege", "turnuslege", "barnelege",
)  # fmt: skip
_CAPITAL: Final = r"(?:[A-ZÆØÅ][\w’'-]*[^\W_]|[A-ZÆØÅ])"
_BESIDE: Final = re.compile(
    r"(?P<words>(?:[ \u00a0][a-zæøå-]{2,24}){0,4}?)[ \u00a0]"
    r"(?:ved|i|på|hos|for|av|til|at|in|of|with|frå|fra|from)[ \u00a0]"
    r"(?:(?:the|den|det|gamle|nye|lille|vesle)[ \u00a0])?"
    rf"(?P<place>{_CAPITAL}(?:[ \u00a0](?:i[ \u00a0]|of[ ])?{_CAPITAL}){{0,3}}"
    r"(?:[ \u00a0][a-zæøå-]{2,24}){0,2})"
)
_NEAR: Final = re.compile(
    r"\W*(?:(?:ved|i|på|hos|for|av|til|at|in|of|with|the|sin|fra|frå)\W+){0,2}\Z"
)
_AND: Final = re.compile(r"\W*(?:og|and|eller|or|&|,|men|mens|samt|both)(?:\W+\w+)?\W*\Z")
_OWNER: Final = re.compile(
    rf"(?P<place>{_CAPITAL}(?:[ \u00a0]{_CAPITAL}){{0,2}}(?:[ \u00a0][a-zæøå-]{{3,24}})?)"
    r"(?:[ \u00a0](?:sin|sitt|si|sine|har|got|has|en|ein|a|sa|its)){0,2}[ \u00a0]\Z"
)
_NAMED: Final = re.compile(
    rf"{_CAPITAL}(?:[ \u00a0]{_CAPITAL}){{0,3}}(?:[ \u00a0][a-zæøå-]{{3,24}}){{0,2}}"
)
_USUAL_ENDS: Final = (
    "lig", "lige", "leg", "lege", "ige", "ene", "ende", "isk", "iske", "ale", "ert", "erte", "små",
)  # fmt: skip
_NOBODYS: Final = frozenset(
    "norge noreg norway norden skandinavia scandinavia sverige sweden danmark denmark finland "
    "europa europe eu usa uk england storbritannia tyskland germany afrika asia amerika "
    "nord-norge vestlandet østlandet sørlandet trøndelag norsk norwegian english engelsk nrk "
    "covid korona corona teams zoom excel word facebook google stortinget regjeringen regjeringa "
    "informant intervju interview deltaker deltakar participant i jeg eg vi du det den og men "
    "januar februar mars april mai juni juli august september oktober november desember may june "
    "july january february march october december monday mandag tabell table figur figure kapittel "
    "chapter vedlegg appendix del part fase phase runde trinn steg step".split()
)
_WHERE: Final = ("place", "workplace", "organisation")
_UNTITLED: Final[set[str]] = set()  # words looked at that are no titles
_REMEMBERED: Final = 300_000
_SAME: Final = 60  # code points between a title and a place that are likely about one thing
_FAR: Final = 120
_NEXT_TO: Final = 20
_BACK: Final = 70


def jobs(
    text: str, known: Sequence[Finding] = (), tokens: set[str] | None = None
) -> tuple[Finding, ...]:
    """All titles with what stands beside them, in order and apart.

    `known` are the places and workplaces that were found in the text already: a title in the same
    sentence as one of them is told; otherwise a name with a kind of institution, or a name right
    behind a title, counts as a workplace. `tokens` are the text's words, where they are at hand.
    """
    if not _has_title(set(TOKEN.findall(text)) if tokens is None else tokens):
        return ()
    places = [each for each in known if each.kind in _WHERE and each.level != "possible"]
    found: list[Finding] = []
    behind = 0
    for match in TOKEN.finditer(text):
        if _is_title(match[0]) and match.start() >= behind:
            one = _told(text, match, places)
            if one is not None:
                start = max(one.start, match.start()) if one.start < behind else one.start
                found.append(replace(one, words=text[start : one.end], start=start))
                behind = one.end
    return tuple(found)


def _told(text: str, title: re.Match[str], places: Sequence[Finding]) -> Finding | None:
    known = _with_known(text, title, places)
    if known is not None and known.level == "certain":
        return known
    workplace = _with_workplace(text, title)
    if workplace is not None and workplace.level == "likely":
        return workplace
    return known or workplace


def _has_title(tokens: set[str]) -> bool:
    for token in tokens - _UNTITLED:
        if _is_title(token):
            return True
        if len(_UNTITLED) > _REMEMBERED:
            _UNTITLED.clear()
        _UNTITLED.add(token)
    return False


@lru_cache(maxsize=100_000)
def _is_title(token: str) -> bool:
    word = folded(token)
    if len(word) < 2 or word in _VERBS:
        return False
    if word in _ENGLISH:
        return word not in _NO_TITLES
    return any(
        _is_base(word[: len(word) - len(ending)]) for ending in _INFLECTED if word.endswith(ending)
    )


def _is_base(word: str) -> bool:
    if word in _NO_TITLES or not word.endswith(_ENDINGS):
        return False
    return not word.endswith("lege") or word == "lege" or word.endswith(_DOCTORS)


def _with_known(text: str, title: re.Match[str], known: Sequence[Finding]) -> Finding | None:
    if not known:
        return None
    first, last = sentence(text, title.start())
    best: tuple[int, Finding] | None = None
    for place in known:
        if first <= place.start and place.end <= last and place.start != title.start():
            gap = max(place.start - title.end(), title.start() - place.end, 0)
            if best is None or gap < best[0]:
                best = gap, place
    if best is None:
        return None
    gap, place = best
    between = text[min(place.end, title.end()) : max(place.start, title.start())]
    beside = _NEAR.match(between) is not None
    letters = place.words.isupper() and len(place.words) < 6  # "NAV", which is everywhere
    far = _FAR if place.level == "certain" and not letters else _NEXT_TO
    if _AND.match(between) or any(map(_is_title, TOKEN.findall(between))):
        return None
    if not beside and gap > far:
        return None
    start, end = min(place.start, title.start()), max(place.end, title.end())
    level: Level = "certain" if beside else "likely" if gap <= _SAME else "possible"
    return Finding("job", text[start:end], start, end, level, place.known)


def _with_workplace(text: str, title: re.Match[str]) -> Finding | None:
    for place, level in _workplaces(text, title):
        start, end = min(place[0], title.start()), max(place[1], title.end())
        return Finding("job", text[start:end], start, end, level)
    return None


def _workplaces(text: str, title: re.Match[str]) -> Iterator[tuple[tuple[int, int], Level]]:
    """Names beside a title that may be a workplace's, the surest first."""
    beside = _BESIDE.match(text, title.end())
    if beside is not None:
        span = _trimmed(text, beside.span("place"))
        if span is not None and (span[1] == "likely" or not beside["words"]):
            yield span
    start = max(0, title.start() - _BACK)
    owner = _OWNER.search(text, start, title.start())
    if owner is not None:
        span = _trimmed(text, owner.span("place"))
        if span is not None and span[1] == "likely":
            yield span
    if text[title.start() - 1 : title.start()] == "-":
        before = re.search(rf"{_CAPITAL}-\Z", text[start : title.start()])
        if before and folded(before[0][:-1]) not in _NOBODYS and not before[0][:-1].isupper():
            yield (start + before.start(), title.start()), "likely"
    for named in _NAMED.finditer(text, *sentence(text, title.start())):
        span = _trimmed(text, named.span())
        if span is not None and span[1] == "likely":
            yield span[0], "possible"


def _trimmed(text: str, span: tuple[int, int]) -> tuple[tuple[int, int], Level] | None:
    """What of the words is the workplace's name, and how sure it is that it is one."""
    words = list(TOKEN.finditer(text, *span))
    if (begins(text, span[0]) and folded(words[0][0]) in SMALL) or _is_usual(words[0][0]):
        return None
    capitals = [word for word in words if word[0][0].isupper()]
    for at, word in enumerate(words[1:], 1):
        plain = folded(word[0])
        named = word[0] in LEGAL or is_institution(plain)
        if named:
            return (span[0], word.end()), "likely"
        if word[0].islower() and plain not in BETWEEN and f"{plain}-" not in BETWEEN:
            words = words[:at]
            break
    first = folded(capitals[0][0]) if capitals else ""
    if is_institution(first) and len(capitals) > 1:  # "Universitetet i Nordvik"
        return (span[0], capitals[-1].end()), "likely"
    if capitals and capitals[0][0] in ("NAV", "Nav") and len(capitals) > 1:
        return (span[0], capitals[1].end()), "likely"
    usual = first in _NOBODYS or len(first) < 3 or capitals[0][0].isupper()
    if usual or begins(text, span[0]):
        return None
    last = max(word.end() for word in words if word[0][0].isupper())
    return (span[0], last), "possible"


def _is_usual(word: str) -> bool:
    """Whether a capitalised word is hardly a name: "Norge", "Offentlige"."""
    plain = folded(word)
    return plain in _NOBODYS or plain.endswith(_USUAL_ENDS)
