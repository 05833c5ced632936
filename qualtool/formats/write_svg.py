"""A thematic map as an SVG picture: real text that can be searched, edited and read aloud."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qualtool.core.map_drawing import WORDS_LEADING, WORDS_SIZE, Box, Edge, Point
from qualtool.core.map_picture import MARGIN, Colours, Picture
from qualtool.core.map_style import DASHES, STYLES, ink
from qualtool.formats.svg_words import FACE, px, quoted, said
from qualtool.formats.svg_words import bold as weighted


def write(picture: Picture, colours: Colours) -> bytes:
    """The bytes of an SVG file (SVG 1.1, UTF-8) of a picture in these colours."""
    size = f'width="{picture.width}" height="{picture.height}"'
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<svg xmlns="http://www.w3.org/2000/svg" {size}',
        f' viewBox="0 0 {picture.width} {picture.height}" role="img"',
        f' aria-labelledby="title about" xml:lang={quoted(picture.language)}',
        f" font-family={quoted(FACE)}>",
        f'<title id="title">{said(picture.title)}</title>',
        f'<desc id="about">{said(picture.alternative)}</desc>',
        f'<rect {size} fill="{colours.roles["paper"]}"/>',
    ]
    for heading in picture.headings:
        ink_role = "ink" if heading.bold else "muted"
        lines.append(
            f'<text x="{MARGIN}" y="{px(heading.down)}" font-size="{heading.size}"'
            f'{weighted(heading.bold)} fill="{colours.roles[ink_role]}">'
            f"{said(heading.words)}</text>"
        )
    lines.append(f'<g transform="translate({px(picture.across)} {px(picture.down)})">')
    for edge in picture.drawing.edges:
        lines += _edge(edge, colours)
    for box in picture.drawing.boxes:
        lines += _box(box, colours)
    lines += ["</g>", "</svg>", ""]
    return "\n".join(lines).encode()


def _edge(edge: Edge, colours: Colours) -> Iterator[str]:
    own = edge.kind == "link"
    colour = colours.roles["aside"] if own else colours.of_code(edge.colour, "mark")
    four = (edge.start, edge.first, edge.second, edge.end)
    start, first, second, end = map(_at, four)
    path = f"M {start} L {end}" if own else f"M {start} C {first}, {second}, {end}"
    yield (
        f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="{px(edge.weight)}"'
        f"{_dashed(DASHES[edge.kind])}/>"
    )
    for corners in edge.heads():
        yield f'<polygon points="{" ".join(map(_at, corners))}" fill="{colour}"/>'
    if edge.words:
        left, top, wide, high = edge.plate
        yield (
            f'<rect x="{px(left)}" y="{px(top)}" width="{px(wide)}" height="{px(high)}"'
            f' fill="{colours.roles["paper"]}"/>'
        )
        across = left + wide / 2
        for number, words in enumerate(edge.words, start=1):
            down = top + 2 + number * WORDS_LEADING - WORDS_SIZE * 0.28
            yield _text(words, across, down, WORDS_SIZE, False, colours.roles["ink"])


def _box(box: Box, colours: Colours) -> Iterator[str]:
    style = STYLES[box.kind]
    colour = box.thing.colour
    fill = colours.of_code(colour, "tint") if style.tinted else colours.roles["paper"]
    border = colours.of_code(colour, "mark") if colour else colours.roles["aside"]
    yield (
        f'<rect x="{px(box.left)}" y="{px(box.top)}" width="{px(box.shape.width)}"'
        f' height="{px(box.shape.height)}" rx="{px(style.radius)}" fill="{fill}"'
        f' stroke="{border}" stroke-width="{px(style.border)}"{_dashed(style.dash)}/>'
    )
    across = box.middle[0]
    for line in box.shape.lines:
        role = ink(box.kind, line.role)
        hue = colours.of_code(colour, "ink") if role == "own" else colours.roles[role]
        yield _text(line.words, across, box.top + line.down, line.size, line.bold, hue)


def _text(words: str, across: float, down: float, size: int, bold: bool, colour: str) -> str:
    return (
        f'<text x="{px(across)}" y="{px(down)}" font-size="{size}"{weighted(bold)}'
        f' text-anchor="middle" fill="{colour}">{said(words)}</text>'
    )


def _dashed(dashes: Sequence[float]) -> str:
    return f' stroke-dasharray="{" ".join(map(px, dashes))}"' if dashes else ""


def _at(point: Point) -> str:
    return f"{px(point[0])},{px(point[1])}"
