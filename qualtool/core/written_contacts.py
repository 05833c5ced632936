"""Where somebody can be reached, as it is written: e-mail, links, addresses, a car's plate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from qualtool.core.disclosure import Finding, Kind, Level

_EMAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)*\.[^\W\d_]{2,}")
_AT: Final = (
    r"(?:[ \u00a0]?(?:\((?:at|krøllalfa|alfakrøll|snabel-?a)\)|\[(?:at|krøllalfa)\])[ \u00a0]?"
    r"|[ \u00a0](?:krøllalfa|krøll-?alfa|alfakrøll|snabel-?a)(?!\w)[ \u00a0]?)"
)
_POINT: Final = r"(?:[ \u00a0](?:punkt|punktum|dot)[ \u00a0]|\.)"
_NAME: Final = rf"(?<![\w.-])[\w-]{{1,40}}(?:{_POINT}[\w-]{{1,40}}){{0,4}}"
_SPOKEN: Final = re.compile(
    rf"{_NAME}{_AT}(?:[\w-]+(?:{_POINT}[\w-]+){{0,4}})?"
    rf"|{_NAME}[ \u00a0]at[ \u00a0][\w-]+(?:[ \u00a0](?:punkt|dot)[ \u00a0][\w-]+){{1,4}}",
    re.IGNORECASE,
)
_SAID: Final = ("krøll", "alfa", "snabel", "(at)", "[at]", " dot ", " punkt ")
_LINK: Final = re.compile(
    r"(?<![\w@.])(?:[Hh]ttps?://|[Ww]ww\.)[^\s<>«»“”\"]+"
    r"|(?<![\w@./-])(?:[\w-]{1,63}\.){0,3}[\w-]{2,63}\.(?:no|com|org|net|io|eu|co\.uk)"
    r"(?:/[^\s<>«»“”\"]*)?(?![\w@])(?!\.\w)"
)
_HOST: Final = re.compile(r"\.(?:no|com|org|net|io|eu|co)(?!\w)")
_SOCIAL: Final = re.compile(
    r"(?:facebook|linkedin|instagram|twitter|tiktok|snapchat|youtube|threads|mastodon|fb|x|bsky)"
    r"\.(?:com|net|app|social)/[^\s/]",
    re.IGNORECASE,
)
_HANDLE: Final = re.compile(r"(?<![\w@./])@[^\W\d_][\w.]{2,29}(?<!\.)(?!\w|@)")
_ACCOUNT: Final = re.compile(
    r"(?<!\w)(?:snap|snapchat|insta|instagram|tiktok|twitter|discord)(?:-?(?:konto|navn|namn|bruker|"
    r"brukar)\w*)?(?:[ \u00a0](?:er|heter|heiter|is)|[ \u00a0]?:)[ \u00a0]"
    r"(?P<name>(?=[\w.-]*[\d_.]\w)[\w.-]{3,30})(?!\w)",
    re.IGNORECASE,
)
# Where everybody finds the same: literature, law, statistics, public bodies
_PUBLIC: Final = re.compile(
    r"(?:doi\.org|handle\.net|lovdata|regjeringen|stortinget|ssb\.no|udir|fhi\.no|helsenorge|"
    r"helsedirektoratet|nav\.no|sikt\.no|nsd\.no|datatilsynet|etikkom|europa\.eu|"
    r"who\.int|oecd|un\.org|unesco|wikipedia|idunn|jstor|sciencedirect|springer|tandfonline|wiley|"
    r"sagepub|apa\.org|osf\.io|orcid|arxiv|brage|duo\.uio|nb\.no|snl\.no|norden\.org|cambridge|"
    r"oup\.com|elsevier|frontiersin|mdpi|biomedcentral|equator-network|oria|cristin)",
    re.IGNORECASE,
)
_REFERRED: Final = re.compile(
    r"(?:hentet|henta|retrieved|tilgjengelig|tilgjengeleg|available|lest|lese|accessed|from|frå|fra|"
    r"se|sjå|see|doi)\W*(?:\d[\d. ]*\w*[\d. ]*)?(?:fra|frå|from|på|at|on)?\W*\Z",
    re.IGNORECASE,
)
_STRONG: Final = (
    r"veien|vegen|veg|vei|gt\.?|gata|gaten|gate|gatå|alléen|alleen|allé|alle|smuget|smauet|stredet|"
    r"terrasse|terrassen"
)
_WEAK: Final = (
    r"plass|plassen|bakken|bakkane|stien|svingen|tunet|tun|torget|torg|torv|brygga|bryggen|"
    r"bryggja|kaia|lia|lien|haugen|kroken|løkka|åsen|ringen|passasje|grenda|jordet|enga|moen|"
    r"hagen|toppen|kleiva|kleivene|vollen|myra|marka|sletta|odden|stranda|stranden|neset|dalen|"
    r"berget|linna|faret|leitet|hellinga|geilen|stubben|gjelet|skogen|elva|broen|brua|vika"
)
_NUMBER: Final = (
    r"[ \u00a0](?:(?:nr\.?|nummer|no\.)[ \u00a0])?"
    r"(?P<{0}>\d{{1,4}}(?:[ \u00a0]?[A-Ha-h])?)(?![\w/%])(?![.,:]\d)"
)
_STREET: Final = re.compile(
    r"(?<![\w-])(?:"
    # Storgata 12, Øvre Kirkebakken 3 b
    rf"(?:[A-ZÆØÅ][\w.’'-]{{0,30}}[ \u00a0]){{0,2}}[A-ZÆØÅ][\w’'-]{{1,40}}(?:{_STRONG}|{_WEAK})"
    rf"{_NUMBER.format('closed')}"
    # Nordre gate 4, Ola Nordmanns vei 7, Bjørke allé 10
    rf"|(?:[A-ZÆØÅ][\w.’'-]{{0,30}}[ \u00a0]){{1,3}}(?:{_STRONG}|plass|torg|brygge|bakke|gt\.?)"
    rf"{_NUMBER.format('apart')}"
    # as it is transcribed: storgata 12
    rf"|(?P<small>[^\W\d_]{{3,40}}(?:veien|vegen|gata|gaten)){_NUMBER.format('typed')}"
    r")"
)
_ENGLISH_STREET: Final = re.compile(
    r"(?<![\w.,])\d{1,4}[A-Za-z]?[ \u00a0](?:[A-ZÆØÅ][\w’'-]{1,30}[ \u00a0]){1,3}"
    r"(?:Street|Road|Lane|Avenue|Drive|Close|Terrace|Crescent)(?!\w)"
)
_NAMED_STREET: Final = re.compile(
    r"(?<=[^\W\d_][ \u00a0]|[,:][ \u00a0])[A-ZÆØÅ][a-zæøåé]{2,30}(?:veien|vegen|gata|gaten)(?!\w)"
)
_BOX: Final = re.compile(
    r"(?<!\w)(?:postboks|postb\.|pb\.|p\.?o\.?[ \u00a0]box|boks)[ \u00a0]{0,2}(?:nr\.?[ ])?"
    r"\d{1,5}(?!\w)",
    re.IGNORECASE,
)
_POSTAL: Final = re.compile(
    r"(?<![\w§/.-])(?P<land>NO?-)?(?P<code>\d{4})[ \u00a0]"
    r"(?P<town>[A-ZÆØÅ](?:[a-zæøåé]+|[A-ZÆØÅ]{2,})(?:[ -](?:i )?[A-ZÆØÅ][a-zæøåé]+)?)(?!\w)"
)
_BEHIND_STREET: Final = re.compile(r"(?:\d[ \u00a0]?[A-Ha-h]?,?[ \u00a0\n]|\n)\Z")
_CLOSES: Final = re.compile(r"[ \u00a0]*(?:[.,;:)\n»”]|\Z)")
_NO_TOWNS: Final = frozenset(
    "nok sek eur usd dkk sms the gdpr ref kap jf jfr ca mill mrd kr pst og i".split()
)
_PLATE: Final = re.compile(
    r"(?<![\w§/-])(?P<letters>[A-HJ-LNPR-VX-Z]{2})[ \u00a0-]?"
    r"(?P<digits>\d{4,5}|\d\d[ \u00a0]\d{3})(?![\w/])(?![.,]\d)"
)
_NO_PLATES: Final = frozenset(
    "NS EN DB EU KR PR HR NR RS SK RE KP LB FN SB VG TV PC CD HD TB".split()
)
_DRIVES: Final = re.compile(
    r"(?:skilt\w*|regnr|reg\.?|registrering\w*|bil\w*|plate\w*|car|kjøretøy\w*|køyretøy\w*)"
    r"\W*(?:\w+\W+){0,3}\Z",
    re.IGNORECASE,
)
_UNITS: Final = re.compile(
    r"[ \u00a0]?(?:km|kilometer|m|meter|mil|minutt\w*|min|timer|timar|dager|dagar|uker|veker|år|"
    r"måneder|månader|ganger|gonger|prosent|%|kr|kroner|barn|elever|elevar|av|personer|år|"
    r"hus|biler|bilar|boliger|stykker)(?!\w)"
)
_YEAR: Final = re.compile(r"(?:1[5-9]|20)\d\d\Z")
_LIKE_WORDS: Final = re.compile(r"\S+(?:ringen|lien|lia|enga|plass|elva|tun|alle|gate) \d")
_JOINS: Final = re.compile(r",?[ \u00a0]{0,2}\n?")
_BEFORE: Final = 50  # code points that say what follows them
_DIGIT: Final = re.compile(r"\d")


def contacts(text: str) -> tuple[Finding, ...]:
    """All of a text, in order and apart; an address with its postal code and town is one."""
    found = list(mail(text))
    found += _links(text, {at for each in found for at in range(each.start, each.end)})
    if _DIGIT.search(text) is not None:
        found += _addresses(text)
        found += _plates(text)
    if any(said in text.lower() for said in ("snap", "insta", "tiktok", "twitter", "discord")):
        found += _accounts(text)
    if any(ending in text for ending in ("veien", "vegen", "gata", "gaten")):
        held = {at for each in found for at in range(each.start, each.end)}
        found += (
            _finding(match, "address", "possible")
            for match in _NAMED_STREET.finditer(text)
            if match.start() not in held
        )
    return tuple(sorted(found, key=lambda each: (each.start, each.end)))


def mail(text: str) -> Iterator[Finding]:
    """E-mail addresses, as they are written and as they are said."""
    if "@" in text:
        for match in _EMAIL.finditer(text):
            yield _finding(match, "email", "certain")
    lowered = text.lower()
    if any(said in lowered for said in _SAID):
        for match in _SPOKEN.finditer(text):
            yield _finding(match, "email", "likely")


def _links(text: str, held: set[int]) -> Iterator[Finding]:
    if "www." in text.lower() or "http" in text or _HOST.search(text) is not None:
        for match in _LINK.finditer(text):
            words = match[0].rstrip(".,;:!?)]}'’…*_")
            start = match.start()
            if start in held or len(words) < 4 or (_PUBLIC.search(words) is not None):
                continue
            social = _SOCIAL.search(words) is not None
            if social or not _REFERRED.search(text[max(0, start - _BEFORE) : start]):
                level: Level = "likely" if social else "possible"
                yield Finding("link", words, start, start + len(words), level)
    if "@" in text:
        for match in _HANDLE.finditer(text):
            if match.start() not in held:
                yield _finding(match, "link", "likely")


def _accounts(text: str) -> Iterator[Finding]:
    for match in _ACCOUNT.finditer(text):
        yield Finding("link", match["name"], *match.span("name"), "likely")


def _addresses(text: str) -> Iterator[Finding]:
    spans: list[tuple[int, int, Level]] = []
    for match in _STREET.finditer(text):
        number = match["closed"] or match["apart"] or match["typed"]
        if _YEAR.match(number) or _UNITS.match(text, match.end()):
            continue
        level: Level = "possible" if match["small"] else "certain"
        if match["closed"] and _begins(text, match.start()):
            if _LIKE_WORDS.match(match[0]):
                continue
            level = "likely"
        spans.append((*match.span(), level))
    spans += ((*match.span(), "certain") for match in _ENGLISH_STREET.finditer(text))
    spans += ((*match.span(), "certain") for match in _BOX.finditer(text))
    spans += _postal(text, {end for _start, end, _level in spans})
    spans.sort()
    at = 0
    while at < len(spans):
        start, end, level = spans[at]
        at += 1
        while at < len(spans) and _JOINS.fullmatch(text[end : max(end, spans[at][0])]):
            end = max(end, spans[at][1])
            at += 1
        yield Finding("address", text[start:end], start, end, level)


def _postal(text: str, streets: set[int]) -> Iterator[tuple[int, int, Level]]:
    for match in _POSTAL.finditer(text):
        start, end = match.span()
        behind_street = _BEHIND_STREET.search(text[max(0, start - 4) : start]) or start == 0
        closes = _CLOSES.match(text, end)
        if any(
            at in streets and _JOINS.fullmatch(text[at:start]) for at in range(start - 4, start)
        ):
            yield start, end, "certain"
            continue
        if match["town"].split()[0].casefold() in _NO_TOWNS or not closes:
            continue
        if match["land"] or behind_street:
            yield start, end, "likely"
        elif not _YEAR.match(match["code"]):
            yield start, end, "possible"


def _plates(text: str) -> Iterator[Finding]:
    for match in _PLATE.finditer(text):
        start = match.start()
        if _DRIVES.search(text[max(0, start - _BEFORE) : start]):
            yield _finding(match, "plate", "certain")
        elif len(match["digits"]) > 4 and match["letters"] not in _NO_PLATES:
            yield _finding(match, "plate", "likely")


def _begins(text: str, start: int) -> bool:
    before = text[max(0, start - 6) : start].rstrip(" \u00a0«“\"'‘(–—-•*")
    return not before or before[-1] in ".!?…\n\t"


def _finding(match: re.Match[str], kind: Kind, level: Level) -> Finding:
    return Finding(kind, match[0], match.start(), match.end(), level)
