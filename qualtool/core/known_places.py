"""Where what a project knows of people and places stands in a text, and how sure that is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.disclosure import Finding, Kind, Level
from qualtool.core.double_meanings import PLAIN, SMALL, VERBS
from qualtool.core.known_words import (
    TOKEN,
    VALUES,
    Entry,
    Known,
    Reading,
    WordIndex,
    folded,
    undoubled,
)
from qualtool.core.person_words import is_first_name
from qualtool.core.sentence_edges import begins, is_cited

_CUT: Final = re.compile(r"([^\W\d_]+)[-‐‑]\s{0,4}\n\s{0,4}([^\W\d_]+)")
_CLOSE: Final = re.compile(r"[ \u00a0\u202f]{0,2}\r?\n?[ ]?|[._+‐‑-]\u00ad?|,[ \u00a0]")
_MIDDLE: Final = re.compile(r"[ \u00a0][A-ZÆØÅ][a-zæøåé’'-]{0,14}\.?[ \u00a0]")
_OWNS: Final = re.compile(r"['’]s(?!\w)")
_JOINED: Final = re.compile(r"[-‐‑–](?=[^\W\d_])(?:[a-zæøåé][^\W_]*|[A-ZÆØÅ]{2,}\b)")
_NEXT: Final = re.compile(r"[ \u00a0]+([^\W\d_]+)")
_ALONE: Final = re.compile(r"['’]?[ \u00a0]*(?:\Z|[\n|;)])")
_INITIALS: Final = re.compile(
    r"[A-ZÆØÅ](?<![\w.][A-ZÆØÅ])(?:(?:\.[ \u00a0]?[A-ZÆØÅ]){1,2}(?:\.|(?!\w))"
    r"|(?<!-[A-ZÆØÅ])[A-ZÆØÅ]{1,2}(?![\w-]))"
)
_ABBREVIATIONS: Final = frozenset(
    "HR IT PC OK TV KI AI EU FN UN UK US USA NB NN EN SA AS BI NY PS CV PP OBS NAV NRK KRD SSB NOU "
    "PPT IOP MB GB KB DVD GPS SMS API CEO PDF FHI NTB LO NHO KS MR MS DR ID NO SE DK ADHD".split()
)
_CITED_INITIALS: Final = re.compile(r"[^\W\d_], ?\Z")
_LONG: Final = 7  # letters of a word that is hardly one letter from a name by chance
_RANKS: Final[dict[Kind, int]] = {"name": 0, "workplace": 1, "organisation": 2, "place": 3}


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    word: str
    reading: Reading


@dataclass(frozen=True, slots=True)
class _Run:
    """Tokens that stand together, and which parts of which entries they are."""

    tokens: tuple[_Token, ...]
    meant: tuple[tuple[int, frozenset[int]], ...]


def known_findings(text: str, known: Known, tokens: set[str] | None = None) -> tuple[Finding, ...]:
    """All of a text, in order; what is allowed is among them.

    `tokens` are the text's words, where they are at hand.
    """
    index = known.index
    if not index.entries:
        return ()
    found: list[Finding] = []
    cut = "\n" in text and _CUT.search(text) is not None
    if cut or index.has_any(set(TOKEN.findall(text)) if tokens is None else tokens):
        found += _in_words(text, index)
    held = {at for each in found for at in range(each.start, each.end)}
    found += (each for each in _initials(text, index) if each.start not in held)
    return tuple(sorted(found, key=lambda each: each.start))


def _in_words(text: str, index: WordIndex) -> Iterator[Finding]:
    read = index.reading
    tokens = [
        _Token(match.start(), match.end(), match[0], reading)
        for match in TOKEN.finditer(text)
        if (reading := read(match[0])) is not None
    ]
    tokens = _with_cut_words(text, tokens, index)
    at = behind = 0
    while at < len(tokens):
        if tokens[at].start < behind:
            at += 1
            continue
        run = _longest(text, tokens, at, index)
        finding = None if run is None else _finding(text, run, index)
        if run is None or finding is None:
            at += 1
            continue
        yield finding
        behind = finding.end
        at += len(run.tokens)


def _with_cut_words(text: str, tokens: list[_Token], index: WordIndex) -> list[_Token]:
    """With words that a line's end cuts in two, such as "Eids-" and "kog"."""
    if "\n" not in text:
        return tokens
    added = [
        _Token(match.start(), match.end(), match[1] + match[2], reading)
        for match in _CUT.finditer(text)
        if (reading := index.reading(match[1] + match[2])) is not None and reading.how != "near"
    ]
    if not added:
        return tokens
    spans = [(each.start, each.end) for each in added]
    starts = {start for start, _end in spans}
    inside = {at for start, end in spans for at in range(start, end)} | starts
    kept = [each for each in tokens if each.start not in inside]
    return sorted([*kept, *added], key=lambda each: each.start)


