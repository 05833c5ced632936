"""Cards taken together from wherever each lies: into one theme, out of their themes, or apart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.operations import rest_codes, theme_excerpts, themes
from qualtool.operations.code_tree import in_theme, tell_codes
from qualtool.operations.finding import many, one
from qualtool.operations.theme_tree import children
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Theme, ThemeExcerpt
from qualtool.store.selecting import listed

Taken = tuple[int | None, int]  # the theme something lies in, or none, and its number


def gather(
    session: Session, taken: Iterable[Taken], into: int, *, before: int | None = None
) -> None:
    """Move codes, each out of the theme it is taken from, into one theme.

    They come before the code `before` there (None: last), in the order given.
    """
    moves = list(taken)
    moving = [code_id for _source, code_id in moves]
    tell_codes(session, many(session, Code, moving))
    order = [row.code_id for row in in_theme(session, into)]
    position = order.index(before) if before in order else None
    if position is None and any(code_id in order for code_id in moving):
        position = len(order)
    themes.place_codes(session, into, moving, position=position)
    _leave(session, [(source, code_id) for source, code_id in moves if source != into])


def take_out(session: Session, taken: Iterable[Taken]) -> None:
    """Let codes no longer belong to the themes they are taken from, each to its own."""
    moves = [(source, code_id) for source, code_id in taken if source is not None]
    tell_codes(session, many(session, Code, [code_id for _source, code_id in moves]))
    _leave(session, moves)


def take_back(session: Session, frame_id: int, taken: Iterable[Taken]) -> None:
    """Put codes with those without a theme: out of their themes and of those that fit none."""
    moves = list(taken)
    take_out(session, moves)
    rest_codes.take_back(session, frame_id, [code_id for _source, code_id in moves])


def gather_excerpts(session: Session, taken: Iterable[tuple[int, int]], into: int) -> None:
    """Move excerpts that stand in themes themselves to another; the marks of how they fit go."""
    moves = list(taken)
    theme_excerpts.place_excerpts(session, into, [excerpt_id for _source, excerpt_id in moves])
    for source in dict.fromkeys(source for source, _excerpt in moves if source != into):
        theme_excerpts.take_excerpts_out(
            session, source, [excerpt_id for held, excerpt_id in moves if held == source]
        )


def split(
    session: Session,
    theme_id: int,
    name: str,
    *,
    code_ids: Iterable[int] = (),
    excerpt_ids: Iterable[int] = (),
) -> int:
    """Divide a theme: a new one right after it gets some of its codes and excerpts; its id.

    The codes are those of the theme or of what stands under it; excerpts that stand in it
    themselves bring the marks of how they fit. Raises QualtoolError: "nothing_chosen" where none
    of them is in the theme, and what `themes.add` raises.
    """
    old = one(session, Theme, theme_id)
    wanted = set(code_ids)
    under = _with_all_below(session, old)
    moves = [
        (each, row.code_id)
        for each in under
        for row in in_theme(session, each)
        if row.code_id in wanted
    ]
    ties = session.scalars(
        select(ThemeExcerpt).where(
            ThemeExcerpt.theme_id.in_(listed(under)),
            ThemeExcerpt.excerpt_id.in_(listed(excerpt_ids)),
            ThemeExcerpt.direct.is_(True),
        )
    ).all()
    if not (moves or ties):
        raise QualtoolError("nothing_chosen", _("Choose at least one card for the new theme."))
    tell(session, old=old.name, count=len(moves) + len(ties))
    siblings = [row.id for row in children(session, old.frame_id, old.parent_id)]
    made = themes.add(
        session,
        name,
        parent_id=old.parent_id,
        frame_id=old.frame_id,
        position=siblings.index(theme_id) + 1,
    )
    if moves:
        gather(session, moves, made)
    held: set[int] = set()
    for tie in ties:
        if tie.excerpt_id not in held:
            held.add(tie.excerpt_id)
            tie.theme_id, tie.position = made, len(held) - 1
        else:
            session.delete(tie)
    session.flush()
    return made


def place(session: Session, theme_id: int, *, parent_id: int | None, before: int | None) -> None:
    """Put a theme under another or at the top, before a theme there (None: last).

    Raises QualtoolError as `themes.move` does.
    """
    theme = one(session, Theme, theme_id)
    frame_id = one(session, Theme, parent_id).frame_id if parent_id else theme.frame_id
    order = [row.id for row in children(session, frame_id, parent_id)]
    position = order.index(before) if before in order else None
    themes.move(session, [theme_id], parent_id=parent_id, position=position)


def _leave(session: Session, moves: Sequence[Taken]) -> None:
    for source in dict.fromkeys(source for source, _code in moves):
        if source is not None:
            leaving = [code_id for held, code_id in moves if held == source]
            themes.take_codes_out(session, source, leaving)


def _with_all_below(session: Session, theme: Theme) -> list[int]:
    found = [theme.id]
    for child in children(session, theme.frame_id, theme.id):
        found += _with_all_below(session, child)
    return found
