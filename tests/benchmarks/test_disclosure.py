"""How much of what gives people away is found in prose and quotations, and how much else is told.

Hundreds of things are planted in sentences in three languages, each with its truth; beside them
stands clean text full of dates, amounts, paragraphs and names that are words.
"""

from __future__ import annotations

import csv
import random
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from importlib import resources
from itertools import product

from pytest_benchmark.fixture import BenchmarkFixture

from qualtool import plugins
from qualtool.core.disclosure import Finding, KnownWord
from qualtool.core.disclosure_search import search
from qualtool.core.gender_pronouns import pronouns
from qualtool.core.known_words import Known

_PEOPLE = (
    "Kari Nordmann", "Even Strandvold", "Hans Mosætre", "Bo Lindqvist", "André Sæbøvik",
    "Torunn Haukenes", "May Britt Øverjordet", "Stein Fjellanger", "Mari Løvdalsmo",
    "Per Dagestad", "Bjørn Åsgardstein", "Else Kvernmoen", "Ragnvald Tysseland", "Åse Grindheimen",
    "Siw Ødegaardsli", "Joakim van der Velde", "Anne-Guri Skogstadmo", "Vår Rindalshaug",
    "Will Thackerby", "Grace Oldenshaw", "Mohammed Al-Rashidi", "Oddny Vestrheimen",
)  # fmt: skip
_PLACES = ("Eidskogen", "Nordviksund", "Sandbergvåg", "Fjellhamar", "Ytre Tinnfjord", "Ørebygda")
_WORKPLACES = (
    "NAV Eidskogen", "Nordviksund skole", "Fjellhamar kommune", "Sandbergvåg sykehjem",
    "Ørebygda barnehage", "Tinnfjord Mekaniske AS",
)  # fmt: skip
KNOWN = Known(
    (
        *(KnownWord(name, "name", f"P{n}") for n, name in enumerate(_PEOPLE, 1)),
        *(KnownWord(name, "place", "Place") for name in _PLACES),
        *(KnownWord(name, "workplace", f"P{n}") for n, name in enumerate(_WORKPLACES, 1)),
        KnownWord("tolkeansvarlig", "attribute", "P3"),
    ),
    ("Kari Fjellrev", "Informant 3", "prosjekt@nordlys.example"),
)


@dataclass(frozen=True)
class Planted:
    """A text with something in it at a place, what kind it is, and how it is written."""

    text: str
    start: int
    end: int
    kinds: frozenset[str]
    form: str


_CARRIERS = (
    "Da vi snakket sammen, nevnte hun {} flere ganger.",
    "Jeg tror det var {}, men jeg er ikke sikker.",
    "«Det har vi alltid hatt her, sammen med {}», sa en av dem.",
    "Informant 3 viste til {} og la til at det tar tid.",
    "Eg hugsar godt at det var {} som vart nemnt først.",
    "Ho sa det same om {}, og så vart det stilt.",
    "When we spoke about {}, nobody answered at first.",
    "“It was {} all along,” one of them said.",
    "(se også {})",
    "Til slutt: {}",
)


