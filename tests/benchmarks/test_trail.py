"""How long the trail of 50,000 steps takes to open, to scroll and to search: for people."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot
from sqlalchemy import insert

from qualtool.analysis import trail_pages
from qualtool.analysis.trail_pages import StepFilter
from qualtool.store import project as projects
from qualtool.store.project import Project
from qualtool.store.schema import Step
from qualtool.ui import fonts, theme
from qualtool.ui.work.trail_page import TrailPage

STEPS = 50_000


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """A project with 50,000 steps, every fiftieth of which takes the one before back."""
    path = tmp_path_factory.mktemp("trail") / "study.qualtool"
    with projects.create(path, name="A study") as project:
        rows = [
            {
                "action": "undo" if number % 50 == 49 else "apply_code",
                "undoes_id": number if number % 50 == 49 else None,
                "reason": "" if number % 20 else "fordi",
                "about": json.dumps({"document": f"Intervju {number % 40}", "code": "tid"}),
            }
            for number in range(1, STEPS + 1)
        ]
        with project.clear_out() as session:
            session.execute(insert(Step), rows)
        yield project


def test_the_trail_opens(benchmark: BenchmarkFixture, large: Project, qtbot: QtBot) -> None:
    fonts.load()
    theme.start()

    def show() -> int:
        page = TrailPage(large)
        page.resize(1200, 800)
        page.show()
        page.grab()
        shown = page.model.rowCount()
        page.hide()
        page.deleteLater()
        return shown

    assert benchmark(show) > 0


def test_a_page_is_fetched_from_the_middle(benchmark: BenchmarkFixture, large: Project) -> None:
    def fetch() -> int:
        with large.read() as session:
            return len(trail_pages.page(session, StepFilter(), STEPS // 2).steps)

    assert benchmark(fetch) == trail_pages.CHUNK


def test_all_is_searched_for_words_that_are_nowhere(
    benchmark: BenchmarkFixture, large: Project
) -> None:
    def search() -> int:
        with large.read() as session:
            return len(trail_pages.every(session, StepFilter(words="finnes ikke")))

    assert benchmark(search) == 0


def test_one_slice_of_that_search(benchmark: BenchmarkFixture, large: Project) -> None:
    def search() -> int:
        with large.read() as session:
            wanted = StepFilter(words="finnes ikke")
            return len(trail_pages.page(session, wanted, STEPS // 2).steps)

    assert benchmark(search) == 0
