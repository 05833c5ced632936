"""Codes in their tree and in themes: what the operations on codes and themes share."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Final, TypeVar

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from qualtool.core.colours import PALETTE
from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded, free
from qualtool.core.ordering import placed
from qualtool.i18n import gettext as _
from qualtool.operations.finding import arrange, number
from qualtool.store.bare_reading import column, rows
from qualtool.store.journal import tell
from qualtool.store.schema import Code, RestCode, ThemeCode

_UNDER: Final = Code.parent_id.is_not_distinct_from(bindparam("parent_id"))
_NAMED_UNDER: Final = select(Code.id, Code.name).where(_UNDER, Code.state == "in_use")
_LAST_UNDER: Final = select(func.max(Code.position)).where(_UNDER)

Held = TypeVar("Held", ThemeCode, RestCode)


def check_colour(colour: str) -> None:
    """Raises ValueError for what is neither empty nor a colour of the palette."""
    if colour and colour not in PALETTE:
        raise ValueError(f"no such colour: {colour}")


def name_taken(name: str) -> QualtoolError:
    """What is said when another code has the name."""
    return QualtoolError(
        "code_exists",
        _("There is a code called “{name}” there already. Choose another name, or merge the two."),
        name=name,
    )


def check_name(
    session: Session, name: str, parent_id: int | None, *, but: Iterable[int] = ()
) -> None:
    """Raises QualtoolError "code_exists" where a code in use under the parent has the name."""
    skipped, wanted = set(but), folded(name)
    # Columns, not whole rows: there may be thousands of them, and this is asked while coding.
    held = rows(session, _NAMED_UNDER, parent_id=parent_id)
    if any(folded(other) == wanted and code_id not in skipped for code_id, other in held):
        raise name_taken(name)


def children(session: Session, parent_id: int | None) -> Sequence[Code]:
    """The codes right under a code, or at the top, in order; those merged into others not."""
    return session.scalars(
        select(Code)
        .where(Code.parent_id == parent_id, Code.state != "merged")
        .order_by(Code.position, Code.id)
    ).all()


def last_place(session: Session, parent_id: int | None) -> int:
    """The position behind all codes right under a code, or at the top."""
    last = column(session, _LAST_UNDER, parent_id=parent_id)[0]
    return 0 if last is None else int(last) + 1


def tree(session: Session) -> dict[int, int | None]:
    """Which code each code stands under."""
    return dict(session.execute(select(Code.id, Code.parent_id)).all())


def lift_children(session: Session, code: Code, going: set[int]) -> None:
    """Put what stands under a code that is going where the code itself stands, themes included."""
    parents = tree(session)
    place, above = code.id, code.parent_id
    line = [code.id]
    while above in going:
        place, above = above, parents[above]
        line.append(place)
    staying = [child for child in children(session, code.id) if child.id not in going]
    if not staying:
        return
    siblings = list(children(session, above))
    taken = [row.name for row in siblings if row.state == "in_use" and row.id not in going]
    at = next((index for index, row in enumerate(siblings) if row.id == place), None)
    for child in staying:
        child.name = free(child.name, taken)
        child.parent_id = above
        taken.append(child.name)
    arrange(siblings, staying, at)
    session.flush()
    for theme_id in session.scalars(
        select(ThemeCode.theme_id).where(ThemeCode.code_id.in_(line)).distinct()
    ).all():
        for child in staying:
            put_into_theme(session, theme_id, child.id)


def in_theme(session: Session, theme_id: int) -> Sequence[ThemeCode]:
    """Which codes belong to a theme, in order."""
    return session.scalars(
        select(ThemeCode)
        .where(ThemeCode.theme_id == theme_id)
        .order_by(ThemeCode.position, ThemeCode.id)
    ).all()


def put_among(
    rows: Sequence[Held],
    code_ids: Iterable[int],
    position: int | None,
    make: Callable[[int], Held],
    session: Session,
) -> list[int]:
    """Put codes among those that lie somewhere, before the one at `position` (None: last).

    `make` gives the row of one that comes new. Without a `position` those that lie there already
    stay where they are; the codes that were put are given.
    """
    there = {row.code_id: row for row in rows}
    moving = [each for each in code_ids if position is not None or each not in there]
    order = placed(list(there), moving, position)
    for code_id in moving:
        if code_id not in there:
            there[code_id] = make(code_id)
            session.add(there[code_id])
    number(there[code_id] for code_id in order)
    return moving


def put_into_theme(session: Session, theme_id: int, code_id: int) -> None:
    """Let a code belong to a theme, last in it; nothing where it does already."""
    rows = in_theme(session, theme_id)
    if code_id not in {row.code_id for row in rows}:
        session.add(ThemeCode(theme_id=theme_id, code_id=code_id, position=len(rows)))
        session.flush()


def tell_codes(session: Session, codes: Sequence[Code]) -> None:
    """Note for the history which codes a step is about: the first one's name, and how many."""
    if codes:
        tell(session, code=codes[0].name, codes=len(codes))
