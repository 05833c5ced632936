"""Where everything on the board stands: one lane for the trays, one for each theme."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QRect, QSize

from qualtool.i18n import gettext as _
from qualtool.ui.board.contents import LOOSE, REST, Aside, Card, Contents, Key, Section
from qualtool.ui.board.lettering import (
    CAPS,
    HEAD,
    NAME,
    QUOTE,
    SMALL,
    SUB_HEAD,
    lettering,
    line_height,
)

COLUMN: Final = 206
GAP: Final = 12  # between columns
EDGE: Final = 16  # round the whole
BETWEEN: Final = 8  # between cards
PADDING: Final = 10
MARK: Final = 10
AFTER_MARK: Final = 8
BAR: Final = 3  # the coloured line over a theme
PLUS: Final = 50
INDENT: Final = 12
TRAY: Final = 222
TRAY_EDGE: Final = 12

HEADING, CARD, HINT, TITLE, ASIDE, FOLD, NEW, LINE = range(8)


@dataclass(frozen=True, slots=True)
class Spot:
    """Something that stands somewhere; `thing` is a Card, a Section or an Aside, or words.

    `key` is None for what cannot be gone to. `index` is a card's place in its section.
    """

    what: int
    box: QRect
    thing: object
    key: Key | None = None
    place: int = LOOSE
    index: int = 0


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a section begins and ends: what is dropped there goes into it."""

    place: int
    top: int
    bottom: int
    cards: tuple[QRect, ...]


@dataclass(frozen=True, slots=True)
class Lane:
    """A column, or the trays: what is to be painted in it, from top to bottom."""

    box: QRect
    spots: tuple[Spot, ...]
    stretches: tuple[Stretch, ...]
    theme_id: int | None = None

    def stops(self) -> tuple[Spot, ...]:
        """What the keys go to, from the top."""
        return tuple(spot for spot in self.spots if spot.key is not None)

    def spot(self, key: Key | None) -> Spot | None:
        """Where something stands in it; None where it does not."""
        return next((spot for spot in self.spots if spot.key == key), None) if key else None


@dataclass(frozen=True, slots=True)
class Laid:
    """A pane of the board with its lanes from left to right, and how much room they take."""

    lanes: tuple[Lane, ...]
    size: QSize

    def spots(self) -> Iterator[Spot]:
        """Everything that stands in it."""
        for lane in self.lanes:
            yield from lane.spots

    def spot(self, key: Key) -> Spot | None:
        """Where something stands."""
        return next((spot for spot in self.spots() if spot.key == key), None)


class _Pen:
    """Goes down a lane and notes what stands where."""

    def __init__(self, left: int, width: int, top: int) -> None:
        self.left, self.width, self.top, self.start = left, width, top, top
        self.spots: list[Spot] = []
        self.stretches: list[Stretch] = []

    def put(
        self,
        what: int,
        height: int,
        thing: object,
        *,
        key: Key | None = None,
        place: int = LOOSE,
        index: int = 0,
        after: int = 0,
        indent: int = 0,
    ) -> QRect:
        """Put something here, and go on below it."""
        box = QRect(self.left + indent, self.top, self.width - indent, height)
        self.spots.append(Spot(what, box, thing, key, place, index))
        self.top += height + after
        return box

    def cards(self, section: Section, indent: int = 0) -> tuple[QRect, ...]:
        """Put the cards of a section one below the other."""
        width = self.width - indent
        return tuple(
            self.put(
                CARD,
                card_height(card, width),
                card,
                key=card.key,
                place=section.place,
                index=index,
                after=BETWEEN,
                indent=indent,
            )
            for index, card in enumerate(section.cards)
        )

    def stretch(self, place: int, top: int, cards: Sequence[QRect]) -> None:
        """Note that all from `top` to here is a section."""
        self.stretches.append(Stretch(place, top, self.top, tuple(cards)))

    def lane(self, theme_id: int | None = None) -> Lane:
        """What has been noted."""
        box = QRect(self.left, self.start, self.width, self.top - self.start)
        return Lane(box, tuple(self.spots), tuple(self.stretches), theme_id)


