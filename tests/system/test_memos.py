"""Thinking along the way: memos on passages, codes and the study, found again and handed on."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool import cli, settings
from qualtool.analysis import history, memos
from qualtool.operations import sample
from qualtool.store.project import open_project
from qualtool.store.rows import MemoRow
from qualtool.ui import fonts, theme
from qualtool.ui.main_window import MainWindow
from qualtool.ui.memo_acts import export
from qualtool.ui.panels.memo_list import MemoList
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.system.coding import LAUGH
from tests.system.hands import Hands, Held, Key
from tests.system.looking import open_document, project_of

BOTH = Held.ControlModifier | Held.ShiftModifier


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on a copy of the sample study."""
    fonts.load()
    theme.start()
    theme.choose("light")
    settings.change(coder="Marte")
    study = sample.own_copy(tmp_path)
    made = MainWindow()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    assert made.projects.open(study)
    yield made
    made.close()
    made.deleteLater()


def kept(window: MainWindow) -> dict[str, MemoRow]:
    with project_of(window).read() as session:
        return {row.text: row for row in memos.memos(session)}


def test_memos_from_the_first_thought_to_the_appendix(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hands = Hands(window)
    before = kept(window)
    hands.control("2")

    # On a passage that nobody has coded; the text may still be read beside it.
    open_document(hands, "Informant 1")
    hands.select("Da er de ikke mine lenger.")
    hands.control("m")
    hands.write("Hvem er «mine»?")
    hands.press(Key.Key_Escape)
    passage = kept(window)["Hvem er «mine»?"]
    assert passage.words == "Da er de ikke mine lenger."
    assert passage.about.startswith("Informant 1, ")

    # On an excerpt that is coded: the codes come along.
    hands.select(LAUGH)
    hands.press(Key.Key_Escape, "]")
    hands.control("m")
    hands.write("Hun ler når hun sier det.")
    hands.press(Key.Key_Escape)
    excerpt = kept(window)["Hun ler når hun sier det."]
    assert excerpt.codes

    # On a code, private, with a title; the window is closed in the middle of it.
    coding = hands.part(CodingWorkspace)
    coding.codebook.choose_code(_code(window, "vil eller må"))
    coding.codebook.tree.setFocus()
    hands.control("m")
    hands.write("Jeg ville selv ha svart «må».")
    drawer = window.memos.drawer
    assert drawer is not None
    drawer.editor.title.setFocus()
    hands.write("Min egen plikt")
    drawer.editor.kind.setFocus()
    while drawer.editor.kind.currentData() != "reflexive":
        hands.press(Key.Key_Down)
    path = project_of(window).path
    window.projects.close()
    assert window.projects.open(path)
    mine = kept(window)["Jeg ville selv ha svart «må»."]
    assert (mine.kind, mine.private, mine.about) == ("reflexive", True, "vil eller må")
    with project_of(window).read() as session:
        steps = [row.action for row in history.steps(session, limit=3)]
    assert steps == ["add_memo", "add_memo", "add_memo"]

    # Found again, with those that were there, and back to the place.
    hands.press("m", held=BOTH)
    listed = hands.part(MemoList)
    qtbot.waitUntil(listed.filters.words.hasFocus)
    assert listed.model.rowCount() == len(before) + 3
    hands.write("hvem mine")
    assert listed.model.rowCount() == 1
    hands.press(Key.Key_Down)
    hands.control(Key.Key_Return)
    coding = hands.part(CodingWorkspace)
    assert passage.span is not None
    assert coding.reader.view.caret.position == passage.span[1]

    # Handed on: what is shown, with its context, without what is private.
    hands.press("m", held=BOTH)
    listed = hands.part(MemoList)
    wanted = listed.wanted()
    assert export(listed, project_of(window), wanted, _never, tmp_path / "alt.md")
    file = tmp_path / "fra-kommandolinja.md"
    window.close()
    asked = ["export", str(path), "memos", "--to", str(file), "--on", "excerpt", "--lang", "nb"]
    assert cli.run(asked, lambda *_: 0) == 0
    said = file.read_text("utf-8")
    assert "Hvem er «mine»?" in said
    assert "«Da er de ikke mine lenger.»" in said
    assert excerpt.codes[0] in said
    assert "Min egen plikt" not in said
    assert "Min egen plikt" in (tmp_path / "alt.md").read_text("utf-8")
    capsys.readouterr()
    with open_project(path) as project:
        while (step := project.undo()) is not None and step.action == "add_memo":
            with project.read() as session:
                left = {row.text for row in memos.memos(session)}
            if left == set(before):
                break
        assert left == set(before)


def _code(window: MainWindow, name: str) -> int:
    from tests.system.looking import code_called

    return code_called(project_of(window), name).id


def _never(error: Exception) -> None:
    raise error
