from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
import pytest
from lxml import etree

from qualtool.core.report import (
    Cell,
    Column,
    Figure,
    Group,
    Heading,
    Paragraph,
    Report,
    Row,
    Run,
    cell,
    paragraph,
)
from qualtool.formats.write_docx import WRITER, cautions, write
from tests.formats.invented import (
    HOSTILE,
    SVG,
    TAMED,
    excerpts,
    figure,
    full_report,
    illustrated,
    merged,
    report,
    table,
)

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

# The order Word asks for, by ECMA-376 part 1 (CT_PPr, CT_RPr, CT_TblPr, CT_TcPr, CT_SectPr, and
# CT_Style, CT_Settings); only what we write.
ORDERS = {
    "pPr": (
        "pStyle keepNext keepLines pageBreakBefore numPr pBdr tabs suppressAutoHyphens spacing ind"
        " jc outlineLvl rPr sectPr"
    ),
    "rPr": "rStyle rFonts b bCs i iCs noProof color sz szCs shd lang",
    "tblPr": "tblStyle tblW tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan vMerge tcBorders vAlign",
    "trPr": "cantSplit tblHeader",
    "sectPr": "footerReference pgSz pgMar",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr tblStylePr",
    "settings": (
        "zoom defaultTabStop autoHyphenation hyphenationZone characterSpacingControl compat"
        " themeFontLang decimalSymbol listSeparator"
    ),
    "tbl": "tblPr tblGrid tr",
    "tc": "tcPr p",
    "docDefaults": "rPrDefault pPrDefault",
    "font": "altName panose1 charset family pitch",
}


def part(data: bytes, name: str = "word/document.xml") -> Any:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name))


def opened(data: bytes) -> Any:
    return docx.Document(io.BytesIO(data))


def rows(found: Any) -> list[list[str]]:
    return [[each.text for each in row.cells] for row in found.rows]


@pytest.mark.parametrize("name", ["document", "styles", "settings", "fontTable", "footer1"])
@pytest.mark.parametrize("made", [full_report(), illustrated()], ids=["tables", "illustrated"])
def test_every_element_stands_in_the_order_word_asks_for(name: str, made: Report) -> None:
    for element in part(write(made), f"word/{name}.xml").iter():
        order = ORDERS.get(element.tag.removeprefix(W), "").split()
        if order:
            places = [order.index(child.tag.removeprefix(W)) for child in element]
            assert places == sorted(places), etree.tostring(element)


def test_every_style_that_is_used_is_there() -> None:
    data = write(illustrated())
    known = set(part(data, "word/styles.xml").xpath("//@w:styleId", namespaces={"w": W[1:-1]}))
    for name in ("document", "styles", "footer1"):
        for element in part(data, f"word/{name}.xml").iter():
            if element.tag.removeprefix(W) in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
                assert element.get(f"{W}val") in known


def test_python_docx_opens_what_was_written_and_finds_it_all() -> None:
    found = opened(write(full_report()))
    assert [each.text for each in found.paragraphs if each.text] == [
        "Temaer og eksempler",
        "Tabellen viser temaer.\nOg eksempler.",
        "bold italic muted both",
        "Tabell 1: Temaer og eksempler",
        "Utdrag",
        "Tabell 2: Utdrag etter tema",
        "Sitatene er ordrette.",
        "Slik sa de det.",
        "Tabell 3: Utdrag etter tema",
        "Tabell 4: Utdrag etter tema",
        "Ingenting.",
    ]
    assert rows(found.tables[0]) == [
        ["Hovedtema", "Undertema", "Eksempler"],
        ["Kultur", "Vaner", "«Slik er det.»"],
        ["Kultur", "Tro", "«Først.»\n«Så.»"],
    ]
    assert rows(found.tables[3])[1] == ["Ingen utdrag ennå."] * 3


@pytest.mark.parametrize(("said", "kept"), list(zip(HOSTILE, TAMED, strict=True)))
def test_whatever_was_said_comes_back(said: str, kept: str) -> None:
    data = write(report(Heading(said), table(excerpts(said, theme=said)), title=said))
    found = opened(data)
    assert rows(found.tables[0])[1] == ["1", kept, kept]
    assert found.paragraphs[0].text.split() == kept.split()
    assert found.core_properties.title.split() == kept.split()


