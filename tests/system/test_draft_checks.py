"""A draft held against a small study in the window, by keys: its quotations and its claims."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool import settings
from qualtool.analysis import claims, quoted_in
from qualtool.operations import cases
from qualtool.store import project as projects
from qualtool.ui import fonts, theme
from qualtool.ui.drafts.claims_page import ClaimsPage
from qualtool.ui.drafts.page import QuotationsPage
from qualtool.ui.main_window import MainWindow
from qualtool.ui.panels.command_palette import CommandPalette
from tests.system.hands import Hands, Held, Key
from tests.system.looking import notice, project_of, reader_of
from tests.ui.studies import furnish

CLAIM = "Alle informantene sa at de savnet et fast møtested."


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    """The window on a study of one interview."""
    fonts.load()
    theme.start()
    theme.choose("light")
    settings.change(coder="Marte")
    study = tmp_path / "study.qualtool"
    with projects.create(study, name="A study") as project:
        furnished = furnish(project)
        with project.edit("edit_case") as session:
            cases.tie(session, furnished.document, cases.ensure(session, "Informant 1"))
    made = MainWindow()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    assert made.projects.open(study)
    yield made
    made.close()
    made.deleteLater()


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    """Quotes the study once as it was said, and once with a word of its own."""
    path = tmp_path / "utkast.md"
    path.write_text(
        "# Funn\n\nDet ble sagt at «fantes ikke noe fast sted hvor vi møttes».\n\n"
        f"«så alt hang på at noen forunderlig tok telefonen»\n\n{CLAIM}\n",
        encoding="utf-8",
    )
    return path


def test_a_draft_is_held_against_what_was_said(
    window: MainWindow, qtbot: QtBot, draft: Path
) -> None:
    hands, project = Hands(window), project_of(window)
    before = draft.read_bytes()
    hands.control("5")
    workspace = window.pages.workspace("report")
    assert workspace is not None
    page = workspace.at.quotations  # type: ignore[attr-defined]  # of the report's pages
    assert isinstance(page, QuotationsPage)
    with qtbot.waitSignal(page.check.checked, timeout=20_000):
        page.choose(draft)
    assert [row.checked.verdict for row in page.list.table.rows] == ["verbatim", "altered"]

    # From problem to problem, and to where it was said.
    page.begin()
    hands.press("]")
    row = page.list.chosen()
    assert row is not None
    assert [each.quoted for each in row.checked.differences] == ["forunderlig"]
    hands.press(Key.Key_Return)
    assert window.pages.shown() == "coding"
    assert reader_of(hands).view.accessibleName() == row.said[0].document

    # Coded from the list, and linked: the excerpt says where it is quoted.
    hands.control("5")
    page.begin()
    hands.press("c")
    hands.part(CommandPalette)
    hands.write("slik gjør")
    hands.press(Key.Key_Return)
    page.link()
    assert notice(window) == "Tied 2 quotations in the draft “utkast.md” to their excerpts"
    row = page.list.chosen()
    assert row is not None
    assert "slik gjør vi det her" in row.said[0].codes
    with project.read() as session:
        found = quoted_in.quoted_in(session, row.said[0].excerpt_ids)
    assert [(each.draft, each.verdict) for each in found] == [("utkast.md", "altered")]

    assert draft.read_bytes() == before


def test_the_claims_of_a_draft_are_held_against_who_says_what(
    window: MainWindow, qtbot: QtBot, draft: Path
) -> None:
    hands, project = Hands(window), project_of(window)
    hands.control("5")
    workspace = window.pages.workspace("report")
    assert workspace is not None
    page = workspace.at.claims  # type: ignore[attr-defined]  # of the report's pages
    assert isinstance(page, ClaimsPage)
    with qtbot.waitSignal(page.check.claims_found, timeout=30_000):
        page.check.choose(draft)
    assert [each.text for each in page.list.table.rows] == [CLAIM]
    page.begin()
    hands.press("t")
    hands.part(CommandPalette)
    hands.write("eier det")
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Return, Key.Key_Minus)
    with project.read() as session:
        (claim,) = claims.claims(session)
    assert claim.tied_to == "Ingen eier det"
    assert [voice.case for voice in claim.against if voice.judged] == [claim.voices[0].case]
    hands.press("z", held=Held.ControlModifier)
    with project.read() as session:
        (claim,) = claims.claims(session)
    assert not any(voice.judged for voice in claim.voices)
