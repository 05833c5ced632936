"""What a theme rests on: who speaks in it, how it is read, and what it shares with other themes.

It is context for whoever thinks about the theme, and proves nothing.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis import balance, belonging, codebook
from qualtool.analysis.excerpts import narrowed
from qualtool.analysis.placing import cases_of_excerpts
from qualtool.core.ordering import above, below
from qualtool.store.schema import Case, Coding, Excerpt, Theme, ThemeExcerpt
from qualtool.store.selecting import listed

MOST: Final = 5  # themes that are named for what they share with this one


@dataclass(frozen=True, slots=True)
class Portion:
    """Some of a theme's excerpts, and what they have in common; `id` is of a case or a theme."""

    id: int
    name: str
    excerpts: frozenset[int]
    colour: str = ""


@dataclass(frozen=True, slots=True)
class ThemeFacts:
    """What a theme and its sub-themes rest on.

    `cases` come in their order, of `cases_in_all`; `valences` are by sign (`-`, `±`, `+`) and
    have the excerpts with a coding so read; `overlaps` have most in common first.
    """

    excerpts: int
    cases: tuple[Portion, ...]
    cases_in_all: int
    valences: Mapping[str, Portion]
    overlaps: tuple[Portion, ...]
    starred: tuple[int, ...]


def facts(session: Session, theme_id: int) -> ThemeFacts:
    """What a theme rests on; nothing of anything where it has no excerpts."""
    rows = session.execute(
        narrowed(session, None, [theme_id], None, None).order_by(Excerpt.document_id, Excerpt.start)
    ).all()
    ids = [row.id for row in rows]
    codings = session.execute(
        select(Coding.excerpt_id, Coding.code_id, Coding.valence).where(
            Coding.excerpt_id.in_(listed(ids))
        )
    ).all()
    pairs = [(excerpt_id, code_id) for excerpt_id, code_id, _valence in codings]
    own = set(belonging.codes_of(session, [theme_id]))
    return ThemeFacts(
        excerpts=len(ids),
        cases=_cases(session, ids),
        cases_in_all=balance.cases_with_documents(session),
        valences=_valences(
            session, [(each, read) for each, code, read in codings if read and code in own]
        ),
        overlaps=_overlaps(session, theme_id, ids, pairs),
        starred=tuple(row.id for row in rows if row.starred),
    )


def fits(
    session: Session, theme_id: int, excerpt_ids: Sequence[int] | None = None
) -> dict[int, str]:
    """How these excerpts fit a theme, or all, where it was marked: fits, stretches or against."""
    wanted = select(ThemeExcerpt.excerpt_id, ThemeExcerpt.fit).where(
        ThemeExcerpt.theme_id == theme_id, ThemeExcerpt.fit.is_not(None)
    )
    if excerpt_ids is not None:
        wanted = wanted.where(ThemeExcerpt.excerpt_id.in_(listed(excerpt_ids)))
    return {excerpt_id: str(fit) for excerpt_id, fit in session.execute(wanted)}


def _cases(session: Session, excerpt_ids: Sequence[int]) -> tuple[Portion, ...]:
    held: dict[int, set[int]] = defaultdict(set)
    for excerpt_id, cases in cases_of_excerpts(session, excerpt_ids).items():
        for case_id in cases:
            held[case_id].add(excerpt_id)
    named = session.execute(
        select(Case.id, Case.name).where(Case.id.in_(listed(held))).order_by(Case.position, Case.id)
    )
    return tuple(Portion(case_id, name, frozenset(held[case_id])) for case_id, name in named)


def _valences(session: Session, read: Sequence[tuple[int, str]]) -> dict[str, Portion]:
    found: dict[str, Portion] = {}
    for row in codebook.valences(session):
        ids = frozenset(excerpt_id for excerpt_id, key in read if key == row.key)
        if ids:
            found[row.sign] = Portion(0, row.name, ids)
    return found


def _overlaps(
    session: Session, theme_id: int, excerpt_ids: Sequence[int], pairs: Sequence[tuple[int, int]]
) -> tuple[Portion, ...]:
    """The other themes of the same frame that have excerpts in common with this one."""
    rows = session.execute(
        select(Theme.id, Theme.parent_id, Theme.frame_id, Theme.name).where(Theme.state != "merged")
    ).all()
    parents = {each: parent for each, parent, _frame, _name in rows}
    frames = {each: frame for each, _parent, frame, _name in rows}
    names = {each: name for each, _parent, _frame, name in rows}
    family = {*below([theme_id], parents), *above(theme_id, parents)}
    themes = belonging.belonging(session).themes
    shared: dict[int, set[int]] = defaultdict(set)
    placed = session.execute(
        select(ThemeExcerpt.excerpt_id, ThemeExcerpt.theme_id).where(
            ThemeExcerpt.direct.is_(True), ThemeExcerpt.excerpt_id.in_(listed(excerpt_ids))
        )
    )
    together = [(e, theme) for e, code in pairs for theme in themes.get(code, ())]
    together += [(excerpt_id, theme) for excerpt_id, theme in placed]
    for excerpt_id, other in together:
        if other in names and other not in family and frames[other] == frames[theme_id]:
            shared[other].add(excerpt_id)
    most = Counter({other: len(ids) for other, ids in shared.items()}).most_common(MOST)
    colours = codebook.theme_colours(session)
    return tuple(
        Portion(other, names[other], frozenset(shared[other]), colours[other])
        for other, _count in most
    )
