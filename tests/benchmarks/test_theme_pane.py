"""How long it takes to show a theme with 5,000 excerpts, and to mark how one of them fits.

For people, not for the suite. Run with
`pytest tests/benchmarks/test_theme_pane.py --benchmark-only -s`.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from typing import Any, Final

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.operations import themes
from qualtool.store.project import Project
from qualtool.ui import fonts, theme
from qualtool.ui.workspaces.coding_acts import CodingActs
from qualtool.ui.workspaces.theme_beside import ThemeBeside
from tests.benchmarks.test_retrieval import fill

ROUNDS: Final = 7


def test_a_theme_with_five_thousand_excerpts(
    benchmark: Any, project: Project, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    fonts.load()
    theme.choose("light")
    full, bare = fill(project)
    with project.edit("add_theme") as session:
        large, small = themes.add(session, "Alt tar tid"), themes.add(session, "Ingen eier det")
        themes.place_codes(session, large, [full])
        themes.place_codes(session, small, [bare])
    shown = ThemeBeside(project, CodingActs(project, print), lambda _act: None)
    qtbot.addWidget(shown)
    project.listen(shown.on_changes)
    shown.resize(340, 860)
    shown.show()
    qtbot.waitExposed(shown)
    pane = shown.pane
    marked = pane.excerpts

    def mark(fit: str) -> None:
        marked.fit_wished.emit(large, [marked.list.chosen()[0].excerpt.id], fit)

    def took(act: Callable[[], object]) -> float:
        before = time.process_time()
        act()
        for _time in range(3):
            QApplication.processEvents()
        return (time.process_time() - before) * 1000

    found: dict[str, list[float]] = {}

    def once() -> None:
        pane.tabs.setCurrentIndex(0)
        found.setdefault("another theme", []).append(took(lambda: shown.show_theme(small)))
        found.setdefault("its definition", []).append(took(lambda: shown.show_theme(large)))
        found.setdefault("its excerpts", []).append(took(lambda: pane.tabs.setCurrentIndex(1)))
        marked.list.setCurrentIndex(marked.list.model_.index(0))
        found.setdefault("a fit mark", []).append(took(lambda: mark("fits")))
        found.setdefault("another mark", []).append(took(lambda: mark("against")))
        found.setdefault("its history", []).append(took(lambda: pane.tabs.setCurrentIndex(2)))

    benchmark.pedantic(once, rounds=ROUNDS)
    with capsys.disabled():
        print()
        for what, times in found.items():
            print(f"{what}: {statistics.median(times):.0f} ms, at most {max(times):.0f}")
    assert statistics.median(found["its definition"]) < 600
    assert statistics.median(found["a fit mark"]) < 300
