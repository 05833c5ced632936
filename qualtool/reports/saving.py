"""A report on the disk: either the whole file is there, or what was there before."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from pathlib import Path
from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.core.report import Report
from qualtool.core.source import Caution
from qualtool.i18n import gettext as _
from qualtool.reports import catalogue
from qualtool.store import drafts

# A new file that nobody else can read while it is half written.
_NEW: Final = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_FULL: Final = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def save(report: Report, path: Path) -> tuple[Caution, ...]:
    """Write a report to a file whose ending says its kind; its cautions come back.

    Raises QualtoolError "ending_unknown", or what `write_whole` raises.
    """
    cautions = catalogue.cautions(report, path.suffix)
    write_whole(path, catalogue.write(report, path.suffix))
    return cautions


def write_whole(path: Path, data: bytes) -> None:
    """Put bytes in the place of a file at once, whatever happens in between.

    They are first written to a file of their own in the same folder, as private as the one that
    was there; what a killed process left there a day ago goes. Raises QualtoolError
    "folder_missing", "folder_closed", "file_in_use", "disk_full" or "not_written"; the file that
    was there is then as it was, and nothing is left beside it.
    """
    goal = path.resolve()
    drafts.tidy(goal.parent)
    beside = drafts.passing_name(goal)
    try:
        mode = stat.S_IMODE(goal.stat().st_mode) if goal.exists() else None
        with os.fdopen(os.open(beside, _NEW, 0o600), "wb") as file:
            if mode is not None:
                beside.chmod(mode)
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
    except OSError as error:
        _sweep(beside)
        raise refused(error, path, replacing=False) from error
    try:
        if mode is None:
            beside.chmod(0o666 & ~_mask())
        beside.replace(goal)
    except OSError as error:
        _sweep(beside)
        raise refused(error, path, replacing=True) from error


def _mask() -> int:
    """What this computer takes away from the permissions of new files."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _sweep(beside: Path) -> None:
    with contextlib.suppress(OSError):
        beside.unlink()


def refused(error: OSError, path: Path, *, replacing: bool) -> QualtoolError:
    """What the computer's refusal means to the researcher, and the way out."""
    folder, file = str(path.parent), path.name
    match error:
        case OSError(errno=number) if number in _FULL:
            return QualtoolError(
                "disk_full",
                _("The disk is full, so “{file}” was not written. Make room and try again."),
                file=file,
            )
        case FileNotFoundError() | NotADirectoryError():
            return QualtoolError(
                "folder_missing",
                _("“{file}” was not written: there is no folder “{folder}”. Choose another one."),
                file=file,
                folder=folder,
            )
        case PermissionError() if replacing:
            return QualtoolError(
                "file_in_use",
                _("“{file}” is open in another program. Close it there and try again."),
                file=file,
            )
        case PermissionError():
            return QualtoolError(
                "folder_closed",
                _("“{file}” was not written: the folder “{folder}” cannot be written to."),
                file=file,
                folder=folder,
            )
    return QualtoolError(
        "not_written",
        _("“{file}” was not written ({reason}). Choose another name or folder."),
        file=file,
        reason=error.strerror or type(error).__name__,
    )
