"""What others have tied to a part of a document, and what becomes of it when that is renewed.

A cross-reference leads to a bookmark on a caption; a supervisor's comment hangs on a sentence; a
mark may begin in the part and end after it. None of them may be lost or left half.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from qualtool.core.errors import QualtoolError
from qualtool.formats.docx_found import BEGINS, ENDS, NOTED, R, W
from qualtool.formats.docx_looks import FIELD_END
from qualtool.formats.markup import escaped
from qualtool.i18n import gettext as _

if TYPE_CHECKING:
    from lxml import etree

_W: Final = f"{{{W}}}"
_RANGES: Final = frozenset(
    {
        "bookmark",
        "commentRange",
        "moveFromRange",
        "moveToRange",
        "customXmlInsRange",
        "customXmlDelRange",
        "customXmlMoveFromRange",
        "customXmlMoveToRange",
        "perm",
    }
)
_ENDS_OF_RANGES: Final = tuple(f"{_W}{kind}{end}" for kind in _RANGES for end in ("Start", "End"))
# What tells that a paragraph is a caption or a heading.
_TELLING: Final = ("instrText", "fldSimple", "outlineLvl", "pStyle")
# What a picture is drawn by: as today, sharp, and in older programs.
_PICTURE: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
_SHARP: Final = "http://schemas.microsoft.com/office/drawing/2016/SVG/main"
_OLD: Final = "urn:schemas-microsoft-com:vml"
_DRAWN: Final = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
# What is said of a change goes with the text that was changed.
_GO_WHEN_WHOLE: Final = _RANGES - {"bookmark", "commentRange", "perm"}
_WHERE_I_WAS: Final = "_GoBack"  # Word's own, of no use to anyone else
Part = Literal["number", "words", "whole"]


@dataclass(frozen=True, slots=True)
class Place:
    """A caption or a heading of a part: which kind it is, and the how manieth of its kind.

    `kind` is the label that captions are counted by, or empty for a heading.
    """

    kind: str
    order: int


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark on a caption or heading, or on a part of a caption."""

    place: Place
    part: Part
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What is kept of the content that goes.

    `front` are marks that go where the new content begins. `comments` counts those that hung on
    something, `notes` the notes of the researcher's own that go. `relations` are the names of
    what the content referred to, such as pictures. `text` are its words, without the figures of
    fields: those change by themselves. `digest` is what was noted of them when they were written.
    """

    front: str
    bookmarks: tuple[Bookmark, ...]
    comments: int
    notes: int
    relations: frozenset[str]
    text: str
    digest: str
    begins_page: bool


def kept(
    content: bytes,
    prefixes: Mapping[str, str],
    headings: frozenset[str],
    gone: frozenset[str] = frozenset(),
    *,
    name: str,
    title: str,
) -> Kept:
    """What is kept of what lies in a control, given the prefixes that hold there.

    `headings` are the styles of headings, `gone` the numbers of bookmarks of ours that are
    replaced, wherever they end. Raises QualtoolError "field_crosses_block" where a
    field begins inside and ends outside, or the other way about.
    """
    from qualtool.formats.xml_reading import parse_xml

    declared = "".join(
        f' xmlns{":" if prefix else ""}{prefix}="{escaped(uri)}"'
        for prefix, uri in prefixes.items()
        if prefix != "xml"
    )
    root = parse_xml(f"<inside{declared}>".encode() + content + b"</inside>", name)
    _refuse_half_fields(root, name, title)
    ranges = _ranges(root)
    front: list[str] = []
    bookmarks: list[Bookmark] = []
    noted_as = ""
    places = _places(root, headings)
    for key, (start, end) in ranges.items():
        called = "" if start is None else start.get(f"{_W}name") or ""
        if key[0] == "bookmark" and (called == _WHERE_I_WAS or is_noted(called)):
            if called.startswith(NOTED):
                noted_as = noted_as or called.removeprefix(NOTED)
        elif start is None or end is None:
            if start is None and key[0] == "bookmark" and key[1] in gone:
                continue
            front.append(_again(start if end is None else end))
        elif key[0] == "bookmark":
            bookmark = _bookmark(start, end, places)
            if bookmark is None:
                front.append(_again(start) + _again(end))
            else:
                bookmarks.append(bookmark)
        elif key[0] not in _GO_WHEN_WHOLE:
            front.append(_again(start) + _again(end))
    references = list(root.iter(f"{_W}commentReference"))
    front += (f"<w:r>{_again(each)}</w:r>" for each in references)
    notes = sum(1 for _each in root.iter(f"{_W}footnoteReference", f"{_W}endnoteReference"))
    first = root.find(f"{_W}p")
    return Kept(
        "".join(front),
        tuple(bookmarks),
        len(references),
        notes,
        frozenset(_relations(root)),
        _words(root),
        noted_as,
        first is not None and first.find(f"{_W}pPr/{_W}pageBreakBefore") is not None,
    )


def noted(parts: list[str], key: str, number: int) -> list[str]:
    """The same with hidden bookmarks by which they are known should their control be taken away.

    Two say where they begin and end, one which words they have; numbered from `number` on.
    """
    from qualtool.formats.xml_reading import parse_xml

    whole = f'<w:inside xmlns:w="{W}">{"".join(parts)}</w:inside>'
    said = digest(_words(parse_xml(whole.encode(), "")))
    known = known_by(key)
    start = _point(f"{BEGINS}{known}", number) + _point(f"{NOTED}{said}", number + 1)
    head, rest = _opened(parts[-1])
    # On both sides of the last words: LibreOffice drops now the one and now the other.
    before, after = (_point(f"{end}{known}", number + 2 + at) for at, end in enumerate(ENDS))
    last = f"{head}{before}{rest.removesuffix('</w:p>')}{after}</w:p>"
    return with_front([*parts[:-1], last], start)


def _point(name: str, number: int) -> str:
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:bookmarkEnd w:id="{number}"/>'


def known_by(key: str) -> str:
    """What the names of the bookmarks of the part with this key end with."""
    return hashlib.sha256(key.encode()).hexdigest()[:32]


def is_noted(name: str) -> bool:
    """Whether a bookmark is one of ours."""
    return name.startswith((NOTED, BEGINS, *ENDS))


def digest(text: str) -> str:
    """What stands for some words in the name of a bookmark."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _words(root: etree._Element) -> str:
    """The letters and figures of some content, and a sign for each picture.

    Other signs are written variously, and the figures of fields change by themselves.
    """
    said: list[str] = []
    depth = 0
    for each in root.iter(f"{_W}t", f"{_W}fldChar", _DRAWN):
        if each.tag == _DRAWN:
            said.append("\n")
            continue
        if each.tag == f"{_W}fldChar":
            kind = each.get(f"{_W}fldCharType")
            depth += (kind == "begin") - (kind == "end")
            continue
        counted = depth > 0 or next(each.iterancestors(f"{_W}fldSimple"), None) is not None
        said += filter(str.isalpha if counted else str.isalnum, each.text or "")
    return "".join(said)


