"""Which codes belong to which theme: those that are placed in it, and what lies under them.

A sub-code follows its code: it belongs to every theme its code belongs to, besides those it is
placed in itself, but to none of a frame in which it has been put aside as fitting no theme.
Whatever counts, lists or exports a theme asks here what belongs to it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from qualtool.analysis.code_steps import Unmoved, code_step
from qualtool.analysis.placing import cases_of_excerpts
from qualtool.core.ordering import above, below, downwards
from qualtool.store.kept import Passed, kept
from qualtool.store.schema import Code, Coding, Excerpt, RestCode, Theme, ThemeCode
from qualtool.store.selecting import listed

TABLES: Final = frozenset({"code", "theme", "theme_code", "rest_code"})


@dataclass(frozen=True, slots=True)
class Belonging:
    """By theme the codes that belong to it, by code the themes; sub-themes are not gone into.

    `placed` are the codes of a theme that the researcher has put there, `codes` those and their
    sub-codes: each behind its code, in order. Themes come as one reads them from top to bottom.
    """

    placed: Mapping[int, tuple[int, ...]]
    codes: Mapping[int, tuple[int, ...]]
    themes: Mapping[int, tuple[int, ...]]


def belonging(session: Session) -> Belonging:
    """What belongs to the themes now, those merged into others left out."""
    held = kept(session, "belonging", TABLES, lambda: Unmoved(worked_out(session)))
    found: Belonging = held.thing
    return found


def codes_of(session: Session, theme_ids: Iterable[int]) -> list[int]:
    """The codes that belong to any of these themes or their sub-themes, each once."""
    parents = dict(session.execute(select(Theme.id, Theme.parent_id)).all())
    codes = belonging(session).codes
    themes = sorted(below(theme_ids, parents))
    return list(dict.fromkeys(code_id for each in themes for code_id in codes.get(each, ())))


def followed(session: Session, theme_id: int, code_ids: Iterable[int]) -> tuple[str, str] | None:
    """The first of these codes that a theme holds only as a sub-code, and the code it follows."""
    held = belonging(session)
    placed = frozenset(held.placed.get(theme_id, ()))
    inside = frozenset(held.codes.get(theme_id, ()))
    code_id = next((each for each in code_ids if each in inside - placed), None)
    if code_id is None:
        return None
    parents = dict(session.execute(select(Code.id, Code.parent_id)).all())
    over = next(each for each in above(code_id, parents) if each in placed)
    names = dict(
        session.execute(select(Code.id, Code.name).where(Code.id.in_((code_id, over)))).all()
    )
    return names[code_id], names[over]


@dataclass(frozen=True, slots=True)
class Whole:
    """A code and the sub-codes that are in a theme with it: what they have, each excerpt once."""

    codes: tuple[int, ...]
    excerpts: int
    cases: int


def wholes(session: Session, theme_ids: Iterable[int]) -> dict[tuple[int, int], Whole]:
    """By theme and code those placed codes that have sub-codes with them there."""
    held = belonging(session)
    under = _children(session)
    groups: dict[tuple[int, int], tuple[int, ...]] = {}
    for theme_id in theme_ids:
        placed = held.placed.get(theme_id, ())
        following = set(held.codes.get(theme_id, ())) - set(placed)
        for code_id in placed if following else ():
            below_it = _with_sub_codes([code_id], under, ())[1:]
            if along := [each for each in below_it if each in following]:
                groups[theme_id, code_id] = (code_id, *along)
    wanted = {each for codes in groups.values() for each in codes}
    coded: dict[int, set[int]] = defaultdict(set)
    for code_id, excerpt_id in session.execute(
        select(Coding.code_id, Coding.excerpt_id)
        .join(Excerpt, Excerpt.id == Coding.excerpt_id)
        .where(Coding.code_id.in_(listed(wanted)), Excerpt.lost.is_(False))
    ):
        coded[code_id].add(excerpt_id)
    everything = set().union(*coded.values())
    about = cases_of_excerpts(session, sorted(everything)) if everything else {}
    found: dict[tuple[int, int], Whole] = {}
    for place, codes in groups.items():
        ids = set().union(*(coded[each] for each in codes))
        cases = frozenset[int]().union(*(about[each] for each in ids))
        found[place] = Whole(codes, len(ids), len(cases))
    return found


def moved(passed: Passed, session: Session) -> bool:
    """Whether a step may have changed what belongs to the themes."""
    if passed.changes.touches("theme", "theme_code", "rest_code"):
        return True
    touched = passed.changes.ids("code")
    if not touched or code_step(passed, session) is not None:
        return False
    now = dict(
        session.execute(select(Code.id, Code.parent_id).where(Code.id.in_(listed(touched)))).all()
    )
    former = passed.former("code")
    return any(
        now.get(each) != (row["parent_id"] if (row := former.get(each)) is not None else None)
        for each in touched
    )


def worked_out(session: Session) -> Belonging:
    """What belongs to the themes, read anew: for what follows a step, before all is dropped."""
    rows = session.execute(
        select(Theme.id, Theme.parent_id, Theme.frame_id)
        .where(Theme.state != "merged")
        .order_by(Theme.position, Theme.id)
    ).all()
    order = downwards((theme_id, parent_id) for theme_id, parent_id, _frame in rows)
    frame_of = {theme_id: frame_id for theme_id, _parent, frame_id in rows}
    placed: dict[int, list[int]] = defaultdict(list)
    for theme_id, code_id in session.execute(
        select(ThemeCode.theme_id, ThemeCode.code_id)
        .join(Code, Code.id == ThemeCode.code_id)
        .where(Code.state != "merged")
        .order_by(ThemeCode.position, ThemeCode.id)
    ):
        placed[theme_id].append(code_id)
    under = _children(session)
    aside: dict[int, set[int]] = defaultdict(set)
    for frame_id, code_id in session.execute(select(RestCode.frame_id, RestCode.code_id)):
        aside[frame_id].add(code_id)
    codes: dict[int, tuple[int, ...]] = {}
    themes: dict[int, list[int]] = defaultdict(list)
    for theme_id in order:
        here = placed.get(theme_id, [])
        codes[theme_id] = _with_sub_codes(here, under, aside.get(frame_of[theme_id], ()))
        for code_id in codes[theme_id]:
            themes[code_id].append(theme_id)
    return Belonging(
        {theme_id: tuple(placed.get(theme_id, ())) for theme_id in order},
        codes,
        {code_id: tuple(ids) for code_id, ids in themes.items()},
    )


def _children(session: Session) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    for code_id, parent_id in session.execute(
        select(Code.id, Code.parent_id)
        .where(Code.parent_id.is_not(None), Code.state != "merged")
        .order_by(Code.position, Code.id)
    ):
        found[parent_id or 0].append(code_id)
    return found


def _with_sub_codes(
    placed: Iterable[int], under: Mapping[int, Iterable[int]], aside: Collection[int]
) -> tuple[int, ...]:
    """The codes, each followed by all under it but what is put aside; none twice."""
    found: dict[int, None] = {}
    for code_id in placed:
        waiting = [code_id]
        while waiting:
            here = waiting.pop()
            if here in found:
                continue
            found[here] = None
            waiting += [each for each in reversed(list(under.get(here, ()))) if each not in aside]
    return tuple(found)
