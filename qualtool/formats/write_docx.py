"""A report as a Word file: real styles, numbered captions, head rows on every page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from qualtool.core.exchange import Writer
from qualtool.core.report import Contents, Report, sections
from qualtool.core.source import Caution
from qualtool.formats import docx_styles
from qualtool.formats.docx_blocks import Page, Writing, blocks_xml, with_section
from qualtool.formats.docx_looks import OWN
from qualtool.formats.docx_styles import R, W
from qualtool.formats.package import OFFICE, XML, office_file, related
from qualtool.i18n import gettext as _
from qualtool.i18n import mark

# A4 and its margins, in twentieths of a point.
_SHORT: Final = 11906
_LONG: Final = 16838
_MARGIN: Final = 1418

_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_KINDS: Final = {"png": "image/png", "svg": "image/svg+xml"}


def write(report: Report) -> bytes:
    """The bytes of a .docx file; the same report always gives the same bytes."""
    language = report.language
    parts: dict[str, tuple[str, str | bytes]] = {
        "word/document.xml": (f"{_TYPE}.document.main+xml", ""),
        "word/styles.xml": (f"{_TYPE}.styles+xml", docx_styles.styles(language)),
        "word/settings.xml": (f"{_TYPE}.settings+xml", docx_styles.settings(language)),
        "word/fontTable.xml": (f"{_TYPE}.fontTable+xml", docx_styles.fonts()),
        "word/footer1.xml": (f"{_TYPE}.footer+xml", docx_styles.footer()),
        "word/numbering.xml": (f"{_TYPE}.numbering+xml", docx_styles.numbering()),
    }
    relations = [
        (f"{OFFICE}/relationships/styles", "styles.xml"),
        (f"{OFFICE}/relationships/settings", "settings.xml"),
        (f"{OFFICE}/relationships/fontTable", "fontTable.xml"),
        (f"{OFFICE}/relationships/footer", "footer1.xml"),
        (f"{OFFICE}/relationships/numbering", "numbering.xml"),
    ]

    def picture(content: bytes, ending: str) -> str:
        name = f"media/image{len(relations) - 4}.{ending}"
        parts[f"word/{name}"] = (_KINDS[ending], content)
        relations.append((f"{OFFICE}/relationships/image", name))
        return f"rId{len(relations)}"

    parts["word/document.xml"] = (parts["word/document.xml"][0], _document(report, picture))
    parts["word/_rels/document.xml.rels"] = ("", related(*relations))
    return office_file(parts, main="word/document.xml", title=report.title, language=language)


def cautions(report: Report) -> tuple[Caution, ...]:
    """What happens to this report in Word alone: its contents have no page numbers yet."""
    if not any(isinstance(block, Contents) for block in report.blocks):
        return ()
    message = _(
        "Word alone knows on which page each heading stands. Click in the contents and press F9 "
        "to have the page numbers put in."
    )
    return (Caution("contents_pages", message),)


def _document(report: Report, picture: Callable[[bytes, str], str]) -> str:
    writing = Writing(report, OWN, picture)
    parts = [f"{XML}<w:document {W} {R}><w:body>"]
    laid = sections(report)
    place = 0
    for number, (landscape, blocks) in enumerate(laid):
        wide, high = (_LONG, _SHORT) if landscape else (_SHORT, _LONG)
        page = Page(wide - 2 * _MARGIN, high - 2 * _MARGIN)
        inside = blocks_xml(writing, blocks, place, page)
        place += len(blocks)
        section = _section(wide, high)
        parts += [*inside, section] if number == len(laid) - 1 else with_section(inside, section)
    parts.append("</w:body></w:document>")
    return "".join(parts)


def _section(wide: int, high: int) -> str:
    turned = ' w:orient="landscape"' if wide > high else ""
    return (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId4"/>'
        f'<w:pgSz w:w="{wide}" w:h="{high}"{turned}/>'
        f'<w:pgMar w:top="{_MARGIN}" w:right="{_MARGIN}" w:bottom="{_MARGIN}"'
        f' w:left="{_MARGIN}" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr>'
    )


WRITER: Final = Writer("docx", mark("Word document"), "docx", write, cautions)
