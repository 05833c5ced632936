"""A document set on one long page, of which only what has been seen is laid out.

The height of all else is estimated from its number of characters and corrected as it is laid out.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import OrderedDict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRectF

from qualtool.core.places import Place, time_at
from qualtool.core.source import Turn
from qualtool.store.rows import Reading
from qualtool.ui.reader.directions import runs_right_to_left
from qualtool.ui.reader.face import Face
from qualtool.ui.reader.heights import Heights
from qualtool.ui.reader.paragraphs import TAB_STOP, Laid, lay_out
from qualtool.ui.reader.pieces import Pieces, pieces_of

_KEPT: Final = 400  # pieces whose layout is kept
TOP: Final = 20  # pixels above the first line
BELOW: Final = 80  # and below the last, so that it need not be read at the very edge


@dataclass(frozen=True, slots=True)
class Shown:
    """A piece of the page, laid out: its number, where it begins and how it stands."""

    number: int
    start: int  # code points
    end: int
    top: int  # pixels from the top of the page
    laid: Laid

    @property
    def bottom(self) -> int:
        """Where its last line ends."""
        return self.top + self.laid.height


class Page:
    """The text of one document, set in a face and a width. Places are code points and pixels."""

    def __init__(self, reading: Reading, face: Face, width: int) -> None:
        self.reading = reading
        self.blank = not reading.text.strip()
        self.pieces: Pieces = pieces_of(reading.text)
        self._turn_starts = [turn.start for turn in reading.turns]
        self._roles = {speaker.number: speaker.role for speaker in reading.speakers}
        self._labels = {speaker.number: speaker.label for speaker in reading.speakers}
        self._headings = {
            self.pieces.at(block.start) for block in reading.blocks if block.kind == "heading"
        }
        self.set_in(face, width)

    def set_in(self, face: Face, width: int) -> None:
        """Set the text anew in a face and a width."""
        self.face = face
        self.width = width
        self._laid: OrderedDict[int, Laid] = OrderedDict()
        line, gap = face.line, face.gap
        per_line = max(1.0, width / face.advance - 3)  # a line breaks some characters early
        pieces = self.pieces
        heights = [
            line * (int((end - start) / per_line) + 1) + gap
            for start, end in zip(pieces.starts, pieces.ends, strict=True)
        ]
        for start in self._turn_starts:
            number = pieces.at(start)
            heights[number] = max(heights[number], face.lowest + gap)
        if len(set(pieces.paragraphs)) < len(pieces):
            for number in range(len(pieces)):
                if not pieces.closes(number):
                    heights[number] -= gap
        self.heights = Heights(heights)

    @property
    def height(self) -> int:
        """How tall the page is, as far as is known."""
        return TOP + self.heights.total + BELOW

    def top(self, number: int) -> int:
        """Where a piece begins."""
        return TOP + self.heights.top(number)

    def piece_at(self, y: int) -> int:
        """The piece at a height."""
        return self.heights.at(y - TOP)

    def laid(self, number: int) -> Laid:
        """A piece, laid out; this may correct its height and so move all below it."""
        if number in self._laid:
            self._laid.move_to_end(number)
            return self._laid[number]
        pieces, face = self.pieces, self.face
        laid = lay_out(
            self.reading.text[pieces.starts[number] : pieces.ends[number]],
            face.heading if number in self._headings else face.text,
            width=self.width,
            line=face.line,
            baseline=face.baseline,
            tab=face.advance * TAB_STOP,
            right_to_left=self._right_to_left(number),
            goes_on=not pieces.closes(number),
        )
        gap = face.gap if pieces.closes(number) else 0
        lowest = face.lowest if self.opens_turn(number) else 0
        self.heights.correct(number, max(laid.height, lowest) + gap)
        self._laid[number] = laid
        if len(self._laid) > _KEPT:
            self._laid.popitem(last=False)
        return laid

    def laid_out(self) -> int:
        """How many pieces are laid out now."""
        return len(self._laid)

    def shown(self, number: int) -> Shown:
        """A piece, laid out, and where it stands."""
        laid = self.laid(number)
        pieces = self.pieces
        return Shown(number, pieces.starts[number], pieces.ends[number], self.top(number), laid)

    def between(self, top: int, bottom: int) -> Iterator[Shown]:
        """All pieces between two heights, from the top."""
        number = self.piece_at(top)
        while number < len(self.pieces):
            piece = self.shown(number)
            if piece.top >= bottom:
                break
            yield piece
            number += 1

    def offset_at(self, x: float, y: float) -> int:
        """The place for the caret that is nearest to a point; x from the left of the text."""
        piece = self.shown(self.piece_at(int(y)))
        return piece.start + piece.laid.offset_at(x, y - piece.top)

    def caret_box(self, offset: int) -> QRectF:
        """Where the caret stands before an offset; x from the left of the text."""
        piece = self.shown(self.pieces.at(offset))
        inside = min(offset, piece.end) - piece.start
        x = piece.laid.x_of(inside)
        line = piece.laid.line_at(inside)
        return QRectF(x, piece.top + line * self.face.line, 1, self.face.line)

    def character_at(self, x: float, y: float) -> int:
        """Where the character begins that stands at a point; x from the left of the text."""
        piece = self.shown(self.piece_at(int(y)))
        return piece.start + piece.laid.character_at(x, y - piece.top)

    def turn_of(self, number: int) -> Turn | None:
        """The turn that a piece is part of."""
        at = bisect_right(self._turn_starts, self.pieces.starts[number]) - 1
        if at < 0 or self.reading.turns[at].end < self.pieces.starts[number]:
            return None
        return self.reading.turns[at]

    def set_apart(self, number: int) -> bool:
        """Whether a piece is the interviewer's."""
        turn = self.turn_of(number)
        if turn is None or turn.speaker is None:
            return False
        return self._roles.get(turn.speaker) == "interviewer"

    def speaker(self, number: int) -> str:
        """Who speaks in a piece; empty where nobody is known to."""
        turn = self.turn_of(number)
        return "" if turn is None or turn.speaker is None else self._labels.get(turn.speaker, "")

    def opens_turn(self, number: int) -> bool:
        """Whether a turn begins with a piece."""
        turn = self.turn_of(number)
        return turn is not None and self.pieces.at(turn.start) == number

    def _right_to_left(self, number: int) -> bool:
        while not self.pieces.opens(number):
            number -= 1
        start, end = self.pieces.starts[number], self.pieces.ends[number]
        return runs_right_to_left(self.reading.text[start:end])

    def moment(self, number: int) -> int | None:
        """The moment of the recording (ms) at which a piece begins, where the source has it."""
        start, end = self.pieces.starts[number], self.pieces.ends[number]
        turn = self.turn_of(number)
        if turn is not None and turn.start_ms is not None and self.opens_turn(number):
            return turn.start_ms
        anchors = self.reading.anchors
        at = bisect_right(anchors, start - 1, key=lambda anchor: anchor.offset)
        if at < len(anchors) and anchors[at].offset < end:
            return anchors[at].ms
        return None

    @property
    def lines(self) -> Sequence[int]:
        """Where the lines begin that places are cited by; none where they are not."""
        return self.reading.lines

    def place_at(self, offset: int) -> Place:
        """How a place is cited in this project."""
        return self.reading.place_at(offset)

    def moment_at(self, offset: int) -> int | None:
        """The last moment of the recording (ms) known at or before an offset."""
        return time_at(self.reading.turns, self.reading.anchors, offset)


def clock(ms: int) -> str:
    """A moment as the margin shows it: "04:12", or "1:04:12" after the first hour."""
    seconds = max(0, ms) // 1000
    hours, minutes, seconds = seconds // 3600, seconds // 60 % 60, seconds % 60
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes:02}:{seconds:02}"
