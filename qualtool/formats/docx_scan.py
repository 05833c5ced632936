"""Where what matters stands in the body of a Word file, to the byte, without changing any of it.

The parts of a report that Qualtool put there lie in content controls whose tag says so. They are
found by where they begin and end in the file, so that all around them can be copied as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final
from xml.parsers import expat

from qualtool.core.errors import QualtoolError
from qualtool.formats.docx_edges import Edges, Top
from qualtool.formats.docx_found import (
    BEGINS,
    ENDS,
    NOTED,
    TAG,
    Before,
    Caption,
    Control,
    Room,
    Scan,
    Span,
    W,
)
from qualtool.formats.unpacking import damaged
from qualtool.formats.xml_edits import element_end, refuse_not_utf8, tag_end
from qualtool.i18n import gettext as _

STRICT: Final = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DRAWING: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_VAL: Final = f"{W} val"

# What a part of a report can lie in directly: all that can hold tables.
_HOLDS_TABLES: Final = frozenset({"body", "tc", "txbxContent", "sdtContent", "customXml"})
# What a text runs through as if it were not there.
_FLOWS_ON: Final = frozenset({"sdt", "sdtContent", "customXml", "ins", "moveTo"})
# What most of a document is made of, and nothing here asks about: it is passed over quickly, and
# what lies in it lies in what is around it.
_OF_NO_MATTER: Final = frozenset(
    f"{W} {name}"
    for name in (
        "r rPr t b bCs i iCs sz szCs lang color rFonts rStyle u shd br tab tr trPr cantSplit"
        " tblHeader gridCol vMerge gridSpan vAlign pStyle spacing ind jc keepNext keepLines noProof"
    ).split()
)
_EMU_PER_TWIP: Final = 635
_BOX_EDGES: Final = 290  # what a text box keeps free at its sides, as a rule


@dataclass(slots=True)
class _Frame:
    """An element that is open."""

    name: str
    start: int
    before: Before = "nothing"
    ends_section: bool = False
    key: str = ""
    title: str = ""
    content: Span | None = None
    closed: bool = False
    width: int = 0
    fallback: bool = False
    order: int = -1


@dataclass(slots=True)
class _Field:
    """A field that is open: what it says so far, until its result begins."""

    place: int
    said: str = ""
    shown: bool = False


def scan(data: bytes, name: str) -> Scan:
    """What matters in the XML of a document's body, by place in bytes.

    Raises QualtoolError "file_damaged" for XML that is broken, not UTF-8 or declares a document
    type, and "file_is_strict" for the one kind of DOCX that names everything otherwise.
    """
    refuse_not_utf8(data, name)
    scanner = _Scanner(data, name)
    scanner.read()
    return scanner.found


class _Scanner:
    """One pass over the XML."""

    def __init__(self, data: bytes, name: str) -> None:
        self.data = data
        self.name = name
        self.found = Scan()
        self._open: list[_Frame] = []
        self._fields: list[_Field] = []
        self._saying = False
        self._edges = Edges()
        self._extent = 0  # how wide the last drawing is inside
        self._prefixes: dict[str, list[str]] = {}
        self._parser = expat.ParserCreate("utf-8", namespace_separator=" ")

    def read(self) -> None:
        parser = self._parser
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.StartNamespaceDeclHandler = self._declared
        parser.EndNamespaceDeclHandler = self._undeclared
        parser.StartDoctypeDeclHandler = self._refuse
        parser.CharacterDataHandler = self._characters
        parser.buffer_text = True
        try:
            parser.Parse(self.data, True)
        except expat.ExpatError as fault:
            raise damaged(self.name) from fault
        if not self.found.end:
            raise damaged(self.name)

    def _refuse(self, *_doctype: object) -> None:
        raise damaged(self.name)

    def _declared(self, prefix: str | None, uri: str | None) -> None:
        self._prefixes.setdefault(prefix or "", []).append(uri or "")

    def _undeclared(self, prefix: str | None) -> None:
        self._prefixes[prefix or ""].pop()

    def _in_scope(self) -> dict[str, str]:
        return {prefix: uris[-1] for prefix, uris in self._prefixes.items() if uris}

    def _characters(self, text: str) -> None:
        if self._saying and self._fields:
            self._fields[-1].said += text

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag in _OF_NO_MATTER and self._open:
            self._open.append(self._open[-1])
            return
        uri, _space, name = tag.rpartition(" ")
        place = self._parser.CurrentByteIndex
        if uri == W:
            self._start_word(name, attributes, place)
            return
        if not self._open and uri == STRICT:
            raise QualtoolError(
                "file_is_strict",
                _(
                    "“{file}” is a “Strict Open XML” document. Open it in Word, save it as "
                    "“Word document (.docx)” and try again."
                ),
                file=self.name,
            )
        if uri == _DRAWING and name == "docPr":
            self.found.drawings.append((place, _number(attributes.get("id", ""))))
        elif uri == _DRAWING and name == "extent":
            wide = _number(attributes.get("cx", "")) // _EMU_PER_TWIP
            self._extent = max(wide - _BOX_EDGES, 0)
        above = self._open[-1] if self._open else None
        fallback = bool(above and above.fallback) or (name == "Fallback" and uri == _MC)
        self._open.append(_Frame(f"{uri} {name}", place, fallback=fallback))

    def _start_word(self, name: str, attributes: dict[str, str], place: int) -> None:
        frames = self._open
        above = frames[-1] if frames else _Frame("", 0)
        frame = _Frame(name, place, width=above.width, fallback=above.fallback)
        frames.append(frame)
        if name in _FLOWS_ON:
            frame.before = above.before
        match name:
            case "sdt":
                frame.order = len(self.found.controls)
            case "txbxContent":
                frame.width = self._extent
            case "tag" | "alias" | "id" if above.name == "sdtPr":
                self._named(name, attributes.get(_VAL, ""))
            case "sdtContent":
                end = tag_end(self.data, place)
                frame.closed = self.data[end - 2 : end] == b"/>"
                frame.content = Span(place, end) if frame.closed else Span(end, end)
            case "tcW" if len(frames) > 2 and attributes.get(f"{W} type", "dxa") == "dxa":
                frames[-3].width = _number(attributes.get(f"{W} w", ""))
            case "tblStyle":
                self.found.table_styles.append((place, attributes.get(_VAL, "")))
            case "bookmarkStart":
                number, called = attributes.get(f"{W} id", ""), attributes.get(f"{W} name", "")
                self.found.bookmarks.append((place, _number(number), called))
                if called.startswith((NOTED, BEGINS, *ENDS)):
                    self._edges.opened(number, called, self._top())
            case "bookmarkEnd":
                self._edges.closed(attributes.get(f"{W} id", ""), self._top())
            case "instrText":
                self._saying = True
            case "fldChar":
                self._field(attributes.get(f"{W} fldCharType", ""), place, frame.fallback)
            case "fldSimple":
                self._counted(attributes.get(f"{W} instr", ""), place, frame.fallback)

    def _named(self, name: str, value: str) -> None:
        control = self._open[-3]
        if name == "id":
            self.found.names.add(_number(value))
        elif name == "alias":
            control.title = value
        elif value.startswith(TAG):
            control.key = value.removeprefix(TAG)

    def _field(self, kind: str, place: int, fallback: bool) -> None:
        if kind == "begin":
            self._fields.append(_Field(place))
        elif self._fields and kind in ("separate", "end"):
            one = self._fields[-1]
            if not one.shown:
                one.shown = True
                self._counted(one.said, one.place, fallback)
            if kind == "end":
                self._fields.pop()

    def _counted(self, said: str, place: int, fallback: bool) -> None:
        words = said.split()
        if fallback or len(words) < 2 or words[0].upper() != "SEQ":
            return
        switches = [each.lower() for each in words[2:]]
        if "\\c" in switches:
            return  # repeats the number before it
        reset = None
        for number, each in enumerate(switches):
            if each.startswith("\\r"):
                given = each[2:] or (switches[number + 1] if number + 1 < len(switches) else "")
                reset = _number(given)
        self.found.captions.append(Caption(place, words[1].strip('"'), reset))

    def _end(self, tag: str) -> None:
        frame = self._open.pop()
        if tag in _OF_NO_MATTER:
            return
        place = self._parser.CurrentByteIndex
        above = self._open[-1] if self._open else None
        if above is None or " " in frame.name:
            return
        match frame.name:
            case "instrText":
                self._saying = False
            case "sectPr":
                self._section(frame, place)
            case "pPr":
                above.ends_section = frame.ends_section
            case "p":
                above.before = "section" if frame.ends_section else "text"
                self._passed(frame, above, place)
            case "tbl":
                above.before = "text"
                self._passed(frame, above, place)
            case "customXml" | "ins" | "moveTo":
                above.before = frame.before
            case "sdtContent":
                above.before = frame.before
                above.closed = frame.closed
                if frame.content is not None:
                    inside = Span(frame.content.start, place)
                    above.content = frame.content if frame.closed else inside
            case "sdt":
                self._control(frame, above, place)
            case "body":
                self.found.last = frame.before
                self.found.end = self.found.end or place
                self.found.prefixes = self._in_scope()
                self.found.bare += self._edges.parts(self._in_scope())

    def _section(self, frame: _Frame, place: int) -> None:
        above = self._open[-1]
        if above.name not in ("pPr", "body"):
            return  # how the section was before a change that is tracked
        end = element_end(self.data, frame.start, place)
        self.found.sections.append(Span(frame.start, end))
        if above.name == "body":
            self.found.end = frame.start
        above.ends_section = True

    def _control(self, frame: _Frame, above: _Frame, place: int) -> None:
        end = element_end(self.data, frame.start, place)
        before = above.before
        above.before = frame.before
        if not frame.key or frame.content is None:
            return
        if len(self.found.controls) > frame.order:
            raise QualtoolError(
                "block_in_block",
                _(
                    "In “{file}” a part from Qualtool lies inside another one, “{title}”, and "
                    "would go with it. Move it out in Word and try again."
                ),
                file=self.name,
                title=frame.title,
            )
        above.before = len(self.found.controls)
        self.found.controls.append(
            Control(
                frame.key,
                frame.title,
                Span(frame.start, end),
                frame.content,
                frame.closed,
                self._room(),
                above.width,
                before,
                self._in_scope(),
                frame.fallback,
                frame.before == "section",
            )
        )

    def _top(self) -> Top | None:
        """The paragraph or table of the body that is open; None for what lies in a text box."""
        if len(self._open) < 3 or self._open[1].name != "body":
            return None
        top = self._open[2]
        if top.name not in ("p", "tbl") or any(
            each.name == "txbxContent" for each in self._open[3:]
        ):
            return None
        return Top(top.name, top.start, self._open[1].before)

    def _passed(self, frame: _Frame, above: _Frame, place: int) -> None:
        if above.name == "body":
            span = Span(frame.start, element_end(self.data, frame.start, place))
            self._edges.passed(frame.name, self.data, span, section=frame.ends_section)

    def _room(self) -> Room:
        names = [each.name for each in self._open if " " not in each.name]
        if names[-1] not in _HOLDS_TABLES:
            return "line"
        for name in reversed(names):
            match name:
                case "tc":
                    return "cell"
                case "txbxContent":
                    return "box"
                case "p" | "tr" | "tbl" | "r":
                    return "line"
        return "body"


def _number(text: str) -> int:
    try:
        return int(text)
    except ValueError:
        return 0
