"""Drafts of every kind, with what sets a quotation apart in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document
from docx.shared import Pt

from qualtool.core.draft import DraftParagraph
from qualtool.core.errors import QualtoolError
from qualtool.formats import drafts

SAID = "Vi visste ikke hvem vi skulle spørre."


def word(fill: Callable[[Document], object]) -> bytes:
    document = docx.Document()
    fill(document)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()


def read(data: bytes, name: str = "funn.docx") -> list[DraftParagraph]:
    return list(drafts.read(data, name).paragraphs)


def one(data: bytes, name: str = "funn.docx") -> DraftParagraph:
    [paragraph] = read(data, name)
    return paragraph


def test_word_paragraphs_are_numbered_and_know_their_place() -> None:
    def fill(document: Document) -> None:
        document.add_heading("Funn", 1)
        document.add_paragraph("")
        document.add_paragraph("Første.")
        document.add_paragraph("Et punkt", style="List Bullet")

    found = read(word(fill))
    assert [(each.text, each.kind, each.number, each.element) for each in found] == [
        ("Funn", "heading", 1, 0),
        ("Første.", "body", 2, 2),
        ("Et punkt", "list_item", 3, 3),
    ]


@pytest.mark.parametrize("style", ["Quote", "Intense Quote"])
def test_word_styles_for_quotations(style: str) -> None:
    assert one(word(lambda document: document.add_paragraph(SAID, style=style))).kind == "quote"


def test_a_style_based_on_one_for_quotations_is_one_too() -> None:
    def fill(document: Document) -> None:
        own = document.styles.add_style("Informant", 1)
        own.base_style = document.styles["Quote"]
        document.add_paragraph(SAID, style=own)

    assert one(word(fill)).kind == "quote"


def test_word_left_edges_are_in_points_and_tell_hanging_lines() -> None:
    def fill(document: Document) -> None:
        own = document.styles.add_style("Innrykk", 1)
        own.paragraph_format.left_indent = Pt(30)
        document.add_paragraph(SAID, style=own)
        further = document.add_paragraph(SAID)
        further.paragraph_format.left_indent = Pt(20)
        entry = document.add_paragraph(SAID)
        entry.paragraph_format.left_indent = Pt(20)
        entry.paragraph_format.first_line_indent = Pt(-20)

    assert [(each.indent, each.hanging) for each in read(word(fill))] == [
        (30.0, False),
        (20.0, False),
        (20.0, True),
    ]


def test_word_cells_know_the_heading_of_their_column() -> None:
    def fill(document: Document) -> None:
        table = document.add_table(2, 2)
        for cell, words in zip(table._cells, ("Tema", "Sitat", "Tid", SAID), strict=True):
            cell.text = words

    assert [(each.text, each.kind, each.column) for each in read(word(fill))] == [
        ("Tema", "cell", ""),
        ("Sitat", "cell", ""),
        ("Tid", "cell", "Tema"),
        (SAID, "cell", "Sitat"),
    ]


def test_word_notes_are_read_after_the_text() -> None:
    plain = word(lambda document: document.add_paragraph("Tekst."))
    notes = (
        '<w:footnotes xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
        '<w:footnote w:id="2"><w:p><w:r><w:t>Jf. «det ble for mye».</w:t></w:r></w:p></w:footnote>'
        "</w:footnotes>"
    )
    packed = io.BytesIO(plain)
    with zipfile.ZipFile(packed, "a") as archive:
        archive.writestr("word/footnotes.xml", notes)
    found = read(packed.getvalue())
    assert [(each.text, each.kind) for each in found] == [
        ("Tekst.", "body"),
        ("Jf. «det ble for mye».", "note"),
    ]


def test_a_text_box_is_read_once() -> None:
    box = (
        '<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
        'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:r>'
        "<w:t>Rundt.</w:t><mc:AlternateContent><mc:Choice><w:txbxContent><w:p><w:r><w:t>I ruta."
        "</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent><w:p><w:r>"
        "<w:t>I ruta.</w:t></w:r></w:p></w:txbxContent></mc:Fallback></mc:AlternateContent>"
        "</w:r></w:p>"
    )

    def fill(document: Document) -> None:
        from lxml import etree

        document.element.body.insert(0, etree.fromstring(box))

    assert [each.text for each in read(word(fill))] == ["Rundt.", "I ruta."]


def odt(body: str, styles: str = "") -> bytes:
    spaces = " ".join(
        f'xmlns:{key}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for key, name in (
            ("office", "office"),
            ("text", "text"),
            ("table", "table"),
            ("style", "style"),
            ("fo", "xsl-fo-compatible"),
        )
    )
    content = (
        f"<office:document-content {spaces}><office:automatic-styles>{styles}"
        f"</office:automatic-styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", content)
    return packed.getvalue()


def test_opendocument_styles_edges_cells_and_notes() -> None:
    styles = (
        '<style:style style:name="P1" style:family="paragraph" '
        'style:parent-style-name="Quotations"/>'
        '<style:style style:name="P2" style:family="paragraph"><style:paragraph-properties '
        'fo:margin-left="1cm" fo:text-indent="-1cm"/></style:style>'
        '<style:style style:name="P3" style:family="paragraph" style:parent-style-name="P2">'
        '<style:paragraph-properties fo:margin-left="skjevt"/></style:style>'
        '<style:style style:name="T1" style:family="text"/>'
    )
    row = "<table:table-row>{}</table:table-row>"
    cell = "<table:table-cell><text:p>{}</text:p></table:table-cell>"
    body = (
        '<text:h text:outline-level="1">Funn</text:h>'
        f'<text:p text:style-name="P1">{SAID}</text:p>'
        '<text:p text:style-name="P3">Inn<text:note><text:note-body><text:p>Noten.</text:p>'
        "</text:note-body></text:note></text:p><text:p/>"
        "<text:list><text:list-item><text:p>Punkt</text:p></text:list-item></text:list>"
        "<table:table>"
        + row.format(cell.format("Tema") + cell.format("Sitat"))
        + row.format(cell.format("Tid") + cell.format(SAID))
        + "</table:table>"
        "<text:tracked-changes><text:p>Strøket</text:p></text:tracked-changes>"
    )
    found = read(odt(body, styles), "funn.odt")
    assert [(each.text, each.kind, each.column) for each in found] == [
        ("Funn", "heading", ""),
        (SAID, "quote", ""),
        ("Inn", "body", ""),
        ("Noten.", "note", ""),
        ("Punkt", "list_item", ""),
        ("Tema", "cell", ""),
        ("Sitat", "cell", ""),
        ("Tid", "cell", "Tema"),
        (SAID, "cell", "Sitat"),
    ]
    assert (round(found[2].indent), found[2].hanging) == (28, True)


def test_opendocument_without_a_body_is_told_of() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        archive.writestr("content.xml", "<a/>")
    with pytest.raises(QualtoolError, match=r"funn\.odt"):
        read(packed.getvalue(), "funn.odt")


def test_markdown_is_read_without_its_marks() -> None:
    text = f"""# Funn

