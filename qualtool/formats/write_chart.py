"""A chart as an SVG picture: real text that can be searched, edited and read aloud."""

from __future__ import annotations

from qualtool.core.chart import Bar, Chart, Dot, Part, Rule, Words
from qualtool.formats.svg_words import FACE, bold, px, quoted, said


def write(chart: Chart, *, title: str) -> bytes:
    """The bytes of an SVG file (SVG 1.1, UTF-8) under a title that is read but not drawn."""
    size = f'width="{chart.width}" height="{chart.height}"'
    # A pixel more on each side, so that no line at the edge is cut along its middle.
    box = f"-1 -1 {chart.width + 2} {chart.height + 2}"
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}',
        f' viewBox="{box}" role="img"',
        f" xml:lang={quoted(chart.language)} font-family={quoted(FACE)}>",
        f"<title>{said(title)}</title>",
        f"<desc>{said(chart.alternative)}</desc>",
        *map(_part, chart.parts),
        "</svg>",
        "",
    ]
    return "\n".join(lines).encode()


def _part(part: Part) -> str:
    match part:
        case Bar():
            radius = f' rx="{px(part.radius)}"' if part.radius else ""
            return (
                f'<rect x="{px(part.left)}" y="{px(part.top)}" width="{px(part.width)}"'
                f' height="{px(part.height)}"{radius} fill="{part.fill}"{_edge(part.stroke)}/>'
            )
        case Dot():
            return (
                f'<circle cx="{px(part.x)}" cy="{px(part.y)}" r="{px(part.radius)}"'
                f' fill="{part.fill}"{_edge(part.stroke)}/>'
            )
        case Rule():
            dashes = ' stroke-dasharray="3 3"' if part.dashed else ""
            return (
                f'<line x1="{px(part.x1)}" y1="{px(part.y1)}" x2="{px(part.x2)}"'
                f' y2="{px(part.y2)}" stroke="{part.colour}"'
                f' stroke-width="{px(part.weight)}"{dashes}/>'
            )
        case Words():
            side = "" if part.side == "start" else f' text-anchor="{part.side}"'
            return (
                f'<text x="{px(part.x)}" y="{px(part.y)}" font-size="{part.size}"'
                f'{bold(part.bold)}{side} fill="{part.colour}">{said(part.text)}</text>'
            )


def _edge(colour: str) -> str:
    return f' stroke="{colour}"' if colour else ""
