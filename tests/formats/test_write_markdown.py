from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html
from markdown_it import MarkdownIt

from qualtool.core.report import Heading, Paragraph, Run, Text, paragraph
from qualtool.formats.markup import permitted
from qualtool.formats.write_markdown import WRITER, write
from tests.formats.invented import (
    HOSTILE,
    TAMED,
    excerpts,
    full_report,
    illustrated,
    merged,
    report,
    table,
)


def page(data: bytes) -> Any:
    """The Markdown as a program with GitHub's tables shows it; `<br>` is all HTML there is."""
    shown = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return html.document_fromstring("<body>" + shown.render(data.decode()) + "</body>")


def words(element: Any) -> str:
    for br in element.iter("br"):
        br.tail = "\n" + (br.tail or "").lstrip("\n")
    return str(element.text_content())


@pytest.mark.parametrize(("said", "kept"), list(zip(HOSTILE, TAMED, strict=True)))
def test_no_content_breaks_a_table_or_becomes_markup(said: str, kept: str) -> None:
    found = page(write(report(table(excerpts(said, "etter", theme=said)))))
    assert [len(row) for row in found.xpath("//tr")] == [3, 3, 3]
    cells = found.xpath("//tbody/tr[1]/td")
    assert words(cells[2]) == kept.replace("\t", " ").strip(" ")
    assert {each.tag for each in found.xpath("//td//*")} <= {"br"}


@given(st.text(st.characters(codec=None)))
def test_any_text_stays_in_its_cell(text: str) -> None:
    found = page(write(report(table(excerpts(text)))))
    cells = found.xpath("//tbody/tr/td")
    assert len(cells) == 3
    assert words(cells[2]).split() == permitted(text).split()


@given(st.text(st.characters(codec=None, exclude_characters="\u00a0"), min_size=1))
def test_any_running_text_stays_running_text(text: str) -> None:
    found = page(write(report(Text((paragraph(text),)))))
    assert found.text_content().split() == permitted(text).split()
    assert {each.tag for each in found.xpath("//body//*")} <= {"p", "br"}


@pytest.mark.parametrize(
    "start", ["- a", "+ a", "1. a", "12) a", "# a", "> a", "=== ", "--- ", "* a"]
)
def test_a_line_that_looks_like_a_list_or_a_heading_is_text(start: str) -> None:
    found = page(write(report(Text((paragraph(f"first\n{start}"),)))))
    assert words(found) == f"first\n{start.strip()}\n"
    assert {each.tag for each in found.xpath("//body//*")} <= {"p", "br"}


def test_a_merged_cell_is_said_once() -> None:
    found = page(write(report(merged())))
    assert [words(row[0]) for row in found.xpath("//tr")] == ["Hovedtema", "Kultur", ""]
    assert words(found.xpath("//tr[3]/td[3] | //tbody/tr[2]/td[3]")[0]) == "«Først.»\n\n«Så.»"


def test_headed_groups_have_a_row_of_their_own() -> None:
    text = write(full_report()).decode()
    assert "| **Kultur** 1 utdrag · 1 informant |  |" in text
    assert "| **Struktur** |  |" in text


def test_numbers_stand_to_the_right() -> None:
    assert "| ---: | --- | --- |" in write(report(table(excerpts("a")))).decode()


def test_caption_and_note_stand_where_they_are_wanted() -> None:
    text = write(full_report()).decode()
    above, below = text.index("*Tabell 1:"), text.index("*Tabell 3:")
    assert above < text.index("| Hovedtema")
    assert below > text.index("**Struktur**")
    assert "\n\nSitatene er ordrette.\n\n" in text


def test_looks_are_marked_without_touching_the_spaces() -> None:
    line = Paragraph((Run("a "), Run(" b ", bold=True), Run("c", italic=True), Run(" ", bold=True)))
    assert write(report(Text((line,)))).decode() == "a  **b** *c*\n"
    found = page(write(full_report()))
    assert found.xpath("//em/strong | //strong/em")[0].text_content() == "both"


def test_bold_over_several_lines_is_left_plain() -> None:
    line = Paragraph((Run("a\nb", bold=True),))
    assert write(report(Text((line,)))).decode() == "a\\\nb\n"


def test_quotations_are_set_apart_on_every_line() -> None:
    quoted = Text((paragraph("a\n- b"),), style="quotation")
    assert write(report(quoted)).decode() == "> a\\\n> \\- b\n"


def test_headings_keep_within_what_markdown_has() -> None:
    text = write(report(Heading("a\nb #", level=0), Heading("c", level=9))).decode()
    assert text == "# a b \\#\n\n###### c\n"


def test_an_empty_table_says_so() -> None:
    text = write(report(table(empty="Ingen utdrag ennå."))).decode()
    assert text.endswith("| Ingen utdrag ennå. |  |  |\n")


def test_the_writer_is_known_by_its_ending() -> None:
    assert (WRITER.ending, WRITER.write) == ("md", write)


def test_a_whole_has_contents_lists_and_figures_told_in_words() -> None:
    found = page(write(illustrated()))
    assert [each.text_content() for each in found.xpath("//h1 | //h2 | //h3")] == [
        "Samarbeid",
        "Innhold",
        "Vedlegg 1  Punkter",
        "Vedlegg 2  Temaer",
        "Under",
        "Vedlegg 3  Kart",
        "Vedlegg 4  Intervju",
    ]
    lists = found.xpath("//body/ul")
    assert len(lists[0].xpath(".//li")) == 5
    assert [words(each).strip() for each in lists[-1].xpath("li")] == ["- Første", "Andre\nlinje"]
    told = [words(each).strip() for each in found.xpath("//blockquote")]
    assert told == ['Tema: «Tid» & "tillit".\nEn linje mellom dem.'] * 2


def test_a_coded_transcript_is_a_table() -> None:
    table = page(write(illustrated())).xpath("//table")[-1]
    rows = [[words(each) for each in row] for row in table.xpath(".//tr")]
    assert rows[0] == ["Linje", "Hvem", "Det som ble sagt", "Koder"]
    assert rows[2] == ["2", "Informant 1", "Vi ventet lenge.", "Tid\nTillit & tro"]
