"""How long 2,000 memos take to be read, listed and searched: for people, not for the suite."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import cycle

import pytest
from pytest_benchmark.fixture import BenchmarkFixture
from pytestqt.qtbot import QtBot

from qualtool.analysis import codebook, excerpts, memos
from qualtool.operations import memos as acts
from qualtool.operations import sample
from qualtool.store.project import Project, open_project
from qualtool.ui import fonts, theme
from qualtool.ui.panels.memo_list import MemoList

MEMOS = 2_000
WORDS = "Dette er en tanke om noe som ble sagt. "


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    """The sample study with 2,000 memos of up to 60 sentences, half of them on excerpts."""
    with open_project(sample.own_copy(tmp_path_factory.mktemp("memos"))) as project:
        with project.edit("add_memo") as session:
            passages = cycle(row.id for row in excerpts.excerpts(session))
            codes = cycle(row.id for row in codebook.codes(session))
            for number in range(MEMOS):
                on = ("excerpt", next(passages)) if number % 2 else ("code", next(codes))
                acts.add(
                    session,
                    text=WORDS * (1 + number % 60),
                    title=f"Notat {number}" if number % 3 else "",
                    target=on[0],
                    target_id=on[1],
                    date=f"2024-{1 + number % 12:02}-{1 + number % 28:02}",
                )
        yield project


def test_two_thousand_memos_are_read(benchmark: BenchmarkFixture, large: Project) -> None:
    def read() -> int:
        with large.read() as session:
            return len(memos.memos(session))

    assert benchmark(read) >= MEMOS


def test_the_memos_on_an_excerpt_are_found(benchmark: BenchmarkFixture, large: Project) -> None:
    with large.read() as session:
        row_id = next(iter(memos.signs(session).excerpts))

    def read() -> int:
        with large.read() as session:
            return len(memos.memos(session, target="excerpt", target_id=row_id))

    assert benchmark(read) > 0


@pytest.fixture
def listed(large: Project, qtbot: QtBot) -> MemoList:
    fonts.load()
    theme.start()
    theme.choose("light")
    made = MemoList(large)
    qtbot.addWidget(made)
    made.resize(1200, 800)
    made.show()
    return made


def test_a_key_in_the_search_is_shown(benchmark: BenchmarkFixture, listed: MemoList) -> None:
    words = cycle(("n", "no", "not", "notat", "notat 19", "notat", "not"))

    def press() -> int:
        listed.filters.words.setText(next(words))
        listed.grab()
        return listed.model.rowCount()

    assert benchmark(press) > 0


def test_the_next_memo_is_opened(benchmark: BenchmarkFixture, listed: MemoList) -> None:
    places = cycle(range(200))

    def step() -> object:
        listed.view.setCurrentIndex(listed.model.index(next(places)))
        listed.grab()
        return listed.editor.row

    assert benchmark(step) is not None
