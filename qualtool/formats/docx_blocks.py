"""The blocks of a report as Word writes them, in its own file or in one of the researcher's."""

from __future__ import annotations

import itertools
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from qualtool.core.report import (
    Block,
    Captioned,
    Contents,
    Figure,
    Heading,
    Line,
    Margined,
    Paragraph,
    Report,
    Run,
    Table,
    Text,
    headline,
)
from qualtool.core.report_contents import Entry, led_to, listing
from qualtool.formats import paper_colours
from qualtool.formats.docx_drawing import drawing_xml, nothing_to_see
from qualtool.formats.docx_looks import (
    FIELD_END,
    Kind,
    Looks,
    field_start,
    paragraph_xml,
    properties,
    run_xml,
    runs_paragraph,
    runs_xml,
)
from qualtool.formats.docx_looks import field as field_xml
from qualtool.formats.docx_table import table_start, table_xml
from qualtool.formats.markup import permitted
from qualtool.i18n import words

_HEADINGS: Final[tuple[Kind, ...]] = ("title", "heading1", "heading2", "heading3")
_CONTENTS: Final[tuple[Kind, ...]] = ("contents1", "contents2", "contents3")
# How much of the height of a page its picture leaves for heading and caption.
_BESIDES: Final = 1900
_LINE_SHARES: Final = (0.08, 0.16, 0.53, 0.23)


@dataclass(frozen=True, slots=True)
class Page:
    """The room on a page between its margins, in twentieths of a point."""

    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Writing:
    """One file being written.

    `picture` takes the bytes of a picture and its ending, and answers with the name of the
    relation to it. `counted` answers which number a caption shows. Drawings and bookmarks are
    numbered on from `first`.
    """

    report: Report
    looks: Looks
    picture: Callable[[bytes, str], str]
    counted: Callable[[Captioned], int] = lambda captioned: captioned.number
    first: int = 1
    taken: list[int] = field(default_factory=list)

    def number(self) -> int:
        """A number that nothing else in the file has."""
        self.taken.append(self.first + len(self.taken))
        return self.taken[-1]


def blocks_xml(writing: Writing, blocks: list[Block], first: int, page: Page) -> list[str]:
    """The paragraphs and tables of blocks that follow one another on pages of one kind.

    `first` is the number of the first block in the whole report. What comes last is a paragraph.
    """
    pointed = led_to(writing.report)
    found: list[str] = []
    for number, block in enumerate(blocks):
        place = first + number
        after = blocks[number + 1] if number + 1 < len(blocks) else None
        parts = list(_block(writing, block, place, page, place in pointed))
        if isinstance(block, Text) and isinstance(after, Table | Figure) and parts:
            parts[-1] = _kept_with_next(parts[-1])
        # A table that fills its page would leave the paragraph after it on one of its own.
        if parts and parts[-1] == gap():
            begins = isinstance(after, Heading) and _begins_page(after, writing.report)
            parts[-1:] = [] if begins else [gap(high=20)] if after is None else parts[-1:]
        found += parts
    return found


def _begins_page(heading: Heading, report: Report) -> bool:
    """Whether a heading begins a page: one that is counted, in a document that has a title."""
    titled = any(isinstance(each, Heading) and each.level < 1 for each in report.blocks)
    return titled and heading.level == 1 and bool(heading.number)


def _kept_with_next(paragraph: str) -> str:
    """What leads up to a table or a picture stands on the page where that begins."""
    if "<w:keepNext/>" in paragraph:
        return paragraph
    style = re.match(r"<w:p><w:pPr>(<w:pStyle [^>]*/>)?", paragraph)
    if style is None:
        return paragraph.replace("<w:p>", "<w:p><w:pPr><w:keepNext/></w:pPr>", 1)
    return f"{style[0]}<w:keepNext/>{paragraph[style.end() :]}"


def with_section(parts: list[str], section: str) -> list[str]:
    """The same, with a section that ends in the last paragraph."""
    last = parts[-1] if parts else "<w:p></w:p>"
    head, ended, tail = last.partition("</w:pPr>")
    if not ended:
        head, tail = "<w:p><w:pPr>", last.removeprefix("<w:p>")
    return [*parts[:-1], f"{head}{section}</w:pPr>{tail}"]


