"""Parts of a report in a Word document of the researcher's own: put in once, renewed after.

Each part lies in a content control whose tag names it. What lies in the control is replaced when
the part is renewed; a part that has no control yet comes last in the document. Nothing else in
the file changes, to the byte: not its text, its styles or its settings.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from qualtool.core.errors import QualtoolError
from qualtool.core.report import Captioned, Contents, Figure, Report, Table, sections
from qualtool.core.source import Caution
from qualtool.formats import (
    docx_followed,
    docx_kept_marks,
    docx_known,
    docx_parts,
    docx_turning,
    zip_keeping,
)
from qualtool.formats.docx_blocks import Page, Writing, blocks_xml, gap, sequence, with_section
from qualtool.formats.docx_found import TAG, Before, Control, Scan, W
from qualtool.formats.docx_kept_marks import Kept, digest, is_noted
from qualtool.formats.docx_looks import Looks
from qualtool.formats.docx_parts import Parts
from qualtool.formats.docx_scan import scan
from qualtool.formats.docx_turning import Section
from qualtool.formats.markup import escaped
from qualtool.formats.sizes import MEGABYTE
from qualtool.formats.unpacking import damaged, unpack
from qualtool.formats.unreadable import refuse_binary, refuse_empty
from qualtool.formats.xml_reading import parse_xml
from qualtool.i18n import gettext as _
from qualtool.i18n import ngettext

_LONGEST_TITLE: Final = 64  # what Word takes
_NARROWEST: Final = 1440
_LARGEST: Final = 96 * MEGABYTE  # a whole thesis with thousands of rows
_CELL_EDGES: Final = 216  # what a cell keeps free at its sides, as a rule
_BEFORE_PAGE_BREAK: Final = re.compile(
    r"<w:p><w:pPr>(<w:pStyle [^>]*/>)?(<w:keepNext/>)?(<w:keepLines/>)?"
)
_PAGE_BREAK: Final = b'<w:br w:type="page"/></w:r></w:p>'  # goes with the part before it
_FIRST_TAG: Final = re.compile(r"<w:\w+")


@dataclass(frozen=True, slots=True)
class Placed:
    """A part of a report: what it is known by for ever, what it is called now, what it says.

    `once` are other keys by which it may have been put in before.
    """

    key: str
    title: str
    report: Report
    once: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Refreshed:
    """The document with its parts renewed.

    `replaced` and `added` are the keys of the parts that were there and those that came; `left`
    the titles of parts from Qualtool that are none of these, and stay as they are. `edited` are
    the titles of those whose words someone had changed by hand.
    """

    data: bytes
    replaced: tuple[str, ...]
    added: tuple[str, ...]
    left: tuple[str, ...]
    edited: tuple[str, ...]
    cautions: tuple[Caution, ...]


def refresh(data: bytes, parts: Sequence[Placed], *, name: str) -> Refreshed:
    """Put parts of a report into the bytes of a .docx file.

    A control that was copied is renewed wherever it stands. Raises QualtoolError naming the file
    where it cannot be read or a control stands where no table can.
    """
    if not data:
        raise refuse_empty(name)
    if not data.startswith(b"PK\x03\x04"):
        raise refuse_binary(data, name) or damaged(name)
    package = unpack(data, name)
    document = docx_parts.parts_of(package)
    body = package.part(document.body, limit=_LARGEST) or b""
    renewing = _Renewing(document, body, scan(body, name), {each.key: each for each in parts}, name)
    return renewing.done(data, parts)


class _Renewing:
    """One document while its parts are renewed."""

    def __init__(
        self, document: Parts, body: bytes, found: Scan, parts: dict[str, Placed], name: str
    ) -> None:
        self.document = document
        self.body = body
        self.found = found
        self.parts = parts
        self.name = name
        once = {key: each.once for key, each in parts.items()}
        found.controls = docx_known.taken_over(found, once)
        self.ours = [each for each in found.controls if each.key in parts]
        self.ours += docx_known.without_controls(found, once)
        self.ours.sort(key=lambda each: each.whole.start)
        self.spans = [each.content for each in self.ours]
        content = document.package.part(document.styles) if document.styles else None
        self.styles = parse_xml(content, name) if content else None
        self.common_table = found.common_table_style(self.spans)
        self.counted: Counter[str] = Counter()
        self.captions = iter([each for each in found.captions if self._outside(each.place)])
        self.next_caption = next(self.captions, None)
        self.before_fallback: dict[str, Counter[str]] = {}
        self.ends = [each.ends_section for each in found.controls]
        self.nearby: frozenset[str] = frozenset()
        drawings = [number for place, number in found.drawings if self._outside(place)]
        ours = {
            number: is_noted(called) and not self._outside(place)
            for place, number, called in found.bookmarks
        }
        marks = [number for number, goes in ours.items() if not goes]
        self.gone = frozenset(str(number) for number, goes in ours.items() if goes)
        self.last = (-1, False)  # where the part before ended, and whether a section did there
        self.number = 1 + max([*drawings, *marks, 0])
        self.edited: list[str] = []
        self.cautions: list[Caution] = []

    def done(self, data: bytes, parts: Sequence[Placed]) -> Refreshed:
        """The whole document, given its bytes and the parts in their order."""
        pieces: list[bytes] = []
        at = 0
        for control in self.ours:
            content = self._renewed(control, self.parts[control.key])
            opening = docx_known.tagged(self.body[at : control.content.start], control)
            pieces += (opening, content)
            at = control.content.end
        there = {each.key for each in self.ours}
        missing = [each for each in parts if each.key not in there]
        pieces += (self.body[at : self.found.end], self._appended(missing))
        pieces.append(self.body[self.found.end :])
        body = b"".join(pieces)
        used = frozenset(key for key in self.nearby if _mentioned(key, body))
        lists, removed = docx_parts.tidied(self.document, self.nearby, used)
        old = self.document.package.parts
        replaced = {name: content for name, content in lists.items() if name in old}
        added = {name: content for name, content in lists.items() if name not in old}
        if body != self.body:
            replaced[self.document.body] = body
        left = [each for each in self.found.controls if each.key not in self.parts]
        return Refreshed(
            zip_keeping.changed(data, replaced, added | self.document.added, removed),
            tuple(each.key for each in parts if each.key in there),
            tuple(each.key for each in missing),
            tuple(dict.fromkeys(each.title or each.key for each in left)),
            tuple(dict.fromkeys(self.edited)),
            tuple(self.cautions),
        )

    def _outside(self, place: int) -> bool:
        return self.found.outside(place, self.spans)

    def _count_to(self, place: int) -> None:
        """Count the captions of the document's own that stand before a byte."""
        while self.next_caption and self.next_caption.place < place:
            one = self.next_caption
            self.counted[one.label] = (
                self.counted[one.label] + 1 if one.reset is None else one.reset
            )
            self.next_caption = next(self.captions, None)

    def _renewed(self, control: Control, placed: Placed) -> bytes:
        if control.room == "line":
            raise QualtoolError(
                "block_in_line",
                _(
                    "In “{file}” the part “{title}” stands in the middle of a line, where no table "
                    "can be. Remove it there in Word and try again; it is then put in anew."
                ),
                file=self.name,
                title=placed.title,
            )
        looks = self._looks(placed.report.language)
        headings = docx_followed.heading_styles(looks)
        content = b"" if control.closed else self.body[control.content.start : control.content.end]
        old = docx_kept_marks.kept(
            content, control.prefixes, headings, self.gone, name=self.name, title=placed.title
        )
        self._tell(placed, replace(old, digest=control.noted or old.digest))
        self.nearby |= old.relations
        self._count_to(control.whole.start)
        follows = self.last[0] == control.whole.start
        after: Before = ("section" if self.last[1] else "text") if follows else control.after
        if control.fallback:  # the same once more, for older programs
            counted, self.counted = self.counted, self.before_fallback.get(control.key, Counter())
            new = self._written(placed, looks, control, after, old.relations)
            self.counted = counted
        else:
            self.before_fallback[control.key] = Counter(self.counted)
            new = self._written(placed, looks, control, after, old.relations)
        self.last = (control.whole.end, _ends_section(new))
        if not control.bare:
            self.ends[self.found.controls.index(control)] = _ends_section(new)
        sequences = frozenset(sequence(each.label) for each in _captioned(placed.report))
        new = docx_kept_marks.with_marks(new, old, sequences, headings)
        broken = self.body.endswith(_PAGE_BREAK, 0, control.whole.start)
        if old.begins_page or (control.bare and follows and broken):
            new = _on_a_new_page(new)
        if control.bare:
            return _declared([self._control(placed, new)], control.prefixes).encode()
        inside = _declared(new, control.prefixes)
        if not control.closed:
            return inside.encode()
        tag = self.body[control.content.start + 1 : control.content.end - 2].split()[0].decode()
        opening = self.body[control.content.start : control.content.end - 2].decode()
        return f"{opening}>{inside}</{tag}>".encode()

    def _tell(self, placed: Placed, old: Kept) -> None:
        """What the researcher should know of what was replaced."""
        # Who takes the first line away takes with it what was noted of the words.
        if (old.digest or old.text) and old.digest != digest(old.text):
            self.edited.append(placed.title)
        if old.comments:
            message = ngettext(
                "“{title}”: {count} comment on it now hangs on where it begins.",
                "“{title}”: {count} comments on it now hang on where it begins.",
                old.comments,
            )
            words = message.format(title=placed.title, count=old.comments)
            self.cautions.append(Caution("comments_moved", words))
        if old.notes:
            message = ngettext(
                "“{title}”: {count} footnote in it was replaced with the rest.",
                "“{title}”: {count} footnotes in it were replaced with the rest.",
                old.notes,
            )
            words = message.format(title=placed.title, count=old.notes)
            self.cautions.append(Caution("notes_replaced", words))

    def _appended(self, missing: Sequence[Placed]) -> bytes:
        """New controls for what the document has not yet, each beginning a page."""
        self._count_to(self.found.end)
        before = self.found.last
        controls: list[str] = []
        for placed in missing:
            looks = self._looks(placed.report.language)
            parts = self._written(placed, looks, None, before, frozenset())
            if not self._closed(before):
                parts = _on_a_new_page(parts)
            before = "section" if _ends_section(parts) else "text"
            controls.append(self._control(placed, parts))
        return _declared(controls, self.found.prefixes).encode()

    def _control(self, placed: Placed, parts: Sequence[str]) -> str:
        title = escaped(placed.title[:_LONGEST_TITLE])
        return (
            f'<w:sdt><w:sdtPr><w:alias w:val="{title}"/>'
            f'<w:tag w:val="{TAG}{escaped(placed.key)}"/><w:id w:val="{self._name(placed)}"/>'
            f"</w:sdtPr><w:sdtContent>{''.join(parts)}</w:sdtContent></w:sdt>"
        )

    def _name(self, placed: Placed) -> int:
        """A number for a control that follows from what lies in it, and that no other has."""
        number = int.from_bytes(hashlib.sha256(placed.key.encode()).digest()[:4]) >> 1
        while number in self.found.names or not number:
            number = (number + 1) & 0x7FFFFFFF
        self.found.names.add(number)
        return number

    def _looks(self, language: str) -> Looks:
        return docx_followed.looks(self.styles, language, self.common_table)

    def _written(
        self,
        placed: Placed,
        looks: Looks,
        control: Control | None,
        before: Before,
        nearby: frozenset[str],
    ) -> list[str]:
        """The paragraphs and tables of a part where it stands, or last in the document."""
        report = _without_contents(placed.report)
        shown: dict[int, int] = {}
        for each in _captioned(report):
            self.counted[sequence(each.label)] += 1
            shown[id(each)] = self.counted[sequence(each.label)]
        writing = Writing(
            report,
            looks,
            lambda content, ending: docx_parts.picture(self.document, content, ending, nearby),
            lambda captioned: shown.get(id(captioned), captioned.number),
            self.number,
        )
        around = self._section(control.whole.end if control else self.found.end)
        page = _page(control, around)
        divisible = bool(around.turned) and (control is None or control.room == "body")
        parts: list[str] = []
        closed = self._closed(before)
        place = 0
        for lies, blocks in sections(report):
            if lies and divisible:
                if not closed:
                    parts = with_section(parts or [gap()], around.upright)
                inside = blocks_xml(writing, blocks, place, around.lying)
                parts += with_section(inside, around.turned)
                closed = True
            else:
                parts += blocks_xml(writing, blocks, place, page)
                closed = closed and not blocks
            place += len(blocks)
        parts = parts or ["<w:p></w:p>"]
        self.number += len(writing.taken) + 4
        if not divisible and any(lies for lies, _blocks in sections(report)):
            self._tell_of_fit(placed, around)
        return docx_kept_marks.noted(parts, placed.key, self.number - 4)

    def _tell_of_fit(self, placed: Placed, around: Section) -> None:
        if around.page.width >= around.page.height:
            return
        message = _(
            "“{title}” was made to fit the page as it lies there: a page across would make the "
            "page numbers or the headers of that section begin anew."
        )
        self.cautions.append(Caution("not_turned", message.format(title=placed.title)))

    def _closed(self, before: Before) -> bool:
        """Whether a section ends just before a part, or nothing stands there."""
        return self.ends[before] if isinstance(before, int) else before != "text"

    def _section(self, place: int) -> Section:
        """The section that the text at a byte belongs to: the next that ends."""
        for span in self.found.sections:
            if span.start >= place and self._outside(span.start):
                content = self.body[span.start : span.end]
                return docx_turning.section(content, self.found.prefixes, self.name)
        return docx_turning.usual()


