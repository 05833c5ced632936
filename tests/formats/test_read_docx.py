"""Word documents are read as a reader sees them."""

from __future__ import annotations

import io
import zipfile

import pytest

from qualtool import plugins
from qualtool.core.errors import QualtoolError
from qualtool.core.source import Source
from tests.formats.checking import check
from tests.formats.word_files import (
    STRICT,
    W,
    document,
    packed,
    paragraph,
    paragraphs,
    run,
)

BREAK = "<w:r><w:lastRenderedPageBreak/></w:r>"


def read(data: bytes, name: str = "fil.docx") -> Source:
    source = plugins.read(data, name)
    check(source)
    return source


def keys(source: Source) -> list[str]:
    return [caution.key for caution in source.cautions]


def test_tabs_and_line_breaks_and_special_hyphens_are_kept() -> None:
    inside = (
        "<w:r><w:t>Før</w:t><w:tab/><w:t>etter</w:t><w:br/><w:t>ny linje</w:t><w:cr/>"
        "<w:t>e</w:t><w:noBreakHyphen/><w:t>post</w:t><w:softHyphen/></w:r>"
    )
    assert read(document(f"<w:p>{inside}</w:p>")).text == "Før\tetter\nny linje\ne-post"


def test_tracked_changes_are_read_as_accepted() -> None:
    body = paragraph(
        "Vi møtes ",
        "<w:ins><w:r><w:t>aldri </w:t></w:r></w:ins>",
        "<w:del><w:r><w:delText>alltid </w:delText></w:r></w:del>",
        "<w:moveFrom><w:r><w:t>ofte </w:t></w:r></w:moveFrom>",
        "<w:moveTo><w:r><w:t>her</w:t></w:r></w:moveTo>",
    )
    source = read(document(body))
    assert source.text == "Vi møtes aldri her"
    assert keys(source) == ["changes_accepted"]
    assert "4 tracked changes" in source.cautions[0].message


def test_a_deleted_paragraph_end_joins_the_paragraphs() -> None:
    gone = "<w:rPr><w:del/></w:rPr>"
    body = paragraph("Vi møtes ", properties=gone) + paragraph("i morgen")
    assert read(document(body)).text == "Vi møtes i morgen"


def test_links_controls_smart_tags_and_simple_fields_keep_their_text() -> None:
    body = paragraph(
        f"<w:hyperlink>{run('lenke ')}</w:hyperlink>",
        f"<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent>{run('felt ')}</w:sdtContent></w:sdt>",
        f"<w:smartTag>{run('navn ')}</w:smartTag>",
        f"<w:fldSimple>{run('side 3')}</w:fldSimple>",
    )
    wrapped = f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>"
    assert read(document(wrapped)).text == "lenke felt navn side 3"


def test_a_field_gives_its_result_and_not_its_instruction() -> None:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    body = paragraph(
        "Se ",
        mark("begin"),
        "<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>",
        mark("begin"),
        "indre instruks",
        mark("end"),
        mark("separate"),
        "kapittel 2",
        mark("end"),
        mark("end"),
        ".",
    )
    assert read(document(body)).text == "Se kapittel 2."


def test_notes_comments_and_other_parts_are_left_out_and_counted() -> None:
    body = (
        paragraph(
            "Ord",
            '<w:r><w:footnoteReference w:id="1"/></w:r>',
            '<w:r><w:endnoteReference w:id="1"/></w:r>',
            '<w:r><w:commentReference w:id="1"/></w:r>',
        )
        + "<w:altChunk/>"
    )
    source = read(document(body))
    assert source.text == "Ord"
    assert keys(source) == ["notes_left_out", "comments_left_out", "parts_left_out"]
    assert "2 footnotes" in source.cautions[0].message


def test_footnotes_and_endnotes_come_last_in_their_order() -> None:
    body = paragraph(
        "Ord",
        '<w:r><w:endnoteReference w:id="2"/></w:r>',
        " og mer",
        '<w:r><w:footnoteReference w:id="1"/></w:r>',
    )
    notes = {
        f"word/{kind}s.xml": f'<w:{kind}s xmlns:w="{W}"><w:{kind} w:id="0">{paragraph("—")}'
        f'</w:{kind}><w:{kind} w:id="{number}">{paragraph(f" {words}")}</w:{kind}></w:{kind}s>'
        for kind, number, words in (("footnote", 1, "Ved foten."), ("endnote", 2, "Til slutt."))
    }
    with zipfile.ZipFile(io.BytesIO(document(body + paragraph("Slutt")))) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    source = read(packed({**parts, **notes}))
    assert source.text == "Ord og mer\nSlutt\n1 Til slutt.\n2 Ved foten."
    assert [block.kind for block in source.blocks] == ["note", "note"]
    assert keys(source) == ["notes_at_end"]


