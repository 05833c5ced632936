from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from lxml import html

from qualtool.core.report import Cell, Heading, Paragraph, Run, paragraph
from qualtool.formats.write_html import WRITER, write
from tests.formats.invented import (
    HOSTILE,
    TAMED,
    excerpts,
    figure,
    full_report,
    illustrated,
    merged,
    report,
    table,
)


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


def test_the_contents_lead_to_each_heading_and_caption() -> None:
    found = page(write(illustrated()))
    links = {each.text_content(): each.get("href") for each in found.xpath("//nav//a")}
    assert list(links) == [
        "Vedlegg 1  Punkter",
        "Vedlegg 2  Temaer",
        "Under",
        "Vedlegg 3  Kart",
        "Vedlegg 4  Intervju",
        "Tabell 1: Utdrag etter tema",
        "Figur 1: Kart over temaene",
        "Figur 2: Kart over temaene",
    ]
    for words, link in links.items():
        (goal,) = found.xpath(f"//*[@id='{link[1:]}']")
        assert words.split()[0] in goal.text_content()


def test_no_two_things_on_a_page_have_the_same_name() -> None:
    names = page(write(illustrated())).xpath("//@id")
    assert len(names) == len(set(names)) > 10
    assert page(write(illustrated())).xpath("//@fill")[0].startswith("url(#b7-g)")


def test_the_title_is_the_highest_heading_and_none_is_left_out() -> None:
    found = page(write(illustrated()))
    assert [each.tag for each in found.xpath("//h1 | //h2 | //h3 | //h4")] == [
        "h1",
        "h2",
        "h2",
        "h2",
        "h3",
        "h2",
        "h2",
    ]


def test_a_figure_is_drawn_titled_and_told_in_words() -> None:
    found = page(write(report(figure())))
    (svg,) = found.xpath("//figure/svg[@role='img']")
    named, described = svg.get("aria-labelledby").split()
    assert found.xpath(f"//title[@id='{named}']")[0].text == "Figur 1: Kart over temaene"
    assert found.xpath(f"//desc[@id='{described}']")[0].text.startswith("Tema: «Tid» & ")
    assert found.xpath("//figcaption")[0].text == "Figur 1: Kart over temaene"
    assert found.xpath("//p[@class='note']")[0].text == "Tegnet for hånd."


def test_a_drawing_runs_nothing_and_leads_nowhere() -> None:
    data = write(report(figure())).decode()
    assert "script" not in data
    assert "onclick" not in data
    assert "example.org" not in data
    assert "Å &amp; B" in data


def test_a_figure_of_points_alone_is_in_the_page() -> None:
    drawn = replace(figure(), svg=b"")
    found = page(write(report(drawn)))
    (image,) = found.xpath("//figure/img")
    assert image.get("src").startswith("data:image/png;base64,")
    assert image.get("alt") == drawn.alternative
    assert "img-src data:" in found.xpath("//meta/@content")[0]


def test_a_coded_transcript_has_its_codes_beside_it_in_their_colours() -> None:
    found = page(write(illustrated()))
    rows = found.xpath("//table[@class='lines']/tbody/tr")
    assert [words(each) for each in rows[1].xpath("td")] == [
        "2",
        "Informant 1",
        "Vi ventet lenge.",
        "TidTillit & tro",
    ]
    assert "#2F6FA8" in rows[1].xpath(".//span[@class='mark']/@style")[0]
    assert rows[1].xpath(".//span[@class='tint']")[0].text == "ventet"


def test_a_list_is_a_list() -> None:
    found = page(write(illustrated()))
    assert [words(each) for each in found.xpath("//ul[@class='list']/li")] == [
        "- Første",
        "Andre\nlinje",
    ]
