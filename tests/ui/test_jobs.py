"""Work beside the window: results come back to its own thread, and a cancelled job leaves none."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from qualtool.core.errors import QualtoolError
from qualtool.ui import garbage
from qualtool.ui.jobs import Cancelled, Job, Jobs, Progress, State


@pytest.fixture
def jobs(qtbot: QtBot) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


def _gives(number: int, progress: Progress) -> int:
    return number


def test_a_result_comes_back_in_the_windows_own_thread(jobs: Jobs, qtbot: QtBot) -> None:
    threads: list[int] = []
    found: list[int] = []

    def work(progress: Progress) -> int:
        threads.append(threading.get_ident())
        return 42

    def done(result: int) -> None:
        threads.append(threading.get_ident())
        found.append(result)

    jobs.start(Job("Counting", work, done))
    qtbot.waitUntil(lambda: found == [42])
    assert threads[0] != threads[1] == threading.get_ident()
    assert not jobs.busy


def test_jobs_run_one_after_another_in_the_order_they_came(jobs: Jobs, qtbot: QtBot) -> None:
    order: list[int] = []
    for number in range(20):
        jobs.start(Job("", partial(_gives, number), order.append))
    qtbot.waitUntil(lambda: len(order) == 20)
    assert order == list(range(20))


def test_a_job_that_tells_how_far_it_is_stops_where_it_is_cancelled(
    jobs: Jobs, qtbot: QtBot
) -> None:
    begun = threading.Event()
    done: list[str] = []
    stopped: list[bool] = []

    def work(progress: Progress) -> str:
        for step in range(10**9):
            progress(step, 10**9, "a step")
            begun.set()
        return "never"

    jobs.start(Job("Long", work, done.append, cancelled=lambda: stopped.append(True)))
    assert begun.wait(5)
    jobs.cancel()
    qtbot.waitUntil(lambda: stopped == [True])
    assert done == []


def test_a_job_that_returns_after_being_cancelled_has_no_result(jobs: Jobs, qtbot: QtBot) -> None:
    go_on = threading.Event()
    done: list[str] = []
    stopped: list[bool] = []

    def work(progress: Progress) -> str:
        go_on.wait(5)
        return "half" if progress.cancelled() else "whole"

    jobs.start(Job("", work, done.append, cancelled=lambda: stopped.append(True)))
    jobs.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: stopped == [True])
    assert done == []


def test_a_job_that_waits_and_is_cancelled_never_begins(jobs: Jobs, qtbot: QtBot) -> None:
    go_on = threading.Event()
    begun: list[bool] = []
    jobs.start(Job("", lambda progress: go_on.wait(5), lambda result: None))
    waiting = jobs.start(Job("", lambda progress: begun.append(True), lambda result: None))
    waiting.cancel()
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert begun == []


def test_what_the_researcher_can_act_on_goes_the_way_of_errors(jobs: Jobs, qtbot: QtBot) -> None:
    def refuse(progress: Progress) -> None:
        raise QualtoolError("unreadable", "It cannot be read.")

    with qtbot.waitSignal(jobs.refused) as told:
        jobs.start(Job("", refuse, lambda result: None))
    assert told.args is not None
    assert told.args[0].key == "unreadable"
    handled: list[QualtoolError] = []
    with qtbot.assertNotEmitted(jobs.refused):
        jobs.start(Job("", refuse, lambda result: None, failed=handled.append))
        qtbot.waitUntil(lambda: len(handled) == 1)


def test_a_fault_in_a_job_is_raised_in_the_window(jobs: Jobs, qtbot: QtBot) -> None:
    def fail(progress: Progress) -> None:
        raise ZeroDivisionError

    with qtbot.captureExceptions() as met:
        jobs.start(Job("", fail, lambda result: None))
        qtbot.waitUntil(lambda: not jobs.busy)
        qtbot.waitUntil(lambda: bool(met))
    assert met[0][0] is ZeroDivisionError


def test_a_long_job_is_shown_with_how_far_it_is_and_a_short_one_is_not(
    jobs: Jobs, qtbot: QtBot
) -> None:
    shown: list[State | None] = []
    jobs.shown.connect(shown.append)
    jobs.start(Job("Short", lambda progress: None, lambda result: None))
    qtbot.waitUntil(lambda: not jobs.busy)
    assert [state for state in shown if state] == []
    go_on = threading.Event()

    def work(progress: Progress) -> None:
        progress(3, 10, "Informant 3")
        go_on.wait(10)
        progress(4, 10, "Informant 4")

    jobs.start(Job("Long", work, lambda result: None))
    qtbot.waitUntil(lambda: State("Informant 3", 3, 10) in shown, timeout=4000)
    go_on.set()
    qtbot.waitUntil(lambda: not jobs.busy)
    assert shown[-1] is None


def test_asking_to_stop_raises_at_the_next_word(qtbot: QtBot) -> None:
    progress = Progress(lambda done, total, words: None)
    progress(0, 1)
    progress.cancel()
    with pytest.raises(Cancelled):
        progress(1, 1)


def test_closing_waits_for_what_runs_and_throws_it_away(qtbot: QtBot) -> None:
    jobs = Jobs()
    done: list[None] = []

    def work(progress: Progress) -> None:
        for step in range(10**9):
            progress(step, 10**9)

    jobs.start(Job("", work, done.append))
    jobs.close()
    assert not jobs.busy
    assert done == []


def test_what_a_job_holds_of_the_window_goes_in_the_windows_own_thread(
    jobs: Jobs, qtbot: QtBot
) -> None:
    gone: list[int] = []
    done: list[object] = []

    class Held:
        def __del__(self) -> None:
            gone.append(threading.get_ident())

        def work(self, progress: Progress) -> object:
            circle = Held()
            circle.__dict__["itself"] = circle
            return [Held() for _number in range(3)] and done

    for _number in range(20):
        jobs.start(Job("Holding", Held().work, done.append))
    qtbot.waitUntil(lambda: len(done) == 20)
    gc.collect()
    own = [thread for thread in gone if thread == threading.get_ident()]
    assert len(own) == 40  # those that worked, and the circles; the three were the thread's own
    assert len(gone) == 100


def test_garbage_is_not_looked_for_while_a_job_runs(jobs: Jobs, qtbot: QtBot) -> None:
    looked: list[bool] = []
    jobs.start(Job("Looking", lambda _progress: gc.isenabled(), looked.append))
    jobs.start(Job("Looking", lambda _progress: gc.isenabled(), looked.append))
    qtbot.waitUntil(lambda: len(looked) == 2)
    assert looked == [False, False]
    assert gc.isenabled()
    garbage.look()
