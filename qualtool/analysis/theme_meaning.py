"""What a theme means: all that is written of it, where it stands, and when it was last reworded."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from qualtool.analysis.codebook import theme_colours
from qualtool.store.schema import Change, Step, Theme

FIELDS: Final = (
    "concept",
    "definition",
    "in_scope",
    "out_of_scope",
    "question_relation",
    "report_title",
    "label",
    "decision_rules",
    "note",
)
# The fields that say which excerpts belong to it: when these change, codings may need another look.
MEANING: Final = ("concept", "definition", "in_scope", "out_of_scope", "decision_rules")
_WORDED: Final = ("describe_theme", "rename_theme")


@dataclass(frozen=True, slots=True)
class ThemeMeaning:
    """All that is written of a theme, by field; `above` is the theme it stands under, if any.

    `reworded` is the day it was last described anew (ISO), and `reason` why its state is what it
    is, as far as that was said.
    """

    theme_id: int
    name: str
    colour: str
    above: str
    state: str
    fields: Mapping[str, str]
    reworded: str = ""
    reason: str = ""


def meaning(session: Session, theme_id: int) -> ThemeMeaning | None:
    """What is written of a theme; None where it is gone, or was merged into another."""
    theme = session.get(Theme, theme_id)
    if theme is None or theme.state == "merged":
        return None
    above = session.get(Theme, theme.parent_id) if theme.parent_id is not None else None
    return ThemeMeaning(
        theme_id=theme_id,
        name=theme.name,
        colour=theme_colours(session)[theme_id],
        above=above.name if above is not None else "",
        state=theme.state,
        fields={field: getattr(theme, field) for field in FIELDS},
        reworded=_reworded(session, theme_id),
        reason=_reason(session, theme),
    )


def day(created_ms: int) -> str:
    """The day of a moment, where the researcher is (ISO)."""
    return datetime.fromtimestamp(created_ms / 1000).astimezone().date().isoformat()


def _reworded(session: Session, theme_id: int) -> str:
    found = session.scalar(_touching(theme_id, *_WORDED).with_only_columns(Step.created_ms))
    return day(found) if found is not None else ""


def _reason(session: Session, theme: Theme) -> str:
    """Why the state is what it is; nothing where that was not said, or was undone."""
    found = session.execute(_touching(theme.id, "set_theme_state")).first()
    if found is None or json.loads(found.about).get("state") != theme.state:
        return ""
    return str(found.reason)


def _touching(theme_id: int, *actions: str) -> Select[int, str, str]:
    """The steps of these kinds that touched a theme, the last first."""
    return (
        select(Step.created_ms, Step.reason, Step.about)
        .join(Change, Change.step_id == Step.id)
        .where(Step.action.in_(actions), Change.table_name == "theme", Change.row_id == theme_id)
        .order_by(Step.id.desc())
        .limit(1)
    )