En *sa* det \\*slik\\*
på to linjer.

> {SAID}
> Og så
>
> ny linje

- et punkt
  som går videre
1. to

| Tema | Sitat |
|------|-------|
| Tid  | {SAID} |

```
kode «ikke et sitat»
```
"""
    assert [(each.text, each.kind, each.column) for each in read(text.encode(), "funn.md")] == [
        ("Funn", "heading", ""),
        ("En sa det *slik*\npå to linjer.", "body", ""),
        (f"{SAID}\nOg så", "quote", ""),
        ("ny linje", "quote", ""),
        ("et punkt\nsom går videre", "list_item", ""),
        ("to", "list_item", ""),
        ("Tema", "cell", ""),
        ("Sitat", "cell", ""),
        ("Tid", "cell", "Tema"),
        (SAID, "cell", "Sitat"),
    ]


def test_plain_text_has_paragraphs_between_empty_lines_and_left_edges() -> None:
    text = f"Tekst på\nto linjer.\r\n\r\n      {SAID}\n\n Innrykk\n\nBerg, A.\n    Boka.\n"
    found = read(text.encode(), "funn.txt")
    assert [(each.text, each.indent, each.hanging) for each in found] == [
        ("Tekst på\nto linjer.", 0.0, False),
        (SAID, 36.0, False),
        ("Innrykk", 0.0, False),
        ("Berg, A.\nBoka.", 0.0, True),
    ]


def test_plain_text_without_empty_lines_has_a_paragraph_a_line() -> None:
    assert [each.text for each in read(b"en\nto\n", "funn.txt")] == ["en", "to"]


def test_letters_are_composed() -> None:
    assert one("sa\u030a".encode(), "funn.txt").text == "så"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"%PDF-1.7", "funn.pdf"),
        (b"{\\rtf1 hei}", "funn.rtf"),
        (b"<p>hei</p>", "funn.html"),
        (b"PK\x03\x04", "funn.zip"),
        (b"ikke et dokument", "funn.docx"),
        (b"PK\x03\x04avkuttet", "funn.docx"),
        (b"", "funn.docx"),
        (b"\x00\x01\x02\xff" * 40, "funn.txt"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, name: str) -> None:
    with pytest.raises(QualtoolError) as refused:
        read(data, name)
    assert name in str(refused.value)


def test_a_word_file_without_its_text_is_named() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
    with pytest.raises(QualtoolError, match=r"funn\.docx"):
        read(packed.getvalue(), "funn.docx")