def test_real_styles_are_used() -> None:
    found = opened(write(full_report()))
    styles = {each.text: each.style.name for each in found.paragraphs}
    assert styles["Temaer og eksempler"] == "Heading 1"
    assert styles["Utdrag"] == "Heading 2"
    assert styles["Tabell 1: Temaer og eksempler"] == "Caption"
    assert styles["Slik sa de det."] == "Quote"
    assert found.tables[0].style.style_id == "RuledTable"
    assert found.tables[0].rows[0].cells[0].paragraphs[0].style.style_id == "TableHead"
    assert found.tables[0].rows[1].cells[0].paragraphs[0].style.style_id == "TableText"


def test_the_caption_is_numbered_by_a_field_whose_result_is_right() -> None:
    document = part(write(full_report()))
    fields = [each.text for each in document.iter(f"{W}instrText")]
    assert fields == [" SEQ Tabell \\* ARABIC "] * 4
    caption = next(
        each for each in document.iter(f"{W}p") if "Tabell 3" in "".join(each.itertext(f"{W}t"))
    )
    kinds = [each.get(f"{W}fldCharType") for each in caption.iter(f"{W}fldChar")]
    assert kinds == ["begin", "separate", "end"]


def test_the_caption_stays_with_its_table() -> None:
    found = opened(write(full_report()))
    captions = [each for each in found.paragraphs if each.style.name == "Caption"]
    # The last is below its table, with a note after it.
    assert [each.paragraph_format.keep_with_next for each in captions] == [True, True, None, True]
    last = found.tables[2].rows[-1].cells[0].paragraphs[0]
    assert last.paragraph_format.keep_with_next
    assert found.tables[2].rows[1].cells[0].paragraphs[0].paragraph_format.keep_with_next is None


def test_the_head_is_repeated_on_each_page_and_rows_stay_whole() -> None:
    document = part(write(report(table(excerpts(*["Ja."] * 3)))))
    found = list(document.iter(f"{W}tr"))
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in found] == [True] + [False] * 3
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in found)


@pytest.mark.parametrize("landscape", [False, True])
def test_only_a_row_longer_than_a_page_may_be_divided(landscape: bool) -> None:
    said = ("kort", "ord " * 1200, "\n".join("ord" * 60))
    document = part(write(report(table(excerpts(*said), landscape=landscape))))
    whole = [row.find(f"{W}trPr/{W}cantSplit") is not None for row in document.iter(f"{W}tr")]
    assert whole == [True, True, False, False]


def test_the_grid_and_the_cells_agree_and_fill_the_page() -> None:
    for turned, width in ((False, 9070), (True, 14002)):
        document = part(write(report(table(excerpts("a", "b"), headed=turned, landscape=turned))))
        grid = [int(each.get(f"{W}w")) for each in document.iter(f"{W}gridCol")]
        assert sum(grid) == width
        assert len(grid) == (2 if turned else 3)
        for row in document.iter(f"{W}tr"):
            cells = [int(each.get(f"{W}w")) for each in row.iter(f"{W}tcW")]
            assert cells in (grid, [width])
        assert next(document.iter(f"{W}tblLayout")).get(f"{W}type") == "fixed"


def test_a_merged_cell_is_merged_down() -> None:
    document = part(write(report(merged())))
    kinds = [each.get(f"{W}val") for each in document.iter(f"{W}vMerge")]
    assert kinds == ["restart", None]


def test_a_group_has_a_row_across_the_table_with_its_count() -> None:
    found = opened(write(full_report())).tables[2]
    assert rows(found)[1] == ["Kultur  1 utdrag · 1 informant"] * 2
    assert rows(found)[3] == ["Struktur"] * 2
    assert [each.text for each in found.rows[0].cells] == ["Nr", "Utdrag"]


def test_only_the_tables_that_want_it_lie_in_landscape() -> None:
    found = opened(write(full_report()))
    pages = [(each.page_width < each.page_height) for each in found.sections]
    assert pages == [True, False, True]
    size = found.sections[0]
    assert (round(size.page_width.mm), round(size.page_height.mm)) == (210, 297)


