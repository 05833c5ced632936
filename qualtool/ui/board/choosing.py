"""Going about the board by keys: from card to card, from column to column, and with cards along."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from qualtool.ui.board.contents import LOOSE, REST, Contents, Key, Section
from qualtool.ui.board.layout import CARD, Lane, Spot, Stretch
from qualtool.ui.board.targets import Target

Whereabouts = tuple[int, int]  # lane, and place among its stops


def whereabouts(lanes: Sequence[Lane], key: Key | None) -> Whereabouts | None:
    """Where something stands."""
    for number, lane in enumerate(lanes):
        for place, spot in enumerate(lane.stops()):
            if spot.key == key:
                return number, place
    return None


def nearest(lanes: Sequence[Lane], key: Key, at: Whereabouts | None) -> Key | None:
    """What to go to instead of something that is gone: itself elsewhere, else what stands there."""
    for lane in lanes:
        for spot in lane.stops():
            if spot.key is not None and (spot.key[0], spot.key[2]) == (key[0], key[2]):
                return spot.key
    if at is None or at[0] >= len(lanes):
        return None
    stops = lanes[at[0]].stops()
    return stops[min(at[1], len(stops) - 1)].key if stops else None


def step(
    lanes: Sequence[Lane],
    key: Key | None,
    across: int,
    down: int,
    height: Callable[[Spot], int],
) -> Key | None:
    """What stands beside something; None where nothing does. `height` is that on the screen."""
    at = whereabouts(lanes, key)
    if at is None:
        return next((spot.key for lane in lanes for spot in lane.stops()), None)
    lane, place = at
    stops = lanes[lane].stops()
    if down:
        goal = min(max(place + down, 0), len(stops) - 1)
        return stops[goal].key if goal != place else None
    here = height(stops[place])
    lane += across
    while 0 <= lane < len(lanes):
        if stops := lanes[lane].stops():
            return min(stops, key=lambda spot: abs(height(spot) - here)).key
        lane += across
    return None


def between(lanes: Sequence[Lane], one: Key, other: Key) -> list[Key]:
    """The cards from one to another of the same lane; the other alone where it is not."""
    for lane in lanes:
        cards = [spot.key for spot in lane.spots if spot.what == CARD and spot.key is not None]
        if one in cards and other in cards:
            first, last = sorted((cards.index(one), cards.index(other)))
            return cards[first : last + 1]
    return [other]


def carried_by_key(
    contents: Contents,
    stretches: Sequence[Stretch],
    carried: Sequence[Key],
    across: int,
    down: int,
) -> Target | None:
    """Where an arrow with Ctrl takes cards or a theme; None where there is no way on."""
    kind, place, number = carried[-1 if down > 0 else 0]
    if kind == "theme":
        return _theme_by_key(contents, number, across, down)
    if kind not in ("code", "excerpt"):
        return None
    places = [each.place for each in stretches if each.place != REST]
    if down:
        return _card_down(contents, places, carried, down)
    at = places.index(place) if place in places else 0
    goal = at + across if place in places else (0 if across < 0 else 1)
    if not 0 <= goal < len(places):
        return None
    there = contents.section(places[goal])
    return Target("into", places[goal], len(there.cards) if there else 0)


def _card_down(
    contents: Contents, places: Sequence[int], carried: Sequence[Key], down: int
) -> Target | None:
    place = carried[0][1]
    section = contents.section(place)
    if section is None or place == LOOSE or any(key[1] != place for key in carried):
        return None
    order = [card.key for card in section.cards]
    here = [order.index(key) for key in carried]
    target = max(here) + 2 if down > 0 else min(here) - 1
    if 0 <= target <= len(order):
        return Target("into", place, target)
    column = next((c for c in contents.columns if any(s.place == place for s in c)), ())
    own = [each.place for each in column if each.place in places]
    if place not in own:
        return None
    goal = own.index(place) + down
    if not 0 <= goal < len(own):
        return None
    there = contents.section(own[goal])
    return Target("into", own[goal], 0 if down > 0 else len(there.cards) if there else 0)


def _theme_by_key(contents: Contents, theme_id: int, across: int, down: int) -> Target | None:
    tops = [column[0].place for column in contents.columns]
    if theme_id in tops:
        at = tops.index(theme_id) + across
        if not across or not 0 <= at < len(tops):
            return None
        after = at + 1 if across > 0 else at
        return Target("theme", 0, before=tops[after] if after < len(tops) else None)
    number, section = next(
        (n, each)
        for n, column in enumerate(contents.columns)
        for each in column
        if each.place == theme_id
    )
    if across:
        goal = number + across
        return Target("theme", tops[goal]) if 0 <= goal < len(tops) else None
    return _sub_theme_down(contents.columns[number], section, down)


def _sub_theme_down(column: Sequence[Section], section: Section, down: int) -> Target | None:
    beside = [each.place for each in column if each.parent == section.parent]
    at = beside.index(section.place) + down
    if not 0 <= at < len(beside):
        return None
    after = at + 1 if down > 0 else at
    before = beside[after] if after < len(beside) else None
    return Target("theme", section.parent or 0, before=before)
