"""How large a file may be, so that a mistaken one is refused at once and not after minutes.

A transcript of an hour is some 60 kB of text. What is refused here is hundreds of times that.
"""

from __future__ import annotations

from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _

MEGABYTE: Final = 1024 * 1024
TEXT: Final = 10 * MEGABYTE
MARKDOWN: Final = 3 * MEGABYTE // 2
PACKED: Final = 200 * MEGABYTE  # a Word document may carry many pictures
UNPACKED: Final = 16 * MEGABYTE  # one part of it, such as the text
PARTS: Final = 50_000  # cues or paragraphs
LINES: Final = 4 * PARTS  # of a text, blank ones too
TAGS: Final = 1_200_000  # of an XML part
MARKDOWN_LINES: Final = 20_000
PDF_PAGES: Final = 2_000
RTF: Final = 40 * MEGABYTE  # pictures stand in it as figures

_ZIP: Final = b"PK\x03\x04"
_PDF: Final = b"%PDF"
_RTF: Final = b"{\\rtf"


def limit_of(beginning: bytes) -> int:
    """How many bytes a file may have that begins so."""
    if beginning.startswith((_ZIP, _PDF)):
        return PACKED
    return RTF if beginning.startswith(_RTF) else TEXT


def refuse_if_too_large(size: int, name: str, limit: int = TEXT) -> None:
    """Raise `QualtoolError` (`file_too_large`) for a file of more than text can be."""
    if size > limit:
        raise QualtoolError(
            "file_too_large",
            _(
                "“{file}” is {size} MB, too large to be a transcript (at most {limit} MB). "
                "If it is one, divide it into several files."
            ),
            file=name,
            size=f"{size / MEGABYTE:.3g}",
            limit=f"{limit / MEGABYTE:.3g}",
        )


def refuse_if_endless(text: str, name: str, limit: int = LINES) -> None:
    """Raise `QualtoolError` (`file_too_long`) for a text of more lines than can be read."""
    if text.count("\n") + text.count("\f") > limit:
        refuse_if_too_many(PARTS + 1, name)


def refuse_if_too_many(count: int, name: str) -> None:
    """Raise `QualtoolError` (`file_too_long`) for more cues or paragraphs than can be read."""
    if count > PARTS:
        raise QualtoolError(
            "file_too_long",
            _(
                "“{file}” has too many lines or paragraphs for one document. "
                "Divide it into several files."
            ),
            file=name,
        )


def refuse_if_too_many_pages(count: int, name: str) -> None:
    """Raise `QualtoolError` (`file_too_long`) for a PDF of more pages than can be read."""
    if count > PDF_PAGES:
        raise QualtoolError(
            "file_too_long",
            _("“{file}” has more than {limit} pages. Divide it into several files."),
            file=name,
            limit=PDF_PAGES,
        )
