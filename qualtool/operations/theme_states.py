"""What the researcher thinks of a theme so far: a candidate, kept, or set aside."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy.orm import Session

from qualtool.operations.finding import many
from qualtool.operations.theme_tree import tell_themes
from qualtool.operations.themes import check_state
from qualtool.store.journal import tell
from qualtool.store.schema import Theme


def set_state(session: Session, theme_ids: Iterable[int], state: str) -> None:
    """Let themes be `candidate`, `kept` or `aside`; why is the reason of the step.

    A theme set aside keeps all that hangs on it. Raises ValueError for another state.
    """
    check_state(state)
    themes = many(session, Theme, theme_ids)
    tell_themes(session, themes)
    tell(session, state=state)
    for theme in themes:
        theme.state = state
