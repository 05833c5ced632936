"""How well and how fast the quotations of a draft are judged, against 300,000 words.

The drafts are made with their truth: 500 quotations that are verbatim, typed otherwise, with marked
omissions, with one to five words altered, joined, invented, or from literature.
"""

from __future__ import annotations

import random
import re
import time
from collections import Counter
from dataclasses import dataclass

from pytest_benchmark.fixture import BenchmarkFixture

from qualtool.core.quotation_check import Checked, Verdict, check

_WORDS = 300_000
_OFTEN = (
    "det er ikke jeg vi og i på at som en for men så med til av har de var den da om hva kan "
    "skal må blir ble hadde når noe bare også seg fra litt veldig liksom egentlig jo altså"
).split()
_HEADS = "sam opp ut inn for be over under til fram av på mot".split()
_ROOTS = (
    "arbeid tale bygg gang lær spør svar styr hold drift skriv tegn møt lytt set tak før".split()
)
_ENDS = ["e", "et", "en", "ing", "inga", "er", "ene", "te", "t", "lig", "lige", "else", "som"]


@dataclass(frozen=True)
class Truth:
    """A quotation, what it is, and the words that were changed in it."""

    quotation: str
    verdict: Verdict
    changed: frozenset[str] = frozenset()


class Making:
    """Invented speech, in which seldom words are seldom, and quotations of it."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.seldom = [
            head + root + end for head in ["", *_HEADS] for root in _ROOTS for end in _ENDS
        ]
        self.texts = [(number, self._text(_WORDS // 30)) for number in range(30)]

    def _sentence(self) -> str:
        words = [
            self.chance.choice(_OFTEN)
            if self.chance.random() < 0.55
            else self.seldom[int(self.chance.paretovariate(0.6)) % len(self.seldom)]
            for _ in range(self.chance.randint(4, 22))
        ]
        for at in range(3, len(words) - 2, 7):
            words[at] += self.chance.choice(["", ",", ",", " –"])
        return " ".join(words).capitalize() + self.chance.choice("....?!…")

    def _text(self, count: int) -> str:
        turns: list[str] = []
        held = 0
        while held < count:
            turns.append(" ".join(self._sentence() for _ in range(self.chance.randint(1, 9))))
            held += len(turns[-1].split())
        return "\n".join(turns)

    def span(self, least: int, most: int) -> list[str]:
        """Words that stand in a row within a turn."""
        while True:
            _key, text = self.chance.choice(self.texts)
            words = self.chance.choice(text.split("\n")).split(" ")
            if len(words) >= least:
                size = self.chance.randint(least, min(most, len(words)))
                at = self.chance.randint(0, len(words) - size)
                return words[at : at + size]

    def verbatim(self) -> Truth:
        """As it stands."""
        return Truth(" ".join(self.span(6, 45)), "verbatim")

    def typed(self) -> Truth:
        """With other signs, spaces and capitals."""
        words = " ".join(self.span(6, 45))
        match self.chance.randrange(5):
            case 0:
                words = words[0].swapcase() + words[1:]
            case 1:
                words = words.replace(" ", "\u00a0", 1)
            case 2:
                words = f"… {words} …"
            case 3:
                words = words.replace(" –", " -").replace("…", "...").rstrip(".,") + "!"
            case _:
                words = words.replace(",", "")
        return Truth(words, "marked")

    def omitting(self) -> Truth:
        """With one to twelve words left out, marked."""
        words = self.span(14, 45)
        at = self.chance.randint(4, len(words) - 6)
        last = min(len(words) - 4, at + self.chance.randint(1, 12))
        mark = self.chance.choice(["[…]", "[...]", "(…)", "(...)", "..."])
        return Truth(" ".join([*words[:at], mark, *words[last:]]), "marked")

    def altered(self) -> Truth:
        """With one to five words put in the place of others, put in, or left out."""
        words = self.span(10, 45)
        count = self.chance.randint(1, min(5, len(words) // 3))
        changed: set[str] = set()
        made = list(words)
        for at in self.chance.sample(range(1, len(words) - 1), count):
            new = self.chance.choice(self.seldom)
            match self.chance.randrange(4):
                case 0:
                    made[at] = ""
                    changed |= _bare(words[at])
                case 1:
                    made[at] = f"{words[at]} {new}"
                    changed.add(new)
                case _:
                    made[at] = new
                    changed |= {new} | _bare(words[at])
        return Truth(" ".join(filter(None, made)), "altered", frozenset(changed))

    def joined(self) -> Truth:
        """Of two places, marked or not."""
        mark = self.chance.choice(["", "", "[…]", "…"])
        parts = [*self.span(6, 16), mark, *self.span(6, 16)]
        return Truth(" ".join(filter(None, parts)), "joined")

    def invented(self) -> Truth:
        """Of words of the same kind, that nobody said so."""
        return Truth(" ".join(self._sentence() for _ in range(2)), "not_found")

    def draft(self) -> list[Truth]:
        """500 quotations."""
        kinds = [
            (self.verbatim, 110),
            (self.typed, 80),
            (self.omitting, 80),
            (self.altered, 120),
            (self.joined, 40),
            (self.invented, 70),
        ]
        return [make() for make, count in kinds for _ in range(count)]


def _bare(word: str) -> set[str]:
    return set(re.findall(r"\w+", word.casefold()))


def test_500_quotations_against_300_000_words(benchmark: BenchmarkFixture) -> None:
    making = Making(20)
    truth = making.draft()
    quotations = [each.quotation for each in truth]
    begun = time.process_time()
    checked: list[Checked] = benchmark.pedantic(  # type: ignore[no-untyped-call]
        check, (quotations, making.texts), rounds=2
    )
    counts = Counter(
        (each.verdict, found.verdict) for each, found in zip(truth, checked, strict=True)
    )
    print(f"\n{(time.process_time() - begun) / 2:.1f} s of processor time a round")
    print("what they are, what was said of them, how many:")
    for (said, verdict), count in sorted(counts.items()):
        print(f"  {said:10} {verdict:10} {count:4}")
    told = wrong = 0
    for each, found in zip(truth, checked, strict=True):
        if each.verdict == "altered" == found.verdict:
            words = set[str]().union(
                *(_bare(one.quoted) | _bare(one.said) for one in found.differences)
            )
            told += 1
            wrong += not each.changed <= words or len(words) > len(each.changed) + 4
    print(f"  altered with the right words: {told - wrong} of {told}")
    # Whatever the machine does, most of what was said is found.
    assert sum(counts[said, said] for said in ("verbatim", "marked")) > 250
