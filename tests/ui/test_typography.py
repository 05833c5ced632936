"""How transcripts are set is chosen once, reached by key, and kept."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from qualtool import settings
from qualtool.ui.dialogs.preferences import Preferences
from qualtool.ui.main_window import MainWindow
from qualtool.ui.reader.face import Face, Spacing, face_of
from qualtool.ui.workspaces.coding import CodingWorkspace
from tests.ui.studies import furnish


def face_shown(window: MainWindow) -> Face:
    """The face of the text in the coding workspace."""
    assert window.project is not None
    window.show_workspace("coding")
    workspace = window.pages.workspace("coding")
    assert isinstance(workspace, CodingWorkspace)
    if workspace.reader.view.page is None:
        workspace.open_document(furnish(window.project).document)
    page = workspace.reader.view.page
    assert page is not None
    return page.face


def test_what_was_chosen_holds_when_the_program_is_opened_again(
    window: MainWindow, study_path: Path
) -> None:
    settings.change(text_size=150, reader_face="sans", reader_spacing="wide")
    assert window.projects.open(study_path)
    assert face_shown(window) == face_of("sans", 1.5, "wide")


def test_face_and_spacing_are_changed_from_the_palette_and_kept(opened: MainWindow) -> None:
    assert face_shown(opened) == face_of("serif", 1.0, "ordinary")
    opened.made["change_face"].trigger()
    opened.made["change_spacing"].trigger()
    assert face_shown(opened) == face_of("sans", 1.0, "wide")
    assert settings.load().reader_face == "sans"
    assert settings.load().reader_spacing == "wide"
    opened.made["larger"].trigger()
    assert face_shown(opened) == face_of("sans", 1.1, "wide")


def test_the_preferences_offer_the_space_between_paragraphs(qtbot: QtBot) -> None:
    sheet = Preferences(settings.Settings(reader_spacing="close"))
    qtbot.addWidget(sheet)
    told: list[str] = []
    sheet.spacing_chosen.connect(told.append)
    buttons = sheet.findChildren(QAbstractButton)
    button = next(each for each in buttons if each.text() == "Wide")
    button.click()
    assert told == ["wide"]


@pytest.mark.parametrize("spacing", ["close", "ordinary", "wide"])
def test_the_measure_and_the_leading_stay_whatever_the_spacing(
    opened: MainWindow, spacing: Spacing
) -> None:
    face, plain = face_of("serif", 1.0, spacing), face_of("serif", 1.0)
    assert (face.measure, face.line) == (plain.measure, plain.line)
    assert 60 <= face.measure / face.advance <= 75
    assert 1.45 <= face.line / 16.5 <= 1.7
