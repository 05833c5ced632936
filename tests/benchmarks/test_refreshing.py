"""How long it takes to renew fifteen blocks in a thesis of 300 pages: for people, not the suite."""

from __future__ import annotations

import time

from pytest_benchmark.fixture import BenchmarkFixture

from qualtool.core.report import Figure
from tests.formats.own_documents import drawn, placed, renewed, said, thesis, words

SENTENCE = "Løpende tekst om samarbeidet i kommunen og det som skjedde der. "
QUOTATION = "Det tok jo tid før vi skjønte at vi snakket om hver vår ting, og så gikk det bedre."


def test_a_thesis_of_300_pages_with_fifteen_blocks(benchmark: BenchmarkFixture) -> None:
    figure: Figure = drawn(b"<svg>" + b"x" * 200_000 + b"</svg>")
    parts = [
        placed(f"block{number}", said(*[QUOTATION] * 200, landscape=number % 4 == 0), figure)
        for number in range(15)
    ]
    before = thesis("".join(words(SENTENCE * 6) for _paragraph in range(1_800)))
    once = renewed(before, *parts)
    start = time.process_time()
    again = renewed(once.data, *parts)
    seconds = time.process_time() - start
    count = len(again.replaced)
    print(f"\n{count} blocks of 200 rows renewed in {seconds:.2f} s of processor time")
    assert again.data == once.data
    benchmark(renewed, once.data, *parts)
