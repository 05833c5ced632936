"""From codes to themes to the map to the findings, on the sample study, by keys in the window."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool import cli, settings
from qualtool.analysis import codebook, history, memos
from qualtool.operations import sample
from qualtool.store.project import open_project
from qualtool.store.rows import StepRow, ThemeRow
from qualtool.ui import fonts, theme
from qualtool.ui.findings.page import FindingsPage
from qualtool.ui.findings.quote_sheet import QuoteSheet
from qualtool.ui.main_window import MainWindow
from qualtool.ui.map.page import ThemeMap
from qualtool.ui.panels.command_palette import CommandPalette
from qualtool.ui.panels.reason_sheet import ReasonSheet
from qualtool.ui.workspaces.themes import ThemesWorkspace
from tests.operations.dumping import dump
from tests.system.hands import Hands, Held, Key
from tests.system.looking import code_called, project_of
from tests.ui.board.boards import card, head


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


def theme_called(window: MainWindow, name: str) -> ThemeRow:
    with project_of(window).read() as session:
        return next(row for row in codebook.themes(session) if row.name == name)


def told(window: MainWindow, count: int) -> list[str]:
    """The last steps in words, the newest first."""
    with project_of(window).read() as session:
        return [history.worded(row) for row in history.steps(session, limit=count)]


def answer(hands: Hands, words: str) -> None:
    """Choose in the palette that asks for a theme."""
    hands.part(CommandPalette)
    hands.write(words)
    hands.press(Key.Key_Return)


def test_from_codes_to_themes_to_the_map_to_the_findings(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    hands = Hands(window)
    project = project_of(window)
    before = dump(project)

    # A thought on the way, in the journal over the board.
    hands.control("3")
    workspace = hands.part(ThemesWorkspace)
    board = workspace.board
    hands.control("j")
    hands.write("Telefonen går igjen hos alle.")
    hands.press(Key.Key_Escape, Key.Key_Escape)
    with project.read() as session:
        assert "Telefonen går igjen hos alle." in [row.text for row in memos.memos(session)]

    # Two codes become a theme of their own, named where it stands; one stays in its old one too.
    board.setFocus()
    first = code_called(project, "ta en telefon").id
    second = code_called(project, "alle kjenner alle").id
    board.choose(card(board, first).key)
    hands.press("n")
    hands.press(*"Den korte veien", Key.Key_Return)
    made = theme_called(window, "Den korte veien")
    assert made.code_ids == (first,)
    board.choose(card(board, second).key)
    hands.press("T")
    answer(hands, "den korte")
    assert set(theme_called(window, "Den korte veien").code_ids) == {first, second}
    assert second in theme_called(window, "Lokal forankring").code_ids

    # What it means, and how its excerpts fit.
    board.choose(head(board, made.id))
    pane = workspace.beside.pane
    concept = workspace.beside.form.fields["concept"]
    concept.setFocus()
    hands.write("At en kjenner noen å ringe til, bærer samarbeidet.")
    board.setFocus()
    pane.tabs.setCurrentIndex(1)
    shown = pane.excerpts.list
    shown.setCurrentIndex(shown.model_.index(0))
    shown.setFocus()
    hands.press(Key.Key_1, held=Held.AltModifier)

    # Kept; another is set aside with its reason.
    board.setFocus()
    board.choose(head(board, made.id))
    hands.press("k")
    board.choose(head(board, theme_called(window, "Ressurser").id))
    hands.press("a")
    qtbot.waitUntil(hands.part(ReasonSheet).why.hasFocus)
    hands.write("for tynt belagt")
    hands.press(Key.Key_Return)
    states = {name: theme_called(window, name).state for name in ("Den korte veien", "Ressurser")}
    assert states == {"Den korte veien": "kept", "Ressurser": "aside"}

    # The map: a box of one's own and a line to the theme, saved as a drawing with real text.
    window.made["go_map"].trigger()
    drawn = hands.part(ThemeMap)
    drawn.canvas.setFocus()
    hands.press("n")
    hands.write("Små forhold")
    hands.press(Key.Key_Return)
    drawing = tmp_path / "kart.svg"
    study = project.path
    # The findings: words, a quotation, and the whole as Word text.
    workspace.pages.show_page("findings")
    page = hands.part(FindingsPage)
    section = next(each for each in page.sections if each.theme_id == made.id)
    section.summary.setFocus()
    hands.write("Samarbeidet hviler på hvem en kjenner.")
    section.begin()
    hands.write("Flere forteller om telefonen.")
    page.quote()
    sheet = hands.part(QuoteSheet)
    sheet.list.setCurrentRow(0)
    sheet.go.click()
    words = told(window, 30)
    for said in (
        "Renamed the theme “New theme” to “Den korte veien”",
        "Kept the theme “Den korte veien”",
        "Set the theme “Ressurser” aside",
        "Wrote “Små forhold” on the map",
        "Quoted an excerpt in the findings of “Den korte veien”",
    ):
        assert said in words, words
    assert "for tynt belagt" in [row.reason for row in _steps(window)], "an examiner can see why"
    window.close()

    # Handed on by commands: map, findings and summary.
    for asked in (
        ["export", str(study), "findings", "--to", str(tmp_path / "funn.docx"), "--lang", "nb"],
        ["export", str(study), "summary", "--to", str(tmp_path / "sum.docx")],
        ["map", str(study), "--to", str(drawing)],
    ):
        assert cli.run(asked, lambda *_: 0) == 0, asked
    capsys.readouterr()
    text = "\n".join(each.text for each in docx.Document(str(tmp_path / "funn.docx")).paragraphs)
    assert "Den korte veien" in text
    assert "Flere forteller om telefonen." in text
    assert "Små forhold" in drawing.read_text("utf-8")

    # All of it can be taken back.
    with open_project(study) as opened:
        while opened.undo() is not None:
            pass
        assert dump(opened) == before


def _steps(window: MainWindow) -> list[StepRow]:
    with project_of(window).read() as session:
        return history.steps(session, limit=40)
