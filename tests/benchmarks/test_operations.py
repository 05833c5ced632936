"""How long coding, importing and looking take: for people, not for the suite.

Run with `pytest tests/benchmarks/test_operations.py --benchmark-only -s`.
"""

from __future__ import annotations

import random
import re
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import docx
import pytest

from qualtool.analysis import codebook, excerpts
from qualtool.core.folding import Folded
from qualtool.core.quotes import find
from qualtool.core.source import Source
from qualtool.operations import codes, coding, documents, importing, new_project, sample
from qualtool.store.project import Project

WORDS = (
    "vi har jo snakka om det her før og så er det noen som sier at samarbeidet mellom tjenestene "
    "ikke fungerer slik vi hadde tenkt men det er fordi ingen har fått tid til å gjøre noe med det "
    "egentlig altså jeg mener at kommunen må bestemme seg for hva som er viktig"
).split()


def talk(rng: random.Random, words: int) -> Iterator[str]:
    """Paragraphs of an invented interview with about so many words."""
    while words > 0:
        size = min(words, rng.randrange(8, 60))
        words -= size
        who = "Intervjuer" if size < 20 else "Informant 1"
        yield f"{who}: " + " ".join(rng.choice(WORDS) for _word in range(size)) + "."


@pytest.fixture
def busy(tmp_path: Path) -> Iterator[tuple[Project, int, int]]:
    """A project with a document that has 2,000 codings, and one that has 20,000."""
    rng = random.Random(1)
    with new_project.start(tmp_path / "s.qualtool", name="s", coder="Anne") as project:
        with project.edit("x") as session:
            ids = [documents.add(session, Source("ord " * 15_000, "text"), name=n) for n in "ab"]
            kinds = [codes.add(session, f"kode {n}", theme_id=1 + n % 16) for n in range(200)]
            for document, many in zip(ids, (2_000, 20_000), strict=True):
                starts = [rng.randrange(59_000) for _number in range(many)]
                coding.apply_many(
                    session,
                    [
                        coding.Passage(
                            document, at, at + rng.randrange(1, 900), rng.choice(kinds), coder_id=1
                        )
                        for at in starts
                    ],
                )
        yield project, ids[0], ids[1]


def test_a_coding_where_there_are_two_thousand(
    benchmark: Any, busy: tuple[Project, int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    project, document, _other = busy
    places = count(1)

    def code() -> None:
        at = next(places) * 7
        with project.edit("apply_code") as session:
            coding.apply(session, document, at, at + 30, [1], coder_id=1)

    benchmark.pedantic(code, rounds=60, warmup_rounds=3)
    middle = statistics.median(benchmark.stats.stats.data) * 1000
    with capsys.disabled():
        print(f"\na coding made and committed in {middle:.1f} ms (wanted: 30)")


def test_looking_at_twenty_thousand_codings(
    benchmark: Any, busy: tuple[Project, int, int], capsys: pytest.CaptureFixture[str]
) -> None:
    project, _other, document = busy
    with project.read() as session:
        found = benchmark.pedantic(
            lambda: excerpts.codings_in(session, document), rounds=9, warmup_rounds=1
        )
        begun = time.perf_counter()
        codebook.codes(session)
        codebook.themes(session)
        counted = (time.perf_counter() - begun) * 1000
    with capsys.disabled():
        print(
            f"\n{len(found):,} codings of a document read in "
            f"{min(benchmark.stats.stats.data) * 1000:.0f} ms (wanted: 100); "
            f"codes and themes of 22,000 counted in {counted:.0f} ms"
        )
    assert len(found) > 19_000


def test_two_hundred_word_documents(
    benchmark: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = random.Random(2)
    folder = tmp_path / "incoming"
    folder.mkdir()
    for number in range(200):
        document = docx.Document()
        for paragraph in talk(rng, 8_000):
            document.add_paragraph(paragraph)
        document.save(str(folder / f"Intervju {number}.docx"))
    told: list[float] = []

    def take_in() -> int:
        path = tmp_path / f"{len(told)}.qualtool"
        told.append(time.perf_counter())
        with new_project.start(path, name="s") as project:
            found = importing.examine([folder])
            with project.edit("import_documents") as session:
                return len(importing.take_in(session, found))

    assert benchmark.pedantic(take_in, rounds=1) == 200
    with capsys.disabled():
        print(
            f"\n200 DOCX of 8,000 words imported in {benchmark.stats.stats.data[0]:.1f} s "
            "(wanted: 40)"
        )


def test_a_thousand_quotations(benchmark: Any, capsys: pytest.CaptureFixture[str]) -> None:
    rng = random.Random(3)
    text = "\n".join(talk(rng, 11_000))[:60_000]
    words = [match.span() for match in re.finditer(r"\S+", text)]
    quotes: list[str] = []
    for number in range(1_000):
        size = rng.randrange(8, 60)
        first = rng.randrange(len(words) - size)
        said = text[words[first][0] : words[first + size - 1][1]].split()
        if number % 2:
            said[rng.randrange(1, size - 1)] = "fugl"
        quotes.append(" ".join(said))

    def look() -> int:
        folded = Folded(text)
        return sum(find(quote, folded) is not None for quote in quotes)

    found = benchmark.pedantic(look, rounds=1)
    with capsys.disabled():
        print(
            f"\n1,000 quotations, half of them with a word changed, looked for in 60,000 "
            f"characters in {benchmark.stats.stats.data[0]:.1f} s; found {found}"
        )


def test_the_sample_study_and_the_version(
    benchmark: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = (tmp_path / f"{number}.qualtool" for number in count())
    benchmark.pedantic(lambda: sample.build(next(paths)).close(), rounds=3)
    times: list[float] = []
    for _round in range(5):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-m", "qualtool", "--version"], check=True)
        times.append(time.perf_counter() - begun)
    with capsys.disabled():
        print(
            f"\nthe sample study built in {min(benchmark.stats.stats.data):.1f} s (wanted: 3); "
            f"--version in {min(times) * 1000:.0f} ms (wanted: 300)"
        )
