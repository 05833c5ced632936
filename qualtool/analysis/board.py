"""What lies on the board of a frame besides its themes: what fits none, and what stands aside."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.trail_pages import taken_back
from qualtool.store.bare_reading import column
from qualtool.store.rows import ThemeRow
from qualtool.store.schema import Change, Excerpt, Frame, RestCode, Step, Theme, ThemeExcerpt
from qualtool.store.selecting import listed

_FRAMES: Final = select(Frame.id).order_by(Frame.position, Frame.id)


@dataclass(frozen=True, slots=True)
class FrameRow:
    """A set of themes; the first is the one that reports are made of unless another is named."""

    id: int
    name: str
    themes: int


def frames(session: Session) -> list[FrameRow]:
    """The sets of themes in their order, each with how many main themes are in use in it."""
    rows = session.execute(select(Frame.id, Frame.name).order_by(Frame.position, Frame.id)).all()
    counts: dict[int, int] = defaultdict(int)
    for frame_id in session.scalars(
        select(Theme.frame_id).where(
            Theme.parent_id.is_(None), Theme.state.in_(("candidate", "kept"))
        )
    ):
        counts[frame_id] += 1
    return [FrameRow(row_id, name, counts[row_id]) for row_id, name in rows]


def shown_frame(session: Session, wished: int | None) -> int | None:
    """The set that is wished for if it is there, else the first; None in a project of none."""
    order = column(session, _FRAMES)
    return wished if wished in order else next(iter(order), None)


def in_use(themes: Iterable[ThemeRow]) -> list[ThemeRow]:
    """The themes without those set aside, and without what stands under one of these."""
    found: dict[int, ThemeRow] = {}
    for row in themes:
        if row.state in ("candidate", "kept") and (row.parent_id is None or row.parent_id in found):
            found[row.id] = row
    return list(found.values())


def fitting_none(session: Session, frame_id: int) -> list[int]:
    """The codes put aside as fitting no theme of a frame, in their order."""
    rows = select(RestCode.code_id).where(RestCode.frame_id == frame_id)
    return list(session.scalars(rows.order_by(RestCode.position, RestCode.id)))


def standing_themselves(session: Session, frame_id: int) -> dict[int, list[int]]:
    """By theme of a frame the excerpts that were placed in it by hand, in their order."""
    found: dict[int, list[int]] = defaultdict(list)
    for theme_id, excerpt_id in session.execute(
        select(ThemeExcerpt.theme_id, ThemeExcerpt.excerpt_id)
        .join(Theme, Theme.id == ThemeExcerpt.theme_id)
        .join(Excerpt, Excerpt.id == ThemeExcerpt.excerpt_id)
        .where(Theme.frame_id == frame_id, ThemeExcerpt.direct.is_(True), Excerpt.lost.is_(False))
        .order_by(ThemeExcerpt.position, ThemeExcerpt.id)
    ):
        found[theme_id].append(excerpt_id)
    return dict(found)


def why_aside(session: Session, theme_ids: Iterable[int]) -> dict[int, str]:
    """By theme the reason that was given when it was last set aside; none where none was.

    What was taken back does not count, nor why a theme was kept in between.
    """
    undone = taken_back(session)
    rows = session.execute(
        select(Change.row_id, Step.id, Step.reason, Step.about)
        .join(Step, Step.id == Change.step_id)
        .where(
            Change.table_name == Theme.__tablename__,
            Change.row_id.in_(listed(theme_ids)),
            Step.action == "set_theme_state",
        )
        .order_by(Step.id)
    )
    found = {
        theme_id: reason
        for theme_id, step_id, reason, about in rows
        if step_id not in undone and json.loads(about).get("state") == "aside"
    }
    return {theme_id: reason for theme_id, reason in found.items() if reason}
