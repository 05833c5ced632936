"""What the code palette offers: codes and themes, as plain values."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from qualtool.store.rows import CodeRow, ThemeRow


@dataclass(frozen=True, slots=True)
class Candidate:
    """A code or theme that a passage can be coded with; `path` tells it from its namesakes.

    One that is "new" is to be made; its `id` is the theme it is to stand in, or 0, its
    `parent_id` the code it is to stand under, and without a `colour` it has that of either.
    "nowhere" is the place of a new code that stands in no theme and under no code.
    """

    kind: Literal["code", "theme", "new", "nowhere"]
    id: int
    name: str
    description: str = ""
    colour: str = ""
    count: int = 0
    pin: int | None = None
    path: str = ""
    parent_id: int | None = None


def candidates_of(codes: Iterable[CodeRow], themes: Iterable[ThemeRow]) -> list[Candidate]:
    """The codes in use and the themes of a codebook; a code's path is the code or theme above."""
    codes, themes = list(codes), list(themes)
    code_names = {code.id: code.name for code in codes}
    theme_names = {theme.id: theme.name for theme in themes}
    offered = [
        Candidate(
            kind="code",
            id=code.id,
            name=code.name,
            description=code.description,
            colour=code.colour,
            count=code.excerpts,
            pin=code.pin,
            path=_above(code, code_names, theme_names),
        )
        for code in codes
        if code.state == "in_use"
    ]
    offered += [
        Candidate(
            kind="theme",
            id=theme.id,
            name=theme.name,
            description=theme.definition,
            colour=theme.colour,
            count=theme.excerpts,
            path=theme_names.get(theme.parent_id or 0, ""),
        )
        for theme in themes
        if theme.state in ("candidate", "kept")
    ]
    return offered


def _above(code: CodeRow, codes: dict[int, str], themes: dict[int, str]) -> str:
    if code.parent_id is not None:
        return codes.get(code.parent_id, "")
    return ", ".join(themes[theme_id] for theme_id in code.theme_ids if theme_id in themes)