class Planting:
    """Makes things that give people away, and plants them."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def all(self) -> list[Planted]:
        """Everything, in an order of its own."""
        made = [
            self._planted(words, kinds, form)
            for kinds, form, words in (
                *self._names(), *self._places(), *self._numbers(), *self._contacts(), *self._jobs()
            )
        ]  # fmt: skip
        made += self._at_the_start()
        return made

    def _planted(self, words: str, kinds: str, form: str) -> Planted:
        carrier = self.chance.choice(_CARRIERS)
        start = carrier.index("{}")
        text = carrier.replace("{}", words)
        said = words.removesuffix(" sin")
        return Planted(text, start, start + len(said), frozenset(kinds.split()), form)

    def _at_the_start(self) -> Iterator[Planted]:
        verbs = ["sier at det går", "fortalte om det", "meiner noko anna", "said it was fine"]
        for name in _PEOPLE:
            first = name.split()[0]
            for words in (first, name, name.split()[-1]):
                yield Planted(
                    f"Slik er det. {words} {self.chance.choice(verbs)}.", 13, 13 + len(words),
                    frozenset({"name"}), "name begins a sentence",
                )  # fmt: skip

    def _names(self) -> Iterator[tuple[str, str, str]]:
        plain = str.maketrans({"ø": "o", "å": "aa", "æ": "ae", "Ø": "O", "Å": "Aa", "é": "e"})
        for name in _PEOPLE:
            parts = name.split()
            first, last = parts[0], parts[-1]
            forms = {
                "whole name": name,
                "first name": first,
                "surname": last,
                "genitive": first + ("’" if first[-1] in "sxz" else "s"),
                "English genitive": f"{first}’s",
                "surname's genitive": f"{last}s",
                "name sin": f"{first} sin",
                "capitals": name.upper(),
                "turned": f"{last}, {first}",
                "small letters": name.lower(),
                "initials": f"{first[0]}.{last[0]}.".upper(),
                "initial and surname": f"{first[0]}. {last}",
                "no-break space": name.replace(" ", "\u00a0"),
                "soft hyphen": f"{first} {last[:3]}\u00ad{last[3:]}",
                "hyphenated at line end": f"{first} {last[:4]}-\n{last[4:]}",
                "line break": name.replace(" ", "\n"),
                "without Norwegian letters": name.translate(plain),
                "hyphened compound": f"{last}-saken",
                "as an address": f"{first}.{last}".lower(),
                "letter doubled": last[:3] + last[2] + last[3:],
                "letter missing": last[:4] + last[5:],
                "letters turned": last[:3] + last[4] + last[3] + last[5:],
                "letter wrong": last[:4] + ("o" if last[4] != "o" else "u") + last[5:],
                "with a middle name": f"{first} Marie {last}",
                "composed otherwise": name.replace("ø", "ø").replace("å", "a\u030a"),
            }
            for form, words in forms.items():
                if form.startswith("letter") and (len(last) < 7 or "-" in last):
                    continue
                yield "name", form, words

    def _places(self) -> Iterator[tuple[str, str, str]]:
        for place in _PLACES:
            name = place.split()[-1]
            yield "place workplace", "place", place
            yield "place workplace", "place's genitive", f"{place}s"
            yield "place workplace", "place in capitals", place.upper()
            yield "place workplace", "place in small letters", place.lower()
            for head in ("kontoret", "saken", "folk", "modellen", "gjengen", "avdelinga"):
                yield "place workplace", "place, hyphened", f"{name}-{head}"
            for head in ("kommunen", "kontoret", "ordføreren", "skolen", "bygda", "modellen"):
                yield "place workplace", "place, compound", f"{name}{head}"
            yield "place workplace", "place, small compound", f"{name.lower()}skolen"
        for name in ("Nordviksund", "Fjellhamar", "Sandbergvåg"):
            for ending in ("ing", "inger", "ingane", "sk"):
                yield "place workplace", "people of a place", name + ending
        for work in _WORKPLACES:
            yield "workplace", "workplace", work
            yield "workplace", "workplace's genitive", f"{work}s"
            yield "workplace", "workplace in small letters", work.lower()
            yield "workplace", "workplace over two lines", work.replace(" ", "\n", 1)
        for hat in (
            "NAV-hatten min",
            "NAV sin måte",
            "NAVs folk",
            "Nav",
            "nav-kontoret",
            "NAV-folka",
        ):
            yield "workplace", "NAV", hat.split(" ")[0]
        for called in ("Sandbergvåg", "Ørebygda", "Tinnfjord", "Nordviksund-skulen"):
            yield "place workplace", "workplace as it is called", called
        for title in ("tolkeansvarlig", "Tolkeansvarlig", "tolkeansvarlige"):
            yield "attribute", "attribute", title

    def _numbers(self) -> Iterator[tuple[str, str, str]]:
        groupings = ("########", "### ## ###", "## ## ## ##", "#### ####", "## ## ####",
                     "### ### ##", "##.##.##.##", "###-##-###", "# # # # # # # #")  # fmt: skip
        for grouping, country in product(groupings, ("", "+47 ", "0047 ", "+47", "tlf. ", "mob: ")):
            digits = iter(self.chance.choice("4923567") + self._digits(7))
            if grouping == "########":
                digits = iter("9" + self._digits(7, "3456789"))
            number = "".join(next(digits) if char == "#" else char for char in grouping)
            yield "phone", f"phone {grouping}", country + number
        figures = "null en to tre fire fem seks sju åtte ni".split()
        for _ in range(8):
            said = self.chance.choice("94") + self._digits(7)
            yield "phone", "phone in words", " ".join(figures[int(each)] for each in said)
        yield "phone", "phone in words", "nittien tjuetre, førtifem sekstisju"
        for abroad in ("+46 70 123 45 67", "+44 20 7946 0958", "+4791234567"):
            yield "phone", "phone abroad", abroad
        for form, _again, between in product(
            ("right", "D-number", "made-up", "H-number", "from 2032", "wrong"),
            range(4),
            ("", " ", "-"),
        ):
            number = self._birth(form)
            words = number[:6] + between + number[6:]
            kinds = "birth_number" if between or form != "wrong" else "birth_number account"
            yield kinds, f"birth number, {form}", words
        for grouping in ("####.##.#####", "#### ## #####", "kontonr. ###########"):
            for _ in range(6):
                whole = self._weighted(self.chance.choice("123456789") + self._digits(9),
                                       (5, 4, 3, 2, 7, 6, 5, 4, 3, 2))  # fmt: skip
                digits = iter(whole)
                number = "".join(next(digits) if char == "#" else char for char in grouping)
                yield "account birth_number", f"account {grouping}", number
        for grouping in ("org.nr. ### ### ###", "#########", "NO ######### MVA", "### ### ###"):
            for _ in range(6):
                whole = self._weighted(
                    self.chance.choice("89") + self._digits(7), (3, 2, 7, 6, 5, 4, 3, 2)
                )
                digits = iter(whole)
                number = "".join(next(digits) if char == "#" else char for char in grouping)
                yield "organisation_number", f"organisation {grouping}", number

    def _contacts(self) -> Iterator[tuple[str, str, str]]:
        for name, host in product(
            ("kari.n", "post", "åse-g", "m_lo77"), ("fjell.example", "skole.no")
        ):
            yield "email", "e-mail", f"{name}@{host}"
            yield "email", "e-mail in brackets", f"{name} (at) {host}"
            yield "email", "e-mail said", f"{name} krøllalfa {host.replace('.', ' punkt ')}"
            yield "email", "e-mail said in English", f"{name} at {host.replace('.', ' dot ')}"
        yield "email", "e-mail said", "kari punkt nordli krøllalfa"
        stems = ("Stor", "Kirke", "Nedre Mølle", "Solhaug", "Ola Dybvads ", "Gamle Sag", "Bjørke")
        ends = ("gata", "gaten", "gate", "veien", "vegen", "vei", "allé", "bakken", "stien",
                "svingen", "tunet", "plass", "terrasse", "løkka", "kroken")  # fmt: skip
        for stem, end in product(stems, ends):
            number = f"{self.chance.randint(1, 240)}{self.chance.choice(['', '', 'A', ' b'])}"
            street = f"{stem}{end} {number}"
            if stem.endswith(" ") and end not in ("gate", "vei", "allé", "plass", "terrasse"):
                continue
            yield "address", f"address -{end}", street
        for end in ("gata", "veien", "vegen"):
            yield "address", "address in small letters", f"mølle{end} 12"
            yield "address", "street alone", f"Mølle{end}"
        for box in ("Postboks 123", "postboks 12, 2450 Fjellhamar", "Pb. 7", "P.O. Box 44"):
            yield "address", "box", box
        for whole in ("Sagveien 3, 2450 Rosvik", "Sagveien 3\n2450 ROSVIK", "14 Mill Lane"):
            yield "address", "address with a town", whole
        for plate in (
            "EL 12345",
            "AB12345",
            "DN 40 213".replace("40 ", "40"),
            "KH 98765",
            "KH 98 765",
        ):
            yield "plate", "plate", plate
        for link in ("https://www.rosvik-skule.no/om-oss", "www.rosvik.no", "facebook.com/kari.n",
                     "instagram.com/kari_n", "@kari_nordli", "rosvik-barnehage.no",
                     "snap: kari99"):  # fmt: skip
            yield "link", "link", link
        for said in ("født 3.5.1971", "født den 3. mai 1971", "fødd 03.05.71", "f. 1971",
                     "født i 1968", "born on 3 May 1971", "born in 1971",
                     "date of birth: 1971-05-03", "fødselsdato 3.5.1971", "DOB 03/05/1971",
                     "født på sykehuset i 1971"):  # fmt: skip
            yield "birth_date", "birth date", said
        for said in ("en 47-åring", "47 år gammel", "a 52-year-old", "jeg er 47 år", "eg er 47",
                     "en dame på 56 år", "turned 47", "alder: 47"):  # fmt: skip
            yield "age", "age", said

    def _jobs(self) -> Iterator[tuple[str, str, str]]:
        places = ("Nordviksund skole", "NAV Eidskogen", "Fjellhamar kommune", "NAV Rosvik",
                  "Rosvik ungdomsskole", "Rosvik kommune", "Rosvik sjukeheim",
                  "Universitetet i Rosvik")  # fmt: skip
        titles = ("rektor", "ordføreren", "kommuneoverlege", "avdelingslederen", "sosiallærar",
                  "helsesjukepleiaren", "en rådgiver", "ein saksbehandlar", "fastlegen",
                  "prosjektleder", "dagleg leiar", "enhetsleder", "barnevernspedagog",
                  "logopeden")  # fmt: skip
        for title, place in product(titles, places):
            word = self.chance.choice(["ved", "i", "på", "for", "hos"])
            yield "job", "job and workplace", f"{title} {word} {place}"
        for title in ("rektor", "ordfører", "leiar", "enhetsleder"):
            yield "job", "workplace's job", f"Rosvik skoles {title}"
            yield "job", "place and job", f"Rosvik-{title}en"
            yield "job", "job and unknown place", f"{title} i Rosvik"
        for title in ("principal", "head teacher", "manager", "school nurse", "adviser"):
            yield "job", "job and workplace in English", f"the {title} at Rosvik Primary School"
            yield "job", "job and workplace in English", f"a {title} in NAV Eidskogen"
        yield "job", "job elsewhere in the sentence", "at Fjellhamar bare har én kommuneoverlege"

    def _digits(self, count: int, among: str = "0123456789") -> str:
        return "".join(self.chance.choice(among) for _ in range(count))

    def _weighted(self, digits: str, weights: tuple[int, ...]) -> str:
        while True:
            check = -sum(int(d) * w for d, w in zip(digits, weights, strict=True)) % 11
            if check < 10:
                return f"{digits}{check}"
            digits = digits[0] + self._digits(len(digits) - 1)

    def _birth(self, form: str) -> str:
        added = {"D-number": (4, 0), "made-up": (0, 8), "H-number": (0, 4)}.get(form, (0, 0))
        while True:
            day, month = self.chance.randint(1, 28), self.chance.randint(1, 12)
            nine = f"{day:02d}{month:02d}{self._digits(5)}"
            nine = f"{int(nine[0]) + added[0]}{nine[1]}{int(nine[2]) + added[1]}{nine[3:]}"
            weights = (3, 7, 6, 1, 8, 9, 4, 5, 2)
            rest = self.chance.randint(1, 3) if form == "from 2032" else 0
            first = (rest - sum(int(d) * w for d, w in zip(nine, weights, strict=True))) % 11
            if first == 10:
                continue
            ten = f"{nine}{first}"
            second = -sum(
                int(d) * w for d, w in zip(ten, (5, 4, 3, 2, 7, 6, 5, 4, 3, 2), strict=True)
            ) % 11  # fmt: skip
            if second == 10:
                continue
            return f"{ten}{(second + (form == 'wrong')) % 10}"


_CLEAN = (
    # dates, times, years
    "Intervjuene ble gjort mellom 12.03.2024 og 20.04.2024, fra kl. 09.15 til 10.45.",
    "Opptaket 20240312_0915 er på 00:47:32 og filen heter intervju_03_20240312.",
    "I perioden 2019–2024 ble ordningen endret tre ganger, sist 1. januar 2023.",
    "Intervjua vart gjorde 14. mars 2024, og det siste 2. april same år.",
    "The interviews took place between 12 March and 20 April 2024, at 9.30 or 13.00.",
    "Fra 2021 til 2022 økte andelen fra 23,5 til 45,7 prosent (n = 1 234).",
    # amounts and counts
    "Kommunen fikk 45 000 000 kroner i 2023, mot 38 500 000 kroner året før.",
    "Budsjettet var på kr 23 456 789, og prosjektet fekk 2 500 000 kroner av dei.",
    "The grant was NOK 24 000 000 over four years, or USD 2,400,000.",
    "Av 12 345 678 ord i materialet var 98 765 432 tegn med mellomrom.",
    "Det var 23 456 innbyggere, 1 200 elever og 450 ansatte i utvalget.",
    "Korpuset har 34567890 ord og 25 000 000 treff i 20 30 40 50 dokumenter.",
    # laws, cases, references to documents
    "Etter opplæringslova § 11-2 og forvaltningsloven § 17 skal saken være utredet.",
    "Saken har saksnummer 2023/45678 og 24/12345678 i arkivet; se sak 2024/23456789.",
    "Prosjektet er meldt til Sikt med referansenummer 456789 og prosjektnr. 23456789.",
    "Jf. Meld. St. 15 (2017–2018), NOU 2019: 23 og rundskriv Q-16/2020.",
    "ISBN 978-82-15-04567-8 og ISSN 1234-5678, doi: 10.1177/1234567890123456.",
    "Les meir på https://doi.org/10.1080/00313831.2020.1234567 og https://lovdata.no/lov/2005-06-17.",
    "Hentet 3. mai 2024 fra https://www.tidsskrift.example/artikkel/12345678.",
    "Standarden ISO 27001 og NS 8405 ble brukt, og GDPR artikkel 6 nr. 1.",
    # literature
    "Dette er i tråd med Braun og Clarke (2006, s. 87) og Lipsky (2010).",
    "Tidligere forskning (Bauman, 2001; Vabø & Hagen, 2018) viser det samme.",
    "As Smith and Jones (2019) argue, this is rarely the case (Brown et al., 2015, p. 12).",
    "Kvale, S. & Brinkmann, S. (2015). Det kvalitative forskningsintervju. Gyldendal.",
    "Goffman, E. (1959). The presentation of self in everyday life. Anchor Books.",
    # words that are names, where sentences begin and inside them
    "Even though it is hard, we may try. Even so, it may be worth it.",
    "Will it last? May we ask? Else we would not know. Grace is a word for mercy.",
    "Per i dag er det ingen ordning. Per definisjon er samarbeid frivillig.",
    "Vår rolle er uklar. Vår viktigste oppgave er å lytte. Hans rolle var en annen.",
    "Bo og arbeide her, det vil de. Jeg vil bo her. Vi må bo der vi er.",
    "Even when it rains. The group was even and may be graceful, she will say.",
    "De har en stein i skoen, en bjørn i skogen og liv i leiren hver dag.",
    "Hans arbeid ble lagt merke til. Hans egne ord var andre. Andre mente det motsatte.",
    "Andre informanter sier det samme. Andre ganger er det stille. De andre er enige.",
    "Strandvollen ligger fint til. Nordmenn er opptatt av det, og en nordmann også.",
    "Det norske samfunnet er formet av det. En norsk modell er ikke noe vi eksporterer.",
    # jobs and institutions without a place
    "En rektor ved en liten skole og en lege i en stor kommune sa det samme.",
    "Lederen i prosjektet og saksbehandleren på kontoret hadde ulike syn.",
    "Lærerne i kommunen var enige, mens rådgiveren ved videregående var uenig.",
    "Ein leiar i kommunen seier at dei tilsette ikkje har tid.",
    "A teacher at a primary school and a manager in the municipality disagreed.",
    "Flere informanter er ledere i offentlig sektor, i Norge og i Norden ellers.",
    "Hun leder møtene, han styrer tiden, og vi lærer av det. Det medfører ekstra arbeid.",
    "Informant 3 er avdelingsleder. Informant 7 er lærer. Prosjektleder var til stede.",
    "Dette er en kontakt vi har hatt lenge, og vi forsker på det i Europa.",
    # methods
    "Analysen fulgte seks faser. I fase 2 ble 412 utsagn kodet med 48 koder.",
    "Tabell 3 viser 12 temaer, figur 4 viser 3 av dem, og vedlegg 2 har resten.",
    "Kappa var 0,78 (95 % KI 0,71–0,85), χ² = 12,34, df = 4, p < 0,001.",
    "The themes were named in step 5, and 23 of 48 codes were merged (see Table 2).",
    "Eg las intervjua om att tre gonger, og skreiv 112 notat på 38 sider.",
    "Koordinatene 59.91273, 10.74609 ble fjernet, og IP-adressen 192.168.10.12 også.",
    "Versjon 3.12.4 av programmet ble brukt på 8 av 12 maskiner, 16 GB minne.",
    "Skalaen gikk fra 1 til 5: 1 2 3 4 5. Svarene var 23 34 45 12 8 i antall.",
    "Reglane frå 2005 gjeld framleis. Dei vart endra i 2011, 2014 og 2020.",
    "Det tok 30 år, 47 møter og 12 kilometer vei. Bygningen er 40 år og veien 3 mil.",
    "«Vi er 47 ansatte», sa informanten. «Jeg er 100 prosent sikker.»",
    "Kari Fjellrev er et pseudonym. Kari Fjellrevs historie er satt sammen.",
    "Spørsmål kan rettes til prosjekt@nordlys.example i prosjektperioden.",
)


def _clean() -> list[str]:
    """The sample study's texts, and the sentences above."""
    folder = resources.files("resources") / "sample"
    texts = [
        plugins.read(each.read_bytes(), each.name).text
        for part in ("interviews", "notes")
        for each in sorted((folder / part).iterdir(), key=lambda path: path.name)
    ]
    for name in ("memos.csv", "codebook.csv"):
        rows = csv.reader((folder / name).read_text(encoding="utf-8").splitlines())
        texts += [" ".join(row) for row in rows]
    return [*texts, *_CLEAN, " ".join(_CLEAN), "\n".join(_CLEAN)]


