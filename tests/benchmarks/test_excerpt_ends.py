"""How long it takes to move an excerpt's end and to split one among 20,000. Measures and prints.

A document of 1,600,000 characters with 20,000 codings in the coding workspace, each act from the
key to the painted frame, the step of the project included. Times are of the processor. Run with
`pytest tests/benchmarks/test_excerpt_ends.py --benchmark-only -s`.
"""

from __future__ import annotations

from time import process_time
from typing import Any, Final

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool.store.project import Project
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.benchmarks.large_document import large

ROUNDS: Final = 12
Key, Held = Qt.Key, Qt.KeyboardModifier


@pytest.fixture
def workspace(qtbot: QtBot, project: Project) -> CodingWorkspace:
    return large(qtbot, project)


def paint(_shown: CodingWorkspace) -> None:
    """Let what has changed be painted; what is put off waits as it does in the program."""
    QApplication.sendPostedEvents()


def test_moving_an_end_and_splitting_among_twenty_thousand(
    benchmark: Any,
    qtbot: QtBot,
    workspace: CodingWorkspace,
    project: Project,
    capsys: pytest.CaptureFixture[str],
) -> None:
    view = workspace.reader.view
    times: dict[str, list[float]] = {}

    def measured(name: str, act: Any) -> None:
        start = process_time()
        act()
        paint(workspace)
        times.setdefault(name, []).append((process_time() - start) * 1000)

    def once() -> None:
        chosen = workspace.reader.chosen_excerpt()
        qtbot.keyClicks(view, "e")
        measured("a word, seen only", lambda: qtbot.keyClick(view, Key.Key_Left))
        measured("kept, step included", lambda: qtbot.keyClick(view, Key.Key_Return))
        measured("taken back", project.undo)
        view.set_caret(view.caret.at(view.grips.span[0] + 12 if view.grips else 0))
        measured("split", lambda: qtbot.keyClick(view, Key.Key_Return, Held.ControlModifier))
        measured("split taken back", project.undo)
        measured("depth", lambda: qtbot.keyClick(view, Key.Key_D, Held.ControlModifier))
        workspace.reader.choose_excerpt(chosen)

    benchmark.pedantic(once, rounds=ROUNDS)
    with capsys.disabled():
        print("\n1,600,000 characters, 20,000 codings: middle and worst (ms; wanted: 30)")
        for name, found in times.items():
            found = sorted(found)
            print(f"  {name:20} {found[len(found) // 2]:6.1f} {found[-1]:6.1f}")
    assert workspace.reader.chosen_excerpt() is not None
