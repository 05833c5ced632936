"""The note beside an open project that says who has it open, where and since when."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Note:
    """Who holds a project: a user's name, a machine's name, a process, a time (ms since 1970)."""

    user: str
    machine: str
    process: int
    since_ms: int


def take(path: Path) -> Note | None:
    """Leave our note beside `path`; returns somebody else's living note instead if there is one."""
    return None


def release(path: Path) -> None:
    """Take our note away."""
