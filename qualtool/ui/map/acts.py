"""What is done on the map, each act one step; the first keeps where everything was drawn."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence

from qualtool.core.errors import QualtoolError
from qualtool.core.thematic_map import LINK_KINDS, Key, ThematicMap
from qualtool.operations import mapping
from qualtool.store.journal import tell
from qualtool.store.project import Project, Session

Places = Mapping[Key, tuple[int, int]]
LINK = "link"


class MapActs:
    """`held` tells the map as it is shown and where each thing is drawn on it."""

    def __init__(
        self,
        project: Project,
        held: Callable[[], tuple[ThematicMap, Places]],
        refused: Callable[[QualtoolError], None],
    ) -> None:
        self._project = project
        self._held = held
        self._refused = refused
        self._step: int | None = None  # the last step, where moving on belongs to it

    def lay_out(self, places: Places) -> None:
        """Put everything where a layout has it."""
        map_, _shown = self._held()
        spots = [_spot(key, at) for key, at in places.items() if key.table != "box"]
        if spots:
            self._do("lay_out_map", lambda s: mapping.lay_out(s, map_.frame_id, spots))

    def move(self, keys: Sequence[Key], right: int, down: int, goes_on: bool = False) -> None:
        """Move things; `goes_on` makes one step of a move and the one before."""
        if keys and (right or down):
            self._do(
                "move_on_map",
                lambda s: mapping.move(s, _of(self._kept(s), keys), right, down),
                count=len(keys),
                goes_on=self._step if goes_on else None,
            )
            step = self._project.next_undo()
            self._step = step.id if step is not None else None

    def resize(self, key: Key, width: int, height: int) -> None:
        """Make a thing larger or smaller; 0 is as large as its words."""
        self._do(
            "resize_on_map",
            lambda s: mapping.resize(s, _of(self._kept(s), [key])[0], width, height),
            count=1,
        )

    def add_box(self, text: str, x: int, y: int) -> Key | None:
        """A box of the researcher's own words."""
        map_, _shown = self._held()
        made: list[int] = []

        def add(session: Session) -> None:
            self._kept(session)
            made.append(mapping.add_box(session, map_.frame_id, text, x, y))

        return Key("box", made[0]) if self._do("add_box", add) and made else None

    def write(self, key: Key, text: str) -> None:
        """Change the words of a box or a line, or those under a theme or code."""
        map_, _shown = self._held()
        if key.table == LINK:
            link = next((each for each in map_.links if each.id == key.number), None)
            if link is not None:
                self._link(link.start, link.end, text, link.kind)
        elif any(thing.key == key for thing in map_.things):
            self._do("write_box", lambda s: mapping.write(s, _of(self._kept(s), [key])[0], text))

    def link(self, start: Key, end: Key) -> Key | None:
        """Draw a line between two things; what one there is already is kept as it is."""
        map_, _shown = self._held()
        for each in map_.links:
            if {each.start, each.end} == {start, end}:
                return Key(LINK, each.id)
        return self._link(start, end, "", "line")

    def next_kind(self, key: Key) -> None:
        """Make a line an arrow, an arrow one both ways, and that a line."""
        map_, _shown = self._held()
        link = next(each for each in map_.links if each.id == key.number)
        kind = LINK_KINDS[(LINK_KINDS.index(link.kind) + 1) % len(LINK_KINDS)]
        self._link(link.start, link.end, link.words, kind)

    def take_off(self, keys: Sequence[Key]) -> None:
        """Take things and lines off the map; themes and codes stay in the study."""
        lines = [key.number for key in keys if key.table == LINK]
        things = [key for key in keys if key.table != LINK]

        def take(session: Session) -> None:
            if lines:
                mapping.unlink(session, lines)
            if things:
                mapping.take_off(session, _of(self._kept(session), things))

        if keys:
            action = "take_off_map" if things else "unlink_on_map"
            self._do(action, take, count=len(things or lines))

    def put_back(self, places: Places) -> None:
        """Put themes and codes on the map again that were taken off it."""
        map_, _shown = self._held()
        spots = [_spot(key, at) for key, at in places.items()]

        def put(session: Session) -> None:
            self._kept(session)
            mapping.lay_out(session, map_.frame_id, spots)

        if spots:
            self._do("put_back_on_map", put, count=len(spots))

    def _link(self, start: Key, end: Key, text: str, kind: str) -> Key | None:
        made: list[int] = []

        def draw(session: Session) -> None:
            items = self._kept(session)
            made.append(mapping.link(session, items[start], items[end], text=text, kind=kind))

        return Key(LINK, made[0]) if self._do("link_on_map", draw) and made else None

    def _kept(self, session: Session) -> dict[Key, int]:
        """Every thing that is shown with the number of its row, made where it had none."""
        map_, places = self._held()
        items = {thing.key: thing.item_id for thing in map_.things}
        new = [key for key, item_id in items.items() if item_id is None]
        if new:
            spots = [_spot(key, places[key]) for key in new]
            made = mapping.lay_out(session, map_.frame_id, spots)
            items.update(zip(new, made, strict=True))
        return {key: item_id for key, item_id in items.items() if item_id is not None}

    def _do(
        self,
        action: str,
        act: Callable[[Session], object],
        *,
        count: int = 0,
        goes_on: int | None = None,
    ) -> bool:
        try:
            with self._project.edit(action, goes_on=goes_on) as session:
                if count:
                    tell(session, count=count)  # of what it is about, not of all that is kept
                act(session)
        except QualtoolError as error:
            self._refused(error)
            return False
        return True


def _of(items: Mapping[Key, int], keys: Iterable[Key]) -> list[int]:
    return [items[key] for key in keys if key in items]


def _spot(key: Key, at: tuple[int, int]) -> mapping.Spot:
    theme_id = key.number if key.table == "theme" else None
    code_id = key.number if key.table == "code" else None
    return mapping.Spot(*at, theme_id=theme_id, code_id=code_id)
