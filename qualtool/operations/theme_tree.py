"""Themes in their frame and order: what the operations on themes share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.core.names import folded
from qualtool.i18n import gettext as _
from qualtool.store.journal import tell
from qualtool.store.schema import Frame, Theme, ThemeExcerpt
from qualtool.store.selecting import listed


def first_frame(session: Session) -> int:
    """The project's first set of themes, made if there is none."""
    found = session.scalar(select(Frame.id).order_by(Frame.position, Frame.id).limit(1))
    if found is not None:
        return found
    frame = Frame(name="", position=session.scalar(select(func.count(Frame.id))) or 0)
    session.add(frame)
    session.flush()
    return frame.id


def name_taken(name: str) -> QualtoolError:
    """What is said when another theme has the name."""
    return QualtoolError(
        "theme_exists",
        _("There is a theme called “{name}” there already. Choose another name, or merge the two."),
        name=name,
    )


def check_name(
    session: Session,
    name: str,
    frame_id: int,
    parent_id: int | None,
    *,
    but: Iterable[int] = (),
) -> None:
    """Raises QualtoolError "theme_exists" where a theme in the same place has the name."""
    check_among(children(session, frame_id, parent_id), name, but=but)


def check_among(siblings: Iterable[Theme], name: str, *, but: Iterable[int] = ()) -> None:
    """Raises QualtoolError "theme_exists" where one of these themes has the name."""
    skipped = set(but)
    for theme in siblings:
        if theme.id not in skipped and folded(theme.name) == folded(name):
            raise name_taken(name)


def children(session: Session, frame_id: int, parent_id: int | None) -> Sequence[Theme]:
    """The themes right under a theme, or at the top of a frame, in order; merged ones not."""
    return session.scalars(
        select(Theme)
        .where(Theme.frame_id == frame_id, Theme.parent_id == parent_id, Theme.state != "merged")
        .order_by(Theme.position, Theme.id)
    ).all()


def tree(session: Session) -> dict[int, int | None]:
    """Which theme each theme stands under."""
    return dict(session.execute(select(Theme.id, Theme.parent_id)).all())


def direct_excerpts(session: Session, theme_ids: Iterable[int]) -> list[int]:
    """The excerpts that stand in themes themselves, or are marked with how they fit."""
    return list(
        session.scalars(
            select(ThemeExcerpt.excerpt_id).where(ThemeExcerpt.theme_id.in_(listed(theme_ids)))
        )
    )


def tell_themes(session: Session, themes: Sequence[Theme]) -> None:
    """Note for the history which themes a step is about: the first one's name, and how many."""
    if themes:
        tell(session, theme=themes[0].name, themes=len(themes))