def board_of(contents: Contents) -> Laid:
    """The themes side by side, and after them the way to one more."""
    left = EDGE
    lanes: list[Lane] = []
    for column in contents.columns:
        lanes.append(_column(column, left))
        left += COLUMN + GAP
    pen = _Pen(left, COLUMN, EDGE)
    pen.put(NEW, 44, _("New theme"), key=("new", 0, 0))
    lanes.append(pen.lane())
    bottom = max(lane.box.bottom() for lane in lanes)
    return Laid(tuple(lanes), QSize(left + COLUMN + EDGE, bottom + EDGE))


def trays_of(contents: Contents, folded: bool) -> Laid:
    """The tray of codes without theme, that of what does not fit, and the themes set aside."""
    pen = _Pen(TRAY_EDGE, TRAY - 2 * TRAY_EDGE, 0)
    for section, hint in (
        (contents.loose, _("Drag codes here to take them out of a theme")),
        (contents.rest, _("Drag what does not fit here")),
    ):
        top = pen.top
        pen.top += 16
        title = (section.name, len(section.cards) or None, False)
        pen.put(TITLE, line_height(CAPS) + 8, title, place=section.place, after=4)
        cards = pen.cards(section)
        if not cards or section.place == REST:
            height = max(PLUS, lettering(hint, SMALL, pen.width - 24).height + 20)
            pen.put(HINT, height, hint, place=section.place)
        pen.stretch(section.place, top, cards)
    if contents.aside:
        pen.top += 16
        title = (_("Set aside"), len(contents.aside), folded)
        pen.put(FOLD, line_height(CAPS) + 8, title, key=("fold", 0, 0), after=4)
        for aside in () if folded else contents.aside:
            pen.put(
                ASIDE,
                aside_height(aside, pen.width),
                aside,
                key=("aside", 0, aside.theme_id),
                after=BETWEEN,
            )
    pen.top += EDGE
    lane = pen.lane()
    return Laid((lane,), QSize(TRAY, pen.top))


def _column(sections: Sequence[Section], left: int) -> Lane:
    pen = _Pen(left, COLUMN, EDGE)
    theme = sections[0]
    pen.put(LINE, BAR, theme, place=theme.place, after=6)
    for section in sections:
        top = pen.top
        indent = INDENT * max(0, section.depth - 1)
        if section.depth:
            pen.top += 4
        pen.put(
            HEADING,
            head_height(section, COLUMN - indent),
            section,
            key=("theme", section.parent or 0, section.place),
            place=section.place,
            after=4 if section.depth else 6,
            indent=indent,
        )
        if theme.collapsed:
            pen.stretch(section.place, top, ())
            break
        cards = pen.cards(section, indent)
        if section is sections[-1] or not cards:
            empty = not cards and len(sections) == 1
            words = _("Drag codes here") if empty else "+"
            pen.put(HINT, PLUS if section is sections[-1] else 28, words, place=section.place,
                    after=BETWEEN, indent=indent)  # fmt: skip
        pen.stretch(section.place, top, cards)
    return pen.lane(theme.place)


def name_room(width: int) -> int:
    """How wide the name of a card may be."""
    return width - 2 * PADDING - MARK - AFTER_MARK


def card_height(card: Card, width: int) -> int:
    """How tall a card is."""
    said = card.key[0] == "excerpt"
    room = width - 2 * PADDING if said else name_room(width)
    name = lettering(card.name, QUOTE if said else NAME, room)
    return 2 * PADDING + name.height + 4 + line_height(SMALL)


def head_height(section: Section, width: int) -> int:
    """How tall the heading of a theme or sub-theme is."""
    room = head_room(section, width)
    name = lettering(section.name, SUB_HEAD if section.depth else HEAD, room).height
    if section.depth:
        return name + 8
    return name + 12 + lettering(section.counts, SMALL, width - 8).height


def head_room(section: Section, width: int) -> int:
    """How wide the name of a theme may be, beside its signs."""
    return width - 8 - 18 * ((section.state == "kept") + section.collapsed)


def aside_height(aside: Aside, width: int) -> int:
    """How tall a theme that was set aside is, with its reason."""
    height = 2 * PADDING + lettering(aside.name, NAME, name_room(width)).height
    if aside.reason:
        height += 4 + lettering(aside.reason, SMALL, width - 2 * PADDING).height
    return height
