"""What an attribute is about, told from what it is called: a workplace, a place, a job, a gender.

Names in bokmål, nynorsk and English are known.
"""

from __future__ import annotations

import re
from typing import Final, Literal, TypeAlias

from qualtool.core.names import folded

Meaning: TypeAlias = Literal["gender", "workplace", "place", "job", "name", "attribute"]

# The first that fits is meant: a "school of residence" is a workplace more than a place.
_PATTERNS: Final[dict[Meaning, str]] = {
    "gender": r"\bkjønn|\bgender\b|\bsex\b",
    "name": r"\b(?:namn|navn|name|alias|kallenavn|kallenamn|etternavn|fornavn)\b",
    "workplace": (
        r"arbeid?s(?:sted|stad|plass|gi[vj]er|gjevar)|virksomhet|verksemd|bedrift|organisasjon|"
        r"sektor|\betat|kontor|\bsk[ou]le|barnehage|avdeling|eining|enhet|workplace|employer|"
        r"organi[sz]ation|\bschool|\boffice|\bsector|department|company"
    ),
    "job": (
        r"\brolle|\bstilling|tittel|\byrke|\bfunksjon|\bprofesjon|utdanning|\brole|\bjob|"
        r"position|\btitle|profession|occupation"
    ),
    "place": (
        r"\bsted|\bstad|bosted|bustad|hjemsted|heimstad|kommune|fylke|\bby\b|bydel|region|"
        r"distrikt|adresse|oppvekst|\bplace|municipality|\btown|\bcity|county|district|address"
    ),
}
_SIGNS: Final = {each: re.compile(pattern) for each, pattern in _PATTERNS.items()}
# "Years in the position" is no position.
_AMOUNT: Final = re.compile(r"^(?:år|antall|tal på|tid|years?|number|time|months?|måneder)\b")


def meaning(name: str) -> Meaning:
    """What the attribute of this name is about; "attribute" where its name does not tell."""
    plain = folded(name)
    if _AMOUNT.search(plain):
        return "attribute"
    return next((each for each, sign in _SIGNS.items() if sign.search(plain)), "attribute")
