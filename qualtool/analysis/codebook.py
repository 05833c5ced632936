"""The codebook as it stands: codes, themes, valences and coders, with how much each is used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from sqlalchemy import and_, func, select, union
from sqlalchemy.orm import Session

from qualtool.analysis.placing import cases_of_excerpts
from qualtool.core.colours import inherited
from qualtool.core.ordering import above, downwards
from qualtool.store.rows import CodeRow, CoderRow, ThemeRow, ValenceRow
from qualtool.store.schema import (
    Code,
    Coder,
    Coding,
    Excerpt,
    Theme,
    ThemeCode,
    ThemeExcerpt,
    Valence,
)
from qualtool.store.selecting import listed


def codes(session: Session) -> list[CodeRow]:
    """The codes from top to bottom of their tree; retired ones too, those merged away not.

    Counts are of excerpts and of the cases these are about, for the code alone.
    """
    rows = session.scalars(
        select(Code).where(Code.state != "merged").order_by(Code.position, Code.id)
    ).all()
    colours = code_colours(session)
    themes_of: dict[int, list[int]] = defaultdict(list)
    for code_id, theme_id in _in_themes(session):
        themes_of[code_id].append(theme_id)
    pairs = session.execute(select(Coding.code_id, Coding.excerpt_id))
    excerpts, cases = _counted(session, pairs)
    return [
        CodeRow(
            id=row.id,
            guid=row.guid,
            parent_id=row.parent_id,
            name=row.name,
            colour=colours[row.id],
            own_colour=row.colour,
            description=row.description,
            use_when=row.use_when,
            use_not=row.use_not,
            decision_rules=row.decision_rules,
            state=row.state,
            pin=row.pin,
            position=row.position,
            theme_ids=tuple(themes_of[row.id]),
            excerpts=excerpts.get(row.id, 0),
            cases=cases.get(row.id, 0),
        )
        for row in _downwards(rows)
    ]


def themes(session: Session, frame_id: int | None = None) -> list[ThemeRow]:
    """The themes from top to bottom of their tree, of one frame or of all; merged ones not.

    Counts are of excerpts and cases, sub-themes included, each once.
    """
    wanted = select(Theme).where(Theme.state != "merged").order_by(Theme.position, Theme.id)
    if frame_id is not None:
        wanted = wanted.where(Theme.frame_id == frame_id)
    rows = session.scalars(wanted).all()
    colours = theme_colours(session)
    codes_of: dict[int, list[int]] = defaultdict(list)
    for code_id, theme_id in _in_themes(session):
        codes_of[theme_id].append(code_id)
    excerpts, cases = _counted(session, _theme_pairs(session))
    return [
        ThemeRow(
            id=row.id,
            guid=row.guid,
            frame_id=row.frame_id,
            parent_id=row.parent_id,
            name=row.name,
            report_title=row.report_title,
            label=row.label,
            colour=colours[row.id],
            concept=row.concept,
            definition=row.definition,
            in_scope=row.in_scope,
            out_of_scope=row.out_of_scope,
            decision_rules=row.decision_rules,
            state=row.state,
            collapsed=row.collapsed,
            position=row.position,
            code_ids=tuple(codes_of[row.id]),
            excerpts=excerpts.get(row.id, 0),
            cases=cases.get(row.id, 0),
        )
        for row in _downwards(rows)
    ]


def valences(session: Session) -> list[ValenceRow]:
    """The ways a coding can be read, in order."""
    rows = session.execute(
        select(Valence.key, Valence.name, Valence.sign).order_by(Valence.position, Valence.id)
    )
    return [ValenceRow(key=key, name=name, sign=sign) for key, name, sign in rows]


def coders(session: Session) -> list[CoderRow]:
    """The coders, in order, each with how many codings are theirs."""
    rows = session.execute(
        select(Coder.id, Coder.name, Coder.colour, func.count(Excerpt.id))
        .outerjoin(Coding, Coding.coder_id == Coder.id)
        .outerjoin(Excerpt, and_(Excerpt.id == Coding.excerpt_id, Excerpt.lost.is_(False)))
        .group_by(Coder.id)
        .order_by(Coder.position, Coder.id)
    )
    return [
        CoderRow(id=row_id, name=name, colour=colour, codings=count)
        for row_id, name, colour, count in rows
    ]


def theme_colours(session: Session) -> dict[int, str]:
    """The colour each theme is shown in: its own, or that of the theme above."""
    rows = session.execute(select(Theme.id, Theme.parent_id, Theme.colour)).all()
    own = {row_id: colour for row_id, _parent, colour in rows}
    parents = {row_id: parent for row_id, parent, _colour in rows}
    return inherited(own, parents, {})


def code_colours(session: Session) -> dict[int, str]:
    """The colour each code is shown in: its own, its parent's, or that of its first theme."""
    rows = session.execute(select(Code.id, Code.parent_id, Code.colour)).all()
    own = {row_id: colour for row_id, _parent, colour in rows}
    parents = {row_id: parent for row_id, parent, _colour in rows}
    of_theme = theme_colours(session)
    first: dict[int, str] = {}
    for code_id, theme_id in _in_themes(session):
        first.setdefault(code_id, of_theme[theme_id])
    return inherited(own, parents, first)