def gap(closing: str = "", *, high: int = 120) -> str:
    """An empty paragraph, in twentieths of a point as high as it is to be."""
    return (
        f'<w:p><w:pPr><w:spacing w:before="0" w:after="0" w:line="{high}" w:lineRule="exact"/>'
        f'<w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr>{closing}</w:pPr></w:p>'
    )


def _block(writing: Writing, block: Block, place: int, page: Page, pointed: bool) -> Iterator[str]:
    looks = writing.looks
    match block:
        case Heading():
            kind = _HEADINGS[min(max(block.level, 0), 3)]
            look = looks.kinds[kind]
            if not block.number:
                looks = replace(looks, kinds={**looks.kinds, kind: replace(look, uncounted=False)})
            elif _begins_page(block, writing.report):
                looks = replace(looks, kinds={**looks.kinds, kind: replace(look, new_page=True)})
            text = permitted(headline(block)).replace("\n", " ")
            start, end = _marked(writing, place) if pointed else ("", "")
            whole = runs_paragraph(Paragraph((Run(text),)), kind, looks, start=start)
            yield f"{whole.removesuffix('</w:p>')}{end}</w:p>"
        case Text():
            kinds: dict[str, Kind] = {"quotation": "quotation", "list": "list"}
            kind = kinds.get(block.style, "body")
            for each in block.paragraphs:
                yield runs_paragraph(each, kind, looks)
        case Contents():
            yield from _contents(writing, block, place)
        case Table():
            body = table_xml(block, page.width, looks, description=_said(block, writing))
            yield from _captioned(writing, block, place, pointed, body)
        case Figure():
            look = looks.kinds["figure"]
            keep = not block.caption_above or bool(block.note)
            drawn = _drawing(writing, block, page)
            body = f"<w:p>{properties(look, keep=keep)}{drawn}</w:p>"
            yield from _captioned(writing, block, place, pointed, body)
        case Margined():
            yield _margined(block, page, looks)
            yield gap()


def _captioned(
    writing: Writing, block: Captioned, place: int, pointed: bool, body: str
) -> Iterator[str]:
    """A table or figure with its caption and its note, which stay together."""
    looks = writing.looks
    note = paragraph_xml(block.note, "table_note", looks) if block.note else ""
    if not block.label and not block.caption:
        yield body
        yield note or gap()
        return
    keep = block.caption_above or bool(note)
    line = _caption(writing, block, place if pointed else None, keep=keep)
    yield from (line, body) if block.caption_above else (body, line)
    if note:
        yield note
    elif block.caption_above and isinstance(block, Table):
        yield gap()  # a table may not be the last thing in a section


def _said(block: Captioned, writing: Writing) -> str:
    number = f"{block.label} {writing.counted(block)}: " if block.label else ""
    return " ".join(f"{number}{block.caption}".split())


def _caption(writing: Writing, block: Captioned, place: int | None, *, keep: bool) -> str:
    """The caption with a number that Word counts; `SEQ Tabell` goes on from the thesis's own."""
    looks = writing.looks
    look = looks.kinds["caption"]
    start, end = ("", "") if place is None else _marked(writing, place)
    number = ""
    if block.label:
        number = run_xml(Run(f"{block.label} "), looks, look.letters) + field_xml(
            f" SEQ {sequence(block.label)} \\* ARABIC ",
            str(writing.counted(block)),
            looks,
            look.letters,
        )
    said = run_xml(Run(f": {block.caption}" if block.label else block.caption), looks, look.letters)
    # Their captions may be made to stand above alone, and would touch the table.
    spacing = "" if block.caption_above or look.spacing else 'w:before="120"'
    return f"<w:p>{properties(look, keep=keep, spacing=spacing)}{start}{number}{said}{end}</w:p>"


def sequence(label: str) -> str:
    """The name Word counts the captions of a label by."""
    return permitted(label).replace(" ", "_")


