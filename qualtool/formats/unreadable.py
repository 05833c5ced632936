"""What to say of a file that is of a kind Qualtool cannot read: what it is, and the way out."""

from __future__ import annotations

import io
import zipfile
from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.i18n import mark

_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED: Final = "EncryptedPackage".encode("utf-16-le")

_IMAGE: Final = (
    "file_is_picture",
    mark("“{file}” is a picture and holds no text. Type it out, or recognise its text first."),
)
_RECORDING: Final = (
    "file_is_recording",
    mark("“{file}” is a recording. Transcribe it first, then import the transcript."),
)
_PDF: Final = (
    "file_is_pdf",
    mark("“{file}” is a PDF document. Choose PDF as its kind."),
)
_RTF: Final = (
    "file_is_rtf",
    mark("“{file}” is an RTF document. Choose RTF as its kind, or save it as DOCX in Word."),
)
_OTHER_OFFICE: Final = (
    "file_is_office",
    mark("“{file}” is no Word document (DOCX). Open it in its program and save it as DOCX."),
)
_ARCHIVE: Final = (
    "file_is_archive",
    mark("“{file}” is a packed archive. Unpack it first, then import the files in it."),
)
_OLD_WORD: Final = (
    "file_is_old_office",
    mark(
        "“{file}” is an old Office document (such as DOC), which cannot be read. "
        "Open it in Word and save it as DOCX."
    ),
)
_LOCKED: Final = (
    "file_is_encrypted",
    mark(
        "“{file}” is protected by a password. Open it in Word, take the password away "
        "(File > Info > Protect Document) and save it."
    ),
)
_DATABASE: Final = (
    "file_is_database",
    mark("“{file}” is a database or a project file. Open it, do not import it."),
)
_UNKNOWN: Final = (
    "file_not_text",
    mark(
        "“{file}” is not a text file, whatever its name says. "
        "Open it in the program it came from and save it as DOCX or plain text."
    ),
)

_BEGINNINGS: Final = (
    (b"%PDF-", _PDF),
    (b"{\\rtf", _RTF),
    (b"\x89PNG", _IMAGE),
    (b"\xff\xd8\xff", _IMAGE),
    (b"GIF8", _IMAGE),
    (b"BM\x00", _IMAGE),
    (b"II*\x00", _IMAGE),
    (b"MM\x00*", _IMAGE),
    (b"ID3", _RECORDING),
    (b"\xff\xfb", _RECORDING),
    (b"\xff\xf3", _RECORDING),
    (b"OggS", _RECORDING),
    (b"fLaC", _RECORDING),
    (b"\x1aE\xdf\xa3", _RECORDING),
    (b"0&\xb2u\x8ef\xcf\x11", _RECORDING),
    (b"\x1f\x8b", _ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", _ARCHIVE),
    (b"Rar!\x1a", _ARCHIVE),
    (b"BZh9", _ARCHIVE),
    (b"\xfd7zXZ\x00", _ARCHIVE),
    (b"SQLite format 3\x00", _DATABASE),
    (b"\x7fELF", _UNKNOWN),
    (b"MZ\x90\x00", _UNKNOWN),
)


def refuse_empty(name: str) -> QualtoolError:
    """The error for a file with nothing in it."""
    return QualtoolError("file_empty", _("“{file}” is empty: there is nothing to read."), file=name)


def refuse_wordless(name: str) -> QualtoolError:
    """The error for a file that is whole, but in which nobody says anything."""
    return QualtoolError(
        "file_without_text",
        _(
            "“{file}” holds no text that can be read. "
            "Open it in the program it came from and see what is in it."
        ),
        file=name,
    )


def refuse(data: bytes, name: str) -> QualtoolError:
    """The error for a file that no reader knows."""
    return _kind(data, name) or _error(_UNKNOWN, name)


def refuse_binary(data: bytes, name: str) -> QualtoolError | None:
    """The error for bytes that are plainly of another kind than text; None for text."""
    if found := _kind(data, name):
        return found
    # NUL never stands in text of one byte a character; a few are a transfer's slips.
    nothing = data.count(0)
    return _error(_UNKNOWN, name) if nothing > max(8, len(data) // 100) else None


def _kind(data: bytes, name: str) -> QualtoolError | None:
    if data.startswith(_OLE):
        return _error(_LOCKED if _ENCRYPTED in data else _OLD_WORD, name)
    if data.startswith(b"PK\x03\x04"):
        return _error(_packed(data), name)
    for beginning, said in _BEGINNINGS:
        if data.startswith(beginning):
            return _error(said, name)
    if data[4:8] == b"ftyp":
        return _error(_IMAGE if data[8:12] in (b"heic", b"mif1", b"avif") else _RECORDING, name)
    if data[:4] == b"RIFF":
        return _error(_IMAGE if data[8:12] == b"WEBP" else _RECORDING, name)
    return None


def _packed(data: bytes) -> tuple[str, str]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist()[:1000])
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return _ARCHIVE
    office = {"mimetype", "xl/workbook.xml", "ppt/presentation.xml", "Index/Document.iwa"}
    return _OTHER_OFFICE if names & office else _ARCHIVE


def _error(said: tuple[str, str], name: str) -> QualtoolError:
    key, message = said
    return QualtoolError(key, _(message), file=name)
