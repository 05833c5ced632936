"""What every test stands on: no screen, English words, folders of its own, an empty project."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from functools import cache
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from qualtool import i18n
from qualtool.store import project as projects
from qualtool.store.project import Project
from tests.copies import content_of, opened_copy

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
_numbers = count()

# A busy machine is no fault of the program's.
# The same code gets the same answer each time: what a search at random finds is kept as an example.
settings.register_profile("any machine", deadline=None, derandomize=True)
settings.load_profile("any machine")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Where coverage is asked for, count only what a part's own tests run of it.

    Counting makes Python half as slow again; and lines that only a test of the window passes
    through are not for that reason tested.
    """
    counting = item.config.pluginmanager.get_plugin("_cov")
    if counting is None or counting.cov_controller is None:
        return
    controller = counting.cov_controller
    packages = controller.cov.get_option("run:source_pkgs")
    folder = item.path.relative_to(Path(__file__).parent).parts[0]
    wanted = f"qualtool.{folder}" in packages
    if wanted and not controller.started:
        controller.resume()
    elif controller.started and not wanted:
        controller.pause()


@pytest.fixture(autouse=True)
def _nobodys_computer(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """No test reads or writes the choices of whoever runs it, or depends on their language."""
    home = tmp_path_factory.getbasetemp() / f"nobody-{next(_numbers)}"  # made by who writes there
    monkeypatch.setenv("QUALTOOL_HOME", str(home))
    monkeypatch.setenv("LANGUAGE", "en")
    i18n.set_language("en")


@pytest.fixture(autouse=True)
def _no_window_left() -> Iterator[None]:
    """What a test has shown is gone after it.

    Qt takes apart what is no longer wanted in a running event loop alone. Without one, each
    window of every test would stay, and each later test would restyle and paint it once more.
    """
    yield
    if "PySide6.QtWidgets" in sys.modules:
        take_windows_apart()


def take_windows_apart() -> None:
    """Leave no widget that belongs to nobody; nothing of them is asked first."""
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication

    for widget in QApplication.topLevelWidgets():
        if widget.parent() is None:  # such as the list of a combo box goes with its owner
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    """An empty project, open, in a file of its own."""
    with opened_copy(_empty(), tmp_path / "study.qualtool") as opened:
        yield opened


@cache
def _empty() -> bytes:
    return content_of(lambda path: projects.create(path, name="A study"))
