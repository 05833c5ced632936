"""Numbers in a text that lead to a person: telephone, birth, account and organisation numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from qualtool.core.disclosure import Finding, Kind, Level
from qualtool.core.identity_numbers import (
    birth_number,
    is_account_number,
    is_organisation_number,
)

_GAP: Final = r"[ \u00a0\u2009\u202f.-]"
_BLANK: Final = r"[ \u00a0\u2009\u202f]"
_APART: Final = r"(?<![\w/§])(?<!\d[.,:-])"
_ENDS: Final = r"(?![\w§])(?![.,:-]\d|/\d(?!\d{7}(?!\d)))"
_ELEVEN: Final = re.compile(
    rf"{_APART}(?:(?P<birth>\d{{6}}(?:{_BLANK}|[-‐–.])?\d{{5}})"
    rf"|(?P<account>\d{{4}}{_GAP}\d\d{_GAP}\d{{5}})){_ENDS}"
)
_NINE: Final = re.compile(
    rf"{_APART}(?:NO{_BLANK}?)?(?P<digits>[1-9]\d\d{_GAP}?\d{{3}}{_GAP}?\d{{3}})"
    rf"(?:{_BLANK}?MVA)?{_ENDS}"
)
_COUNTRY: Final = rf"(?:(?:\+|00)47{_GAP}?|\(\+?(?:00)?47\){_GAP}?|47{_BLANK})"
_EIGHT: Final = re.compile(
    rf"(?<![\w§+])(?<!(?<!\d{{8}})/)(?<!\d[.,:-])(?P<country>{_COUNTRY})?(?P<number>[2-9](?:\d{{7}}"
    rf"|\d(?:{_GAP}\d\d){{3}}|\d\d{_GAP}\d\d{_GAP}\d{{3}}|\d\d{_GAP}\d{{3}}{_GAP}\d\d"
    rf"|\d{{3}}{_BLANK}\d{{4}}|\d{_BLANK}\d\d{_BLANK}\d{{4}}|\d\d{_BLANK}\d{{5}}"
    rf"|\d{_BLANK}\d{{6}}|{_BLANK}\d\d{_BLANK}\d\d{_BLANK}\d{{3}}|(?P<thousands>\d{_GAP}\d{{3}}{_GAP}\d{{3}})"
    rf"|(?:{_BLANK}\d){{7}})){_ENDS}"
)
_ABROAD: Final = re.compile(rf"(?<![\w+])(?:\+|00)(?!47)[1-9]\d{{0,2}}(?:{_GAP}?\d){{6,12}}{_ENDS}")
_CALLED: Final = re.compile(
    r"(?:tlf|telefon\w*|mob|mobil\w*|ring(?:e|es|te)?|nås|treffes|sms|tel|phone\w*|cell|call(?:ed)?|"
    r"vipps\w*|text(?:ed)?|whatsapp)\W*(?:(?:nr|nummer|nummeret|number|no|meg|me|på|oss|is|er|at|"
    r"on|mitt|min|til|to)\W+){0,3}\Z",
    re.IGNORECASE,
)
_OTHER_NUMBER: Final = re.compile(
    r"(?:saks?\w*|journal\w*|arkiv\w*|ref\w*|prosjekt\w*|project|case|vedtak\w*|isbn|issn|doi|"
    r"versjon|version|ordre\w*|faktura\w*|kid|løpenr\w*|løpenummer\w*|bilag\w*|serie\w*|"
    r"meldeskjema\w*|søknad\w*|godkjenning\w*|dok\w*)\W{0,2}(?:(?:nr|nummer|no|number|id)\W+)?"
    r"(?:[A-Z]{1,4}\W)?(?:\d{1,4}[/-])?\Z",
    re.IGNORECASE,
)
_MONEY_BEFORE: Final = re.compile(
    r"(?:kr|kroner|nok|eur|usd|sek|dkk|[$€£])\W{0,2}\Z", re.IGNORECASE
)
_UNIT_BEHIND: Final = re.compile(
    r"[ \u00a0]?(?:,-|%|(?:kr|kroner|krone|nok|euro?|usd|sek|dkk|pund|dollar\w*|mill\w*|mrd|"
    r"milliard\w*|billion\w*|tusen|ord|words|tegn|teikn|signs|personer|people|persons|"
    r"innbyggere|innbyggjarar|inhabitants|treff|hits|rader|rows|linjer|linjer|lines|enheter|"
    r"einingar|units|besøk|visits|tonn|tons|kilo|kg|km|meter|m2|m²|kvm|kwh|mwh|timer|timar|hours|"
    r"år|years|dager|dagar|days|sider|pages|elever|elevar|pupils|barn|children|stillinger)\b)",
    re.IGNORECASE,
)
_ACCOUNT: Final = re.compile(r"(?:konto\w*|account\w*|bank\w*)\W*(?:\w+\W+){0,2}\Z", re.IGNORECASE)
_BORN: Final = re.compile(
    r"(?:f[øo]dsels\w*|person(?:nummer\w*|nr)|fnr|d-nummer|dnr|birth|identity)\W*(?:\w+\W+){0,2}\Z",
    re.IGNORECASE,
)
_REGISTERED: Final = re.compile(
    r"(?:org\w*|foretak\w*|føretak\w*|company)\W*(?:\w+\W+){0,2}\Z", re.I
)
_LAST_FIVE: Final = re.compile(
    r"(?<!\w)(?:person|fødsels)(?:nummer\w*|nr\.?)[ :]{1,2}(?:[^\W\d_]{1,30}[ :]{1,2}){0,3}"
    r"(?P<digits>\d{5})(?!\d)",
    re.IGNORECASE,
)
_PLAIN_DATE: Final = re.compile(
    r"(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19|20)\d\d)\Z"
)
_YEARS: Final = re.compile(r"(?:19|20)\d\d\D(?:19|20)\d\d\Z")
_BEFORE: Final = 40  # code points that say what a number is
_DIGIT: Final = re.compile(r"\d")


def numbers(text: str) -> tuple[Finding, ...]:
    """All such numbers of a text, in order and apart.

    A number whose check fails is "possible". A date, an amount, a case's number or a count of
    something is no telephone number, unless a word before it says so.
    """
    if _DIGIT.search(text) is None:
        return ()
    found: list[Finding] = []
    held: set[int] = set()
    for one in (*_elevens(text), *_nines(text), *_telephones(text), *_last_fives(text)):
        if held.isdisjoint(range(one.start, one.end)):
            held.update(range(one.start, one.end))
            found.append(one)
    return tuple(sorted(found, key=lambda each: each.start))


def _elevens(text: str) -> Iterator[Finding]:
    for match in _ELEVEN.finditer(text):
        before = _before(match)
        digits = _digits(match[0])
        birth = birth_number(digits)
        account: Level | None = None
        if is_account_number(digits):
            account = "certain" if match["account"] or _ACCOUNT.search(before) else "likely"
        elif match["account"] or _ACCOUNT.search(before):
            account = "possible"
        if birth in ("certain", "likely") and not match["account"]:
            yield _finding(match, "birth_number", birth)
        elif account and not _BORN.search(before):
            yield _finding(match, "account", account)
        elif birth and not match["account"]:
            yield _finding(match, "birth_number", birth)


def _last_fives(text: str) -> Iterator[Finding]:
    """The end of a birth number where a word says that it is one."""
    for match in _LAST_FIVE.finditer(text):
        start, end = match.span("digits")
        yield Finding("birth_number", match["digits"], start, end, "likely")


def _nines(text: str) -> Iterator[Finding]:
    for match in _NINE.finditer(text):
        said = match[0] != match["digits"] or _REGISTERED.search(_before(match)) is not None
        if is_organisation_number(_digits(match["digits"])):
            if said:
                yield _finding(match, "organisation_number", "certain")
            elif not _counts(match) and "." not in match[0]:
                yield _finding(match, "organisation_number", "likely")
        elif said:
            yield _finding(match, "organisation_number", "possible")


def _telephones(text: str) -> Iterator[Finding]:
    if "+" in text or "00" in text:
        for match in _ABROAD.finditer(text):
            yield _finding(match, "phone", "certain" if match[0][0] == "+" else "likely")
    for match in _EIGHT.finditer(text):
        before = _before(match)
        if match["country"] or _CALLED.search(before):
            yield _finding(match, "phone", "certain")
        elif not (match["thousands"] or _counts(match) or _is_other(match, before)):
            sure = match["number"].isdigit() or not re.search("[.-]", match["number"])
            yield _finding(match, "phone", "likely" if sure else "possible")


def _is_other(match: re.Match[str], before: str) -> bool:
    """Whether eight digits are a date, a case's number, years, or part of a row of numbers."""
    number = match["number"]
    if _PLAIN_DATE.match(number) or _OTHER_NUMBER.search(before):
        return True
    if number.isdigit():
        return False
    in_row = _DIGIT.match(before[-2:-1]) and before[-1:].isspace()
    goes_on = _DIGIT.match(match.string[match.end() + 1 : match.end() + 2])
    return bool(in_row or (goes_on and match.string[match.end()].isspace()) or _YEARS.match(number))


def _counts(match: re.Match[str]) -> bool:
    """Whether a number says how much or how many."""
    units = _UNIT_BEHIND.match(match.string, match.end())
    return units is not None or _MONEY_BEFORE.search(_before(match)) is not None


def _before(match: re.Match[str]) -> str:
    return match.string[max(0, match.start() - _BEFORE) : match.start()]


def _digits(words: str) -> str:
    return "".join(char for char in words if char.isdigit())


def _finding(match: re.Match[str], kind: Kind, level: Level) -> Finding:
    return Finding(kind, match[0], match.start(), match.end(), level)
