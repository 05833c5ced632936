"""Why a project is not opened, in words that say what to do."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.store import backup, backup_names, faults
from qualtool.store.inspection import Damaged


@contextmanager
def told(path: Path, phrase: str) -> Iterator[None]:
    """Turn what goes wrong while the file at `path` is opened into a QualtoolError."""
    try:
        yield
    except Damaged as error:
        raise damaged(path, phrase) from error
    except faults.OF_A_FILE as error:
        raise _worded(error, path, phrase) from error


def _worded(error: Exception, path: Path, phrase: str) -> QualtoolError:
    match faults.kind(error):
        case "READONLY" | "CANTOPEN" if Path(f"{path}-journal").exists():
            return QualtoolError(
                "needs_recovery",
                _(
                    "{file} was interrupted in the middle of a change, and the folder does not let "
                    "it be put right. Copy both {file} and {journal} to a folder of your own and "
                    "open {file} there."
                ),
                file=path.name,
                journal=f"{path.name}-journal",
            )
        case "READONLY" | "CANTOPEN" | "PERM":
            return unreadable(path)
        case "BUSY" | "LOCKED" | "PROTOCOL" | "IOERR" | "FULL":
            return faults.told_of(error, path) or unreadable(path)
    return damaged(path, phrase)


def missing(path: Path) -> QualtoolError:
    """There is no such file."""
    return QualtoolError(
        "missing",
        _(
            "{file} is not in {folder}. It may have been moved or renamed, or the disk it lies on "
            "may not be connected."
        ),
        file=path.name,
        folder=path.absolute().parent,
    )


def not_a_file(path: Path) -> QualtoolError:
    """A folder, or something else that is no file."""
    return QualtoolError(
        "not_a_file",
        _("{file} is a folder. Choose the project file itself; its name ends in .qualtool."),
        file=path.name,
    )


def unreadable(path: Path) -> QualtoolError:
    """The system does not let the file be read."""
    return QualtoolError(
        "unreadable",
        _(
            "{file} cannot be read: this machine does not give you access to it, or the disk does "
            "not answer. Ask its owner for access, or copy it to a folder of your own."
        ),
        file=path.name,
    )


def empty(path: Path) -> QualtoolError:
    """A file with nothing in it at all, and where its backups lie."""
    saved = backup.existing(path)
    if saved:
        return QualtoolError(
            "empty",
            _(
                "{file} is empty: what was in it has been lost, as when a disk is full or a file "
                "is not yet synchronised. Its newest backup is “{backup}” in “{folder}”. Copy that "
                "to a new name and go on with the copy."
            ),
            file=path.name,
            backup=saved[0].name,
            folder=saved[0].absolute().parent,
            path=saved[0],
        )
    return QualtoolError(
        "empty",
        _(
            "{file} is empty, so there is no project in it. Backups of a project lie beside it, in "
            "a folder called “{folder}”; here there are none."
        ),
        file=path.name,
        folder=backup_names.folder_of(path).name,
    )


def not_a_project(path: Path) -> QualtoolError:
    """Some other kind of file."""
    if path.suffix.casefold() == ".qualtool":
        return QualtoolError(
            "not_a_project",
            _(
                "{file} is not a Qualtool project, though its name ends like one: it holds "
                "something else. If it is a transcript, give it its own ending again and import "
                "it into a project."
            ),
            file=path.name,
        )
    return QualtoolError(
        "not_a_project",
        _(
            "{file} is not a Qualtool project. Open a file that ends in .qualtool; transcripts and "
            "other documents are imported into a project instead."
        ),
        file=path.name,
    )


def pass_phrase_needed(path: Path) -> QualtoolError:
    """An encrypted project, and no pass phrase given."""
    return QualtoolError(
        "pass_phrase_needed",
        _("{file} is protected. Give its pass phrase to open it."),
        file=path.name,
    )


def pass_phrase_wrong(path: Path) -> QualtoolError:
    """An encrypted project, and another pass phrase."""
    return QualtoolError(
        "pass_phrase_wrong",
        _(
            "The pass phrase does not fit {file}. Try again, with care for capital letters and the "
            "keyboard’s language. If you are certain of it, the file may be damaged: try a backup."
        ),
        file=path.name,
    )


def too_old_to_read(path: Path) -> QualtoolError:
    """A project of an earlier version that we may not change."""
    return QualtoolError(
        "too_old_to_read",
        _(
            "{file} was made with an earlier Qualtool and has to be brought up to this version "
            "before it can be read, but it cannot be changed where it lies, or is open elsewhere. "
            "Close it there, or copy it to a folder of your own, and open it again."
        ),
        file=path.name,
    )


def damaged(path: Path, phrase: str) -> QualtoolError:
    """A project that is no longer whole, with the newest backup that is."""
    good = backup.newest_good(path, phrase)
    if good is None:
        return QualtoolError(
            "damaged",
            _(
                "{file} is damaged, and there is no sound backup beside it. Leave the file as it "
                "is, and look for a copy: on another disk, with your synchronising program, or "
                "with whoever keeps your machine’s backups."
            ),
            file=path.name,
        )
    return QualtoolError(
        "damaged",
        _(
            "{file} is damaged. Its newest sound backup is “{backup}” in the folder “{folder}”. "
            "Copy that to a new name and go on with the copy; leave the damaged file as it is."
        ),
        file=path.name,
        backup=good.name,
        folder=good.parent.name,
        path=good,
    )
