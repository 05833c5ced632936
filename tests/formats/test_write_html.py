from __future__ import annotations

from typing import Any

import pytest
from lxml import html

from qualtool.core.report import Cell, Heading, Paragraph, Run, paragraph
from qualtool.formats.write_html import WRITER, write
from tests.formats.invented import HOSTILE, TAMED, excerpts, full_report, merged, report, table


def page(data: bytes) -> Any:
    return html.document_fromstring(data.decode("utf-8"))


def words(element: Any) -> str:
    for br in element.iter("br"):
        br.tail = "\n" + (br.tail or "")
    return str(element.text_content())


@pytest.mark.parametrize(("said", "kept"), list(zip(HOSTILE, TAMED, strict=True)))
def test_what_was_said_stands_there_and_does_nothing(said: str, kept: str) -> None:
    found = page(write(report(Heading(said), table(excerpts(said)), title=said)))
    assert words(found.xpath("//td")[2]) == kept
    assert found.xpath("//script | //b | //img | //a") == []
    assert found.xpath("//title")[0].text_content().split() == kept.split()


def test_the_page_loads_nothing() -> None:
    data = write(full_report()).decode()
    assert "http" not in data.replace("http-equiv", "")
    assert "src=" not in data
    assert "url(" not in data


def test_the_page_says_its_language_and_a_quotation_its_own() -> None:
    found = page(write(full_report()))
    assert found.get("lang") == "nb-NO"
    assert found.xpath("//span[@lang='nn-NO']")[0].text_content() == "«Så.»"
    assert found.xpath("//span[@lang='other']") == []


def test_head_cells_say_what_they_are_heads_of() -> None:
    found = page(write(full_report()))
    assert {cell.get("scope") for cell in found.xpath("//thead//th")} == {"col"}
    group = found.xpath("//tbody//th[@scope='rowgroup']")[0]
    assert group.text_content() == "Kultur 1 utdrag · 1 informant"
    assert group.get("colspan") == "2"


def test_a_merged_cell_reaches_down() -> None:
    found = page(write(report(merged())))
    assert found.xpath("//td[@rowspan='2']")[0].text_content() == "Kultur"
    assert [len(row.xpath("td")) for row in found.xpath("//tbody/tr")] == [3, 2]


def test_several_paragraphs_in_a_cell_stay_apart() -> None:
    found = page(write(report(merged())))
    assert [each.text_content() for each in found.xpath("//td/p")] == ["«Først.»", "«Så.»"]


def test_the_caption_stands_where_it_is_wanted() -> None:
    found = page(write(full_report()))
    captions = [(each.text_content(), each.get("class")) for each in found.xpath("//caption")]
    assert captions[0] == ("Tabell 1: Temaer og eksempler", None)
    assert captions[2] == ("Tabell 3: Utdrag etter tema", "below")


def test_looks_notes_and_quotations_are_marked_up() -> None:
    found = page(write(full_report()))
    assert found.xpath("//strong")[0].text_content() == "bold"
    assert found.xpath("//em/strong")[0].text_content() == "both"
    assert found.xpath("//span[@class='context']")[0].text_content() == "muted"
    assert found.xpath("//blockquote/p")[0].text_content() == "Slik sa de det."
    assert found.xpath("//p[@class='note']")[0].text_content() == "Sitatene er ordrette."


def test_a_wide_table_lies_in_landscape_with_its_heading() -> None:
    found = page(write(full_report()))
    (turned,) = found.xpath("//section[@class='turned']")
    assert [each.tag for each in turned] == ["h2", "div"]


def test_a_row_longer_than_a_page_may_be_divided_in_print() -> None:
    found = page(write(report(table(excerpts("kort", "lang " * 1000)))))
    assert [row.get("class") for row in found.xpath("//tbody/tr")] == [None, "long"]


def test_an_empty_table_says_so_across_its_width() -> None:
    cell = page(write(report(table(empty="Ingen utdrag ennå.")))).xpath("//td")[0]
    assert (cell.text_content(), cell.get("colspan")) == ("Ingen utdrag ennå.", "3")


def test_headings_keep_within_what_a_page_has() -> None:
    found = page(write(report(Heading("a", level=0), Heading("b", level=9))))
    assert [each.tag for each in found.xpath("//h1 | //h6")] == ["h1", "h6"]


def test_an_empty_cell_is_empty() -> None:
    empty = Cell((Paragraph(()),))
    data = write(report(merged())).decode()
    assert empty.paragraphs[0].runs == ()
    assert "<p></p>" not in data
    assert page(write(report(table(excerpts(""))))).xpath("//td")[2].text_content() == ""


def test_plain_words_need_no_markup() -> None:
    assert paragraph("a").runs == (Run("a"),)
    assert "<span" not in write(report(table(excerpts("a")))).decode().replace("group span", "")


def test_the_writer_is_known_by_its_ending() -> None:
    assert (WRITER.ending, WRITER.write) == ("html", write)
