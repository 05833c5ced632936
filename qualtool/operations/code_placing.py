"""Codes put where they are dropped: under a code, into a theme, or out of both."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy.orm import Session

from qualtool.operations import codes, themes
from qualtool.operations.code_tree import children, in_theme, tell_codes
from qualtool.operations.finding import many, one
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Theme


def place(
    session: Session,
    code_ids: Iterable[int],
    *,
    parent_id: int | None = None,
    theme_id: int | None = None,
    source: int | None = None,
    before: int | None = None,
) -> None:
    """Put codes under another code, into a theme, or (with neither) among those without a theme.

    They come before the code `before` there (None: last). `source` is the theme they are taken
    out of. Raises QualtoolError as `codes.move` does.
    """
    moving = [code.id for code in many(session, Code, code_ids)]
    if theme_id is not None:
        _into_theme(session, moving, theme_id, source, before)
        return
    siblings = [code.id for code in children(session, parent_id)]
    codes.move(session, moving, parent_id=parent_id, position=_at(siblings, before))
    if source is not None and parent_id not in _in(session, source):
        _take_out(session, source, moving)


def _into_theme(
    session: Session, moving: Sequence[int], theme_id: int, source: int | None, before: int | None
) -> None:
    rows = many(session, Code, moving)
    tell_codes(session, rows)
    tell(session, theme=one(session, Theme, theme_id).name)
    lifted = [code.id for code in rows if code.parent_id is not None]
    if lifted:
        codes.move(session, lifted, parent_id=None)
    position = _at(_in(session, theme_id), before)
    themes.place_codes(session, theme_id, moving, position=position)
    if source is not None and source != theme_id:
        _take_out(session, source, moving)


def _take_out(session: Session, source: int, moving: Sequence[int]) -> None:
    held = set(_in(session, source))
    if leaving := [each for each in moving if each in held]:
        themes.take_codes_out(session, source, leaving)


def _in(session: Session, theme_id: int) -> list[int]:
    return [row.code_id for row in in_theme(session, theme_id)]


def _at(order: Sequence[int], before: int | None) -> int:
    """The place of a code in an order; the end where it is not in it."""
    return order.index(before) if before in order else len(order)
