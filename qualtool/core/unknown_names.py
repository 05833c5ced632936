"""People's names that a project does not know, by the commonest first names."""

from __future__ import annotations

import re
from typing import Final

from qualtool.core.capital_names import surname_end
from qualtool.core.disclosure import Finding, Level
from qualtool.core.double_meanings import PLAIN, SMALL
from qualtool.core.known_words import TOKEN, folded
from qualtool.core.person_words import is_first_name, words_of_name
from qualtool.core.sentence_edges import is_cited

_SURNAME: Final = re.compile(
    r"(?:[ \u00a0](?:[A-ZÆØÅ]\.|[A-ZÆØÅ][a-zæøåé’'-]*[a-zæøåé])){1,2}(?![\w@])"
)


def unknown_names(text: str) -> tuple[Finding, ...]:
    """First names with a capital, with the surname behind them, in order and apart.

    Words that are as often something else ("Per", "Even") count only with a surname; what stands
    in a reference to literature does not. All are only "possible" but where a surname follows;
    one in capitals may be any word.
    """
    found: list[Finding] = []
    behind = 0
    for match in TOKEN.finditer(text):
        name = match[0]
        if match.start() < behind or not name[0].isupper() or not is_first_name(name):
            continue
        word = folded(name)
        surname = _SURNAME.match(text, match.end()) if not word.endswith("s") else None
        if surname is not None and not words_of_name(surname[0]):
            surname = None
        double = not {word, word.removesuffix("s")}.isdisjoint(SMALL | PLAIN)
        end = surname.end() if surname is not None else surname_end(text, match)
        if (double and surname is None) or is_cited(text, end):
            continue
        level: Level = "likely" if surname is not None else "possible"
        found.append(Finding("name", text[match.start() : end], match.start(), end, level))
        behind = end
    return tuple(found)
