"""Frames: sets of themes over the same material, each with a tree and a board of its own."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded, required
from qualtool.i18n import gettext as _
from qualtool.operations import excerpts
from qualtool.operations.finding import arrange, many, number, one
from qualtool.operations.theme_tree import direct_excerpts
from qualtool.store.journal import tell
from qualtool.store.schema import Frame, Theme
from qualtool.store.selecting import listed


def add(session: Session, name: str) -> int:
    """Make a frame, last of all; its id. Raises QualtoolError: "name_empty", "frame_exists"."""
    name = _free(session, name)
    frame = Frame(name=name, position=len(_in_order(session)))
    session.add(frame)
    session.flush()
    tell(session, frame=name)
    return frame.id


def rename(session: Session, frame_id: int, name: str) -> None:
    """Give a frame another name. Raises QualtoolError as `add` does."""
    frame = one(session, Frame, frame_id)
    name = _free(session, name, but=frame_id)
    tell(session, frame=name, old=frame.name)
    frame.name = name


def move(session: Session, frame_ids: Iterable[int], position: int | None) -> None:
    """Put frames before the one now at `position` (None: last), in the order given."""
    frames = many(session, Frame, frame_ids)
    tell(session, frame=frames[0].name if frames else "", frames=len(frames))
    arrange(_in_order(session), frames, position)


def remove(session: Session, frame_id: int) -> None:
    """Take a frame away with its themes; codes and codings stay.

    Raises QualtoolError "last_frame" for the only one.
    """
    frame = one(session, Frame, frame_id)
    if len(_in_order(session)) < 2:
        raise QualtoolError("last_frame", _("A project has at least one set of themes."))
    themes = session.scalars(select(Theme.id).where(Theme.frame_id == frame_id)).all()
    held = direct_excerpts(session, themes)
    tell(session, frame=frame.name, themes=len(themes))
    session.execute(delete(Theme).where(Theme.id.in_(listed(themes))))
    session.execute(delete(Frame).where(Frame.id == frame_id))
    session.expire_all()
    excerpts.sweep(session, held)
    number(_in_order(session))


def _in_order(session: Session) -> list[Frame]:
    return list(session.scalars(select(Frame).order_by(Frame.position, Frame.id)))


def _free(session: Session, name: str, but: int | None = None) -> str:
    name = required(name)
    if any(folded(row.name) == folded(name) and row.id != but for row in _in_order(session)):
        raise QualtoolError(
            "frame_exists",
            _("There is a set of themes called “{name}” already. Choose another name."),
            name=name,
        )
    return name
