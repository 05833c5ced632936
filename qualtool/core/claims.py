"""The sentences of a draft that say how many of the informants said or experienced something.

“All the informants”, “most of them”, “several of the managers”, “four of six”: such a sentence is a
claim, and can be held against who said what. Sentences about things, rules and the method of the
study are no claims, and neither is what stands in quotation marks or is set apart as a quotation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core import claim_words as said
from qualtool.core.claim_amounts import Amount
from qualtool.core.claim_grammar import Grammar, grammars
from qualtool.core.draft import Draft, DraftParagraph
from qualtool.core.draft_quotations import quotations
from qualtool.core.quotation_spans import marked_spans
from qualtool.core.references import reference_near

Span = tuple[int, int]
Sentences = Callable[[str], Sequence[Span]]

_HIDDEN: Final = "¤"  # in place of what stands in quotation marks
_BEFORE_FEW: Final = re.compile(
    r"(?:^|[,;:(–]|\b(?:og|men|at|mens|var|er|det|only|and|but|that|while|are|were))\s*$",
    re.IGNORECASE,
)
# "One says" is anybody; "one said" is one of those who were asked.
_PAST: Final = re.compile(r"(?:te|de|et|sa|la|kk|ev|ed|aid|old|elt|ght|oke|såg|så)$")
_ONE: Final = frozenset({"en", "ein", "ei", "ett", "one"})
# "She is one of those who": said of one in particular.
_AMONG: Final = re.compile(r"\s+(?:som|who|that)\b", re.IGNORECASE)
_OF_WHOM: Final = re.compile(
    r"\b(?:for|hos|blant|gjelder|gjeld|er|var|fra|frå|ble|blei|vart|is|was|are|were|among|from)\s+"
    r"(?:(?:bare|kun|berre|only|særlig|særleg|også|òg)\s+)?$",
    re.IGNORECASE,
)
_THEM: Final = frozenset({"dem", "dei", "them", "disse", "desse", "those", "these"})


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A claim in a draft: the sentence, where it stands, and the amounts it says.

    `paragraph` is its place in `Draft.paragraphs`, `number` the paragraph's own; `start` and `end`
    are code points in the text of that paragraph.
    """

    text: str
    paragraph: int
    number: int
    start: int
    end: int
    amounts: tuple[Amount, ...]


def claims(draft: Draft, sentences: Sentences, more: Iterable[str] = ()) -> list[FoundClaim]:
    """The claims of a draft in order.

    `sentences` says where the sentences of a paragraph begin and end. `more` are the study's own
    words for those it is about: pseudonyms and kinds of cases, in their basic form.
    """
    words = frozenset(more)
    quoted: dict[int, list[tuple[Span, str]]] = {}
    for each in quotations(draft):
        if each.told:
            quoted.setdefault(each.paragraph, []).append(((each.start, each.end), each.sign))
    found: list[FoundClaim] = []
    for at, paragraph in enumerate(draft.paragraphs):
        found += _in_paragraph(at, paragraph, quoted.get(at, ()), sentences, words)
    return found


def amounts(sentence: str, more: Iterable[str] = ()) -> tuple[Amount, ...]:
    """What a sentence says of how many informants, in order; none where it says nothing of them."""
    return _amounts(_without(sentence, marked_spans(sentence)), frozenset(more))


def _in_paragraph(
    at: int,
    paragraph: DraftParagraph,
    quoted: Sequence[tuple[Span, str]],
    sentences: Sentences,
    more: frozenset[str],
) -> Iterator[FoundClaim]:
    text = paragraph.text
    signs = {sign for _span, sign in quoted}
    if paragraph.kind == "quote" or signs & {"style", "indent", "column"}:
        return
    # What a colon leads up to may be the researcher's own words too.
    apart = "lead_in" in signs
    spans = marked_spans(text)
    hidden = _without(text, spans)
    for start, end in _whole(sentences(text), spans):
        sentence = hidden[start:end]
        told = _amounts(sentence, more, text[start:end])
        if told and not (apart and any(each.group for each in told)):
            yield FoundClaim(text[start:end], at, paragraph.number, start, end, told)


def _whole(sentences: Sequence[Span], quoted: Sequence[Span]) -> list[Span]:
    """Sentences joined where the limit between them stands within a quotation."""
    found: list[Span] = []
    for start, end in sentences:
        inside = any(low < start < high for low, high in quoted)
        if found and inside:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _without(text: str, spans: Iterable[Span]) -> str:
    """A text of the same length with nothing to read between quotation marks."""
    for start, end in spans:
        text = text[:start] + _HIDDEN * (end - start) + text[end:]
    return text


