"""The codebook: codes made, named, described, moved in their tree, and taken away."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded, required
from qualtool.core.ordering import below, top_of
from qualtool.i18n import gettext as _
from qualtool.operations import excerpts
from qualtool.operations.code_merging import merge
from qualtool.operations.code_tree import (
    check_colour,
    check_name,
    children,
    in_theme,
    last_place,
    lift_children,
    name_taken,
    put_into_theme,
    tell_codes,
    tree,
)
from qualtool.operations.finding import arrange, change, check_fields, many, number, one
from qualtool.store.bare_rows import put_in
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Coding, Theme, ThemeCode
from qualtool.store.selecting import listed

DESCRIPTIONS: Final = (
    "description",
    "use_when",
    "use_not",
    "example_excerpt_id",
    "decision_rules",
    "provenance",
    "source",
    "departure",
)


def add(
    session: Session,
    name: str,
    *,
    parent_id: int | None = None,
    theme_id: int | None = None,
    position: int | None = None,
    colour: str = "",
    description: str = "",
    **fields: object,
) -> int:
    """Make a code, last among its siblings or before the one at `position`; its id.

    With `theme_id` it is put under that theme too. `colour` is a key of the palette or empty
    (then it has that of its parent or theme); other `fields` are those of `describe`.
    Raises QualtoolError: "name_empty", "name_long", "code_exists", "gone".
    """
    name = required(name)
    check_colour(colour)
    if parent_id is not None:
        one(session, Code, parent_id)
    check_name(session, name, parent_id)
    check_fields(DESCRIPTIONS, fields)
    code_id = put_in(
        session,
        Code,
        name=name,
        parent_id=parent_id,
        colour=colour,
        position=last_place(session, parent_id),
        description=description,
        **fields,
    )
    if position is not None:
        siblings = [row for row in children(session, parent_id) if row.id != code_id]
        arrange(siblings, [one(session, Code, code_id)], position)
    tell(session, code=name)
    if theme_id is not None:
        tell(session, theme=one(session, Theme, theme_id).name)
        put_into_theme(session, theme_id, code_id)
    return code_id


def rename(session: Session, code_id: int, name: str) -> None:
    """Give a code another name. Raises QualtoolError as `add` does."""
    code = one(session, Code, code_id)
    name = required(name)
    check_name(session, name, code.parent_id, but=[code_id])
    tell(session, code=name, old=code.name)
    code.name = name


def recolour(session: Session, code_ids: Iterable[int], colour: str) -> None:
    """Give codes a colour of the palette; empty: that of their parent or theme."""
    check_colour(colour)
    codes = many(session, Code, code_ids)
    tell_codes(session, codes)
    for code in codes:
        code.colour = colour


def describe(session: Session, code_id: int, **fields: object) -> None:
    """Write what a code means and how it is used: any of `DESCRIPTIONS`."""
    code = one(session, Code, code_id)
    tell(session, code=code.name)
    change(code, DESCRIPTIONS, fields)


def move(
    session: Session,
    code_ids: Iterable[int],
    *,
    parent_id: int | None,
    position: int | None = None,
) -> None:
    """Put codes, with all under them, under another code or at the top (None).

    They come before the one now at `position` there (None: last), in the order given. A code
    that is given along with one above it stays under that one.
    Raises QualtoolError: "code_cycle" for a code put under itself, "code_exists", "gone".
    """
    parents = tree(session)
    codes = many(session, Code, top_of(code_ids, parents))
    moving = [code.id for code in codes]
    into = one(session, Code, parent_id).name if parent_id is not None else None
    if parent_id in below(moving, parents):
        raise QualtoolError("code_cycle", _("A code cannot be put under itself."))
    for index, code in enumerate(codes):
        check_name(session, code.name, parent_id, but=moving)
        if folded(code.name) in {folded(other.name) for other in codes[:index]}:
            raise name_taken(code.name)
    tell_codes(session, codes)
    tell(session, into=into)
    left = {code.parent_id for code in codes} - {parent_id}
    siblings = list(children(session, parent_id))
    for code in codes:
        code.parent_id = parent_id
    arrange(siblings, codes, position)
    session.flush()
    for other in left:
        number(children(session, other))


def remove(session: Session, code_ids: Iterable[int]) -> None:
    """Take codes away with their codings, and excerpts that hold nothing after that.

    What stood under a code moves up to where the code stood. A memo on a coding stays, with the
    excerpt.
    """
    codes = many(session, Code, code_ids)
    going = [code.id for code in codes]
    codings = list(
        session.execute(
            select(Coding.id, Coding.excerpt_id).where(Coding.code_id.in_(listed(going)))
        )
    )
    tell_codes(session, codes)
    tell(session, codings=len(codings))
    for code in codes:
        lift_children(session, code, set(going))
    excerpts.keep_memos(session, [coding_id for coding_id, _excerpt in codings])
    parents = {code.parent_id for code in codes} - set(going)
    themes = set(
        session.scalars(select(ThemeCode.theme_id).where(ThemeCode.code_id.in_(listed(going))))
    )
    session.execute(delete(Coding).where(Coding.code_id.in_(listed(going))))
    session.execute(delete(ThemeCode).where(ThemeCode.code_id.in_(listed(going))))
    session.execute(delete(Code).where(Code.id.in_(listed(going))))
    session.expire_all()
    excerpts.sweep(session, {excerpt_id for _coding, excerpt_id in codings})
    for parent_id in parents:
        number(children(session, parent_id))
    for theme_id in themes:
        number(in_theme(session, theme_id))


def retire(session: Session, code_ids: Iterable[int], on: bool, *, unseen: bool = False) -> None:
    """Take codes out of use (they keep their codings), or into use again.

    `unseen` notes that they are not removed because codings of others on them may be hidden.
    Raises QualtoolError "code_exists" where the name has been given to another meanwhile.
    """
    codes = many(session, Code, code_ids)
    tell_codes(session, codes)
    tell(session, on=int(on))
    if unseen:
        tell(session, unseen=1)
    for code in codes:
        if not on:
            check_name(session, code.name, code.parent_id, but=[code.id])
        code.state = "retired" if on else "in_use"
        if on:
            code.pin = None
        session.flush()


def pin(session: Session, code_id: int, key: int | None) -> None:
    """Let a number key, 1 to 9, apply a code; None frees it. The key's earlier code loses it."""
    if key is not None and not 1 <= key <= 9:
        raise ValueError("a pin is a key from 1 to 9")
    code = one(session, Code, code_id)
    tell(session, code=code.name, key=key)
    if key is not None:
        session.execute(
            update(Code).where(Code.pin == key, Code.id != code_id).values(pin=None),
            execution_options={"synchronize_session": "fetch"},
        )
    code.pin = key


__all__ = [
    "DESCRIPTIONS",
    "add",
    "describe",
    "merge",
    "move",
    "pin",
    "recolour",
    "remove",
    "rename",
    "retire",
]
