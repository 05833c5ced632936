"""Folders where interviews should be kept with care."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from qualtool.store import surroundings

HOME = Path("/hjem/kari")


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("Dropbox/Studie", "Dropbox"),
        ("Dropbox (Høgskolen)", "Dropbox"),
        ("OneDrive - Universitetet i Nord", "OneDrive"),
        ("Google Drive/My Drive", "Google Drive"),
        ("GoogleDrive-kari@eksempel.no", "Google Drive"),
        ("Min disk", "Google Drive"),
        ("Library/Mobile Documents/com~apple~CloudDocs", "iCloud"),
        ("iCloudDrive", "iCloud"),
        ("nextcloud", "Nextcloud"),
        ("Jottacloud", "Jottacloud"),
        ("Dokumenter", ""),
        ("Studie av OneDrive", ""),
    ],
)
def test_folders_of_synchronising_programs_are_known(folder: str, service: str) -> None:
    path = HOME / folder / "studie.qualtool"
    assert surroundings.synchronised_by(path) == service
    said = surroundings.cautions(path)
    assert len(said) == bool(service)
    assert all(service in sentence and "studie.qualtool" in sentence for sentence in said)


def test_a_file_called_like_a_service_lies_in_no_such_folder() -> None:
    assert surroundings.synchronised_by(HOME / "Dropbox.qualtool") == ""


MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
tjener:/felles /felles nfs4 rw 0 0
//tjener/forskning /mnt/Felles\\040omr\u00e5de cifs rw 0 0
/dev/sdb1 /mnt/Felles\\040omr\u00e5de/lokalt ext4 rw 0 0
kari@tjener: /hjem/kari/fjern fuse.sshfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "remote"),
    [
        ("/hjem/kari/a.qualtool", False),
        ("/felles/a.qualtool", True),
        ("/fellesskap/a.qualtool", False),
        ("/mnt/Felles område/studie/a.qualtool", True),
        ("/mnt/Felles område/lokalt/a.qualtool", False),
        ("/hjem/kari/fjern/a.qualtool", True),
    ],
)
def test_disks_of_other_machines_are_known(tmp_path: Path, path: str, remote: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(MOUNTS, encoding="utf-8")
    assert surroundings.is_on_network(Path(path), mounts) == remote


def test_a_system_that_does_not_tell_is_believed_to_be_local(tmp_path: Path) -> None:
    assert not surroundings.is_on_network(Path("/x/a.qualtool"), tmp_path / "borte")


def test_a_network_path_of_windows_is_on_the_network() -> None:
    path = PurePosixPath("//tjener/felles/a.qualtool")
    assert surroundings.is_on_network(Path(path))
    (said,) = surroundings.cautions(Path(path))
    assert "network disk" in said
