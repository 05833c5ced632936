"""Words for kinds of workplaces, which with a place's name are one workplace."""

from __future__ import annotations

from typing import Final

ENDINGS: Final = (
    "skole", "skolen", "skule", "skulen", "kommune", "kommunen", "kommunes", "sykehus", "sykehuset",
    "sjukehus", "sjukehuset", "legekontor", "legekontoret", "legesenter", "legesenteret",
    "barnehage", "barnehagen", "barnehagar", "sykehjem", "sykehjemmet", "sjukeheim", "sjukeheimen",
    "fylke", "fylkeskommune", "fylkeskommunen", "universitet", "universitetet", "høgskole",
    "høgskule", "høyskole", "bibliotek", "biblioteket", "museum", "museet", "politistasjon",
    "lensmannskontor", "helsestasjon", "helsestasjonen", "bydel", "helsehus", "omsorgssenter",
    "omsorgssenteret", "bokollektiv", "kulturskole", "kulturskule", "menighet", "kirke", "kyrkje",
    "tingrett", "fengsel", "klinikk", "klinikken", "apotek", "sogn", "sokn", "prestegjeld",
    "servicekontor", "kontoret", "ungdomshus", "frivilligsentral", "folkehøgskole",
    "folkehøgskule", "verksted", "trygdekontor", "barnevern", "barnevernet", "barnevernteneste",
)  # fmt: skip
ENGLISH: Final = frozenset(
    "school hospital municipality university college library church nursery kindergarten council "
    "clinic academy museum prison office centre center surgery practice".split()
)
LEGAL: Final = frozenset("AS ASA BA SA ANS DA KF IKS HF".split())
# Between a place and its institution: "Nordvik videregående skole", "Eidskog Primary School"
BETWEEN: Final = frozenset(
    "videregående vidaregåande barne- ungdoms- kommunale private offentlige primary secondary high "
    "upper lower city town county public".split()
)


def is_institution(word: str) -> bool:
    """Whether a word, folded, is for a kind of workplace: "skole", "barneskolen", "hospital"."""
    bare = word[:-1] if word.endswith("s") and len(word) > 4 else word
    return bare in ENGLISH or bare.endswith(ENDINGS) or word.endswith(ENDINGS)