def with_marks(
    parts: list[str], old: Kept, sequences: frozenset[str], headings: frozenset[str]
) -> list[str]:
    """New content with what was kept of the old.

    `parts` are its paragraphs and tables; `sequences` are what captions are counted by, and
    `headings` the styles of headings. A bookmark whose caption or heading is gone stands where
    the content begins.
    """
    parts = list(parts)
    front = old.front
    counted: Counter[str] = Counter()
    where: dict[Place, int] = {}
    for number, part in enumerate(parts):
        kind = _kind(part, sequences, headings)
        if kind is not None:
            where[Place(kind, counted[kind])] = number
            counted[kind] += 1
    for each in old.bookmarks:
        at = where.get(each.place)
        if at is None:
            front += each.start + each.end
        else:
            parts[at] = _tied(parts[at], each)
    return with_front(parts, front)


def with_front(parts: list[str], front: str) -> list[str]:
    """The same with marks where the first paragraph begins."""
    first = next((at for at, part in enumerate(parts) if part.startswith("<w:p>")), None)
    if not front or first is None:
        return parts
    head, rest = _opened(parts[first])
    return [*parts[:first], f"{head}{front}{rest}", *parts[first + 1 :]]


def _kind(part: str, sequences: frozenset[str], headings: frozenset[str]) -> str | None:
    """What a paragraph of ours is: the caption of a label, a heading (empty), or neither."""
    if not part.startswith("<w:p>"):
        return None
    for sequence in sequences:
        if f" SEQ {escaped(sequence)} " in part:
            return sequence
    head, found, _rest = part.partition("</w:pPr>")
    styled = any(f'<w:pStyle w:val="{escaped(style)}"/>' in head for style in headings)
    return "" if found and (styled or "<w:outlineLvl " in head) else None


def _opened(part: str) -> tuple[str, str]:
    """A paragraph divided after its properties."""
    head, found, rest = part.partition("</w:pPr>")
    return (head + found, rest) if found else ("<w:p>", part.removeprefix("<w:p>"))


