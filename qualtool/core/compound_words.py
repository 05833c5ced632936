"""What a name can be joined with in Norwegian: "Eidskogkommunen", "Nordvikordføreren"."""

from __future__ import annotations

from typing import Final

# How the second part may begin, with or without an -s- between.
HEADS: Final = tuple(
    "kommun fylke ordfør rådmann rådgiv rådgj skol skul kontor sak bygd folk modell sjukehus "
    "sykehus sjukeheim sykehjem lege lækjar leder leiar leiing ledels sjef sent region ungdom "
    "elev lær klass mann menn dame kvinn gjeng famil heim hjem hus gård gard hatt tilsett ansatt "
    "tjenest tenest team prosjekt møt bank lag fjord vei veg gat avis blad post kirk kyrk innbygg "
    "bebo bebuar barnehag bedrift fabrikk verk butikk hotell kollega kolleg veteran patrio "
    "entusias måt metod stil ting greie utgav variant gruppe miljø nettverk bas bo væring bukt "
    "dialekt mål prest politi lensmann marked marknad dag festival løp cup hall stasjon tog "
    "system ordning regl vedtak penge pengar støtt tiltak kurs delen jobb stilling veiled rettlei "
    "konsulent bruker brukar historie".split()
)
# What a place's people and things are called by.
ENDINGS: Final = tuple(
    "ing ingen inger ingar ingane ingene ingers sk ske væring væringen bu buen buar bue ianer "
    "ianar".split()
)
# Of an organisation known by its letters, and of any noun: "NAVet", "rektoren"
INFLECTIONS: Final = ("en", "et", "a", "er", "ar", "ene", "ane", "n", "r", "ens", "ets", "e", "s")
DEFINITE: Final = ("en", "et", "a", "ens", "ets", "as")
