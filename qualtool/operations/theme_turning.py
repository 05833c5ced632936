"""A code that turns out to be a theme, and a theme that turns out to be a code."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.names import folded, free
from qualtool.core.ordering import above
from qualtool.operations import codes, coding, themes
from qualtool.operations.code_tree import children as children_of_code
from qualtool.operations.code_tree import in_theme, put_into_theme, tell_codes, tree
from qualtool.operations.finding import many, one
from qualtool.operations.theme_codes import found_code_of
from qualtool.operations.theme_tree import children, first_frame
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Excerpt, Frame, Theme, ThemeCode, ThemeExcerpt


def promote(session: Session, code_ids: Iterable[int], *, frame_id: int | None = None) -> list[int]:
    """Make a theme of each code, at the top of a frame, with the code in it; their ids.

    The theme has the code's name, colour and description, and the code leaves the frame's
    other themes; codes under it come along. A number is added to a name that is taken.
    """
    frame_id = first_frame(session) if frame_id is None else one(session, Frame, frame_id).id
    rows = many(session, Code, code_ids)
    tell_codes(session, rows)
    made: list[int] = []
    for code in rows:
        taken = [theme.name for theme in children(session, frame_id, None)]
        theme_id = themes.add(
            session,
            free(code.name, taken),
            frame_id=frame_id,
            colour=code.colour,
            definition=code.description,
            in_scope=code.use_when,
            out_of_scope=code.use_not,
            decision_rules=code.decision_rules,
        )
        for other in _themes_of(session, code.id, frame_id):
            themes.take_codes_out(session, other, [code.id])
        under = [child.id for child in children_of_code(session, code.id)]
        themes.place_codes(session, theme_id, [code.id, *under])
        made.append(theme_id)
    return made


def demote(
    session: Session, theme_id: int, *, into: int | None = None, by: int | None = None
) -> int:
    """Make a code of a theme, in the theme `into` or in none; the code's id.

    The code that stands for the theme is used, else one of its name is made, with the theme's
    definition. Codes that were in no other theme are put under it, where their names are free,
    and what stood in the theme itself is coded with it, by the coder `by`. Sub-themes come to
    stand where the theme stood. Raises QualtoolError: "theme_exists" where a sub-theme's name is
    taken there; "gone".
    """
    theme = one(session, Theme, theme_id)
    name, frame_id, parent_id = theme.name, theme.frame_id, theme.parent_id
    tell(session, theme=name, themes=1)
    code_id = found_code_of(session, theme_id)
    if code_id is None:
        code_id = _code_like(session, theme)
    inside = [row.code_id for row in in_theme(session, theme_id) if row.code_id != code_id]
    for excerpt in many(session, Excerpt, _standing_in(session, theme_id)):
        span = excerpt.document_id, excerpt.start, excerpt.end
        if not excerpt.lost:
            coding.apply(session, *span, [code_id], coder_id=by)
    subs = [sub.id for sub in children(session, frame_id, theme_id)]
    if subs:
        siblings = [row.id for row in children(session, frame_id, parent_id)]
        themes.move(session, subs, parent_id=parent_id, position=siblings.index(theme_id) + 1)
    themes.remove(session, [theme_id])
    _put_under(session, code_id, inside)
    if into is not None:
        put_into_theme(session, one(session, Theme, into).id, code_id)
    return code_id


def _code_like(session: Session, theme: Theme) -> int:
    at_top = select(Code.name).where(Code.parent_id.is_(None), Code.state == "in_use")
    return codes.add(
        session,
        free(theme.name, session.scalars(at_top)),
        colour=theme.colour,
        description=theme.definition,
        use_when=theme.in_scope,
        use_not=theme.out_of_scope,
        decision_rules=theme.decision_rules,
    )


def _put_under(session: Session, code_id: int, inside: list[int]) -> None:
    elsewhere = set(session.scalars(select(ThemeCode.code_id)))
    lines = above(code_id, tree(session))
    taken = {folded(row.name) for row in children_of_code(session, code_id)}
    for code in many(session, Code, inside):
        loose = code.parent_id is None and code.id not in elsewhere and code.id not in lines
        if loose and folded(code.name) not in taken:
            taken.add(folded(code.name))
            codes.move(session, [code.id], parent_id=code_id)


def _standing_in(session: Session, theme_id: int) -> list[int]:
    """The excerpts that stand in a theme themselves, without those that are only marked in it."""
    rows = select(ThemeExcerpt.excerpt_id).where(ThemeExcerpt.theme_id == theme_id)
    return list(session.scalars(rows.where(ThemeExcerpt.direct.is_(True))))


def _themes_of(session: Session, code_id: int, frame_id: int) -> list[int]:
    rows = select(ThemeCode.theme_id).join(Theme, Theme.id == ThemeCode.theme_id)
    return list(
        session.scalars(rows.where(ThemeCode.code_id == code_id, Theme.frame_id == frame_id))
    )
