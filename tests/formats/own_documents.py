"""Word documents of a researcher's own, as Word writes them, and parts of a report to put in."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

from qualtool.core.report import Block, Figure, Heading, Report, Table, Text, paragraph
from qualtool.formats.refresh_docx import Placed, Refreshed, refresh
from tests.formats.invented import excerpts, table
from tests.formats.word_files import packed

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
MAIN = f"{_KIND}.document.main+xml"
BODY = "word/document.xml"
LISTED = "word/_rels/document.xml.rels"
TYPES = "[Content_Types].xml"

# A Norwegian Word: the identifiers are Norwegian, the names of the built-in styles English.
STYLES = f"""<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>
<w:sz w:val="24"/><w:lang w:val="nb-NO"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/>
<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Bildetekst"><w:name w:val="caption"/></w:style>
<w:style w:type="table" w:default="1" w:styleId="Vanligtabell"><w:name w:val="Normal Table"/>
</w:style>
<w:style w:type="table" w:styleId="Tabellrutenett"><w:name w:val="Table Grid"/></w:style>
</w:styles>"""
SECTION = (
    '<w:sectPr w:rsidR="00A1"><w:headerReference w:type="default" r:id="rId3"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1417" w:right="1417" w:bottom="1417"'
    ' w:left="1417" w:header="708" w:footer="708" w:gutter="0"/><w:cols w:space="708"/></w:sectPr>'
)


def thesis(
    body: str = "",
    *,
    section: str = SECTION,
    kind: str = MAIN,
    styles: str = STYLES,
    more: Mapping[str, str | bytes] | None = None,
    relations: str = "",
) -> bytes:
    """A document with much in it that must stay: notes, comments, a header, a picture, data."""
    root = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
        f'<w:document xmlns:w="{W}" xmlns:r="{R}" xmlns:mc="{_MC}" xmlns:w14="{_W14}"'
        ' mc:Ignorable="w14"><w:body><w:p w14:paraId="1A2B3C4D" w:rsidR="00B2"><w:pPr>'
        '<w:pStyle w:val="Overskrift1"/></w:pPr><w:r><w:t>Innledning</w:t></w:r></w:p>'
        f"<w:p ><w:r><w:t>Tekst   som st\u00e5r.</w:t></w:r></w:p><!-- ord -->{body}"
        f"{section}</w:body></w:document>"
    )
    return packed(
        {
            TYPES: _types(kind),
            "_rels/.rels": _listed((f"{_OFFICE}/officeDocument", BODY)),
            BODY: root,
            LISTED: _listed(
                (f"{_OFFICE}/styles", "styles.xml"),
                (f"{_OFFICE}/settings", "settings.xml"),
                (f"{_OFFICE}/header", "header1.xml"),
                (f"{_OFFICE}/comments", "comments.xml"),
                more=relations,
            ),
            "word/styles.xml": styles,
            "word/settings.xml": f'<w:settings xmlns:w="{W}"><w:trackRevisions/></w:settings>',
            "word/header1.xml": f'<w:hdr xmlns:w="{W}"><w:p/></w:hdr>',
            "word/comments.xml": f'<w:comments xmlns:w="{W}"/>',
            "customXml/item1.xml": "<data>noe</data>",
            **(more or {}),
        }
    )


def _listed(*relations: tuple[str, str], more: str = "") -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(relations, 1)
    )
    return f'<Relationships xmlns="{_RELATIONS}">{lines}{more}</Relationships>'


def _types(kind: str) -> str:
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType='
        '"application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}"/>'
        f'<Override PartName="/word/styles.xml" ContentType="{_KIND}.styles+xml"/></Types>'
    )


def control(key: str, content: str, title: str = "Temaer") -> str:
    """A content control of ours."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="qualtool:{key}"/>'
        f'<w:id w:val="77"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'
    )


def words(text: str) -> str:
    """A paragraph of plain words."""
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def counted(label: str, number: str, text: str, start: str = "", end: str = "") -> str:
    """A caption as Word writes it, with a bookmark round label and number where wanted."""
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Bildetekst"/></w:pPr>{start}<w:r><w:t>{label} </w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> SEQ </w:instrText></w:r>'
        f"<w:r><w:instrText>{label} \\* ARABIC </w:instrText></w:r>"
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f"<w:r><w:t>{number}</w:t></w:r>"
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>{end}<w:r><w:t>: {text}</w:t></w:r></w:p>'
    )


def said(*quotations: str, landscape: bool = False) -> Table:
    """A table of quotations."""
    return table(excerpts(*quotations), landscape=landscape)


def drawn(content: bytes = b"<svg/>") -> Figure:
    """A figure; its points stand for a picture, as nobody looks at them."""
    return Figure("Figur", 1, "Kart", content, b"PNG" + content, 300, 200, "To temaer.")


def placed(key: str, *blocks: Block, title: str = "Temaer", language: str = "nb") -> Placed:
    """A part with a heading."""
    heading = Heading(title, 1, "Vedlegg 1")
    return Placed(key, title, Report(title, language, (heading, *blocks)))


def text(said: str) -> Text:
    """A paragraph of running text."""
    return Text((paragraph(said),))


def renewed(data: bytes, *parts: Placed) -> Refreshed:
    """The document with these parts."""
    return refresh(data, parts, name="Oppgave.docx")


def body(data: bytes) -> str:
    """The XML of the text of a document."""
    return part(data, BODY).decode()


def part(data: bytes, name: str) -> bytes:
    """A part of a document."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read(name)


def entries(data: bytes) -> dict[str, bytes]:
    """Each entry of a zip as it is written, packed and with its head, in order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        found = sorted(archive.infolist(), key=lambda each: each.header_offset)
        ends = [*(each.header_offset for each in found[1:]), archive.start_dir]
    return {
        each.filename: data[each.header_offset : end] for each, end in zip(found, ends, strict=True)
    }


def with_body(data: bytes, xml: str) -> bytes:
    """The document with another XML of its text."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, xml if name == BODY else old.read(name))
    return buffer.getvalue()
