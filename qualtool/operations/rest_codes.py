"""Codes that fit no theme of a frame, put aside on its board for a later look."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from qualtool.operations import themes
from qualtool.operations.code_tree import put_among, tell_codes
from qualtool.operations.finding import many, number, one
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Frame, RestCode, Theme, ThemeCode
from qualtool.store.selecting import listed


def put_aside(
    session: Session, frame_id: int, code_ids: Iterable[int], *, position: int | None = None
) -> None:
    """Put codes with those that fit no theme of a frame, before the one at `position` there.

    They leave the frame's themes. Without a `position` those that are there already stay.
    """
    frame = one(session, Frame, frame_id)
    codes = many(session, Code, code_ids)
    tell_codes(session, codes)
    tell(session, frame=frame.name)
    moving = [code.id for code in codes]
    in_frame = (
        select(ThemeCode.theme_id, ThemeCode.code_id)
        .join(Theme, Theme.id == ThemeCode.theme_id)
        .where(Theme.frame_id == frame_id, ThemeCode.code_id.in_(listed(moving)))
    )
    for theme_id, code_id in session.execute(in_frame).all():
        themes.take_codes_out(session, theme_id, [code_id])
    put_among(
        _in_order(session, frame_id),
        moving,
        position,
        lambda code_id: RestCode(frame_id=frame_id, code_id=code_id, position=-1),
        session,
    )
    session.flush()


def take_back(session: Session, frame_id: int, code_ids: Iterable[int]) -> None:
    """Let codes no longer be among those that fit no theme of a frame."""
    frame = one(session, Frame, frame_id)
    codes = many(session, Code, code_ids)
    tell_codes(session, codes)
    tell(session, frame=frame.name)
    session.execute(
        delete(RestCode).where(
            RestCode.frame_id == frame_id, RestCode.code_id.in_(listed(code.id for code in codes))
        )
    )
    session.expire_all()
    number(_in_order(session, frame_id))


def _in_order(session: Session, frame_id: int) -> list[RestCode]:
    rows = select(RestCode).where(RestCode.frame_id == frame_id)
    return list(session.scalars(rows.order_by(RestCode.position, RestCode.id)))
