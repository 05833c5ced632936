"""How fast a text is cleaned. Run with `pytest tests/benchmarks --benchmark-only`."""

from __future__ import annotations

import textwrap
from typing import Any

from qualtool.core.cleaning import clean

SENTENCES = (
    "Vi møtes\u00a0hver uke, men det er sjelden at noen sier hva de egentlig mener. "
    "Arbeidsgruppene bygger på tillit, og kommunen har brukt lang tid på å finne ut av det. "
    "En leder fortalte at hun ofte måtte gå tilbake til planen og begynne på nytt. "
)
LENGTH = 1_000_000  # code points


def wrapped() -> str:
    """A long report, wrapped by hand, with every sixth line divided in a word."""
    lines = textwrap.wrap(SENTENCES * 3, 68, break_on_hyphens=False)
    divided = [
        f"{line[:-2]}-\n{line[-2:]}" if n % 6 == 0 and line[-4:].isalpha() else line
        for n, line in enumerate(lines)
    ]
    paragraph = "\n".join(divided) + "\n\n"
    return (paragraph * (LENGTH // len(paragraph) + 1))[:LENGTH]


def test_a_million_characters_wrapped_by_hand(benchmark: Any) -> None:
    raw = wrapped()
    cleaned = benchmark.pedantic(clean, args=(raw,), rounds=3)
    print(f"\n{len(raw):,} characters: {benchmark.stats['min']:.2f} s, {dict(cleaned.counts)}")
    assert cleaned.counts["line_breaks"] > 10_000
