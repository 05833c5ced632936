"""A code divided: some of its excerpts get a code of their own."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.core.errors import QualtoolError
from qualtool.i18n import gettext as _
from qualtool.operations import codes
from qualtool.operations.code_tree import children, put_into_theme
from qualtool.operations.finding import one
from qualtool.store.journal import tell
from qualtool.store.schema import Code, Coding, ThemeCode
from qualtool.store.selecting import listed


def split(
    session: Session,
    code_id: int,
    excerpt_ids: Iterable[int],
    name: str,
    *,
    only: Collection[int] | None = None,
) -> int:
    """Give excerpts of a code another, new code instead; its id.

    The new code stands right after the old one, in the same themes and colour. Codings keep
    their coder, valence and comment; with `only`, those of other coders than these keep the old
    code: whoever cannot see them does not change them.
    Raises QualtoolError: "nothing_chosen" where none of the excerpts has the code, and what
    `codes.add` raises.
    """
    old = one(session, Code, code_id)
    codings = session.scalars(
        select(Coding).where(
            Coding.code_id == code_id, Coding.excerpt_id.in_(listed(set(excerpt_ids)))
        )
    ).all()
    if only is not None:
        codings = [each for each in codings if each.coder_id is None or each.coder_id in only]
    if not codings:
        raise QualtoolError("nothing_chosen", _("Choose at least one excerpt for the new code."))
    tell(session, old=old.name, count=len({coding.excerpt_id for coding in codings}))
    siblings = [row.id for row in children(session, old.parent_id)]
    made = codes.add(
        session,
        name,
        parent_id=old.parent_id,
        position=siblings.index(code_id) + 1,
        colour=old.colour,
    )
    themes = session.scalars(select(ThemeCode.theme_id).where(ThemeCode.code_id == code_id)).all()
    for theme_id in themes:
        put_into_theme(session, theme_id, made)
    moved = {coding.excerpt_id for coding in codings}
    for coding in codings:
        coding.code_id = made
    session.flush()
    left = select(Coding.excerpt_id).where(Coding.code_id == code_id)
    if old.example_excerpt_id in moved - set(session.scalars(left)):
        one(session, Code, made).example_excerpt_id = old.example_excerpt_id
        old.example_excerpt_id = None
    session.flush()
    return made
