"""A document on its way in, set as it will be read: speakers, words, and what was changed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtGui import QFont, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument

from qualtool.core.pseudonyms import Place
from qualtool.core.source import Source, Turn
from qualtool.core.substituting import Edit, Shift
from qualtool.core.survey_text import by_speaker
from qualtool.ui import fonts, theme
from qualtool.ui.models.incoming import Entry
from qualtool.ui.models.naming import is_replaced, outcome_source, places_in

SHOWN = 12_000  # code points of a text that are shown
Kind = Literal["repair", "replaced", "left"]


@dataclass(frozen=True, slots=True)
class Mark:
    """Something to see in the text that comes in: mended, a replaced name, a name that stays."""

    start: int
    end: int
    kind: Kind
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The text as it comes in, and what is marked in it."""

    source: Source
    marks: tuple[Mark, ...] = ()
    per_case: bool = False  # a document for each who answers, one after the other


def page_of(entry: Entry) -> Page | None:
    """What the file of an entry becomes; None where it could not be read."""
    source = outcome_source(entry)
    if source is None:
        return None
    found = places_in(entry)
    edits = [Edit(p.start, p.end, p.words) for p in found if is_replaced(entry, p)]
    moved = Shift(edits).moved
    marks = []
    for place in found:
        on = is_replaced(entry, place)
        start = moved(place.start)
        length = len(place.words) if on else place.end - place.start
        marks.append(Mark(start, start + length, "replaced" if on else "left", place))
        if start > SHOWN:
            break
    taken = [(each.start, each.end) for each in marks]
    for start, end in _mended(source):
        if not any(start < last and first < end for first, last in taken):
            marks.append(Mark(start, end, "repair"))
    in_order = tuple(sorted(marks, key=lambda each: each.start))
    return Page(source, in_order, entry.chosen.per_case)


def write(document: QTextDocument, page: Page) -> list[tuple[int, int, Mark]]:
    """Set the beginning of a text; where each mark stands in the document, in Qt's units."""
    looks = _looks()
    cursor = QTextCursor(document)
    shape = QTextBlockFormat()
    shape.setLineHeight(122, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    shape.setBottomMargin(8)
    cursor.setBlockFormat(shape)
    source = page.source
    marked: list[tuple[int, int, Mark]] = []
    first = True
    headings = {block.start for block in source.blocks if block.kind == "heading"}
    for turn, start, end in _stretches(page):
        speaker = source.speakers[turn.speaker] if turn and turn.speaker is not None else None
        asks = speaker is not None and speaker.role == "interviewer"
        said = looks.asked if asks else looks.said
        for number, (begin, stop) in enumerate(_paragraphs(source.text, start, end)):
            if not first:
                cursor.insertBlock()
            first = False
            if turn is None and begin in headings:
                marked += _write_words(cursor, page, begin, stop, looks.heading)
                continue
            if number == 0 and speaker is not None:
                cursor.insertText(speaker.label, looks.asking_label if asks else looks.label)
                cursor.insertText("  ", said)
            marked += _write_words(cursor, page, begin, stop, said)
    if len(source.text) > SHOWN:
        cursor.insertBlock()
        cursor.insertText("…", looks.said)
    return marked


def _write_words(
    cursor: QTextCursor, page: Page, begin: int, stop: int, said: QTextCharFormat
) -> Iterator[tuple[int, int, Mark]]:
    text = page.source.text
    at = begin
    for mark in page.marks:
        if mark.end <= at or mark.start >= stop:
            continue
        cursor.insertText(text[at : mark.start], said)
        first = max(at, mark.start)
        at = min(mark.end, stop)
        place = cursor.position()
        cursor.insertText(text[first:at], _marked(said, mark.kind))
        yield place, cursor.position(), mark
    cursor.insertText(text[at:stop], said)


def _marked(said: QTextCharFormat, kind: Kind) -> QTextCharFormat:
    look = QTextCharFormat(said)
    colours = theme.current()
    match kind:
        case "repair":
            look.setBackground(colours.colour("good_tint"))
        case "replaced":
            look.setBackground(colours.colour("selection"))
        case "left":
            look.setBackground(colours.colour("caution_tint"))
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
            look.setUnderlineColor(colours.colour("caution"))
    return look


def _mended(source: Source) -> Iterator[tuple[int, int]]:
    """Where in the text something was mended or joined; a place at the least."""
    last = len(source.text)
    if source.repairs:
        for repair in source.repairs:
            if repair.start > SHOWN:
                return
            if repair.end > repair.start:
                yield repair.start, repair.end
            elif 0 < repair.start < last:
                yield repair.start - 1, repair.start + 1
    elif source.format in ("vtt", "srt"):
        opens = {turn.start for turn in source.turns}
        for anchor in source.anchors:
            if anchor.offset not in opens and 0 < anchor.offset <= min(SHOWN, last):
                yield anchor.offset - 1, anchor.offset


@dataclass(frozen=True, slots=True)
class _Looks:
    label: QTextCharFormat
    asking_label: QTextCharFormat
    said: QTextCharFormat
    asked: QTextCharFormat
    heading: QTextCharFormat


def _looks() -> _Looks:
    colours = theme.current()

    def look(font: QFont, colour: str) -> QTextCharFormat:
        found = QTextCharFormat()
        found.setFont(font)
        found.setForeground(colours.colour(colour))
        return found

    label, said = fonts.interface(11.5, bold=True), fonts.reading(15)
    return _Looks(
        look(label, "ink"),
        look(label, "muted"),
        look(said, "ink"),
        look(said, "aside"),
        look(fonts.interface(13, bold=True), "ink"),
    )


def _stretches(page: Page) -> Iterator[tuple[Turn | None, int, int]]:
    """The beginning of the text in turns, and what stands between them."""
    source = page.source
    if page.per_case:
        room = SHOWN
        for asked, turn in by_speaker(source):
            if asked is not None:
                yield None, asked.start, asked.end
            yield turn, turn.start, turn.end
            room -= turn.end - turn.start
            if room < 0:
                return
        return
    at = 0
    last = min(len(source.text), SHOWN)
    for turn in source.turns:
        if turn.start >= last:
            break
        if source.text[at : turn.start].strip():
            yield None, at, turn.start
        yield turn, turn.start, min(turn.end, last)
        at = turn.end
    if at < last and source.text[at:last].strip():
        yield None, at, last


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for line in text[start:end].split("\n"):
        if line.strip():
            yield at, at + len(line)
        at += len(line) + 1


def marks_in(marked: Sequence[tuple[int, int, Mark]]) -> list[tuple[int, int, Place]]:
    """Those of the marks that can be switched: where they stand, and the name there."""
    return [(start, end, m.place) for start, end, m in marked if m.place is not None]
