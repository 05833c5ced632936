"""Which language a text is most likely in: bokmål, nynorsk, English or another."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

_WORD: Final = re.compile(r"[^\W\d_]+")


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


_SHARED: Final = _listed(
    "og i er det som på til av for med at har var vi de så man om men kan han hun du"
)
_NB: Final = _listed(
    "jeg ikke en et fra noe noen hvordan hva hvor hvorfor hvem hvis mye være blir ble også "
    "hver hun dere deres mer når bare nå hadde skulle gjøre selv eller egen vet sier kommer"
)
_NN: Final = _listed(
    "eg ikkje ein ei eit frå noko nokon nokre korleis kva kor kvifor kven viss mykje vere vart "
    "vert òg kvar ho dykk deira meir berre no skulle gjere sjølv eigen veit seier kjem då"
)
_EN: Final = _listed(
    "the and of to in is that it was for we you they not with are have this but what so on be as "
    "at do from or an i"
)
# Small words that no Norwegian has, of the languages that share most of the others with it.
_NEIGHBOURS: Final = _listed(
    "och inte jag ett är också varför vad från mycket säger någon några när "  # Swedish
    "af mig dig sig hvad meget nogle blev vores jeres efter uden"  # Danish
)
_READ: Final = 20_000  # code points: more than enough to tell
_FOREIGN: Final = 0.03  # share of a neighbour's words that no quotation explains
_LEAST: Final = 0.18  # share of words that must be known function words


def guess(text: str, *, otherwise: str = "nb") -> str:
    """`nb`, `nn`, `en` or `other` by the commonest small words; `otherwise` for hardly any text."""
    counts = Counter(_WORD.findall(text[:_READ].casefold()))
    total = counts.total()
    if total < 5:
        return otherwise

    def share(words: frozenset[str]) -> float:
        return sum(counts[word] for word in words) / total

    norwegian, bokmal, nynorsk, english = map(share, (_SHARED, _NB, _NN, _EN))
    if english > norwegian + max(bokmal, nynorsk) and english > _LEAST:
        return "en"
    if norwegian + bokmal + nynorsk <= _LEAST or share(_NEIGHBOURS) > _FOREIGN:
        return "other"
    if bokmal == nynorsk:
        return otherwise if otherwise in ("nb", "nn") else "nb"
    return "nb" if bokmal > nynorsk else "nn"
