"""How each kind of paragraph looks in a Word file: by a style of the file, or spelt out in place.

Our own files have a style for everything. In a file of the researcher's the styles are theirs:
what has one there follows it, and the rest is spelt out, since their list of styles is not ours
to add to.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, Literal

from qualtool.core.report import Paragraph, Run
from qualtool.formats import paper_colours
from qualtool.formats.markup import escaped, language_tag

Kind = Literal[
    "title",
    "heading1",
    "heading2",
    "heading3",
    "body",
    "quotation",
    "list",
    "caption",
    "figure",
    "table_text",
    "table_head",
    "table_group",
    "table_note",
    "contents_head",
    "contents_part",
    "contents1",
    "contents2",
    "contents3",
    "contents_caption",
    "line_number",
    "margin",
]
MUTED: Final = "595F69"


@dataclass(frozen=True, slots=True)
class Letters:
    """How the letters look where no style says it; `size` in half points."""

    bold: bool = False
    italic: bool = False
    colour: str = ""
    size: int = 0


PLAIN: Final = Letters()


@dataclass(frozen=True, slots=True)
class Look:
    """How a paragraph looks: the style it has, and what is spelt out.

    `new_page` begins a page. `spacing` and `indent` are the attributes of `w:spacing` and `w:ind`;
    `before` stands before the words, such as the mark of a point.
    """

    style: str = ""
    keep_next: bool = False
    new_page: bool = False
    uncounted: bool = False
    tabs: str = ""
    spacing: str = ""
    indent: str = ""
    aligned: str = ""
    outline: int | None = None
    letters: Letters = PLAIN
    before: str = ""


@dataclass(frozen=True, slots=True)
class Looks:
    """How everything looks in one file.

    `context` is the character style of what is muted, where there is one; `table` the style of
    tables, and `rules` whether the lines of a table are spelt out. `language` is the tag every run
    is given where the file as a whole is in another language. `cell_margin` is what a cell keeps
    free at its sides and `letter` what a letter of a table takes, in twentieths of a point.
    """

    kinds: Mapping[Kind, Look]
    context: str = ""
    table: str = ""
    rules: bool = False
    cell_margin: int = 170
    letter: int = 104
    language: str = ""


@lru_cache(maxsize=1024)
def properties(
    look: Look,
    *,
    keep: bool = False,
    spacing: str = "",
    aligned: str = "",
    bar: str = "",
    closing: str = "",
) -> str:
    """The `w:pPr` of a paragraph, in the order Word asks for; empty where it has none.

    `keep` keeps it with the next; `bar` is the colour of a line at its left; `closing` is the
    `w:sectPr` of the section that ends with it.
    """
    inside = f'<w:pStyle w:val="{escaped(look.style)}"/>' if look.style else ""
    inside += "<w:keepNext/>" if keep or look.keep_next else ""
    inside += "<w:pageBreakBefore/>" if look.new_page else ""
    if look.uncounted:
        inside += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    if bar:
        inside += f'<w:pBdr><w:left w:val="single" w:sz="18" w:space="4" w:color="{bar}"/></w:pBdr>'
    inside += look.tabs and f"<w:tabs>{look.tabs}</w:tabs>"
    spacing = spacing or look.spacing
    inside += spacing and f"<w:spacing {spacing}/>"
    # A line at the left stands outside what it belongs to, and would be cut off in a cell.
    indent = 'w:left="120"' if bar else look.indent
    inside += indent and f"<w:ind {indent}/>"
    aligned = aligned or look.aligned
    inside += aligned and f'<w:jc w:val="{aligned}"/>'
    if look.outline is not None:
        inside += f'<w:outlineLvl w:val="{look.outline}"/>'
    inside += closing
    return f"<w:pPr>{inside}</w:pPr>" if inside else ""


def paragraph_xml(text: str, kind: Kind, looks: Looks, *, keep: bool = False) -> str:
    """A paragraph of plain words."""
    return runs_paragraph(Paragraph((Run(text),)), kind, looks, keep=keep)


def runs_paragraph(
    paragraph: Paragraph, kind: Kind, looks: Looks, *, keep: bool = False, start: str = ""
) -> str:
    """A paragraph of runs; `start` stands before them, such as a bookmark."""
    look = looks.kinds[kind]
    before = run_xml(Run(look.before), looks, look.letters) if look.before else ""
    return (
        f"<w:p>{properties(look, keep=keep)}{start}{before}"
        f"{runs_xml(paragraph, looks, look.letters)}</w:p>"
    )


def runs_xml(paragraph: Paragraph, looks: Looks, letters: Letters = PLAIN) -> str:
    """The `w:r` elements of a paragraph."""
    return "".join(run_xml(run, looks, letters) for run in paragraph.runs)


def run_xml(run: Run, looks: Looks, letters: Letters = PLAIN) -> str:
    """A `w:r`, its properties in the order Word asks for."""
    plain = not (run.bold or run.italic or run.muted or run.language or run.tint)
    if plain and letters is PLAIN and not looks.language:
        return f"<w:r>{words_xml(run.text)}</w:r>"
    colour = letters.colour
    look = ""
    if run.muted:
        look += f'<w:rStyle w:val="{escaped(looks.context)}"/>' if looks.context else ""
        colour = "" if looks.context else MUTED
    if run.bold or letters.bold:
        look += "<w:b/><w:bCs/>"
    if run.italic or letters.italic:
        look += "<w:i/><w:iCs/>"
    tag = language_tag(run.language) if run.language else looks.language
    # A language Word has no name for, such as "other", is not to be judged by ours.
    foreign = bool(run.language) and (not tag or run.language == "other")
    look += "<w:noProof/>" if foreign else ""
    look += f'<w:color w:val="{colour}"/>' if colour else ""
    if letters.size:
        look += f'<w:sz w:val="{letters.size}"/><w:szCs w:val="{letters.size}"/>'
    if fill := paper_colours.tint(run.tint):
        look += f'<w:shd w:val="clear" w:color="auto" w:fill="{fill[1:]}"/>'
    look += f'<w:lang w:val="{tag}"/>' if tag and not foreign else ""
    return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{words_xml(run.text)}</w:r>"


def words_xml(text: str) -> str:
    """The text of a run, its line breaks and tabs as Word has them."""
    text = escaped(text)
    if "\n" not in text and "\t" not in text:
        return f'<w:t xml:space="preserve">{text}</w:t>'
    text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">')
    text = text.replace("\t", '</w:t><w:tab/><w:t xml:space="preserve">')
    return f'<w:t xml:space="preserve">{text}</w:t>'


def field(instruction: str, result: str, looks: Looks, letters: Letters = PLAIN) -> str:
    """A field that Word can work out again, with the result it has now."""
    shown = run_xml(Run(result), looks, letters)
    return f"{field_start(instruction)}{shown}{FIELD_END}"


def field_start(instruction: str) -> str:
    """A field up to where its result begins."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve">{escaped(instruction)}</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )


FIELD_END: Final = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'

# What our own files look like; the styles stand in `docx_styles`.
OWN: Final = Looks(
    {
        "title": Look("Title"),
        "heading1": Look("Heading1"),
        "heading2": Look("Heading2"),
        "heading3": Look("Heading3"),
        "body": Look(),
        "quotation": Look("Quote"),
        "list": Look("ListBullet"),
        "caption": Look("Caption"),
        "figure": Look("Figure"),
        "table_text": Look("TableText"),
        "table_head": Look("TableHead"),
        "table_group": Look("TableGroup"),
        "table_note": Look("TableNote"),
        "contents_head": Look("TOCHeading"),
        "contents_part": Look("ContentsPart"),
        "contents1": Look("TOC1"),
        "contents2": Look("TOC2"),
        "contents3": Look("TOC3"),
        "contents_caption": Look("TableofFigures"),
        "line_number": Look("LineNumber"),
        "margin": Look("Margin"),
    },
    context="Context",
    table="RuledTable",
)
