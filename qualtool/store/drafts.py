"""Files that appear all at once: written under a passing name, moved into place when whole."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from secrets import token_hex
from typing import Final

_BEGINNING: Final = ".qualtool-"
_ENDING: Final = ".part"
_FORGOTTEN_S: Final = 24 * 3600


@contextmanager
def draft(path: Path) -> Iterator[Path]:
    """A passing name in the folder of `path`, for a file to be made there in this block.

    At the end the file is on the disk in full and takes the place of what is at `path`, keeping
    its permissions. On any error nothing is left and `path` is as it was. Killed in between, it
    leaves a file that `tidy` removes. Raises OSError where the folder refuses.
    """
    part = passing_name(path)
    try:
        yield part
        _to_disk(part)
        _clear_journal(path)
        if path.exists():
            shutil.copymode(path, part)
        part.replace(path)
        _folder_to_disk(path.parent)
    finally:
        for left in (part, Path(f"{part}-journal")):
            with suppress(OSError):
                left.unlink(missing_ok=True)


def passing_name(path: Path) -> Path:
    """A name in the folder of `path` that is nobody's, and that `tidy` knows."""
    return path.with_name(f"{_BEGINNING}{token_hex(6)}{_ENDING}")


def is_draft(name: str) -> bool:
    """Whether a file is a draft, or the journal of one, by its name."""
    return name.startswith(_BEGINNING) and _ENDING in name


def tidy(folder: Path) -> None:
    """Remove the drafts in a folder that processes left there when they died, a day ago or more."""
    with suppress(OSError):
        for file in folder.iterdir():
            if is_draft(file.name) and time.time() - file.stat().st_mtime > _FORGOTTEN_S:
                file.unlink()


def _clear_journal(path: Path) -> None:
    """See that no journal of another file lies where SQLite would play it back into ours."""
    journal = Path(f"{path}-journal")
    if path.exists() and journal.exists():
        raise FileExistsError(f"{journal.name}: the file is in use")
    journal.unlink(missing_ok=True)


def _to_disk(file: Path) -> None:
    handle = os.open(file, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _folder_to_disk(folder: Path) -> None:
    with suppress(OSError):  # on Windows a folder cannot be opened, and a move is kept without
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
