"""The themes as a report lists them: main themes in order, each with the places under it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from qualtool.core.ordering import above, downwards
from qualtool.store.rows import ThemeRow


@dataclass(frozen=True, slots=True)
class Place:
    """A main theme itself (without a title) or a sub-theme of it, at any depth."""

    theme: ThemeRow
    title: str


@dataclass(frozen=True, slots=True)
class MainTheme:
    """A main theme with all its places, itself first, as one reads from top to bottom."""

    title: str
    places: tuple[Place, ...]


def main_themes(themes: Iterable[ThemeRow], frame_id: int | None) -> tuple[MainTheme, ...]:
    """The themes of one frame (the first, where None), without what has been set aside.

    A theme goes by its label, where it has one. What lies under a sub-theme names that too.
    """
    every = list(themes)
    if frame_id is None and every:
        frame_id = min(row.frame_id for row in every)
    rows = {row.id: row for row in every if row.frame_id == frame_id}
    parents = {row.id: row.parent_id for row in rows.values()}
    found: list[list[Place]] = []
    for theme_id in downwards(parents.items()):
        upwards = (theme_id, *above(theme_id, parents))
        line = [rows[each] for each in reversed(upwards) if each in rows]
        # What stands under a theme that has been set aside is set aside with it.
        if any(row.state == "aside" for row in line):
            continue
        if len(line) == 1:
            found.append([Place(line[0], "")])
        else:
            found[-1].append(Place(line[-1], ": ".join(title(row) for row in line[1:])))
    return tuple(MainTheme(title(places[0].theme), tuple(places)) for places in found)


def title(theme: ThemeRow) -> str:
    """What a theme is called in a table."""
    return theme.label or theme.name
