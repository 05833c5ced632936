"""Looking into the packed streams of a PDF before it is opened: a few kilobytes can hold gigabytes.

What is drawn on a page stands in such streams. PDFium unpacks a stream whole, so one that unpacks
to more than any page of text needs is refused first. Pictures are not unpacked for their text.
"""

from __future__ import annotations

import re
import zlib
from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.formats.sizes import MEGABYTE
from qualtool.i18n import gettext as _

_STREAM: Final = re.compile(rb"(?<!end)stream\r?\n")
_PICTURE: Final = re.compile(rb"/Subtype\s*/Image")
_LARGEST: Final = 32 * MEGABYTE
_TOGETHER: Final = 192 * MEGABYTE
_BACK: Final = 600  # bytes: how long what describes a stream is


def refuse_bombs(data: bytes, name: str) -> None:
    """Raise `QualtoolError` (`file_unpacks_too_large`) for streams that are far too large."""
    together = 0
    at = 0
    while match := _STREAM.search(data, at):
        start = at = match.end()
        described = data[max(0, start - _BACK) : start]
        own = described[described.rfind(b" obj") + 1 :]
        if _PICTURE.search(own) or (b"/FlateDecode" not in own and b"/Fl" not in own):
            continue
        end = data.find(b"endstream", start)
        content = memoryview(data)[start : end if end >= 0 else len(data)]
        unpacked = _unpacked(bytes(content))
        for _level in range(2):  # packed twice
            if unpacked[:1] != b"\x78" or len(unpacked) > _LARGEST:
                break
            unpacked = _unpacked(unpacked)
        together += len(unpacked)
        if len(unpacked) > _LARGEST or together > _TOGETHER:
            raise QualtoolError(
                "file_unpacks_too_large",
                _(
                    "“{file}” unpacks to far more than a document holds and was not opened. "
                    "Print it to a new PDF and import that."
                ),
                file=name,
            )
        at = max(at, end)


def _unpacked(content: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(content, _LARGEST + 1)
    except zlib.error:
        return b""
