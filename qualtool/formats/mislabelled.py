"""A file that is not of the kind its name says, though it can be read all the same."""

from __future__ import annotations

from pathlib import PurePath
from typing import Final

from qualtool.core.exchange import Reader
from qualtool.core.source import Caution
from qualtool.i18n import gettext as _
from qualtool.i18n import mark

_PACKAGE: Final = b"PK\x03\x04"
_KINDS: Final = {
    ".docx": (mark("Word document"), _PACKAGE),
    ".docm": (mark("Word document"), _PACKAGE),
    ".odt": (mark("OpenDocument text"), _PACKAGE),
    ".pptx": (mark("Presentation"), _PACKAGE),
    ".xlsx": (mark("Spreadsheet"), _PACKAGE),
    ".pdf": (mark("PDF document"), b"%PDF"),
}
_LOOKED_AT: Final = 1024  # bytes; a PDF may begin a little later


def cautions_of(data: bytes, name: str, reader: Reader) -> tuple[Caution, ...]:
    """That a file is named as something it is not, and what it was read as instead."""
    named = _KINDS.get(PurePath(name).suffix.lower())
    if named is None or named[1] in data[:_LOOKED_AT]:
        return ()
    message = _(
        "The file is named as “{named}”, but is none; it was read as “{kind}”. It may be broken: "
        "open it in the program it came from, and see whether anything is missing."
    )
    words = message.format(named=_(named[0]), kind=_(reader.title))
    return (Caution("named_otherwise", words),)
