"""Memory that nobody needs any more is looked for in the window's own thread alone.

Python does so in whatever thread happens to run, and takes apart what it finds there. What Qt has
made must be taken apart in the thread that made it, or its timers and windows end in a crash. So
Python does not look by itself while a job runs beside the window: the window looks, now and then.
"""

from __future__ import annotations

import gc

LOOKING_MS = 2000  # between two looks while a job runs

_jobs = 0


def hold() -> None:
    """Do not look by itself from now on, because a job runs beside the window."""
    global _jobs
    _jobs += 1
    gc.disable()


def release() -> None:
    """One job less runs; look again when it was the last."""
    global _jobs
    _jobs -= 1
    if not _jobs:
        gc.enable()


def look() -> None:
    """Look now, among what is not old."""
    gc.collect(1)


def begin() -> None:
    """Begin to look once the program has started, but never among what the start has made."""
    gc.freeze()
    if not _jobs:
        gc.enable()