def _longest(text: str, tokens: Sequence[_Token], at: int, index: WordIndex) -> _Run | None:
    first = tokens[at]
    meant = [(number, frozenset((part,))) for number, part in first.reading.places]
    run = [first]
    last = first
    for token in tokens[at + 1 : at + 12]:
        if last.reading.how in ("genitive", "near") or token.start < last.end:
            break
        between = text[last.end : token.start]
        if len(between) > 17 or not (_CLOSE.fullmatch(between) or _MIDDLE.fullmatch(between)):
            break
        is_middle = _CLOSE.fullmatch(between) is None
        further = [
            (number, used | {part})
            for number, used in meant
            for other, part in token.reading.places
            if other == number and _follows(index.entries[number], used, part, is_middle)
        ]
        if not further:
            break
        meant = further
        run.append(token)
        last = token
    said = tuple((number, used) for number, used in meant if _tells(index.entries[number], used))
    if not said and len(run) > 1:  # "Kari skole": the longer one tells nothing, the first may
        meant = [(number, frozenset((part,))) for number, part in first.reading.places]
        run = [first]
        said = tuple(
            (number, used) for number, used in meant if _tells(index.entries[number], used)
        )
    return _Run(tuple(run), said) if said else None


def _follows(entry: Entry, used: frozenset[int], part: int, is_middle: bool) -> bool:
    if entry.in_order:
        return not is_middle and part == max(used) + 1
    return part >= 0 and part not in used and -1 not in used


def _tells(entry: Entry, used: frozenset[int]) -> bool:
    return not entry.strong.isdisjoint(used) or _is_whole(entry, used)


def _is_whole(entry: Entry, used: frozenset[int]) -> bool:
    return -1 in used or len(used) == len(entry.parts)


def _finding(text: str, run: _Run, index: WordIndex) -> Finding | None:
    whole = [each for each in run.meant if _is_whole(index.entries[each[0]], each[1])]
    meant = [index.entries[number] for number, _used in whole or run.meant]
    meant.sort(key=lambda entry: _RANKS.get(entry.word.kind, 9))
    entry = meant[0]
    used = next(used for number, used in whole or run.meant if index.entries[number] is entry)
    if not whole:
        run = _without_edges(run, index)
    start, end = run.tokens[0].start, _end(text, run.tokens[-1])
    joined = _JOINED.match(text, end)
    if joined:
        end = joined.end()
    level = _level(text, run, entry, used, whole=bool(whole), joined=joined is not None)
    if level is None:
        return None
    whose = [each.word.whose for each in meant if each.word.kind == entry.word.kind]
    named = ", ".join(dict.fromkeys(each for each in whose[:6] if each))
    return Finding(entry.word.kind, text[start:end], start, end, level, named)


def _without_edges(run: _Run, index: WordIndex) -> _Run:
    """Without words at either end that tell nothing by themselves: "i" of "i Nordvik"."""
    told = [
        at
        for at, token in enumerate(run.tokens)
        if any(part in index.entries[number].strong for number, part in token.reading.places)
    ]
    return _Run(run.tokens[told[0] : told[-1] + 1], run.meant) if told else run


def _end(text: str, token: _Token) -> int:
    """Behind a word with its genitive: "Kari’s", "Hans’"."""
    if owns := _OWNS.match(text, token.end):
        return owns.end()
    hisses = token.word[-1].casefold() in "sxz" and text[token.end : token.end + 1] in ("'", "’")
    quoted = text[max(0, token.start - 1) : token.start] in ("'", "‘", "’")
    return token.end + (hisses and not quoted and not text[token.end + 1 : token.end + 2].isalpha())


def _level(
    text: str, run: _Run, entry: Entry, used: frozenset[int], *, whole: bool, joined: bool
) -> Level | None:
    words = [token.word for token in run.tokens]
    if len(words) > 1:
        double = all(folded(word) in SMALL or folded(word) in PLAIN for word in words)
        if double and any(word.islower() for word in words):
            return None
        if all(word.islower() for word in words):
            return "likely"
        return "certain" if whole else "likely"
    token = run.tokens[0]
    if entry.word.kind == "name" and is_cited(text, token.end):
        return "possible" if token.reading.how in ("exact", "genitive") else None
    if token.reading.how == "near":
        return _near_level(text, token)
    if token.reading.how == "compound":
        surely = len(token.reading.key) > 5 and entry.word.kind not in VALUES
        if token.reading.key in PLAIN or token.reading.key in SMALL:
            return None if begins(text, token.start) else "possible"
        return "likely" if surely else "possible"
    if used & entry.letters:
        return _letters_level(token, whole=whole, joined=joined, entry=entry)
    if entry.strong.isdisjoint(used):  # a word for a kind of place: "Kommunen"
        return "likely" if token.word[0].isupper() and not begins(text, token.start) else "possible"
    if folded(token.word) in SMALL and token.reading.key not in entry.parts:
        return None if begins(text, token.start) or token.word.islower() else "possible"
    return _word_level(text, token, entry, whole=whole, joined=joined)


