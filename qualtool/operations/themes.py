"""Themes: made, named, described, arranged, and codes put under them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import delete
from sqlalchemy.orm import Session

from qualtool.core.colours import least_used
from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded, required
from qualtool.core.ordering import below, top_of
from qualtool.i18n import gettext as _
from qualtool.operations import excerpts, theme_codes
from qualtool.operations.code_tree import check_colour, in_theme, put_among, tell_codes
from qualtool.operations.finding import arrange, change, many, number, one
from qualtool.operations.theme_merging import merge
from qualtool.operations.theme_tree import (
    check_among,
    check_name,
    children,
    direct_excerpts,
    first_frame,
    name_taken,
    tell_themes,
    tree,
)
from qualtool.store.journal import tell
from qualtool.store.schema import Code, RestCode, Theme, ThemeCode
from qualtool.store.selecting import listed

DESCRIPTIONS: Final = (
    "report_title",
    "label",
    "template_key",
    "concept",
    "definition",
    "in_scope",
    "out_of_scope",
    "decision_rules",
    "question_relation",
    "findings",
    "note",
    "state",
)
STATES: Final = ("candidate", "kept", "aside")


def add(
    session: Session,
    name: str,
    *,
    parent_id: int | None = None,
    frame_id: int | None = None,
    position: int | None = None,
    colour: str = "",
    **fields: object,
) -> int:
    """Make a theme, or under `parent_id` a sub-theme; its id.

    Without `frame_id` it goes to the parent's frame or the project's first, made if missing. A
    theme at the top without a `colour` gets the one least used. `fields` as in `describe`.
    Raises QualtoolError: "name_empty", "name_long", "theme_exists", "gone".
    """
    name = required(name)
    check_colour(colour)
    if parent_id is not None:
        frame_id = one(session, Theme, parent_id).frame_id
    elif frame_id is None:
        frame_id = first_frame(session)
    siblings = children(session, frame_id, parent_id)
    check_among(siblings, name)
    if not colour and parent_id is None:
        colour = least_used(row.colour for row in siblings)
    theme = Theme(name=name, frame_id=frame_id, parent_id=parent_id, colour=colour, position=0)
    _check_state(fields)
    change(theme, DESCRIPTIONS, fields)
    session.add(theme)
    session.flush()
    arrange(siblings, [theme], position)
    tell(session, theme=name)
    return theme.id


def rename(session: Session, theme_id: int, name: str) -> None:
    """Give a theme another name. A code that stands for the theme itself follows where it can.

    Raises QualtoolError as `add` does.
    """
    theme = one(session, Theme, theme_id)
    name = required(name)
    check_name(session, name, theme.frame_id, theme.parent_id, but=[theme_id])
    tell(session, theme=name, old=theme.name)
    theme_codes.follow_name(session, theme, name)
    theme.name = name


def recolour(session: Session, theme_ids: Iterable[int], colour: str) -> None:
    """Give themes a colour of the palette; empty: that of the theme above."""
    check_colour(colour)
    themes = many(session, Theme, theme_ids)
    tell_themes(session, themes)
    for theme in themes:
        theme.colour = colour


def describe(session: Session, theme_id: int, **fields: object) -> None:
    """Write what a theme is about: any of `DESCRIPTIONS`; a `state` is one of `STATES`."""
    theme = one(session, Theme, theme_id)
    tell(session, theme=theme.name)
    _check_state(fields)
    change(theme, DESCRIPTIONS, fields)


def move(
    session: Session,
    theme_ids: Iterable[int],
    *,
    parent_id: int | None,
    position: int | None = None,
) -> None:
    """Put themes, with all under them, under another theme or at the top (None).

    They come before the one now at `position` there (None: last), in the order given.
    Raises QualtoolError: "theme_cycle" for a theme put under itself, "theme_exists", "gone".
    """
    parents = tree(session)
    themes = many(session, Theme, top_of(theme_ids, parents))
    moving = [theme.id for theme in themes]
    if not themes:
        return
    above = one(session, Theme, parent_id) if parent_id is not None else None
    frame_id = above.frame_id if above else themes[0].frame_id
    if parent_id in below(moving, parents):
        raise QualtoolError("theme_cycle", _("A theme cannot be put under itself."))
    for index, theme in enumerate(themes):
        check_name(session, theme.name, frame_id, parent_id, but=moving)
        if folded(theme.name) in {folded(other.name) for other in themes[:index]}:
            raise name_taken(theme.name)
    tell_themes(session, themes)
    tell(session, into=above.name if above else None)
    left = {(theme.frame_id, theme.parent_id) for theme in themes} - {(frame_id, parent_id)}
    siblings = list(children(session, frame_id, parent_id))
    for theme in themes:
        theme.parent_id = parent_id
    for theme in many(session, Theme, sorted(below(moving, parents)), merged=True):
        theme.frame_id = frame_id
    arrange(siblings, themes, position)
    session.flush()
    for place in left:
        number(children(session, *place))


def remove(session: Session, theme_ids: Iterable[int]) -> None:
    """Take themes away with their sub-themes; their codes stay."""
    parents = tree(session)
    themes = many(session, Theme, top_of(theme_ids, parents))
    tell_themes(session, themes)
    places = {(theme.frame_id, theme.parent_id) for theme in themes}
    going = below([theme.id for theme in themes], parents)
    excerpt_ids = direct_excerpts(session, going)
    session.execute(delete(Theme).where(Theme.id.in_(listed(going))))
    session.expire_all()
    excerpts.sweep(session, excerpt_ids)
    for place in places:
        number(children(session, *place))


def place_codes(
    session: Session,
    theme_id: int,
    code_ids: Iterable[int],
    *,
    position: int | None = None,
) -> None:
    """Let codes belong to a theme, before the one now at `position` in it (None: last).

    A code may belong to several themes; it is then no longer among those that fit none. One that
    is in this theme already only changes its place, and without a `position` stays where it is.
    """
    theme = one(session, Theme, theme_id)
    codes = many(session, Code, code_ids)
    tell_codes(session, codes)
    tell(session, theme=theme.name)
    moving = put_among(
        in_theme(session, theme_id),
        [code.id for code in codes],
        position,
        lambda code_id: ThemeCode(theme_id=theme_id, code_id=code_id, position=-1),
        session,
    )
    session.execute(
        delete(RestCode).where(
            RestCode.frame_id == theme.frame_id, RestCode.code_id.in_(listed(moving))
        )
    )
    session.flush()


def take_codes_out(session: Session, theme_id: int, code_ids: Iterable[int]) -> None:
    """Let codes no longer belong to a theme; codes and codings stay."""
    theme = one(session, Theme, theme_id)
    codes = many(session, Code, code_ids)
    tell_codes(session, codes)
    tell(session, theme=theme.name)
    session.execute(
        delete(ThemeCode).where(
            ThemeCode.theme_id == theme_id,
            ThemeCode.code_id.in_(listed(code.id for code in codes)),
        )
    )
    session.expire_all()
    number(in_theme(session, theme_id))


def move_codes(
    session: Session,
    code_ids: Iterable[int],
    *,
    source: int | None,
    into: int | None,
    position: int | None = None,
) -> None:
    """Move codes from one theme to another; None is the tray of codes without a theme."""
    moving = list(code_ids)
    tell_codes(session, many(session, Code, moving))
    if source is not None:
        tell(session, old=one(session, Theme, source).name)
    if into is not None:
        place_codes(session, into, moving, position=position)
    if source is not None and source != into:
        take_codes_out(session, source, moving)


def collapse(session: Session, theme_id: int, on: bool) -> None:
    """Fold a theme on the board to its heading, or unfold it."""
    theme = one(session, Theme, theme_id)
    tell(session, theme=theme.name, on=int(on))
    theme.collapsed = on


def _check_state(fields: dict[str, object]) -> None:
    if "state" in fields:
        check_state(fields["state"])


def check_state(state: object) -> None:
    """Raises ValueError for what a theme cannot be, or only comes to be by merging."""
    if state not in STATES:
        raise ValueError(f"no such state: {state}")


__all__ = [
    "DESCRIPTIONS",
    "STATES",
    "add",
    "check_state",
    "collapse",
    "describe",
    "merge",
    "move",
    "move_codes",
    "place_codes",
    "recolour",
    "remove",
    "rename",
    "take_codes_out",
]
