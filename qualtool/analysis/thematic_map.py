"""The thematic map of a frame as it stands: what is on it, where it was put, and the lines.

A theme or code that is new on the board is on the map too, with no place of its own yet; what is
merged, set aside or retired there is not.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis import codebook
from qualtool.analysis.belonging import belonging
from qualtool.analysis.findings import standing
from qualtool.core.thematic_map import LINK_KINDS, Key, Link, LinkKind, ThematicMap, Thing
from qualtool.store.rows import CodeRow, ThemeRow
from qualtool.store.schema import Frame, MapItem, MapLink


def thematic_map(session: Session, frame_id: int | None = None) -> ThematicMap:
    """The map of a frame; of the first one where none is named. Empty where there is none."""
    whole = with_all(session, frame_id)
    things = tuple(_without(whole.things, whole.off))
    there = {thing.key for thing in things}
    links = tuple(each for each in whole.links if {each.start, each.end} <= there)
    return replace(whole, things=things, links=links)


def with_all(session: Session, frame_id: int | None = None) -> ThematicMap:
    """The map of a frame with what was taken off it too, each thing where it was."""
    frame = _frame(session, frame_id)
    if frame is None:
        return ThematicMap(0, "")
    items = session.scalars(
        select(MapItem).where(MapItem.frame_id == frame.id).order_by(MapItem.id)
    ).all()
    rows = {_key(item): item for item in items}
    shown = {row.id: row for row in standing(codebook.themes(session, frame.id))}
    every = [
        *(_theme(row, shown, rows) for row in shown.values()),
        *_codes(codebook.codes(session), shown, belonging(session).placed, rows),
        *(_own(item) for item in items if not item.theme_id and not item.code_id),
    ]
    off = tuple(each.key for each in every if (row := rows.get(each.key)) and row.hidden)
    links = tuple(_links(session, items, every))
    return ThematicMap(frame.id, frame.name, tuple(every), links, off)


def _frame(session: Session, frame_id: int | None) -> Frame | None:
    wanted = select(Frame).order_by(Frame.position, Frame.id)
    if frame_id is not None:
        wanted = wanted.where(Frame.id == frame_id)
    return session.scalars(wanted.limit(1)).first()


def _key(item: MapItem) -> Key:
    if item.theme_id is not None:
        return Key("theme", item.theme_id)
    return Key("code", item.code_id) if item.code_id is not None else Key("box", item.id)


def _theme(row: ThemeRow, shown: Mapping[int, ThemeRow], items: Mapping[Key, MapItem]) -> Thing:
    key = Key("theme", row.id)
    name = row.report_title or row.name
    above = row.parent_id
    under = Key("theme", above) if above is not None and above in shown else None
    found = Thing(
        key,
        "subtheme" if under else "theme",
        name,
        label=row.label if row.label.casefold() != name.casefold() else "",
        colour=row.colour,
        excerpts=row.excerpts,
        parents=(under,) if under else (),
    )
    return _put(found, items)


def _codes(
    codes: Sequence[CodeRow],
    shown: Mapping[int, ThemeRow],
    placed: Mapping[int, Collection[int]],
    items: Mapping[Key, MapItem],
) -> Iterator[Thing]:
    """The codes of the themes; a sub-code that came along with its code is drawn beside that."""
    themes: dict[int, tuple[int, ...]] = {}
    for row in codes:
        homes = tuple(Key("theme", each) for each in row.theme_ids if each in shown)
        key = Key("code", row.id)
        if row.state == "in_use" and homes:
            themes[row.id] = tuple(each.number for each in homes)
            if row.parent_id in themes:
                theirs = themes[row.parent_id]
                own = (
                    each
                    for each in homes
                    if row.id in placed.get(each.number, ()) and each.number not in theirs
                )
                homes_drawn = (Key("code", row.parent_id), *own)
            else:
                homes_drawn = homes
            colour = row.own_colour or shown[homes[0].number].colour
            found = Thing(
                key,
                "code",
                row.name,
                colour=colour,
                excerpts=row.excerpts,
                parents=homes_drawn,
            )
            yield _put(found, items)


def _without(things: Sequence[Thing], off: Collection[Key]) -> Iterator[Thing]:
    """The things that are on the map; what belonged to one that is off belongs where that did."""
    parents = {thing.key: thing.parents for thing in things}
    for thing in things:
        if thing.key in off:
            continue
        homes = list(thing.parents)
        while any(home in off and parents.get(home) for home in homes):
            homes = [
                each
                for home in homes
                for each in (parents.get(home, ()) if home in off else (home,))
            ]
        yield replace(thing, parents=tuple(dict.fromkeys(homes)))


def _own(item: MapItem) -> Thing:
    return Thing(
        Key("box", item.id),
        "box",
        item.text,
        place=(item.x, item.y),
        width=item.width,
        height=item.height,
        item_id=item.id,
    )


def _put(thing: Thing, items: Mapping[Key, MapItem]) -> Thing:
    """A thing where it was put, as large as it was made, with the words under it."""
    item = items.get(thing.key)
    if item is None:
        return thing
    return replace(
        thing,
        note=item.text,
        place=(item.x, item.y),
        width=item.width,
        height=item.height,
        item_id=item.id,
    )


def _links(session: Session, items: Sequence[MapItem], things: Sequence[Thing]) -> Iterator[Link]:
    there = {item.id: _key(item) for item in items}
    known = {thing.key for thing in things}
    rows = session.scalars(
        select(MapLink).where(MapLink.from_item_id.in_(there)).order_by(MapLink.id)
    )
    for row in rows:
        start, end = there[row.from_item_id], there.get(row.to_item_id)
        if start in known and end in known and end is not None:
            kinds: list[LinkKind] = [each for each in LINK_KINDS if each == row.kind]
            yield Link(row.id, start, end, row.text, kinds[0] if kinds else "line")
