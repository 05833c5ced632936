"""A picture in a Word file: sharp where the program can draw it, as points where it cannot."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from typing import Final

from qualtool.core.report import Figure, caption
from qualtool.formats.markup import escaped

_EMU: Final = 9525  # the unit of drawings, 914,400 to the inch, in a CSS pixel
_TWIP: Final = 635  # the same in a twentieth of a point
_A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PLACED: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SVG: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_SVG_EXTENSION: Final = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"


def drawing_xml(
    figure: Figure, room: tuple[int, int], number: int, *, png: str, svg: str = ""
) -> str:
    """The run with the picture, made smaller where it does not fit.

    `room` is how wide and high it may be, in twentieths of a point; `number` is unlike that of
    any other drawing of the file; `png` and `svg` are the names of the relations to its parts.
    """
    wide, high = figure.width * _EMU, figure.height * _EMU
    scale = min(1.0, room[0] * _TWIP / wide, room[1] * _TWIP / high)
    wide, high = round(wide * scale), round(high * scale)
    told = escaped(figure.alternative).replace("\n", "&#10;")
    name = escaped(f"{figure.label} {figure.number}".strip())
    title = escaped(" ".join(caption(figure).split()))
    sharp = ""
    if svg:
        sharp = (
            f'<a:extLst><a:ext uri="{_SVG_EXTENSION}">'
            f'<asvg:svgBlip xmlns:asvg="{_SVG}" r:embed="{svg}"/></a:ext></a:extLst>'
        )
    return (
        f'<w:r><w:drawing><wp:inline xmlns:wp="{_PLACED}" distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{wide}" cy="{high}"/><wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{number}" name="{name}" descr="{told}" title="{title}"/>'
        f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{_A}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{_A}"><a:graphicData uri="{_PICTURE}">'
        f'<pic:pic xmlns:pic="{_PICTURE}"><pic:nvPicPr>'
        f'<pic:cNvPr id="{number}" name="{name}" descr="{told}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip xmlns:r="{_R}" r:embed="{png}">{sharp}</a:blip>'
        "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
        f'<a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


@cache
def nothing_to_see() -> bytes:
    """A PNG of one clear point, for a drawing that has no points of its own."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        check = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)

    head = struct.pack(">IIBBBBB", 1, 1, 8, 6, 0, 0, 0)
    points = zlib.compress(b"\0\0\0\0\0", 9)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", points) + chunk(b"IEND", b"")
    )
