"""How long it takes to show the excerpts of a code with 5,000 of them, in a million words.

For people, not for the suite. Run with
`pytest tests/benchmarks/test_retrieval.py --benchmark-only -s`.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from typing import Any, Final

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.operations import coders, codes, coding, documents
from qualtool.store.project import Project
from qualtool.ui import fonts, theme
from qualtool.ui.panels.inspector import Inspector
from tests.benchmarks.test_large_project import interview

DOCUMENTS: Final = 50
EACH: Final = 100  # excerpts in a document
ROUNDS: Final = 7


def fill(project: Project) -> tuple[int, int]:
    """A code with 5,000 excerpts by two coders, and one with none."""
    chance = random.Random(5)
    with project.edit("x") as session:
        full, bare = codes.add(session, "mye brukt"), codes.add(session, "ikke brukt")
        people = coders.ensure(session, "Anne"), coders.ensure(session, "Bo")
    project.coder_id = people[0]
    for number in range(DOCUMENTS):
        with project.edit("x") as session:
            source = interview(chance)
            document = documents.add(session, source, name=f"Intervju {number + 1}")
            starts = (chance.randrange(len(source.text) - 1000) for _each in range(EACH))
            passages = [
                coding.Passage(document, at, at + 200, full, coder_id=people[at % 2])
                for at in starts
            ]
            coding.apply_many(session, passages)
    return full, bare


def test_choosing_a_code_with_five_thousand_excerpts(
    benchmark: Any, project: Project, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    fonts.load()
    theme.choose("light")
    full, bare = fill(project)
    shown = Inspector(project)
    qtbot.addWidget(shown)
    shown.resize(314, 820)
    shown.show()

    def took(before: Callable[[], object], act: Callable[[], object]) -> float:
        times = []
        for _round in range(ROUNDS):
            before()
            QTest.qWait(250)
            begun = time.perf_counter()
            act()
            QApplication.sendPostedEvents()
            shown.repaint()
            times.append((time.perf_counter() - begun) * 1000)
        return sorted(times)[ROUNDS // 2]

    def choose() -> None:
        shown.show_code(full)

    def another() -> None:
        shown.show_code(bare)

    told = {"choose the code": took(another, choose)}
    shown.retrieval.list.show_context(True)
    told["with context"] = took(another, choose)
    project.coders_read = frozenset({project.coder_id or 0})
    told["only one coder’s"] = took(another, choose)
    project.coders_read = None
    shown.retrieval.grouping = "case"
    told["by case"] = took(another, choose)
    benchmark.pedantic(choose, setup=another, rounds=ROUNDS)
    with capsys.disabled():
        print(f"\n{shown.retrieval.list.model_.total()} excerpts in {DOCUMENTS} documents")
        for name, spent in told.items():
            print(f"  {name:20} {spent:6.0f} ms (wanted: 150)")
