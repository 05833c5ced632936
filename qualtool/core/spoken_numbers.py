"""Telephone numbers that are said in words: "ni en to, tre fire fem, seks sju"."""

from __future__ import annotations

import re
from typing import Final

from qualtool.core.disclosure import Finding
from qualtool.core.known_words import TOKEN, folded

_UNITS: Final = {
    word: str(number)
    for number, words in enumerate(
        ("null zero oh", "en ein én eitt ett one", "to two", "tre three", "fire four", "fem five",
         "seks six", "sju syv seven", "åtte eight", "ni nine")
    )
    for word in words.split()
}  # fmt: skip
_TEENS: Final = {
    word: str(number)
    for number, words in enumerate(
        ("ti ten", "elleve eleven", "tolv twelve", "tretten thirteen", "fjorten fourteen",
         "femten fifteen", "seksten sixteen", "sytten seventeen", "atten eighteen",
         "nitten nineteen"), 10,
    )
    for word in words.split()
}  # fmt: skip
_TENS: Final = {
    word: number
    for number, words in enumerate(
        ("tjue twenty", "tretti thirty", "førti forty", "femti fifty", "seksti sixty",
         "sytti seventy", "åtti eighty", "nitti ninety"), 2,
    )
    for word in words.split()
}  # fmt: skip
_FIGURES: Final = {
    **_UNITS,
    **_TEENS,
    **{ten: f"{number}0" for ten, number in _TENS.items()},
    **{
        f"{ten}{unit}": f"{number}{digit}"
        for ten, number in _TENS.items()
        for unit, digit in _UNITS.items()
        if digit != "0"
    },
}
FIGURES: Final = frozenset(_FIGURES)
FEWEST: Final = 3  # different figures in a text, below which none is looked for
_BETWEEN: Final = re.compile(r"[ \u00a0,.–-]{1,3}")
_DIGITS: Final = 8


def spoken_numbers(text: str) -> tuple[Finding, ...]:
    """Rows of figures in words that make eight digits beginning with 2–9; all are "likely".

    A row that counts ("to tre fire fem …") is none.
    """
    found: list[Finding] = []
    row: list[re.Match[str]] = []
    for match in TOKEN.finditer(text):
        if folded(match[0]) not in _FIGURES:
            found += _number(text, row)
            row = []
            continue
        if row and not _BETWEEN.fullmatch(text[row[-1].end() : match.start()]):
            found += _number(text, row)
            row = []
        row.append(match)
    return (*found, *_number(text, row))


def _number(text: str, row: list[re.Match[str]]) -> list[Finding]:
    figures = [_FIGURES[folded(match[0])] for match in row]
    digits = "".join(figures)
    values = list(map(int, figures))
    counts = values == list(range(values[0], values[0] + len(values))) if values else False
    if len(digits) != _DIGITS or digits[0] in "01" or counts:
        return []
    start, end = row[0].start(), row[-1].end()
    return [Finding("phone", text[start:end], start, end, "likely")]