def _in_themes(session: Session) -> list[tuple[int, int]]:
    """Which code (first) is in which theme, as one reads the themes from top to bottom."""
    rows = session.execute(
        select(Theme.id, Theme.parent_id)
        .where(Theme.state != "merged")
        .order_by(Theme.position, Theme.id)
    )
    rank = {theme_id: index for index, theme_id in enumerate(downwards(rows))}
    placed = session.execute(
        select(ThemeCode.code_id, ThemeCode.theme_id)
        .join(Code, Code.id == ThemeCode.code_id)
        .where(ThemeCode.theme_id.in_(listed(rank)), Code.state != "merged")
        .order_by(ThemeCode.position, ThemeCode.id)
    )
    return sorted(placed, key=lambda pair: rank[pair[1]])


def _theme_pairs(session: Session) -> Iterator[tuple[int, int]]:
    """Each theme with each excerpt in it, in its codes and in its sub-themes; some twice."""
    parents = dict(session.execute(select(Theme.id, Theme.parent_id)).all())
    upwards = {theme_id: (theme_id, *above(theme_id, parents)) for theme_id in parents}
    through_codes = (
        select(ThemeCode.theme_id, Coding.excerpt_id)
        .join(Coding, Coding.code_id == ThemeCode.code_id)
        .distinct()
    )
    direct = select(ThemeExcerpt.theme_id, ThemeExcerpt.excerpt_id).where(
        ThemeExcerpt.direct.is_(True)
    )
    for theme_id, excerpt_id in session.execute(union(through_codes, direct)):
        for each in upwards[theme_id]:
            yield each, excerpt_id


def _counted(
    session: Session, pairs: Iterable[tuple[int, int]]
) -> tuple[dict[int, int], dict[int, int]]:
    """How many excerpts, and how many cases, each thing has that is paired with excerpts."""
    found: dict[int, set[int]] = defaultdict(set)
    cases = cases_of_excerpts(session)
    for thing, excerpt_id in pairs:
        if excerpt_id in cases:  # or it has lost its words
            found[thing].add(excerpt_id)
    return (
        {thing: len(excerpts) for thing, excerpts in found.items()},
        {
            thing: len(set[int]().union(*map(cases.__getitem__, excerpts)))
            for thing, excerpts in found.items()
        },
    )


_Kind = TypeVar("_Kind", Code, Theme)


def _downwards(rows: Sequence[_Kind]) -> Iterator[_Kind]:
    by_id = {row.id: row for row in rows}
    return (by_id[row_id] for row_id in downwards((row.id, row.parent_id) for row in rows))
