"""People whom a project does not know, as a researcher's own prose names them.

Told of are a first name with its surname, a first name beside a telephone or birth number, and
initials with an age and a place. Authors and methods referred to are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from qualtool.core.capital_names import surname_end
from qualtool.core.disclosure import Finding, Level
from qualtool.core.double_meanings import PLAIN, SMALL
from qualtool.core.institution_words import is_institution
from qualtool.core.known_words import TOKEN, folded
from qualtool.core.person_words import is_first_name, words_of_name
from qualtool.core.sentence_edges import is_cited

_WORD: Final = r"[A-ZÆØÅÄÖÉ][a-zæøåäöéèüáíó’']*[a-zæøåäöéèüáíó](?:-[A-ZÆØÅ][a-zæøåäöéü]+)?"
_SURNAME: Final = re.compile(
    r"(?:-[A-ZÆØÅ][a-zæøåé]+)?"
    rf"(?:[ \u00a0](?:[A-ZÆØÅ]\.|(?:(?:van|von|de|der|da|al|el|bin|ibn) )*{_WORD})){{1,3}}(?![\w@])"
)
_INITIALS: Final = re.compile(
    r"(?<![\w.])(?:[A-ZÆØÅ]\. ?){1,2}[A-ZÆØÅ]\.?(?=,? \(?\d{1,2}(?: ?år\w*| years?(?: old)?)?[,;]? "
    r"(?:(?:fra|frå|i|på|from|in|of) )?[A-ZÆØÅ][a-zæøå]{2,})"
)
_OTHERS: Final = re.compile(r"[ ,]{0,2}(?:et al\b|m\. ?fl\b|mfl\b)")
_BRACKETED: Final = re.compile(
    r"\([^()]*(?:[A-ZÆØÅÄÖ][\w’'-]*|al\.|fl\.|mfl\.?),? (?:1[6-9]|20)\d\d[a-z]?(?=[,;:)])[^()]*\)"
)
_NARRATED: Final = re.compile(
    r"[A-ZÆØÅÄÖ][\w’'-]+(?:(?:,|,? og|,? and| &)? [A-ZÆØÅÄÖ][\w’'.-]*){1,20} "
    r"\((?:1[6-9]|20)\d\d[a-z]?[),:;]"
)
_LISTED: Final = re.compile(
    r"(?!.*\b(?:født|fødd|born)\b)"
    r"\W{0,4}(?:\d{1,3}\W{1,3})?[A-ZÆØÅÄÖ][\w’'-]+, [A-ZÆØÅÄÖ].{0,300}?"
    r"[ (](?:1[6-9]|20)\d\d[a-z]?\)?[.:,]"
)
_APART: Final = re.compile(r"[.!?…] +(?=[A-ZÆØÅ])|\n")
_NEXT: Final = re.compile(r"[ \u00a0]([^\W\d_]+)")
_NUMBERS: Final = frozenset({"phone", "birth_number"})
_BESIDE: Final = 40  # code points between a first name and the number that is told with it
# Authors whose names stand for a method or a theory.
_METHODS: Final = frozenset(
    "kvale brinkmann malterud braun clarke creswell charmaz strauss corbin glaser giorgi tjora "
    "thagaard grønmo lincoln guba huberman saldaña flick patton bourdieu foucault goffman "
    "habermas wenger vygotskij vygotsky dewey lipsky weick schein argyris schön lewin bandura "
    "bronfenbrenner giddens luhmann weber durkheim marx freud ricoeur gadamer husserl heidegger "
    "haraway latour fairclough gramsci piaget rogers maslow antonovsky likert cohen krippendorff "
    "jacobsen johannessen christoffersen fangen krueger wibeck halkier lindseth graneheim "
    "lundman polit beck yin".split()
)
# What stands with a capital behind a word that is a name too in an English title: "Even When".
_NO_SURNAMES: Final = frozenset(
    "though when if so more then after before with without in on at of the and or is are was not "
    "og i på av som er var med for til om".split()
)
# First names that are common too, told only of with a surname.
_MORE: Final = frozenset(
    "torbjørn asbjørn sigbjørn ingebjørg ingebjørn arnfinn torfinn torstein øystein eystein "
    "gjermund åsmund aslak asle atle audun bård birger bjarne brede børge christian christoffer "
    "christopher kristoffer daniel didrik eivind eilif ellinor elias endre erlend erling even "
    "finnur georg gaute gustav halvor halvard haakon hallvard herman hermann iver ivar jarle "
    "jarl joakim joachim johan johannes johnny jostein karl kenneth kent kim konrad kurt kristen "
    "lasse levi lukas lucas ludvig magne mads mats mattias mikkel mikael nikolai nicolai oddvar "
    "odin oddbjørn oskar otto ove patrick paul preben ragnar ragnvald raymond reidar reidun ronny "
    "rolv ruben sebastian sigve sigmund sivert snorre steffen sverre svend sven tarjei terjei "
    "theodor tormod torgeir torgrim torkel trygve truls trym ulrik viktor viggo vegard vebjørn "
    "yngve øivind ørjan åge aksel axel albert alf alfred amund anton arild arvid "
    "agnes agnete alexandra alma amalie andrea anette anne-marie annette anniken astri åse åshild "
    "aslaug asta beate benedicte benedikte birgit birgitte birte bodil bjørg bjørnhild borghild "
    "brita britt brynhild charlotte christina christine dagny dorthe ebba edel eldbjørg eli elise "
    "elisabet ella else elsa emilia erika ester eline embla frida frøydis gerd gerda gina gudrun "
    "gunhild gunn gunvor hanna hanne hannah hedda hedvig heidrun helena helene helga henriette "
    "herborg hildegunn hjørdis irene iselin isabel isabella iben jannicke janne jeanette jenny "
    "jorid jorunn johanne josefine julia juliane julianne kaja kamilla karianne karina karoliina "
    "katarina kathrine katrine kine kjersti kjellaug klara kirsten kirsti kristina kristine lea "
    "leah laila lena lillian linda linnea lisbeth liss-anne liv-marit louise lovise magnhild "
    "magny mai malin malene margaret margit margrete margrethe margunn mariann mathilde mette "
    "mia mie mille monika målfrid nanna nathalie nelly olaug olga oda oddlaug oddny oddrun otilie "
    "pernille ragna rakel rannveig rebekka regine renate rigmor rikke sanna selma signe sigrid "
    "sigrun sina siv siw sofia sol-britt solfrid sonja stina sunniva susanne susann svanhild "
    "synne synnøve tale tanja tea therese tina tiril tora torbjørg torhild torunn tuva tyra "
    "trude ulrikke unn valborg vera veronika veslemøy vigdis ylva yvonne "
    "abdi abdul abdullah abdirahman adam aleksander amir amal amira anisa asad asha ayan ayaan "
    "ayse bilal dawit ebba-maria elena faisal farah farhan hamid hamza hanan hawa hodan hussein "
    "ibrahim ikram ilham imran iman ismail jamal jamila karim khadija khadra khalid leila leyla "
    "layla mahad mahmoud malik maryam mehmet mohamed muhammad muhammed mohammad musa mustafa "
    "nadia nasra natalia nimo nura olena oksana rahma rania rashid samira salim salma samir "
    "sahra selam shabana sumaya svetlana tariq usman yasin yasmin yohannes youssef yusuf zahra "
    "zainab zeinab agnieszka andrzej katarzyna krzysztof magdalena malgorzata marek monika "
    "piotr pawel tomasz wojciech agata joanna ewa aneta "
    "alice andrew anthony ben benjamin catherine charles chloe claire diana donald elizabeth "
    "emma-louise eleanor ethan fiona gareth helena henry hugh ian jane janet jeremy joan joseph "
    "joshua judith julian karl-johan kate katherine kenneth lucy luke margaret matthew megan "
    "nancy nicholas nicole olivia patricia patrick philip rachel richard ronald ryan samantha "
    "samuel sharon simon sophia sophie stephen steven stuart susanna timothy vanessa victoria "
    "vincent walter william zoe".split()
)


def named_in_prose(text: str, numbers: Iterable[Finding] = ()) -> tuple[Finding, ...]:
    """People named in a researcher's own text, in order and apart; never "certain".

    `numbers` are what was found of numbers in the same text: a first name alone is only told of
    beside somebody's telephone or birth number.
    """
    beside = [each for each in numbers if each.kind in _NUMBERS]
    found = [*_names(text, beside), *_initials(text)]
    return tuple(sorted(found, key=lambda each: each.start))


def _names(text: str, beside: Sequence[Finding]) -> Iterator[Finding]:
    behind = 0
    cited: list[range] | None = None
    for match in TOKEN.finditer(text):
        word = folded(match[0])
        if match.start() < behind or not match[0][0].isupper():
            continue
        if match[0].isupper() and surname_end(text, match) == match.end():
            continue
        common = is_first_name(word)
        if not (common or word in _MORE):
            continue
        end = _end(text, match)
        if end == match.end() and not (common and _is_beside(text, match, beside)):
            continue
        cited = _cited(text) if cited is None else cited
        if any(match.start() in each for each in cited) or _is_author(text, match.end(), end):
            continue
        behind = end
        level: Level = "possible" if match[0].isupper() else "likely"
        yield Finding("name", text[match.start() : end], match.start(), end, level)


def _end(text: str, first: re.Match[str]) -> int:
    """Where a name ends: behind its surname, or behind the first name where none follows."""
    if first[0].isupper():
        return surname_end(text, first)
    if text[max(0, first.start() - 1) : first.start()] in ("@", "-"):
        return first.end()
    if folded(first[0]).endswith("s") and not _is_whole(first[0]):
        return first.end()  # in the genitive: "Olavs"
    surname = _SURNAME.match(text, first.end())
    if surname is None:
        return first.end()
    words = TOKEN.findall(surname[0])
    after = _NEXT.match(text, surname.end())
    if (
        len(words_of_name(surname[0])) < sum(len(word) > 1 for word in words)
        or any(is_institution(folded(word)) or folded(word) in _NO_SURNAMES for word in words)
        or (after is not None and is_institution(folded(after[1])))
    ):
        return first.end()
    return surname.end()


def _is_whole(word: str) -> bool:
    """Whether a first name ends in an s of its own: "Thomas", but not "Olavs"."""
    plain = folded(word)
    return plain in _MORE or (is_first_name(plain) and not is_first_name(plain[:-1]))


def _is_beside(text: str, name: re.Match[str], numbers: Iterable[Finding]) -> bool:
    word = folded(name[0])
    if not {word, word.removesuffix("s")}.isdisjoint(SMALL | PLAIN):
        return False
    for each in numbers:
        first, last = sorted(((name.start(), name.end()), (each.start, each.end)))
        between = text[first[1] : last[0]]
        if len(between) <= _BESIDE and _APART.search(between) is None:
            return True
    return False


def _is_author(text: str, first: int, end: int) -> bool:
    """Whether a name is that of somebody referred to, whose given name ends at `first`."""
    surname = {folded(word).removesuffix("s") for word in TOKEN.findall(text[first:end])}
    surname |= {folded(word) for word in TOKEN.findall(text[first:end])}
    return (
        is_cited(text, end)
        or _OTHERS.match(text, end) is not None
        or not surname.isdisjoint(_METHODS)
    )


def _cited(text: str) -> list[range]:
    """The places of a text that are references: with a year in brackets, or lines of a list."""
    patterns = (_BRACKETED, _NARRATED)
    found = [range(*match.span()) for each in patterns for match in each.finditer(text)]
    at = 0
    for line in text.splitlines(keepends=True):
        if _LISTED.match(line):
            found.append(range(at, at + len(line)))
        at += len(line)
    return found


def _initials(text: str) -> Iterator[Finding]:
    for match in _INITIALS.finditer(text):
        yield Finding("name", match[0], match.start(), match.end(), "possible")
