"""How soon a long codebook answers: for people, not for the suite.

Run with `pytest tests/benchmarks/test_codebook.py --benchmark-only -s`.
"""

from __future__ import annotations

import random
import statistics
import time
from collections.abc import Callable
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.operations import themes
from qualtool.store.project import Project
from qualtool.store.schema import Code, ThemeCode
from qualtool.ui.panels.codebook import CodebookPanel

CODES, LENGTH = 3_000, 80
WORDS = (
    "møte felles sted kommune leder samarbeid tid penger ansvar vei kontor barnehage snakke "
    "telefon vente plan ledelse skole helse avstand tillit referat budsjett frist mandat oppgave"
).split()


def _fill(project: Project) -> None:
    sure = random.Random(4)
    with project.edit("import_codebook") as session:
        places = [themes.add(session, f"Tema {number}") for number in range(20)]
        made = [
            Code(
                name=f"{number} {' '.join(sure.choices(WORDS, k=20))}"[:LENGTH],
                position=number,
                description=" ".join(sure.choices(WORDS, k=15)),
            )
            for number in range(CODES)
        ]
        session.add_all(made)
        session.flush()
        session.add_all(
            ThemeCode(theme_id=places[number % 20], code_id=code.id, position=number)
            for number, code in enumerate(made)
        )


def _timed(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    QApplication.processEvents()
    return (time.perf_counter() - begun) * 1000


@pytest.mark.parametrize("order", ["tree", "list"])
def test_filtering_three_thousand_codes(
    benchmark: Any,
    qtbot: QtBot,
    project: Project,
    capsys: pytest.CaptureFixture[str],
    order: str,
) -> None:
    _fill(project)
    panel = CodebookPanel(project)
    qtbot.addWidget(panel)
    panel.resize(280, 560)
    panel.show()
    if order == "list":
        panel.look.by_name()
    qtbot.waitExposed(panel)
    taken: list[float] = []

    panel.filter.setFocus()
    for typed in ("møte sted", "samarbied", "telefon vente plan", "zzz"):
        taken += [_timed(partial(qtbot.keyClicks, panel.filter, letter)) for letter in typed]
        back = partial(qtbot.keyClick, panel.filter, Qt.Key.Key_Backspace)
        taken += [_timed(back) for _letter in typed[1:]]
        emptied = _timed(panel.filter.clear)
    again = _timed(panel.refresh)
    benchmark.pedantic(panel.refresh, rounds=3)
    with capsys.disabled():
        print(
            f"\n{CODES} codes as a {order}: a key in the filter {statistics.median(taken):.1f} ms "
            f"in the middle, {sorted(taken)[int(len(taken) * 0.95)]:.1f} ms for 95 %, "
            f"{max(taken):.1f} ms at worst (wanted: 16); emptied {emptied:.1f} ms; "
            f"read anew {again:.1f} ms"
        )
    assert taken
