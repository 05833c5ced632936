"""How long correcting and replacing take in large material: for people, not for the suite.

Run with `pytest tests/benchmarks/test_correction.py --benchmark-only -s`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qualtool.analysis import replacing
from qualtool.core.correction import Edit
from qualtool.core.source import Anchor, Locator, Source, Speaker, Turn
from qualtool.core.word_finding import Wanted
from qualtool.operations import codes, coding, correction, documents, new_project
from qualtool.operations import replacing as operations
from qualtool.store.project import Project

WORDS = (
    "vi har jo snakka om det før og så sier de at samarbeidet ikke fungerer slik vi ville "
).split() * 20 + ["Kari"]


def talk(rng: random.Random, length: int) -> Source:
    """An invented conversation of about so many characters, with turns, times and lines."""
    lines: list[str] = []
    while length > 0:
        lines.append(" ".join(rng.choice(WORDS) for _word in range(rng.randrange(5, 60))))
        length -= len(lines[-1]) + 1
    turns: list[Turn] = []
    at = 0
    for number, line in enumerate(lines):
        turns.append(Turn(at, at + len(line), number % 2, number * 1000, number * 1000 + 900))
        at += len(line) + 1
    return Source(
        "\n".join(lines),
        "text",
        speakers=(Speaker("Intervjuer"), Speaker("Informant")),
        turns=tuple(turns),
        anchors=tuple(Anchor(turn.start, number * 1000) for number, turn in enumerate(turns)),
        locators=tuple(Locator(turn.start, "line", str(n)) for n, turn in enumerate(turns)),
    )


@pytest.fixture
def large(tmp_path: Path) -> Iterator[tuple[Project, int]]:
    """A project with one document of 1,600,000 characters that has 20,000 codings."""
    rng = random.Random(4)
    with new_project.start(tmp_path / "s.qualtool", name="s", coder="Anne") as project:
        with project.edit("x") as session:
            source = talk(rng, 1_600_000)
            document_id = documents.add(session, source, name="a")
            kinds = [codes.add(session, f"kode {n}") for n in range(100)]
            starts = [rng.randrange(len(source.text) - 1_000) for _each in range(20_000)]
            coding.apply_many(
                session,
                [
                    coding.Passage(document_id, at, at + rng.randrange(1, 900), rng.choice(kinds))
                    for at in starts
                ],
            )
        yield project, document_id


@pytest.mark.parametrize("place", ["first", "middle", "last"])
def test_a_correction_in_a_book(
    benchmark: Any, large: tuple[Project, int], capsys: pytest.CaptureFixture[str], place: str
) -> None:
    project, document_id = large
    at = {"first": 20, "middle": 800_000, "last": 1_590_000}[place]
    made: list[correction.Corrected] = []

    def correct() -> None:
        with project.edit("correct_text") as session:
            edits = [Edit(at, at + 2, "abc")]
            made.append(correction.correct(session, document_id, edits))

    benchmark.pedantic(correct, rounds=7, warmup_rounds=1)
    with capsys.disabled():
        print(
            f"\na correction {place} in 1,600,000 characters in "
            f"{min(benchmark.stats.stats.data) * 1000:.0f} ms (wanted: 150); "
            f"{made[0].moved:,} of 20,000 excerpts moved"
        )


def test_a_name_replaced_in_two_hundred_interviews(
    benchmark: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rng = random.Random(5)
    wanted = Wanted("kari", endings=True)
    with new_project.start(tmp_path / "s.qualtool", name="s", coder="Anne") as project:
        with project.edit("x") as session:
            for number in range(200):
                documents.add(session, talk(rng, 60_000), name=f"Intervju {number}")
        with project.read() as session:
            found = benchmark.pedantic(lambda: replacing.find(session, wanted), rounds=3)
        begun = time.perf_counter()
        with project.edit("replace_words") as session:
            made = operations.replace(session, wanted, "Anne", hits=found.texts)
        taken = time.perf_counter() - begun
    with capsys.disabled():
        print(
            f"\n{made.places:,} places in 12,000,000 characters found in "
            f"{min(benchmark.stats.stats.data):.1f} s, replaced in {taken:.1f} s"
        )
