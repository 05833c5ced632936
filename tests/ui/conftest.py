"""The window for tests: dressed as it is for the researcher, on an empty project or on none."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from qualtool import i18n
from qualtool.operations import new_project
from qualtool.ui import fonts, theme
from qualtool.ui.main_window import MainWindow
from tests.copies import content_of
from tests.ui.stretching import Stretched


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in the program's own fonts and light colours."""
    fonts.load()
    theme.start()
    theme.choose("light")
    return qapp


@pytest.fixture
def study_path(tmp_path: Path) -> Path:
    """A closed project with the default template and a coder, but no documents."""
    path = tmp_path / "Samarbeid.qualtool"
    path.write_bytes(_started())
    return path


@cache
def _started() -> bytes:
    return content_of(lambda path: new_project.start(path, name="Samarbeid", coder="Marte"))


@pytest.fixture
def window(dressed: QApplication, qtbot: QtBot) -> Iterator[MainWindow]:
    """The window on its welcome screen."""
    made = MainWindow()
    made.show()
    yield made
    made.close()
    made.deleteLater()
    # Without a running event loop Qt would keep every window of every test until the end.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def opened(window: MainWindow, study_path: Path) -> MainWindow:
    """The window on a project without documents."""
    assert window.projects.open(study_path)
    return window


@pytest.fixture
def stretched(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the program speak a language of longer words; see `stretching.cut_off`."""
    monkeypatch.setattr(i18n, "_current", Stretched())
