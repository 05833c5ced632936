"""Whether a project may be changed by us, and if not, why."""

from __future__ import annotations

import os
import platform
from dataclasses import dataclass
from pathlib import Path

from qualtool.i18n import gettext as _
from qualtool.store import backup_names, lock, moments


@dataclass(frozen=True, slots=True)
class Opened:
    """How a project was opened, for the line at the foot of the window.

    `cautions` are sentences; they also say why a project is open for reading only.
    """

    read_only: bool = False
    held_by: lock.Note | None = None
    cautions: tuple[str, ...] = ()


def hold(path: Path, *, read_only: bool, by_force: bool) -> Opened:
    """Take hold of the project at `path` for writing, or find why it can only be read.

    Where the answer is not `read_only`, the lock note is ours, to be released.
    """
    if read_only:
        return Opened(read_only=True)
    if backup_names.is_backup(path):
        return _reading(
            _(
                "{file} is a backup, so it is open for reading only. To go on from it, copy it to "
                "another folder and open the copy."
            ),
            path,
        )
    if not os.access(path, os.W_OK):
        return _reading(
            _(
                "{file} may not be changed by you, so it is open for reading only. To work in it, "
                "copy it to a folder of your own."
            ),
            path,
        )
    try:
        holder = lock.take(path, by_force=by_force)
    except lock.LocksUnknown:
        return _reading(
            _(
                "{file} lies on a disk that cannot keep two programs from writing to it at once, "
                "so it is open for reading only. To work in it, copy it to a disk of this computer."
            ),
            path,
        )
    except OSError:
        return _reading(
            _(
                "The folder of {file} cannot be written to, so the project is open for reading "
                "only. To work in it, copy it to a folder of your own."
            ),
            path,
        )
    if holder is None:
        return Opened()
    return Opened(read_only=True, held_by=holder, cautions=(_held(path, holder),))


def _reading(message: str, path: Path) -> Opened:
    return Opened(read_only=True, cautions=(message.format(file=path.name),))


def _held(path: Path, holder: lock.Note) -> str:
    if holder.machine == platform.node():
        return _(
            "{file} is open in another window on this machine ({user}), so here it is open for "
            "reading only. Close it there to change it here."
        ).format(file=path.name, user=holder.user)
    if not holder.machine:
        return _(
            "{file} is open somewhere else, so here it is open for reading only. Close it there "
            "to change it here."
        ).format(file=path.name)
    return _(
        "{user} has had {file} open on {machine} since {moment}, so here it is open for reading "
        "only. If nobody is working in it there, delete “{note}” beside it and open it again."
    ).format(
        user=holder.user,
        file=path.name,
        machine=holder.machine,
        moment=f"{moments.local(holder.since_ms):%Y-%m-%d %H:%M}",
        note=lock.note_path(path).name,
    )
