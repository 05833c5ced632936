"""Whether the folder of a project is one where interviews should be kept with care."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Final

from qualtool.i18n import gettext as _

# How the folders of synchronising programs begin, and what the programs are called.
_SYNCHRONISED: Final = (
    ("dropbox", "Dropbox"),
    ("onedrive", "OneDrive"),
    ("sharepoint", "SharePoint"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("my drive", "Google Drive"),
    ("min disk", "Google Drive"),
    ("icloud", "iCloud"),
    ("mobile documents", "iCloud"),
    ("com~apple~clouddocs", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("jottacloud", "Jottacloud"),
    ("box sync", "Box"),
    ("pcloud", "pCloud"),
    ("proton drive", "Proton Drive"),
    ("syncthing", "Syncthing"),
)
_NETWORK_KINDS: Final = frozenset(
    "nfs nfs4 cifs smb3 smbfs afs ceph 9p glusterfs davfs fuse.davfs fuse.davfs2 fuse.sshfs "
    "fuse.rclone fuse.gvfsd-fuse fuse.glusterfs".split()
)
_MOUNTS: Final = Path("/proc/mounts")


def cautions(path: Path) -> tuple[str, ...]:
    """What the researcher should know of where the file at `path` lies, as sentences."""
    if service := synchronised_by(path):
        return (
            _(
                "{file} lies in a folder that {service} copies to other machines. Close the "
                "project here before you open it there, and see that your data management plan "
                "allows interviews to lie with {service}."
            ).format(file=path.name, service=service),
        )
    if is_on_network(path):
        return (
            _(
                "{file} lies on a network disk. It is safe as long as one person has it open at "
                "a time; if the connection is poor, work on a copy on this machine."
            ).format(file=path.name),
        )
    return ()


def synchronised_by(path: Path) -> str:
    """The program that synchronises the folder of a file, by the folders' names; "" if none."""
    for part in path.parent.parts:
        for beginning, service in _SYNCHRONISED:
            if part.casefold().startswith(beginning):
                return service
    return ""


def is_on_network(path: Path, mounts: Path = _MOUNTS) -> bool:
    """Whether a file lies on a disk of another machine, as far as the system tells."""
    if path.anchor.startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        remote = 4  # DRIVE_REMOTE
        return ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == remote
    return _kind_of_disk(path, mounts) in _NETWORK_KINDS


def _kind_of_disk(path: Path, mounts: Path) -> str:
    try:
        lines = mounts.read_text("utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    nearest, kind = -1, ""
    for line in lines:
        _device, place, found, *_rest = line.split(" ")
        # Blanks and the like are written as octal numbers there.
        place = place.encode("utf-8", "surrogateescape").decode("unicode_escape")
        place = place.encode("latin-1").decode("utf-8", "surrogateescape")
        if os.path.commonpath((place, path)) == place and len(place) >= nearest:
            nearest, kind = len(place), found
    return kind