def _tied(part: str, bookmark: Bookmark) -> str:
    head, rest = _opened(part)
    number, found, after = rest.partition(FIELD_END)
    if not found or bookmark.part == "whole":
        return f"{head}{bookmark.start}{rest.removesuffix('</w:p>')}{bookmark.end}</w:p>"
    if bookmark.part == "number":
        return f"{head}{bookmark.start}{number}{found}{bookmark.end}{after}"
    after = after.removesuffix("</w:p>")
    return f"{head}{number}{found}{bookmark.start}{after}{bookmark.end}</w:p>"


def _refuse_half_fields(root: etree._Element, name: str, title: str) -> None:
    depth = 0
    for each in root.iter(f"{_W}fldChar"):
        kind = each.get(f"{_W}fldCharType")
        depth += (kind == "begin") - (kind == "end")
        if depth < 0:
            break
    if depth:
        raise QualtoolError(
            "field_crosses_block",
            _(
                "In “{file}” a field, such as a table of contents, begins or ends in the middle of "
                "“{title}”, which can therefore not be renewed. Move the field in Word and try "
                "again."
            ),
            file=name,
            title=title,
        )


Marks = dict[tuple[str, str], tuple["etree._Element | None", "etree._Element | None"]]


def _ranges(root: etree._Element) -> Marks:
    """The marks that have a beginning and an end, by kind and number, in order."""
    found: Marks = {}
    for element in root.iter(*_ENDS_OF_RANGES):
        name = str(element.tag).removeprefix(_W)
        kind = name.removesuffix("Start").removesuffix("End")
        key = (kind, element.get(f"{_W}id") or "")
        start, end = found.get(key, (None, None))
        found[key] = (element, end) if name.endswith("Start") else (start, element)
    return found


def _again(element: etree._Element | None) -> str:
    """A mark as it was, in our own spelling."""
    if element is None:
        return ""
    name = str(element.tag).removeprefix(_W)
    said = "".join(
        f' w:{str(key).removeprefix(_W)}="{escaped(str(value))}"'
        for key, value in element.items()
        if str(key).startswith(_W)
    )
    return f"<w:{name}{said}/>"


def _places(root: etree._Element, headings: frozenset[str]) -> dict[etree._Element, Place]:
    """The captions and headings among the paragraphs of the content."""
    said: dict[etree._Element, str] = {}  # what the fields of a paragraph say
    headed: set[etree._Element] = set()
    for element in root.iter(*(f"{_W}{name}" for name in _TELLING)):
        paragraph = next(element.iterancestors(f"{_W}p"), None)
        if paragraph is None:
            continue
        said.setdefault(paragraph, "")
        match str(element.tag).removeprefix(_W):
            case "instrText":
                said[paragraph] += element.text or ""
            case "fldSimple":
                said[paragraph] += element.get(f"{_W}instr") or ""
            case "outlineLvl":
                headed.add(paragraph)
            case _ if element.get(f"{_W}val") in headings:
                headed.add(paragraph)
    found: dict[etree._Element, Place] = {}
    counted: Counter[str] = Counter()
    for paragraph, fields in said.items():
        words = fields.split()
        if len(words) > 1 and words[0].upper() == "SEQ":
            kind = words[1]
        elif paragraph in headed:
            kind = ""
        else:
            continue
        found[paragraph] = Place(kind, counted[kind])
        counted[kind] += 1
    return found


def _bookmark(
    start: etree._Element, end: etree._Element, places: Mapping[etree._Element, Place]
) -> Bookmark | None:
    above = start.getparent()
    place = places.get(above) if above is not None else None
    if above is None or place is None:
        return None
    inside = list(above)
    first = inside.index(start)
    last = inside.index(end) if end.getparent() is above else len(inside)
    numbers = [
        at
        for at, each in enumerate(inside)
        if next(each.iter(f"{_W}fldChar", f"{_W}fldSimple"), None) is not None
    ]
    part: Part = "whole"
    if place.kind and numbers:
        if first > numbers[-1]:
            part = "words"
        elif not any(_said(each) for each in inside[numbers[-1] + 1 : last]):
            part = "number"
    return Bookmark(place, part, _again(start), _again(end))


def _said(element: etree._Element) -> bool:
    return next(element.iter(f"{_W}t"), None) is not None


def _relations(root: etree._Element) -> Iterator[str]:
    for element in root.iter(f"{{{_PICTURE}}}blip", f"{{{_SHARP}}}svgBlip", f"{{{_OLD}}}imagedata"):
        for key, value in element.items():
            if str(key).startswith(f"{{{R}}}"):
                yield str(value)
