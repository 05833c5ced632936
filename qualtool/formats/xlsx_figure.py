"""A figure in an Excel file: a sheet with its caption, what it shows in words, and the picture."""

from __future__ import annotations

from typing import Final

from qualtool.core.report import Figure, caption
from qualtool.formats import xlsx_parts
from qualtool.formats.markup import escaped
from qualtool.formats.package import OFFICE, XML, related
from qualtool.formats.xlsx_parts import WORDS, Sheet

_EMU: Final = 9525  # the unit of drawings, 914,400 to the inch, in a CSS pixel
_ROW: Final = 15  # points
_ROW_PIXELS: Final = 20
_USUAL_COLUMN: Final = 64  # pixels
_ACROSS: Final = 95  # characters of the column that words stand in
_HIGHEST: Final = 409  # points, the most a row can have
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SPREAD: Final = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
_SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
_DRAWING: Final = "application/vnd.openxmlformats-officedocument.drawing+xml"
_KINDS: Final = {"png": "image/png", "svg": "image/svg+xml"}

Parts = dict[str, tuple[str, str | bytes]]


def figure_sheet(
    figure: Figure, number: int, name: str, strings: dict[str, int], *, first: bool
) -> tuple[Sheet, Parts]:
    """The sheet of a figure, the `number`th of the book, and the parts its picture needs."""
    lines = [each for each in (caption(figure), figure.alternative, figure.note) if each]
    rows = "".join(
        f'<row r="{place}" ht="{_height(line)}" customHeight="1">'
        f'<c r="A{place}" s="{WORDS}" t="s">'
        f"<v>{strings.setdefault(escaped(line), len(strings))}</v></c></row>"
        for place, line in enumerate(lines, 1)
    )
    lying = ' orientation="landscape"' if figure.landscape else ""
    selected = ' tabSelected="1"' if first else ""
    drawn = '<drawing r:id="rId1"/>' if figure.png else ""
    xml = (
        f'{XML}<worksheet {xlsx_parts.MAIN} xmlns:r="{OFFICE}/relationships">'
        '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
        f'<dimension ref="A1:A{len(lines)}"/><sheetViews><sheetView showGridLines="0"{selected}'
        ' workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15"/>'
        f'<cols><col min="1" max="1" width="{_ACROSS}" customWidth="1"/></cols>'
        f"<sheetData>{rows}</sheetData>"
        '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
        f'<pageSetup paperSize="9"{lying} fitToHeight="0"/>{drawn}</worksheet>'
    )
    sheet = Sheet(name, xml, "")
    return sheet, _picture(figure, number, len(lines) + 1) if figure.png else {}


def _height(line: str) -> int:
    """The height of a row in points; one that is told at length is cut where Excel cuts it."""
    lines = sum(1 + len(each) // _ACROSS for each in line.split("\n"))
    return min(lines * _ROW, _HIGHEST)


def _picture(figure: Figure, number: int, row: int) -> Parts:
    pictures = {"png": figure.png, **({"svg": figure.svg} if figure.svg else {})}
    parts: Parts = {
        f"xl/media/image{number}.{ending}": (_KINDS[ending], content)
        for ending, content in pictures.items()
    }
    parts[f"xl/drawings/drawing{number}.xml"] = (_DRAWING, _drawing(figure, row))
    parts[f"xl/drawings/_rels/drawing{number}.xml.rels"] = (
        "",
        related(
            *(
                (f"{OFFICE}/relationships/image", f"../media/image{number}.{ending}")
                for ending in pictures
            )
        ),
    )
    parts[f"xl/worksheets/_rels/sheet{number}.xml.rels"] = (
        "",
        related((f"{OFFICE}/relationships/drawing", f"../drawings/drawing{number}.xml")),
    )
    return parts


def _corner(figure: Figure, row: int) -> str:
    """The cell that the lower right corner of the picture lies in, and where in it."""
    first = _ACROSS * 7 + 5  # pixels of a column of so many characters
    column, across = divmod(max(figure.width - first, 0), _USUAL_COLUMN)
    if figure.width > first:
        column += 1
    else:
        across = figure.width
    down, rest = divmod(figure.height, _ROW_PIXELS)
    return (
        f"<xdr:to><xdr:col>{column}</xdr:col><xdr:colOff>{across * _EMU}</xdr:colOff>"
        f"<xdr:row>{row + down}</xdr:row><xdr:rowOff>{rest * _EMU}</xdr:rowOff></xdr:to>"
    )


def _drawing(figure: Figure, row: int) -> str:
    wide, high = figure.width * _EMU, figure.height * _EMU
    told = escaped(figure.alternative).replace("\n", "&#10;")
    name = escaped(f"{figure.label} {figure.number}".strip())
    sharp = (
        f'<a:extLst><a:ext uri="{_SVG_EXTENSION}"><asvg:svgBlip xmlns:asvg="{_SVG}"'
        ' r:embed="rId2"/></a:ext></a:extLst>'
        if figure.svg
        else ""
    )
    return (
        f'{XML}<xdr:wsDr xmlns:xdr="{_SPREAD}" xmlns:a="{_A}">'
        # LibreOffice shows nothing that is anchored to one cell alone.
        '<xdr:twoCellAnchor editAs="oneCell"><xdr:from>'
        "<xdr:col>0</xdr:col><xdr:colOff>0</xdr:colOff>"
        f"<xdr:row>{row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from>"
        f"{_corner(figure, row)}<xdr:pic><xdr:nvPicPr>"
        f'<xdr:cNvPr id="2" name="{name}" descr="{told}"/><xdr:cNvPicPr>'
        '<a:picLocks noChangeAspect="1"/></xdr:cNvPicPr></xdr:nvPicPr><xdr:blipFill>'
        f'<a:blip xmlns:r="{OFFICE}/relationships" r:embed="rId1">{sharp}</a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></xdr:blipFill><xdr:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></xdr:spPr></xdr:pic>'
        "<xdr:clientData/></xdr:twoCellAnchor></xdr:wsDr>"
    )