def test_what_stands_before_a_landscape_table_lies_with_it() -> None:
    found = opened(write(report(Heading("Utdrag"), table(excerpts("a"), landscape=True))))
    assert len(found.sections) == 1
    assert found.sections[0].page_width > found.sections[0].page_height


def test_a_report_of_headings_alone_is_a_document() -> None:
    found = opened(write(report(Heading("a", level=0), Heading("b", level=9))))
    assert [each.style.name for each in found.paragraphs] == ["Title", "Heading 3"]
    assert opened(write(report())).paragraphs == []


def test_every_page_has_its_number() -> None:
    data = write(full_report())
    assert [each.text for each in part(data, "word/footer1.xml").iter(f"{W}instrText")] == [
        " PAGE "
    ]
    assert len(list(part(data).iter(f"{W}footerReference"))) == 3


@pytest.mark.parametrize(
    ("language", "tag", "comma"), [("nb", "nb-NO", ","), ("nn", "nn-NO", ","), ("en", "en-GB", ".")]
)
def test_the_spelling_checker_is_told_the_language(language: str, tag: str, comma: str) -> None:
    data = write(report(table(excerpts("a")), language=language))
    styles = part(data, "word/styles.xml")
    assert [each.get(f"{W}val") for each in styles.iter(f"{W}lang")] == [tag]
    settings = part(data, "word/settings.xml")
    assert settings.find(f"{W}themeFontLang").get(f"{W}val") == tag
    assert settings.find(f"{W}decimalSymbol").get(f"{W}val") == comma
    assert opened(data).core_properties.language == tag


def test_a_quotation_in_another_language_says_so() -> None:
    document = part(write(full_report()))
    assert [each.get(f"{W}val") for each in document.iter(f"{W}lang")] == ["nn-NO"]
    unknown = next(document.iter(f"{W}noProof")).getparent().getparent()
    assert "".join(unknown.itertext(f"{W}t")) == "both"


def test_looks_are_kept() -> None:
    runs = opened(write(full_report())).paragraphs[2].runs
    assert [(run.text, run.bold, run.italic) for run in runs if run.text.strip()] == [
        ("bold", True, None),
        ("italic", None, True),
        ("muted", None, None),
        ("both", True, True),
    ]
    assert runs[4].style.style_id == "Context"


def test_numbers_stand_to_the_right_and_paragraphs_of_a_cell_apart() -> None:
    two = Cell((paragraph("a"), Paragraph((Run("b\tc"),))))
    row = Row((cell("1", value=1), Cell(), two))
    found = opened(write(report(table(Group("", (row,)))))).tables[0]
    assert found.rows[1].cells[0].paragraphs[0].alignment == 2
    assert found.rows[0].cells[0].paragraphs[0].alignment == 2
    spaces = [each.paragraph_format.space_before for each in found.rows[1].cells[2].paragraphs]
    assert spaces[0] is None
    assert spaces[1].pt == 6
    assert found.rows[1].cells[2].text == "a\nb\tc"


def test_nobody_and_no_machine_is_named() -> None:
    data = write(full_report())
    properties = opened(data).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert properties.created is None
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"creator" not in b"".join(archive.read(name) for name in archive.namelist())


def test_the_same_report_gives_the_same_bytes() -> None:
    assert write(full_report()) == write(full_report())


def test_a_cell_of_forty_thousand_characters_is_all_there() -> None:
    said = "ord og " * 6000
    assert rows(opened(write(report(table(excerpts(said))))).tables[0])[1][2] == said


def test_a_label_of_two_words_is_one_name_in_the_field() -> None:
    two = table(excerpts("a"), columns=(Column("a", "A"), Column("b", "B"), Column("c", "C")))
    written = write(report(type(two)("Tabell A", 1, "x", two.columns, two.groups)))
    assert next(part(written).iter(f"{W}instrText")).text == " SEQ Tabell_A \\* ARABIC "


def test_the_writer_is_known_by_its_ending() -> None:
    assert (WRITER.ending, WRITER.write) == ("docx", write)


