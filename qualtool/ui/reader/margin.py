"""The margin at the right of the text: what stands where, stripes in columns and names in rows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from qualtool.core.depth import SIGNS
from qualtool.core.packing import first_free, rows
from qualtool.store.rows import CodingRow
from qualtool.ui.reader.coded import Coded
from qualtool.ui.reader.page import Page, Shown

COLUMN: Final = 7  # pixels from stripe to stripe
CLOSE: Final = 5  # and where there are many
_APART: Final = 3  # columns that are as far apart as `COLUMN` says
_DRIFT: Final = 40  # a name may stand this far below its first line
_MOST_ROWS: Final = 3  # of one name, where there is room
_OUTSIDE: Final = 12  # a stripe that goes on outside the view is drawn this far past its edge


@dataclass(frozen=True, slots=True)
class Stripe:
    """A coding beside the lines it covers; in pixels of the page."""

    coding: CodingRow
    column: int
    top: int
    bottom: int


@dataclass(frozen=True, slots=True)
class Name:
    """A coding's name, its top on the page, its rows, and how many columns it stands beside.

    `folded` are the codings that found no room after it.
    """

    coding: CodingRow
    top: int
    rows: int
    beside: int
    folded: tuple[CodingRow, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """The part of the page that is seen, with its pieces."""

    page: Page
    pieces: Sequence[Shown]
    top: int
    bottom: int


class Columns:
    """Remembers the column of each stripe, so that none moves while the text is scrolled."""

    def __init__(self) -> None:
        self._columns: dict[int, int] = {}

    def column(self, coding: CodingRow, view: View, coded: Coded) -> int:
        """The column of a coding: the lowest that is free along all of its lines."""
        if coding.id not in self._columns:
            start = _line_start(view, coding.start)
            end = _line_end(view, coding.end)
            taken = (
                column
                for other in coded.between(start, end)
                if (column := self._columns.get(other.id)) is not None
            )
            self._columns[coding.id] = first_free(taken)
        return self._columns[coding.id]


def column_left(column: int) -> int:
    """How far from the left of the margin a column begins: beyond the third they stand closer."""
    apart = min(column, _APART)
    return apart * COLUMN + (column - apart) * CLOSE


def stripes(view: View, coded: Coded, columns: Columns) -> list[Stripe]:
    """The stripes of all codings in view, one for those that say the same of the same words."""
    if not view.pieces:
        return []
    found: dict[tuple[int, int, str | None, int], Stripe] = {}
    for coding in coded.between(view.pieces[0].start, view.pieces[-1].end + 1):
        key = (coding.excerpt_id, coding.code_id, coding.valence, coding.hand)
        if key in found:
            continue
        top = _line_top(view, coding.start)
        bottom = _line_top(view, coding.end - 1) + view.page.face.line
        if top < view.bottom and bottom > view.top:
            found[key] = Stripe(coding, columns.column(coding, view, coded), top, bottom)
    return list(found.values())


def names(
    view: View, shown: Sequence[Stripe], wished: Callable[[CodingRow, int], int]
) -> list[Name]:
    """Where the names stand: each at its stripe's first line in view, none over another.

    `wished` says how many rows a name would like beside so many columns of stripes.
    """
    row = view.page.face.row
    half = (view.page.face.line - row) // 2
    groups = _grouped(view, shown, row, half)
    wishes = []
    for place, codings in groups:
        beside = _columns_beside(shown, place, place + row * _MOST_ROWS)
        wishes.append((place, [min(_MOST_ROWS, wished(each, beside)) for each in codings]))
    in_order = [coding for _place, codings in groups for coding in codings]
    return [
        Name(
            coding=in_order[each.number],
            top=each.top,
            rows=each.rows,
            beside=_columns_beside(shown, each.top, each.top + each.rows * row),
            folded=tuple(in_order[number] for number in each.folded),
        )
        for each in rows(wishes, row, _DRIFT * row // 17)
    ]


def _grouped(
    view: View, shown: Sequence[Stripe], row: int, half: int
) -> list[tuple[int, list[CodingRow]]]:
    """The codings by where their names belong; places closer than a row share theirs."""
    places = [
        (max(each.top + half, min(view.top + 4, each.bottom - half - row)), each.coding)
        for each in shown
    ]
    places.sort(key=lambda each: each[0])
    groups: list[tuple[int, list[CodingRow]]] = []
    for place, coding in places:
        if groups and place - groups[-1][0] < row:
            groups[-1][1].append(coding)
        else:
            groups.append((place, [coding]))
    return groups


def _columns_beside(shown: Sequence[Stripe], top: int, bottom: int) -> int:
    beside = [each.column + 1 for each in shown if each.top < bottom and each.bottom > top]
    return max(beside, default=0)


def worded(coding: CodingRow, sign_of: Callable[[str | None], str]) -> str:
    """A coding as the margin names it: "− fixed meeting places ↓ ★ · MB".

    An arrow says how deep it goes, ★ that the excerpt is quotable and ⊘ that it never is.
    """
    sign = sign_of(coding.valence)
    # Not broken after the sign, which would otherwise stand alone in a narrow margin.
    words = f"{sign}\u00a0{coding.code}" if sign else coding.code
    if not (coding.depth or coding.starred or coding.do_not_quote or coding.initials):
        return words
    signs = [SIGNS.get(coding.depth or "", "")]
    signs += ["★"] * coding.starred + ["⊘"] * coding.do_not_quote
    words = " ".join([words, *filter(None, signs)])
    return f"{words}\u00a0·\u00a0{coding.initials}" if coding.initials else words


def _line_top(view: View, offset: int) -> int:
    piece = _piece(view, offset)
    if piece is None:
        before = offset < view.pieces[0].start
        return view.top - _OUTSIDE - view.page.face.line if before else view.bottom + _OUTSIDE
    inside = min(offset, piece.end) - piece.start
    return piece.top + piece.laid.line_at(inside) * view.page.face.line


def _line_start(view: View, offset: int) -> int:
    piece = _piece(view, offset)
    if piece is None:
        return view.page.pieces.starts[view.page.pieces.at(offset)]
    line = piece.laid.line_at(min(offset, piece.end) - piece.start)
    return piece.start + piece.laid.line_span(line)[0]


def _line_end(view: View, end: int) -> int:
    piece = _piece(view, end - 1)
    if piece is None:
        return view.page.pieces.ends[view.page.pieces.at(end - 1)] + 1
    line = piece.laid.line_at(min(end - 1, piece.end) - piece.start)
    last = line + 1 == len(piece.laid.starts)
    # The break after a paragraph stands at the end of its last line, and may be coded too.
    return piece.start + piece.laid.line_span(line)[1] + last


def _piece(view: View, offset: int) -> Shown | None:
    first, last = view.pieces[0], view.pieces[-1]
    if not first.start <= offset <= last.end:
        return None
    # In a long paragraph the next piece, which is not in view, begins where the last one ends.
    number = view.page.pieces.at(offset) - first.number
    return view.pieces[number] if number < len(view.pieces) else None
