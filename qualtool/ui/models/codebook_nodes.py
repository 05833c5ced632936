"""The rows of the codebook: as a tree of themes and codes, or as one list of codes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

from qualtool.core.colours import PALETTE
from qualtool.core.filtering import Fit
from qualtool.core.names import by_number
from qualtool.core.ordering import above
from qualtool.store.rows import CodeRow, ThemeRow

Heading = Literal["", "loose", "retired"]
Order = Literal["tree", "name", "used", "colour"]


@dataclass(eq=False, slots=True)
class Node:
    """A row: a theme, a code, or (with neither) the heading of codes without theme or use."""

    parent: Node | None = None
    theme: ThemeRow | None = None
    code: CodeRow | None = None
    children: list[Node] = field(default_factory=list)
    place: int = 0  # which child of its parent it is
    heading: Heading = ""
    fit: Fit | None = None  # why the filter keeps it
    apart: str = ""  # what tells a code from its namesakes

    def add(
        self,
        *,
        theme: ThemeRow | None = None,
        code: CodeRow | None = None,
        heading: Heading = "",
        fit: Fit | None = None,
    ) -> Node:
        """A new row under this one, the last."""
        made = Node(self, theme, code, [], len(self.children), heading, fit)
        self.children.append(made)
        return made

    @property
    def theme_id(self) -> int | None:
        """The theme it is or stands under."""
        node: Node | None = self
        while node is not None:
            if node.theme is not None:
                return node.theme.id
            node = node.parent
        return None

    @property
    def alone(self) -> bool:
        """Whether what it stands under is not to be seen above it, as in a list."""
        return self.parent is None or (self.parent.theme is None and self.parent.code is None)

    @property
    def key(self) -> tuple[int, int]:
        """What stays the same when the rows are made anew: (theme or 0, code or 0)."""
        if self.heading == "retired":
            return (-1, 0)
        return (self.theme_id or 0, self.code.id if self.code else 0)

    def below(self) -> Iterator[Node]:
        """Every row under this one, from the top."""
        waiting = list(reversed(self.children))
        while waiting:
            node = waiting.pop()
            yield node
            waiting.extend(reversed(node.children))


def build(
    themes: Sequence[ThemeRow],
    codes: Sequence[CodeRow],
    *,
    retired: bool = False,
    fits: Mapping[int, Fit] | None = None,
    fitting_themes: Collection[int] = (),
) -> Node:
    """The tree of these themes and codes, in their order, under a root that is not shown.

    Retired codes stand last, where they are wanted; what is under one stands where it stood.
    With `fits`, by code, only those and what they lie under are there, and all of a theme that
    fits itself.
    """
    root = Node()
    used = {code.id: code for code in codes if code.state != "retired"}
    parents = {code.id: code.parent_id for code in codes}
    over = {code.id: _over(code, used, parents) for code in used.values()}
    nested: dict[int, list[CodeRow]] = {}
    for code in used.values():
        parent = over[code.id]
        if parent is not None:
            nested.setdefault(parent, []).append(code)
    wanted: set[int] | None = None
    if fits is not None:
        wanted = {each for code_id in fits for each in (code_id, *above(code_id, parents))}

    def add_code(parent: Node, code: CodeRow, everything: bool) -> None:
        node = parent.add(code=code, fit=fits.get(code.id) if fits else None)
        for child in nested.get(code.id, ()):
            if everything or wanted is None or child.id in wanted:
                add_code(node, child, everything)

    def add_theme(parent: Node, theme: ThemeRow, everything: bool) -> None:
        everything = everything or theme.id in fitting_themes
        node = parent.add(theme=theme)
        for sub in themes:
            if sub.parent_id == theme.id:
                add_theme(node, sub, everything)
        here = set(theme.code_ids)
        for code_id in theme.code_ids:
            if not everything and wanted is not None and code_id not in wanted:
                continue
            code = used.get(code_id)
            if code is not None and over[code_id] not in here:
                add_code(node, code, everything)
        if wanted is not None and not node.children and theme.id not in fitting_themes:
            parent.children.pop()

    for theme in themes:
        if theme.parent_id is None:
            add_theme(root, theme, False)
    home = root.add(heading="loose") if root.children else root
    held = {code_id for theme in themes for code_id in theme.code_ids}
    for code in used.values():
        fitting = wanted is None or code.id in wanted
        if fitting and code.id not in held and over[code.id] is None:
            add_code(home, code, False)
    _drop_if_empty(home, root)
    if retired:
        gone = root.add(heading="retired")
        for code in codes:
            if code.state == "retired" and (fits is None or code.id in fits):
                gone.add(code=code, fit=fits.get(code.id) if fits else None)
        _drop_if_empty(gone, root)
    return root


def build_list(
    codes: Sequence[CodeRow],
    order: Order,
    *,
    retired: bool = False,
    fits: Mapping[int, Fit] | None = None,
) -> Node:
    """All codes as one list; with `fits`, by code, those, the best first. Retired codes last."""
    root = Node()
    wanted = [code for code in codes if code.state != "retired"]
    if fits is not None:
        wanted = [code for code in wanted if code.id in fits]
        wanted.sort(key=lambda code: fits[code.id].rank)
    elif order == "used":
        wanted.sort(key=lambda code: (-code.excerpts, by_number(code.name)))
    elif order == "colour":
        place = {key: number for number, key in enumerate(PALETTE)}
        wanted.sort(key=lambda code: (place.get(code.colour, len(place)), by_number(code.name)))
    else:
        wanted.sort(key=lambda code: by_number(code.name))
    for code in wanted:
        root.add(code=code, fit=fits.get(code.id) if fits else None)
    if retired:
        gone = root.add(heading="retired")
        for code in codes:
            if code.state == "retired" and (fits is None or code.id in fits):
                gone.add(code=code, fit=fits.get(code.id) if fits else None)
        _drop_if_empty(gone, root)
    return root


def _over(code: CodeRow, used: Collection[int], parents: dict[int, int | None]) -> int | None:
    """The nearest code above that is in use."""
    if code.parent_id is None or code.parent_id in used:
        return code.parent_id
    return next((each for each in above(code.id, parents) if each in used), None)


def _drop_if_empty(heading: Node, root: Node) -> None:
    if heading is not root and not heading.children:
        root.children.pop()
