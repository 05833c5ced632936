"""Reads what a researcher has written: Word, OpenDocument, Markdown and plain text."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from pathlib import Path
from typing import Final

from qualtool.core.draft import Draft, DraftParagraph
from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _

ENDINGS: Final = ("docx", "docm", "odt", "fodt", "md", "markdown", "txt")
_OTHERS: Final = (".doc", ".rtf", ".pdf", ".pages", ".html", ".htm", ".epub", ".xlsx", ".pptx")


def load(path: Path) -> bytes:
    """What a draft's file holds; raises `QualtoolError` where it cannot be opened."""
    try:
        return path.read_bytes()
    except OSError as fault:
        raise QualtoolError(
            "draft_not_opened",
            _("“{file}” cannot be opened. See that it exists and may be read.").format(
                file=path.name
            ),
            file=path.name,
        ) from fault


def read(data: bytes, name: str) -> Draft:
    """The paragraphs of a draft, in NFC; raises `QualtoolError` naming the file."""
    return Draft(
        name,
        tuple(
            replace(each, text=unicodedata.normalize("NFC", each.text), number=number)
            for number, each in enumerate(_paragraphs(data, name), 1)
        ),
    )


def with_asides(data: bytes, name: str) -> Draft:
    """A draft with what stands beside its text: comments, headers, footers, and properties.

    Raises `QualtoolError` naming the file.
    """
    from qualtool.formats import draft_asides, read_odt

    draft = read(data, name)
    asides: tuple[DraftParagraph, ...] = ()
    if read_odt.recognise(data, name) > 0.5:
        asides = draft_asides.of_open_document(data, name)
    elif data.startswith(b"PK\x03\x04"):
        asides = draft_asides.of_word(data, name)
    also = (replace(one, text=unicodedata.normalize("NFC", one.text)) for one in asides)
    return replace(draft, paragraphs=(*draft.paragraphs, *also))


def _paragraphs(data: bytes, name: str) -> list[DraftParagraph]:
    from qualtool.formats import draft_docx, draft_odt, draft_text, read_docx, read_odt

    low = name.lower()
    if read_odt.recognise(data, name) > 0.5:
        return draft_odt.paragraphs(data, name)
    if read_docx.recognise(data, name) > 0.5 or low.endswith((".docx", ".docm")):
        return draft_docx.paragraphs(data, name)
    if low.endswith(_OTHERS) or data.startswith((b"%PDF", b"{\\rtf", b"PK\x03\x04")):
        raise QualtoolError(
            "draft_not_read",
            _(
                "“{file}” cannot be read as a draft. Save it as a Word document (.docx), as "
                "OpenDocument (.odt), or as Markdown or plain text, and try again."
            ),
            file=name,
        )
    return draft_text.paragraphs(data, name)
