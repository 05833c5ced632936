"""The looks of a Word file of the researcher's: its own styles, and what fits beside them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from qualtool.formats.docx_found import W
from qualtool.formats.docx_looks import MUTED, Kind, Letters, Look, Looks
from qualtool.formats.markup import language_tag

if TYPE_CHECKING:
    from lxml import etree

_W: Final = f"{{{W}}}"
_MOST_BELOW: Final = 12
_WORDS_OWN_SIZE: Final = 20  # half points, where nothing says another
_TABLE_SIZE: Final = 20
_SMALL: Final = 18
_WIDE_LETTER: Final = 122  # the face is theirs, and may be a wide one
_TIGHT: Final = 'w:before="0" w:after="0" w:line="240" w:lineRule="auto"'
_FLUSH: Final = 'w:left="0" w:right="0" w:firstLine="0"'

# Names are English in the file whatever language Word speaks; some programs write their own.
_NAMES: Final[Mapping[Kind, tuple[str, ...]]] = {
    "title": ("title", "tittel"),
    "heading1": ("heading 1", "overskrift 1"),
    "heading2": ("heading 2", "overskrift 2"),
    "heading3": ("heading 3", "overskrift 3"),
    "quotation": ("quote", "sitat", "blokksitat", "quotations", "block text"),
    "list": ("list bullet", "punktliste"),
    "caption": ("caption", "bildetekst", "bilettekst"),
    "table_text": ("table text", "tabelltekst"),
    "table_head": ("table head", "tabellhode"),
    "table_group": ("table group", "tabellgruppe"),
    "table_note": ("table note", "tabellnote"),
}
_GRID: Final = ("table grid", "tabellrutenett")


@dataclass(frozen=True, slots=True)
class _Style:
    key: str
    kind: str
    name: str
    below: str
    size: int
    language: str
    numbered: bool
    usual: bool


def looks(styles: etree._Element | None, language: str, table_style: str) -> Looks:
    """How a report in a language is to look in a file with these styles.

    `table_style` is the style that most tables of the file have.
    """
    found = _styles(styles)
    usual = next((each for each in found.values() if each.usual and each.kind == "paragraph"), None)
    base = _size(usual, found) or _default_size(styles) or _WORDS_OWN_SIZE
    kinds = _spelt_out(base)
    by_name = {each.name: each for each in found.values() if each.kind == "paragraph"}
    for kind, names in _NAMES.items():
        style = next((by_name[name] for name in names if name in by_name), None)
        if style is None or (kind == "list" and not _numbered(style, found)):
            continue
        heading = kind.startswith("heading")
        kinds[kind] = Look(style.key, uncounted=heading and _numbered(style, found))
    table = found.get(table_style)
    if table is None or table.kind != "table" or table.usual:
        grids = (each for each in found.values() if each.kind == "table" and each.name in _GRID)
        table = next(grids, None)
    wanted = language_tag(language)
    spoken = (usual.language if usual else "") or _default_language(styles)
    return Looks(
        kinds,
        table=table.key if table else "",
        rules=table is None,
        cell_margin=216 if table else 170,
        letter=_WIDE_LETTER,
        language="" if spoken.casefold() == wanted.casefold() else wanted,
    )


def heading_styles(looks: Looks) -> frozenset[str]:
    """The identifiers of the styles that headings have here."""
    kinds: tuple[Kind, ...] = ("title", "heading1", "heading2", "heading3")
    return frozenset(looks.kinds[kind].style for kind in kinds) - {""}


def _spelt_out(base: int) -> dict[Kind, Look]:
    """What stands in for a style that the file has not; `base` is the size of its text."""
    small = min(base, _SMALL)
    text = Letters(size=min(base, _TABLE_SIZE))
    head = Letters(bold=True, size=text.size)

    def heading(level: int, more: int) -> Look:
        return Look(
            keep_next=True,
            spacing='w:before="360" w:after="120"',
            outline=level,
            letters=Letters(bold=True, size=base + more),
        )

    cell = Look(spacing=_TIGHT, indent=_FLUSH, aligned="left", letters=text)
    caption = Look(
        spacing='w:before="120" w:after="120" w:line="240" w:lineRule="auto"',
        indent=_FLUSH,
        aligned="left",
        letters=Letters(italic=True, size=min(base, _TABLE_SIZE)),
    )
    entry = Look(spacing=_TIGHT, indent=_FLUSH, aligned="left")
    return {
        "title": heading(0, 16),
        "heading1": heading(0, 10),
        "heading2": heading(1, 4),
        "heading3": heading(2, 0),
        "body": Look(),
        "quotation": Look(indent='w:left="567" w:right="567" w:firstLine="0"'),
        "list": Look(
            tabs='<w:tab w:val="left" w:pos="425"/>',
            indent='w:left="425" w:hanging="283"',
            before="•\t",
        ),
        "caption": caption,
        "figure": Look(
            spacing='w:before="120" w:after="60" w:line="240" w:lineRule="auto"',
            indent=_FLUSH,
            aligned="left",
        ),
        "table_text": cell,
        "table_head": Look(
            keep_next=True, spacing=_TIGHT, indent=_FLUSH, aligned="left", letters=head
        ),
        "table_group": Look(
            keep_next=True, spacing=_TIGHT, indent=_FLUSH, aligned="left", letters=head
        ),
        "table_note": Look(
            spacing='w:before="80" w:after="240" w:line="240" w:lineRule="auto"',
            indent=_FLUSH,
            aligned="left",
            letters=Letters(colour=MUTED, size=small),
        ),
        "contents_head": heading(0, 10),
        "contents_part": heading(1, 2),
        "contents1": entry,
        "contents2": entry,
        "contents3": entry,
        "contents_caption": entry,
        "line_number": Look(
            spacing=_TIGHT,
            indent=_FLUSH,
            aligned="right",
            letters=Letters(colour=MUTED, size=min(base, 16)),
        ),
        "margin": Look(
            spacing=_TIGHT, indent=_FLUSH, aligned="left", letters=Letters(size=min(base, 17))
        ),
    }


def _styles(root: etree._Element | None) -> dict[str, _Style]:
    found = {}
    for element in root.iterfind(f"{_W}style") if root is not None else ():
        key = element.get(f"{_W}styleId") or ""
        found[key] = _Style(
            key,
            element.get(f"{_W}type") or "paragraph",
            " ".join(_value(element, "name").casefold().split()),
            _value(element, "basedOn"),
            _number(_value(element, "rPr/sz")),
            _value(element, "rPr/lang"),
            _value(element, "pPr/numPr/numId") not in ("", "0"),
            element.get(f"{_W}default") in ("1", "true", "on"),
        )
    return found


def _value(element: etree._Element, path: str) -> str:
    found = element.find("/".join(f"{_W}{name}" for name in path.split("/")))
    return "" if found is None else found.get(f"{_W}val") or ""


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _line(style: _Style | None, found: Mapping[str, _Style]) -> list[_Style]:
    """A style and those it is based on, the nearest first."""
    line: list[_Style] = []
    while style is not None and style not in line and len(line) < _MOST_BELOW:
        line.append(style)
        style = found.get(style.below)
    return line


def _size(style: _Style | None, found: Mapping[str, _Style]) -> int:
    return next((each.size for each in _line(style, found) if each.size), 0)


def _numbered(style: _Style, found: Mapping[str, _Style]) -> bool:
    return any(each.numbered for each in _line(style, found))


def _default_size(root: etree._Element | None) -> int:
    return 0 if root is None else _number(_value(root, "docDefaults/rPrDefault/rPr/sz"))


def _default_language(root: etree._Element | None) -> str:
    return "" if root is None else _value(root, "docDefaults/rPrDefault/rPr/lang")