def test_hidden_text_is_left_out_and_said_so() -> None:
    body = paragraph(
        "Synlig",
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t> skjult</w:t></w:r>",
        '<w:r><w:rPr><w:rStyle w:val="Skjult"/></w:rPr><w:t> stil</w:t></w:r>',
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t> igjen</w:t></w:r>',
    )
    source = read(document(body))
    assert source.text == "Synlig igjen"
    assert keys(source) == ["hidden_left_out"]


def test_tables_are_rows_with_tabs() -> None:
    def cell(*texts: str) -> str:
        return f"<w:tc><w:tcPr/>{''.join(map(paragraph, texts))}</w:tc>"

    rows = (
        f"<w:tr>{cell('Hva')}<w:sdt><w:sdtContent>{cell('Når')}</w:sdtContent></w:sdt></w:tr>"
        f"<w:tr>{cell('')}{cell('mai', 'juni')}</w:tr>"
        f"<w:tr><w:trPr><w:del/></w:trPr>{cell('borte')}</w:tr>"
        f"<w:tr>{cell('')}{cell('')}</w:tr>"
    )
    source = read(document(paragraph("Plan") + f"<w:tbl><w:tblPr/>{rows}</w:tbl>"))
    assert source.text == "Plan\nHva\tNår\n\tmai juni"
    assert [block.kind for block in source.blocks] == ["table_row", "table_row"]


def test_headings_are_known_by_style_by_inheritance_and_by_outline() -> None:
    outline = '<w:outlineLvl w:val="1"/>'
    body = (
        paragraph("En", style="Overskrift1")
        + paragraph("To", style="Min")
        + paragraph("Tre", style="Tittel")
        + paragraph("Fire", style="Niva3")
        + paragraph("Fem", properties=outline)
        + paragraph("Seks", properties='<w:outlineLvl w:val="9"/>')
    )
    source = read(document(body))
    assert [(block.kind, block.level) for block in source.blocks] == [
        ("heading", 1),
        ("heading", 1),
        ("heading", 1),
        ("heading", 3),
        ("heading", 2),
    ]


def test_list_items_are_blocks_without_numbers() -> None:
    numbered = '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="7"/></w:numPr>'
    none = '<w:numPr><w:numId w:val="0"/></w:numPr>'
    body = (
        paragraph("punkt", style="Punkt")
        + paragraph("nummer", style="Nummer")
        + paragraph("dypt", properties=numbered)
        + paragraph("ikke", style="Punkt", properties=none)
    )
    source = read(document(body))
    assert source.text == "punkt\nnummer\ndypt\nikke"
    assert [(block.kind, block.level) for block in source.blocks] == [
        ("list_item", 0),
        ("list_item", 1),
        ("list_item", 2),
    ]


def test_a_text_box_comes_once_after_its_paragraph() -> None:
    box = f"<w:txbxContent>{paragraph('I boksen')}</w:txbxContent>"
    drawing = (
        "<mc:AlternateContent>"
        f"<mc:Choice><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent>"
    )
    body = paragraph("Før ", f"<w:r>{drawing}</w:r>", "etter") + paragraph("Så")
    assert read(document(body)).text == "Før etter\nI boksen\nSå"
    alone = (
        f"<mc:AlternateContent><mc:Choice>{paragraph('Valgt')}</mc:Choice></mc:AlternateContent>"
    )
    assert read(document(alone)).text == "Valgt"


def test_symbols_become_signs() -> None:
    body = paragraph(
        "a ",
        '<w:r><w:sym w:font="Wingdings" w:char="F0E0"/></w:r>',
        '<w:r><w:sym w:font="Symbol" w:char="F0B7"/></w:r>',
        '<w:r><w:sym w:font="X" w:char="F123"/></w:r>',
        '<w:r><w:sym w:font="X" w:char="00E6"/></w:r>',
        '<w:r><w:sym w:font="X" w:char="rart"/></w:r>',
    )
    assert read(document(body)).text == "a →•□æ"