def _page(control: Control | None, around: Section) -> Page:
    """The room a part has where it stands."""
    if control is None or control.room == "body" or not control.width:
        return around.page
    return replace(around.page, width=max(control.width - _CELL_EDGES, _NARROWEST))


def _mentioned(key: str, body: bytes) -> bool:
    """Whether the text refers to something by this name, or might."""
    return f'"{key}"'.encode() in body or f"'{key}'".encode() in body


def _captioned(report: Report) -> list[Captioned]:
    return [each for each in report.blocks if isinstance(each, Table | Figure) and each.label]


def _without_contents(report: Report) -> Report:
    """The report without a list of contents: the document has its own."""
    blocks = tuple(each for each in report.blocks if not isinstance(each, Contents))
    return replace(report, blocks=blocks)


def _begins_section(parts: Sequence[str]) -> bool:
    return ":sectPr" in parts[0]


def _ends_section(parts: Sequence[str]) -> bool:
    return ":sectPr" in parts[-1]


def _on_a_new_page(parts: list[str]) -> list[str]:
    """The same beginning on a new page, where it begins with a paragraph."""
    if not parts[0].startswith("<w:p>") or _begins_section(parts):
        return parts
    head = _BEFORE_PAGE_BREAK.match(parts[0])
    if head is None:
        first = parts[0].replace("<w:p>", "<w:p><w:pPr><w:pageBreakBefore/></w:pPr>", 1)
    else:
        first = f"{head[0]}<w:pageBreakBefore/>{parts[0][head.end() :]}"
    return [first, *parts[1:]]


def _declared(parts: Sequence[str], prefixes: Mapping[str, str]) -> str:
    """The XML of paragraphs, tables or controls, where the prefix `w` may mean something else."""
    if prefixes.get("w") == W:
        return "".join(parts)
    return "".join(_FIRST_TAG.sub(rf'\g<0> xmlns:w="{W}"', part, count=1) for part in parts)
