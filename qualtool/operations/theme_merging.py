"""Themes merged into one, with everything that hung on them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from sqlalchemy import delete, update
from sqlalchemy.orm import Session

from qualtool.core.names import folded
from qualtool.core.ordering import above, below
from qualtool.operations.code_tree import in_theme, put_into_theme
from qualtool.operations.finding import arrange, many, number, one
from qualtool.operations.theme_hangings import bring_over
from qualtool.operations.theme_tree import check_name, children, tree
from qualtool.store.journal import tell
from qualtool.store.schema import Claim, MemoLink, Theme, ThemeCode

_FILLED: Final = (
    "report_title",
    "label",
    "concept",
    "definition",
    "in_scope",
    "out_of_scope",
    "decision_rules",
    "question_relation",
    "findings",
    "note",
)


def merge(session: Session, theme_ids: Iterable[int], into: int) -> int:
    """Merge themes into another; the id of that one.

    Their codes, sub-themes (those of one name are merged in their turn), excerpts with their
    marks, memos, claims, findings, condensates, cells of the matrix and lines on the map come to
    `into`, and what it lacks of description; what both have of it stands among its notes, with
    the name of the theme it comes from. The merged themes are kept out of sight, as
    `merged`. Raises QualtoolError: "theme_exists" where `into` stood under
    a merged theme and its name is taken further up; "gone".
    """
    target = one(session, Theme, into)
    themes = many(session, Theme, (theme_id for theme_id in theme_ids if theme_id != into))
    tell(
        session,
        theme=themes[0].name if themes else target.name,
        themes=len(themes),
        into=target.name,
    )
    _climb(session, target, {theme.id for theme in themes})
    for theme in themes:
        _merge_one(session, theme, target)
    return into


def _climb(session: Session, target: Theme, going: set[int]) -> None:
    """Bring the target out from under the themes that are merged into it."""
    parents = tree(session)
    line = above(target.id, parents)
    merged_above = [index for index, theme_id in enumerate(line) if theme_id in going]
    if not merged_above:
        return
    top = line[merged_above[-1]]
    place = (target.frame_id, parents[top])
    check_name(session, target.name, *place, but=going | {target.id})
    left = (target.frame_id, target.parent_id)
    siblings = list(children(session, *place))
    at = next(index for index, row in enumerate(siblings) if row.id == top)
    target.parent_id = parents[top]
    arrange(siblings, [target], at)
    session.flush()
    number(children(session, *left))


def _merge_one(session: Session, theme: Theme, target: Theme) -> None:
    _bring_subthemes(session, theme, target)
    for row in in_theme(session, theme.id):
        put_into_theme(session, target.id, row.code_id)
    session.execute(delete(ThemeCode).where(ThemeCode.theme_id == theme.id))
    bring_over(session, theme, target)
    for link in (Claim, MemoLink):
        session.execute(update(link).where(link.theme_id == theme.id).values(theme_id=target.id))
    kept = [target.note] if target.note else []
    for field in _FILLED:
        words = getattr(theme, field)
        if not getattr(target, field):
            setattr(target, field, words)
        elif words and words != getattr(target, field) and field not in ("report_title", "label"):
            kept.append(f"{theme.name}: {words}")
    if len(kept) > bool(target.note):
        target.note = "\n".join(dict.fromkeys([*([target.note] if target.note else []), *kept]))
    session.execute(
        update(Theme).where(Theme.merged_into_id == theme.id).values(merged_into_id=target.id)
    )
    theme.state = "merged"
    theme.merged_into_id = target.id
    session.flush()
    number(children(session, theme.frame_id, theme.parent_id))
    session.flush()


def _bring_subthemes(session: Session, theme: Theme, target: Theme) -> None:
    there = list(children(session, target.frame_id, target.id))
    by_name = {folded(row.name): row for row in there if row.id != theme.id}
    moved: list[int] = []
    for child in children(session, theme.frame_id, theme.id):
        if twin := by_name.get(folded(child.name)):
            _merge_one(session, child, twin)
        else:
            child.parent_id = target.id
            moved.append(child.id)
            there.append(child)
    number(there)
    session.flush()
    for row in many(session, Theme, sorted(below(moved, tree(session))), merged=True):
        row.frame_id = target.frame_id