def test_pages_are_those_that_word_showed() -> None:
    body = (
        paragraph("Side en.")
        + paragraph("Begynner her ", BREAK, "og går videre.")
        + paragraph(BREAK, "**I:** Hei?")
        + paragraph("I: Hallo?")
        + paragraph("R: Ja.")
        + paragraph("<w:r><w:br w:type='page'/></w:r>", "R: Ny side.")
    )
    source = read(document(body))
    pages = {locator.value: source.text[locator.offset :][:8] for locator in source.locators}
    assert pages == {"1": "Side en.", "2": "og går v", "3": "Hei?\nHal"}
    assert source.text[source.turns[0].start : source.turns[0].end] == "Hei?\nHallo?"


def test_no_pages_are_told_where_word_showed_none() -> None:
    body = paragraph("En", "<w:r><w:br w:type='page'/></w:r>", "To")
    assert read(document(body)).locators == ()


def test_strict_documents_and_other_places_of_the_text_are_read() -> None:
    assert read(document(paragraph("Streng"), namespace=STRICT)).text == "Streng"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Type="http://x/officeDocument" Target="/word/document2.xml"/>'
        "</Relationships>"
    )
    moved = document(paragraph("Flyttet"))
    with zipfile.ZipFile(io.BytesIO(moved)) as archive:
        body = archive.read("word/document.xml")
    assert read(packed({"_rels/.rels": relations, "word/document2.xml": body})).text == "Flyttet"


def test_a_document_named_doc_is_read_by_its_content() -> None:
    assert read(paragraphs("Hei"), "gammel.doc").format == "docx"


def test_styles_that_go_in_circles_do_no_harm() -> None:
    styles = (
        '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    assert read(document(paragraph("Hei", style="A"), styles=styles)).text == "Hei"
    assert read(document(paragraph("Hei", style="Ukjent"))).text == "Hei"


@pytest.mark.parametrize("strong", ["**Intervjuer:**", "**Intervjuer**:", "**Intervjuer**"])
def test_bold_labels_are_labels(strong: str) -> None:
    label, _, colon = strong.rpartition("**")
    body = paragraph(f"{label}**", f"{colon} Hvordan går det?") + paragraph("**Inf 2:**", " Bra.")
    source = read(document(body))
    assert [speaker.label for speaker in source.speakers] == ["Intervjuer", "Inf 2"]
    assert source.text == "Hvordan går det?\nBra."


def test_bold_names_without_colons_are_labels_where_they_return() -> None:
    turns = [("Kari Moe", "Hva nå?"), ("Ola Lie", "Vet ikke."), ("Kari Moe", "Nei?")] * 3
    body = "".join(paragraph(f"**{name}**", f" {words}") for name, words in turns)
    source = read(document(body + paragraph("**Viktig**", " å huske.")))
    assert [speaker.label for speaker in source.speakers] == ["Kari Moe", "Ola Lie"]
    assert source.text.endswith("Viktig å huske.")


def test_a_bold_style_makes_a_label_too() -> None:
    strong = '<w:r><w:rPr><w:rStyle w:val="Sterk"/></w:rPr><w:t>Per:</w:t></w:r>'
    other = "<w:r><w:rPr><w:b/></w:rPr><w:t>Pål:</w:t></w:r>"
    body = "".join(paragraph(strong, f" Hei {n}") for n in range(3)) + paragraph(other, " Hallo")
    assert [speaker.label for speaker in read(document(body)).speakers] == ["Per", "Pål"]


def test_a_document_without_styles_or_with_deep_runs_is_read() -> None:
    with_styles = document(paragraph("Hei", style="Overskrift1"))
    with zipfile.ZipFile(io.BytesIO(with_styles)) as archive:
        body = archive.read("word/document.xml")
    assert read(packed({"word/document.xml": body})).blocks == ()
    deep = "<w:smartTag>" * 230 + run("Dypt") + "</w:smartTag>" * 230
    assert read(document(f"<w:p>{deep}</w:p>")).text == "Dypt"


def test_what_is_no_word_document_is_refused_when_it_is_asked_for() -> None:
    for data, key in (
        (b"Hei", "file_damaged"),
        (b"%PDF-1.4", "file_is_pdf"),
        (b"", "file_damaged"),
    ):
        with pytest.raises(QualtoolError) as refused:
            plugins.read(data, "a.docx", reader="docx")
        assert refused.value.key == key
