"""How long the journal takes to open with 2,000 entries, and to keep what is being written."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from qualtool.analysis import memo_places
from qualtool.operations import memos
from qualtool.store import project as projects
from qualtool.store.project import Project
from qualtool.ui import fonts, theme
from qualtool.ui.panels.journal_drawer import JournalDrawer

ENTRIES = 2_000
WORDS = "Dette er en **tanke** om noe som ble sagt.\n\n- En ting\n- En til\n\n"


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project with 2,000 entries of up to 40 paragraphs."""
    path = tmp_path_factory.mktemp("journal") / "study.qualtool"
    with projects.create(path, name="A study") as project:
        with project.edit("add_memo") as session:
            for number in range(ENTRIES):
                day = f"2024-{1 + number % 12:02}-{1 + number % 28:02}"
                memos.add(session, text=WORDS * (1 + number % 10), date=day)
        yield project


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    fonts.load()
    theme.start()
    made, page = QWidget(), QWidget()
    page.setParent(made)
    made.resize(1440, 900)
    page.resize(1440, 840)
    qtbot.addWidget(made)
    made.show()
    return made


def _drawer(window: QWidget, project: Project) -> JournalDrawer:
    page = window.findChild(QWidget)
    assert page is not None
    drawer = JournalDrawer(window, page, project)
    with project.read() as session:
        drawer.open(memo_places.blank(session))
    return drawer


def test_the_journal_opens(benchmark: BenchmarkFixture, window: QWidget, large: Project) -> None:
    def show() -> int:
        drawer = _drawer(window, large)
        drawer.grab()
        shown = len(drawer.entries.entries)
        drawer.close_up()
        drawer.deleteLater()
        return shown

    assert benchmark(show) > 0


def test_what_is_being_written_is_kept(
    benchmark: BenchmarkFixture, window: QWidget, large: Project
) -> None:
    drawer = _drawer(window, large)
    leave = large.listen(drawer.on_changes)

    def write() -> bool:
        drawer.editor.text.insertPlainText("ord ")
        return drawer.editor.keep()

    assert benchmark(write)
    drawer.editor.remove()
    leave()
