"""Sets the blocks on their pages as they are built, the one looked at first, and counts them."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from qualtool.core import report as model
from qualtool.core.day_words import day_of
from qualtool.core.report import Block, Contents, Report, Table
from qualtool.core.report_contents import Listing, listing
from qualtool.i18n import gettext as _
from qualtool.i18n import words
from qualtool.reports.disclosed import Disclosed
from qualtool.ui.material_words import short_date
from qualtool.ui.report.block_model import FRONT, BlockLine, frozen_words
from qualtool.ui.report.composing import Composed, Piece
from qualtool.ui.report.contents_setting import ContentsLine
from qualtool.ui.report.making import Making
from qualtool.ui.report.paper_field import Writable
from qualtool.ui.report.placing import (
    Built,
    Place,
    front,
    placed,
    places,
    suggested_opening,
)
from qualtool.ui.report.preview import ReportPreview
from qualtool.ui.report.setting import Wished, sheaves
from qualtool.ui.report.table_setting import Room

CHECK_AFTER_MS = 1200
ROWS_BEFORE = 20  # set before a row that is looked for
MANY_PAGES = 5  # fewer are not worth saying in the list


class Pressing(QObject):
    """Between what is built and what is seen; all of it beside the keys, a block at a time."""

    lines_changed = Signal()
    set = Signal(int)  # key of a block that has been built anew
    place_changed = Signal(str)
    check_wished = Signal(object)  # Report, all of it

    def __init__(self, making: Making, preview: ReportPreview, parent: QObject) -> None:
        super().__init__(parent)
        self._making, self._preview = making, preview
        self._composed: Composed | None = None
        self._writable = True
        self._places: dict[int, Place] = {}
        self._pressed: dict[int, Hashable] = {}  # what each part was set from
        self._placed: dict[int, tuple[Hashable, Report]] = {}
        self._passed: dict[int, int] = {}  # rows of a block before those that are set
        self._checked: Hashable = None
        self._owners: list[int] = []  # the key of each block of what was checked
        self._next = QTimer(self, singleShot=True, interval=0)
        self._next.timeout.connect(self._press_one)
        self._check = QTimer(self, singleShot=True, interval=CHECK_AFTER_MS)
        self._check.timeout.connect(self.check_now)
        making.made.connect(self._take)
        making.ended.connect(self._end)
        preview.moved.connect(self._tell_place)
        preview.part_wished.connect(making.wish)

    def show(self, composed: Composed, *, writable: bool) -> None:
        """Let these blocks be the report."""
        self._composed, self._writable = composed, writable
        keys = [piece.key for piece in composed.pieces]
        self._preview.show_parts([FRONT, *keys] if keys else [])
        self._pressed = {key: each for key, each in self._pressed.items() if key in (FRONT, *keys)}
        self._placed = {key: each for key, each in self._placed.items() if key in keys}
        self._place()

    def became(self, keys: dict[int, int]) -> None:
        """A report that was suggested has been made: its blocks have other keys now."""
        self._making.became(keys)
        self._preview.became(keys)
        self._pressed = {keys.get(key, key): each for key, each in self._pressed.items()}
        self._placed = {keys.get(key, key): each for key, each in self._placed.items()}
        self._owners = [keys.get(key, key) for key in self._owners]

    def lines(self) -> list[BlockLine]:
        """The rows of the list."""
        composed = self._composed
        if composed is None or not composed.pieces:
            return []
        words = _("Title and contents") if composed.contents else _("Title")
        return [BlockLine(FRONT, "", words), *(self._line(each) for each in composed.pieces)]

    def cautions(self, key: int) -> list[str]:
        """What the researcher should know of a block."""
        report = self._making.report_of(key)
        told = model.cautions(report) if report is not None else ()
        return list(dict.fromkeys(caution.message for caution in told))

    def usual(self, piece: Piece, what: str) -> str:
        """The heading or the opening that a block has by itself."""
        if what == "heading":
            return self._usual_heading(piece)
        return suggested_opening(self._making.built.get(piece.key))

    def key_of(self, block: int | None) -> int | None:
        """Which block of the list a block of the checked document belongs to."""
        there = block is not None and 0 <= block < len(self._owners)
        return self._owners[block] if there and block is not None else None

    def mark(self, found: Disclosed) -> bool:
        """Mark what was found where it stands, and show it; whether it is on the pages."""
        key = self.key_of(found.block)
        if key is None or found.block is None:
            return False
        self._reach(key, found.block - self._owners.index(key), found.row)
        words = found.text[found.start : found.end] or found.words
        return self._preview.mark(key, words, found.text)

    def from_start(self, key: int) -> None:
        """Set a block from its first row on again, where rows were passed over."""
        if self._passed.pop(key, 0):
            self._pressed.pop(key, None)
            self._next.start()

    def check_now(self) -> None:
        """Wish for a check of the report as it is now, once it is whole."""
        composed = self._composed
        if composed is None or not composed.pieces or not self._making.complete:
            return
        if not self._preview.isVisible():
            return
        state = tuple(self._signature(piece) for piece in composed.pieces)
        if state == self._checked:
            return
        self._checked = state
        report, self._owners = self._assembled(composed)
        self.check_wished.emit(report)

    def check_again(self) -> None:
        """Something was decided: what was checked is to be checked again."""
        self._checked = None
        self._check.start()

    @property
    def settled(self) -> bool:
        """Whether everything that has been built is on its pages."""
        composed = self._composed
        return composed is None or not any(self._is_due(piece) for piece in composed.pieces)

    # inside

    def _reach(self, key: int, place: int, row: int | None) -> None:
        """Set a block about a row of the table at this place, where its pages leave that out."""
        composed, here = self._composed, self._making.built.get(key)
        piece = composed.piece(key) if composed is not None else None
        if composed is None or piece is None or here is None or row is None:
            return
        blocks = self._in_place(piece, here, composed.language).blocks
        if not isinstance(blocks[place], Table):
            return
        above = (each for each in blocks[:place] if isinstance(each, Table))
        wanted = sum(len(group.rows) for each in above for group in each.groups) + row - 1
        first = self._passed.get(key, 0)
        if not first <= wanted < first + self._preview.rows_of(key):
            self._passed[key] = max(0, wanted - ROWS_BEFORE)
            self._press(piece, composed)

    def _take(self, key: int) -> None:
        self._place()
        self.set.emit(key)

    def _place(self) -> None:
        if self._composed is None:
            return
        self._places = places(self._composed, self._making.built)
        self._next.start()
        self.lines_changed.emit()

    def _end(self) -> None:
        self._next.start()
        if self._making.complete:
            self._check.start()

    def _press_one(self) -> None:
        """Set the next part that is not as it is now; the title last, when all pages are known."""
        composed = self._composed
        if composed is None or not composed.pieces:
            return
        waiting = [piece for piece in composed.pieces if self._is_due(piece)]
        waiting.sort(key=lambda piece: not self._preview.is_in_view(piece.key))
        if waiting:
            self._press(waiting[0], composed)
            self._next.start()
        else:
            self._press_front(composed)
        self.lines_changed.emit()
        self._tell_place()

    def _is_due(self, piece: Piece) -> bool:
        here = self._making.built.get(piece.key)
        return here is not None and self._pressed.get(piece.key) != self._signature(piece)

    def _signature(self, piece: Piece) -> Hashable:
        assert self._composed is not None
        here = self._making.built.get(piece.key)
        place = self._places.get(piece.key)
        return id(here), place, piece.title, piece.opening, self._composed.language, self._writable

    def _press(self, piece: Piece, composed: Composed) -> None:
        here = self._making.built[piece.key]
        report = self._in_place(piece, here, composed.language)
        opening = piece.opening or suggested_opening(here)
        hint = _("Write an opening …") if self._writable else ""
        wished = Wished(opening=bool(opening), hint=hint)
        writable: tuple[Writable, ...] = ()
        if self._writable and here.report is not None:
            usual = self._usual_heading(piece)
            writable = (
                Writable("heading", piece.title or usual, usual),
                Writable("opening", opening, _("Opening paragraph")),
            )
        room = Room(passed=self._passed.get(piece.key, 0))
        self._preview.set_part(piece.key, sheaves(report, wished, room), writable)
        self._pressed[piece.key] = self._signature(piece)

    def _press_front(self, composed: Composed) -> None:
        report, owners = self._assembled(composed)
        lines = self._contents(report, owners) if composed.contents else ()
        state = (composed.title, composed.contents, self._making.told, composed.language, lines)
        if self._pressed.get(FRONT) != state:
            first = front(composed, self._making.told)
            self._preview.set_part(FRONT, sheaves(first, Wished(contents=lines)))
            self._pressed[FRONT] = state

    def _assembled(self, composed: Composed) -> tuple[Report, list[int]]:
        """The whole report as it stands here, and the key of each of its blocks."""
        blocks: list[Block] = list(front(composed, self._making.told).blocks)
        owners = [FRONT] * len(blocks)
        for piece in composed.pieces:
            here = self._making.built.get(piece.key)
            if here is None or here.report is None:
                continue
            more = self._in_place(piece, here, composed.language).blocks
            blocks += more
            owners += [piece.key] * len(more)
        return Report(composed.title, composed.language, tuple(blocks)), owners

    def _in_place(self, piece: Piece, here: Built, language: str) -> Report:
        """A block as it stands in the report; worked out once for each way that it stands."""
        state = self._signature(piece)
        found = self._placed.get(piece.key)
        if found is None or found[0] != state:
            report = placed(here, piece, self._places[piece.key], language)
            found = self._placed[piece.key] = state, report
        return found[1]

    def _contents(self, report: Report, owners: list[int]) -> tuple[ContentsLine, ...]:
        place = next(
            (at for at, block in enumerate(report.blocks) if isinstance(block, Contents)), None
        )
        if place is None:
            return ()
        found: Listing = listing(report, place)
        lines = [
            ContentsLine(entry.words, entry.level, self._page(entry.place, owners))
            for entry in found.headings
        ]
        said = words(report.language).gettext
        for title, captions in (
            (said("List of tables"), found.tables),
            (said("List of figures"), found.figures),
        ):
            lines += [ContentsLine(title, 0)] if captions else []
            lines += [
                ContentsLine(entry.words, 1, self._page(entry.place, owners))
                for entries in captions.values()
                for entry in entries
            ]
        return tuple(lines)

    def _page(self, place: int, owners: list[int]) -> int | None:
        """The page that a block of the whole begins on, where that is known."""
        key = owners[place]
        return self._preview.page_of(key, place - owners.index(key))

    def _line(self, piece: Piece) -> BlockLine:
        assert self._composed is not None
        place = self._places[piece.key]
        number = place.number or (1 if len(self._composed.pieces) == 1 else 0)
        frozen = ""
        if piece.frozen_ms is not None:
            frozen = frozen_words(short_date(day_of(piece.frozen_ms).isoformat()))
        title = piece.title or self._usual_heading(piece)
        return BlockLine(
            piece.key, str(number) if number else "–", title, self._what(piece, place), frozen
        )

    def _what(self, piece: Piece, place: Place) -> str:
        here = self._making.built.get(piece.key)
        if here is not None and here.report is None:
            return _("cannot be made")
        tables, figures = place.counts
        parts: list[str] = []
        if tables:
            first = place.tables + 1
            span = f"{first}" if tables == 1 else f"{first}–{first + tables - 1}"
            parts.append(_("table {number}").format(number=span))
        if figures:
            first = place.figures + 1
            span = f"{first}" if figures == 1 else f"{first}–{first + figures - 1}"
            parts.append(_("figure {number}").format(number=span))
        pages = self._preview.pages_of(piece.key)
        if pages >= MANY_PAGES:
            parts.append(_("{count} p.").format(count=pages))
        return " · ".join(parts)

    def _usual_heading(self, piece: Piece) -> str:
        here = self._making.built.get(piece.key)
        assert self._composed is not None
        if here is not None and here.report is not None and here.report.title:
            return here.report.title
        return replace(piece, title="").heading(self._composed.language)

    def _tell_place(self) -> None:
        if not self._preview.isVisible():
            return
        page, pages = self._preview.place()
        words = _("Page {page} of {pages}") if pages else _("Page {page}")
        self.place_changed.emit(words.format(page=page, pages=pages) if page is not None else "")
