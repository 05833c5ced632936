"""Opening packed documents with care: what a zip says of itself is not believed.

A few kilobytes can unpack to more than any machine holds. Sizes are checked in the directory of
the zip before anything is unpacked, and counted once more while it is.
"""

from __future__ import annotations

import io
import lzma
import struct
import zipfile
import zlib
from dataclasses import dataclass
from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.formats.sizes import MEGABYTE, PACKED, UNPACKED
from qualtool.formats.unreadable import refuse_empty
from qualtool.i18n import gettext as _

_MOST_FILES: Final = 20_000
_ALL_TOGETHER: Final = 2_048 * MEGABYTE
_RATIO: Final = 200  # text packs to a tenth, very regular XML to a fiftieth
_SMALL: Final = 4 * MEGABYTE  # below this any ratio will do
# What zipfile raises for a file that is no whole zip depends on the byte that is wrong.
_BROKEN: Final = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    ArithmeticError,
    EOFError,
    LookupError,
    OSError,
    RuntimeError,
    ValueError,
)


@dataclass(frozen=True, slots=True)
class Package:
    """A zip that has been looked over, and the name of the file it came in."""

    archive: zipfile.ZipFile
    name: str
    parts: frozenset[str]

    def part(self, path: str, *, limit: int = UNPACKED) -> bytes | None:
        """A part unpacked, or None where there is none; raises `QualtoolError` if it cannot be,
        or is larger than `limit` bytes."""
        if path not in self.parts:
            return None
        entry = self.archive.getinfo(path)
        if entry.flag_bits & 1:
            raise _locked(self.name)
        try:
            with self.archive.open(entry) as file:
                content = file.read(limit + 1)
        except _BROKEN as fault:
            raise damaged(self.name) from fault
        if len(content) > limit:
            raise _bomb(self.name)
        return content


def unpack(data: bytes, name: str) -> Package:
    """A packed document, ready to read its parts; raises `QualtoolError` naming the file."""
    if not data:
        raise refuse_empty(name)
    if len(data) > PACKED:
        raise _bomb(name)
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as fault:
        raise damaged(name) from fault
    entries = archive.infolist()
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > _MOST_FILES or unpacked > _ALL_TOGETHER:
        raise _bomb(name)
    for entry in entries:
        if entry.file_size > max(_SMALL, entry.compress_size * _RATIO):
            raise _bomb(name)
    return Package(archive, name, frozenset(entry.filename for entry in entries))


def damaged(name: str) -> QualtoolError:
    """The error for a packed document that is cut off or broken."""
    return QualtoolError(
        "file_damaged",
        _(
            "“{file}” is damaged or cut off and cannot be opened. Fetch it once more, "
            "or open it in Word and save it under a new name."
        ),
        file=name,
    )


def _bomb(name: str) -> QualtoolError:
    return QualtoolError(
        "file_unpacks_too_large",
        _(
            "“{file}” unpacks to far more than a document holds and was not opened. "
            "Open it in Word and save its text as a new document."
        ),
        file=name,
    )


def _locked(name: str) -> QualtoolError:
    return QualtoolError(
        "file_is_encrypted",
        _("“{file}” is protected by a password. Take the password away in Word and save it."),
        file=name,
    )
