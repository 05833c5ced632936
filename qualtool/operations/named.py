"""Documents, codes and themes by the names that a table or a command calls them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded, tidy
from qualtool.core.ordering import above
from qualtool.i18n import gettext as _
from qualtool.operations import codes, theme_codes, themes
from qualtool.operations.code_tree import in_theme, put_into_theme
from qualtool.store.schema import Code, Document, Theme

_ENDING: Final = re.compile(r"\.[^\W_]{1,8}$")
_STEP: Final = re.compile(r"\s*(?:/|›|>|→|\\)\s*")  # between a theme and its sub-theme


@dataclass(frozen=True, slots=True)
class _Node:
    id: int
    name: str
    path: tuple[str, ...]  # names from the top


def document_called(session: Session, name: str) -> int:
    """The document of a name, letter case aside, with or without a file's ending.

    Raises QualtoolError: "document_unknown"; "document_ambiguous" with the names that fit.
    """
    rows = session.execute(select(Document.id, Document.name).order_by(Document.position)).all()
    forms = (
        (_whole, _whole),
        (_whole, _without_ending),
        (_without_ending, _whole),
        (_without_ending, _without_ending),
    )
    for said, held in forms:
        fitting = [row for row in rows if held(row.name) == said(name)]
        if len(fitting) == 1:
            return int(fitting[0].id)
        if fitting:
            raise QualtoolError(
                "document_ambiguous",
                _("“{name}” may be any of these documents: {names}. Give the whole name."),
                name=name,
                names=", ".join(f"“{row.name}”" for row in fitting),
            )
    raise QualtoolError("document_unknown", _("There is no document called “{name}”."), name=name)


def theme_called(session: Session, name: str) -> int | None:
    """The theme of a name or of a path such as "Culture / Local anchoring"; None if there is none.

    Raises QualtoolError "theme_ambiguous" where several sub-themes have the name.
    """
    rows = session.execute(
        select(Theme.id, Theme.parent_id, Theme.name).where(Theme.state != "merged")
    )
    fitting = _fitting(_nodes(rows.all()), name)
    if len(fitting) > 1:
        raise QualtoolError(
            "theme_ambiguous",
            _("There are several themes called “{name}”. Write the theme above it too: {names}."),
            name=name,
            names=", ".join(f"“{' / '.join(node.path)}”" for node in fitting),
        )
    return fitting[0].id if fitting else None


def theme_for(session: Session, name: str) -> int:
    """The theme of a name or path, made where missing with what stands above it.

    Raises QualtoolError: "theme_ambiguous", "name_empty", "name_long".
    """
    found = theme_called(session, name)
    if found is not None:
        return found
    parent_id: int | None = None
    so_far: list[str] = []
    for step in _steps(name):
        so_far.append(step)
        found = theme_called(session, " / ".join(so_far))
        parent_id = themes.add(session, step, parent_id=parent_id) if found is None else found
    if parent_id is None:
        return themes.add(session, name)
    return parent_id


def code_called(session: Session, name: str, theme_id: int | None = None) -> int | None:
    """The code of a name or of a path through its parents; None if there is none.

    Where several have the name, the one in the theme, or the one at the top. Raises QualtoolError
    "code_ambiguous" where that does not tell.
    """
    rows = session.execute(select(Code.id, Code.parent_id, Code.name).where(Code.state == "in_use"))
    fitting = _fitting(_nodes(rows.all()), name)
    if len(fitting) > 1 and theme_id is not None:
        here = {row.code_id for row in in_theme(session, theme_id)}
        fitting = [node for node in fitting if node.id in here] or fitting
    if len(fitting) > 1:
        fitting = [node for node in fitting if len(node.path) == 1] or fitting
    if len(fitting) > 1:
        raise QualtoolError(
            "code_ambiguous",
            _("There are several codes called “{name}”. Write the code above it too: {names}."),
            name=name,
            names=", ".join(f"“{' / '.join(node.path)}”" for node in fitting),
        )
    return fitting[0].id if fitting else None


def code_for(session: Session, name: str, theme_id: int | None = None) -> int:
    """The code of a name, made where missing, and put under the theme if one is given.

    Without a theme, a new code called like a theme is the one that stands for that theme. Raises
    QualtoolError: "code_ambiguous", "name_empty", "name_long".
    """
    found = code_called(session, name, theme_id)
    if found is None and theme_id is None:
        own = theme_called(session, name)
        return codes.add(session, name) if own is None else theme_codes.code_of(session, own)
    if found is None:
        return codes.add(session, name, theme_id=theme_id)
    if theme_id is not None:
        put_into_theme(session, theme_id, found)
    return found


def _whole(name: str) -> str:
    return folded(name)


def _without_ending(name: str) -> str:
    return folded(_ENDING.sub("", tidy(name)))


def _steps(name: str) -> list[str]:
    return [step for step in _STEP.split(tidy(name)) if step]


def _nodes(rows: Sequence[tuple[int, int | None, str]]) -> list[_Node]:
    parents = {row_id: parent for row_id, parent, _name in rows}
    names = {row_id: name for row_id, _parent, name in rows}
    found: list[_Node] = []
    for row_id, name in names.items():
        line = [each for each in reversed(above(row_id, parents)) if each in names]
        found.append(_Node(row_id, name, (*(names[each] for each in line), name)))
    return found


def _fitting(nodes: Sequence[_Node], name: str) -> list[_Node]:
    """The things with this very name; else those that the steps of it lead to."""
    whole = [node for node in nodes if folded(node.name) == folded(name)]
    if whole:
        top = [node for node in whole if len(node.path) == 1]
        return top or whole
    wanted = tuple(map(folded, _steps(name)))
    if len(wanted) < 2:
        return []
    return [node for node in nodes if tuple(map(folded, node.path))[-len(wanted) :] == wanted]
