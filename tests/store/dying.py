"""Processes that are killed at a moment nobody chose, and what they said before."""

from __future__ import annotations

import os
import signal
import sys
import time
import traceback
from collections.abc import Callable
from typing import TypeVar

import pytest

Say = Callable[[bytes], None]
Test = TypeVar("Test", bound=Callable[..., None])


def forks(test: Test) -> Test:
    """Mark a test that forks: what makes hundreds of processes affordable, where it can be had."""
    quiet = pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
    can = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork a process")
    marked: Test = can(quiet(test))
    return marked


class Failed(AssertionError):
    """The process failed before it was killed."""


def killed(work: Callable[[Say], None], after_s: float, *, words: int = 0) -> bytes:
    """What `work` said, in a process of its own, before it was killed.

    It is killed `after_s` seconds after it has said so many words, of one byte each.
    """
    reading, writing = os.pipe()
    child = os.fork()
    if not child:
        os.close(reading)
        _work(work, writing)
    os.close(writing)
    try:
        said = b""
        while len(said) < words and (heard := os.read(reading, words - len(said))):
            said += heard
        time.sleep(after_s)
        os.kill(child, signal.SIGKILL)
        _pid, status = os.waitpid(child, 0)
        while heard := os.read(reading, 65536):
            said += heard
    finally:
        os.close(reading)
    if os.WIFEXITED(status) and os.WEXITSTATUS(status):
        raise Failed(said.decode(errors="replace"))
    return said


def _work(work: Callable[[Say], None], writing: int) -> None:
    try:
        work(lambda word: _say(writing, word))
    except BaseException:
        os.write(writing, traceback.format_exc().encode())
        sys.stdout.flush()
        os._exit(1)
    os._exit(0)


def _say(writing: int, word: bytes) -> None:
    os.write(writing, word)