def _is_found(planted: Planted, found: tuple[Finding, ...]) -> bool:
    """Whether a finding of the right kind covers what was planted, but for a word beside it."""
    planted_words = planted.text[planted.start : planted.end]
    size = len("".join(planted_words.split()))
    return any(
        each.kind in planted.kinds
        and sum(planted.start <= at < planted.end for at in range(each.start, each.end)) * 2 > size
        for each in found
    )


def test_what_is_planted_and_what_is_clean(benchmark: BenchmarkFixture) -> None:
    planted = Planting(6).all()
    clean = _clean()
    words = sum(len(text.split()) for text in clean)
    look: Callable[[], list[tuple[Finding, ...]]] = lambda: [  # noqa: E731
        search(each.text, KNOWN) for each in planted
    ]
    found = benchmark.pedantic(look, rounds=2)  # type: ignore[no-untyped-call]
    missed = [
        each for each, those in zip(planted, found, strict=True) if not _is_found(each, those)
    ]
    forms = Counter(each.form for each in planted)
    print(f"\nplanted {len(planted)} things in {len(forms)} forms, missed {len(missed)}")
    for each in missed:
        print(f"  {each.form}: {each.text!r}")
    told = [(finding, text) for text in clean for finding in search(text, KNOWN)]
    # The sample study speaks of NAV, which one of the participants works at.
    alarms = [(finding, text) for finding, text in told if "NAV" not in finding.words]
    print(f"clean: NAV is rightly told {len(told) - len(alarms)} times")
    levels = Counter(finding.level for finding, _text in alarms)
    kinds = Counter(finding.kind for finding, _text in alarms)
    print(f"clean: {words} words, false alarms per 1,000 words {1000 * len(alarms) / words:.2f}")
    print(f"  by level {dict(levels)}, by kind {dict(kinds)}")
    for finding, text in alarms:
        around = text[max(0, finding.start - 30) : finding.end + 30].replace("\n", "/")
        print(f"  {finding.kind} {finding.level}: {finding.words!r} in {around!r}")
    assert missed == []
    assert 1000 * len(alarms) / words < 2


