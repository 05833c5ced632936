"""When somebody was born and how old they are, as it is written or said."""

from __future__ import annotations

import re
from typing import Final

from qualtool.core.disclosure import Finding, Level

_MONTH: Final = (
    r"(?:jan(?:uar|uary)?|feb(?:ruar|ruary)?|mars|march|mar|apr(?:il)?|mai|may|juni|june|jun|juli|"
    r"july|jul|aug(?:ust)?|sep(?:t|tember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|"
    r"des(?:ember)?|dec(?:ember)?)\.?"
)
_DATE: Final = (
    r"\d{1,2}[./-][ ]?\d{1,2}[./-][ ]?(?:\d{4}|\d{2})|(?:19|20)\d\d-\d\d-\d\d"
    rf"|\d{{1,2}}(?:\.|st|nd|rd|th)?[ \u00a0](?:of[ ])?{_MONTH}(?:,?[ \u00a0]\d{{4}})?"
    rf"|{_MONTH}[ \u00a0]\d{{1,2}}(?:st|nd|rd|th)?,?[ \u00a0]\d{{4}}"
)
_BORN: Final = re.compile(
    r"(?<!\w)(?:(?:er|var|ble|blei|vart|was|were|am|jeg|eg|I)[ \u00a0])?"
    r"(?:født|fødd|f\.|fødsels(?:dato|dag)(?:en)?|bursdag(?:en)?|born|date of birth|birthday|"
    r"d\.?o\.?b\.?)"
    r"[ \u00a0]?(?::|er|den|på|i|is|on|in|the)?[ \u00a0]?(?:den|the)?[ \u00a0]?"
    rf"(?:(?P<date>{_DATE})|(?:{_MONTH}[ \u00a0])?(?P<year>(?:19|20)\d\d|[’']\d\d))(?![\w/-])",
    re.IGNORECASE,
)
_BORN_SOMEWHERE: Final = re.compile(
    r"(?<!\w)(?:født|fødd|born)(?P<between>[^.!?\n\d]{1,40})(?P<year>19\d\d|20\d\d)(?![\w/-])",
    re.IGNORECASE,
)
_GENERATION: Final = re.compile(
    r"\b(?:etter|før|mellom|siden|sidan|after|before|between|since|rundt|around|fra|frå|from)\b",
    re.I,
)
_AGE: Final = re.compile(
    r"(?<![\w,./-])(?:"
    r"(?P<nb>\d{2})(?:[ -]?åring(?:en|s)?|[ \u00a0]år(?:[ \u00a0](?:gammel|gamal|gamle))(?!\w))"
    r"|(?:jeg|eg|hun|han|ho)[ \u00a0](?:er|var|blir|vert|ble|blei|vart|fyller|fyllte)[ \u00a0]"
    r"(?P<said>\d{2})(?:[ \u00a0]år(?:[ \u00a0](?:gammel|gamal))?)?(?![\w%/-])(?![.,:]\d)"
    r"|(?:dame|kvinne|kvinna|mann|kar|jente|gutt|gut|person|fyr)[ \u00a0]på[ \u00a0](?P<on>\d{2})"
    r"(?:[ \u00a0]år)?(?![\w%/-])(?![.,:]\d)"
    r"|(?:alder|aldersgruppe|age)\W{1,3}(?P<aged_as>\d{2})(?:[ \u00a0]år)?(?![\w%/–-])(?![.,:]\d)"
    r"|(?P<beside>\d{2})[ \u00a0]år(?=\)|,[ \u00a0](?:er|var|og|fra|frå|som|bor|bur)\b)"
    r"|(?P<en>\d{2})(?:[ -]years?[ -]old)(?!\w)"
    r"|(?:I[’' ]a?m|turned|she[’' ]i?s|he[’' ]i?s|aged|at the age of)[ \u00a0]"
    r"(?P<aged>\d{2})(?![\w%/-])(?![.,:]\d)(?![ ](?:percent|minutes|years into))"
    r")",
    re.IGNORECASE,
)
_COUNTS: Final = re.compile(
    r"[ \u00a0](?:elever|elevar|ansatte|tilsette|stykker|stk|prosent|timer|timar|minutt\w*|km|"
    r"personer|kommuner|kommunar|people|of|av|deltaker\w*|deltakar\w*|informant\w*)(?!\w)"
)
_YOUNGEST, _OLDEST = 10, 99
_DIGIT: Final = re.compile(r"\d")


def ages(text: str) -> tuple[Finding, ...]:
    """Dates of birth and ages, in order; a year or an age alone is only "possible"."""
    if _DIGIT.search(text) is None:
        return ()
    found: list[Finding] = []
    for match in _BORN.finditer(text):
        level: Level = "certain" if match["date"] else "possible"
        found.append(Finding("birth_date", match[0], *match.span(), level))
    held = {at for each in found for at in range(each.start, each.end)}
    found += (
        Finding("birth_date", match[0], *match.span(), "possible")
        for match in _BORN_SOMEWHERE.finditer(text)
        if match.start() not in held and not _GENERATION.search(match["between"])
    )
    held = {at for each in found for at in range(each.start, each.end)}
    for match in _AGE.finditer(text):
        years = int(next(each for each in match.groups() if each))
        counted = _COUNTS.match(text, match.end())
        if _YOUNGEST <= years <= _OLDEST and match.start() not in held and not counted:
            found.append(Finding("age", match[0], *match.span(), "possible"))
    return tuple(sorted(found, key=lambda each: each.start))
