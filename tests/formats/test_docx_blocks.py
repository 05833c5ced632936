"""Where pages begin, and what stands on one page with what, in a Word file."""

from __future__ import annotations

import io
from typing import Any

import docx
from docx.shared import Pt

from qualtool.core.report import Block, Contents, Heading, Text, paragraph
from qualtool.formats import write_html
from qualtool.formats.write_docx import write
from tests.formats.invented import excerpts, report, table

OPENING = Text((paragraph("Først dette."), paragraph("Tabellen viser utdrag.")))
TABLE = table(excerpts("Vi har møte om møta."))


def _paragraphs(*blocks: Block) -> dict[str, Any]:
    """The paragraphs of the file by their words."""
    document = docx.Document(io.BytesIO(write(report(*blocks))))
    return {each.text: each.paragraph_format for each in document.paragraphs if each.text}


def test_each_appendix_of_a_whole_begins_a_page() -> None:
    found = _paragraphs(
        Heading("Vedlegg", 0),
        Contents("Innhold"),
        Heading("Deltakere", 1, "Vedlegg 1"),
        TABLE,
        Heading("Mer", 2),
        Heading("Kodebok", 1, "Vedlegg 2"),
        TABLE,
    )
    assert [words for words, look in found.items() if look.page_break_before] == [
        "Vedlegg 1  Deltakere",
        "Vedlegg 2  Kodebok",
    ]


def test_a_block_alone_begins_where_it_is_put() -> None:
    found = _paragraphs(Heading("Kodebok", 1, "Vedlegg 2"), TABLE)
    assert not found["Vedlegg 2  Kodebok"].page_break_before


def test_what_leads_up_to_a_table_stands_on_its_page() -> None:
    found = _paragraphs(Heading("Kodebok"), OPENING, TABLE, OPENING, Heading("Slutt"))
    assert found["Tabellen viser utdrag."].keep_with_next is None  # the last one, before a heading
    first = _paragraphs(OPENING, TABLE)
    assert first["Tabellen viser utdrag."].keep_with_next
    assert first["Først dette."].keep_with_next is None


def test_a_quotation_that_leads_up_to_a_table_keeps_its_style() -> None:
    quoted = Text((paragraph("Slik sa hun det."),), "quotation")
    document = docx.Document(io.BytesIO(write(report(quoted, TABLE))))
    first = document.paragraphs[0]
    assert first.style is not None
    assert first.style.name == "Quote"
    assert first.paragraph_format.keep_with_next


def test_a_web_page_that_is_printed_begins_a_page_with_each_appendix() -> None:
    numbered = Heading("Deltakere", 1, "Vedlegg 1")
    whole = write_html.write(report(Heading("Vedlegg", 0), numbered, TABLE)).decode()
    assert '<h2 class="begins">Vedlegg 1' in whole
    assert 'class="begins"' not in write_html.write(report(numbered, TABLE)).decode()


def test_no_empty_paragraph_follows_a_table_onto_a_page_of_its_own() -> None:
    numbered = Heading("Kodebok", 1, "Vedlegg 2")
    whole = docx.Document(io.BytesIO(write(report(Heading("Vedlegg", 0), TABLE, numbered, TABLE))))
    texts = [each.text for each in whole.paragraphs]
    assert texts[texts.index("Vedlegg 2  Kodebok") - 1] != ""
    last = whole.paragraphs[-1]
    assert last.text == ""
    assert last.paragraph_format.line_spacing is not None
    assert last.paragraph_format.line_spacing <= Pt(1)
    alone = docx.Document(io.BytesIO(write(report(TABLE, Heading("Mer")))))
    assert [each.text for each in alone.paragraphs][-2:] == ["", "Mer"]
