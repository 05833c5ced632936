"""Everyone hears of every step, in order, and nobody can spoil it for the others."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from qualtool.store.journal import Changes
from qualtool.store.listeners import Listeners


def _changes(action: str) -> Changes:
    return Changes({"code": frozenset({1})}, action=action)


def test_a_step_made_by_a_listener_is_told_when_all_have_heard_of_the_one_before() -> None:
    listeners = Listeners()
    heard: list[str] = []

    def reacting(changes: Changes) -> None:
        heard.append(f"a {changes.action}")
        if changes.action == "first":
            listeners.tell(_changes("second"))

    listeners.add(reacting)
    listeners.add(lambda changes: heard.append(f"b {changes.action}"))
    listeners.tell(_changes("first"))
    assert heard == ["a first", "b first", "a second", "b second"]


def test_who_has_stopped_listening_hears_nothing_more_even_of_the_step_being_told() -> None:
    listeners = Listeners()
    heard: list[str] = []
    ends: list[Callable[[], None]] = []
    listeners.add(lambda _changes: ends[0]())
    ends.append(listeners.add(lambda changes: heard.append(changes.action)))
    listeners.tell(_changes("first"))
    assert heard == []
    ends[0]()


def test_the_same_listener_may_be_added_twice_and_taken_away_once() -> None:
    listeners = Listeners()
    heard: list[str] = []

    def listener(changes: Changes) -> None:
        heard.append(changes.action)

    end = listeners.add(listener)
    listeners.add(listener)
    listeners.tell(_changes("first"))
    end()
    listeners.tell(_changes("second"))
    assert heard == ["first", "first", "second"]


def test_an_error_in_one_is_reported_and_the_others_hear(monkeypatch: pytest.MonkeyPatch) -> None:
    reported: list[type[BaseException]] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, _error, _trace: reported.append(kind))
    listeners = Listeners()
    heard: list[str] = []
    listeners.add(lambda _changes: [][1])
    listeners.add(lambda changes: heard.append(changes.action))
    listeners.tell(_changes("first"))
    listeners.tell(_changes("second"))
    assert reported == [IndexError, IndexError]
    assert heard == ["first", "second"]


def test_an_interruption_stops_the_telling_but_not_the_next() -> None:
    listeners = Listeners()
    heard: list[str] = []

    def interrupted(changes: Changes) -> None:
        if changes.action == "first":
            raise KeyboardInterrupt

    listeners.add(interrupted)
    listeners.add(lambda changes: heard.append(changes.action))
    with pytest.raises(KeyboardInterrupt):
        listeners.tell(_changes("first"))
    listeners.tell(_changes("second"))
    assert heard == ["second"]