def _word_level(
    text: str, token: _Token, entry: Entry, *, whole: bool, joined: bool
) -> Level | None:
    word = token.word
    key = token.reading.key
    forms = {key, folded(word)}
    small, double = not forms.isdisjoint(SMALL), not forms.isdisjoint(SMALL | PLAIN)
    if word.islower():
        if double or (len(key) < 5 and not is_first_name(key)):
            return "possible" if joined and not double else None
        return "possible"
    if not double:
        first = begins(text, token.start)
        if first and key not in entry.parts:  # spelt otherwise: "Rost", where "Røst" is known
            return "possible"
        sure = whole and (not first or entry.word.kind != "name" or not key.endswith(("en", "a")))
        return "certain" if sure else "likely"
    if len(word) > 1 and word.isupper():
        return None if small else "possible"
    if begins(text, token.start):
        own = token.reading.how == "genitive" and folded(word) not in SMALL
        return "possible" if not small or own or _is_named(text, token) else None
    return "likely" if not _in_title(text, token) else "possible"


def _is_named(text: str, token: _Token) -> bool:
    """Whether what stands behind a small word tells that it is a name: "Even sa", "Per sin"."""
    behind = _NEXT.match(text, token.end)
    if behind is not None:
        return behind[1] in VERBS or behind[1][0].isupper()
    alone = _ALONE.match(text, token.end) is not None
    return alone or _OWNS.match(text, token.end) is not None


def _letters_level(token: _Token, *, whole: bool, joined: bool, entry: Entry) -> Level | None:
    """How sure a word is that is known in capitals, such as "NAV": it is said "Nav" and "nav"."""
    stands = token.word[: len(token.reading.key)]
    if stands.isupper():
        initials = entry.word.kind == "name"
        return "possible" if initials else "certain" if whole else "likely"
    if entry.word.kind == "name" or folded(stands) in SMALL or folded(stands) in PLAIN:
        return None
    if stands[0].isupper() or joined:
        return "likely"
    return "possible" if len(stands) > 2 else None


def _near_level(text: str, token: _Token) -> Level | None:
    """Where a sentence begins, any word has a capital: only a long one is no chance there."""
    if not begins(text, token.start) or len(token.word) >= _LONG:
        return "possible"
    if text[max(0, token.start - 3) : token.start].rstrip().endswith(":"):
        return "possible"
    behind = _NEXT.match(text, token.end)
    told = behind[1] in VERBS if behind is not None else _ALONE.match(text, token.end) is not None
    doubled = undoubled(folded(token.word)) == undoubled(token.reading.key)
    return "possible" if told and doubled else None


def _in_title(text: str, token: _Token) -> bool:
    """Whether the words on both sides have capitals too, as in a title in English."""
    before = text[max(0, token.start - 30) : token.start].split()
    behind = _NEXT.match(text, token.end)
    return bool(before) and before[-1][0].isupper() and bool(behind and behind[1][0].isupper())


def _initials(text: str, index: WordIndex) -> Iterator[Finding]:
    if not index.initials:
        return
    for match in _INITIALS.finditer(text):
        letters = "".join(char for char in match[0] if char.isalpha())
        numbers = index.initials.get(letters)
        start, end = match.span()
        dotted = "." in match[0]
        if numbers is None or (letters in _ABBREVIATIONS and not dotted):
            continue
        if dotted and (
            _CITED_INITIALS.search(text, max(0, start - 8), start)
            or re.match(r" ?[A-ZÆØÅ][a-zæøå]|,? ?\(?(?:19|20)\d\d", text[end : end + 8])
        ):
            continue
        whose = dict.fromkeys(index.entries[number].word.whose for number in numbers)
        level: Level = "likely" if dotted else "possible"
        yield Finding("name", match[0], start, end, level, ", ".join(filter(None, whose)))


def is_allowed(finding: Finding, text: str, index: WordIndex) -> bool:
    """Whether what was found lies within words that are allowed, with their genitive."""
    if not index.allowed:
        return False
    first = max(0, finding.start - index.reach)
    tokens = [
        (match.start(), match.end(), folded(match[0]))
        for match in TOKEN.finditer(text, first, min(len(text), finding.end + index.reach))
    ]
    for at, (start, _end, word) in enumerate(tokens):
        if start > finding.start:
            return False
        for wanted in index.allowed.get(word, ()) or index.allowed.get(word.removesuffix("s"), ()):
            last = tokens[at + len(wanted) - 1 : at + len(wanted)]
            if not last or last[0][1] + 2 < finding.end:
                continue
            said = (*(each[2] for each in tokens[at : at + len(wanted) - 1]), wanted[-1])
            if said == wanted and last[0][2] in (wanted[-1], f"{wanted[-1]}s"):
                return True
    return False