def _drawing(writing: Writing, figure: Figure, page: Page) -> str:
    png = writing.picture(figure.png or nothing_to_see(), "png")
    svg = writing.picture(figure.svg, "svg") if figure.svg else ""
    room = (page.width, max(page.height - _BESIDES, page.height // 3))
    numbered = replace(figure, number=writing.counted(figure))
    return drawing_xml(numbered, room, writing.number(), png=png, svg=svg)


def _marked(writing: Writing, place: int) -> tuple[str, str]:
    number = writing.number()
    name = _bookmark(place)
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>',
        f'<w:bookmarkEnd w:id="{number}"/>',
    )


def _bookmark(place: int) -> str:
    return f"_Toc{700_000_000 + place}"


def _contents(writing: Writing, block: Contents, place: int) -> Iterator[str]:
    looks = writing.looks
    if block.title:
        yield paragraph_xml(block.title, "contents_head", looks)
    listed = listing(writing.report, place)
    yield from _listed(looks, listed.headings, ' TOC \\o "1-3" \\h \\z \\u ', _CONTENTS)
    said = words(writing.report.language).gettext
    for title, labels in (
        (said("List of tables"), listed.tables),
        (said("List of figures"), listed.figures),
    ):
        if labels:
            yield paragraph_xml(title, "contents_part", looks, keep=True)
        for label, entries in labels.items():
            order = f' TOC \\h \\z \\c "{sequence(label)}" '
            yield from _listed(looks, entries, order, ("contents_caption",))


def _listed(
    looks: Looks, entries: tuple[Entry, ...], order: str, kinds: tuple[Kind, ...]
) -> Iterator[str]:
    """A contents field with its lines filled in.

    The numbers of the pages are left to Word, which alone knows them: they come, with the dots
    that lead to them, when the field is updated, and until then nothing wrong is printed.
    """
    for number, entry in enumerate(entries):
        look = looks.kinds[kinds[entry.level - 1]]
        start = field_start(order) if number == 0 else ""
        end = FIELD_END if number == len(entries) - 1 else ""
        yield (
            f"<w:p>{properties(look)}{start}"
            f'<w:hyperlink w:anchor="{_bookmark(entry.place)}" w:history="1">'
            f"{run_xml(Run(permitted(entry.words)), looks, look.letters)}</w:hyperlink>{end}</w:p>"
        )


def _margined(text: Margined, page: Page, looks: Looks) -> str:
    """A table without lines: numbers, who speaks, the words, and what is in the margin."""
    edges = [round(page.width * sum(_LINE_SHARES[:number])) for number in range(5)]
    widths = [right - left for left, right in itertools.pairwise(edges)]
    look = looks.kinds["margin"]
    heads = "".join(
        _boxed(
            f"<w:p>{properties(look, keep=True, aligned='' if place else 'right')}"
            f"{run_xml(Run(head, bold=True), looks, look.letters)}</w:p>",
            width,
        )
        for place, (head, width) in enumerate(zip(text.heads, widths, strict=True))
    )
    rows = "".join(_row(line, widths, looks) for line in text.lines)
    grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
    return (
        f"{table_start(page.width, looks, '', bare=True)}{grid}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{heads}</w:tr>{rows}</w:tbl>"
    )


def _row(line: Line, widths: list[int], looks: Looks) -> str:
    body = looks.kinds["table_text"]
    beside = "".join(
        f"<w:p>{properties(looks.kinds['margin'], bar=paper_colours.mark(each.colour)[1:])}"
        f"{run_xml(Run(each.text), looks, looks.kinds['margin'].letters)}</w:p>"
        for each in line.margin
    )
    said = runs_xml(Paragraph(line.runs), looks, body.letters)
    cells = (
        paragraph_xml(line.number, "line_number", looks),
        paragraph_xml(line.aside, "margin", looks),
        f"<w:p>{properties(body)}{said}</w:p>",
        beside or f"<w:p>{properties(looks.kinds['margin'])}</w:p>",
    )
    boxes = "".join(map(_boxed, cells, widths))
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{boxes}</w:tr>"


def _boxed(paragraph: str, width: int) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{paragraph}</w:tc>'
