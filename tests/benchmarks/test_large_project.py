"""How a project of three years feels: 500 documents, ten million words, 200,000 codings.

For people, not for the suite. Run with
`pytest tests/benchmarks/test_large_project.py --benchmark-only -s`.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any, Final

import pytest

from qualtool.core.source import Source, Speaker, Turn
from qualtool.operations import codes, coding, documents, new_project
from qualtool.store.schema import Code
from tests.benchmarks.test_operations import talk

DOCUMENTS: Final = 500
WORDS: Final = 20_000
CODINGS: Final = 400  # in each document
CODES: Final = 3_000
WANTED: Final = {
    "shown": 1500,
    "worked": 1500,
    "opened again": 1500,
    "counted": 10_000,
    "open a document": 80,
    "code": 30,
    "undo": 30,
    "uncode": 30,
    "choose a code": 150,
    "a key in the filter": 16,
    "resident_mb": 400,
    "peak_mb": 400,
}


def interview(chance: random.Random) -> Source:
    paragraphs = list(talk(chance, WORDS))
    turns, at = [], 0
    for number, paragraph in enumerate(paragraphs):
        turns.append(Turn(at, at + len(paragraph), number % 2))
        at += len(paragraph) + 1
    who = (Speaker("Intervjuer", "interviewer"), Speaker("Informant 1", "participant"))
    return Source("\n".join(paragraphs), "text", speakers=who, turns=tuple(turns))


def _name(number: int) -> str:
    return f"kode {number} om noe som tar lang tid å si {'og mer ' * 7}"[:80]


def make(path: Path) -> None:
    """The project; the first code is on 5,000 excerpts and has the number key 1."""
    chance = random.Random(4)
    with new_project.start(path, name="Stor studie", coder="Anne") as project:
        with project.edit("x") as session:
            rows = [Code(name=_name(number), position=number) for number in range(CODES)]
            session.add_all(rows)
            session.flush()
            made = [row.id for row in rows]
            codes.pin(session, made[0], 1)
        for number in range(DOCUMENTS):
            with project.edit("x") as session:
                source = interview(chance)
                document = documents.add(session, source, name=f"Intervju {number + 1}")
                passages = []
                for nth in range(CODINGS):
                    at = chance.randrange(len(source.text) - 1000)
                    code = made[0] if nth < 5_000 // DOCUMENTS else chance.choice(made)
                    span = (at, at + chance.randrange(40, 600))
                    passages.append(coding.Passage(document, *span, code, coder_id=1))
                coding.apply_many(session, passages)


def test_a_project_of_three_years(
    benchmark: Any, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "stor.qualtool"
    begun = time.perf_counter()
    make(path)
    built = time.perf_counter() - begun
    told: list[dict[str, float]] = []
    environment = {**os.environ, "QUALTOOL_HOME": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)

    def use() -> None:
        command = [sys.executable, "-m", "tests.benchmarks.large_window", str(path)]
        now = str(time.monotonic_ns())
        result = subprocess.run(
            [*command, now], env=environment, capture_output=True, text=True, check=False
        )
        assert result.returncode == 0, result.stderr
        told.append(json.loads(result.stdout))

    benchmark.pedantic(use, rounds=2)
    with capsys.disabled():
        size = path.stat().st_size / 1e6
        print(f"\nmade in {built:.0f} s, {size:.0f} MB")
        for name, wanted in WANTED.items():
            print(f"  {name:22} {min(each[name] for each in told):7.0f} (wanted: {wanted})")
    assert told[0].keys() == WANTED.keys()
