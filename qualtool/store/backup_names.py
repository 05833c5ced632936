"""What backups are called, and which of them are kept.

A backup is called by the moment of the last step in it and that step's number, so that its name
says what it holds, and a project with nothing new has its backup already.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from pathlib import Path
from typing import Final, NamedTuple

from qualtool.store import moments

NEWEST_KEPT: Final = 10
DAYS_KEPT: Final = 14

_FOLDER: Final = " backups"
_NAME: Final = re.compile(
    r"(?P<stem>.+) (?P<day>\d{4}-\d\d-\d\d) (?P<time>\d\d\.\d\d\.\d\d) (?P<step>\d+)", re.ASCII
)


def folder_of(path: Path) -> Path:
    """The folder for the backups of a project.

    It lies beside the project, not in some folder of the program's: whoever moves, shares or
    deletes a folder of interviews takes the copies along, and they stay on the disk that the
    study's data management plan names.
    """
    return path.with_name(path.stem + _FOLDER)


def name_for(path: Path, step_id: int, ended_ms: int) -> str:
    """The name of a backup whose last step is `step_id`, done at `ended_ms` (since 1970)."""
    moment = moments.local(ended_ms)
    return f"{path.stem} {moment:%Y-%m-%d %H.%M.%S} {step_id}{path.suffix}"


def is_backup(path: Path) -> bool:
    """Whether a file is itself a backup, by its name and its folder."""
    return path.parent.name.endswith(_FOLDER) and _read(path) is not None


def newest_first(path: Path, files: Iterable[Path]) -> list[Path]:
    """Those of the files that are backups of the project at `path`, the newest first."""
    found = [
        (name, file)
        for file in files
        if (name := _read(file)) is not None
        and name.stem == _composed(path.stem)
        and file.suffix == path.suffix
    ]
    return [file for _name, file in sorted(found, reverse=True)]


def superfluous(backups: Iterable[Path]) -> list[Path]:
    """Those to delete of a project's backups, given the newest first.

    Kept are the newest ten, and the newest of each day on the last fourteen days that have any.
    """
    every = list(backups)
    days: dict[str, Path] = {}
    for file in every:
        day = file.stem.split(" ")[-3]
        days.setdefault(day, file)
    kept = {*every[:NEWEST_KEPT], *list(days.values())[:DAYS_KEPT]}
    return [file for file in every if file not in kept]


class _Name(NamedTuple):
    stem: str
    day: str
    time: str
    step: int


def _read(file: Path) -> _Name | None:
    found = _NAME.fullmatch(file.stem)
    if found is None:
        return None
    return _Name(_composed(found["stem"]), found["day"], found["time"], int(found["step"]))


def _composed(name: str) -> str:
    """A name with å as one character, whichever way the disk keeps it."""
    return unicodedata.normalize("NFC", name)