def _amounts(sentence: str, more: frozenset[str], whole: str = "") -> tuple[Amount, ...]:
    """The amounts of a sentence whose quotations are hidden; `whole` has its references."""
    if sentence.rstrip().endswith("?"):
        return ()
    about = _About(said.METHOD.search(sentence) is not None, _refers(whole or sentence))
    found: dict[int, Amount] = {}
    for grammar in grammars(more):
        for amount in _by(grammar, sentence, about):
            others = found.values()
            if all(amount.end <= each.start or each.end <= amount.start for each in others):
                found[amount.start] = amount
    return tuple(found[at] for at in sorted(found))


@dataclass(frozen=True, slots=True)
class _About:
    """What a sentence is about besides: how the study was done, and what others have found."""

    method: bool
    literature: bool


def _refers(sentence: str) -> bool:
    size = len(sentence)
    return bool(reference_near(sentence, 0, 0) or reference_near(sentence, size, size))


def _by(grammar: Grammar, sentence: str, about: _About) -> Iterator[Amount]:
    loose: list[re.Match[str]] = []
    for match, of_people in grammar.amounts(sentence):
        if not of_people:
            loose.append(match)
            continue
        asked = grammar.asked.search(match["people"]) is not None
        if about.method and asked:
            continue
        if not asked and (about.literature or said.NORM.match(sentence, match.end())):
            continue
        if _is_amount(grammar, sentence, match, asked=asked):
            yield _amount(grammar, match, _group(grammar, match))
    if about.method or about.literature:
        return
    for match in loose:
        if _stands_alone(grammar, sentence, match):
            yield _amount(grammar, match, "")


def _is_amount(grammar: Grammar, sentence: str, match: re.Match[str], *, asked: bool) -> bool:
    """Whether words that look like an amount of people are one."""
    key, word = grammar.key(match["quantity"]), _plain(match["quantity"])
    before = sentence[: match.start("quantity")]
    partitive = re.match(r"\s*(?:av|of)\b", match["mods"], re.IGNORECASE) is not None
    if key == "few" and word in ("få", "few"):
        return _BEFORE_FEW.search(before) is not None
    if key in ("several", "some", "many") and said.WANTED.search(before):
        return False
    if match["people"].casefold() in _THEM and not (
        grammar.begins(sentence, match.start("quantity"))
        or grammar.says(sentence, match.end())
        or _OF_WHOM.search(before)
        or _AMONG.match(sentence, match.end())
    ):
        return False  # "take all of them": of things, as likely as not
    if key == "one" and partitive and _AMONG.match(sentence, match.end()):
        return False
    if word in _ONE and not partitive:
        # "A manager must be patient" is about nobody in particular.
        return asked or grammar.says(sentence, match.end())
    if key == "exactly" and " " not in word and not partitive:
        # "We interviewed three managers" is no finding.
        begins = asked and grammar.begins(sentence, match.start("quantity"))
        return begins or grammar.says(sentence, match.end())
    return True


def _stands_alone(grammar: Grammar, sentence: str, match: re.Match[str]) -> bool:
    key, word = grammar.key(match["quantity"]), _plain(match["quantity"])
    if key == "few":
        return _BEFORE_FEW.search(sentence[: match.start("quantity")]) is not None
    if word.isdecimal():
        return False  # more likely the number of a list
    if word in _ONE:
        verb = match.groupdict().get("verb") or ""
        return _PAST.search(verb.casefold().split(" ")[0]) is not None
    return word not in ("no", "each", "every", "a single")


def _group(grammar: Grammar, match: re.Match[str]) -> str:
    """Whom an amount is said of, where it is not of all who were asked."""
    people, rest = match["people"], grammar.pointing.sub(" ", match["mods"]).strip()
    everybody = grammar.asked.fullmatch(people) is not None or people.casefold() in _THEM
    return "" if everybody and not rest else " ".join(f"{rest} {people}".split())


def _amount(grammar: Grammar, match: re.Match[str], group: str) -> Amount:
    written = match["quantity"]
    key = grammar.key(written)
    start, end = match.span("quantity")
    numbers = [n for n in map(_number, re.findall(r"\w+", written)) if n is not None]
    mods = match.groupdict().get("mods") or ""
    stated = next((n for n in map(_number, re.findall(r"\w+", mods)) if n is not None), None)
    count: int | None = None
    total = stated if key != "all" or not group else None
    match key:
        case "all":
            count = stated
        case "one":
            count = 1
        case "share":
            count, total = numbers[0] if numbers else 1, _parts(written)
        case "exactly" | "at_least" | "more_than":
            # "4 of 6", where "a" of "a quarter of" is no number.
            count = numbers[0] if numbers else 1
            total = numbers[1] if len(numbers) > 1 else total
    return Amount(key, written, start, end, count, total, group)


def _parts(share: str) -> int:
    """How many parts a fraction divides the whole into."""
    return next(n for n, pattern in said.PARTS.items() if re.search(pattern, share, re.IGNORECASE))


def _number(word: str) -> int | None:
    return int(word) if word.isdecimal() else said.NUMBERS.get(word.casefold())


def _plain(quantity: str) -> str:
    return " ".join(quantity.casefold().split())
