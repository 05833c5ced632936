"""Reads PDF documents: reports, minutes and articles, page by page and column by column.

Running heads, feet and page numbers are lifted out, and every place knows its page: the printed
number where the pages have one. Footnotes come last. Tables are left as they stand and said so;
a PDF of scanned pages holds no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate
from typing import Final

from qualtool.core.cleaning import clean_signs
from qualtool.core.errors import QualtoolError
from qualtool.core.exchange import UNCHOSEN, Choices, Reader
from qualtool.core.source import Caution, Locator, Source
from qualtool.core.tidying import PAGE_BREAK
from qualtool.formats.pieces import Findings, Line
from qualtool.formats.sizes import PACKED, refuse_if_too_large
from qualtool.formats.transcript import source_from_lines
from qualtool.formats.unreadable import refuse_binary, refuse_empty
from qualtool.i18n import gettext as _
from qualtool.i18n import mark, ngettext

_BEGINNING: Final = b"%PDF-"
_SEARCHED: Final = 1024  # bytes: how far in the sign of a PDF may stand


def recognise(data: bytes, name: str) -> float:
    """How surely the content is a PDF: its sign stands at the beginning, or not far in."""
    if data.startswith(_BEGINNING):
        return 0.99
    if refuse_binary(data, name) is not None and _BEGINNING not in data[:_SEARCHED]:
        return 0.0
    return 0.9 if _BEGINNING in data[:_SEARCHED] and b"\nendobj" in data else 0.0


def read(data: bytes, name: str, *, choices: Choices = UNCHOSEN) -> Source:
    """The paragraphs or turns of a PDF; raises `QualtoolError` naming the file."""
    from qualtool.formats.pdf_furniture import lifted
    from qualtool.formats.pdf_layout import gutters_of, rows_of
    from qualtool.formats.pdf_pages import pages_of
    from qualtool.formats.pdf_streams import refuse_bombs
    from qualtool.formats.pdf_text import text_of

    if not data:
        raise refuse_empty(name)
    refuse_if_too_large(len(data), name, PACKED)
    refuse_bombs(data, name)
    told = pages_of(data, name)
    gutters = gutters_of(told.pages)
    rows = [rows_of(page, gutters) for page in told.pages]
    if not any(rows):
        raise _without_text(name)
    raw = PAGE_BREAK.join("\n".join(row.words for row in page) for page in rows)
    cleaned = clean_signs(raw, choices.left_alone)
    findings = Findings("plain", cleaned=cleaned)
    if told.title.strip() and not _is_file_name(told.title):
        findings.facts["title"] = told.title.strip()
    numbers: tuple[int | None, ...] = ()
    if "pages" not in choices.left_alone:
        found = lifted(rows, [page.height for page in told.pages])
        if any(found.pages):  # a one-line document on every page is its text
            rows, numbers = [list(page) for page in found.pages], found.numbers
            findings.cautions.extend(_lifted_out(found.count))
    text = text_of(rows, choices.left_alone)
    pictured = sum(page.pictured for page in told.pages)
    findings.cautions.extend(_left_out(text.notes, text.table_rows, pictured))
    lines = list(_placed(text.lines, cleaned.text))
    source = source_from_lines(lines, findings, name=name, format="pdf")
    return replace(source, locators=tuple(_named(source.locators, numbers)))


def _placed(lines: Sequence[Line], clean: str) -> Iterator[Line]:
    """Each line with the pages it stands on, as a place in the text of all pages."""
    ends = list(accumulate(len(page) + 1 for page in clean.split(PAGE_BREAK)))
    page = 0
    for line in lines:
        words = line.text.lstrip(PAGE_BREAK)
        page = min(page + len(line.text) - len(words), len(ends) - 1)
        first, page = page, min(page + words.count(PAGE_BREAK), len(ends) - 1)
        start = ends[first - 1] if first else 0
        # Notes have been put last, which is not where they stand.
        yield line if line.kind == "note" else replace(line, place=(start, ends[page] - 1))


def _without_text(name: str) -> QualtoolError:
    return QualtoolError(
        "pdf_without_text",
        _(
            "“{file}” holds pictures of pages and no text: it was scanned. "
            "Recognise its text first (OCR) and import the result."
        ),
        file=name,
    )


def _is_file_name(title: str) -> bool:
    """What Word and scanners put where a title belongs."""
    return bool(re.search(r"\.(?:docx?|pdf|rtf|odt|pptx?|indd|tmp)$|^Microsoft ", title.strip()))


def _named(locators: tuple[Locator, ...], numbers: tuple[int | None, ...]) -> Iterator[Locator]:
    """Pages by the numbers printed on them, where they have some and these run on."""
    if not locators:
        yield Locator(0, "page", _printed(0, numbers))
    for locator in locators:
        yield replace(locator, value=_printed(int(locator.value) - 1, numbers))


def _printed(index: int, numbers: tuple[int | None, ...]) -> str:
    known = [(place, number) for place, number in enumerate(numbers) if number is not None]
    offsets = {number - place for place, number in known}
    offset = offsets.pop() if len(offsets) == 1 and len(known) >= 2 else 1
    # Pages before the first numbered one, such as a cover, have no number of their own.
    return str(index + offset) if index + offset > 0 else str(index + 1)


def _lifted_out(count: int) -> Iterator[Caution]:
    if count:
        said = ngettext(
            "{count} running head, foot or page number was lifted out of the text.",
            "{count} running heads, feet and page numbers were lifted out of the text.",
            count,
        )
        yield Caution("furniture_lifted", said.format(count=count))


def _left_out(notes: int, table_rows: int, pictured: int) -> Iterator[Caution]:
    if notes:
        said = ngettext(
            "{count} footnote was moved to the end of the text.",
            "{count} footnotes were moved to the end of the text.",
            notes,
        )
        yield Caution("notes_at_end", said.format(count=notes))
    if table_rows:
        said = ngettext(
            "{count} line looks like a row of a table. Check it against the PDF.",
            "{count} lines look like rows of tables. Check them against the PDF.",
            table_rows,
        )
        yield Caution("tables_uncertain", said.format(count=table_rows))
    if pictured:
        said = ngettext(
            "{count} page is a picture without text and was left out.",
            "{count} pages are pictures without text and were left out.",
            pictured,
        )
        yield Caution("pages_without_text", said.format(count=pictured))


READER: Final = Reader(
    "pdf",
    mark("PDF document"),
    ("pdf",),
    recognise,
    read,
    mark(
        "Text with the page of each place, columns in reading order; running heads and "
        "page numbers lifted out. A scanned PDF has no text."
    ),
)