def test_the_contents_are_a_field_with_its_lines_filled_in() -> None:
    data = write(illustrated())
    document = part(data)
    orders = [each.text.strip() for each in document.iter(f"{W}instrText")]
    assert orders[:3] == [
        'TOC \\o "1-3" \\h \\z \\u',
        'TOC \\h \\z \\c "Tabell"',
        'TOC \\h \\z \\c "Figur"',
    ]
    lines = list(document.iter(f"{W}hyperlink"))
    assert ["".join(each.itertext()) for each in lines] == [
        "Vedlegg 1  Punkter",
        "Vedlegg 2  Temaer",
        "Under",
        "Vedlegg 3  Kart",
        "Vedlegg 4  Intervju",
        "Tabell 1: Utdrag etter tema",
        "Figur 1: Kart over temaene",
        "Figur 2: Kart over temaene",
    ]
    names = {each.get(f"{W}name") for each in document.iter(f"{W}bookmarkStart")}
    assert names == {each.get(f"{W}anchor") for each in lines}
    kinds = [each.get(f"{W}fldCharType") for each in document.iter(f"{W}fldChar")]
    assert [kinds.count(each) for each in ("begin", "separate", "end")] == [6, 6, 6]
    assert b"updateFields" not in zipfile.ZipFile(io.BytesIO(data)).read("word/settings.xml")
    assert [each.key for each in cautions(illustrated())] == ["contents_pages"]
    assert cautions(full_report()) == ()


def test_a_figure_is_there_twice_and_told_in_words() -> None:
    data = write(illustrated())
    found = opened(data)
    assert len(found.inline_shapes) == 2
    picture = found.inline_shapes[0]._inline
    assert picture.docPr.get("descr") == figure().alternative
    blip = picture.graphic.graphicData.pic.blipFill.blip
    assert found.part.related_parts[blip.embed].blob == figure().png
    (sharp,) = blip.xpath(".//*[local-name()='svgBlip']")
    relation = sharp.get(
        "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}embed"
    )
    assert found.part.related_parts[relation].blob == SVG
    assert len({each._inline.docPr.get("id") for each in found.inline_shapes}) == 2


def test_a_drawing_without_points_has_a_clear_one_for_older_programs() -> None:
    found = opened(write(report(figure(png=b""))))
    blip = found.inline_shapes[0]._inline.graphic.graphicData.pic.blipFill.blip
    assert found.part.related_parts[blip.embed].image.px_width == 1


def test_a_picture_is_no_wider_than_the_page() -> None:
    wide = Figure("Figur", 1, "Kart", SVG, b"", 4000, 1000, "To temaer.")
    shape = opened(write(report(wide))).inline_shapes[0]
    assert shape.width <= 9070 * 635
    assert round(shape.width / shape.height, 2) == 4


def test_the_caption_of_a_figure_stays_with_it() -> None:
    found = opened(write(illustrated()))
    texts = [each.text for each in found.paragraphs]
    at = len(texts) - 1 - texts[::-1].index("Figur 1: Kart over temaene")
    assert found.paragraphs[at - 1].style.style_id == "Figure"
    assert found.paragraphs[at - 1].paragraph_format.keep_with_next
    assert found.paragraphs[at].style.name == "Caption"
    assert found.paragraphs[at + 1].text == "Tegnet for hånd."


def test_a_figure_lies_across_with_its_heading() -> None:
    found = opened(write(illustrated()))
    assert [each.page_width < each.page_height for each in found.sections] == [True, False, True]


def test_a_coded_transcript_has_its_codes_in_the_margin() -> None:
    found = opened(write(illustrated()))
    assert rows(found.tables[-1]) == [
        ["Linje", "Hvem", "Det som ble sagt", "Koder"],
        ["1", "Intervjuer", "Hva så?", ""],
        ["2", "Informant 1", "Vi ventet lenge.", "Tid\nTillit & tro"],
        ["3", "", "Så lenge.", "Uten farge"],
    ]
    document = part(write(illustrated()))
    bars = [each.get(f"{W}color") for each in document.iter(f"{W}left") if each.get(f"{W}color")]
    assert bars == ["2F6FA8", "A02D4E"]
    (tint,) = list(document.iter(f"{W}shd"))
    assert tint.getparent().getparent().findtext(f"{W}t") == "ventet"


def test_a_list_has_a_style_with_points() -> None:
    found = opened(write(illustrated()))
    points = [each for each in found.paragraphs if each.style.name == "List Bullet"]
    assert [each.text for each in points] == ["- Første", "Andre\nlinje"]
