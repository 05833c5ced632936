"""A report as a Word file: real styles, numbered captions, head rows on every page."""

from __future__ import annotations

from typing import Final

from qualtool.core.exchange import Writer
from qualtool.core.report import Block, Heading, Report, Table, Text, caption, sections
from qualtool.formats import docx_styles
from qualtool.formats.docx_styles import R, W, field
from qualtool.formats.docx_table import runs_xml, table_xml
from qualtool.formats.markup import escaped, permitted
from qualtool.formats.package import OFFICE, XML, office_file, related
from qualtool.i18n import mark

# A4 and its margins, in twentieths of a point.
_SHORT: Final = 11906
_LONG: Final = 16838
_MARGIN: Final = 1418

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def write(report: Report) -> bytes:
    """The bytes of a .docx file; the same report always gives the same bytes."""
    language = report.language
    relations = related(
        (f"{OFFICE}/relationships/styles", "styles.xml"),
        (f"{OFFICE}/relationships/settings", "settings.xml"),
        (f"{OFFICE}/relationships/fontTable", "fontTable.xml"),
        (f"{OFFICE}/relationships/footer", "footer1.xml"),
    )
    return office_file(
        {
            "word/document.xml": (f"{_TYPE}.document.main+xml", _document(report)),
            "word/styles.xml": (f"{_TYPE}.styles+xml", docx_styles.styles(language)),
            "word/settings.xml": (f"{_TYPE}.settings+xml", docx_styles.settings(language)),
            "word/fontTable.xml": (f"{_TYPE}.fontTable+xml", docx_styles.fonts()),
            "word/footer1.xml": (f"{_TYPE}.footer+xml", docx_styles.footer()),
            "word/_rels/document.xml.rels": ("", relations),
        },
        main="word/document.xml",
        title=report.title,
        language=language,
    )


def _document(report: Report) -> str:
    laid = sections(report)
    parts = [f"{XML}<w:document {W} {R}><w:body>"]
    for number, (landscape, blocks) in enumerate(laid):
        last = number == len(laid) - 1
        for place, block in enumerate(blocks):
            closing = "" if last or place < len(blocks) - 1 else _page(landscape)
            parts.append(_block(block, landscape, closing))
        if last:
            parts.append(_page(landscape))
    parts.append("</w:body></w:document>")
    return "".join(parts)


def _page(landscape: bool) -> str:
    width, height = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
    turned = ' w:orient="landscape"' if landscape else ""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}"'
        f' w:left="{_MARGIN}" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )


def _block(block: Block, landscape: bool, closing: str) -> str:
    """A block; `closing` is the section that ends with it, which only a table can do."""
    match block:
        case Heading():
            text = permitted(block.text).replace("\n", " ")
            return (
                f'<w:p><w:pPr><w:pStyle w:val="Heading{min(max(block.level, 1), 3)}"/></w:pPr>'
                f'<w:r><w:t xml:space="preserve">{escaped(text)}</w:t></w:r></w:p>'
            )
        case Text():
            style = '<w:pPr><w:pStyle w:val="Quote"/></w:pPr>' if block.style == "quotation" else ""
            return "".join(f"<w:p>{style}{runs_xml(each)}</w:p>" for each in block.paragraphs)
        case _:
            return _table(block, landscape, closing)


def _table(table: Table, landscape: bool, closing: str) -> str:
    width = (_LONG if landscape else _SHORT) - 2 * _MARGIN
    body = table_xml(table, width, description=caption(table))
    if table.caption_above:
        # The caption stays with the table, and a table may not be the last thing in a section.
        if table.note:
            return _caption(table, "<w:keepNext/>") + body + _after(table.note, closing)
        return _caption(table, "<w:keepNext/>") + body + _gap(closing)
    if table.note:
        return body + _caption(table, "<w:keepNext/>") + _after(table.note, closing)
    return body + _caption(table, closing)


def _caption(table: Table, more: str) -> str:
    """The caption with a number that Word counts; `SEQ Tabell` goes on from the thesis's own."""
    name = permitted(table.label).replace(" ", "_")
    number = field(f" SEQ {name} \\* ARABIC ", str(table.number))
    return (
        f'<w:p><w:pPr><w:pStyle w:val="Caption"/>{more}</w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escaped(table.label)} </w:t></w:r>'
        f'{number}<w:r><w:t xml:space="preserve">: {escaped(table.caption)}</w:t></w:r></w:p>'
    )


def _after(note: str, closing: str) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="TableNote"/>{closing}</w:pPr>'
        f'<w:r><w:t xml:space="preserve">{escaped(note)}</w:t></w:r></w:p>'
    )


def _gap(closing: str) -> str:
    """A paragraph as low as Word lets it be."""
    return (
        '<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'
        f'<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>{closing}</w:pPr></w:p>'
    )


WRITER: Final = Writer("docx", mark("Word document"), "docx", write)