def test_ten_thousand_excerpts_and_a_draft(benchmark: BenchmarkFixture) -> None:
    chance = random.Random(8)
    spoken = " ".join(_clean()).split()
    excerpts = []
    for _ in range(10_000):
        at, length = chance.randrange(len(spoken) - 80), chance.randint(15, 80)
        excerpts.append(" ".join(spoken[at : at + length]))
    draft = " ".join(spoken[n % len(spoken)] for n in range(40_000))
    begun = time.process_time()
    benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: [search(text, KNOWN) for text in (*excerpts, draft)], rounds=1
    )
    print(f"\n10,000 excerpts and 100 pages: {time.process_time() - begun:.1f} s")


def test_pronouns_in_three_languages(benchmark: BenchmarkFixture) -> None:
    said = {
        "nb": ("{} sa det selv.", "han hun ham henne hans hennes".split()),
        "nn": ("Det var {} som sa det.", "han ho henne honom hennar hans".split()),
        "en": ("Then {} left the room.", "he she him her his hers himself herself".split()),
    }
    planted = [
        (template.format(word), word, language)
        for language, (template, words) in said.items()
        for word in words
    ]
    found = benchmark.pedantic(  # type: ignore[no-untyped-call]
        lambda: [pronouns(text, language) for text, _word, language in planted], rounds=1
    )
    told = [
        len(those) == 1 and those[0].words == word
        for (_text, word, _language), those in zip(planted, found, strict=True)
    ]
    print(f"\npronouns: {sum(told)} of {len(told)} found")
    assert all(told)
